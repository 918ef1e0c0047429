"""The days, the months and I have a capital."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("We rest on monday, and go.", "Monday"),
        ("It opened in january.", "January"),
        ("May i rest?", "I"),
        ("Then i'm well.", "I'm"),
        ("rest well, and then go.", "Rest"),
        ("Rest well.\n\nthen, if you can, go.", "Then"),
        ("Wait this evening. then go.", "Then"),
        ("- Wait this evening. then go.", "Then"),
        ("## what to bring", "What"),
    ],
)
def test_small(frame: Any, body: str, right: str) -> None:
    (problem,) = frame.found("capital-missing", body=body)
    assert problem.hint == f'Write "{right}".'


def test_large_in_spanish(spanish: Any) -> None:
    """Days and months are small there, but for the start of a sentence."""
    text = (
        "Lunes, en mayo. Venga el Lunes, o en Enero. Martes también. Cierra el Viernes Santo y el "
        "Cinco de Mayo. Está en la Avenida 16 de Septiembre. Cerramos el Lunes de Pascua."
    )
    found = [problem for problem in spanish(text) if problem.code == "capital-missing"]
    assert sorted((problem.message, problem.hint) for problem in found) == [
        ('"Enero" stands with a capital', 'Write "enero".'),
        ('"Lunes" stands with a capital', 'Write "lunes".'),
    ]


def test_names_that_are_days_and_months_in_spanish(spanish: Any) -> None:
    """What stands beside another name, or before a surname, is one."""
    text = "La clínica de Santo Domingo abre. Cantó Plácido Domingo. Llame a don Julio."
    assert [problem for problem in spanish(text) if problem.code == "capital-missing"] == []
    told = spanish("Atendemos en Houston Lunes a viernes, y el 15 de Julio de 2027.")
    assert len([problem for problem in told if problem.code == "capital-missing"]) == 2


@pytest.mark.parametrize(
    "body",
    [
        *("On Monday, in May.", "It may be so.", "Parts i. and (i) and ii.", "Type `monday`."),
        "Go if:\n\n- you can\n- you may\n\nor if the nurse says so.",
        "Here is what you do:\n\nrest for an hour.",
        "`rest` is a word.\n\neMail is none.",
        "Ask Dr. van Dam, the dept. of rest, e.g. at 9 a.m. or later.",
        "Rest... then go.",
        "rest well",
        "## iPads and phones",
        "## mg and ml explained",
        "## p values explained",
        "Rest well.\n\nvan der Berg wrote of it.",
    ],
)
def test_right(frame: Any, body: str) -> None:
    assert frame.found("capital-missing", body=body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("CALL THE CLINIC BEFORE YOU COME.", "CALL THE CLINIC BEFORE YOU COME"),
        ("IF YOU MAY EAT OR NOT WE SAY.", "IF YOU MAY EAT OR NOT WE SAY"),
        ("- Rest. DO NOT DRIVE THAT DAY!", "DO NOT DRIVE THAT DAY"),
        ("You must NOT drive, and DO NOT WAIT.", ""),
        ("It is PTSD MDMA LSD OCD for short.", ""),
        ('The label says "DO NOT DRIVE THAT DAY".', ""),
        ('Sign the form "DO NOT RESUSCITATE ORDER FORM".', ""),
        ("Sign the DO NOT RESUSCITATE ORDER FORM first.", ""),
        ("The label says WARNING: SEDATION AND DISSOCIATION MAY OCCUR.", ""),
        ("WARNING: DO NOT DRIVE THAT DAY.", "DO NOT DRIVE THAT DAY"),
        ("> DO NOT DRIVE THAT DAY, says the label.", ""),
        ("`DO NOT DRIVE THAT DAY`", ""),
    ],
)
def test_capitals_throughout(frame: Any, body: str, found: str) -> None:
    """A few words may be stressed, short forms stand side by side, and others say as they like."""
    messages = [p.message for p in frame.found("capitals-throughout", body=body)]
    assert messages == ([f'"{found}" is written in capitals'] if found else [])
