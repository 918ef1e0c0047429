"""The README tells what is so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from markdown_citations.language.locators import LABELS
from markdown_citations.texts import read_texts

PACKAGE = Path(__file__).resolve().parent.parent
README = (PACKAGE / "README.md").read_text("utf-8")
BIB = PACKAGE / "docs" / "picture" / "refs.bib"
SYNTAX = README.split("\n## Syntax\n")[1].split("\n## ")[0]
ROWS = {
    match[1]: (match[2], match[3])
    for match in re.finditer(r"^\| `([^`]*@[^`]*)` \| ([^|]+) \| ([^|]+) \|$", SYNTAX, re.M)
}


@pytest.mark.parametrize("source", ROWS)
def test_syntax_prints_what_the_table_says(source: str, convert: Any) -> None:
    """In both styles, on a page that has cited the two works before."""
    page = f"[@turing1936; @shannon1948]\n\n{source}\n"
    for style, expected in zip(("vancouver", "author-year"), ROWS[source], strict=True):
        converted = convert(page, style=style, bib=BIB)
        assert converted.problems == []
        assert " ".join(converted.all("p")[1].text().split()) == expected


def test_syntax_table_is_read() -> None:
    assert len(ROWS) >= 7


def test_labels_are_counted() -> None:
    shown = re.findall(r"`([a-z]+\.)`", SYNTAX.partition("Locators")[2].partition(" more;")[0])
    named = {label for label, forms in read_texts().locators.items() if set(forms) & set(shown)}
    more = re.search(r"and (\d+) more", SYNTAX)
    assert more is not None
    assert len(LABELS) == len(named) + int(more[1])
