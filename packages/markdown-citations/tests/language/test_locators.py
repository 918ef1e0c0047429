"""Locators: `, p. 3, our italics` as text in, label, value and suffix out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_citations.language.citation import Locator
from markdown_citations.language.locators import LABELS, format_locator, parse_locator
from markdown_citations.texts import read_texts

PRINTED = read_texts().locators
LOCATORS = {
    "page": (", p. 3", "page", "3", ""),
    "no label means page": (", 3", "page", "3", ""),
    "no comma": (" 33-5", "page", "33-5", ""),
    "whole word": (", chapter 2", "chapter", "2", ""),
    "whole word in plural": (", figures 2 and 3", "figure", "2", " and 3"),
    "capital letters": (", Fig. 2a", "figure", "2a", ""),
    "glued": (", p.3", "page", "3", ""),
    "roman": (", p. xvii", "page", "xvii", ""),
    "list": (", pp. iv, vi-xi, (xv)-(xvii) too", "page", "iv, vi-xi, (xv)-(xvii)", " too"),
    "section sign": (", § 4.2", "section", "4.2", ""),
    "dots inside": (", sec. 4.2.1.", "section", "4.2.1", "."),
    "volume and pages": (", vol. 2:33-44", "volume", "2:33-44", ""),
    "sub verbo": (", s.v. 3", "sub verbo", "3", ""),
    "table": (", table 2", "table", "2", ""),
    "appendix": (", appendix 3", "appendix", "3", ""),
    "no-break space": (",\u00a0p.\u00a03", "page", "3", ""),
}


@pytest.mark.parametrize(("text", "label", "value", "rest"), LOCATORS.values(), ids=LOCATORS.keys())
def test_reads_locators(text: str, label: str, value: str, rest: str) -> None:
    assert parse_locator(text) == (Locator(label, value), rest)


@pytest.mark.parametrize("text", ["", ", our italics", ", p. A", ", figure", ", {}3", " (n = 3)"])
def test_reads_no_locator(text: str) -> None:
    assert parse_locator(text)[0] is None


@pytest.mark.parametrize(
    ("label", "form"),
    [(label, form) for label in LABELS for form in (*PRINTED[label], *LABELS[label])],
)
def test_reads_every_label_in_every_form(label: str, form: str) -> None:
    """The whole list of CSL, singular and plural, short and long."""
    assert parse_locator(f", {form} 3") == (Locator(label, "3"), "")


@pytest.mark.parametrize(
    ("locator", "printed"),
    [
        (Locator("page", "3"), "p.\u00a03"),
        (Locator("page", "3-5"), "pp.\u00a03–5"),
        (Locator("page", "3, 7"), "pp.\u00a03, 7"),
        (Locator("page", "3--5"), "pp.\u00a03–5"),
        (Locator("page", "A-3"), "p.\u00a0A-3"),
        (Locator("page", "12-B"), "p.\u00a012-B"),
        (Locator("page", "A-3--A-5"), "pp.\u00a0A-3–A-5"),
        (Locator("page", "S1-S4"), "pp.\u00a0S1–S4"),
        (Locator("page", "iv-ix"), "pp.\u00a0iv–ix"),
        (Locator("page", "(xv)-(xvii)"), "pp.\u00a0(xv)–(xvii)"),
        (Locator("figure", "2a"), "fig.\u00a02a"),
        (Locator("section", "4 & 5"), "secs.\u00a04 & 5"),
        (Locator("timestamp", "1:30"), "timestamp\u00a01:30"),
    ],
)
def test_prints_locators(locator: Locator, printed: str) -> None:
    assert format_locator(locator, PRINTED) == printed


PIECES = st.lists(
    st.sampled_from([*"[]{};@-,. *_\\\n:/", "\x02", "\x03", "p. 3", "see", "é", "{}"])
    | st.text(max_size=3),
    max_size=30,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(PIECES)
def test_no_letter_of_a_locator_is_lost(text: str) -> None:
    """Locator and suffix together are what was written, but for label, braces and blanks."""
    locator, suffix = parse_locator(text)
    assert text.endswith(suffix)
    if locator is not None:
        assert locator.value in text
