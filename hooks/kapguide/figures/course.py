"""Draw the course of a session, one phase under the other.

Downwards, because a phone has no room for six phases side by side. A filled
mark says that the medicine may be felt; a bar is filled up to the shortest
time and outlined up to the longest.

Its data: `phases`, each with `label` and `minutes` or `length`; `whole`, `cite`.
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from dataclasses import dataclass
from itertools import pairwise

from markdown_citations.library.entries import Library

from kapguide.figures.data import (
    CITEKEY,
    MISSING,
    NUMBERS,
    WRONG,
    FigureData,
    figure_schema,
    items,
    text,
)
from kapguide.figures.durations import Span, parse_span
from kapguide.figures.markup import add, add_item, add_sentence, capitalize
from kapguide.figures.svg import WIDTH, Drawing
from kapguide.front_matter.schema import record
from kapguide.words import Words

_RAIL = 12.0
_LEFT = 36.0
_BAR = 244.0

_PHASE = record(
    *("minutes", "length", "medicine", "note"),
    label=text(60),
    minutes={},  # `parse_span` says what it may be
    length=text(60),
    medicine={"type": "boolean"},
    note=text(160),
)
SCHEMA = figure_schema(
    "whole", "cite", phases=items(2, 9, _PHASE), whole={}, cite=items(0, 5, CITEKEY)
)


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of a session."""

    label: str
    span: Span | None
    length: str
    """In words, where no span is given."""
    medicine: bool
    note: str

    def say_length(self, words: Words) -> str:
        """Say how long it lasts, as printed."""
        return self.span.say(words) if self.span else self.length


@dataclass(frozen=True, slots=True)
class Course:
    """The phases of a session, in their order."""

    phases: tuple[Phase, ...]
    whole: Span | None
    cite: tuple[str, ...]

    def describe(self, words: Words) -> str:
        """Say what a reader who cannot see the drawing should know of it."""
        steps = words.say("figures.steps", number=len(self.phases))
        whole = self._say_whole(words)
        return " ".join(filter(None, (steps, whole, words["figures.same_in_list"])))

    def _say_whole(self, words: Words) -> str:
        return words.say("figures.whole", time=self.whole.say(words)) if self.whole else ""

    def write(self, parent: etree.Element, words: Words) -> None:
        """Append the phases as a numbered list."""
        items = add(parent, "ol", css_class="figure-steps")
        for phase in self.phases:
            felt = f" ({words['figures.felt']})" if phase.medicine else ""
            add_item(items, phase.label, phase.say_length(words) + felt, phase.note)
        if self.whole:
            add(parent, "p", self._say_whole(words))
        if self.cite:
            add_sentence(parent, words["figures.lengths"], self.cite)

    def draw(self, words: Words) -> Drawing:
        """Draw rail, marks, labels and bars."""
        drawing = Drawing()
        marks: list[tuple[float, Phase]] = []
        spans = [phase.span for phase in self.phases if phase.span]
        # One bar alone compares nothing.
        scale = _BAR / max(span.high or span.low for span in spans) if len(spans) > 1 else 0.0
        for number, phase in enumerate(self.phases, 1):
            marks.append((drawing.y + 10, phase))
            drawing.lines(_LEFT, f"{number}. {phase.label}", width=WIDTH - _LEFT, bold=True)
            length = capitalize(phase.say_length(words))
            drawing.lines(_LEFT, length, width=WIDTH - _LEFT, size=13)
            if phase.span and scale:
                _draw_bar(drawing, phase.span, scale)
            drawing.y += 14
        for (top, phase), (below, _) in pairwise(marks):
            drawing.line(_RAIL, top + 8, _RAIL, below - 8, thick=4 if phase.medicine else 1.2)
        for y, phase in marks:
            drawing.circle(_RAIL, y, 7, filled=phase.medicine)
        self._draw_key(drawing, scale, words)
        return drawing

    def _draw_key(self, drawing: Drawing, scale: float, words: Words) -> None:
        drawing.line(0, drawing.y, WIDTH, drawing.y, thick=0.6)
        drawing.y += 10
        if any(phase.medicine for phase in self.phases):
            drawing.circle(_RAIL, drawing.y + 8, 7, filled=True)
            drawing.text(_LEFT, drawing.y + 13, capitalize(words["figures.felt"]), size=13)
            drawing.y += 24
        if scale:
            for said in (words["figures.shortest"], words["figures.longest"]):
                drawing.bar(0, drawing.y + 3, 24, 10, filled=said == words["figures.shortest"])
                drawing.text(_LEFT, drawing.y + 13, said, size=13)
                drawing.y += 22


def _draw_bar(drawing: Drawing, span: Span, scale: float) -> None:
    """Draw to scale; an open span ends in an arrow, past its least time."""
    top, height = drawing.y + 3, 10.0
    low = span.low * scale
    drawing.bar(_LEFT, top, low, height, filled=True)
    if span.high is None:
        tip, middle = _LEFT + low + 24, top + height / 2
        drawing.line(_LEFT + low, middle, tip - 6, middle, thick=2)
        drawing.path(f"M{tip - 9} {middle - 5}l9 5l-9 5z", filled=True)
    elif span.high > span.low:
        drawing.bar(_LEFT + low, top, (span.high - span.low) * scale, height, filled=False)
    drawing.y = top + height


def read_course(data: FigureData, library: Library) -> Course:
    """Read the data of a course; faults go to its list."""
    whole = _read_span(data, "whole")
    phases = tuple(_read_phase(phase) for phase in data.items("phases"))
    course = Course(phases, whole, data.citekeys("cite", library))
    _check_sum(course, data)
    return course


def _read_phase(data: FigureData) -> Phase:
    span, length = _read_span(data, "minutes"), data.get("length")
    if "minutes" not in data and "length" not in data:
        data.fault(MISSING, "length", "is missing", 'Add a line "length: …"')
    if "minutes" in data and length:
        hint = "Keep one of the two: the figure says the minutes in words itself"
        data.fault(WRONG, "length", 'stands beside "minutes"', hint)
    medicine = data.get("medicine", False)
    return Phase(data.get("label"), span, length, medicine, data.get("note"))


def _read_span(data: FigureData, name: str) -> Span | None:
    value = data.get(name, None)
    span = parse_span(value)
    if span is None and value is not None:
        hint = "Write minutes, as in 20, 15-30, or 120+ for at least two hours"
        data.fault(WRONG, name, f'is "{value}"', hint)
    return span


def _check_sum(course: Course, data: FigureData) -> None:
    """Compare the phases with the whole: both may be ranges, and the ranges must meet."""
    if course.whole is None:
        return
    spans = [phase.span for phase in course.phases if phase.span]
    least = sum(span.low for span in spans)
    ends = [span.high for span in spans if span.high is not None]
    if course.whole.high is not None and least > course.whole.high:
        message = f"is at most {course.whole.high} minutes, but the phases take at least {least}"
        data.fault(NUMBERS, "whole", message)
    most = sum(ends)
    if len(ends) == len(course.phases) and most < course.whole.low:
        message = f"is at least {course.whole.low} minutes, but the phases take at most {most}"
        data.fault(NUMBERS, "whole", message)
