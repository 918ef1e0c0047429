"""Follow `::: figure NAME`: read the data, check them, put the figure in.

Takes the page's front matter and source, and the library.
Gives elements in the page, and problems by way of `report`.
Must stay free of MkDocs, and of how each type is drawn: `TYPES` says who
draws it.

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
from typing import Protocol

from markdown.blockprocessors import BlockProcessor
from markdown.util import AtomicString
from markdown_citations.directives import Directive
from markdown_citations.library.entries import Library
from markdown_citations.problems import Problem, did_you_mean, find_line

from kapguide.figures.course import read_course
from kapguide.figures.icon_array import read_icon_array
from kapguide.figures.markup import add, add_markdown
from kapguide.figures.people_studied import read_people_studied
from kapguide.figures.places import find_place
from kapguide.figures.svg import Drawing
from kapguide.figures.values import Fault, Fields


class Content(Protocol):
    """What a figure shows, once its data are read."""

    def draw(self) -> Drawing: ...

    def describe(self) -> str: ...

    def write(self, parent: etree.Element) -> None: ...


TYPES: Mapping[str, Callable[[Fields, Library], Content]] = {
    "course": read_course,
    "icon-array": read_icon_array,
    "people-studied": read_people_studied,
}


class FigurePage:
    """The page that is being rendered, and which of its figures it has shown."""

    def __init__(self, path: str = "", source: str = "", figures: object = None) -> None:
        self.path = path
        self.source = source
        """The whole file, front matter included."""
        self.figures: Mapping[object, object] = figures if isinstance(figures, Mapping) else {}
        self.shown: Counter[str] = Counter()

    def find_unplaced(self) -> list[Problem]:
        """Find the figures that the front matter describes and the page does not show."""
        return [
            Problem(
                "figure-unplaced",
                f'the figure "{name}" is described but shown nowhere on the page',
                self.path,
                find_place(self.source, ("figures", str(name))),
                f'Add a line "::: figure {name}", or remove its data.',
                "warning",
            )
            for name in self.figures
            if str(name) not in self.shown
        ]


class FigureDirective:
    """The handler of `::: figure NAME`; `page` is set anew before each page."""

    def __init__(self, library: Library, report: Callable[[Problem], None]) -> None:
        self.library = library
        self.report = report
        self.page = FigurePage()

    def __call__(
        self, directive: Directive, parent: etree.Element, processor: BlockProcessor
    ) -> None:
        page, name = self.page, directive.argument
        page.shown[name] += 1
        # With its line end, because "figure a" is the start of "figure ab" too.
        line = find_line(f"{page.source}\n", f"{directive.raw}\n", page.shown[name])
        names = [str(known) for known in page.figures]
        if name not in names:
            listed = f"There are: {', '.join(names)}." if names else 'Add it under "figures:".'
            message = f'no figure "{name}" in the front matter of this page'
            hint = did_you_mean(name, names) or listed
            self.report(Problem("figure-unknown", message, page.path, line, hint))
            return
        data = next(value for key, value in page.figures.items() if str(key) == name)
        faults: list[Fault] = []
        fields = Fields(data, ("figures", name), faults)
        kind = fields.text("type", limit=40)
        if kind and kind not in TYPES:
            hint = did_you_mean(kind, TYPES) or f"There are: {', '.join(TYPES)}."
            message = f'the figure "{name}" has the unknown type "{kind}"'
            at = find_place(page.source, ("figures", name, "type")) or line
            self.report(Problem("figure-type-unknown", message, page.path, at, hint))
            return
        title = fields.text("title", limit=80)
        caption = fields.text("caption", limit=600)
        content = TYPES[kind](fields, self.library) if kind else None
        if content is not None:
            fields.close()
        for fault in faults:
            at = find_place(page.source, fault.place) or line
            hint = f"{fault.hint}." if fault.hint and fault.hint[-1] not in ".?!" else fault.hint
            self.report(Problem(fault.code, fault.message, page.path, at, hint))
        if content is not None and not faults:
            ident = f"figure-{name}" + (f"-{page.shown[name]}" if page.shown[name] > 1 else "")
            _show(parent, processor, content, kind, (ident, title, caption))


def _show(
    parent: etree.Element,
    processor: BlockProcessor,
    content: Content,
    kind: str,
    texts: tuple[str, str, str],
) -> None:
    """Append the figure: title, caption, drawing, the same as text.

    The caption comes before the drawing, because it says how to read it.
    The drawing goes in as stashed HTML, so that no inline pattern reads its
    text; `data-search-exclude` keeps the search from finding it twice.
    """
    ident, title, caption = texts
    figure = add(parent, "figure", css_class=f"figure figure-{kind}")
    figure.set("id", ident)
    add(add(figure, "figcaption"), "p", title, "figure-title")
    add_markdown(figure, "p", caption).set("class", "figure-note")
    drawing = add(figure, "div", css_class="figure-drawing")
    drawing.set("data-search-exclude", "")
    svg = content.draw().render(ident, title, content.describe())
    drawing.text = AtomicString(processor.parser.md.htmlStash.store(svg))
    content.write(add(figure, "div", css_class="figure-text"))
