"""Mistakes in mkdocs.yml: each has one message with its line, in words for who wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest
from kapguide.project.config_file import CannotRun, read_config
from kapguide.project.config_mistakes.sound_settings import (
    find_config_mistakes,
    require_sound,
    require_sound_site,
)
from kapguide.project.editions.editions import read_editions
from kapguide.project.settings import read_settings

COST = "      - What does it cost?: cost.md\n"
LOGO = "    logo: material/book-open\n"
COLORS = f"""{LOGO}  palette:
    - media: "(prefers-color-scheme)"
      primary: custom
      toggle:
        icon: material/brightness-auto
        name: Light colors
"""

MISTAKES = {
    "no name": ("site_name: A Clinic\n", "", "1: the site has no name. Write site_name:"),
    "an empty name": (": A Clinic", ":", "1: the site has no name. Write site_name:"),
    "a mistyped name": (
        "site_name",
        "site_nam",
        '1: no setting is called "site_nam". Did you mean "site_name"?',
    ),
    "a list for a name": (
        "A Clinic",
        "[A Clinic]",
        '1: "site_name" should be a text, not a list. Put the whole text in straight quotes.',
    ),
    "a number for a name": (
        "A Clinic",
        "2026",
        '1: "site_name" should be a text, not "2026". Put it in straight quotes: "2026".',
    ),
    "a setting twice": (
        "docs_dir",
        "site_name: B\ndocs_dir",
        '3: "site_name" stands twice, first on line 1. Keep one of them.',
    ),
    "a fact twice": (
        '    name: ""\n',
        '    name: "A"\n    name: "B"\n',
        '22: "name" stands twice, first on line 21. Keep one of them.',
    ),
    "an address without its start": (
        "https://a-clinic.com/",
        "www.a-clinic.com",
        '2: "site_url" is no whole address: www.a-clinic.com. Write https://www.a-clinic.com/',
    ),
    "an address with one slash": (
        "https://a-clinic.com/",
        "https:/a-clinic.com/",
        '2: "site_url" is no whole address: https:/a-clinic.com/. Write https://a-clinic.com/',
    ),
    "an address with a blank": (
        "https://a-clinic.com/",
        "https://a clinic.com/",
        '2: "site_url" is no whole address: https://a clinic.com/. Write https://a-clinic.com/',
    ),
    "a folder that is not there": (
        "docs_dir: docs",
        "docs_dir: doc",
        '3: there is no folder "doc". Did you mean "docs"?',
    ),
    "a word for a language's code": (
        "language: en",
        "language: english",
        '6: "theme.language" names "english", which the theme lacks. Did you mean "en"?',
    ),
    "a mistyped theme": ("name: material", "name: materal", '5: there is no theme "materal" here.'),
    "an icon that is not there": (
        "material/book-open",
        "material/bok-open",
        '9: "theme.icon.logo" names "material/bok-open", which the theme lacks. '
        'Did you mean "material/book-open"?',
    ),
    "a mistyped part of a switch": (
        LOGO,
        COLORS.replace("icon:", "icno:"),
        '14: "theme.palette, item 1: toggle" has no part called "icno". Did you mean "icon"?',
    ),
    "a switch without its icon": (
        LOGO,
        COLORS.replace("        icon: material/brightness-auto\n", ""),
        '13: "theme.palette, item 1: toggle" lacks "icon".',
    ),
    "a switch's icon that is not there": (
        LOGO,
        COLORS.replace("brightness-auto", "brightnes-auto"),
        '14: "theme.palette, item 1: toggle.icon" names "material/brightnes-auto", which the theme '
        'lacks. Did you mean "material/brightness-auto"?',
    ),
    "a mistyped color": (
        LOGO,
        COLORS.replace("primary:", "pirmary:"),
        '12: "theme.palette, item 1" has no part called "pirmary". Did you mean "primary"?',
    ),
    "a mistyped no": (
        "  language: en\n",
        "  language: en\n  font: flase\n",
        '7: "theme.font" should be true or false, not "flase". Did you mean "false"?',
    ),
    "a mistyped font": (
        "  language: en\n",
        "  language: en\n  font:\n    txet: Georgia\n",
        '8: "theme.font" has no part called "txet". Did you mean "text"?',
    ),
    "a mistyped yes": (
        "docs_dir",
        "strict: ture\ndocs_dir",
        '3: "strict" should be true or false, not "ture". Did you mean "true"?',
    ),
    "a picture of another ending": (
        "favicon.svg",
        "favicon.png",
        '7: "favicon" names "assets/favicon.png", which is not in docs. '
        'Did you mean "assets/favicon.svg"?',
    ),
    "a mistyped stylesheet": (
        "assets/own.css",
        "assets/onw.css",
        '11: "extra_css" names "assets/onw.css", which is not in docs. '
        'Did you mean "assets/own.css"?',
    ),
    "an entry without its page": (
        ": cost.md",
        ":",
        '16: the entry "What does it cost?" of the menu names no page. '
        "Write the page's file behind the colon, or take the entry out.",
    ),
    "an entry without its colon": (
        "?: cost.md",
        "? cost.md",
        "16: the entry lacks a colon and a blank. Write the line so: - What does it cost?: cost.md",
    ),
    "an entry without its blank": (
        "?: cost.md",
        "?:cost.md",
        "16: the entry lacks a colon and a blank. Write the line so: - What does it cost?: cost.md",
    ),
    "an entry of one word without its blank": (
        "What does it cost?: cost.md",
        "Cost:cost.md",
        "16: the entry lacks a colon and a blank. Write the line so: - Cost: cost.md",
    ),
    "an entry that a # cuts": (
        "?: cost.md",
        "? #1: cost.md",
        '16: the entry lacks a pair of quotes. Write the line so: - "What does it cost? #1": '
        "cost.md",
    ),
    "an entry without its dash": (
        COST,
        "        What does it cost?: cost.md\n",
        '16: the entry "What does it cost?" has no dash. '
        "Write the line so: - What does it cost?: cost.md",
    ),
    "a group's only entry without its dash": (
        COST,
        "  - Money:\n      What does it cost?: cost.md\n",
        '17: the entry "What does it cost?" has no dash. '
        "Write the line so: - What does it cost?: cost.md",
    ),
    "an entry of which a brace makes something else": (
        "?: cost.md",
        "?: {}",
        '16: the entry "What does it cost?" of the menu names no page.',
    ),
    "an entry with a number": (
        "?: cost.md",
        "?: 5",
        '16: the entry "What does it cost?" of the menu names no page.',
    ),
    "a number for an entry": (COST, "      - 5\n", "16: an entry of the menu names no page."),
    "an entry of nothing": (COST, "      - {}\n", "16: an entry of the menu names no page."),
    "a list for a text of the theme": (
        "language: en",
        "language: [en]",
        '6: "theme.language" should be a text, not a list. Put the whole text in straight quotes.',
    ),
    "a text of the theme that is empty": (
        "assets/favicon.svg",
        '""',
        '7: "theme.favicon" is empty. Write a text, or take the line out.',
    ),
    "a mistyped setting of the theme": (
        "  favicon:",
        "  favikon:",
        '7: there is nothing called "favikon" under theme. Did you mean "favicon"?',
    ),
    "two menus": ("nav:", "nav:\n  - Home: index.md\nnav:", '14: "nav" stands twice'),
    "notices that would be pages": (
        "  _includes/\n",
        "  drafts/\n",
        "17: exclude_docs does not name _includes/, so the notices would be pages.",
    ),
    "a mistyped group of facts": (
        "  clinic:",
        "  clinik:",
        '20: there is nothing called "clinik" under extra. Did you mean "clinic"?',
    ),
    "a group of facts without its spaces": (
        'extra:\n  clinic:\n    name: ""\n',
        'clinic:\n  name: ""\n',
        '19: "clinic" stands at the line\'s start, and belongs under extra:. Write "extra:" above '
        "it, and 2 spaces before it and all that is its own.",
    ),
    "a fact without its spaces": (
        "docs_dir",
        'telephone: "555-0100"\ndocs_dir',
        '3: "telephone" stands at the line\'s start, and belongs under extra: clinic:. Move it '
        "below line 21, and write 4 spaces before it.",
    ),
    "a setting of the theme without its spaces": (
        "docs_dir",
        "palette: x\ndocs_dir",
        '3: "palette" stands at the line\'s start, and belongs under theme:. Move it below line 5, '
        "and write 2 spaces before it.",
    ),
    "a mistyped setting": ("extra_css", "extra_ccs", '10: no setting is called "extra_ccs". Did'),
    "a line of text that starts too early": (
        "docs_dir",
        "Plain facts: about it\ndocs_dir",
        '3: "Plain facts" is no setting. Start it with two spaces',
    ),
    "a word for yes or no": (
        "docs_dir",
        "strict: maybe\ndocs_dir",
        '3: "strict" should be true or false, not "maybe"',
    ),
}


def test_none(config: Path) -> None:
    """What is right, is not spoken of; nor is what the environment or Python fills in."""
    require_sound(config)
    text = config.read_text("utf-8").replace("A Clinic", "!ENV [CLINIC, A Clinic]")
    slugs = "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}"
    extensions = f"  - toc: {{slugify: {slugs}, levels: !!python/tuple [2, 3]}}\n"
    config.write_text(f"{text}markdown_extensions:\n{extensions}", "utf-8")
    require_sound(config)


@pytest.mark.parametrize(("right", "wrong", "said"), MISTAKES.values(), ids=MISTAKES)
def test_mistake(config: Path, right: str, wrong: str, said: str) -> None:
    """It is told once, at its line."""
    assert right in config.read_text("utf-8")
    config.write_text(config.read_text("utf-8").replace(right, wrong, 1), "utf-8")
    (found,) = find_config_mistakes(read_config(config))
    assert found.startswith(f"mkdocs.yml:{said}")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [row for row in MISTAKES.values() if "Write the line so: " in row[2]],
    ids=[name for name, row in MISTAKES.items() if "Write the line so: " in row[2]],
)
def test_line_as_it_should_be(config: Path, right: str, wrong: str, said: str) -> None:
    """Whoever writes what the message says has no mistake any more."""
    config.write_text(config.read_text("utf-8").replace(right, wrong, 1), "utf-8")
    (found,) = find_config_mistakes(read_config(config))
    lines = config.read_text("utf-8").split("\n")
    lines[int(found.split(":")[1]) - 1] = f"      {found.partition('Write the line so: ')[2]}"
    config.write_text("\n".join(lines), "utf-8")
    require_sound(config)


def test_all_in_one_run(config: Path) -> None:
    """Whoever has made two mistakes learns of both."""
    text = config.read_text("utf-8").replace("A Clinic", "[A]").replace("own.css", "onw.css")
    config.write_text(text, "utf-8")
    with pytest.raises(CannotRun) as caught:
        require_sound(config)
    assert [line.split(": ")[0] for line in str(caught.value).split("\n")] == [
        "mkdocs.yml:1",
        "mkdocs.yml:11",
    ]


def test_address_of_another_language(config: Path) -> None:
    """It follows from that of the site; one message says which it must be."""
    spanish = config.with_name("mkdocs.es.yml")
    spanish.write_text(
        "INHERIT: mkdocs.yml # site_url: ours\nsite_url: https://a-clinic.com/es/\n"
        "docs_dir: spanish\n"
        "theme:\n  language: es\nnav: []\n",
        "utf-8",
    )
    (config.parent / "spanish").mkdir()
    text = config.read_text("utf-8").replace("extra:\n", "extra:\n  languages: [es]\n")
    for address, said in {
        "https://a-clinic.com/": "",
        "https://other.com/guide/": "mkdocs.es.yml:2: the site in the language es lies in the "
        "folder es/ of https://other.com/guide/, not at https://a-clinic.com/es/. "
        "Write site_url: https://other.com/guide/es/",
    }.items():
        config.write_text(text.replace("https://a-clinic.com/", address), "utf-8")
        editions = read_editions(read_settings(config))
        if not said:
            require_sound_site(editions)
            continue
        with pytest.raises(CannotRun) as caught:
            require_sound_site(editions)
        assert str(caught.value) == said
