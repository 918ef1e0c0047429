"""Check that every field and every button says in words what it is for."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.accessible_names import link_name
from kapguide.pages.page import fold
from kapguide.pages.visibility import hidden_above, with_above

UNNAMED = Rule(
    "field-unnamed",
    "error",
    "Every field has a label, and every button has words.",
    "WCAG 2.2, 1.3.1, 3.3.2 and 4.1.2",
    '<p><input type="text" name="age" placeholder="Age"></p>',
    '<p><label>Age <input type="text" name="age"></label></p>',
)

_NAMED_BY_VALUE = frozenset({"submit", "reset", "hidden"})


def check_fields(page: Page, project: Project) -> Problems:
    """Find fields without a label; words inside of them vanish when somebody types."""
    fields = page.select("input, select, textarea, button, meter, progress, output")
    labels: dict[str, str] = {}
    if fields:
        for label in page.select("label[for]"):
            labels[label.attributes.get("for") or ""] = fold(label.text())
    for node in fields:
        attributes = node.attributes
        if node.tag == "output" or attributes.get("type", "") in _NAMED_BY_VALUE:
            continue
        name = attributes.get("name") or attributes.get("id") or ""
        if _label(node, labels, page) or hidden_above(node):
            continue
        shown = f' "{name}"' if name else ""
        kind = "button" if node.tag == "button" else "field"
        message = f"the {kind}{shown} does not say what it is for"
        hint = (
            "Put words into it, or aria-label."
            if kind == "button"
            else "Put it into a label: <label>Your age <input …></label>."
        )
        literal = f'"{name}"' if name else f"<{node.tag}"
        yield report(UNNAMED, message, page, project, literal=literal, hint=hint)


def _label(node: LexborNode, labels: dict[str, str], page: Page) -> str:
    attributes = node.attributes
    for name in ("aria-label", "title", "alt"):
        if fold(attributes.get(name) or ""):
            return fold(attributes.get(name) or "")
    named = (attributes.get("aria-labelledby") or "").split()
    if any(name in page.ids for name in named):
        return " ".join(named)
    if node.tag == "button":
        return link_name(node)
    for around in with_above(node):
        if around.tag == "label":
            inside = "".join(option.text() for option in node.css("option") if node.tag == "select")
            return fold(around.text().replace(inside, "", 1))
    return labels.get(attributes.get("id") or "", "")


CHECK = Check((UNNAMED,), page=check_fields)
