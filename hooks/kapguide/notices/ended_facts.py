"""Tell readers, where a page states a fact, that it has ended.

A page that states a fact with an end names the day: "in force until December 31, 2026".
Behind each block that does, a box says what `dated_facts` has as `then`. Where no block
names the day, the box stands right below the page's title.

Classes for a stylesheet: `admonition` (the theme has a box for it), `ended-fact`.

| what | registered as | priority | why there |
| --- | --- | --- | --- |
| `_ShowEnded` | tree processor `ended facts` | 40 | behind `footnote` (50), whose notes may name the day; before `inline` (20), which marks the box's citations in reading order |
"""  # noqa: E501 - a table has one line a row

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Callable
from datetime import date

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from kapguide.front_matter.deadlines import DatedFact, read_facts
from kapguide.front_matter.parsing import read_front_matter
from kapguide.notices.notice import Notice
from kapguide.words import Words

CLASS = "admonition ended-fact"
_HOLDS_BLOCKS = {"li", "dd", "dt", "td", "th"}
"""Elements that take the box in; behind any other it stands."""


def shown_end(fact: DatedFact, words: Words) -> str:
    """Return what readers see once a fact has ended: white space folded, no citations."""
    return Notice("ended-fact", "", fact.explain_end(words)).text


class EndedFacts(Extension):
    """Show on each page which of its facts have ended.

    `place` returns the path and the source of the page that is being rendered.
    """

    def __init__(self, place: Callable[[], tuple[str, str]], today: date, words: Words) -> None:
        super().__init__()
        self.place, self.today, self.words = place, today, words

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register the tree processor."""
        md.treeprocessors.register(_ShowEnded(md, self), "ended facts", 40)


class _ShowEnded(Treeprocessor):
    def __init__(self, md: Markdown, extension: EndedFacts) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: etree.Element) -> None:
        """Put in the boxes of the facts that have ended."""
        ours = self.extension
        facts = read_facts(read_front_matter(ours.place()[1]).values).values()
        for fact in facts:
            if fact.until < ours.today:
                text = fact.explain_end(ours.words)
                for place in _find_places(root, ours.words.format_day(fact.until)):
                    self._put(root, place, text)

    def _put(self, root: etree.Element, place: etree.Element | None, text: str) -> None:
        box = etree.Element("div", {"class": CLASS})
        self.md.parser.parseChunk(box, text)
        if place is None:
            root.insert(0, box)
        elif place.tag in _HOLDS_BLOCKS:
            place.insert(0, box)  # behind its text, before what is nested in it
        else:
            parent = next(above for above in root.iter() if place in list(above))
            parent.insert(list(parent).index(place) + 1, box)


def _find_places(root: etree.Element, day: str) -> list[etree.Element | None]:
    """Find the blocks that name a day, or else the title; None stands for the page's top.

    Inline Markdown is not yet parsed here, so a block's words are all in its text.
    """
    texts = {block: block.text for block in root.iter() if not isinstance(block.text, AtomicString)}
    naming = [block for block, text in texts.items() if day in " ".join((text or "").split())]
    title = next(root.iter("h1"), None)
    return [*naming] or [title]
