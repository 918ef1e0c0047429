"""Check that no words are lost because a line is read as the address of a link."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule
from kapguide.pages.wording.written import line_at, written

UNUSED = Rule(
    "link-unused",
    "error",
    "A line [name]: address gives an address to links of the page that say [words][name].",
    "Markdown",
    "[What the risks are]: risks.md",
    "See [what the risks are][risks] first.\n\n[risks]: risks.md",
)

_GIVEN = re.compile(
    r"^ {0,3}\[(?P<name>[^\]\[^@\n][^\]\[\n]*)\]:[ \t]*\S+[ \t]*(?:[\"'(].*)?$", re.M
)


def check_given(page: Page, project: Project) -> Problems:
    """Find addresses that no link of the page asks for: readers never see such a line."""
    source = project.markdown(page)
    if source is None:
        return
    text = written(source)
    given = list(_GIVEN.finditer(text))
    rest = " ".join(_GIVEN.sub("", text).lower().split()) if given else ""
    for match in given:
        name = " ".join(match["name"].split())
        if f"[{name.lower()}]" not in rest:
            message = f'"[{name}]:" is read as the address of a link, and not shown'
            hint = "A link is [words](file.md), in one piece; to show the line, take the colon out."
            yield UNUSED.problem(message, source.path, line_at(text, match.start()), hint)


CHECK = Check((UNUSED,), page=check_given)
