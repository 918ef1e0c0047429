"""Check that the disclaimer and the crisis lines say what they are there for.

Staff write their words; that every page has these words is for other checks.
"""

from __future__ import annotations

import re

from markdown_citations.problems import find_line

from kapguide.checks.definition import Check, Problems, Project, Rule, Site
from kapguide.checks.notices import crisis, disclaimer
from kapguide.front_matter.parsing import read_front_matter
from kapguide.notices.on_page import linked_numbers

SAYS = Rule(
    "notice-says",
    "error",
    "The disclaimer says that the pages are no advice for one's own case, make nobody a patient "
    "and replace no talk with a clinician; the crisis lines have a number that a tap calls.",
    "FTC Health Products Compliance Guidance; 988 Suicide & Crisis Lifeline",
    "docs/_includes/disclaimer.md: These pages give general information.",
    "docs/_includes/disclaimer.md: They are not medical advice, and they do not know your case. "
    "Reading them does not make you a patient of any clinic. Talk with a doctor, nurse or "
    "therapist who knows you.",
)

SETTINGS = Rule(
    "notice-settings",
    "error",
    "A notice is text alone, without the settings that a page has at its top.",
    "KAP Guide",
    "docs/_includes/crisis.md: ---\ntitle: Help\n---\n\nCall [988](tel:988).",
    "docs/_includes/crisis.md: Call [988](tel:988).",
)

_NUMBER = re.compile(r"\+?\d(?:[ -]?\d){2,}")
"""One that can be called: three digits at least."""


def check_notice_texts(site: Site, project: Project) -> Problems:
    """Find what the notices that every page carries do not say."""
    told = project.notices.get(disclaimer.NAME)
    # English words find nothing in another language; words-missing says that there are none.
    for pattern, row in project.words.patterns("disclaimer.must") if told else ():
        if told and not pattern.search(told.text) and not project.words.missing:
            message = f"the disclaimer does not say that {row['name']}"
            hint = f'Add a sentence such as "{row["example"]}"'
            yield SAYS.problem(message, told.path, hint=hint)
    for notice in project.notices.values():
        if (end := read_front_matter(notice.source).body_line) > 1:
            message = "the notice has settings at its top, which readers would see as text"
            hint = f"Take lines 1 to {end - 1} out: only pages have settings."
            yield SETTINGS.problem(message, notice.path, 1, hint)
    lines = project.notices.get(crisis.NAME)
    if lines and not linked_numbers(lines):
        message = "the crisis lines have no number that a tap calls or texts"
        number = _NUMBER.search(lines.text)
        shown = number[0] if number else "NUMBER"
        called = shown if number is None else re.sub(r"[^\d+]", "", shown)
        hint = f"Write a number as a link, such as [call {shown}](tel:{called})."
        yield SAYS.problem(message, lines.path, find_line(lines.source, shown), hint)


CHECK = Check((SAYS, SETTINGS), site=check_notice_texts)
