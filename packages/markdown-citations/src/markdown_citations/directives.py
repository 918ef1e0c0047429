"""Put what is made elsewhere into a page: `::: figure response`.

A line of its own that starts with `:::`, a name and one argument is a
directive. The extension hands it to the handler of that name, and what the
handler returns takes the line's place.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

_LINE = re.compile(r"^ {0,3}::: *(?P<name>[a-z][a-z0-9-]*)(?: +(?P<argument>[^\n]*?))? *$", re.M)


@dataclass(frozen=True, slots=True)
class Directive:
    """One `::: name argument` line."""

    name: str
    argument: str
    """What follows the name, without outer white space; may be empty."""
    raw: str
    """The line as the page has it, to find its line number by."""


Handler = Callable[[Directive, etree.Element, BlockProcessor], None]
"""Appends what the directive stands for to the element; may parse Markdown
into it with `processor.parser.parseChunk(parent, text)`. Appends nothing and
reports a problem by its own means where the directive cannot be followed."""


class DirectiveProcessor(BlockProcessor):
    """Find the lines of the directives that have a handler."""

    def __init__(self, parser: object, handlers: Mapping[str, Handler]) -> None:
        super().__init__(parser)  # type: ignore[arg-type]
        self.handlers = handlers

    def _find(self, block: str) -> re.Match[str] | None:
        return next((m for m in _LINE.finditer(block) if m["name"] in self.handlers), None)

    def test(self, parent: etree.Element, block: str) -> bool:
        return ":::" in block and self._find(block) is not None

    def run(self, parent: etree.Element, blocks: list[str]) -> bool:
        block = blocks.pop(0)
        match = self._find(block)
        if match is None:  # pragma: no cover - test() has just found it
            return False
        before, after = block[: match.start()].rstrip("\n"), block[match.end() :].lstrip("\n")
        if before:
            self.parser.parseBlocks(parent, [before])
        directive = Directive(match["name"], match["argument"] or "", match[0])
        self.handlers[directive.name](directive, parent, self)
        if after:
            blocks.insert(0, after)
        return True


class DirectiveExtension(Extension):
    """Register handlers for directives, beside those of other instances."""

    def __init__(self, handlers: Mapping[str, Handler]) -> None:
        super().__init__()
        self.handlers = dict(handlers)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Add one block processor, before all that would take the line: `empty` (100) is first.

        It comes before `code` (80), too, but the pattern refuses what four blanks make code.
        """
        name = "directive " + " ".join(sorted(self.handlers))
        md.parser.blockprocessors.register(DirectiveProcessor(md.parser, self.handlers), name, 105)
