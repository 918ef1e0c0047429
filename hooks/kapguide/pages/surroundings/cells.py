"""Find the place of each cell of a table: its rows and its columns, with what it spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode

_SPAN = re.compile(r"[1-9]\d?")


class Cell(NamedTuple):
    """The place of what stands in a cell of a table, or in its caption."""

    table: int
    """Counted on the page."""
    rows: range
    """Those that it stands in; none for a caption."""
    columns: range
    heading: str = ""
    """What it is a heading of: `table`, `column` or `row`."""

    def heads(self, other: Cell) -> bool:
        """Whether it is a heading of another cell of its table."""
        if self.heading == "column":
            above = self.rows.start < other.rows.start
            return above and _meet(self.columns, other.columns)
        return self.heading == "table" or (self.heading == "row" and self.beside(other))

    def beside(self, other: Cell) -> bool:
        """Whether another cell of its table stands in one row with it, below the headings."""
        return self != other and self.heading != "column" and _meet(self.rows, other.rows)


def _meet(one: range, other: range) -> bool:
    return max(one.start, other.start) < min(one.stop, other.stop)


def place_cells(table: LexborNode, number: int) -> dict[int, Cell]:
    """Return the places of a table's cells, and of its caption, by the ids of their nodes."""
    found = {
        part.mem_id: Cell(number, range(0), range(0), "table")
        for part in table.iter()
        if part.tag == "caption"
    }
    free: dict[int, int] = {}
    """The first row in which a column is free again."""
    first = True
    for at, row in enumerate(_rows(table)):
        cells = [cell for cell in row.iter() if cell.tag in {"td", "th"}]
        first = first and all(cell.tag == "th" for cell in cells)
        column = 0
        for cell in cells:
            while free.get(column, 0) > at:
                column += 1
            rows = range(at, at + _span(cell, "rowspan"))
            columns = range(column, column + _span(cell, "colspan"))
            heading = "column" if first else "row"
            place = Cell(number, rows, columns, heading if cell.tag == "th" else "")
            found[cell.mem_id] = place
            free.update(dict.fromkeys(columns, rows.stop))
    return found


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """Give the rows of a table, without those of tables in its cells."""
    return (row for part in table.iter() for row in part.iter() if row.tag == "tr")


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "").strip()
    return int(value) if _SPAN.fullmatch(value) else 1
