"""Check that a table says what its columns are, and fits on a phone."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.page import fold

TABLE_HEADERS = Rule(
    "table-headers",
    "error",
    "A table has a header for each column.",
    "WCAG 2.2, 1.3.1",
    "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>",
    "| a | b |\n| --- | --- |\n| 1 | 2 |",
)
TOO_WIDE = Rule(
    "table-columns",
    "warning",
    "A table has at most three columns: a phone shows no more.",
    "WCAG 2.2, 1.4.10",
    "| a | b | c | d |\n| --- | --- | --- | --- |\n| 1 | 2 | 3 | 4 |",
    "| a | b | c |\n| --- | --- | --- |\n| 1 | 2 | 3 |",
)

MOST_COLUMNS = 3
_EMPTY = re.compile(r"^[ \t]*\|[ \t|]*\|[ \t]*$", re.M)


def check_tables(page: Page, project: Project) -> Problems:
    """Find tables without headers, and those too wide for a phone."""
    for node in page.elements.get("table", ()):
        row = node.css_first("tr")
        cells = [cell for cell in row.iter() if cell.tag in {"td", "th"}] if row else []
        text = fold(row.text(separator=" ")) if row else ""
        if (
            not cells
            or any(cell.tag == "td" or not fold(cell.text()) for cell in cells[1:])
            or (cells[0].tag == "td")
        ):
            message = "a table without a header for each column"
            hint = "Fill the first row and put a line of | --- | --- | below it."
            source = project.source(page)
            empty = None if text or not source else _EMPTY.search(source.text)
            literal = empty[0] if empty else "<table"  # of one in HTML
            yield report(
                TABLE_HEADERS, message, page, project, literal=literal, text=text, hint=hint
            )
        if len(cells) > MOST_COLUMNS:
            message = f"a table of {len(cells)} columns"
            hint = "Three columns fit on a phone; part the table, or make a list of it."
            yield report(TOO_WIDE, message, page, project, text=text, hint=hint)


CHECK = Check((TABLE_HEADERS, TOO_WIDE), page=check_tables)
