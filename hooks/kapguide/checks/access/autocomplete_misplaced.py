"""Check that autocomplete stands only where a browser could fill something in."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_node

MISPLACED = Rule(
    "autocomplete-misplaced",
    "error",
    "No checkbox, radio button or button has autocomplete.",
    "HTML Living Standard",
    '<label><input type="checkbox" autocomplete="off"> Send me a letter</label>',
    '<label><input type="checkbox"> Send me a letter</label>',
)

_CHOSEN = ("checkbox", "radio", "file", "submit", "image", "reset", "button")
_SELECTOR = "button[autocomplete], " + ", ".join(
    f"[type={kind} i][autocomplete]" for kind in _CHOSEN
)


def check_autocomplete(page: Page, project: Project) -> Problems:
    """Find what is chosen or pressed, and cannot be filled in."""
    for node in page.select(_SELECTOR):
        kind = node.attributes.get("type") or "button"
        message = f'a field of type "{kind}" has autocomplete, and nothing can be filled in'
        hint = "Take autocomplete out."
        yield report_node(
            MISPLACED, message, page, project, node=node, attribute="autocomplete", hint=hint
        )


CHECK = Check((MISPLACED,), page=check_autocomplete)
