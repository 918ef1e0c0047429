"""Make an entry of what the splitter of bibtexparser found.

Values are taken apart here, because bibtexparser loses data in silence: a missing
comma merges two fields, `#` and undefined macros stay as they are, an entry with a
field given twice drops out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from markdown_citations.library.archives import archive_fields
from markdown_citations.library.entries import Entry
from markdown_citations.library.fields import MONTH_FIELDS, is_switched_off
from markdown_citations.library.parsing.blocks import RawEntry
from markdown_citations.library.parsing.exported import put_right
from markdown_citations.library.parsing.several_values import (
    NUMBER_CROWDED,
    TYPE,
    find_page_total,
    split_note,
    split_volume,
)
from markdown_citations.library.parsing.strings import Strings, explain_rest
from markdown_citations.library.parsing.values import (
    Value,
    fold_space,
    is_balanced,
    parse_value,
    plain_text,
    split_next_field,
)
from markdown_citations.problems import Problem, Rule

COMMA_MISSING = Rule(
    "comma-missing",
    "error",
    "A comma stands after every field.",
    "BibTeX",
    "@misc{smith2027,\n  title = {A title}\n  year  = {2026},\n}",
    "@misc{smith2027,\n  title = {A title},\n  year  = {2026},\n}",
)
BRACES_UNBALANCED = Rule(
    "braces-unbalanced",
    "error",
    "Every brace in a value is closed.",
    "BibTeX",
    'note = "an open { brace"',
    'note = "a pair {of} braces"',
)
FIELD_DUPLICATE = Rule(
    "field-duplicate",
    "error",
    "An entry has each field once.",
    "BibTeX",
    "note = {one}, note = {two}",
    "note = {one, two}",
)

_SAME = {"pubmedid": "pmid", "pubmed_id": "pmid", "pmc": "pmcid", "university": "school"}
"""What publishers and programs call fields that have another name."""
_NUMBERS = frozenset({"doi", "pmid", "pmcid"})


def make_entry(raw: RawEntry, strings: Strings, problems: list[Problem]) -> Entry:
    """Make an entry; what is wrong with its values goes to `problems`."""
    fields: dict[str, str] = {}
    lines: dict[str, int] = {}
    meant: dict[str, str] = {}
    whole = ("", raw.line)
    waiting = [field for field in raw.fields if not is_switched_off(field[0])]
    for name, raw_value, line in waiting:
        key = _SAME.get(name.lower(), name.lower())
        text = plain_text(raw_value)
        if text is None:
            value = parse_value(raw_value)
            following: list[tuple[str, str, int]] = []
            if value.rest:
                problem, following = _explain_rest(raw, name, raw_value, value, line)
                problems.append(problem)
                # The loop comes to it after the fields that have their commas.
                waiting += following
            is_bare = not value.pieces or value.pieces[-1].macro
            is_quoted = raw_value[:1] == raw_value[-1:] == '"'
            if value.rest and not following and (is_bare or is_quoted):
                # Words without braces, or quotation marks in others: none may be lost.
                text = raw_value[1:-1] if is_quoted else raw_value.strip("=> ")
            else:
                text, found = _resolve(value, key, raw.citekey, strings)
                problems += [replace(problem, path=raw.path, line=line) for problem in found]
        if key in fields:
            is_same = key in _SAME.values() and fields[key] == fold_space(text)
            problems += [] if is_same else [_tell_twice(raw, key, lines[key], line)]
            continue
        if key == "note" and text.strip():
            whole = (fold_space(text), line)
            text, meant = split_note(text)
            if not text:
                continue
        if key == "keywords" and "\n" in text and not re.search("[,;]", text):
            text = text.replace("\n", ", ")  # EndNote has each on a line of its own
        fields[key] = fold_space(text)
        lines[key] = line
    put_right(raw.entry_type, fields, lines)
    said = meant.pop(TYPE, "")
    entry_type = said if said and raw.entry_type == "misc" else raw.entry_type
    if "eprint" in fields:  # a number there is of the archive that stands beside it
        meant = {key: text for key, text in meant.items() if not key.startswith("eprint")}
    if any(
        not fields.get(key, text).lower().endswith(text.lower())
        for key, text in meant.items()
        if key in _NUMBERS
    ):
        fields["note"], lines["note"] = whole  # which of them is right nobody knows
    fields |= {key: text for key, text in meant.items() if key not in fields}
    for key, text in archive_fields(fields).items() if "eprint" in fields else ():
        fields.setdefault(key, text)
    problems += _part_values(raw, fields, lines)
    return Entry(
        raw.citekey,
        entry_type,
        MappingProxyType(fields),
        raw.path,
        raw.line,
        MappingProxyType(lines),
    )


def _tell_twice(raw: RawEntry, key: str, first: int, line: int) -> Problem:
    message = f'"{raw.citekey}" has the field "{key}" twice; only the first is used'
    hint = f"The first is on line {first}. Remove one of them."
    return FIELD_DUPLICATE.problem(message, raw.path, line, hint)


def _part_values(raw: RawEntry, fields: dict[str, str], lines: dict[str, int]) -> Iterator[Problem]:
    """Put what stands in one field and belongs in several where it belongs."""
    if "volume" in fields and (parts := split_volume(fields)):
        message = f'"{raw.citekey}" has more than a volume in "volume": "{fields["volume"]}"'
        hint = f"Write {', '.join(f'{name} = {{{text}}}' for name, text in parts.items())}"
        if all(fields.get(name, text) == text for name, text in parts.items() if name != "volume"):
            fields |= parts
        yield NUMBER_CROWDED.problem(message, raw.path, lines["volume"], hint)
    if total := find_page_total(raw.entry_type, fields):
        del fields["pages"]
        lines.pop("pages", 0)  # a note may have had them
        fields.setdefault("pagetotal", total)


def _resolve(value: Value, field: str, citekey: str, strings: Strings) -> tuple[str, list[Problem]]:
    text, unknown = strings.resolve(value)
    where, is_month = f'"{field}" of "{citekey}"', field in MONTH_FIELDS
    problems = [strings.explain_unknown(macro, where, is_month=is_month) for macro in unknown]
    problems += strings.explain_long(value, text, where)
    if not is_balanced(text):
        message = f"the braces in {where} do not balance"
        problems.append(BRACES_UNBALANCED.problem(message, hint="Every { needs its }."))
    return text, problems


def _explain_rest(
    raw: RawEntry, name: str, raw_value: str, value: Value, line: int
) -> tuple[Problem, list[tuple[str, str, int]]]:
    """Report what follows a value, and return the field that it turns out to be."""
    before = raw_value[: len(raw_value) - len(value.rest)]
    at, end = line + before.count("\n"), line + before.rstrip().count("\n")
    following = split_next_field(value.rest)
    if following:
        message = f'a comma is missing between "{name}" and "{following[0]}" of "{raw.citekey}"'
        hint = f'Put a comma at the end of the value of "{name}".'
        problem = COMMA_MISSING.problem(message, raw.path, end, hint)
        name_line = at + value.rest.count("\n", 0, value.rest.index(following[0]))
        return problem, [(*following, name_line)]
    problem = explain_rest(value, f'"{name}" of "{raw.citekey}"')
    return replace(problem, path=raw.path, line=at), []
