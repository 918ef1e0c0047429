"""Check that what was typed or pasted as a table is one.

Markdown sees a table only where an empty line comes before it and a line of hyphens
stands below its head; from a table that was pasted, tabs are what is left.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator

from kapguide.checks.definition import Check, Page, Problems, Project, Rule
from kapguide.checks.markdown.list_broken import DRAWN
from kapguide.pages.source_lines import Source
from kapguide.pages.tags.raw_html import IN_HTML, is_in_html
from kapguide.pages.wording.written import first_words, written_lines

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
_DASHES = re.compile(r"[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*")
"""What another program draws below the head of a table whose columns have blanks between."""
_BAR = re.compile(r"(?<!\\)\|")
_DRAWN = str.maketrans("｜│┃¦", "||||")
_HOLD = {"p", "div", "section", "details", "figure"}
"""Paragraphs, and elements of HTML in which Markdown makes none."""
_TABS = re.compile(r"\S[ ]*\t\s*\S")
_LISTED = re.compile(rf"\s*(?:[-*+]|#{{1,6}}|\d{{1,2}}[.)]|[{DRAWN}·o§]|:)\t\s*\S")


_ON_ONE_LINE = "Write each row on one line, from its first | to its last."
_TWO, _LONGEST = ["one", "two"], 80
"""Cells of an example, and how much text a row has that is shown in their place."""
_Row = tuple[int, str]
"""A line that may be a row, with its number."""


def check_tables(page: Page, project: Project) -> Problems:
    """Find tables that are shown as text, each at its first line, and cells that are lost."""
    source = project.markdown(page)
    if source is None:
        return
    lines = list(written_lines(source))
    yield from _find_tabs(lines, source)
    yield from _find_values(lines, source)
    plain = [(number, line.translate(_DRAWN)) for number, line in lines]
    blocks = (block for block in page.blocks if block.tag in _HOLD)
    plains = (block.plain.translate(_DRAWN) for block in blocks if "code" not in block.within)
    shown = [text for text in plains if "|" in text]
    for run in _runs(plain):
        parts = list(_parts(run))
        tables = [part for part in parts if _is_table(part)]
        for table in (part for part in tables if not _is_shown(part[0][1], shown)):
            yield from _find_lost(table, source)
            yield from _find_taken_in(table, [line for _, line in plain], source)
        spread = not tables and len(parts) > 1 and any(_RULE.fullmatch(row) for _, row in run)
        for part in [run] if spread else parts:
            rows = [row for row in part if row[1].strip()[0] != "+"]
            # A frame of + and - is no row, but holds rows together.
            cut_off = bool(tables) and len(part) == 1 and part[0][1].lstrip().startswith("|")
            if rows and (len(rows) > 1 or rows != part or cut_off) and _is_shown(rows[0][1], shown):
                number, first = rows[0]
                typed = source.text.split("\n")[number - 1]
                drawn = next((sign for sign in typed if sign.translate(_DRAWN) != sign), "")
                hint = _advise(first, [row for _, row in rows], drawn=drawn, spread=spread)
                if cut_off:
                    hint = "Take the empty line before it out."
                if is_in_html(source.text, typed, number):
                    hint = IN_HTML
                yield BROKEN.problem("the table is shown as text", source.path, number, hint)


def _find_tabs(lines: Iterable[_Row], source: Source) -> Problems:
    tabbed = -1
    for number, line in lines if "\t" in source.text else ():
        if _TABS.search(line) and not _LISTED.match(line):
            if tabbed != number - 1:
                message = "the line holds tabs, as a pasted table does"
                yield BROKEN.problem(message, source.path, number, _as_rows(line.split("\t")))
            tabbed = number


def _find_values(lines: Iterable[_Row], source: Source) -> Problems:
    """Find lines of values as a spreadsheet saves them, and columns with dashes below the first."""
    for filled, group in itertools.groupby(lines, lambda row: bool(row[1].strip())):
        if not filled:
            continue
        numbers, rows = zip(*((number, line.strip()) for number, line in group), strict=True)
        number, first = numbers[0], rows[0]
        if len(rows) > 2 and any(map(_DASHES.fullmatch, rows[:2])):
            yield BROKEN.problem("the table is shown as text", source.path, number, _as_rows(_TWO))
        for sign in ";,":
            parts = first.count(sign)
            between = re.compile(rf"(?<=[^\s{sign}]){sign}(?=[^\s{sign}])")
            alike = all(row.count(sign) == len(between.findall(row)) == parts for row in rows)
            # "2,000" is no two values.
            if parts and alike and len(rows) + parts > 3 and not re.search(rf"\d{sign}\d", first):
                message = f'"{first[:40]}" was meant for a table and is shown as text'
                yield BROKEN.problem(message, source.path, number, _as_rows(first.split(sign)))


def _runs(lines: Iterable[_Row]) -> list[list[_Row]]:
    """Return the rows that follow each other, with at most one empty line between two."""
    runs: list[list[_Row]] = []
    empty = 2
    for number, line in lines:
        if _ROW.fullmatch(line):
            if empty > 1:
                runs.append([])
            runs[-1].append((number, line))
            empty = 0
        else:
            empty += 2 if line.strip() else 1
    return runs


def _parts(run: list[_Row]) -> Iterator[list[_Row]]:
    """Part a run at its empty lines."""
    start = 0
    for at in range(1, len(run) + 1):
        if at == len(run) or run[at][0] != run[at - 1][0] + 1:
            yield run[start:at]
            start = at


def _is_table(rows: list[_Row]) -> bool:
    return len(rows) > 1 and any(_RULE.fullmatch(row) for _, row in rows[1:])


def _cells(row: str) -> list[str]:
    return _BAR.split(row.strip().removeprefix("|").removesuffix("|"))


def _find_lost(rows: list[_Row], source: Source) -> Problems:
    """Find cells beyond the last column, which no reader sees, and a row that is torn in two."""
    rule = next(at for at, (_, row) in enumerate(rows) if _RULE.fullmatch(row))
    columns = len(_cells(rows[rule][1]))
    above = ""
    for number, row in rows[rule + 1 :]:
        opened = above.startswith("|") and not above.endswith("|")
        above = row.strip()
        if opened and not above.startswith("|") and len(_cells(row)) < columns:
            message = f'"{row.strip()[:40]}" becomes a row of its own'
            yield BROKEN.problem(message, source.path, number, _ON_ONE_LINE)
            continue
        lost = next((cell.strip() for cell in _cells(row)[columns:] if cell.strip()), "")
        if lost:
            message = f'"{lost[:40]}" stands beyond the last column of the table, and is not shown'
            hint = r"Give the table one more column, or write \| for a bar within a cell."
            yield BROKEN.problem(message, source.path, number, hint)


def _find_taken_in(rows: list[_Row], lines: list[str], source: Source) -> Problems:
    """Find the line right below a table, which becomes a row of it."""
    number = rows[-1][0] + 1
    below = lines[number - 1].strip() if number <= len(lines) else ""
    if below and not _RULE.fullmatch(below):
        message = f'"{below[:40]}" becomes a row of the table above it'
        hint = _ON_ONE_LINE if below[0] == "|" else "Put an empty line before it."
        yield BROKEN.problem(message, source.path, number, hint)


def _is_shown(first: str, shown: Collection[str]) -> bool:
    """Whether readers see a row as text, by its first words."""
    words = first.replace("\\|", "").strip().strip("|").split("|")[0]
    return any(first_words(words) in text for text in shown)


def _as_rows(cells: Iterable[str]) -> str:
    """Show a first row as Markdown has it, with the line below it."""
    shown = [cell.strip() for cell in cells]
    if len("".join(shown)) > _LONGEST:
        shown = _TWO
    return f"Write a row as | {' | '.join(shown)} |, with |{' --- |' * len(shown)} below the first."


def _advise(first: str, rows: list[str], *, drawn: str, spread: bool) -> str:
    columns = max(len(_cells(first)), 2)
    rule = f"|{' --- |' * columns}"
    if drawn:
        return f"Write the sign | in place of {drawn}, and {rule} below the first row."
    if spread:
        return "Take the empty lines between its rows out."
    below = next((row for row in rows[1:2] if _RULE.fullmatch(row)), "")
    if below and len(_cells(below)) != columns:
        return f"Write {rule} below its first row: as many parts as that has."
    if any(_RULE.fullmatch(row) for row in rows):
        return "Put an empty line before it."
    return f"Put {rule} below its first row."


CHECK = Check((BROKEN,), page=check_tables)
