"""Text that says which other language it is in is judged by none of the page's own rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from markdown_citations.problems import Problem

CODES = {"article-wrong", "capital-missing", "punctuation-wrong", "word-confused", "word-twice"}


@pytest.mark.parametrize(
    "said",
    [
        "Llame a alguien, o vaya a urgencias a esa hora.",
        "¿Qué cuesta, y quién paga?",
        "Venga el lunes o el martes, en abril.",
        "Es de de la clínica.",
        "Va a alta e i casa.",
        "¡Hola! y ¿cómo está?",
    ],
)
def test_spanish_on_an_english_page(codes: Any, said: str) -> None:
    assert codes(f'Ask: <span lang="es">{said}</span>') == []


@pytest.mark.parametrize(
    "said",
    [
        "What does it cost, and who pays?",
        "I had had a refund before.",
        "Is it safe? Ask!",
        "On Monday in April you can call.",
        "May I sit, and may I rest? No.",
    ],
)
def test_english_on_a_spanish_page(
    spanish: Callable[[str], tuple[Problem, ...]], said: str
) -> None:
    found = {problem.code for problem in spanish(f'Pregunte: <span lang="en">{said}</span>')}
    assert not found & CODES


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('Ask: <span lang="es">¿Qué tal?</span> It may may help.', "word-twice"),
        ('Ask: <span lang="es">¿Qué tal?</span> It is a hour.', "article-wrong"),
        ('<span lang="en-US">It may may help.</span>', "word-twice"),
        ('<span lang="es">¿Qué? <b lang="en">It may may help.</b></span>', "word-twice"),
    ],
)
def test_the_page_s_own_words_beside_it(codes: Any, body: str, code: str) -> None:
    assert codes(body) == [code]
