"""Put what is made elsewhere into a page: `::: figure response`.

A line of its own that starts with `:::`, a name and one argument is a
directive. The extension hands it to the handler of that name, and what the
handler returns takes the line's place.

What a handler puts in may hold directives of its own, but never one that it stands in,
and no more than a few levels of them.
"""

from __future__ import annotations

import logging
import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from markdown import Markdown
from markdown.blockparser import BlockParser
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
    within: tuple[str, ...] = ()
    """The lines of the directives that it stands in, the outermost first."""


Handler = Callable[[Directive, etree.Element, BlockProcessor], None]
"""Appends what the directive stands for to the element; may parse Markdown
into it with `processor.parser.parseChunk(parent, text)`. Appends nothing and
reports a problem by its own means where the directive cannot be followed."""

Refuse = Callable[[Directive], None]
"""Reports a directive that stands in itself, or too deep in others."""

DEEPEST = 3
"""How many directives one may stand in."""

_open: WeakKeyDictionary[BlockParser, list[Directive]] = WeakKeyDictionary()
"""The directives that each parser is in: those of several extensions."""


def _warn(directive: Directive) -> None:
    log = logging.getLogger("markdown_citations")
    log.warning("%s is left out: it stands in %s", directive.raw, " in ".join(directive.within))


class DirectiveProcessor(BlockProcessor):
    """Find the lines of the directives that have a handler."""

    def __init__(
        self, parser: BlockParser, handlers: Mapping[str, Handler], refuse: Refuse
    ) -> None:
        super().__init__(parser)
        self.handlers = handlers
        self.refuse = refuse

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
        self._follow(match, parent)
        if after:
            blocks.insert(0, after)
        return True

    def _follow(self, match: re.Match[str], parent: etree.Element) -> None:
        """Hand a directive to its handler, unless that would go on without end."""
        outer = _open.setdefault(self.parser, [])
        name, argument = match["name"], match["argument"] or ""
        directive = Directive(name, argument, match[0], tuple(one.raw for one in outer))
        if (name, argument) in {(one.name, one.argument) for one in outer} or len(outer) >= DEEPEST:
            self.refuse(directive)
            return
        outer.append(directive)
        try:
            self.handlers[name](directive, parent, self)
        finally:
            outer.pop()


class DirectiveExtension(Extension):
    """Register handlers for directives, beside those of other instances."""

    def __init__(self, handlers: Mapping[str, Handler], refuse: Refuse = _warn) -> None:
        super().__init__()
        self.handlers = dict(handlers)
        self.refuse = refuse

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Add one block processor, before all that would take the line: `empty` (100) is first.

        It comes before `code` (80), too, but the pattern refuses what four blanks make code.
        """
        name = "directive " + " ".join(sorted(self.handlers))
        processor = DirectiveProcessor(md.parser, self.handlers, self.refuse)
        md.parser.blockprocessors.register(processor, name, 105)
