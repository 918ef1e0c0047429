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
        ("They tell you there plan.", "their plan"),
        ("If your ill, wait.", "you're ill"),
        ("It is to much for one day.", "too much"),
        ("You need too ask.", "to ask"),
        ("It my help you.", "may help"),
        ("It is different form the rest.", "from the"),
        ("It maybe used at home.", "may be used"),
        ("It has lead to harm.", "led to"),
        ("Ask weather you may eat.", "whether you"),
        ("Wait for two week.", "two weeks"),
        ("They was kind.", "they were"),
        ("It is on of them.", "one of"),
        ("Call us if you has questions.", "you have"),
        ("It can lasts for hours.", "can last"),
        ("Let us now ahead of time.", "us know"),
        ("It may not cover the hole cost.", "whole cost"),
        ("He nurse comes in.", "the nurse"),
        ("Talk about you medicines.", "your medicines"),
        ("Sit were you like.", "where you"),
        ("Many peoples ask.", "many people"),
        ("You are able to by it.", "to buy"),
        ("Wait for one weeks.", "one week"),
        ("Bring some one.", "someone"),
        ("You can except calls.", "can accept"),
        ("Ask how too use it.", "to use"),
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
        "Is there plan enough? They went there. Plan it, if your sick child sleeps.",
        "It leads to much pain, and is open to high doses. You need too much of it.",
        "My need is great. A form the clinic has. Maybe used cars are fine. A lead to follow.",
        "In cold weather you rest. It is a two week wait, and these patient groups are large.",
        "It is referred to by the name that the passed exam had; an 'a' too (the first).",
        "What helps you is rest. How can costs rise? Ask a patients’ group.",
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
        ("Es la problema de hoy.", "el problema"),
        ("Levante el mano.", "la mano"),
        ("Las paciente llegan.", "las pacientes"),
        ("Son los efecto de siempre.", "los efectos"),
        ("Esperan en los sala.", "las salas"),
        ("Cubre toda los gastos.", "todos los"),
        ("Ay un parque.", "hay un"),
        ("El enfermera llega.", "la enfermera"),
        ("El es quien decide.", "él es"),
        ("Los sesiones son largas.", "las sesiones"),
        ("Es una tratamiento largo.", "un tratamiento"),
        ("No creo que halla dormido.", "haya dormido"),
        ("¿Que debo comer?", "¿qué debo"),
        ("Es para mi.", "para mí"),
        ("No se si puedo.", "sé si"),
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
        "El problema de la mano, las sesiones y el agua del día.",
        "Se halla perdido; es lo que halla un estudio, por mi parte.",
        "¿Qué come? ¿Es así? No se siente bien, y se sienta si puede.",
        "La médica la programa, y la trata con el sistema de siempre.",
    ],
)
def test_not_confused_in_spanish(spanish: Any, text: str) -> None:
    assert [p.message for p in spanish(text) if p.code == "word-confused"] == []
