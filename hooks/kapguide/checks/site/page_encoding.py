"""Check that every page was saved as UTF-8.

A program that reads a file that was not puts the sign of a lost letter (U+FFFD) in its
place, and nothing breaks: here it is found, whatever file it came from.
"""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

LOST = "\ufffd"

PAGE_ENCODING = Rule(
    "page-encoding",
    "error",
    "Every file that pages are made from is saved as UTF-8.",
    "KAP Guide",
    f"Eat no breakfast, and no caf{LOST} food.",
    "Eat no breakfast, and no café food.",
)


def check_encoding(page: Page, project: Project) -> Problems:
    """Find letters that were lost, at the first line that lost one."""
    if LOST in page.html:
        message = f'the file is not in UTF-8, so that readers see "{LOST}" in place of letters'
        hint = "Save it again as UTF-8."
        yield report(PAGE_ENCODING, message, page, project, literal=LOST, hint=hint)


CHECK = Check((PAGE_ENCODING,), page=check_encoding)
