"""A number to call or text is the one that the cited entry gives."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pytest
from markdown_citations.library.entries import Entry, Library

FINDINGS = {
    "line": "Call 116 123, free from any phone. It is there since 2003.",
    "both": "Call 13 11 14, or text 0477 13 11 14, both day and night.",
    "letters": "Call 1-800-662-HELP (4357), TTY 1-800-487-4889.",
    "study": "In 120 people, 555 sessions were told of.",
}
LIBRARY = Library(
    MappingProxyType(
        {key: Entry(key, "www", {"finding": text}, "x.bib", 1) for key, text in FINDINGS.items()}
    ),
    ("x.bib",),
)
RIGHT = [
    "Call [116 123](tel:116123) [@line].",
    "Call [13 11 14](tel:131114) or text [0477 13 11 14](sms:0477131114) [@both].",
    "Call [1-800-662-4357](tel:18006624357) [@letters].",
    "Call the clinic at [555-0100](tel:5550100), as in the study [@study].",
    "Call [555-0100](tel:5550100). Others may call [116 123](tel:116123).",
    "Call [112](tel:112) or [116 123](tel:116123) [@line].",
    "Call [the clinic](tel:5550100) first, then [116 123](tel:116123) [@line].",
    "Text [HOME](sms:741741) or call 116 123 [@line].",
    "- UK: [call](tel:116123) [@line]\n- Australia: [call](tel:131114) [@both]",
    "Call [the clinic](tel:5550100) if you feel unwell; the line is there at night [@line].",
    "Call 116 123, or 112 [@line].",
    "In 2019, 116 people called 116 123 [@line].",
    "Call [116 123](tel:116123) [@line], or [13 11 14](tel:131114) [@both].",
]
WRONG = [
    ("Call [116 124](tel:116124) [@line].", "116 124", "116 123 (line)"),
    ("- Call [116 132](tel:116132) [@line]", "116 132", "116 123 (line)"),
    (
        "Text [0477 13 11 15](sms:0477131115) [@both].",
        "0477 13 11 15",
        "13 11 14 (both), 0477 13 11 14 (both)",
    ),
]


PLAIN = [
    "Call 116 124 [@line].",
    "Ring the line on 116 124, day and night [@line].",
    "Text 0477 13 11 15 at any hour [@both].",
]


@pytest.mark.parametrize("text", PLAIN)
def test_another_number_without_a_link(frame: Any, text: str) -> None:
    """Readers dial it by hand; that its parts are in no finding is not told besides."""
    frame.body, frame.library = text, LIBRARY
    assert [problem.code for problem in frame.problems()] == ["tel-unsupported"]


@pytest.mark.parametrize("text", RIGHT)
def test_the_number_of_the_entry(frame: Any, text: str) -> None:
    """Nothing is said where the entry gives no number to call, or no entry is cited."""
    assert frame.found("tel-unsupported", body=text, library=LIBRARY) == []


@pytest.mark.parametrize(("text", "words", "given"), WRONG)
def test_another_number(frame: Any, text: str, words: str, given: str) -> None:
    """One digit makes another line of it; the message has both numbers."""
    found = frame.found("tel-unsupported", body=text, library=LIBRARY)
    assert [problem.line for problem in found] == [frame.source.split("\n").index(text) + 1]
    assert found[0].message.startswith(f'"{words}" leads to ')
    assert found[0].message.endswith(f"the entry cited beside it gives {given}")


def test_a_notice_names_one_line(frame: Any) -> None:
    """Its number may be all another; on a page such a number is another line's."""
    text = "Call [555-0100](tel:5550100) [@line]."
    notice = f'<div data-notice="lines" markdown="1">\n\n{text}\n\n</div>'
    assert frame.found("tel-unsupported", body=text, library=LIBRARY) == []
    assert len(frame.found("tel-unsupported", body=notice)) == 1
