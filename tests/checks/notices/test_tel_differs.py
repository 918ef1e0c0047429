"""What a tap calls is the number that its words give."""

from __future__ import annotations

from typing import Any

import pytest
from kapguide.notices.notice import Notice

SAME = [
    ("call 988", "tel:988"),
    ("text HOME to 741741", "sms:741741"),
    ("text 988", "sms:988?body=HELP"),
    ("0800 68 41 41", "tel:+44800684141"),
    ("+44 (0)20 7946 0000", "tel:+442079460000"),
    ("(212) 555-0100, ext. 4", "tel:+1-212-555-0100,4"),
    ("1-800-555-TALK (8255)", "tel:18005558255"),
    ("116 123, free, 24/7", "tel:116123"),
    ("999 or 112", "tel:112"),
    ("call us", "tel:5550100"),
    ("030/1234567", "tel:030%201234567"),
    ("13 11 14", "tel:+61131114"),
]
OTHER = [
    ("call 988", "tel:9888", "988"),
    ("call 988", "tel:1988", "988"),
    ("text 988", "sms:989", "988"),
    ("(212) 555-0100", "tel:2125550101", "(212) 555-0100"),
    ("0800 68 41 41", "tel:+44800684142", "0800 68 41 41"),
    ("116 123", "tel:116132", "116 123"),
    ("116 123", "tel:1116123", "116 123"),
    ("988", "tel:+1988", "988"),
    ("13 11 14", "tel:+61131115", "13 11 14"),
]


def _said(frame: Any, text: str) -> list[str]:
    frame.body = text
    return [problem.message for problem in frame.problems() if problem.code == "tel-differs"]


@pytest.mark.parametrize("address", ["tel:", "sms:", "tel:call-us"])
def test_no_number(frame: Any, address: str) -> None:
    """Nothing is called."""
    assert _said(frame, f"[call us]({address})") == [f'the link "{address}" holds no number']


@pytest.mark.parametrize(("words", "address"), SAME)
def test_same_number(frame: Any, words: str, address: str) -> None:
    """A number may be written in many ways."""
    assert _said(frame, f"You can [{words}]({address}).") == []


@pytest.mark.parametrize(("words", "address", "said"), OTHER)
def test_other_number(frame: Any, words: str, address: str, said: str) -> None:
    """One digit makes another number of it."""
    expected = f'the words give "{said}", and the link leads to "{address}"'
    assert _said(frame, f"You can [{words}]({address}).") == [expected]


@pytest.mark.parametrize(
    ("words", "address", "number"),
    [
        ("303-555-0101", "tel:+13035550102", "+13035550101"),
        ("303-555-0101", "tel:+1303555010", "+13035550101"),
        ("1-303-555-0101", "tel:+13035550102", "+13035550101"),
        ("0800 68 41 41", "tel:+44800684142", "+44800684141"),
        ("06 1234 5678", "tel:+390612345679", "+390612345678"),
        ("+1 303-555-0101", "tel:3035550102", "+13035550101"),
        ("303-555-0101", "tel:3035550102", "3035550101"),
        ("call 988", "tel:+1989", "988"),
    ],
)
def test_number_to_write(frame: Any, words: str, address: str, number: str) -> None:
    """The link's code of the country stays, which the words leave out."""
    frame.body = f"You can call [{words}]({address})."
    (hint,) = [problem.hint for problem in frame.problems() if problem.code == "tel-differs"]
    assert f"write tel:{number}." in hint
    assert _said(frame, frame.body.replace(address, f"tel:{number}")) == []


WAYS = {
    "text a number that is called": ("text 988", "tel:988", "Write sms:988"),
    "call a number that is texted": ("call 988", "sms:988", "Write tel:988"),
    "a blank in the address": ("call 988", "tel: 988", "Write tel:988"),
    "a number for a website": ("call 988", "https://988", "Write tel:988"),
    "an e-mail that is called": ("a@b.example", "tel:a@b.example", "Write mailto:a@b.example"),
}


@pytest.mark.parametrize(("words", "address", "hint"), WAYS.values(), ids=WAYS)
def test_other_way(frame: Any, words: str, address: str, hint: str) -> None:
    """What the words ask for is what a tap does; written as the hint says, it is."""
    frame.body = f"You can [{words}]({address})."
    (problem,) = [problem for problem in frame.problems() if problem.code == "tel-differs"]
    assert problem.hint == hint
    assert _said(frame, f"You can [{words}]({hint.removeprefix('Write ')}).") == []


def test_either_way(frame: Any) -> None:
    """Who is asked to call or text may do either."""
    for address in ("tel:988", "sms:988", "https://988lifeline.org/"):
        assert _said(frame, f"You can [call or text 988]({address}).") == []


def test_number_beside_the_link(frame: Any) -> None:
    """Where the link's own words have none, a number beside it is looked at if it is alike."""
    beside = "[Call the lifeline]({}), 988, in room 1200."
    assert _said(frame, beside.format("tel:988")) == []
    assert len(_said(frame, beside.format("tel:9888"))) == 1
    assert _said(frame, "[Call us](tel:5550100) from 2026 on, at 120 Main Street.") == []


def test_notice_is_told_once_at_its_own_line(frame: Any) -> None:
    """The crisis lines stand on every page; their mistake stands in one file."""
    text = "**Help.**\nIn danger, [call 911](tel:911).\nOr [call 988](tel:9888).\n"
    frame.notices = {**frame.notices, "crisis": Notice("crisis", "docs/_includes/crisis.md", text)}
    (problem,) = [problem for problem in frame.problems() if problem.code == "tel-differs"]
    assert (problem.path, problem.line) == ("docs/_includes/crisis.md", 3)


def test_number_that_a_link_stands_behind(frame: Any) -> None:
    """Short numbers are alike, so it has to lead to the link."""
    (said,) = _said(frame, "Dial 988: [call now](tel:998), at any hour.")
    assert said == 'the words give "988", and the link leads to "tel:998"'
    assert _said(frame, "Dial 911, or for a nurse [call now](tel:811), at any hour.") == []
    assert _said(frame, "Dial 988: [call now](tel:988), or 998.") == []
    assert _said(frame, "Read page 987, [call for help](tel:988).") == []
    assert _said(frame, "In Canada dial 811, [in the US call](tel:911).") == []
    assert _said(frame, "Dial 911 — [our nurse line](tel:811) is for the rest.") == []
    assert _said(frame, "Extension 899 ([call us](tel:989)).") == []
