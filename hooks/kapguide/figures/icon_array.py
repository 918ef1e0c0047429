"""Draw two groups of 100 people, and how many of each something happened to.

Filled against outlined, row by row, so that the counts can be seen, compared
and counted without colour. Always out of 100: one comparison, one total.

Where a group's count is an estimate, `range` gives the lowest and the highest
number that the study leaves open. Only people below the range are filled then;
those in it have a filled body and an open head, and a bar stands behind the best
estimate.

Its data: `groups` (two, with `label`, `count` and, optionally, `range`), `study`,
`happened`, `cite`, `caveats`, and `certainty`, as GRADE calls it.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_citations.library.entries import Library

from kapguide.figures.data import CITEKEY, NUMBERS, FigureData, figure_schema, items, text
from kapguide.figures.markup import add, add_markdown, add_sentence, capitalize, end_sentence
from kapguide.figures.svg import WIDTH, Drawing, format_unit
from kapguide.front_matter.schema import record
from kapguide.words import Words

TOTAL = 100
_ROW = 10
_CELL = 15.0
_HIGH = 17.0
_SECOND = WIDTH - _ROW * _CELL
_HEAD = "a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0z"
"""Drawn from its left edge; with the body 8 by 12 units."""
_BODY = "v-2.4a3.2 3.2 0 0 1 3.2 -3.2h2a3.2 3.2 0 0 1 3.2 3.2v2.4z"

_COUNT = {"type": "integer", "minimum": 0, "maximum": TOTAL}
SCHEMA = figure_schema(
    "certainty",
    groups=items(2, 2, record("range", label=text(60), count=_COUNT, range=items(2, 2, _COUNT))),
    certainty={"type": "string", "enum": ["high", "moderate", "low", "very low"]},
    study=text(120),
    happened=text(80),
    cite=items(1, 5, CITEKEY),
    caveats=items(1, 4, text(300)),
)


@dataclass(frozen=True, slots=True)
class Group:
    """100 people who had the same."""

    label: str
    count: int
    range: tuple[int, int] | None = None
    """The lowest and the highest number that the study leaves open."""

    @property
    def low(self) -> int:
        """How many it happened to at least."""
        return self.range[0] if self.range else self.count

    @property
    def high(self) -> int:
        """How many it happened to at most."""
        return self.range[1] if self.range else self.count

    def say_range(self, words: Words) -> str:
        """Say the range in brackets, or nothing."""
        return words.say("figures.range", low=self.low, high=self.high) if self.range else ""


@dataclass(frozen=True, slots=True)
class IconArray:
    """Two groups and what happened to how many of each."""

    groups: tuple[Group, ...]
    study: str
    happened: str
    cite: tuple[str, ...]
    caveats: tuple[str, ...]
    certainty: str = ""

    def describe(self, words: Words) -> str:
        """Say how many shapes are of which kind."""
        said = []
        for group in self.groups:
            label = capitalize(group.label)
            half = words.say("figures.half", number=group.high - group.low)
            shapes = words.say("figures.filled", label=label, number=group.low, total=TOTAL)
            said.append(f"{shapes}{half if group.range else ''}.")
        return " ".join((*said, words["figures.same_in_sentence"]))

    def write(self, parent: etree.Element, words: Words) -> None:
        """Append one sentence with study, numbers and citation, then the caveats."""
        first, second = self.groups
        said = words.say(
            "figures.happened",
            study=self.study,
            happened=self.happened,
            total=TOTAL,
            first=first,
            second=second,
            first_range=first.say_range(words),
            second_range=second.say_range(words),
            certainty=words.say("figures.certain", certainty=self.certainty)
            if self.certainty
            else "",
        )
        add_sentence(parent, said, self.cite)
        items = add(parent, "ul", css_class="figure-caveats")
        for caveat in self.caveats:
            add_markdown(items, "li", end_sentence(caveat))

    def draw(self, words: Words) -> Drawing:
        """Draw both groups side by side, and what the shapes mean."""
        drawing = Drawing()
        bottom = 0.0
        for x, group in zip((0.0, _SECOND), self.groups, strict=True):
            drawing.y = 0
            count = words.say("figures.count", number=group.count, total=TOTAL)
            drawing.text(x, 22, count, size=22, bold=True)
            drawing.y = 28
            label = capitalize(group.label) + group.say_range(words)
            drawing.lines(x, label, width=_ROW * _CELL, size=13)
            bottom = max(bottom, drawing.y)
        for x, group in zip((0.0, _SECOND), self.groups, strict=True):
            _draw_people(drawing, x, bottom + 8, group)
        drawing.y = bottom + 8 + TOTAL / _ROW * _HIGH + 10
        self._draw_key(drawing, words)
        return drawing

    def _draw_key(self, drawing: Drawing, words: Words) -> None:
        estimated = any(group.range for group in self.groups)
        for low, high, said in (
            (1, 1, capitalize(self.happened)),
            (0, 1, words["figures.unsure"] if estimated else ""),
            (0, 0, words["figures.others"]),
        ):
            if said:
                _draw_kinds(drawing, [(4, drawing.y + 4)], low, high)
                drawing.lines(24, said, width=WIDTH - 24, size=13)
                drawing.y += 4
        if estimated:
            _draw_mark(drawing, 8, drawing.y + 2)
            drawing.lines(24, words["figures.best_estimate"], width=WIDTH - 24, size=13)
            drawing.y += 4
        if self.certainty:
            said = words.say("figures.certainty", certainty=self.certainty)
            drawing.lines(0, said, width=WIDTH, size=13, bold=True)


def _draw_people(drawing: Drawing, left: float, top: float, group: Group) -> None:
    places = [(left + i % _ROW * _CELL + 4, top + i // _ROW * _HIGH + 4) for i in range(TOTAL)]
    _draw_kinds(drawing, places, group.low, group.high)
    if group.range and group.count:
        x, y = places[group.count - 1]
        _draw_mark(drawing, x + _CELL - 5, y - 2)


def _draw_kinds(
    drawing: Drawing, places: Sequence[tuple[float, float]], low: int, high: int
) -> None:
    """Draw a person at each place: filled up to `low`, half filled up to `high`."""
    whole = f"{_HEAD}m-1.9 9.8{_BODY}"
    drawing.path(_put(whole, places[:low]), filled=True)
    drawing.path(_put(_BODY, [(x - 1.9, y + 9.8) for x, y in places[low:high]]), filled=True)
    drawing.path(_put(_HEAD, places[low:high]), filled=False)
    drawing.path(_put(whole, places[high:]), filled=False)


def _put(shape: str, places: Sequence[tuple[float, float]]) -> str:
    return "".join(f"M{format_unit(x)} {format_unit(y)}{shape}" for x, y in places)


def _draw_mark(drawing: Drawing, x: float, y: float) -> None:
    drawing.line(x, y, x, y + _HIGH - 4, thick=2)


def read_icon_array(data: FigureData, library: Library) -> IconArray:
    """Read the data of an icon array; faults go to its list."""
    return IconArray(
        tuple(map(_read_group, data.items("groups"))),
        data.get("study"),
        data.get("happened"),
        data.citekeys("cite", library),
        tuple(data.get("caveats", ())),
        data.get("certainty"),
    )


def _read_group(data: FigureData) -> Group:
    count, limits = data.get("count", 0), data.get("range", ())
    if not limits:
        return Group(data.get("label"), count)
    low, high = limits
    if not low <= count <= high:
        hint = "Give the lowest number first, and the count between the two"
        data.fault(NUMBERS, "range", f"from {low} to {high} does not hold the count {count}", hint)
    return Group(data.get("label"), count, (low, high))
