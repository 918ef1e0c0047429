"""Lines that are bold as a whole, and whether they stand for a heading."""

from __future__ import annotations

from typing import Any

import pytest

BELOW = "\n\nYou may feel sick."


@pytest.mark.parametrize(
    "body",
    [
        "## Before\n\nText.\n\n**Risks**" + BELOW,
        "## Before\n\nText.\n\n__Risks__" + BELOW,
        "## Before\n\nText.\n\n***Risks***" + BELOW,
        "## Before\n\nText.\n\n**Risks**:" + BELOW,
        "## Before\n\nText.\n\n**Risks:**" + BELOW,
        "## Before\n\nText.\n\n**Risks**\n\n- You may feel sick.\n- You may feel dizzy.",
        "## Before\n\nText.\n\n**What are the risks?**" + BELOW,
        "## Before\n\nText.\n\n<div markdown>\n**Risks**" + BELOW + "\n</div>",
    ],
    ids=[
        "in stars",
        "in low lines",
        "in italics, too",
        "a colon behind it",
        "a colon in it",
        "above a list",
        "a question",
        "in a box of one's own",
    ],
)
def test_bold_line_as_heading(frame: Any, body: str) -> None:
    """One warning at its line, with what to write."""
    frame.body = body
    (problem,) = (found for found in frame.problems() if found.code == "heading-bold")
    words = "What are the risks?" if "?" in body else "Risks"
    assert problem.severity == "warning"
    assert problem.message == f'the line "{words}" is bold as a whole, and looks like a heading'
    assert problem.hint == (
        f"Write ## {words} (### below another heading with ##): menus and screen readers find "
        "headings alone. If it is a sentence, end it with a full stop."
    )
    lines = frame.source.splitlines()
    assert words in lines[problem.line - 1]


@pytest.mark.parametrize(
    "body",
    [
        "**Do not drive for a day.**" + BELOW,
        "**Do not drive!**" + BELOW,
        "**Do not drive.** Someone takes you home." + BELOW,
        "**Risks.**\nYou may feel sick.",
        "**Bring these:**\n\n- a coat\n- your list",
        "**Session fees**\n\n| Visit | Price |\n| --- | --- |\n| First | $1 |",
        "1. **Insurance card**\n\n    Both sides.\n\n2. **Your list**\n\n    All of it.",
        '<div class="admonition warning"><p class="admonition-title">Warning</p>'
        "<p><strong>Do not drive</strong></p><p>Take a cab.</p></div>",
        "> **A wise person**\n>\n> Rest is work.",
        "**[Book a visit](risks.md)**" + BELOW,
        "**555-0100**" + BELOW,
        "Text.\n\n**The end**",
        "**Between two headings**\n\n## Next\n\nText.",
        "::: notice crisis",
        "**"
        + "A line of very many words which no heading would ever be long enough to hold at all"
        + "**"
        + BELOW,
    ],
    ids=[
        "a sentence",
        "a call",
        "a sentence before others",
        "words before the text of their own paragraph",
        "what opens a list",
        "what stands above a table",
        "in a list",
        "in an admonition",
        "in a quotation",
        "a link",
        "a number",
        "at the end",
        "nothing below it",
        "in a notice",
        "too long",
    ],
)
def test_bold_line_that_is_no_heading(frame: Any, body: str) -> None:
    """What warns, opens or names something may be bold."""
    frame.body = body
    assert "heading-bold" not in [problem.code for problem in frame.problems()]
