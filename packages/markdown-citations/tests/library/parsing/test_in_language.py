"""What entries say in another language."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from markdown_citations.configuration import Configuration
from markdown_citations.library.checks import check_library
from markdown_citations.library.parsing.in_language import split_language

BIB = """@misc{who2020,
  author  = {{WHO}},
  title   = {[A list]},
  title_es = {[Una lista]},
  note    = {In force},
  note_es = {En vigor},
  note_xx = {Nada},
  year    = {2020},
  url     = {https://who.example/},
}
"""


def test_a_field_in_the_language_stands_in(tmp_path: Path) -> None:
    """On a Spanish page the Spanish text is printed, on any other that of the field itself."""
    (tmp_path / "references.bib").write_text(BIB, "utf-8")
    printed = {
        language: Configuration({"language": language, "cache": False}, tmp_path)
        .formatter()
        .format("who2020")
        .html
        for language in ("en", "es")
    }
    assert "[A list]" in printed["en"]
    assert "In force" in printed["en"]
    assert "[Una lista]" in printed["es"]
    assert "En vigor" in printed["es"]
    assert "In force" not in printed["es"]


def test_only_languages_that_there_are(tmp_path: Path) -> None:
    """The check of fields knows a field's name with a language behind it, and no other."""
    (tmp_path / "references.bib").write_text(BIB, "utf-8")
    library = Configuration({"cache": False}, tmp_path).library
    found = [p.message for p in check_library(library, today=date(2026, 11, 22))]
    assert found == ['who2020: nobody knows the field "note_xx"']


def test_names_that_are_none() -> None:
    """A name is split at a language alone."""
    assert split_language("note_es") == ("note", "es")
    for name in ("note", "_es", "note_", "publisher_place"):
        assert split_language(name) == (name, "")
