"""Check that a link opens in the same tab, or says that it does not."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.accessible_names import link_name

NEW_TAB = Rule(
    "new-tab",
    "error",
    "A link opens in the same tab, or says that it does not.",
    "WCAG 2.2, 3.2.5; NHS service manual",
    '<a href="risks.md" target="_blank">What the risks are</a>',
    '<a href="risks.md">What the risks are</a>',
)


def check_new_tab(page: Page, project: Project) -> Problems:
    """Find links that open a new tab unasked."""
    said = project.words.pattern("links.new_tab")
    for node in page.elements.get("a", ()):
        attributes = node.attributes
        address = attributes.get("href")
        if address is None or attributes.get("target") != "_blank":
            continue
        name = link_name(node)
        if not said.search(name):
            message = f'the link "{name}" opens a new tab without saying so'
            hint = 'Take target="_blank" out.'
            yield report(NEW_TAB, message, page, project, literal=address, text=name, hint=hint)


CHECK = Check((NEW_TAB,), page=check_new_tab)
