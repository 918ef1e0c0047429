"""The tables of CONTRIBUTING.md, made from the code that they describe.

Each stands between its marks: `<!-- codes -->` and `<!-- /codes -->`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markdown_citations.problems import Rule


def format_table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Format a Markdown table; cells are one line each, bars escaped."""
    cells = [list(head), *map(list, rows)]
    cells.insert(1, ["---"] * len(cells[0]))
    return "\n".join("| " + " | ".join(map(_cell, row)) + " |" for row in cells)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|")


def format_rules(rules: Iterable[Rule]) -> str:
    """Format the table of all codes, in alphabetical order."""
    head = ("message", "level", "rule", "from", "wrong", "right")
    rows = (
        (f"`{r.code}`", r.severity, r.rule, r.source, _example(r.wrong), _example(r.right))
        for r in sorted(rules, key=lambda rule: rule.code)
    )
    return format_table(head, rows)


def _example(text: str) -> str:
    """Show an example as code; a code span cannot hold line breaks."""
    text = " ⏎ ".join(line.rstrip() for line in text.strip().splitlines())
    fence = "``" if "`" in text else "`"
    blank = " " if "`" in text else ""
    return f"{fence}{blank}{text}{blank}{fence}" if text else ""


def write_tables(text: str, tables: Mapping[str, str]) -> str:
    """Put each table between its marks, dropping what stood there.

    Raises KeyError, with the mark's name, where the text has no such marks.
    """
    for name, table in tables.items():
        marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.S)
        if not marks.search(text):
            raise KeyError(name)
        text = marks.sub(lambda m, table=table: f"{m[1]}\n{table}\n\n{m[2]}", text)  # type: ignore[misc]
    return text
