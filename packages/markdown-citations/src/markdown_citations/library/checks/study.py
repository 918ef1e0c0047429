"""Check the fields that only this project has, and what links entries.

Takes entries and their library. Gives findings with the field that they are
about, or problems of the whole library.
Must stay free of what pages look like.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from markdown_citations.library.checks.findings import Finding, ValueCheck
from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.fields import EXTRA_FIELDS, KNOWN_FIELDS
from markdown_citations.problems import did_you_mean


def split_list(value: str) -> list[str]:
    """Split a list with commas, such as `unconfirmed` or `keywords`."""
    return [item.strip() for item in value.split(",") if item.strip()]


def _value_check(name: str) -> ValueCheck:
    values = EXTRA_FIELDS[name].values

    def check(value: str) -> Iterator[Finding]:
        if value not in values:
            hint = did_you_mean(value, values) or f"Write one of: {', '.join(values)}."
            yield Finding("value-unknown", f'{name} cannot be "{value}"', hint)

    return check


CHECKS: Mapping[str, ValueCheck] = MappingProxyType(
    {name: _value_check(name) for name, field in EXTRA_FIELDS.items() if field.values}
)
"""By field: those that take a few values only."""


def check_study(entry: Entry) -> Iterator[tuple[str, Finding]]:
    """Check what the entry's own study fields say of each other."""
    status = entry.get("status")
    if status and "statusdate" not in entry.fields:
        hint = "Add statusdate, the day on which somebody looked."
        yield "status", Finding("statusdate-missing", f'status "{status}" has no date', hint)
    if status in {"corrected", "concern", "retracted", "withdrawn"} and not entry.get("statusnote"):
        hint = "Add statusnote, a sentence for readers."
        yield "status", Finding("statusnote-missing", f'status "{status}" says not why', hint)
    for name in split_list(entry.get("unconfirmed")):
        if name not in KNOWN_FIELDS:
            hint = did_you_mean(name, KNOWN_FIELDS) or "Name fields, with commas between them."
            yield (
                "unconfirmed",
                Finding("unconfirmed-unknown", f'"{name}" in unconfirmed is no field', hint),
            )
        elif name in entry.fields and not _is_supplied(name, entry.fields[name]):
            hint = "Remove that field, or remove its name from unconfirmed."
            if name == "title":
                hint = "Put a title of your own into square brackets, or confirm it."
            yield (
                "unconfirmed",
                Finding("unconfirmed-present", f'"{name}" is unconfirmed, yet printed', hint),
            )


def check_links(
    library: Library, cited: Collection[str] | None
) -> Iterator[tuple[Entry, str, Finding]]:
    """Check `publishedas`, and what pages cite though they should not."""
    for entry in library:
        published = entry.get("publishedas")
        if published and published not in library:
            hint = (
                did_you_mean(published, library.entries) or "Add that entry, or remove the field."
            )
            finding = Finding("publishedas-unknown", f'"{published}" is no entry', hint)
            yield entry, "publishedas", finding
        if cited is None:
            continue
        if published in library and entry.citekey in cited:
            hint = f'Cite "{published}" instead.'
            finding = Finding("preprint-cited", "a page cites the preprint", hint)
            yield entry, "publishedas", finding
        status = entry.get("status")
        if status in {"retracted", "withdrawn"} and entry.citekey in cited:
            hint = "Remove it from every page that cites it, and what rests on it."
            yield entry, "status", Finding(f"entry-{status}", f"a page cites a {status} work", hint)


def check_unused(library: Library, cited: Collection[str]) -> Iterator[tuple[Entry, str, Finding]]:
    """Report entries that no page cites and that nothing else needs."""
    parents = {entry.get("crossref") for entry in library}
    for entry in library:
        used = entry.citekey in cited or entry.citekey in parents
        if not used and entry.get("background") != "yes":
            hint = "Cite it, remove it, or mark it with background = {yes}."
            yield entry, "", Finding("entry-unused", "no page cites this entry", hint)


def _is_supplied(name: str, value: str) -> bool:
    """Tell whether a title is ours: NLM puts a supplied title into square brackets."""
    return name == "title" and value.startswith("[") and value.endswith("]")
