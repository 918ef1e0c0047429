"""Every problem that a bibliography can have."""

from __future__ import annotations

from markdown_citations.library import broken, checks, crossref, raw_values, reading, strings
from markdown_citations.problems import Rule

RULES: tuple[Rule, ...] = (
    *reading.RULES,
    *raw_values.RULES,
    *broken.RULES,
    *strings.RULES,
    *crossref.RULES,
    *checks.RULES,
)
