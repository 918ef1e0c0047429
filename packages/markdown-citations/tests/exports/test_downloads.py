"""The files that offer a library: the same from the cache, and never stale."""

from __future__ import annotations

from pathlib import Path

from markdown_citations import to_bibtex
from markdown_citations.exports import make_downloads
from markdown_citations.library.entries import Entry, Library


def library(title: str) -> Library:
    return Library({"dore2019": Entry("dore2019", "article", {"title": title}, "a.bib", 1)})


def test_an_empty_library_has_none(tmp_path: Path) -> None:
    """A link to an empty file would disappoint."""
    assert make_downloads(Library(), "downloads", cache=tmp_path) == {}


def test_the_cache_changes_nothing(tmp_path: Path) -> None:
    """Nor does it give what another library, or other fields, came to."""
    for title, fields in (("One", ()), ("One", ("finding",)), ("Two", ())):
        entries = library(title)
        fresh = make_downloads(entries, "downloads", fields)
        for _ in range(2):
            assert make_downloads(entries, "downloads", fields, tmp_path) == fresh
        assert title in fresh["downloads/references.ris"]


def test_what_is_for_one_reader_is_not_published(read):
    """Reference managers export where a file lies on a computer, and what somebody noted."""
    library, problems = read(
        "@misc{a, title = {T}, note = {N}, file = {/home/ann/t.pdf}, annote = {Dull},"
        " groups = {Mine}, __markedentry = {[ann]}, comment-ann = {Ask Jo}}"
    )
    assert problems == []
    assert to_bibtex(library) == "@misc{a,\n  title = {T},\n  note  = {N},\n}\n"


def test_a_users_own_comment_is_known(check):
    """JabRef names the field by the user."""
    assert check("@misc{a, title = {T}, year = {2020}, comment-ann = {Ask Jo & Al}}") == []
