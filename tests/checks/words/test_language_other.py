"""A notice or a page in another language has one message, and none for its words."""

from __future__ import annotations

from typing import Any

from kapguide.notices.notice import Notice

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
