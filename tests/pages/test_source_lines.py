"""The line of a piece of source, where the same piece stands on others too."""

from __future__ import annotations

import pytest
from kapguide.pages.source_lines import make_source

SOURCE = make_source(
    "docs/x.md",
    """\
---
title: Rest
---

# Rest

It is **safe** to rest here.
Call the **nurse** first.

Then rest again.
You may **sleep if you like.

- One
- Two with ** in it

As \\citep{dore2019} say.
""",
)


@pytest.mark.parametrize(
    ("literal", "text", "line"),
    [
        pytest.param("**", "Then rest again. You may **sleep if you like.", 11, id="in its text"),
        pytest.param("**", "One", 14, id="in the list below"),
        pytest.param("**", "", 7, id="without a text the first"),
        pytest.param("**", "words that nobody wrote", 7, id="with a text that is not there"),
        pytest.param("nowhere", "Then rest again.", 10, id="a piece that is not there"),
        pytest.param("title:", "Then rest again.", 2, id="a piece of the settings"),
        pytest.param("", "You may sleep if you like.", 11, id="a text alone"),
        pytest.param("", r"As \citep{dore2019} say.", 16, id="with markup that readers see"),
        pytest.param("nowhere", "nothing like it", None, id="neither"),
    ],
)
def test_line_of_a_piece(literal: str, text: str, line: int | None) -> None:
    """The paragraph that readers see it in comes first, then any other place."""
    assert SOURCE.find_near(literal, text) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Dore and Kew then rest again you may sleep", 10),
        ("Dore and Kew then rest again you will not sleep", None),
        ("rest", None),
    ],
)
def test_line_of_what_the_build_began(text: str, line: int | None) -> None:
    """Five words in a row that stand once are enough, and four are not."""
    assert SOURCE.find_part(text) == line
