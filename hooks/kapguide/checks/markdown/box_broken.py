"""Check that a box (!!! note) holds its text, and shows its title.

Markdown takes words without quotation marks for the names of classes, and text that starts
with fewer than four spaces for the paragraph behind an empty box.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kapguide.checks.definition import Check, Page, Problems, Project, Rule
from kapguide.pages.wording.written import written_lines

BROKEN = Rule(
    "box-broken",
    "error",
    "A box has its title in straight quotation marks, and four spaces before each line of its "
    "text.",
    "Python-Markdown, admonition",
    '!!! note "Eat little"\n\nA light meal is enough.',
    '!!! note "Eat little"\n\n    A light meal is enough.',
)

_BOX = re.compile(
    r"(?P<blanks> *)!!! ?(?P<kind>[\w-]+)(?P<words>(?: +[\w-]+)*)(?P<title> +\".*\")? *"
)
_PLACES = {"inline", "end", "annotate"}
"""Words of the theme that may stand behind the kind."""


def check_boxes(page: Page, project: Project) -> Problems:
    """Find boxes whose title or whose text is lost."""
    source = project.markdown(page)
    if source is None or not page.select(".admonition"):
        return
    lines = [line for _, line in written_lines(source)]
    for number, line in enumerate(lines, start=1):
        box = _BOX.fullmatch(line)
        if box is None:
            continue
        words = [word for word in box["words"].split() if word not in _PLACES]
        if words and not box["title"]:
            title = " ".join(words)
            message = f'"{title}" is no title of a box, and is not shown'
            hint = f'Write !!! {box["kind"]} "{title}".'
            yield BROKEN.problem(message, source.path, number, hint)
        elif not _has_text(lines[number:], len(box["blanks"])):
            message = f'the box "{line.strip()}" is empty: no text stands in it'
            hint = "Put four spaces before each line of its text."
            yield BROKEN.problem(message, source.path, number, hint)


def _has_text(below: Sequence[str], blanks: int) -> bool:
    """Whether the first line below a box that is not empty belongs into it."""
    first = next((line.expandtabs(4) for line in below if line.strip()), "")
    return len(first) - len(first.lstrip()) >= blanks + 4


CHECK = Check((BROKEN,), page=check_boxes)
