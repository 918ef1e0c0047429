"""Check that the Tab key goes through a page in the order in which it is read."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

ORDER = Rule(
    "tab-order",
    "error",
    "No element has a tabindex of 1 or more: the Tab key would leave the order of the page.",
    "WCAG 2.2, 2.4.3",
    '<p tabindex="5">Rest well.</p>',
    '<p tabindex="-1">Rest well.</p>',
)


def check_order(page: Page, project: Project) -> Problems:
    """Find elements that take the first places."""
    for node in page.select("[tabindex]"):
        value = (node.attributes.get("tabindex") or "").strip()
        if value.isdecimal() and int(value) > 0:
            message = f'tabindex="{value}" of <{node.tag}> takes it out of the page\'s order'
            hint = 'Take it out, or write tabindex="0".'
            yield report(ORDER, message, page, project, literal=f'tabindex="{value}"', hint=hint)


CHECK = Check((ORDER,), page=check_order)
