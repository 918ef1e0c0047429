"""Settings in the quotes of a word processor."""

from __future__ import annotations

from typing import Any

import pytest
from kapguide.checks.site.quotes_curved import check_settings
from kapguide.pages.source_lines import make_source
from kapguide.project.project import Project, Site


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        pytest.param("“St. Anne’s Clinic”", '"St. Anne’s Clinic"', id="double"),
        pytest.param("‘St. Anne’s Clinic’", '"St. Anne’s Clinic"', id="single"),
        pytest.param("„Ruhe“", '"Ruhe"', id="as in German"),
        pytest.param('“Rest"', '"Rest"', id="one of them straight"),
    ],
)
def test_text_in_curved_quotes(frame: Any, typed: str, right: str) -> None:
    """It is told at its line, in mkdocs.yml and at a page's top, with what to write."""
    config = make_source("mkdocs.yml", f"extra:\n  clinic:\n    name: {typed}\n")
    (found,) = check_settings(Site(pages=()), Project(notices={}, config=config))
    assert (found.line, found.hint) == (3, f"Write straight ones: name: {right}")
    frame.front = {**frame.front, "description": typed}
    (found,) = (p for p in frame.problems() if p.code == "quotes-curved")
    assert found.hint == f"Write straight ones: description: {right}"
    assert found.line is not None
    assert frame.source.splitlines()[found.line - 1].startswith("description:")


def test_words_of_a_list(frame: Any) -> None:
    """Each is told, without the name of the list before it."""
    frame.front = {**frame.front, "index_terms": ["“cost”", "price"]}
    (found,) = (p for p in frame.problems() if p.code == "quotes-curved")
    assert found.hint == 'Write straight ones: "cost"'


@pytest.mark.parametrize(
    "typed", ["“Trips” and “bad trips”", "St. Anne’s", "Rest", "‘No’ or ‘yes’"]
)
def test_quotes_of_the_text_itself(typed: str) -> None:
    """What is quoted within a text stays."""
    config = make_source("mkdocs.yml", f"site_name: {typed}\n")
    assert list(check_settings(Site(pages=()), Project(notices={}, config=config))) == []
