"""What is said of a link that leads nowhere: what is proposed leads somewhere."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ('<a href="assets/room.jpg">A quiet room</a>', 'Did you mean "../assets/room.jpg"?'),
        ('<a href="risks/">What the risks are</a>', 'Did you mean "../risks/"?'),
        ("<a href=risks/>What the risks are</a>", 'Did you mean "../risks/"?'),
        ("[What the risks are](Risks.md)", 'Did you mean "risks.md"?'),
        ("![A quiet room](assets\\room.jpg)", 'Did you mean "assets/room.jpg"?'),
        ("[What the risks are](“risks.md”)", "Take the curved quotation marks out"),
        (
            "[What the risks are](risks.md “Risks”)",
            "Type straight quotation marks around the title",
        ),
        ('[What the risks are](risks.md "Risks)', "Close the quotation marks of the title"),
    ],
)
def test_what_to_write(frame: Any, body: str, hint: str) -> None:
    """In HTML an address starts at the page, and no name of a file becomes one."""
    frame.body = body
    (problem,) = [p for p in frame.problems() if p.code == "link-broken"]
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    "body",
    [
        '<img src="../assets/room.jpg" alt="A quiet room">',
        '<a href="../risks/">What the risks are</a>',
        '[What the risks are](risks.md "Risks")',
    ],
)
def test_what_was_proposed(codes: Any, body: str) -> None:
    assert codes(body) == []
