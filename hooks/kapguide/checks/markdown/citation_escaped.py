"""Check that no citation is written as another program writes it, or as text."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule
from kapguide.pages.wording.foreign_citations import find_foreign, find_roles
from kapguide.pages.wording.written import line_at, written

ESCAPED = Rule(
    "citation-escaped",
    "error",
    r"A citation is written [@citekey]: no backslash before the bracket, no \cite{}, no bracket "
    "without an @, no other brackets.",
    "KAP Guide",
    "Most got better \\[@dore2019].",
    "Most got better [@dore2019].",
)


def check_escaped(page: Page, project: Project) -> Problems:
    """Find citations that the build takes for text, or prints with signs around them."""
    source = project.markdown(page)
    if source is None:
        return
    markdown = written(source)
    for text, find in ((source.text, find_roles), (markdown, find_foreign)):
        for found in find(text, project.library):
            message = f'"{found.typed}" is no citation, and is shown as it was typed'
            if found.printed:
                message = f'the signs around the citation "{found.typed}" would be shown'
            line = line_at(text, found.start)
            yield ESCAPED.problem(message, source.path, line, f"Write {found.meant}.")


CHECK = Check((ESCAPED,), page=check_escaped)
