"""A style is one file in styles/, found by being there."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
from markdown_citations import styles
from markdown_citations.formatting.formatter import Formatter
from markdown_citations.library.entries import Entry, Library
from markdown_citations.styles import load_style, style_names
from markdown_citations.styles.vancouver import Vancouver

MADE_UP = """
from pybtex.richtext import Text
from pybtex.style.sorting.author_year_title import SortingStyle
from markdown_citations.styles.vancouver import Vancouver, title

class ShoutedTitles(Vancouver):
    default_sorting_style = SortingStyle
    def format_work(self, entry):
        return Text(title(entry, self.texts).upper())

STYLE = ShoutedTitles
"""


@pytest.mark.parametrize("name", style_names())
def test_each_file_is_a_style(name: str) -> None:
    """A file without a style could be named in mkdocs.yml, and fail."""
    assert issubclass(load_style(name), Vancouver)


def test_other_programs_find_what_they_are_promised() -> None:
    """pybtex looks for styles among the entry points of packages."""
    found = entry_points(group="pybtex.style.formatting")
    ours = {one.name: one.load() for one in found if one.value.startswith("markdown_citations.")}
    assert ours == {name: load_style(name) for name in ours}
    assert {"vancouver", "author-year"} <= set(ours)


def test_a_new_file_is_a_new_style(
    convert: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its class alone says what markers are and in which order entries stand."""
    (tmp_path / "shouted_titles.py").write_text(MADE_UP, "utf-8")
    monkeypatch.setattr(styles, "__path__", [*styles.__path__, str(tmp_path)])
    assert "shouted-titles" in style_names()
    page = convert("[@kew2023] [@dore2019]", style="shouted-titles")
    assert page.problems == []
    assert page.markers == ["[2]", "[1]"]
    texts = [node.text() for node in page.all(".csl-entry-text")]
    assert texts == [text.upper() for text in texts]


def test_the_kind_of_a_style_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a build that formats nothing anew would load pybtex to ask for it."""
    fields = {"author": "Ash, A.", "title": "Title", "year": "2000"}
    library = Library({"a": Entry("a", "misc", fields, "made.bib", 1)})
    for load in (load_style, None):
        monkeypatch.setattr("markdown_citations.formatting.pybtex_style.load_style", load)
        formatter = Formatter(library, "author-year", tmp_path / "kept.json")
        assert formatter.arrange(["a"]) == [("a", "")]
        assert formatter.format("a").year == "2000"
        formatter.save()
