"""Check that facts which end are looked up again, and that the page says when one has ended."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_setting
from kapguide.front_matter.deadlines import read_deadlines
from kapguide.notices.ended_facts import shown_end
from kapguide.pages.page import fold

_RIGHT = (
    "---\ndated_facts:\n  - fact: the federal rule on telehealth\n    until: 2027-12-31\n---\n"
    "The rule holds until December 31, 2027."
)
DUE = Rule(
    "fact-due",
    "warning",
    "A fact with an end date is looked up again before that day: a warning comes 60 days ahead.",
    "KAP Guide",
    _RIGHT.replace("2027", "2026"),
    _RIGHT,
)
EXPIRED = Rule(
    "fact-expired",
    "warning",
    "A fact with an end date is looked up again; after that day the page itself says that it "
    "has ended.",
    "KAP Guide",
    _RIGHT.replace("2027", "2024"),
    _RIGHT,
)
UNPLACED = Rule(
    "fact-unplaced",
    "warning",
    "A page names the day on which a fact of its ends where it states the fact: there it can "
    "say, later, that this has ended.",
    "KAP Guide",
    _RIGHT.replace("until December 31, 2027", "for a limited time"),
    _RIGHT,
)
UNSHOWN = Rule(
    "fact-unshown",
    "error",
    "A page whose fact has ended says so, in the words of the fact's `then`.",
    "KAP Guide",
    _RIGHT.replace("2027", "2024"),
    _RIGHT,
)


def check_dated_facts(page: Page, project: Project) -> Problems:
    """Find facts that end soon or have ended, and pages that do not say so."""
    for deadline in read_deadlines(project.front_matter(page).values):
        if deadline.fact is None:
            continue
        found = []
        if deadline.is_near(project.today):
            rule = EXPIRED if deadline.is_past(project.today) else DUE
            message = deadline.describe(project.today, project.words)
            found.append((rule, message, deadline.hint))
        day = project.words.format_day(deadline.day)
        if deadline.is_past(project.today):
            text = fold(shown_end(deadline.fact, project.words))
            if text not in page.shown:
                hint = "Build the site anew; the extension kapguide.directives puts it in."
                found.append((UNSHOWN, f'the page does not say "{text}"', hint))
        elif day not in page.shown:
            message = f'"{deadline.fact.fact}" ends on {day}, a day that the page does not name'
            hint = f'Write it where the page states the fact: "until {day}".'
            found.append((UNPLACED, message, hint))
        for rule, message, hint in found:
            yield report_setting(rule, message, page, project, setting=deadline.setting, hint=hint)


CHECK = Check((DUE, EXPIRED, UNPLACED, UNSHOWN), page=check_dated_facts)
