r"""Split the text of a .bib file into raw entries and @strings.

The only module that knows bibtexparser. A broken block harms no neighbour; its problem
says where it broke, and how to mend it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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

from markdown_citations.library.parsing.comments import blank_comments
from markdown_citations.library.parsing.pasted_text import HINT, find_pasted
from markdown_citations.library.parsing.preparing import prepare
from markdown_citations.problems import Problem, Rule

ENTRY_BROKEN = Rule(
    "entry-broken",
    "error",
    "Every entry can be read: braces and quotation marks are closed, fields have their =.",
    "BibTeX",
    "@misc{smith2027,\n  title = {A title,\n  year  = {2026},\n}",
    "@misc{smith2027,\n  title = {A title},\n  year  = {2026},\n}",
)
TEXT_OUTSIDE = Rule(
    "text-outside",
    "error",
    "No field stands outside an entry, where it would be taken for a comment.",
    "markdown-citations",
    "@misc{smith2027,\n  title = {A title}},\n  year  = {2026},\n}",
    "@misc{smith2027,\n  title = {A title},\n  year  = {2026},\n}",
)

_ENTRY = "Write entries as @article{smith2027, title = {…}}, or begin lines of a comment with %."
_FIELD = re.compile(r"(?:^|,)[ \t]*(?P<name>[A-Za-z][\w-]*)[ \t]*=", re.M)
_HEAD = re.compile(r"@\s*(?P<type>\w*)\s*[{(]\s*(?P<key>[^\s,={}()\"]*)")
# With its first field, so that no address and no example of a word is taken for one.
_INNER_HEAD = re.compile(r"@\s*[A-Za-z]+\s*\{\s*(?P<key>[^\s,={}()\"]+)\s*,\s*[A-Za-z][\w-]*\s*=")
_ODD_KEY = re.compile(r"@\s*\w+\s*[{(]\s*[^\s,=]*[\"'{}()]")
# Where the splitter gives up: title {A title}, title: {A title}
_NO_EQUALS = re.compile(r"(?<=[\s,])(?P<name>[A-Za-z][\w-]*)(?:\s*[:>-]+)?\s*\Z")
_ODD_QUOTE = re.compile(r"(?P<name>[A-Za-z][\w-]*)\s*=\s*[“”„‟«»‘’']")
# An entry's head that only lacks its @.
_BARE_HEAD = re.compile(r"^[ \t]*(?P<type>[A-Za-z]+)[ \t]*\{\s*(?P<key>[^\s,={}\"]+)\s*,", re.M)
_OWN_BRACE = re.compile(r"\n[ \t]*\}\s*\Z")
_MARK = re.compile(r"(?<!\\)[{}\"]")
# A comment line starts with %, as our own file has it; so does a shell's with #.
_STRAY_FIELD = re.compile(r"^[ \t,]*(?P<name>[A-Za-z][\w-]*)[ \t]*=[ \t]*[{\"]", re.M)
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
            entry = _raw_entry(block, path, line)
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
            if not after_broken:
                found.problems.extend(
                    find_pasted(block.comment, path, line, pasted_hint)
                    or _check_outside(block.comment, path, line)
                )
        elif isinstance(block, ParsingFailedBlock):
            reason = str(getattr(block.error, "abort_reason", "") or block.error)
            found.problems.append(_explain_broken(block.raw or "", reason, path, line))
            found.broken.add(_broken_citekey(block.raw or ""))
        after_broken = isinstance(block, ParsingFailedBlock)
    if not (found.entries or found.strings or found.problems) and any(
        map(_says_something, outside)
    ):
        found.problems.append(
            TEXT_OUTSIDE.problem("nothing in this file is an entry", path, 1, _ENTRY)
        )
    return found


def _says_something(line: str) -> bool:
    """Tell whether a line outside of entries is no comment: of a web page, a letter."""
    return bool(line.strip()) and line.strip()[0] not in "%#@"


def _raw_entry(block: Any, path: str, line: int) -> RawEntry:
    fields = tuple((f.key, f.value, (f.start_line or 0) + 1) for f in block.fields)
    return RawEntry(block.key, block.entry_type.lower(), path, line, fields)


def _entries_inside(entry: RawEntry) -> Iterator[tuple[re.Match[str], int]]:
    """Give the heads of whole entries that stand in an entry's values, and their lines."""
    for _, value, line in entry.fields:
        for head in _INNER_HEAD.finditer(value) if "@" in value else ():
            yield head, line + value.count("\n", 0, head.start())


def _explain_inside(head: re.Match[str], outer: str, path: str, line: int) -> Problem:
    message = f'entry "{head["key"]}" stands in a value of "{outer}", so it is left out'
    hint = f'Put it behind the closing brace of "{outer}".'
    return ENTRY_BROKEN.problem(message, path, line, hint)


def _explain_broken(raw: str, reason: str, path: str, line: int) -> Problem:
    """Make a problem of a block that could not be read; `line` is that of its `@`."""
    head = _HEAD.match(raw)
    name = f'entry "{head["key"]}"' if head and head["key"] else "this entry"
    if head and head["type"].lower() == "string":
        name = f'@string "{head["key"]}"' if head["key"] else "this @string"
    message = f"{name} could not be read, so it is left out"
    hint, offset = _find_cause(raw, reason)
    return ENTRY_BROKEN.problem(message, path, line + offset, hint)


def _find_cause(raw: str, reason: str) -> tuple[str, int]:
    """Return what to do about a block that could not be read, and after how many lines."""
    head = _HEAD.match(raw)
    if hint := _hint_on_head(head, raw, reason):
        return hint, 0
    shown = _without_values(raw)
    if odd := _ODD_QUOTE.search(shown):
        hint = f'Only braces and straight " open a value: {odd["name"]} = {{…}},'
        return hint, raw.count("\n", 0, odd.start("name"))
    if "a `=` after entry key" in reason and (name := _NO_EQUALS.search(raw)):
        hint = f"Between a field's name and its value comes =: {name['name']} = {{…}},"
        return hint, raw.count("\n", 0, name.start())
    if field := _unbalanced_field(raw):
        hint = f'In "{field[0]}" a brace or quotation mark is missing, or is one too many.'
        return hint, field[1]
    if "found `,`" in reason and raw.rstrip().endswith(","):
        return "Two commas follow each other: remove one.", raw.rstrip().count("\n")
    is_open = any(sign in reason for sign in ("block start", "found `@", "end of file"))
    hint = "Write each field as: name = {value}, with a comma at the end."
    return "Close it with } on a line of its own, before the next entry." if is_open else hint, 0


def _hint_on_head(head: re.Match[str] | None, raw: str, reason: str) -> str:
    """Return what to do about a block whose head is wrong, or nothing."""
    if head and head["type"].lower() == "string" and "=" not in raw:
        return "Write it as: @string{name = {value}}"
    if _ODD_KEY.match(raw):
        return "A citekey has letters, digits, - and _ only: smith2027"
    if "after entry key, but found" in reason and "comma" in reason:
        start = f"@{head['type']}{{{head['key']}," if head and head["key"] else ""
        return f"After the citekey comes a comma: {start or '@article{smith2027,'}"
    return ""


def _without_values(raw: str) -> str:
    """Return a block with blanks for what stands in inner braces and quotation marks."""
    signs, depth, quoted = [], 0, False
    for sign in raw:
        quoted = quoted != (sign == '"' and depth == 1)
        depth += (sign == "{") - (sign == "}")
        signs.append(sign if sign == "\n" or (depth < 2 and not quoted) else " ")
    return "".join(signs)


def _broken_citekey(raw: str) -> str:
    """Return the citekey of an entry that could not be read, or an empty text."""
    head = _HEAD.match(raw)
    return head["key"] if head and head["type"].lower() != "string" else ""


def _check_outside(text: str, path: str, line: int) -> list[Problem]:
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
        problems.append(TEXT_OUTSIDE.problem(message, path, at, hint))
    if match := _STRAY_ENTRY.search(text):
        at = line + text.count("\n", 0, match.start("type"))
        message = f"@{match['type']} opens no entry, because no brace follows it"
        hint = f"Write @{match['type']}{{ and a citekey, or begin a comment line with %."
        problems.append(TEXT_OUTSIDE.problem(message, path, at, hint))
    return problems


def _unbalanced_field(raw: str) -> tuple[str, int] | None:
    """Return the first field whose own braces or quotes are not closed, and its line's offset."""
    starts = list(_FIELD.finditer(raw))
    ends = [start.start() for start in starts[1:]] + [len(raw)]
    for match, end in zip(starts, ends, strict=False):
        # Behind the last one stands the entry's own brace, unless it is that which lacks.
        own = _OWN_BRACE.search(raw, match.end()) if end == len(raw) else None
        depth = quotes = 0
        for mark in _MARK.finditer(raw, match.end(), own.start() if own else end):
            if mark[0] == '"':
                quotes += depth == 0
            else:
                depth += 1 if mark[0] == "{" else -1
        if (depth and not (depth == -1 and end == len(raw) and not own)) or quotes % 2:
            return match["name"], raw.count("\n", 0, match.start("name"))
    return None
