"""Check what the entries of a library hold.

Takes a library, today's date and, where known, which entries pages cite.
Gives problems, each with the line of its field.
Must stay free of reading files and of the network. What it knows of each field
stands in the `checks_*` modules; here is the walk over all of them.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from markdown_citations.cache import code_version, digest, remember
from markdown_citations.library.checks import identifiers as checks_identifiers
from markdown_citations.library.checks import study as checks_study
from markdown_citations.library.checks import text as checks_text
from markdown_citations.library.checks.duplicates import check_duplicates
from markdown_citations.library.checks.findings import Finding, ValueCheck
from markdown_citations.library.checks.numbers import number_checks
from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.fields import KNOWN_FIELDS, REQUIRED_FIELDS, VERBATIM_FIELDS
from markdown_citations.library.packing import pack_problems, unpack_problems
from markdown_citations.library.rules import RULES
from markdown_citations.problems import Problem, did_you_mean, sort_problems

_SEVERITIES = {rule.code: rule.severity for rule in RULES}
# What Pandoc takes for a citekey without braces round it.
_CITEKEY = re.compile(r"\w(?:\w|[:.#$%&+?<>~/-](?=\w))*")


def check_library(
    library: Library,
    *,
    today: date,
    cited: Collection[str] | None = None,
    cache: Path | None = None,
) -> list[Problem]:
    """Check all entries; without `cited` nothing is said on unused or retracted ones.

    `cache` is a folder: entries that did not change since, on the same day, are not
    looked at again.
    """
    problems: list[Problem] = []
    if cache is None or not library.digest:
        problems += _check_entries(library, today)
    else:
        key = digest(library.digest, code_version(), today.isoformat())
        stored = remember(
            cache / "checked.json",
            key,
            lambda: {"problems": pack_problems(_check_entries(library, today))},
        )
        problems += unpack_problems(stored["problems"])
    problems += (_problem(*found) for found in checks_study.check_links(library, cited))
    if cited is not None:
        problems += (_problem(*found) for found in checks_study.check_unused(library, cited))
    return sort_problems(problems)


def _check_entries(library: Library, today: date) -> Iterator[Problem]:
    """Say what is wrong whoever cites an entry."""
    checks: Mapping[str, ValueCheck] = {
        **checks_identifiers.CHECKS,
        **checks_text.CHECKS,
        **checks_study.CHECKS,
        **number_checks(today),
    }
    yield from (_problem(*found) for found in check_duplicates(library))
    for entry in library:
        yield from (_problem(entry, *found) for found in _check_entry(entry, checks))


def _check_entry(entry: Entry, checks: Mapping[str, ValueCheck]) -> Iterator[tuple[str, Finding]]:
    """Give what is wrong with an entry, each with its field; "" is the entry itself."""
    if not _CITEKEY.fullmatch(entry.citekey):
        hint = "Use letters, digits, - and _ only: smith2027."
        yield "", Finding("citekey-invalid", "pages cannot cite this citekey", hint)
    yield from _check_type(entry)
    # Inherited fields have been checked where they stand.
    for name in entry.field_lines:
        value = entry.fields[name]
        if not value:
            hint = "Fill it, or remove the line."
            yield name, Finding("field-empty", f'"{name}" is empty', hint)
            continue
        if name not in KNOWN_FIELDS:
            yield name, _unknown_field(name)
        if name in checks:
            for finding in checks[name](value):
                yield name, finding
        if name not in VERBATIM_FIELDS:
            for finding in checks_text.check_characters(value):
                yield name, finding
    if "unconfirmed" in entry.fields or "status" in entry.fields:
        yield from checks_study.check_study(entry)
    year, day = entry.get("year"), entry.get("date")
    if year.isdigit() and day[:4].isdigit() and not day.startswith(year):
        message = f"year is {year}, but date is {day}"
        yield "date", Finding("date-disagrees", message, "Make them agree.")


def _check_type(entry: Entry) -> Iterator[tuple[str, Finding]]:
    required = REQUIRED_FIELDS.get(entry.entry_type)
    if required is None:
        hint = did_you_mean(entry.entry_type, REQUIRED_FIELDS)
        hint = hint or "Use article, book, techreport, online or misc."
        yield "", Finding("type-unknown", f"@{entry.entry_type} is no entry type", hint)
        return
    unconfirmed: list[str] | None = None
    for choice in required:
        names = choice.split("|")
        if any(name in entry.fields for name in names):
            continue
        if unconfirmed is None:
            unconfirmed = checks_study.split_list(entry.get("unconfirmed"))
        if not any(name in unconfirmed for name in names):
            message = f'@{entry.entry_type} lacks "{names[0]}"'
            hint = 'Add it; if you cannot confirm it, name it in "unconfirmed".'
            yield "", Finding("field-missing", message, hint)


# The same unknown field stands in every entry that one program exported.
@functools.lru_cache(maxsize=256)
def _unknown_field(name: str) -> Finding:
    hint = did_you_mean(name, KNOWN_FIELDS) or "Nothing reads it: remove the line."
    return Finding("field-unknown", f'nobody knows the field "{name}"', hint)


def _problem(entry: Entry, field: str, finding: Finding) -> Problem:
    line = entry.field_lines.get(field, entry.line)
    message = f"{entry.citekey}: {finding.message}"
    severity = _SEVERITIES[finding.code]
    return Problem(finding.code, message, entry.path, line, finding.hint, severity)
