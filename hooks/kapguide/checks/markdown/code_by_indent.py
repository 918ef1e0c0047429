"""Check that no text became code because blanks stand before it."""

from __future__ import annotations

import re
from textwrap import shorten

from kapguide.checks.definition import Check, Page, Problems, Project, Rule
from kapguide.pages.visibility import with_above

INDENTED = Rule(
    "code-by-indent",
    "error",
    "No text is shown as code because its line starts with four spaces or a tab.",
    "KAP Guide",
    "Rest well.\n\n    Eat a light meal the evening before.",
    "Rest well.\n\nEat a light meal the evening before.",
)

_LONGEST = 40
_OPENS = re.compile(r"\s*(?:={3}|!!!|\?\?\?|:::|///)")
"""How a box or a tab starts; markup-left tells where there is none."""


def check_indented(page: Page, project: Project) -> Problems:
    """Find blocks of code that nobody fenced."""
    source = project.markdown(page)
    if source is None:
        return
    blocks = page.main.css("pre") if page.main is not None else ()
    for node in blocks:
        lines = [line.strip() for line in node.text().splitlines() if line.strip()]
        if not lines:
            continue
        above = ""
        for number, line in enumerate(source.text.split("\n"), start=1):
            if line.strip() == lines[0] and line.expandtabs(4).startswith("    "):
                if _OPENS.match(above):
                    break
                message = f'"{shorten(lines[0], _LONGEST, placeholder="…")}" is shown as code'
                blank = "tab" if "\t" in line.partition(lines[0])[0] else "spaces"
                hint = f"Take the {blank} at the start of the line away."
                if depth := sum(one.tag == "li" for one in with_above(node)):
                    hint = f"Start the line with {4 * depth} spaces: it belongs to the item."
                yield INDENTED.problem(message, source.path, number, hint)
                break
            above = line if line.strip() else above


CHECK = Check((INDENTED,), page=check_indented)
