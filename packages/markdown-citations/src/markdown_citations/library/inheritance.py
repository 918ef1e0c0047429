"""Give an entry what it inherits from those that its `xdata` and `crossref` name.

The rules are biblatex's (appendix "Inheritance" of its manual): fields of an @xdata
stand in each entry that names it; a chapter takes its book's title as `booktitle` and
its book's author as `bookauthor`; names are inherited like all else. What identifies or
describes one work only (DOI, fields that biblatex does not know) is never inherited by
`crossref`, though biblatex would. A @set is known by its first member.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from markdown_citations.library.entries import Entry, split_list
from markdown_citations.library.entry_types import ENTRY_TYPES, OTHER, SET, XDATA
from markdown_citations.library.fields import INHERITED_FIELDS
from markdown_citations.library.mistyped_keys import suggest_citekey
from markdown_citations.library.people.name_parts import split_names
from markdown_citations.problems import Problem, Rule, cause_citekey, is_slip

CROSSREF_UNKNOWN = Rule(
    "crossref-unknown",
    "error",
    "crossref, xdata and entryset name entries.",
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

_NAMING = ("crossref", "xdata", "entryset")
_DEEPEST = 50
"""So many @xdata may build on each other; nobody needs three."""
_PART = "xdata="
"""Begins what stands for a field of an @xdata, or for one of a list: `xdata=press-location`."""
_DATE = {"year", "date"}
_IN_YEAR = {*_DATE, "month", "day"}
_OTHER_NAMES = {
    "journal": "journaltitle",
    "journaltitle": "journal",
    "address": "location",
    "location": "address",
}
"""What an entry has under one of these names, it does not inherit under the other."""


def resolve_inheritance(
    entries: Mapping[str, Entry], aliases: Mapping[str, str]
) -> tuple[dict[str, Entry], list[Problem]]:
    """Return all works in their order, with inherited fields, then all @xdata; what is wrong.

    `aliases` has the citekey of an entry by each other one that it may be named by.
    """
    problems: list[Problem] = []
    if aliases:
        entries = {key: _name_properly(entry, aliases) for key, entry in entries.items()}
    xdata = _XData(entries, problems)
    filled = {key: xdata.fill(entry) for key, entry in entries.items()}
    works = {key: entry for key, entry in filled.items() if entry.entry_type != XDATA}
    done = _resolve_crossrefs(works, entries, problems)
    done |= {key: entry for key, entry in filled.items() if entry.entry_type == XDATA}
    for citekey, entry in done.items():
        if entry.entry_type == SET:
            done[citekey] = _fill_set(entry, done, problems)
    return done, problems


def _name_properly(entry: Entry, aliases: Mapping[str, str]) -> Entry:
    """Let an entry name others by their own citekeys."""
    fields = dict(entry.fields)
    for name in _NAMING:
        if name in fields:
            keys = split_list(fields[name])
            fields[name] = ", ".join(aliases.get(key, key) for key in keys)
    return replace(entry, fields=MappingProxyType(fields))


class _XData:
    """Gives entries the fields of the @xdata that they name, and of those that these name."""

    def __init__(self, entries: Mapping[str, Entry], problems: list[Problem]) -> None:
        self.entries, self.problems = entries, problems

    def fill(self, entry: Entry, above: tuple[str, ...] = ()) -> Entry:
        """Return an entry with these fields; `above` are the citekeys that have led to it."""
        parts = [n for n in entry.field_lines if _PART in entry.fields[n]]
        if "xdata" not in entry.fields and not parts:
            return entry
        fields = dict(entry.fields)
        fields.pop("xdata", None)
        for key in split_list(entry.get("xdata")):
            if source := self._find(entry, "xdata", key, above):
                _add(fields, source.fields)
        for name in parts:
            items = split_names(fields[name])
            if any(item.startswith(_PART) for item in items):
                found = (self._item(entry, name, item, above) for item in items)
                fields[name] = " and ".join(filter(None, found))
        # What an @xdata lacks has been reported, and is no empty field.
        named = (name for name in fields if fields[name] or name not in parts)
        lines = {name: entry.field_lines[name] for name in named if name in entry.field_lines}
        return replace(entry, fields=MappingProxyType(fields), field_lines=MappingProxyType(lines))

    def _item(self, entry: Entry, name: str, item: str, above: tuple[str, ...]) -> str:
        """Return what `xdata=key-field` stands for; `xdata=key-field-2` is the second of a list."""
        if not item.startswith(_PART):
            return item
        key, _, place = item.removeprefix(_PART).partition("-")
        field, _, number = place.partition("-")
        source = self._find(entry, name, key, above)
        if source is None:
            return ""
        value = source.get(field)
        if number.isdecimal():
            value = "".join(split_names(value)[max(0, int(number) - 1) :][:1])
        if not value and not above:
            message = f'"{entry.citekey}" takes "{place}" of "{key}", which has none'
            hint = f'Write it into "{key}", or the value itself.'
            line = entry.field_lines.get(name, entry.line)
            self.problems.append(CROSSREF_UNKNOWN.problem(message, entry.path, line, hint))
        return value

    def _find(self, entry: Entry, field: str, key: str, above: tuple[str, ...]) -> Entry | None:
        # Each @xdata is reported on its own account, not with those that name it.
        path = (*above, entry.citekey)
        if key not in self.entries or self.entries[key].entry_type != XDATA:
            if not above:
                self.problems.append(_unknown(entry, field, key, self.entries))
            return None
        if key in path or len(path) > _DEEPEST:
            if key == path[0] == next(one for one in self.entries if one in path):
                self.problems.append(_circular(self.entries[key], list(path), field))
            return None
        return self.fill(self.entries[key], path)


def _fill_set(entry: Entry, works: Mapping[str, Entry], problems: list[Problem]) -> Entry:
    others = [key for key in split_list(entry.get("entryset")) if key != entry.citekey]
    wrong = [key for key in others if key not in works or works[key].entry_type in {SET, XDATA}]
    problems += [_unknown(entry, "entryset", key, works) for key in wrong]
    first = next((works[key] for key in others if key in works), None)
    fields = {**(first.fields if first else {}), **entry.fields}
    return replace(entry, fields=MappingProxyType(fields))


def set_members(entry: Entry) -> list[str]:
    """Return the citekeys of a @set's members; nothing for any other entry."""
    return split_list(entry.get("entryset")) if entry.entry_type == SET else []


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
    is_whole = parent in {"book", "mvbook"} and below.is_part
    return {**names, "author": "bookauthor"} if is_whole else names


def _resolve_crossrefs(
    entries: Mapping[str, Entry], known: Mapping[str, Entry], problems: list[Problem]
) -> dict[str, Entry]:
    """Return all works in their order, with the fields of those that `crossref` names.

    `known` are all entries, among them those that nobody can inherit from.
    """
    done: dict[str, Entry] = {}
    for citekey in entries:
        chain = [citekey]
        # Walk up until an entry inherits nothing more, then fill on the way down.
        while chain[-1] not in done:
            entry = entries[chain[-1]]
            parent = entry.get("crossref")
            if not parent:
                done[entry.citekey] = entry
            elif parent not in entries:
                problems.append(_unknown(entry, "crossref", parent, known))
                done[entry.citekey] = entry
            elif parent in chain:
                circle = chain[chain.index(parent) :]
                problems.append(_circular(entries[parent], circle))
                done |= {member: entries[member] for member in circle}
            else:
                chain.append(parent)
        for child in reversed(chain):
            if child not in done:
                done[child] = _inherit(entries[child], done[entries[child].get("crossref")])
    return {citekey: done[citekey] for citekey in entries}


def _inherit(child: Entry, parent: Entry) -> Entry:
    renaming = _renaming(parent.entry_type, child.entry_type)
    fields = dict(child.fields)
    # First what keeps its name, so that a book's own booktitle (BibTeX's old
    # way to serve its chapters) wins over its title.
    handed_on = INHERITED_FIELDS - renaming.keys()
    _add(fields, {name: value for name, value in parent.fields.items() if name in handed_on})
    for name, new_name in renaming.items():
        if name in parent.fields:
            fields.setdefault(new_name, parent.fields[name])
            # BibTeX's way: a chapter without its own author takes the book's.
            if name == "author":
                fields.setdefault(name, parent.fields[name])
    return replace(child, fields=MappingProxyType(fields))


def _add(fields: dict[str, str], more: Mapping[str, str]) -> None:
    """Add what the fields lack, under either name of it; a date is one with its month."""
    dated = "date" in fields or ("year" in fields and not _DATE.isdisjoint(more))
    for name, value in more.items():
        if _OTHER_NAMES.get(name) not in fields and not (dated and name in _IN_YEAR):
            fields.setdefault(name, value)


def _unknown(entry: Entry, field: str, key: str, entries: Mapping[str, Entry]) -> Problem:
    """Report a citekey that names no entry, or none of the kind that a field needs."""
    named = entries.get(key)
    what, hint = _of_wrong_kind(field, named, entries) if named else ("no entry", "")
    if not named:
        named_too = split_list(entry.get(field))
        others = [one for one in entries if one not in named_too]
        hint = suggest_citekey(key, others, f"Add that entry, or remove the {field}.")
        # No study is meant, so that a near one is.
        of_kind = [name for name, one in entries.items() if one.entry_type == XDATA]
        near = [name for name in of_kind if is_slip(key, name)] if field == "xdata" else []
        hint = f'Did you mean "{near[0]}"?' if len(near) == 1 else hint
    names = "has {} to" if field in _NAMING else "takes {} from"
    message = f'"{entry.citekey}" {names.format(field)} "{key}", which is {what}'
    line = entry.field_lines.get(field, entry.line)
    return CROSSREF_UNKNOWN.problem(message, entry.path, line, hint, cause_citekey(key))


def _of_wrong_kind(field: str, named: Entry, entries: Mapping[str, Entry]) -> tuple[str, str]:
    key = named.citekey
    if field == "crossref":
        return "an @xdata", f"Write xdata = {{{key}}}"
    if field != "entryset":
        hint = f"Write crossref = {{{key}}}, or make an @xdata of what both share."
        return "no @xdata", hint
    if named.entry_type == XDATA:
        return "an @xdata", "Name works: an @xdata is none."
    members = [one for one in set_members(named) if one in entries]
    works = [one for one in members if entries[one].entry_type not in {SET, XDATA}]
    return "a set itself", f"Name its works instead: {', '.join(works)}".rstrip(": ")


def _circular(entry: Entry, circle: list[str], field: str = "crossref") -> Problem:
    message = f'"{entry.citekey}" inherits from itself: {" → ".join([*circle, circle[0]])}'
    line = entry.field_lines.get(field, entry.line)
    hint = f"Remove one of these {field} fields."
    return CROSSREF_CIRCULAR.problem(message, entry.path, line, hint)
