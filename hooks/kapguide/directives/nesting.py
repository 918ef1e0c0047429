"""Report a directive that stands in itself: a notice that shows itself, a fact of the clinic.

What it would put in is left out, so that a page ends.
"""

from __future__ import annotations

from collections.abc import Callable

from markdown_citations.directives import Directive, Refuse
from markdown_citations.problems import Problem, Rule, find_line

NESTED = Rule(
    "directive-nested",
    "error",
    "What a line with ::: puts into a page holds no such line of its own that leads back to it, "
    "and at most two within each other.",
    "KAP Guide",
    "docs/_includes/under-18s.md with the line ::: notice under-18s",
    "docs/_includes/under-18s.md without it",
)
RULES = (NESTED,)


def report_nested(
    place: Callable[[], tuple[str, str]], report: Callable[[Problem], None]
) -> Refuse:
    """Return what reports a directive that is not followed, at the line of the page."""

    def refuse(directive: Directive) -> None:
        path, source = place()
        chain = " → ".join(" ".join(line.split()) for line in (*directive.within, directive.raw))
        message = f'"{directive.raw.strip()}" is put in by itself, or too deep in others: {chain}'
        hint = "Take it out of the notice, or out of extra.clinic in mkdocs.yml."
        line = find_line(source, directive.within[0])
        report(NESTED.problem(message, path, line, hint))

    return refuse
