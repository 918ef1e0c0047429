"""hooks/README.md: the map names nothing that is not there, and leaves out no hook."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from markdown_citations.problems import Rule

ROOT = Path(__file__).resolve().parent.parent
MAP = (ROOT / "hooks" / "README.md").read_text("utf-8")
STARTS = {
    "kapguide/": "hooks/kapguide/",
    "markdown_citations/": "packages/markdown-citations/src/markdown_citations/",
    "P/": "packages/markdown-citations/",
}
NAMED = sorted({name for name in re.findall(r"`([\w./-]*/[\w./-]*)`", MAP) if name.isascii()})
MADE_UP = re.compile(r"\b[A-Z]{4,}\b|your_code|^answers/$")
"""A place to fill in, or a folder below one that is named beside it."""


def places(name: str) -> list[Path]:
    start = next((start for start in STARTS if name.startswith(start)), "")
    full = ROOT / (STARTS.get(start, "") + name.removeprefix(start))
    # In the lines on a package of kapguide, its own modules are named from there.
    return [full, ROOT / "hooks" / "kapguide" / name]


@pytest.mark.parametrize("name", [name for name in NAMED if not MADE_UP.search(name)])
def test_what_the_map_names_is_there(name: str) -> None:
    assert any(path.exists() for path in places(name))


def test_what_knows_the_theme_is_in_its_row() -> None:
    """By the names of the theme's own classes and settings."""
    (row,) = re.findall(r"^\| another theme.*$", MAP, re.M)
    named = {path for name in re.findall(r"`([\w./-]+)`", row) for path in places(name)}
    knows = re.compile(r"\bmd-[a-z]|\bmaterial/")
    code = [
        path
        for folder in ("hooks", "docs/assets", "overrides", "packages/markdown-citations/src")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".css", ".js", ".html"}
    ]
    knowing = [path for path in code if knows.search(path.read_text("utf-8"))]
    assert knowing
    assert [path for path in knowing if not {path, *path.parents} & named] == []


@pytest.mark.parametrize(
    "folder",
    sorted(path.parent for path in (ROOT / "hooks/kapguide/checks").glob("*/__init__.py")),
    ids=lambda path: path.name,
)
def test_each_family_of_checks_is_explained(folder: Path) -> None:
    """Who adds a check learns where it belongs."""
    (line,) = re.findall(r"^The families: .*$", MAP, re.M)
    assert re.search(rf"[:;] `{folder.name}` \w", line)


def test_the_fields_of_a_rule_are_in_their_order() -> None:
    (told,) = re.findall(r"a `Rule` \((.*?)\)", MAP)
    assert re.findall(r"`(\w+)`", told) == [field.name for field in fields(Rule)]


@pytest.mark.parametrize("path", sorted((ROOT / "hooks").glob("*.py")), ids=lambda path: path.stem)
def test_each_hook_is_in_the_table_of_events(path: Path) -> None:
    """With each event that it takes part in."""
    rows = dict(re.findall(r"^\| (on_\w+) \| (.*) \|$", MAP, re.M))
    events = set(re.findall(r"^(?:def )?(on_\w+)(?:\(| = )", path.read_text("utf-8"), re.M))
    assert events
    assert {event for event in events if path.stem not in rows.get(event, "")} == set()


@pytest.mark.parametrize(
    "folder",
    sorted(path.parent for path in (ROOT / "hooks" / "kapguide").glob("*/__init__.py")),
    ids=lambda path: path.name,
)
def test_each_package_is_in_the_map(folder: Path) -> None:
    part = MAP.partition("## The packages in `kapguide`")[2].partition("\n## ")[0]
    assert f"`{folder.name}`" in part


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "hooks/README.md"])
def test_code_to_copy_says_its_language(name: str) -> None:
    """So that a page which shows it colors it, and no command is taken for text."""
    fences = re.findall(r"^```.*$", (ROOT / name).read_text("utf-8"), re.M)
    assert fences
    assert [fence for fence in fences[::2] if not re.fullmatch(r"```\w+", fence)] == []
    assert set(fences[1::2]) == {"```"}
