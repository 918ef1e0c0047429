r"""Split the text of a .bib file into raw entries and @strings.

The only module that knows bibtexparser. A broken block harms no neighbour; its problem
says where it broke, and how to mend it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
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

from markdown_citations.library.parsing.broken_blocks import (
    ENTRY_BROKEN,
    broken_citekey,
    explain_broken,
)
from markdown_citations.library.parsing.comments import blank_comments
from markdown_citations.library.parsing.pasted_text import HINT, find_pasted
from markdown_citations.library.parsing.preparing import prepare
from markdown_citations.problems import Problem, Rule

TEXT_OUTSIDE = Rule(
    "text-outside",
    "error",
    "No field stands outside an entry, where it would be taken for a comment.",
    "markdown-citations",
    "@misc{smith2027,\n  title = {A title}},\n  year  = {2026},\n}",
    "@misc{smith2027,\n  title = {A title},\n  year  = {2026},\n}",
)

_ENTRY = "Write entries as @article{smith2027, title = {…}}, or begin lines of a comment with %."
# With its first field, so that no address and no example of a word is taken for one.
_INNER_HEAD = re.compile(r"@\s*[A-Za-z]+\s*\{\s*(?P<key>[^\s,={}()\"]+)\s*,\s*[A-Za-z][\w-]*\s*=")
# An entry's head that only lacks its @.
_BARE_HEAD = re.compile(r"^[ \t]*(?P<type>[A-Za-z]+)[ \t]*\{\s*(?P<key>[^\s,={}\"]+)\s*,", re.M)
# A comment line starts with %, as our own file has it; so does a shell's with #.
_STRAY_FIELD = re.compile(r"^[ \t,]*(?P<name>[A-Za-z][\w-]*)[ \t]*=[ \t]*[{\"]", re.M)
_OF_ANOTHER = 3
_OF_CITEKEY = re.compile(
    r"^[ \t,]*(?:author|editor|year|date)[ \t]*=.*(?:\n(?![ \t,]*[\w-]+[ \t]*=).*)*", re.M | re.I
)
_OF_EACH = frozenset({"author", "title"})
_STRAY_ENTRY = re.compile(r"^[ \t]*@(?!comment\b)(?P<type>[A-Za-z]+)\b(?![ \t]*[{(])", re.M | re.I)


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
    cut: set[str] = field(default_factory=set)
    """Citekeys of entries that a brace too many has ended before their last fields."""
    headless: list[str] = field(default_factory=list)
    """Who wrote the entries whose first lines, and so whose citekeys, are gone, and when."""
    problems: list[Problem] = field(default_factory=list)


def split_blocks(text: str, path: str, pasted_hint: str = HINT) -> Blocks:
    r"""Split `text`, whose lines end in `\n` and count from 1.

    `pasted_hint` is what to do about a reference that somebody pasted as it was.
    """
    text, problems = prepare(blank_comments(text), path)
    library = parse_string(text, parse_stack=[])
    found = Blocks(problems=problems)
    after_broken = False
    outside: list[str] = []
    for block in library.blocks:
        line = (block.start_line or 0) + 1
        # Both hold a whole block, which is no less readable for its repetition.
        if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            block = block.ignore_error_block or block  # noqa: PLW2901
        if isinstance(block, DuplicateFieldKeyBlock):  # twice a citekey and a field
            block = block.ignore_error_block or block  # noqa: PLW2901
        if isinstance(block, Entry):
            entry = _part_fields(_raw_entry(block, path, line), found)
            found.problems.extend(_words_between(block, path))
            found.entries.append(entry)
            for head, at in _entries_inside(entry):
                found.problems.append(_explain_inside(head, entry.citekey, path, at))
                found.broken.add(head["key"])
        elif isinstance(block, String):
            found.strings.append(RawString(block.key, block.value, path, line))
        elif isinstance(block, ImplicitComment):
            outside += block.comment.splitlines()
            # What a broken entry leaves behind has been reported with it.
            found.broken.update(head["key"] for head in _BARE_HEAD.finditer(block.comment))
            headless = _has_no_head(block.comment, found)
            if headless and not after_broken:
                found.headless.append(_who_and_when(block.comment))
            elif found.entries and _STRAY_FIELD.search(block.comment):
                found.cut.add(found.entries[-1].citekey)
                after_broken = after_broken or _close_value(found)
            if not after_broken:
                found.problems.extend(
                    find_pasted(block.comment, path, line, pasted_hint)
                    or _check_outside(block.comment, path, line, headless=headless)
                )
        elif isinstance(block, ParsingFailedBlock):
            reason = str(getattr(block.error, "abort_reason", "") or block.error)
            found.problems.append(explain_broken(block.raw or "", reason, path, line))
            found.broken.add(broken_citekey(block.raw or ""))
        after_broken = isinstance(block, ParsingFailedBlock)
    if not (found.entries or found.strings or found.problems) and any(
        map(_says_something, outside)
    ):
        found.problems.append(
            TEXT_OUTSIDE.problem("nothing in this file is an entry", path, 1, _ENTRY)
        )
    return found


def _close_value(found: Blocks) -> bool:
    """Open the last value of the last entry, `title = A title},`; tell whether it was so."""
    *fields, (name, value, line) = found.entries[-1].fields or (("", "", 0),)
    if not re.match(r"[A-Za-z]", value):
        return False
    found.entries[-1] = replace(found.entries[-1], fields=(*fields, (name, f"{{{value}}}", line)))
    message = f'the brace behind "{name}" of "{found.entries[-1].citekey}" opens nowhere'
    hint = f"Write: {name} = {{{value}}},"
    found.problems.append(ENTRY_BROKEN.problem(message, found.entries[-1].path, line, hint))
    return True


def _says_something(line: str) -> bool:
    """Tell whether a line outside of entries is no comment: of a web page, a letter."""
    return bool(line.strip()) and line.strip()[0] not in "%#@"


def _raw_entry(block: Any, path: str, line: int) -> RawEntry:
    # What stands on lines before a field's name is no part of it.
    fields = tuple(
        (f.key.rpartition("\n")[2].strip(), f.value, (f.start_line or 0) + 1) for f in block.fields
    )
    return RawEntry(block.key, block.entry_type.lower(), path, line, fields)


def _part_fields(entry: RawEntry, found: Blocks) -> RawEntry:
    """Leave out the fields of a second entry, whose first line is gone, with the brace before it.

    A field that stands twice is a slip; a second title with two others is another work.
    """
    names = [name.lower() for name, *_ in entry.fields]
    again = [at for at, name in enumerate(names) if name in names[:at]]
    titles = {
        re.sub(r"\W", "", value).casefold()
        for name, value, _ in entry.fields
        if name.lower() == "title"
    }
    if len(again) < _OF_ANOTHER or len(titles) < 2:
        return entry
    fields, others = entry.fields[: again[0]], entry.fields[again[0] :]
    found.headless.append(
        _who_and_when("\n".join(f"{name} = {value}" for name, value, _ in others))
    )
    message = f'from here on the fields of another entry stand in "{entry.citekey}"'
    hint = "Put a line with } and the first line of the other entry before it: @article{smith2027,"
    found.problems.append(ENTRY_BROKEN.problem(message, entry.path, others[0][2], hint))
    return replace(entry, fields=fields)


def _who_and_when(text: str) -> str:
    """Return the lines of an entry that may have made its citekey, so no title."""
    return "\n".join(found[0] for found in _OF_CITEKEY.finditer(text))


def _words_between(block: Any, path: str) -> Iterator[Problem]:
    """Report comments of other languages between the fields of an entry."""
    for one in block.fields:
        words, _, name = one.key.rpartition("\n")
        if words.strip():
            line = (one.start_line or 0) + 1 - one.key.count("\n")
            message = f'these words stand before the field "{name.strip()}": {words.strip()[:40]}'
            yield ENTRY_BROKEN.problem(message, path, line, "Begin a comment with %.")


def _entries_inside(entry: RawEntry) -> Iterator[tuple[re.Match[str], int]]:
    """Give the heads of whole entries that stand in an entry's values, and their lines."""
    for _, value, line in entry.fields:
        for head in _INNER_HEAD.finditer(value) if "@" in value else ():
            yield head, line + value.count("\n", 0, head.start())


def _explain_inside(head: re.Match[str], outer: str, path: str, line: int) -> Problem:
    message = f'entry "{head["key"]}" stands in a value of "{outer}", so it is left out'
    hint = f'Put it behind the closing brace of "{outer}".'
    return ENTRY_BROKEN.problem(message, path, line, hint)


def _has_no_head(text: str, found: Blocks) -> bool:
    """Whether fields in a text are those of an entry of their own, whose first line is gone.

    What a brace too many leaves behind has no second author or title; a note may stand twice.
    """
    names = {name.lower() for name in _STRAY_FIELD.findall(text)}
    if found.entries:
        names &= _OF_EACH & {name.lower() for name, *_ in found.entries[-1].fields}
    return bool(names) and not _BARE_HEAD.search(text)


def _check_outside(text: str, path: str, line: int, *, headless: bool) -> list[Problem]:
    """Find fields and entry heads in text that belongs to no entry.

    Such text is a comment to BibTeX, so what it says is lost in silence: most
    often a closing brace too many has ended the entry before it.
    """
    problems = []
    heads = list(_BARE_HEAD.finditer(text))
    for head in heads:
        at = line + text.count("\n", 0, head.start("type"))
        message = f'entry "{head["key"]}" has no @ before its type, so it is left out'
        hint = f"Write @{head['type']}{{{head['key']},"
        problems.append(ENTRY_BROKEN.problem(message, path, at, hint))
    match = _STRAY_FIELD.search(text)
    if match and not heads:
        at = line + text.count("\n", 0, match.start("name"))
        message = f'the field "{match["name"]}" stands outside all entries, so it is lost'
        hint = "Look for a closing brace too many in the entry above."
        if headless:
            hint = "Put the first line of its entry back before it, as @article{smith2027,"
        opening = text[: match.start("name")].rstrip().rpartition("\n")[2].strip()
        if opening.startswith("{") and opening.endswith(","):
            hint = "Write @ and the type of the entry before the brace that opens it."
        problems.append(TEXT_OUTSIDE.problem(message, path, at, hint))
    if match := _STRAY_ENTRY.search(text):
        at = line + text.count("\n", 0, match.start("type"))
        message = f"@{match['type']} opens no entry, because no brace follows it"
        hint = f"Write @{match['type']}{{ and a citekey, or begin a comment line with %."
        problems.append(TEXT_OUTSIDE.problem(message, path, at, hint))
    return problems
