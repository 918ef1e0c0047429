"""Say what programs may be told of the therapy itself, and only where a page says it.

Takes a page's passages. Gives those statements that a passage makes and a
source vouches for in the same passage; a page that is silent on a risk tells
programs nothing of it. Each statement names its authority, because none is
about ketamine with psychotherapy: no such label exists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kapguide.machine_data.content import Passage

NAME = "Ketamine-assisted psychotherapy"
SHORT = "KAP"
KINDS = frozenset({"treatment", "practical", "support"})
"""The types of pages that are about the therapy; a glossary or a list is not."""

_FDA = "A safety concern that the US Food and Drug Administration names for compounded ketamine."
_KETAMINE = "In the US label of ketamine injection."
_ESKETAMINE = "In the US label of esketamine nasal spray, a close relative of ketamine."


@dataclass(frozen=True, slots=True)
class Statement:
    """A serious harm, or a reason against the therapy."""

    name: str
    authority: str
    """Who says so of what, a sentence."""
    sources: frozenset[str]
    """Citekeys: a passage must cite one of them."""
    said: str
    """A regular expression for how pages say it."""


SERIOUS: Sequence[Statement] = (
    Statement(
        "Slowed breathing (respiratory depression)",
        _FDA,
        frozenset({"fda2023compounded"}),
        r"\bslow(?:ed)? breathing\b|\bbreathing can slow\b",
    ),
    Statement(
        "Psychiatric events",
        _FDA,
        frozenset({"fda2023compounded"}),
        r"\bpsychiatric events\b|\bbad turn in (?:your )?mental (?:state|health)\b",
    ),
    Statement(
        "Rise in blood pressure",
        _FDA,
        frozenset({"fda2023compounded"}),
        r"\b(?:rise in|raised?) blood pressure\b|\bblood pressure can rise\b",
    ),
    Statement("Misuse", _FDA, frozenset({"fda2023compounded"}), r"\bmisused?\b"),
    Statement(
        "Bladder damage",
        "Reported above all in people who use a lot of ketamine, often, without medical care.",
        frozenset({"morgan2012"}),
        r"\bbladder (?:pain|damage)\b|\bulcerated bladder\b|\bharm(?:s|ed)? the bladder\b",
    ),
    Statement(
        "Liver injury with repeated use",
        _KETAMINE,
        frozenset({"hospira2024ketamine"}),
        r"\binjure the liver\b|\bliver injury\b",
    ),
    Statement(
        "Suicidal thoughts and behaviors",
        _ESKETAMINE,
        frozenset({"fda_spravato"}),
        r"\bthoughts and acts of suicide\b|\bsuicidal thoughts and behaviou?rs?\b",
    ),
)

CONTRAINDICATIONS: Sequence[Statement] = (
    Statement(
        "Allergy to ketamine", _KETAMINE, frozenset({"hospira2024ketamine"}), r"\ballergy to it\b"
    ),
    Statement(
        "Any condition in which a sharp rise in blood pressure would be a serious danger",
        _KETAMINE,
        frozenset({"hospira2024ketamine"}),
        r"\bsharp rise in blood pressure would be a serious danger\b",
    ),
    Statement("Aneurysm", _ESKETAMINE, frozenset({"fda_spravato"}), r"\baneurysm\b"),
    Statement(
        "Arteriovenous malformation",
        _ESKETAMINE,
        frozenset({"fda_spravato"}),
        r"\barteriovenous malformation\b",
    ),
    Statement(
        "Past bleeding in the brain",
        _ESKETAMINE,
        frozenset({"fda_spravato"}),
        r"\bbleeding in the brain\b",
    ),
)


def find_statements(
    statements: Iterable[Statement], passages: Sequence[Passage]
) -> list[Statement]:
    """Return the statements that a passage makes and cites a source for."""
    return [
        statement
        for statement in statements
        if any(
            statement.sources & passage.citekeys and re.search(statement.said, passage.text, re.I)
            for passage in passages
        )
    ]
