"""Follow `::: figure NAME`: read the data, check them, put the figure in.

How each type is read and drawn is for its own module, which `TYPES` names.

Classes for a stylesheet, beside those of `svg`:
    figure, figure-TYPE    the figure element; its id is `figure-NAME`
    figure-title           a paragraph in the figcaption
    figure-note            the caption, a paragraph before the drawing
    figure-drawing         holds the svg element
    figure-text            the same as text; in it figure-steps (course),
                           figure-caveats (icon-array), figure-conditions
                           (people-studied), each a list
"""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from markdown.blockprocessors import BlockProcessor
from markdown.util import AtomicString
from markdown_citations.directives import Directive
from markdown_citations.library.entries import Library
from markdown_citations.problems import Problem, Rule, did_you_mean, find_line

from kapguide.figures import course, icon_array, people_studied
from kapguide.figures.data import FigureData, read_data, text
from kapguide.figures.markup import add, add_markdown, end_sentence
from kapguide.figures.svg import Drawing
from kapguide.front_matter.parsing import read_front_matter
from kapguide.front_matter.schema import Schema
from kapguide.words import Words

UNKNOWN = Rule(
    "figure-unknown",
    "error",
    "A page shows only figures that its front matter describes under `figures`.",
    "KAP Guide",
    "::: figure respons",
    "::: figure response",
)
TYPE_UNKNOWN = Rule(
    "figure-type-unknown",
    "error",
    "A figure's type is one that can be drawn.",
    "KAP Guide",
    "type: icon-aray",
    "type: icon-array",
)
UNPLACED = Rule(
    "figure-unplaced",
    "warning",
    "A figure that the front matter describes is shown somewhere on the page.",
    "KAP Guide",
    "figures: {response: …} without the line below",
    "::: figure response",
)


class Figure(Protocol):
    """What a figure shows, once its data are read."""

    def draw(self, words: Words) -> Drawing: ...

    def describe(self, words: Words) -> str: ...

    def write(self, parent: etree.Element, words: Words) -> None: ...


TYPES: Mapping[str, tuple[Schema, Callable[[FigureData, Library], Figure]]] = {
    "course": (course.SCHEMA, course.read_course),
    "icon-array": (icon_array.SCHEMA, icon_array.read_icon_array),
    "people-studied": (people_studied.SCHEMA, people_studied.read_people_studied),
}
_UNTYPED = {"type": "object", "properties": {"type": text(40)}, "required": ["type"]}


class _Page:
    """The page that is being rendered, and which of its figures it has shown."""

    def __init__(self, path: str, source: str) -> None:
        self.path = path
        self.source = source
        self.front_matter = read_front_matter(source)
        described = self.front_matter.get("figures")
        figures = described if isinstance(described, dict) else {}
        self.figures: dict[str, object] = {str(name): data for name, data in figures.items()}
        self.shown: Counter[str] = Counter()


@dataclass
class FigureDirective:
    """The handler of `::: figure NAME`."""

    library: Library
    place: Callable[[], tuple[str, str]]
    """Returns the path and the source of the page that is being rendered, front matter
    included: the figures are described there."""
    report: Callable[[Problem], None]
    words: Words
    _page: _Page = field(default_factory=lambda: _Page("", ""), init=False)

    def find_unplaced(self) -> list[Problem]:
        """Find the figures that the page describes and, now rendered, does not show."""
        page = self._find_page()
        return [
            UNPLACED.problem(
                f'the figure "{name}" is described but shown nowhere on the page',
                page.path,
                page.front_matter.find_line("figures", name),
                f'Add a line "::: figure {name}", or remove its data.',
            )
            for name in page.figures
            if name not in page.shown
        ]

    def _find_page(self) -> _Page:
        path, source = self.place()
        if (path, source) != (self._page.path, self._page.source):
            self._page = _Page(path, source)
        return self._page

    def __call__(
        self, directive: Directive, parent: etree.Element, processor: BlockProcessor
    ) -> None:
        page, name = self._find_page(), directive.argument
        page.shown[name] += 1
        # With its line end, because "figure a" is the start of "figure ab" too.
        line = find_line(f"{page.source}\n", f"{directive.raw}\n", page.shown[name])
        if name not in page.figures:
            names = ", ".join(page.figures)
            message = f'no figure "{name}" in the front matter of this page'
            hint = f"There are: {names}." if names else 'Add it under "figures:".'
            hint = did_you_mean(name, page.figures) or hint
            self.report(UNKNOWN.problem(message, page.path, line, hint))
            return
        data = read_data(page.figures[name], ("figures", name), _UNTYPED)
        kind = data.get("type")
        if kind and kind not in TYPES:
            hint = did_you_mean(kind, TYPES) or f"There are: {', '.join(TYPES)}."
            message = f'the figure "{name}" has the unknown type "{kind}"'
            at = page.front_matter.find_line("figures", name, "type") or line
            self.report(TYPE_UNKNOWN.problem(message, page.path, at, hint))
            return
        if kind:
            schema, read = TYPES[kind]
            data = read_data(page.figures[name], data.path, schema)
            figure = read(data, self.library)
        for fault in data.faults:
            at = page.front_matter.find_line(*fault.path) or line
            hint = end_sentence(fault.hint) if fault.hint else ""
            self.report(fault.rule.problem(fault.message, page.path, at, hint, fault.cause))
        if kind and not data.faults:
            ident = f"figure-{name}" + (f"-{page.shown[name]}" if page.shown[name] > 1 else "")
            box = add(parent, "figure", css_class=f"figure figure-{kind}")
            box.set("id", ident)
            # All that the figure says rests on these; `kapguide.pages` reads them.
            if cites := " ".join(data.citekeys("cite", self.library)):
                box.set("data-cites", cites)
            self._fill(box, figure, data, processor)

    def _fill(
        self, box: etree.Element, figure: Figure, data: FigureData, processor: BlockProcessor
    ) -> None:
        """Append title, caption, drawing, and the same as text.

        The caption comes before the drawing, because it says how to read it.
        The drawing goes in as stashed HTML, so that no inline pattern reads its
        text; `data-search-exclude` keeps the search from finding it twice.
        """
        title = data.get("title")
        add(add(box, "figcaption"), "p", title, "figure-title")
        add_markdown(box, "p", data.get("caption")).set("class", "figure-note")
        drawing = add(box, "div", css_class="figure-drawing")
        drawing.set("data-search-exclude", "")
        described = figure.describe(self.words)
        svg = figure.draw(self.words).render(box.attrib["id"], title, described)
        drawing.text = AtomicString(processor.parser.md.htmlStash.store(svg))
        figure.write(add(box, "div", css_class="figure-text"), self.words)
