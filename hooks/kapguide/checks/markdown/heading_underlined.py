"""Check that no sentence is a heading because a line of hyphens stands right below it."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule
from kapguide.pages.wording.written import line_at, written

UNDERLINED = Rule(
    "heading-underlined",
    "warning",
    "A line --- between two parts of a page has an empty line before it: right below a sentence "
    "it makes a heading of it.",
    "Markdown",
    "Rest well.\n---\n\nThen eat.",
    "Rest well.\n\n---\n\nThen eat.",
)

_SENTENCE = re.compile(
    r"^(?:>[ \t]?)*(?:#[^\n]*)?\n(?:>[ \t]?)*(?P<text>[^\n#>|\s-][^\n]*[.!:,;][\"”’)*_]*)[ \t]*"
    r"\n(?:>[ \t]?)*(?P<line>-+|=+)[ \t]*$",
    re.M,
)
"""One line of text: below several, Markdown takes the hyphens for a rule."""


def check_underlined(page: Page, project: Project) -> Problems:
    """Find sentences that are headings."""
    source = project.markdown(page)
    if source is None:
        return
    text = written(source)
    for match in _SENTENCE.finditer(text):
        words = " ".join(match["text"].split()[:8])
        message = f'"{words}" is a heading, for {match["line"][:3]} stands right below it'
        hint = (
            f"Leave an empty line before {match['line'][:3]}, or take that line out; "
            "for a heading, write ## before the words."
        )
        line = line_at(text, match.start("text"))
        yield UNDERLINED.problem(message, source.path, line, hint)


CHECK = Check((UNDERLINED,), page=check_underlined)
