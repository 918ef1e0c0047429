"""Check that no key leads into what screen readers do not read."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_node
from kapguide.pages.page import fold

HIDDEN = Rule(
    "focus-hidden",
    "error",
    "Nothing that the Tab key reaches stands in what is hidden from screen readers.",
    "WCAG 2.2, 4.1.2",
    '<div aria-hidden="true"><a href="risks.md">What the risks are</a></div>',
    '<div><a href="risks.md">What the risks are</a></div>',
)

_FOCUSABLE = (
    "a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], "
    "video[controls], [tabindex], [contenteditable]"
)


def check_focus(page: Page, project: Project) -> Problems:
    """Find links, buttons and fields in an element with aria-hidden."""
    for hidden in page.select("[aria-hidden=true i]"):
        if any(name in hidden.attributes for name in ("hidden", "inert")):
            continue
        for node in hidden.css(_FOCUSABLE):
            attributes = node.attributes
            index = (attributes.get("tabindex") or "").strip()
            off = attributes.get("type") == "hidden" or "disabled" in attributes
            if off or "hidden" in attributes or index.startswith("-"):
                continue
            named = fold(node.text()) or attributes.get("aria-label") or f"<{node.tag}>"
            message = f'"{named}" can be reached by keyboard and is hidden from screen readers'
            hint = 'Take aria-hidden out, or add tabindex="-1".'
            yield report_node(
                HIDDEN, message, page, project, node=hidden, attribute="aria-hidden", hint=hint
            )
            break


CHECK = Check((HIDDEN,), page=check_focus)
