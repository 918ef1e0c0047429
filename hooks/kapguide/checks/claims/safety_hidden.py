"""Check that nothing about safety must be opened, or hovered over, to be read."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

HIDDEN = Rule(
    "safety-hidden",
    "error",
    "Risks, interactions, emergencies and driving stand in the open: not in details, tabs or "
    "tooltips.",
    "NHS service manual; WCAG 2.2",
    "<details><summary>More</summary>Do not drive until the next day.</details>",
    "Do not drive until the next day.",
)

_TOOLTIP = "main [title], main [data-tooltip], main [data-md-tooltip]"
_ASIDE = frozenset({"references", "notice"})


def check_safety_hidden(page: Page, project: Project) -> Problems:
    """Find what is said about safety inside something that must be opened."""
    safety = project.words.pattern("safety.told")
    for block in page.blocks:
        folded = block.within & {"details", "tabs"}
        if not folded or block.within & _ASIDE:
            continue
        match = safety.search(block.plain)
        if match:
            where = "a part that must be opened" if "details" in folded else "tabs"
            message = f'"{match[0]}" stands in {where}'
            hint = "Take it out of there, so that nobody can miss it."
            at = match[0]
            yield report(HIDDEN, message, page, project, text=block.plain, literal=at, hint=hint)
    for node in page.select(_TOOLTIP):
        attributes = node.attributes
        text = next((attributes[n] for n in _TIPS if attributes.get(n)), "") or ""
        match = safety.search(text)
        # A short title names a thing; three words and more tell something about it.
        if match and len(text.split()) > 3 and node.tag not in {"a", "abbr"}:
            message = f'"{match[0]}" stands in a tooltip'
            hint = "Write it into the text: a tooltip is not seen on a phone or on paper."
            yield report(HIDDEN, message, page, project, literal=text, hint=hint)


_TIPS = ("title", "data-tooltip", "data-md-tooltip")


CHECK = Check((HIDDEN,), page=check_safety_hidden)
