"""What is said of a setting in a wrong place mends it: whoever obeys has a sound file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from kapguide.project.config_file import read_config
from kapguide.project.config_mistakes.sound_settings import find_config_mistakes

START = "site_name: A\nexclude_docs: _includes/\n"
CLINIC = {"extra": {"clinic": {"name": "B"}}}
MATERIAL = {"theme": {"name": "material", "language": "en"}}
PLACES = {
    "a note where the group is empty": (
        "extra:\n  clinic:\n    # name: B\n  topic: ketamine\nname: B\n",
        CLINIC,
    ),
    "an empty group": ("extra:\n  clinic:\n  topic: ketamine\nname: B\n", CLINIC),
    "an empty group around it": ("extra:\nname: B\n", CLINIC),
    "a group that is not there": ("name: B\n", CLINIC),
    "a wide group around it": ("extra:\n    topic: ketamine\nname: B\n", CLINIC),
    "a wide group": (
        "extra:\n    clinic:\n\n       # A note\n       telephone: 5\nname: B\n",
        {"extra": {"clinic": {"name": "B", "telephone": 5}}},
    ),
    "a group in brackets": (
        'extra:\n  clinic: {telephone: "5"}\nname: B, C & D\n',
        {"extra": {"clinic": {"name": "B, C & D", "telephone": "5"}}},
    ),
    "empty brackets": ("extra: {}\nname: B\n", CLINIC),
    "a text for a group": ("extra:\n  clinic: ours\nname: B\n", CLINIC),
    "a list for a group": ("extra:\n  clinic: [ours]\nname: B\n", CLINIC),
    "an alias for a group": (
        "x-facts: &facts\n  telephone: 5\nextra:\n  clinic: *facts\nname: B\n",
        {"extra": {"clinic": {"name": "B", "telephone": 5}}},
    ),
    "a theme's name alone": ("theme: material\nlanguage: en\n", MATERIAL),
    "a theme in brackets": ("theme: {name: material}\nlanguage: en\n", MATERIAL),
    "a list for a theme in brackets": (
        "theme: {name: material}\nfeatures:\n  - a, b\n  - c\n",
        {"theme": {"name": "material", "features": ["a, b", "c"]}},
    ),
    "a list": (
        "theme:\n  name: material\nfeatures:\n- a\n- b\n",
        {"theme": {"name": "material", "features": ["a", "b"]}},
    ),
    "a theme's name": ("theme:\nname: material\n", {"theme": {"name": "material"}}),
    "a theme's name, further down": ("name: material\nextra:\n", {"theme": {"name": "material"}}),
    "an extension without settings": (
        "markdown_extensions:\n  - abbr\n  - kapguide.citations\nstyle: apa\n",
        {"markdown_extensions": ["abbr", {"kapguide.citations": {"style": "apa"}}]},
    ),
    "an extension with settings": (
        "markdown_extensions:\n- kapguide.citations:\n    library: a.bib\nstyle: apa\n",
        {"markdown_extensions": [{"kapguide.citations": {"library": "a.bib", "style": "apa"}}]},
    ),
    "an extension in brackets": (
        "markdown_extensions: [abbr, kapguide.citations]\nstyle: apa\n",
        {"markdown_extensions": ["abbr", {"kapguide.citations": {"style": "apa"}}]},
    ),
    "an extension that is not there, by wide items": (
        "markdown_extensions:\n  -    abbr\nstyle: apa\n",
        {"markdown_extensions": [{"kapguide.citations": {"style": "apa"}}, "abbr"]},
    ),
    "an extension that is not there": (
        "markdown_extensions:\n  - abbr\nstyle: apa\n",
        {"markdown_extensions": [{"kapguide.citations": {"style": "apa"}}, "abbr"]},
    ),
}


def _say(folder: Path, text: str) -> list[str]:
    path = folder / "mkdocs.yml"
    path.write_text(text, "utf-8")
    return [one for one in find_config_mistakes(read_config(path)) if "stands" in one]


def _obey(text: str, said: str) -> str:
    """Do what a message says, and nothing besides."""
    lines = text.split("\n")
    at = int(said.split(":")[1]) - 1
    end = at + 1
    while lines[end : end + 1] and lines[end].startswith((" ", "-")):
        end += 1
    moved, hint = lines[at:end], said.partition(". ")[2]
    if written := re.search(
        r'Write "(.+)" (in place of|right behind the) "?([^" ]+)"?(?: of (\S+:))? on line (\d+)',
        hint,
    ):
        new, how, old, group, line = written.groups()
        number = int(line) - 1
        start, mark, rest = lines[number].partition(f"{group} " if group else old)
        new = new if how == "in place of" else mark + rest.replace(old, old + new, 1)
        lines[number] = start + new + ("" if group else rest)
        return "\n".join([*lines[:at], *lines[end:]])
    below = int(found[1]) if (found := re.search(r"line (\d+)", hint)) else 0
    alone = re.search(r'Write "(.+?)" alone on line \d+, "(.+?)" below it', hint)
    emptied = re.search(r'Take out what "(.+?)" holds', hint)
    groups = re.search(r"Write (\".*\") above it", hint)
    spaces = re.search(r"(\d+) spaces before it", hint)
    assert spaces
    own = [" " * int(spaces[1]) + line for line in moved]
    own = [*(re.findall(r'"(.+?)"', groups[1]) if groups else ()), *own]
    if alone:
        lines[below - 1] = alone[1]
        own = [alone[2], *own]
    if emptied:
        lines[below - 1] = lines[below - 1].partition(emptied[1])[0] + emptied[1]
    below = below or at
    assert below <= at
    return "\n".join([*lines[:below], *own, *lines[below:at], *lines[end:]])


@pytest.mark.parametrize(("text", "meant"), PLACES.values(), ids=PLACES)
def test_whoever_obeys_has_a_sound_file(
    tmp_path: Path, text: str, meant: dict[str, object]
) -> None:
    """The message is gone, and the setting stands where it belongs."""
    (tmp_path / "docs").mkdir()
    (said,) = _say(tmp_path, START + text)
    mended = _obey(START + text, said)
    assert _say(tmp_path, mended) == []
    values = yaml.safe_load(mended)
    for group, value in meant.items():
        found = values[group]
        kept = isinstance(found, dict) and isinstance(value, dict)
        assert {k: v for k, v in found.items() if k != "topic"} == value if kept else found == value


@pytest.mark.parametrize("text", ["name: B\ntelephone: 5\n", "extra:\nname: B\ntelephone: 5\n"])
def test_group_is_written_once(tmp_path: Path, text: str) -> None:
    """Two settings of one group that is not there have one: no second one beside it."""
    (tmp_path / "docs").mkdir()
    first, second = _say(tmp_path, START + text)
    assert '"  clinic:" above it' in first
    assert second.endswith('Move it below "name" then, with as many spaces before it.')


OWN = {
    "style": "style: dark",
    "logo": "logo: assets/logo.svg",
    "name": "name: Our guide",
    "address": "address: 1 Main Street",
    "settings": "copyright: A\n  pages: 12\n  watch: a",
    "names like ours": "topics: [a]\n  clinics: {north: A}\n  language: es\n  socials: a",
}


@pytest.mark.parametrize("own", OWN.values(), ids=OWN)
def test_what_a_template_of_ones_own_asks_for(config: Path, own: str) -> None:
    """It stands under extra, and stops no build, whatever it is called."""
    text = config.read_text("utf-8").replace("extra:\n", f"extra:\n  {own}\n")
    config.write_text(text, "utf-8")
    assert list(find_config_mistakes(read_config(config))) == []


def test_group_in_words_that_say_where_it_is(config: Path) -> None:
    """An extension is found by the setting that names it."""
    config.write_text(config.read_text("utf-8") + "style: apa\n", "utf-8")
    (said,) = find_config_mistakes(read_config(config))
    assert "belongs under markdown_extensions: kapguide.citations:. Write" in said


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ('  clinic:\n  name: B\n  telephone: "5"\n  topic: a\n', ["name, telephone"]),
        ('  clinic:\n    name: B\n  telephone: "5"\n', []),
        ("  clinic:\n  homepage: https://b.org\n  name: B\n", []),
        ("  clinic:\n  name: B\n", []),
    ],
    ids=["all", "one of them", "a setting of the theme", "a name alone"],
)
def test_facts_that_start_where_their_group_starts(
    tmp_path: Path, facts: str, told: list[str]
) -> None:
    """An empty group with facts right below it is told once, with all of them."""
    (tmp_path / "docs").mkdir()
    path = tmp_path / "mkdocs.yml"
    path.write_text(f"{START}extra:\n{facts}", "utf-8")
    said = list(find_config_mistakes(read_config(path)))
    assert len(said) == len(told)
    for names, one in zip(told, said, strict=True):
        assert f"nothing belongs to clinic:, for {names} start where it starts" in one
