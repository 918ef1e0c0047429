"""An export format is one file in exports/, found by being there."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from markdown_citations import exports
from markdown_citations.exports import export_formats, make_downloads
from markdown_citations.library.entries import Entry, Library

LIBRARY = Library({"a": Entry("a", "misc", {"title": "Title", "kind": "x"}, "made.bib", 1)})
MADE_UP = """
from markdown_citations.exports import ExportFormat

FORMAT = ExportFormat("titles.txt", lambda entries, fields: "".join(e.title() for e in entries))
"""


def test_each_file_is_a_format() -> None:
    """A file without one fails here: no format can be forgotten."""
    names = [one.file_name for one in export_formats()]
    assert {"references.bib", "references.json", "references.ris"} <= set(names)
    assert len(set(names)) == len(names)


def test_a_new_file_is_a_new_download(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "titles.py").write_text(MADE_UP, "utf-8")
    monkeypatch.setattr(exports, "__path__", [*exports.__path__, str(tmp_path)])
    made = make_downloads(LIBRARY, "files")
    assert made["files/titles.txt"] == "Title"
    assert len(made) == len(export_formats())
    assert not hasattr(exports, "to_titles")  # a file need not have it


def test_where_downloads_stand() -> None:
    """In a folder or in none; an empty library is not offered."""
    assert list(make_downloads(LIBRARY, "")) == [one.file_name for one in export_formats()]
    assert make_downloads(Library(), "files") == {}
    assert "kind: x" in make_downloads(LIBRARY, "", ["kind"])["references.ris"]


def test_each_writer_can_be_imported_from_the_package() -> None:
    """By the name of its module; what is no writer is not there."""
    entries = list(LIBRARY)
    for module in ("bibtex", "csl_json", "ris"):
        write = import_module(f"{exports.__name__}.{module}").FORMAT.write
        assert getattr(exports, f"to_{module}")(entries) == write(entries, ())
    for name in ("to_nothing", "bibtexes"):
        assert not hasattr(exports, name)
