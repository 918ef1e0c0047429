"""A notice or a page in another language has one message, and none for its words."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from kapguide.checks.running import check_site
from kapguide.notices.notice import Notice
from kapguide.pages.page import parse_page
from kapguide.project.project import Languages, Site
from kapguide.words import load_words

SPANISH = (
    "Si piensa en el suicidio o siente que ya no puede más, llame a cualquier hora. "
    "También puede mandar un mensaje con la palabra ayuda. Nadie tiene que esperar."
)


def test_notice_in_another_language(frame: Any) -> None:
    """It stops the build with one message, in place of a warning for each of its words."""
    path = "docs/_includes/under-18s.md"
    frame.notices = {**frame.notices, "under-18s": Notice("under-18s", path, SPANISH)}
    frame.body = "::: notice under-18s"
    (problem,) = frame.found("language-other")
    assert (problem.path, problem.severity) == (path, "error")
    assert frame.found("spelling") == []


def test_page_in_another_language(frame: Any) -> None:
    """The same goes for a page; a few words in another language are words."""
    frame.body = f"{SPANISH}\n\n{SPANISH}"
    assert len(frame.found("language-other")) == 1
    assert frame.found("spelling") == []
    frame.body = "Rest well, says the nurse. Someone takes you home to eat. Buenas noches."
    assert frame.found("language-other") == []


def test_page_in_another_language_of_the_site(frame: Any) -> None:
    """Its paragraphs are not told one by one."""
    words = "Please ask your doctor before you come, and bring somebody who knows you well.\n\n"
    frame.body = words * 3
    addresses = {"plain.md": {"en": "../plain/", "es": "plain/"}}
    project = dataclasses.replace(
        frame.project, words=load_words("es"), languages=Languages(addresses=addresses)
    )
    html = frame.html.replace('lang="en"', 'lang="es"')
    site = Site((parse_page(html, "site/es/plain/index.html", "plain/index.html"),))
    codes = [problem.code for problem in check_site(site, project).problems]
    assert "language-other" in codes
    assert "language-unmarked" not in codes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Please ask your doctor before you come to us.", True),
        ("Descanse bien. Please ask your doctor before you come. Luego coma.", True),
        ('Diga: <span lang="en">please ask my doctor before you leave.</span>', False),
        ("El programa se llama Bright Harbor.", False),
        ("Pida el voucher y el checkout.", False),
    ],
)
def test_passage_in_another_language(frame: Any, text: str, found: bool) -> None:
    """It has one message, and none for its words, unless it says which language it is in."""
    addresses = {"plain.md": {"en": "../plain/", "es": "plain/"}}
    languages = Languages(addresses=addresses)
    project = dataclasses.replace(frame.project, words=load_words("es"), languages=languages)
    html = f'<html lang="es"><main><h1>Una prueba</h1><p>{text}</p></main></html>'
    site = Site((parse_page(html, "site/es/plain/index.html", "plain/index.html"),))
    codes = [problem.code for problem in check_site(site, project).problems]
    assert codes.count("language-unmarked") == found
    assert not (found and "spelling" in codes)
