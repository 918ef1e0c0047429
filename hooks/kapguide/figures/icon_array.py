"""Draw two groups of 100 people, and how many of each something happened to.

Filled against outlined, row by row, so that the counts can be seen, compared
and counted without colour. Always out of 100: one comparison, one total.

Its data: `groups` (two, with `label` and `count`), `study`, `happened`, `cite`,
`caveats`.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from dataclasses import dataclass

from markdown_citations.library.entries import Library

from kapguide.figures.data import CITEKEY, FigureData, figure_schema, items, text
from kapguide.figures.markup import add, add_markdown, add_sentence, capitalize, end_sentence
from kapguide.figures.svg import WIDTH, Drawing, format_unit
from kapguide.front_matter.schema import record
from kapguide.words import Words

TOTAL = 100
_ROW = 10
_CELL = 15.0
_HIGH = 17.0
_SECOND = WIDTH - _ROW * _CELL
_PERSON = (
    "a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0z"
    "m-1.9 9.8v-2.4a3.2 3.2 0 0 1 3.2 -3.2h2a3.2 3.2 0 0 1 3.2 3.2v2.4z"
)
"""A head and shoulders, drawn from the left edge of the head: 8 by 12 units."""

_COUNT = {"type": "integer", "minimum": 0, "maximum": TOTAL}
SCHEMA = figure_schema(
    groups=items(2, 2, record(label=text(60), count=_COUNT)),
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


@dataclass(frozen=True, slots=True)
class IconArray:
    """Two groups and what happened to how many of each."""

    groups: tuple[Group, ...]
    study: str
    happened: str
    cite: tuple[str, ...]
    caveats: tuple[str, ...]

    def describe(self, words: Words) -> str:
        """Say the numbers."""
        first, second = self.groups
        return words.say("figures.icons", total=TOTAL, first=first, second=second)

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
            drawing.lines(x, capitalize(group.label), width=_ROW * _CELL, size=13)
            bottom = max(bottom, drawing.y)
        for x, group in zip((0.0, _SECOND), self.groups, strict=True):
            _draw_people(drawing, x, bottom + 8, group.count)
        drawing.y = bottom + 8 + TOTAL / _ROW * _HIGH + 10
        for filled, said in ((True, capitalize(self.happened)), (False, words["figures.others"])):
            drawing.path(_person(4, drawing.y + 4), filled=filled)
            drawing.lines(24, said, width=WIDTH - 24, size=13)
            drawing.y += 4
        return drawing


def _draw_people(drawing: Drawing, left: float, top: float, count: int) -> None:
    people = [
        _person(left + i % _ROW * _CELL + 4, top + i // _ROW * _HIGH + 4) for i in range(TOTAL)
    ]
    drawing.path("".join(people[:count]), filled=True)
    drawing.path("".join(people[count:]), filled=False)


def _person(x: float, y: float) -> str:
    return f"M{format_unit(x)} {format_unit(y)}{_PERSON}"


def read_icon_array(data: FigureData, library: Library) -> IconArray:
    """Read the data of an icon array; faults go to its list."""
    return IconArray(
        tuple(Group(group.get("label"), group.get("count", 0)) for group in data.items("groups")),
        data.get("study"),
        data.get("happened"),
        data.citekeys("cite", library),
        tuple(data.get("caveats", ())),
    )
