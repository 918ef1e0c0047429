"""Hold the fields of an entry against what registries say of its work.

A field agrees where one of the registries says the same. Differences that mean nothing
do not count: case, dashes, accents, abbreviated journals and names, left-out digits of
pages, full stops.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from markdown_citations.library.entries import Entry, split_range
from markdown_citations.library.names import Name, parse_names
from markdown_citations.library.publication import date_of

from kapguide.registries.asking.pubmed_xml import expand_page
from kapguide.registries.merging import best_value, unmarked
from kapguide.registries.plain_text import fold
from kapguide.registries.work import CROSSREF, RegisteredWork

Verdict = Literal["agrees", "differs", "not in the registries", "not in the entry"]
COMPARED = (
    *("title", "author", "year", "journal", "booktitle", "volume", "number", "pages"),
    *("isbn", "doi", "pmid", "pmcid"),
)
ALIASES = {"journal": ("journaltitle",), "number": ("issue",), "pages": ("eid",)}
"""Other names that a field may have."""
_SAME_WORK = 0.6
_JOURNAL_WORDS = frozenset({"the", "of", "and", "for", "in", "on", "de", "der", "la"})


@dataclass(frozen=True, slots=True)
class FieldComparison:
    """One field, here and there."""

    field: str
    verdict: Verdict
    ours: str = ""
    theirs: str = ""
    """What is to be believed, as `merging` has it."""
    source: str = ""
    """Who says so."""


def compare(
    entry: Entry, works: Sequence[RegisteredWork], names: Sequence[str] = COMPARED
) -> list[FieldComparison]:
    """Compare each field that the entry or a registry has."""
    found = []
    for name in names:
        saying = _saying(works, name)
        ours, theirs = _ours(entry, name), best_value(saying, name)
        # What an entry calls a title of ours is none to compare.
        if name == "title" and ours.startswith("[") and ours.endswith("]"):
            ours = ""
        source = " and ".join(work.source for work in saying)
        if ours and not theirs:
            found.append(FieldComparison(name, "not in the registries", ours))
        elif theirs and not ours:
            found.append(FieldComparison(name, "not in the entry", "", theirs, source))
        elif ours and theirs:
            same = any(_agrees(name, entry, work) for work in saying)
            verdict: Verdict = "agrees" if same else "differs"
            found.append(FieldComparison(name, verdict, ours, theirs, source))
    return found


def _saying(works: Sequence[RegisteredWork], name: str) -> list[RegisteredWork]:
    """Return the registries that say something about a field.

    Of a DOI Crossref only repeats what it was asked, so PubMed is heard where it has one.
    """
    saying = [work for work in works if best_value([work], name)]
    others = [work for work in saying if work.source != CROSSREF]
    return others if name == "doi" and others else saying


def is_same_work(entry: Entry, work: RegisteredWork) -> bool:
    """Tell whether a record can be about the work of an entry at all.

    Titles may differ in their subtitles; another title by other people is another work.
    """
    ours, theirs = fold(entry.title()), fold(unmarked(work.get("title")))
    if not ours or not theirs or entry.get("title").startswith("["):
        return True
    if ours in theirs or theirs in ours:
        return True
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= _SAME_WORK


def _ours(entry: Entry, name: str) -> str:
    if name == "year":
        return str(date_of(entry)[0]) if date_of(entry) else ""
    return entry.text(name, *ALIASES.get(name, ()))


def _agrees(name: str, entry: Entry, work: RegisteredWork) -> bool:
    if name in {"author", "editor"}:
        people = work.authors if name == "author" else work.editors
        return _same_people(parse_names(entry.get(name)), (list(people), work.others))
    if name == "year":
        return _ours(entry, "year") in {*work.years, work.get("year")}
    if name == "title":
        return fold(entry.text("title")) == fold(unmarked(work.get("title")))
    ours, same = _ours(entry, name), _SAME.get(name, _same_text)
    return any(same(ours, work.get(one)) for one in (name, *_ALSO.get(name, ())) if work.get(one))


def _same_people(ours: tuple[list[Name], bool], theirs: tuple[list[Name], bool]) -> bool:
    """Compare family names in their order.

    Given names may be abbreviated; a group that signs beside people may be left out.
    Where one side ends in "and others", only as many are compared.
    """
    mine, more_of_mine = _families(ours[0]), ours[1]
    others, more_of_others = _families(theirs[0]), theirs[1]
    if more_of_mine:
        others = others[: len(mine)]
    if more_of_others:
        mine = mine[: len(others)]
    return len(mine) == len(others) and all(map(_same_family, mine, others))


def _families(names: Sequence[Name]) -> list[str]:
    people = [name for name in names if not name.literal] or names
    return [fold(f"{name.whole_family} {name.suffix}") for name in people]


def _same_family(one: str, other: str) -> bool:
    """Compare family names; a suffix or a particle may be missing."""
    words, more = one.split(), other.split()
    longer = set(words) <= set(more) or set(more) <= set(words)
    return one.replace(" ", "") == other.replace(" ", "") or (longer and bool(words) and bool(more))


def _same_text(ours: str, theirs: str) -> bool:
    return fold(ours).replace(" ", "") == fold(theirs).replace(" ", "")


def _same_doi(ours: str, theirs: str) -> bool:
    return ours.lower() == theirs.lower()


def _same_isbn(ours: str, theirs: str) -> bool:
    """Compare without the first three digits and the last, in which ten and thirteen differ."""
    one, other = (re.sub(r"[^\dXx]", "", isbn)[-10:-1] for isbn in (ours, theirs))
    return one == other


def _same_journal(ours: str, theirs: str) -> bool:
    mine, others = _journal_words(ours), _journal_words(theirs)
    return len(mine) == len(others) and all(map(_abbreviates, mine, others))


def _journal_words(title: str) -> list[str]:
    """Return the words that count; PubMed adds subtitles and places."""
    words = fold(re.sub(r"\(.*?\)| [:=] .*", "", title)).split()
    return [word for word in words if word not in _JOURNAL_WORDS]


def _abbreviates(one: str, other: str) -> bool:
    """Tell whether one word is the other with letters left out: `natl` for national."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return short[0] == long[0] and all(letter in rest for letter in short)


def _same_pages(ours: str, theirs: str) -> bool:
    mine, others = _ends(ours), _ends(theirs)
    if mine == others:
        return True
    # Article numbers have letters before them at one registry and none at the other.
    bare = re.sub(r"\D", "", mine[0])
    return not mine[1] and not others[1] and bare != "" and bare == re.sub(r"\D", "", others[0])


def _ends(pages: str) -> tuple[str, str]:
    """Return the first page and the last, which is empty where there is one only."""
    first, *last = (part.strip().lower() for part in split_range(pages))
    end = expand_page(first, last[-1]) if last else ""
    return first, "" if end == first else end


_SAME: Mapping[str, Callable[[str, str], bool]] = {
    "journal": _same_journal,
    "pages": _same_pages,
    "isbn": _same_isbn,
    "doi": _same_doi,
}
_ALSO = {"journal": ("shortjournal",)}
"""What may be compared in the place of a field, too."""
