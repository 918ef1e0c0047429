"""All tables of codes together, for `--explain`, reports and CONTRIBUTING.md."""

from __future__ import annotations

from markdown_citations import rules as citations
from markdown_citations.library import rules as bibliography
from markdown_citations.problems import Rule

from kapguide.checks import table
from kapguide.directives import clinic
from kapguide.figures import directive as figures
from kapguide.front_matter import checking as front_matter
from kapguide.notices import texts as notices
from kapguide.problems import log as problem_log

TABLES: tuple[tuple[Rule, ...], ...] = (
    bibliography.RULES,
    citations.RULES,
    clinic.RULES,
    figures.RULES,
    front_matter.RULES,
    notices.RULES,
    problem_log.RULES,
    table.RULES,
)

RULES: dict[str, Rule] = {rule.code: rule for rules in TABLES for rule in rules}
"""Each code's rule."""
