"""Print who made a work, and who else had a part in it."""

from __future__ import annotations

from pybtex.database import Entry

from markdown_citations.printing.printed_names import list_names
from markdown_citations.printing.titles import entry_type
from markdown_citations.printing.works import get, names_of
from markdown_citations.texts import Texts

_EDITORS = ("editor", "editora", "editorb", "editorc")


def responsible(entry: Entry, texts: Texts) -> str:
    """Return who made the work: authors, else editors, else an organisation."""
    if authors := names_of(entry, "author"):
        return list_names(authors, texts)
    if names_of(entry, "editor"):
        return name_role(entry, "editor", texts)
    return get(entry, "organization")


def others(entry: Entry, texts: Texts) -> list[str]:
    """Return who else had a part in the work: `Roe A, translator`."""
    row = entry_type(entry)
    shown = [*_EDITORS[1:], *texts.roles]
    if names_of(entry, "author") and not row.is_part and not row.is_article:
        shown = [_EDITORS[0], *shown]
    return [name_role(entry, name, texts) for name in shown if names_of(entry, name)]


def name_role(entry: Entry, field: str, texts: Texts) -> str:
    """Return `Roe A, Doe J, editors`; the field `editortype` may name another role."""
    people = names_of(entry, field)
    kind = get(entry, f"{field}type")
    own = (kind, kind) if kind not in {"", "editor"} else (texts.editor, texts.editors)
    one, several = texts.roles.get(kind) or texts.roles.get(field) or own
    return f"{list_names(people, texts)}, {one if len(people) == 1 else several}"
