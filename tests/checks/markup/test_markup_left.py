"""Leftovers of Markdown: what is found does not depend on what stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.checks.markup.markup_left import check_leftovers
from kapguide.pages.page import parse_page
from kapguide.project.project import Project

Codes = Callable[..., list[str]]
PIECES = st.sampled_from(
    (
        *("a", "b", "TODO", "XXX", "**", "***", "##", "###", ":::", "::::", "[", "]", "(", ")"),
        *("[^", "](", "][", "{", "}", "{:", "{{", "%}", "&", "amp;", "<b", "</p", ">"),
        *("=======", "<<<<<<<", ">>>>>>>"),
    )
)
BLOCKS = st.lists(st.lists(PIECES, min_size=1, max_size=5), min_size=1, max_size=4)


def _messages(*blocks: str) -> list[str]:
    text = "".join(f"<p>{escape(block)}</p>" for block in blocks)
    page = parse_page(f"<main>{text}</main>", "site/a.html")
    return [problem.message for problem in check_leftovers(page, Project(notices={}))]


@given(blocks=BLOCKS, blank=st.sampled_from(["", " "]))
def test_a_block_is_judged_by_itself(blocks: list[list[str]], blank: str) -> None:
    """All blocks together have the problems that each has alone."""
    texts = [blank.join(pieces) for pieces in blocks]
    assert _messages(*texts) == [message for text in texts for message in _messages(text)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Text. ::: notice services", "It stands alone on its line, with an empty line"),
        ("::: note", "Take the line out: there are ::: notice NAME"),
        ("Ask us. :::", "Take the line out: there are ::: notice NAME"),
    ],
    ids=["known", "unknown", "the end of what has none"],
)
def test_line_of_colons(text: str, hint: str) -> None:
    """What to do depends on whether there is such a line."""
    page = parse_page(f"<main><p>{text}</p></main>", "site/a.html")
    (found,) = check_leftovers(page, Project(notices={}))
    assert found.hint.startswith(hint)


@pytest.mark.parametrize(
    "code",
    [
        "</div>",
        "<b>",
        "**bold** text",
        "TODO",
        "::: notice crisis",
        "[a] (b.md)",
        "{{ x }}",
        "[@lost]",
    ],
)
@pytest.mark.parametrize("text", ["`{}`", "See `{}` there.", "- **`{}`**: a sign", "## On `{}`"])
def test_code_is_no_leftover(codes: Codes, code: str, text: str) -> None:
    """It is there to be read as it was typed."""
    assert not {"markup-left", "citation-left"} & set(codes(text.format(code)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("`x` and TODO", "TODO"),
        ("**`x` is bold", "**"),
        ("[what `x` is] (`x.md`)", "] (x.md)"),
    ],
    ids=["a word", "stars", "a link"],
)
def test_leftover_beside_code(frame: Any, text: str, said: str) -> None:
    """Is found, and shown with the code in it."""
    frame.body = text
    shown = [p.message.split('"')[1] for p in frame.found("markup-left")]
    assert shown == [said]
