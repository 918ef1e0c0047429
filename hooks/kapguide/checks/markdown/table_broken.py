"""Check that what was typed or pasted as a table is one.

Markdown sees a table only where an empty line comes before it and a line of hyphens
stands below its head; from a table that was pasted, tabs are what is left.
"""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule
from kapguide.pages.wording.written import written_lines

BROKEN = Rule(
    "table-broken",
    "error",
    "A table has an empty line before it and a line such as | --- | --- | below its head; no line "
    "holds tabs.",
    "KAP Guide",
    "| Drug | Watch for |\n| lithium | shaking |",
    "| Drug | Watch for |\n| --- | --- |\n| lithium | shaking |",
)

_ROW = re.compile(r"[ \t]*\|?[^|\n]+\|[^\n]*|[ \t]*\+[-=+]+\+[ \t]*")
_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t:-]*")
_TABS = re.compile(r"\S[ ]*\t\s*\S")
_LISTED = re.compile(r"\s*(?:[-*+]|\d{1,2}[.)]|[•·●▪o§]|:)\t\s*\S")


def check_tables(page: Page, project: Project) -> Problems:
    """Find tables that are shown as running text, each at its first line."""
    source = project.source(page)
    if source is None or not source.path.endswith(".md"):
        return
    lines = list(written_lines(source))
    tabbed = -1
    for number, line in lines if "\t" in source.text else ():
        if _TABS.search(line) and not _LISTED.match(line):
            if tabbed != number - 1:
                message = "the line holds tabs, as a pasted table does"
                hint = "Write a row as | one | two |, with | --- | --- | below the first."
                yield BROKEN.problem(message, source.path, number, hint)
            tabbed = number
    shown = [block.plain for block in page.blocks if block.tag == "p" and "|" in block.text]
    if not shown:
        return
    for first, rows in _groups(lines):
        words = rows[0].replace("\\|", "").strip().strip("|").split("|")[0]
        start = " ".join(re.split(r"[*_`\[\]<>{}\\@&]", words)[0].split()[:3])
        if not any(start in text for text in shown):
            continue
        ruled = any(_RULE.fullmatch(row) for row in rows)
        message = "the table is shown as text"
        columns = max(rows[0].strip().strip("|").count("|") + 1, 2)
        rule = f"|{' --- |' * columns}"
        hint = "Put an empty line before it." if ruled else f"Put {rule} below its first row."
        yield BROKEN.problem(message, source.path, first, hint)


def _groups(lines: list[tuple[int, str]]) -> list[tuple[int, list[str]]]:
    """Return the runs of at least two lines that hold bars, each with its first line's number."""
    groups: list[tuple[int, list[str]]] = []
    last = -1
    for number, line in lines:
        if not _ROW.fullmatch(line):
            continue
        if last == number - 1:
            groups[-1][1].append(line)
        else:
            groups.append((number, [line]))
        last = number
    # A frame of + and - is no row, but holds rows together.
    bare = [(at, [row for row in rows if row.strip()[0] != "+"]) for at, rows in groups]
    framed = {at for (at, rows), (_, left) in zip(groups, bare, strict=True) if rows != left}
    return [(at, rows) for at, rows in bare if rows and (len(rows) > 1 or at in framed)]


CHECK = Check((BROKEN,), page=check_tables)
