"""Check that a title says what the page is about, and praises nothing."""

from __future__ import annotations

import re
from collections import Counter

from kapguide.checks.definition import (
    Check,
    Page,
    Place,
    Problems,
    Project,
    Rule,
    Site,
    report_setting,
)
from kapguide.words.patterns import as_written

TITLE = Rule(
    "title-neutral",
    "error",
    "A title says what the page is about, promises nothing, and is no other page's.",
    "NHS content guide; FTC Health Products Compliance Guidance",
    "---\ntitle: A miracle for the mind!\n---",
    "---\ntitle: What is KAP?\n---",
)

_SHOUT = re.compile(r"!|\b[A-Z]{5,}\b.*\b[A-Z]{4,}\b")


def check_title(page: Page, project: Project) -> Problems:
    """Find a title that is missing, shouts or promises."""
    title = page.title
    if not title:
        message = "the page has no title"
        hint = "Add title: to its settings, or <title> to a page of HTML."
        yield report_setting(TITLE, message, page, project, setting="title", hint=hint)
    shout = _SHOUT.search(title)
    promises = project.words.pattern("promises.words", lower=True)
    promise = promises.search(title.lower()) if "?" not in title else None
    for match in (shout, promise):
        if match:
            message = f'the title "{title}" does not keep neutral: "{as_written(title, match[0])}"'
            hint = "Say what the page is about, without praise and exclamation marks."
            yield report_setting(TITLE, message, page, project, setting="title", hint=hint)


def note_title(page: Page, site: Site, project: Project) -> tuple[Place, str]:
    """Note a page's title; none where nobody made the page, or it only sends on."""
    counts = not page.redirect and project.source(page)
    return Place(page.path, page.url), page.title if counts else ""


def check_titles(site: Site, project: Project) -> Problems:
    """Find pages that share a title: in a list of tabs or results they are one."""
    titled = [(page, title) for page, title in site.noted(note_title, project) if title]
    number = Counter(title for _, title in titled)
    for page, title in titled:
        if number[title] > 1:
            message = f'another page is called "{title}" too'
            hint = "Give each page a title of its own."
            yield report_setting(TITLE, message, page, project, setting="title", hint=hint)


CHECK = Check((TITLE,), page=check_title, site=check_titles, note=note_title)
