"""Print titles: of a work, of the whole that it is a part of, of a journal."""

from __future__ import annotations

import re

from pybtex.database import Entry

from markdown_citations.library.entry_types import EntryType, find_type
from markdown_citations.printing.works import get
from markdown_citations.texts import Texts

# None of an abbreviation: U.S.
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$|(?<=\s[a-z]{3})\.$|(?<=[)\]])\.$")


def entry_type(entry: Entry) -> EntryType:
    """Return what an entry is."""
    return find_type(entry.type, entry.fields)


def title(entry: Entry, texts: Texts) -> str:
    """Return the title with its subtitle; a chapter's own title for a chapter.

    A volume stands behind the title of the whole: `Main title. Vol. 3, Title`.
    """
    text = titled(entry, "title", "subtitle", "titleaddon")
    row = entry_type(entry)
    if not row.is_part and not row.is_article and (main := main_title(entry, texts)):
        text = ", ".join(filter(None, (main, text)))
    kind = kind_of(entry, texts)
    if not text or not kind or row.is_article or row.is_part or row.csl in {"report", "patent"}:
        return text
    return f"{_FULL_STOP.sub('', text)} [{kind}]"


def kind_of(entry: Entry, texts: Texts) -> str:
    """Return what a work is in words: its own, or those of biblatex's keys and of its type."""
    kind = get(entry, "type")
    if entry_type(entry).csl == "thesis":
        kind = kind or (entry.type if entry.type in texts.kinds else "thesis")
    return texts.kinds.get(kind.lower(), kind)


def titled(entry: Entry, name: str, subtitle: str, addon: str) -> str:
    """Return `Title: subtitle. Addon` of three fields, whichever there are."""
    # Who has lost the subtitle may have kept its colon.
    whole = ": ".join(filter(None, (get(entry, field).rstrip(" :") for field in (name, subtitle))))
    return ". ".join(filter(None, (whole, get(entry, addon))))


def main_title(entry: Entry, texts: Texts) -> str:
    """Return `Main title. Vol. 3`, as far as a work is a part of a larger one."""
    main = titled(entry, "maintitle", "mainsubtitle", "maintitleaddon")
    volume = get(entry, "volume")
    return f"{main}. {texts.volume.format(volume=volume)}" if main and volume else main


def journal(entry: Entry) -> str:
    """Return the journal, the short name if there is one, and an issue's own title."""
    short = get(entry, "shortjournal")
    name = short or titled(entry, "journal", "journalsubtitle", "journaltitleaddon")
    if entry_type(entry).is_article:
        name = name or titled(entry, "booktitle", "booksubtitle", "booktitleaddon")
        name = ". ".join(filter(None, (name, issue_title(entry))))
    return name


def issue_title(entry: Entry) -> str:
    """Return what a special issue is called."""
    return titled(entry, "issuetitle", "issuesubtitle", "issuetitleaddon")
