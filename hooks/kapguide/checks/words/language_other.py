"""Check that each page and each notice is in the language of its site, or says where it is not."""

from __future__ import annotations

from kapguide.checks.definition import Check, Problems, Project, Rule, Site, report
from kapguide.checks.words.spelling import find_foreign_notices, note_unknown

OTHER = Rule(
    "language-other",
    "error",
    "Each page and each notice is in the language of its site.",
    "WCAG 2.2, 3.1.1; KAP Guide",
    "docs/_includes/crisis.md: Si piensa en el suicidio, llame a cualquier hora.",
    "docs/_includes/crisis.md: If you think about suicide, call at any hour.",
)
UNMARKED = Rule(
    "language-unmarked",
    "warning",
    "Words in another language of the site say which it is, for voices to read them in it.",
    "WCAG 2.2, 3.1.2",
    "On a page in Spanish: Ask your doctor before you come.",
    'On a page in Spanish: <span lang="en">Ask your doctor before you come.</span>',
)

_MESSAGE = "most words of this {} are of another language than the site's"
_HINT = "Write it in the site's language; each language has its own folder of pages and notices."


def check_language(site: Site, project: Project) -> Problems:
    """Find notices and pages of whose words the site's dictionary lacks too many."""
    for path in find_foreign_notices(project):
        yield OTHER.problem(_MESSAGE.format("notice"), path, hint=_HINT)
    for unknown in site.noted(note_unknown, project):
        if unknown.of_other:
            yield report(OTHER, _MESSAGE.format("page"), unknown.place, project, hint=_HINT)
            continue
        for text, code in unknown.passages:
            message = f'"{text}" is of another language than the page'
            hint = f'Write it in the page\'s language, or put it into <span lang="{code}">…</span>.'
            yield report(UNMARKED, message, unknown.place, project, text=text, hint=hint)


CHECK = Check((OTHER, UNMARKED), site=check_language, note=note_unknown)
