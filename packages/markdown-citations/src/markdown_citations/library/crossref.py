"""Give an entry what it inherits from the entry that its `crossref` names.

The rules are biblatex's (appendix "Inheritance" of its manual): a chapter
takes its book's title as `booktitle` and its book's author as `bookauthor`;
names are inherited like all else. What identifies or describes one work only
(DOI, fields that biblatex does not know) is never inherited, though biblatex would.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from markdown_citations.library.entries import Entry
from markdown_citations.library.entry_types import ENTRY_TYPES, OTHER
from markdown_citations.library.fields import INHERITED_FIELDS
from markdown_citations.problems import Problem, Rule, did_you_mean

CROSSREF_UNKNOWN = Rule(
    "crossref-unknown",
    "error",
    "crossref names an entry.",
    "JabRef",
    "crossref = {nobody2020}",
    "note = {In a book that is not listed}",
)
CROSSREF_CIRCULAR = Rule(
    "crossref-circular",
    "error",
    "No entry inherits from itself.",
    "JabRef",
    "crossref = {smith2027}",
    "note = {Inherits from no other}",
)


def _renaming(parent: str, child: str) -> Mapping[str, str]:
    """Return under which names a child takes a parent's title fields."""
    above, below = ENTRY_TYPES.get(parent, OTHER), ENTRY_TYPES.get(child, OTHER)
    if parent.startswith("mv") and not child.startswith("mv"):
        prefix = "main"
    elif above.csl == "book" and below.is_part:
        prefix = "book"
    elif above.csl == "periodical" and below.is_article:
        prefix = "journal"
    else:
        return {}
    names = {name: prefix + name for name in ("title", "subtitle", "titleaddon")}
    return {**names, "author": "bookauthor"} if parent == "book" and prefix == "book" else names


def resolve_crossrefs(entries: Mapping[str, Entry]) -> tuple[dict[str, Entry], list[Problem]]:
    """Return all entries in their order, with inherited fields, and what is wrong."""
    done: dict[str, Entry] = {}
    problems: list[Problem] = []
    for citekey in entries:
        chain = [citekey]
        # Walk up until an entry inherits nothing more, then fill on the way down.
        while chain[-1] not in done:
            entry = entries[chain[-1]]
            parent = entry.get("crossref")
            if not parent:
                done[entry.citekey] = entry
            elif parent not in entries:
                message = f'"{entry.citekey}" has crossref to "{parent}", which is no entry'
                hint = did_you_mean(parent, entries) or "Add that entry, or remove the crossref."
                line = entry.field_lines.get("crossref", entry.line)
                problems.append(CROSSREF_UNKNOWN.problem(message, entry.path, line, hint))
                done[entry.citekey] = entry
            elif parent in chain:
                circle = chain[chain.index(parent) :]
                for member in circle:
                    problems.append(_circular(entries[member], circle))
                    done[member] = entries[member]
            else:
                chain.append(parent)
        for child in reversed(chain):
            if child not in done:
                done[child] = _inherit(entries[child], done[entries[child].get("crossref")])
    return {citekey: done[citekey] for citekey in entries}, problems


def _inherit(child: Entry, parent: Entry) -> Entry:
    renaming = _renaming(parent.entry_type, child.entry_type)
    fields = dict(child.fields)
    # First what keeps its name, so that a book's own booktitle (BibTeX's old
    # way to serve its chapters) wins over its title.
    for name, value in parent.fields.items():
        if name in INHERITED_FIELDS and name not in renaming:
            fields.setdefault(name, value)
    for name, new_name in renaming.items():
        if name in parent.fields:
            fields.setdefault(new_name, parent.fields[name])
            # BibTeX's way: a chapter without its own author takes the book's.
            if name == "author":
                fields.setdefault(name, parent.fields[name])
    return replace(child, fields=MappingProxyType(fields))


def _circular(entry: Entry, circle: list[str]) -> Problem:
    message = f'"{entry.citekey}" inherits from itself: {" → ".join([*circle, circle[0]])}'
    line = entry.field_lines.get("crossref", entry.line)
    hint = "Remove one of these crossref fields."
    return CROSSREF_CIRCULAR.problem(message, entry.path, line, hint)
