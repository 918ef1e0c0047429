"""Items below items: those that the build would show beside them."""

from __future__ import annotations

from typing import Any

import markdown
import pytest

FLAT = [
    pytest.param("1. Your card\n  - both sides\n2. Your list", id="two blanks, numbered"),
    pytest.param("1. Your card\n   - both sides\n2. Your list", id="three blanks, numbered"),
    pytest.param("- Your card\n  - both sides\n- Your list", id="two blanks, bullets"),
    pytest.param("- Your card\n - both sides\n- Your list", id="one blank"),
    pytest.param("- Your card\n\n  - both sides\n\n- Your list", id="with empty lines"),
    pytest.param("* Your card,\n  the new one\n  * both sides", id="behind a second line"),
]
NESTED = [
    pytest.param("1. Your card\n    - both sides\n2. Your list", id="four blanks"),
    pytest.param("- Your card\n\t- both sides\n- Your list", id="a tab"),
    pytest.param("- Your card\n    - both\n        - sides", id="three levels"),
    pytest.param("- Your card\n\n\nWrite this:\n\n - both sides", id="another list"),
    pytest.param(" - Your card\n - both sides", id="all items a blank in"),
    pytest.param("```\n- a\n  - b\n```", id="code"),
    pytest.param("- Your card\n\n    Both sides.\n\n- Your list", id="a paragraph of an item"),
    pytest.param("- Your card,\n  both sides\n- Your list", id="a second line"),
    pytest.param("- Your card\n\nBoth sides.", id="text behind the list"),
]


@pytest.mark.parametrize("body", FLAT)
def test_item_that_loses_its_place(frame: Any, body: str) -> None:
    """The build makes one list of it, and the line of the first such item is named."""
    assert markdown.markdown(body).count("<li>") == body.count("Your") + 1
    assert "<ul>" not in markdown.markdown(body).replace("<ul>", "", 1)
    frame.body = body
    (found,) = frame.found("list-flat")
    assert found.line is not None
    assert "both sides" in frame.source.splitlines()[found.line - 1]
    assert found.hint == "Put four spaces before each item that belongs below another."


ENDED = [
    pytest.param("1. Your card\n\n   Both sides.\n\n2. Your list", id="three blanks"),
    pytest.param("- Your card\n\n  Both sides.\n\n- Your list", id="two blanks"),
    pytest.param("- Your card\n\n  Both sides.\n  And its number.", id="two lines"),
]


@pytest.mark.parametrize("body", ENDED)
def test_paragraph_that_ends_the_list(frame: Any, body: str) -> None:
    """The build puts it behind the list; what comes then is a new list, which counts anew."""
    assert "</ul>\n<p>Both" in markdown.markdown(body).replace("ol>", "ul>")
    frame.body = body
    (found,) = frame.found("list-flat")
    assert frame.source.splitlines()[found.line - 1].strip() == "Both sides."
    assert found.hint == "Put four spaces before each line that belongs to an item."


@pytest.mark.parametrize("body", NESTED)
def test_item_in_its_place(codes: Any, body: str) -> None:
    """Nested lists, and lists that stand one after another."""
    assert "list-flat" not in codes(body)


def test_each_item_with_such_below_it_is_told_once(frame: Any) -> None:
    """One message for the items below one item."""
    frame.body = "- A\n  - one\n  - two\n- B\n  - three"
    assert len(frame.found("list-flat")) == 2
