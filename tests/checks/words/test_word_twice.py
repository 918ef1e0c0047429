"""Words, few words and sentences that were typed twice."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "You may may feel tired.",
        "The the team is here.",
        "The lot that is is across the street.",
        "It is in in the room.",
        "You feel it in the in the room.",
        "Rest **well** well today.",
        "So it was was.",
        "Rest and and eat.",
        "Bring a coat. The The Friday before, we call.",
        "Wait at the end of the at the end of the hall.",
        "When you arrive, tell the desk tell the desk who comes.",
        "Bring water to drink on the way. Bring water to drink on the way.",
        "Bring water to drink on the way.\n\nBring water to drink on the way.",
    ],
)
def test_twice(frame: Any, body: str) -> None:
    assert len(frame.found("word-twice", body=body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        "We said that that is so.",
        "She had had it before.",
        "The nurse gave her her coat.",
        "It comes again and again.",
        "Go step by step by the book.",
        "It eases little by little by itself, and again and again and again.",
        "We met in Walla Walla.",
        "Walla Walla is near. Bora Bora is not.",
        "Harbour Clinic<br>\nHarbour Clinic, 14 Mill Lane",
        "Call 55 55 55.",
        "Take vitamin A a day before.",
        "It is what it is. Is it?",
        "No, no, we do not.",
        "It is very, very small.",
        "Ask what it is, what it is not.",
        "What it is is a room with a chair. What hope is is hard to say.",
        "The question is is it safe?",
        "You are not alone. You are not alone.",
        "> Breathe in slowly and then breathe out. Breathe in slowly and then breathe out.",
        "The friend of the friend of the patient may call.",
        "Breathe in and out and in and out and rest.",
        "We know that you know that you can stop.",
        "Some say that they say that they care.",
        "Bring water. Bring water. No, no, no. No, no, no.",
        "- Sign here, please.\n- Sign here, please.",
        "The Group (Group for short) meets.",
    ],
)
def test_not_twice(frame: Any, body: str) -> None:
    assert frame.found("word-twice", body=body) == []


def test_each_that_stands_twice(frame: Any) -> None:
    """One word typed twice is not all that one sentence has."""
    body = "Ask for for a price, and\nask **who** who checks it."
    found = frame.found("word-twice", body=body)
    assert [problem.message.split()[0] for problem in found] == ['"for"', '"who"']
    assert found[1].line == found[0].line + 1


def test_twice_in_spanish(spanish: Any) -> None:
    """A few words are told once, whatever their number."""
    found = [
        p for p in spanish("Está al final del al final del pasillo.") if p.code == "word-twice"
    ]
    assert [problem.message for problem in found] == ['"al final del" stands twice']
