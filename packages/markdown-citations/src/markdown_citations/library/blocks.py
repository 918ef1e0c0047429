r"""Split the text of a .bib file into raw entries and @strings.

The only module that knows bibtexparser. A broken block harms no neighbour.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)

from markdown_citations.library.broken import broken_citekey, check_outside, explain_broken
from markdown_citations.problems import Problem


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry before its values are taken apart."""

    citekey: str
    entry_type: str
    path: str
    line: int
    fields: tuple[tuple[str, str, int], ...]
    """Name, raw value with its delimiters, and line; names may repeat."""


@dataclass(frozen=True, slots=True)
class RawString:
    """An `@string{name = value}`."""

    name: str
    value: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Blocks:
    """What a file holds, in its order."""

    entries: list[RawEntry] = field(default_factory=list)
    strings: list[RawString] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """Citekeys of entries that could not be read."""
    problems: list[Problem] = field(default_factory=list)


def split_blocks(text: str, path: str) -> Blocks:
    r"""Split `text`, whose lines end in `\n` and count from 1."""
    # The splitter does not count a line that ends in a backslash. A space more
    # in front of a line end changes no value, because white space is folded.
    text = text.replace("\\\n", "\\ \n")
    library = parse_string(text, parse_stack=[])
    found = Blocks()
    after_broken = False
    for block in library.blocks:
        line = (block.start_line or 0) + 1
        # Both hold a whole block, which is no less readable for its repetition.
        if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            block = block.ignore_error_block or block  # noqa: PLW2901
        if isinstance(block, DuplicateFieldKeyBlock):  # twice a citekey and a field
            block = block.ignore_error_block or block  # noqa: PLW2901
        if isinstance(block, Entry):
            found.entries.append(_raw_entry(block, path, line))
        elif isinstance(block, String):
            found.strings.append(RawString(block.key, block.value, path, line))
        elif isinstance(block, ImplicitComment):
            # What a broken entry leaves behind has been reported with it.
            if not after_broken:
                found.problems.extend(check_outside(block.comment, path, line))
        elif isinstance(block, ParsingFailedBlock):
            reason = str(getattr(block.error, "abort_reason", "") or block.error)
            found.problems.append(explain_broken(block.raw or "", reason, path, line))
            found.broken.add(broken_citekey(block.raw or ""))
        after_broken = isinstance(block, ParsingFailedBlock)
    return found


def _raw_entry(block: Any, path: str, line: int) -> RawEntry:
    fields = tuple((f.key, f.value, (f.start_line or 0) + 1) for f in block.fields)
    return RawEntry(block.key, block.entry_type.lower(), path, line, fields)
