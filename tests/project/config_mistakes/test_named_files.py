"""What mkdocs.yml names and what is not there has one message, in words for who wrote it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from kapguide.project.config_file import read_config
from kapguide.project.config_mistakes.sound_settings import find_config_mistakes, require_sound


def _with_templates(config: Path) -> None:
    """Make it a site with our templates, which lead every page to a few others."""
    for name in ("get-help-now.md", "a-to-z.md"):
        (config.parent / "docs" / name).write_text("# A page\n", "utf-8")
    (config.parent / "overrides").mkdir()
    text = config.read_text("utf-8").replace(
        "  name: material", "  name: material\n  custom_dir: overrides"
    )
    config.write_text(f"{text}watch: [references.bib]\n", "utf-8")
    (config.parent / "references.bib").touch()
    require_sound(config)


@pytest.mark.parametrize(
    ("name", "renamed", "said"),
    [
        ("docs/index.md", "docs/home.md", "docs/index.md is missing, and every page leads to it."),
        ("docs/get-help-now.md", "docs/help.md", "docs/get-help-now.md is missing, and every"),
        ("docs/_includes", "docs/includes", "the folder docs/_includes is missing"),
        ("references.bib", "References.bib", '"watch" names "references.bib", which is not there.'),
    ],
)
def test_renamed_file(config: Path, name: str, renamed: str, said: str) -> None:
    """What every page needs has a fixed name: one message says so, not each page."""
    _with_templates(config)
    (config.parent / name).rename(config.parent / renamed)
    (found,) = find_config_mistakes(read_config(config))
    assert said in found


def test_page_in_capitals(config: Path) -> None:
    """It is told where the menu names it, however it does."""
    _with_templates(config)
    (config.parent / "docs" / "index.md").rename(config.parent / "docs" / "Index.md")
    for name in ("Index.md", "index.md"):
        config.write_text(re.sub("(?i)index.md", name, config.read_text("utf-8")), "utf-8")
        assert [*find_config_mistakes(read_config(config))] == [
            "mkdocs.yml:14: docs/index.md is missing, and every page leads to it. "
            "Call docs/Index.md index.md, in the menu as well."
        ]


@pytest.mark.parametrize(("menu", "line"), [("- Home: home.md", 3), ("- A:\n  - Home: home.md", 2)])
def test_renamed_home_page(config: Path, menu: str, line: int) -> None:
    """It is told where the menu begins with it; its place is not known within a section."""
    _with_templates(config)
    (config.parent / "docs" / "index.md").rename(config.parent / "docs" / "home.md")
    text = re.sub(r"nav:\n(?:[ -].*\n)+", "", config.read_text("utf-8"))
    config.write_text(f"# A site.\nnav:\n{menu}\n{text}", "utf-8")
    (found,) = find_config_mistakes(read_config(config))
    assert found.startswith(f"mkdocs.yml:{line}: docs/index.md is missing")


def test_page_of_a_language(config: Path) -> None:
    """Its folder lies in that of the first language."""
    _with_templates(config)
    shutil.copytree(config.parent / "docs", config.parent / "docs" / "es")
    text = config.read_text("utf-8").replace("docs_dir: docs", "docs_dir: docs/es/")
    config.write_text(text, "utf-8")
    require_sound(config)
    (config.parent / "docs/es/a-to-z.md").unlink()
    (found,) = find_config_mistakes(read_config(config))
    assert ": docs/es/a-to-z.md is missing" in found


def test_renamed_page_that_says_so(config: Path) -> None:
    """Where a stub stands at the address of before, the page may have any name."""
    _with_templates(config)
    docs = config.parent / "docs"
    (docs / "get-help-now.md").rename(docs / "help.md")
    (docs / "help.md").write_text("---\nredirects: [get-help-now.md]\n---\n\n# Help\n", "utf-8")
    require_sound(config)


@pytest.mark.parametrize(
    ("named", "there", "setting", "hint"),
    [
        ("refrences.bib", "references.bib", "bibliography", 'Did you mean "references.bib"?'),
        ("references.bib", "library.bib", "bibliography", 'Did you mean "library.bib"?'),
        ("references.bib", "x.txt", "bibliography", "Put the file back."),
        ("references.bib", "references.bib", "", ""),
    ],
)
def test_bibliography(config: Path, named: str, there: str, setting: str, hint: str) -> None:
    """It is told where it is named for reading, not also where it is watched."""
    (config.parent / there).touch()
    extension = f"markdown_extensions:\n  - kapguide.citations:\n      bibliography: {named}\n"
    text = config.read_text("utf-8") + extension
    config.write_text(f"{text}watch: [{named}]\n", "utf-8")
    line = len(text.split("\n")) - 1
    said = f'mkdocs.yml:{line}: "{setting}" names "{named}", which is not there. {hint}'
    assert [*find_config_mistakes(read_config(config))] == ([said] if setting else [])


def test_hooks(config: Path) -> None:
    """None is missing from the list, and none of the list from the folder."""
    whole = config.read_text("utf-8")
    folder = config.parent / "hooks"
    folder.mkdir()
    for name in ("begin_build.py", "finish_site.py"):
        (folder / name).touch()
    listed = "hooks: [hooks/begin_build.py, hooks/finish_site.py]\n"
    for wrong, said in {
        listed: [],
        listed.replace(", hooks/finish_site.py", ""): ['"hooks" lacks "hooks/finish_site.py"'],
        listed.replace("finish_site", "finish_sit"): [
            '"hooks" names "hooks/finish_sit.py", which is not there'
        ],
    }.items():
        config.write_text(whole + wrong, "utf-8")
        found = [
            one.split(": ")[1].split(". ")[0] for one in find_config_mistakes(read_config(config))
        ]
        assert found == said
