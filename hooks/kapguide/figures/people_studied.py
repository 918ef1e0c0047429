"""Draw in how many people each condition was studied, from references.bib.

No number is typed into a page: each is the sum of the `people` of the studies
listed. Reviews and guidelines are refused, for they count the same people
again. Bars say how much was studied, never how well something works.

Its data: `conditions` (each with `label` and `entries` or `where`), `scale`,
`split`.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections import Counter
from dataclasses import dataclass

from markdown_citations.library.entries import Entry, Library

from kapguide.figures.bars import draw_scale, place_value
from kapguide.figures.counted_studies import check_split, count_people, read_studies
from kapguide.figures.data import CITEKEY, MISSING, WRONG, FigureData, figure_schema, items, text
from kapguide.figures.markup import add, add_item, format_citation
from kapguide.figures.svg import WIDTH, Drawing, measure_text
from kapguide.front_matter.schema import record
from kapguide.words import Words

_CONDITION = record(
    *("entries", "where", "except", "note"),
    label=text(40),
    entries=items(0, 40, CITEKEY),
    where={"type": "object"},
    **{"except": items(0, 20, CITEKEY)},
    note=text(200),
)
SCHEMA = figure_schema(
    "split",
    scale={"type": "string", "enum": ["linear", "log"]},
    split={"type": "string", "enum": ["psychotherapy"]},
    conditions=items(1, 9, _CONDITION),
)


@dataclass(frozen=True, slots=True)
class Condition:
    """What was studied, and by which studies."""

    label: str
    studies: tuple[Entry, ...]
    note: str

    @property
    def people(self) -> int:
        """How many people took part in all of its studies."""
        return sum(map(count_people, self.studies))

    @property
    def with_psychotherapy(self) -> int:
        """How many of them were in studies that added psychotherapy."""
        return sum(count_people(e) for e in self.studies if e.get("psychotherapy") == "yes")


@dataclass(frozen=True, slots=True)
class PeopleStudied:
    """Conditions in the page's order."""

    conditions: tuple[Condition, ...]
    scale: str
    """`linear` or `log`."""
    split: bool
    """Tell the studies with psychotherapy from the others."""

    @property
    def overlaps(self) -> bool:
        """Whether a study stands under more than one condition."""
        keys = Counter(study.citekey for c in self.conditions for study in c.studies)
        return any(times > 1 for times in keys.values())

    def describe(self, words: Words) -> str:
        """Say the numbers."""
        parts = ", ".join(f"{c.label}: {_say_people(c.people, words)}" for c in self.conditions)
        return f"{parts}. {words['figures.same_in_list']}"

    def write(self, parent: etree.Element, words: Words) -> None:
        """Append a list of conditions with people, studies and citations."""
        items = add(parent, "ul", css_class="figure-conditions")
        for condition in self.conditions:
            add_item(items, condition.label, self._say(condition, words), condition.note)
        if self.overlaps:
            add(parent, "p", words["figures.counted_twice"])

    def _say(self, condition: Condition, words: Words) -> str:
        if not condition.studies:
            return _say_people(0, words)
        keys = [study.citekey for study in condition.studies]
        people = _say_people(condition.people, words)
        said = words.say("figures.in_studies", count=len(keys), people=people)
        text = f"{said} {format_citation(keys)}"
        if not self.split:
            return text
        part = condition.with_psychotherapy
        if part == condition.people:
            share = words["figures.all"]
        else:
            share = words.format_number(part) if part else words["figures.none"]
        return f"{text}, {words.say('figures.share', share=share)}"

    def draw(self, words: Words) -> Drawing:
        """Draw a bar for each condition, then the scale and what it means."""
        drawing = Drawing()
        most = max((c.people for c in self.conditions), default=0)
        for condition in self.conditions:
            number = _say_people(condition.people, words)
            room = WIDTH - measure_text(number, 14) - 8
            drawing.text(WIDTH, drawing.y + 14, number, anchor="end")
            drawing.lines(0, condition.label, width=room, bold=True)
            if condition.people:
                self._draw_bar(drawing, condition, most)
            drawing.y += 14
        draw_scale(drawing, most, self.scale, words)
        if self.split:
            for said in (words["figures.with"], words["figures.without"]):
                drawing.bar(0, drawing.y + 3, 24, 12, filled=said == words["figures.with"])
                drawing.lines(32, said, width=WIDTH - 32, size=13)
                drawing.y += 4
        return drawing

    def _draw_bar(self, drawing: Drawing, condition: Condition, most: int) -> None:
        filled = condition.with_psychotherapy if self.split else condition.people
        end = place_value(condition.people, most, self.scale)
        middle = place_value(filled, most, self.scale)
        drawing.bar(0, drawing.y + 3, middle, 14, filled=True)
        drawing.bar(middle, drawing.y + 3, end - middle, 14, filled=False)
        drawing.line(0, drawing.y, 0, drawing.y + 20)
        drawing.y += 20


def _say_people(number: int, words: Words) -> str:
    if not number:
        return words["figures.nobody"]
    return words.say("figures.people", count=number, number=words.format_number(number))


def read_people_studied(data: FigureData, library: Library) -> PeopleStudied:
    """Read the data, and look its studies up; faults go to its list."""
    scale, split = data.get("scale"), "split" in data
    if split and scale == "log":
        hint = "On such a scale the parts of a bar cannot be compared"
        data.fault(WRONG, "split", 'cannot be used with "scale: log"', hint)
    conditions = []
    for item in data.items("conditions"):
        faults = len(data.faults)
        studies = read_studies(item, library)
        if split:
            check_split(item, studies)
        if not studies and "note" not in item and len(data.faults) == faults:
            item.fault(MISSING, "note", "is missing", 'Add a line "note: …"')
        conditions.append(Condition(item.get("label"), tuple(studies), item.get("note")))
    return PeopleStudied(tuple(conditions), scale, split)
