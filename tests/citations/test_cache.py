"""The cache on disk: fast where nothing changed, and never stale."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from kapguide.bibliography.model import Entry, Library
from kapguide.citations import formatting
from kapguide.citations.cache import DiskCache, digest, digest_files
from kapguide.citations.formatting import Formatter


def library(title: str = "Title") -> Library:
    fields = {"author": "Ash, A.", "title": title, "year": "2000"}
    return Library({"a": Entry("a", "misc", fields, "made.bib", 1)})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "vancouver.json"


def count_formatting(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record which entries are formatted rather than read."""
    done: list[str] = []
    original = Formatter._format

    def spy(self: Formatter, citekey: str, letter: str) -> formatting.Formatted:
        done.append(citekey)
        return original(self, citekey, letter)

    monkeypatch.setattr(Formatter, "_format", spy)
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
    code_version = formatting._code_version
    before = Formatter(library(), "vancouver", path)
    before.format("a")
    before.save()
    if change == "the code":
        monkeypatch.setattr(formatting, "_code_version", lambda: "other code")
    if change == "the version of pybtex":
        code_version.cache_clear()
        monkeypatch.setattr(formatting, "version", lambda _name: "0.0")
    given = library("Other title" if change == "the entry" else "Title")
    style = "author-year" if change == "the style" else "vancouver"
    Formatter(given, style, path).format("a")
    assert done == ["a", "a"]
    code_version.cache_clear()


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"x": 1}', '{"KEY": {"html": 1}}', '{"KEY": {"html": "x"}}', '{"KEY": []}'],
)
def test_a_broken_file_costs_only_time(path: Path, content: str) -> None:
    fresh = Formatter(library(), "vancouver", path)
    expected = fresh.format("a")
    fresh.save()
    (key,) = json.loads(path.read_text("utf-8"))
    path.write_text(content.replace("KEY", key), "utf-8")
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
