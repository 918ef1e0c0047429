"""Explain every problem that a bibliography can have.

Takes nothing. Gives one table: the rules of reading, then those of fields, then those of studies.
Must stay free of code that checks.
"""

from __future__ import annotations

from markdown_citations.library.checks.rules_fields import FIELD_RULES
from markdown_citations.library.checks.rules_studies import STUDY_RULES
from markdown_citations.library.rules_reading import READING_RULES
from markdown_citations.problems import Rule

RULES: tuple[Rule, ...] = READING_RULES + FIELD_RULES + STUDY_RULES
