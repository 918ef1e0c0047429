"""Take a page apart by its second-level headings.

Which of its sections hold the key points, the risks, and what is not known is
told by their headings.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kapguide.pages.page import Block, Page


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading, its sub-sections not included."""

    heading: str
    number: int
    """The heading's index in `Page.headings`; -1 before the first."""
    level: int
    path: tuple[str, ...]
    """The headings above it, the first one left out, and its own."""
    top: int
    """Counts the second-level sections of the page; 0 before the first."""
    blocks: tuple[Block, ...]

    @property
    def words(self) -> int:
        """How many words of prose it holds."""
        return sum(len(block.plain.split()) for block in self.blocks)


@functools.lru_cache(maxsize=2)
def sections(page: Page) -> tuple[Section, ...]:
    """Return the sections of a page in reading order, the text before the first heading too."""
    return tuple(_sections(page))


def _sections(page: Page) -> Iterator[Section]:
    grouped: dict[int, list[Block]] = {}
    for block in page.prose:
        grouped.setdefault(block.section, []).append(block)
    above: list[tuple[int, str]] = []
    top = 0
    yield Section("", -1, 1, (), 0, tuple(grouped.get(-1, ())))
    for number, heading in enumerate(page.headings):
        if heading.level == 2:
            top += 1
        above = [(level, text) for level, text in above if level < heading.level]
        above.append((heading.level, heading.text))
        path = tuple(text for level, text in above if level > 1)
        blocks = tuple(grouped.get(number, ()))
        yield Section(heading.text, number, heading.level, path, top, blocks)


def is_about(section: Section, pattern: re.Pattern[str]) -> bool:
    """Whether a section, or one that it stands in, has a heading of that kind."""
    return any(pattern.search(heading) for heading in section.path)
