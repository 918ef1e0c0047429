"""The cache on disk: fast where nothing changed, and never stale."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import markdown
import pytest
from markdown_citations import cache as caching
from markdown_citations.cache import DiskCache, code_version, digest, digest_files
from markdown_citations.configuration import Configuration, cache_folder
from markdown_citations.formatting import formatter as formatting
from markdown_citations.formatting.formatter import Formatted, Formatter
from markdown_citations.formatting.pybtex_style import PybtexStyle
from markdown_citations.library.entries import Entry, Library
from pybtex.plugin import register_plugin


def library(title: str = "Title") -> Library:
    fields = {"author": "Ash, A.", "title": title, "year": "2000"}
    return Library({"a": Entry("a", "misc", fields, "made.bib", 1)})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "vancouver.json"


def count_formatting(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record which entries are formatted rather than read."""
    done: list[str] = []
    original = PybtexStyle.format

    def spy(self: PybtexStyle, citekey: str, letter: str) -> Formatted:
        done.append(citekey)
        return original(self, citekey, letter)

    monkeypatch.setattr(PybtexStyle, "format", spy)
    return done


def test_an_entry_is_formatted_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = count_formatting(monkeypatch)
    first = Formatter(library(), "vancouver", path)
    expected = first.format("a")
    first.format("a")
    first.save()
    second = Formatter(library(), "vancouver", path)
    assert second.format("a") == expected
    assert done == ["a"]


@pytest.mark.parametrize(
    "change",
    ["the entry", "the style", "the code", "the version of pybtex"],
)
def test_a_change_formats_anew(path: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    """A stale result is impossible, for the key is all that the result depends on."""
    done = count_formatting(monkeypatch)
    before = Formatter(library(), "vancouver", path)
    before.format("a")
    before.save()
    if change == "the code":
        monkeypatch.setattr(formatting, "code_version", lambda: "other code")
    if change == "the version of pybtex":
        code_version.cache_clear()
        monkeypatch.setattr(caching, "version", lambda _name: "0.0")
    given = library("Other title" if change == "the entry" else "Title")
    style = "author-year" if change == "the style" else "vancouver"
    Formatter(given, style, path).format("a")
    assert done == ["a", "a"]
    code_version.cache_clear()


@pytest.mark.parametrize("damage", ["", "{", "[]", "x\n{}", "HEAD", "HEAD\n", "HEAD\nBODY"])
def test_a_damaged_file_costs_only_time(path: Path, damage: str) -> None:
    """The file says what it should hold, so a value that was altered is not believed."""
    fresh = Formatter(library(), "vancouver", path)
    expected = fresh.format("a")
    fresh.save()
    head, _, body = path.read_text("utf-8").partition("\n")
    body = body.replace("Title", "Other")
    path.write_text(damage.replace("HEAD", head).replace("BODY", body), "utf-8")
    assert Formatter(library(), "vancouver", path).format("a") == expected


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    formatter = Formatter(library(), "vancouver", tmp_path / "file" / "cache.json")
    assert formatter.format("a").authors == "Ash"
    formatter.save()


def test_what_is_no_longer_used_goes(tmp_path: Path) -> None:
    path = tmp_path / "cache.json"
    cache = DiskCache(path)
    cache.put("old", {"a": "1"})
    cache.put("kept", {"a": "2"})
    cache.save()
    again = DiskCache(path)
    assert again.get("kept") == {"a": "2"}
    again.save()
    assert DiskCache(path).get("old") is None
    assert [item.name for item in tmp_path.iterdir()] == ["cache.json"]


def test_an_entry_that_failed_is_tried_again(path: Path) -> None:
    """Else the second build would not repeat the warning."""
    for _ in range(2):
        entry = Entry("a", "article", {"title": "T"}, "made.bib", 7)
        formatter = Formatter(Library({"a": entry}), "unsrt", path)
        formatter.format("a")
        formatter.save()
        assert [problem.line for problem in formatter.problems] == [7]


def test_digests_tell_values_apart(tmp_path: Path) -> None:
    assert digest("a", {"b": 1, "c": 2}) == digest("a", {"c": 2, "b": 1})
    assert digest("ab", "c") != digest("a", "bc")
    one, two = tmp_path / "1", tmp_path / "2"
    one.write_text("x", "utf-8")
    two.write_text("y", "utf-8")
    before = digest_files([one, two])
    two.write_text("z", "utf-8")
    assert digest_files([one, two]) != before


def test_the_version_of_the_code_names_what_makes_references(tmp_path: Path) -> None:
    """Who edits a style must not see yesterday's references."""
    package = tmp_path / "markdown_citations"
    shutil.copytree(Path(caching.__file__).parent, package)
    before = code_version(package)
    assert before == code_version()
    for name in ("problems.py", "library/latex/reader.py", "styles/vancouver.py", "styles/new.py"):
        with (package / name).open("a", encoding="utf-8") as file:
            file.write("# changed\n")
        code_version.cache_clear()
        assert code_version(package) != before
        before = code_version(package)


def test_a_style_is_known_by_all_that_it_builds_on(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A style of somebody else may change in a file that its class only inherits from."""
    monkeypatch.syspath_prepend(str(tmp_path))
    base = tmp_path / "their_base.py"
    imported = "from pybtex.style.formatting.unsrt import Style"
    base.write_text(f"{imported}\nclass Base(Style): pass\n", "utf-8")
    text = "from their_base import Base\nclass Style(Base): pass\n"
    (tmp_path / "their_style.py").write_text(text, "utf-8")
    style = importlib.import_module("their_style").Style
    register_plugin("pybtex.style.formatting", "theirs", style)
    done = count_formatting(monkeypatch)
    for change in ("", "", "# changed\n"):
        with base.open("a", encoding="utf-8") as file:
            file.write(change)
        formatter = Formatter(library(), "theirs", path)
        formatter.format("a")
        formatter.save()
    assert done == ["a", "a"]


def test_a_file_that_cannot_be_put_in_place_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    path.mkdir()
    cache = DiskCache(path)
    cache.put("one", {"a": "1"})
    cache.save()
    assert [item.name for item in tmp_path.iterdir()] == ["kept.json"]


def test_making_an_extension_reads_no_cache_and_empties_none(tmp_path: Path) -> None:
    """MkDocs makes each extension once to try it, and converts nothing with that one."""
    (tmp_path / "references.bib").write_text("@misc{a, title={A}, year={2000}}\n", "utf-8")
    site = Configuration({}, tmp_path)
    markdown.markdown("[@a]", extensions=[site.extension(lambda: None, lambda *_: None)])
    site.save()
    file = tmp_path / ".cache" / "citations" / "style-vancouver.json"
    before = file.read_bytes()
    for text in (None, "nothing cited"):
        site = Configuration({}, tmp_path)
        md = markdown.Markdown(extensions=[site.extension(lambda: None, lambda *_: None)])
        if text:
            md.convert(text)
        site.save()
        assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("given", "folder"),
    [
        ({}, ".cache"),
        ({"cache": True}, ".cache"),
        ({"cache": "kept"}, "kept"),
        ({"cache": False}, ""),
    ],
)
def test_the_option_says_where(given: dict[str, Any], folder: str, tmp_path: Path) -> None:
    expected = tmp_path / folder / "citations" if folder else None
    assert cache_folder(given, tmp_path) == expected


_BUILD = """
import sys
from datetime import date
from pathlib import Path

from markdown import markdown
from markdown_citations.configuration import Configuration
from markdown_citations.site import SiteCitations

site = SiteCitations(Configuration({}, Path()), Path())
markdown("It is so [@doe2020].", extensions=[site.extension])
site.finish(today=date(2026, 1, 1))
print("pybtex" in sys.modules)
"""


def test_what_was_formatted_before_needs_no_pybtex(tmp_path: Path) -> None:
    """Neither reading nor checking the library loads it: no name is taken apart there."""
    bib = "@misc{doe2020, author = {Doe, Jo}, title = {One}, year = {2020}}\n"
    (tmp_path / "references.bib").write_text(bib, "utf-8")
    command = [sys.executable, "-c", _BUILD]
    said = [
        subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert said == ["True\n", "False\n"]
