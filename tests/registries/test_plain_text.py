"""Text of registries as plain text: without markup, compared without what means nothing."""

from __future__ import annotations

import pytest
from kapguide.registries.asking.pubmed_xml import expand_page
from kapguide.registries.plain_text import fold, plain


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two.</jats:p>",
            "Abstract One. Two.",
        ),
        ("10<sup>-5</sup> M H<sub>2</sub>O", "10⁻⁵ M H₂O"),
        ("the 5<sup>th</sup> day", "the 5th day"),
        ("&amp;lt;i&amp;gt;Melissa&amp;lt;/i&amp;gt;", "Melissa"),
        ("p &lt; 0.05 and q &gt; 3", "p < 0.05 and q > 3"),
        ("Caf\u0065\u0301, soft\u00adhyphen", "Café, softhyphen"),
        ("a\n  b\u00a0c", "a b c"),
        (None, ""),
    ],
)
def test_plain_text(text: object, made: str) -> None:
    """Markup goes, what it says stays."""
    assert plain(text) == made


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Double-blind", "double–blind"),
        ("López-Roca", "LOPEZ ROCA"),
        ("Smith & Wesson", "Smith and Wesson"),
        ("“Special” K", "'special' K."),
        ("Strøm, Łukasz", "Strom Lukasz"),
        ("CO₂", "CO2"),
    ],
)
def test_what_means_nothing_is_folded(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [("1691", "706", "1706"), ("165", "83", "183"), ("9", "12", "12"), ("e1", "9", "9")],
)
def test_last_pages_are_written_out(first: str, last: str, whole: str) -> None:
    assert expand_page(first, last) == whole
