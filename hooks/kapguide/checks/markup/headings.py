"""Check that headings say how a page is built: one title, not too long, no level skipped."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report, report_setting
from kapguide.pages.page import LONGEST_TITLE, fold
from kapguide.pages.wording.written import line_at, written

HEADINGS = Rule(
    "headings",
    "error",
    "A page has one first-level heading of at most 65 characters, skips no level, and leaves no "
    "heading empty or twice in one section.",
    "WCAG 2.2, 1.3.1 and 2.4.6; NHS content guide",
    "#### Too deep",
    "## As deep as it should be",
)
TITLE_LENGTH = Rule(
    "title-length",
    "warning",
    "A title has at most 65 characters: lists of results and tabs cut longer ones.",
    "NHS content guide",
    "---\ntitle: What we would like you to know about the days before your very first session\n---",
    "---\ntitle: Before your first session\n---",
)

_EMPTY = re.compile(r"^#{1,6}[ \t]*#*[ \t]*$", re.M)
_LEVELS = "main h1, main h2, main h3, main h4, main h5, main h6"
_LINKED = ", ".join(f"{level} > a[href]" for level in _LEVELS.split(", "))


def check_headings(page: Page, project: Project) -> Problems:
    """Find headings that are missing, too many, skipped, empty, too long or doubled."""
    if page.main is None:
        return
    for node in page.select(_LEVELS):
        if not fold(node.text()) and not node.css("img[alt]"):
            message = f"an empty heading (<{node.tag}>)"
            hint = "Write it, or take it out."
            source = project.source(page)
            typed = _EMPTY.search(text := written(source)) if source else None
            if source and typed:
                yield HEADINGS.problem(message, source.path, line_at(text, typed.start()), hint)
            else:
                yield report(HEADINGS, message, page, project, hint=hint)
    first = [heading for heading in page.headings if heading.level == 1]
    if len(first) != 1:
        message = f"{len(first) or 'no'} first-level heading{'s' if len(first) > 1 else ''}"
        hint = "Start the page with one # and its title; use ## and ### below it."
        text = first[1].text if len(first) > 1 else ""
        yield report(HEADINGS, message, page, project, text=text, hint=hint)
    yield from _check_order(page, project)
    yield from _check_title(page, project)


def _check_title(page: Page, project: Project) -> Problems:
    """Find a title that is too long, but where its heading is as long, which is told."""
    title = project.front_matter(page).get("title")
    heading = next((heading.text for heading in page.headings if heading.level == 1), "")
    if isinstance(title, str) and len(heading) <= LONGEST_TITLE < len(fold(title)):
        message = f"the title has {len(fold(title))} characters, more than {LONGEST_TITLE}"
        hint = "Say in fewer words what the page is about."
        yield report_setting(TITLE_LENGTH, message, page, project, setting="title", hint=hint)


def _check_order(page: Page, project: Project) -> Problems:
    # The title of another page, which title-neutral tells where two have the same.
    titles = {fold(link.text()) for link in page.select(_LINKED)}
    above: list[tuple[int, str]] = []
    seen: set[tuple[tuple[int, str], ...]] = set()
    for heading in page.headings:
        # That there are two titles is told; the second one starts a part of the page.
        level = 2 if heading.level == 1 and above else heading.level
        last = above[-1][0] if above else 0
        if level > last + 1 and above:
            message = f'"{heading.text}" skips from level {last} to {level}'
            hint = f"Use {'#' * (last + 1)} for it."
            yield report(HEADINGS, message, page, project, text=heading.text, hint=hint)
        if heading.level == 1 and len(heading.text) > LONGEST_TITLE:
            message = f"the heading has {len(heading.text)} characters, more than {LONGEST_TITLE}"
            yield report(HEADINGS, message, page, project, text=heading.text)
        above = [item for item in above if item[0] < level]
        above.append((level, heading.text))
        if tuple(above) in seen and heading.text not in titles:
            message = f'the heading "{heading.text}" stands twice in one section'
            hint = "Give each its own words: links and menus cannot tell them apart."
            yield report(HEADINGS, message, page, project, text=heading.text, hint=hint)
        seen.add(tuple(above))


CHECK = Check((HEADINGS, TITLE_LENGTH), page=check_headings)
