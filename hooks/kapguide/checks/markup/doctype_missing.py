"""Check that a page starts as HTML of today, or browsers show it by the rules of 1999."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

MISSING = Rule(
    "doctype-missing",
    "error",
    "A page starts with <!doctype html>.",
    "HTML Living Standard",
    "<html>\n<title>Home</title>",
    "<!doctype html>\n<html>\n<title>Home</title>",
)

_START = re.compile(r"\ufeff?\s*(?:<!--.*?-->\s*)*<!doctype\s+html\s*>", re.I | re.S)


def check_doctype(page: Page, project: Project) -> Problems:
    """Find a page that starts with anything else."""
    if not _START.match(page.html):
        message = "the page does not start with <!doctype html>"
        hint = "Put it on the first line."
        start = "<!doctype" if "<!doctype" in page.html.lower() else "<html"
        yield report(MISSING, message, page, project, literal=start, hint=hint)


CHECK = Check((MISSING,), page=check_doctype)
