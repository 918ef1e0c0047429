"""Make a table and a judgement of what was measured.

Takes rounds of runs by size. Gives Markdown.
Must stay free of measuring.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import SIZES
from sites import TOOLS
from timing import Round, median, ratio

BASE = "plain"
README = Path(__file__).resolve().parent / "README.md"


@dataclass(frozen=True, slots=True)
class Measured:
    """The runs of one size."""

    size: str
    rounds: tuple[Round, ...]

    def has(self, *names: str) -> bool:
        """Whether these were measured."""
        return all(any(name in one for one in self.rounds) for name in names)


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio that must not be passed, or must be reached."""

    size: str
    name: str
    base: str
    limit: float
    least: bool = False
    """The ratio must be at least this."""


GOALS = (
    Goal("S", "ours", BASE, 1.2),
    Goal("M", "ours", BASE, 1.25),
    Goal("L", "ours", BASE, 1.25),
    Goal("S", "ours-cold", BASE, 1.6),
    Goal("M", "ours-cold", BASE, 1.6),
    Goal("L", "ours-cold", BASE, 1.6),
    Goal("M", "mkdocs-bibtex", "ours", 5, least=True),
    Goal("L", "mkdocs-bibtex", "ours", 5, least=True),
)


def format_table(measured: Sequence[Measured]) -> str:
    """Give a row for each size and program."""
    rows = [
        "| site | program | seconds | over no citations | CPU seconds | over no citations | MB |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for one in measured:
        size = SIZES[one.size]
        site = f"{one.size}: {size.pages:,} pages, {size.entries:,} entries"
        for name in (name for name in TOOLS if one.has(name)):
            cells = [site, TOOLS[name].shown]
            for what in ("seconds", "cpu"):
                cells.append(f"{median(one.rounds, name, what):.2f}")
                cells.append(f"{ratio(one.rounds, name, BASE, what):.2f}" if one.has(BASE) else "–")
            cells.append(f"{median(one.rounds, name, 'megabytes'):.0f}")
            rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def format_goals(measured: Sequence[Measured], by: str) -> str:
    """Say of each goal that can be judged whether it is reached, by `seconds` or by `cpu`."""
    found = list(_goals({one.size: one for one in measured}, by))
    by_what = "the clock" if by == "seconds" else "time on the processor"
    return "\n".join([f"Goals, judged by {by_what}:", "", *found]) if found else ""


def _goals(measured: dict[str, Measured], by: str) -> Iterator[str]:
    for goal in GOALS:
        one = measured.get(goal.size)
        if one is None or not one.has(goal.name, goal.base):
            continue
        found = round(ratio(one.rounds, goal.name, goal.base, by), 2)
        reached = found >= goal.limit if goal.least else found <= goal.limit
        yield (
            f"- {goal.size}: {TOOLS[goal.name].shown} over {TOOLS[goal.base].shown}: {found:.2f}, "
            f"at {'least' if goal.least else 'most'} {goal.limit:g}: {_word(reached)}"
        )


def _word(reached: bool) -> str:
    return "reached" if reached else "missed"


def write_results(section: str, text: str) -> None:
    """Put a text between the marks of a section of README.md."""
    marks = re.compile(rf"(<!-- {section} -->\n).*?(<!-- /{section} -->)", re.S)
    page = README.read_text("utf-8")
    if not marks.search(page):
        raise ValueError(f"README.md has no marks for {section}")
    README.write_text(marks.sub(lambda found: f"{found[1]}{text}\n{found[2]}", page), "utf-8")
