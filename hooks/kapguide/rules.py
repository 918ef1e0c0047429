"""All tables of codes together, for `--explain`, reports and CONTRIBUTING.md."""

from __future__ import annotations

from kapguide import clinic, front_matter, notices, problem_log
from kapguide.bibliography import rules as bibliography
from kapguide.citations import rules as citations
from kapguide.figures import rules as figures
from kapguide.page_checks import table
from kapguide.problems import Rule

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
