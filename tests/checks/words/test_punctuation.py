"""Marks stand once and in their places, and each bracket has its other."""

from __future__ import annotations

import dataclasses
from types import MappingProxyType
from typing import Any

import pytest
from kapguide.checks.words import punctuation_wrong
from kapguide.pages.page import parse_page
from kapguide.project.clinic_facts import Clinic, ClinicFact
from kapguide.words import load_words


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("See [What does it cost?](https://example.org).", 'Write "cost?".'),
        ("Stop!. Then rest.", 'Write "Stop!".'),
        ("Rest now..", 'Write "now.".'),
        ("Rest now..Then go.", 'Write "now. Then".'),
        ("We waited was20 days.", 'Write "was 20".'),
        ("Wait for 20days.", 'Write "20 days".'),
        ("Rest now!! Then go.", 'Write "now!".'),
        ("Is it so???", 'Write "so?".'),
        ("Rest,, then go.", 'Write "Rest,".'),
        ("We rest:; then go.", 'Write "rest:".'),
        ("Rest ,then go.", "Put the mark at the word before it."),
        ("Rest , then go.", "Put the mark at the word before it."),
        ("Rest now .", "Put the mark at the word before it."),
        ("(Rest now .)", "Put the mark at the word before it."),
        ("Rest (if you can ).", "Put the mark at the word before it."),
        ("Rest ( if you can).", 'Write "(if".'),
        ("Rest ; then go.", "Put the mark at the word before it."),
        ("Rest now.Then go.", 'Write "now. Then".'),
        ("Rest,eat,sleep.", 'Write "Rest, eat, sleep.".'),
        ("We rest,and go.", 'Write "rest, and".'),
        ("Is it so?Yes.", 'Write "so? Yes.".'),
        ("See [the risks](risks.md)).", "Write both brackets, or take this one out."),
        ('Some say "it is so, and rest.', "Write both quotation marks, or take this one out."),
        ('Some say it is so," and rest.', "Write both quotation marks, or take this one out."),
        ("They call it “rest, and rest.", "Write both quotation marks, or take this one out."),
        ("Rest (as long as you like.", "Write both brackets, or take this one out."),
    ],
    ids=str,
)
def test_punctuation_wrong(frame: Any, body: str, right: str) -> None:
    [found] = frame.found("punctuation-wrong", body=body)
    assert found.hint == right


@pytest.mark.parametrize(
    "body",
    [
        "Is that so? Yes.",
        "Rest... then go.",
        "Is that so?... Yes.",
        "It starts at 9 a.m., or later.",
        "She asked (was it so?).",
        'She asked "was it so?".',
        "The folder `..` and the mark `?.` are code.",
        "It is in ../images/a.png and in .bib files.",
        "About .5 of them, or 1,000.",
        "Titles are Who?, What? and Where?",
        "What?! So it is.",
        "Studies found it [@dore2019].",
        "Studies [@dore2019], and others, found it.",
        "Bring a) a coat, b) a bag (or two), and smile :)",
        "Look at example.org, ClinicalTrials.gov, or the U.S.Army for it.",
        "It is a (very (very)) long day, from 1,000 to 2,000.",
        "It was found by Dore et al. [@dore2019].",
        "1.) Rest. `f(` is code.",
        'It is 6" wide, and "as long".',
        'She said: "Rest.\n\nThen go."',
        '- "Rest."\n- "Go" (or "stay").',
        "At 9am or in 30min, on the 2nd, in the 1990s, with vitamin b12 or an mp3; `step3`.",
        "They call it “rest”, or “a break.”",
        "The password of the guests is garden42. The network is guest2027.",
        '"`print("` is code," she said.',
    ],
)
def test_punctuation_right(frame: Any, body: str) -> None:
    assert frame.found("punctuation-wrong", body=body) == []


def test_the_clinic_s_name_keeps_its_marks(frame: Any) -> None:
    """A French name has a blank before its colon."""
    name = "Clinique L'Éveil : santé mentale"
    frame.clinic = Clinic(MappingProxyType({"name": ClinicFact("name", name)}))
    assert frame.found("punctuation-wrong", body=f"{name} is open.") == []
    assert len(frame.found("punctuation-wrong", body="It is open : come in.")) == 1


def test_punctuation_is_told_at_its_own_line(frame: Any) -> None:
    line = "See [And then?](https://example.org)."
    [found] = frame.found("punctuation-wrong", body=f"And then?\n\n{line}")
    assert found.line == frame.source.splitlines().index(line) + 1


def test_punctuation_is_told_at_the_line_of_the_mark(frame: Any) -> None:
    body = "Rest now.\nRest,eat, and then go home and sleep."
    [found] = frame.found("punctuation-wrong", body=body)
    assert found.line == frame.source.splitlines().index(body.splitlines()[1]) + 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Qué hora es?", 1),
        ("Descanse. Qué hora es?", 1),
        ("¡Hola! Qué bien!", 1),
        ("¿Qué hora es? ¡Descanse! Si puede, ¿cuándo?", 0),
        ("¡Qué dice usted?", 0),
        ("¿Qué hacer ahora. Llame.", 1),
        ("¡No espere. Llame. ¿Y luego?", 1),
        ("¿Siente algo de esto:", 0),
        ("¿Le ha pasado que…", 0),
        ("¿Le ha pasado que...", 0),
        ("¿Y si la Dra. Ruiz pregunta «¿cómo duerme?»?", 0),
        ("¿Cree que el Dr. Paz le diría «¡adelante!»?", 0),
        ("¿Qué dice la Dra. Ruiz. Llame. ¿Y luego?", 1),
    ],
)
def test_what_spanish_opens(spanish: Any, text: str, found: int) -> None:
    """A question and a cry have a mark where they start."""
    assert len([p for p in spanish(text) if p.code == "punctuation-wrong"]) == found


def test_what_spanish_opens_is_told_at_the_line_of_the_mark(frame: Any) -> None:
    frame.body = "Descanse hoy.\nSi no, quién le ayuda?"
    project = dataclasses.replace(frame.project, words=load_words("es"))
    page = parse_page(frame.html, f"site/{frame.url}", frame.url)
    lines = {found.line for found in punctuation_wrong.CHECK.page(page, project)}
    assert frame.source.splitlines().index("Si no, quién le ayuda?") + 1 in lines
