"""All citations of a text are marked in one walk, which is what keeps odd input cheap."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from counting import count_lines

ODD = {
    "open brackets": "[@",
    "signs alone": "@",
    "open braces": "@{",
    "an author and a bracket": "@dore2019 [",
    "a locator without an end": "[@dore2019, p. ",
    "a list without an end": "[@dore2019; ",
    "words of others": "@someone ",
    "addresses": "https://a.b/@c ",
    "emphasis": "*a [@x ",
    "citations": "[@dore2019] ",
    "locators": "[see @dore2019, p. 3-5, *so*] ",
}


@pytest.mark.parametrize("crumb", ODD.values(), ids=ODD)
@pytest.mark.parametrize("closed", [False, True], ids=["", "and as many closing"])
def test_twice_the_text_is_twice_the_work(convert: Any, crumb: str, closed: bool) -> None:
    pattern = convert("[@dore2019]").md.inlinePatterns["citation"]

    def mark(size: int) -> int:
        text = crumb * (size // len(crumb)) + "]" * (closed * size // len(crumb))
        pattern.conversion.begin(pattern.conversion.source)
        match = pattern.getCompiledRegExp().match(text)
        return count_lines(partial(pattern.handleMatch, match, text))

    assert mark(4000) <= 2.2 * mark(2000)


def test_brackets_without_an_end_are_shown(convert: Any) -> None:
    """Markdown's links would look for the end of each through the whole text."""
    page = convert("[a " * 300 + "[@dore2019] and [a link](a.md)")
    assert page.text == "[a " * 300 + "[1] and a link"
    assert page.one("a[href='a.md']").text() == "a link"


def test_the_order_of_markers_is_that_of_the_page(convert: Any) -> None:
    """Emphasis, links and parts with Markdown of their own stay where they were."""
    page = convert(
        "*One [@dore2019] and [see **the** @kew2023, *p.* x]{.k} [link](a.md)* @fda2023, "
        "[cited by @dore2019; -@kew2023, as @fda2023 says]"
    )
    assert [node.text() for node in page.all("a[role=doc-biblioref]")] == list("123123")
    assert page.one("em span.k strong").text() == "the"
    assert page.one("em a[href='a.md']").text() == "link"
    assert "text-with-citations" not in page.html
    assert "markdown-of-citation" not in page.html


def test_an_attribute_without_a_value_beside_a_citation(convert: Any) -> None:
    """Python-Markdown gives such an attribute None for a value."""
    page = convert("Take [the picture](share.png){download} with you [@dore2019]{x}.")
    assert "download" in page.one("a[href='share.png']").attributes
    assert page.problems == []
