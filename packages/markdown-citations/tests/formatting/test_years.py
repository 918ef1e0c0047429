"""Works of one author and year are told apart, and stand in their order."""

from __future__ import annotations

from collections.abc import Mapping

from markdown_citations.formatting.formatter import Formatter
from markdown_citations.library.entries import Entry, Library


def library_of(entries: Mapping[str, Mapping[str, str]]) -> Library:
    return Library({k: Entry(k, "article", dict(f), "made.bib", 1) for k, f in entries.items()})


def test_years_are_told_apart() -> None:
    """By title, whatever the order of the file; only where names and year are the same."""
    formatter = Formatter(
        library_of(
            {
                "z": {"author": "Smith, Jane", "title": "Zeta", "year": "2020"},
                "a": {"author": "Jane Smith", "title": "Alpha", "year": "2020"},
                "m": {"author": "Smith, J.", "title": "Mu", "year": "2021"},
                "b": {"author": "Smith, J. and Roe, R.", "title": "Beta", "year": "2020"},
                "n": {"title": "No author", "year": "2020"},
                "o": {"title": "No author either", "year": "2020"},
            }
        ),
        "author-year",
    )
    years = {key: formatter.format(key).year for key in formatter.library.entries}
    assert years == {"z": "2020b", "a": "2020a", "m": "2021", "b": "2020", "n": "2020", "o": "2020"}
    assert "2020b. Zeta" in formatter.format("z").html


def test_letters_go_on_behind_z() -> None:
    entries = {
        f"k{n:02}": {"author": "Smith, J.", "title": f"{n:02}", "year": "2020"} for n in range(28)
    }
    formatter = Formatter(library_of(entries), "author-year")
    assert [formatter.format(f"k{n:02}").year for n in (0, 25, 26, 27)] == [
        "2020a",
        "2020z",
        "2020aa",
        "2020ab",
    ]


def test_author_year_sorts_by_name_without_accents() -> None:
    formatter = Formatter(
        library_of(
            {
                "c": {"author": "Zimmer, A.", "title": "x", "year": "2000"},
                "b": {"author": "Ångström, A.", "title": "x", "year": "2001"},
                "a": {"author": "Anders, A.", "title": "x", "year": "2002"},
                "d": {"author": "Ångström, A.", "title": "x", "year": "1999"},
            }
        ),
        "author-year",
    )
    assert [key for key, _ in formatter.arrange(["c", "b", "a", "d"])] == ["a", "d", "b", "c"]
