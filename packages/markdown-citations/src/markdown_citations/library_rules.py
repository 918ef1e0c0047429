"""Every problem that a bibliography can have."""

from __future__ import annotations

from markdown_citations.library import inheritance, reading
from markdown_citations.library.checks import (
    dates_and_pages,
    duplicates,
    entry,
    identifying_numbers,
    names_and_titles,
)
from markdown_citations.library.parsing import blocks, pasted_text, raw_values, strings
from markdown_citations.problems import rules_in

RULES = (
    *rules_in(reading, raw_values, blocks, pasted_text, strings, inheritance),
    *rules_in(entry, identifying_numbers, dates_and_pages, names_and_titles, duplicates),
)
