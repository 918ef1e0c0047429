"""Words that sound alike are not mixed up."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("It takes more then an hour.", "more than"),
        ("Rather then wait, ask.", "rather than"),
        ("It was better then before.", "better than"),
        ("You rest and than go home.", "and then"),
        ("You should of asked.", "should have"),
        ("Each has it's effects.", "its effects"),
        ("Its not a cure.", "it's not"),
        ("Without it's yes you pay.", "without its"),
        ("Your not alone.", "you're not"),
        ("It has side affects.", "side effects"),
        ("Ask for medical advise.", "medical advice"),
        ("You may loose hope.", "may lose"),
        ("The team does it's best.", "does its"),
        ("Talk to there doctor.", "their doctor"),
        ("It is different then before.", "different than"),
        ("Your never alone.", "you're never"),
        ("They can breath.", "can breathe"),
        ("You are suppose to rest.", "supposed to"),
        ("Who's turn is it?", "whose turn"),
        ("You wont feel it.", "you won't"),
        ("They cant stay.", "they can't"),
        ("The affects of it vary.", "the effects"),
        ("If your taking medicines, say so.", "you're taking"),
        ("Do not loose hope.", "not lose"),
        ("Ask you doctor first.", "your doctor"),
        ("Bring you're coat.", "your coat"),
        ("There mood may change.", "their mood"),
        ("We except all plans.", "we accept"),
        ("It has less symptoms.", "fewer symptoms"),
        ("It effects your sleep.", "it affects"),
    ],
)
def test_confused(frame: Any, body: str, right: str) -> None:
    frame.body = body
    hints = [problem.hint for problem in frame.problems() if problem.code == "word-confused"]
    assert hints == [f'Write "{right}".']


@pytest.mark.parametrize(
    "body",
    [
        "First rest, then eat.",
        "It takes more. Then you go.",
        "If so, then ask.",
        "It is more than that, and then some.",
        "It's not a cure, and its effects vary.",
        "He was older; then he came.",
        "Of course you could, of all people.",
        "It's best to rest, and it's way too long.",
        "Are there doctors, friends or medicines?",
        "Your nervous system and your sick child.",
        "Take a breath, from breath to breath.",
        "In cold weather or rain, wait. It is no use to you.",
        "If you nurse a baby, or partner with us, be true to who you are.",
        "Are there symptoms, pain or feelings? You're family.",
        "You own it, and it has effects; there is less time.",
        "All plans except one, and a loose coat for you. Talk to the nurse who knows you.",
    ],
)
def test_not_confused(frame: Any, body: str) -> None:
    assert frame.found("word-confused", body=body) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Va ha descansar.", "a descansar"),
        ("Es mas fuerte.", "más fuerte"),
        ("El efecto de el medicamento.", "del"),
        ("No a dormido bien.", "ha dormido"),
        ("Ay que descansar.", "hay que"),
        ("Duerma, sino puede leer.", "si no puede"),
    ],
)
def test_confused_in_spanish(spanish: Any, text: str, right: str) -> None:
    """By lists, and by what a word is like."""
    hints = [problem.hint for problem in spanish(text) if problem.code == "word-confused"]
    assert hints == [f'Write "{right}".']


@pytest.mark.parametrize(
    "text",
    [
        "No ha dormido, y va a descansar; ha de hacer poco.",
        "Quería ir, mas no pudo. Es más fuerte.",
        "Viene de El Salvador, y habla de él.",
        "Madre e hija, padre e hijo.",
    ],
)
def test_not_confused_in_spanish(spanish: Any, text: str) -> None:
    assert [p.message for p in spanish(text) if p.code == "word-confused"] == []
