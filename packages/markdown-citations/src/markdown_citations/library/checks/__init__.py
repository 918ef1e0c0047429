"""Check all entries of a library."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from markdown_citations.library.checks import (
    authors,
    dates_and_pages,
    duplicates,
    entry,
    identifying_numbers,
    titles_and_characters,
)
from markdown_citations.library.customization import NOTHING_ADDED, Customization
from markdown_citations.library.entries import Library
from markdown_citations.library.fields import FIELDS, ValueCheck
from markdown_citations.library.inheritance import set_members
from markdown_citations.problems import Problem, cause_citekey, sort_problems


def check_library(
    library: Library,
    *,
    today: date,
    cited: Collection[str] | None = None,
    customization: Customization = NOTHING_ADDED,
) -> list[Problem]:
    """Check all entries; without `cited` nothing is said on those that no page cites."""
    by_kind = {
        **identifying_numbers.CHECKS,
        **authors.CHECKS,
        **titles_and_characters.CHECKS,
        **dates_and_pages.number_checks(today),
    }
    checks: dict[str, ValueCheck] = {
        name: by_kind[row.kind] for name, row in FIELDS.items() if row.kind in by_kind
    }
    for name, extra in customization.fields.items():
        if extra.values:
            checks[name] = partial(entry.check_choice, name=name, choices=extra.values)
    problems = [*duplicates.check_duplicates(library)]
    for one in (*library, *library.xdata):
        found = entry.check_entry(one, checks, customization)
        # What an entry would inherit, or has lost, is told where that went wrong.
        is_part = one.citekey in library.cut
        problems += [p for p in found if not (is_part and p.code == entry.FIELD_MISSING.code)]
    problems += customization.check(library, today, cited)
    if cited is not None:
        problems += _check_unused(library, cited, customization)
    return sort_problems(problems)


def _check_unused(
    library: Library, cited: Collection[str], customization: Customization
) -> Iterator[Problem]:
    """Report entries that no page cites and that nothing else needs."""
    needed = {one.get("crossref") for one in library} | {
        member for one in library if one.citekey in cited for member in set_members(one)
    }
    for one in library:
        used = one.citekey in cited or one.citekey in needed
        if not used and not customization.may_be_unused(one):
            message = "no page cites this entry"
            unused = one.problem(entry.ENTRY_UNUSED, message, "", customization.unused_hint)
            yield replace(unused, cause=cause_citekey(one.citekey))
