"""Find works that are in the library twice under different citekeys.

Two entries are the same work where DOI, PubMed or PubMed Central number are
equal, or where their titles differ in capitals, punctuation, accents, small
words or spelling (randomised, randomized) only. Each entry is looked up by
keys made from it, so that the time grows with the number of entries and no
faster.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from markdown_citations.library.entries import Entry, Library, split_range
from markdown_citations.library.identifiers import decode_verbatim
from markdown_citations.library.publication import date_of
from markdown_citations.problems import Problem, Rule

ENTRY_DUPLICATE = Rule(
    "entry-duplicate",
    "error",
    "No two entries have one DOI, PubMed or PubMed Central number.",
    "JabRef",
    (
        "@misc{lee2025, title = {One}, year = {2025}, pmid = {30917760}}\n"
        "@misc{lee2026, title = {Two}, year = {2026}, pmid = {30917760}}"
    ),
    (
        "@misc{lee2025, title = {One}, year = {2025}, pmid = {30917760}}\n"
        "@misc{lee2026, title = {Two}, year = {2026}}"
    ),
)
TITLE_DUPLICATE = Rule(
    "title-duplicate",
    "warning",
    "No two entries have nearly the same title, unless one is the other's preprint.",
    "JabRef",
    (
        "@misc{lee2025, title = {Better sleep: a randomised trial}, year = {2025}}\n"
        "@misc{lee2026, title = {Better Sleep. A Randomized Trial}, year = {2026}}"
    ),
    (
        "@misc{lee2025, title = {Better sleep: a randomised trial}, year = {2025}}\n"
        "@misc{lee2026, title = {Better sleep, one year later: a survey}, year = {2026}}"
    ),
)

_IDENTIFIERS = (("doi", "DOI"), ("pmid", "PubMed number"), ("pmcid", "PubMed Central number"))
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\s*|.)|[{}$]")
_WORD = re.compile(r"\w+")
_SMALL = frozenset("a an and as at by for from in into of on or the to with".split())  # noqa: SIM905
_SPELLING = re.compile(r"is(?=(?:e|ed|es|ing|ation|ations)\b)|ae|oe|our\b")
_FOLDED = {"is": "iz", "ae": "e", "oe": "e", "our": "or"}


def check_duplicates(library: Library) -> Iterator[Problem]:
    """Report each entry whose work an earlier entry has, at the field that shows it."""
    first: dict[tuple[str, str], Entry] = {}
    for entry in library:
        reported: set[str] = set()
        for field, what, key in _keys(entry):
            other = first.setdefault((field, key), entry)
            if other is entry or other.citekey in reported or _are_linked(entry, other):
                continue
            message = f'it has the same {what} as "{other.citekey}"'
            place = f"{other.path}:{other.line}"
            hint = f"That entry is at {place}. Keep one, and let all pages cite it."
            if field != "title":
                if not _may_be_one(entry, other):
                    hint += f" If both are meant, look up the {what} of each."
                yield entry.problem(ENTRY_DUPLICATE, message, field, hint)
            elif _is_same_time(entry, other) and not _are_chapters(entry, other):
                hint += f' If both are meant, name "{other.citekey}" in a field such as "related".'
                yield entry.problem(TITLE_DUPLICATE, message, field, hint)
            else:
                continue
            reported.add(other.citekey)


def title_key(title: str) -> str:
    """Return what is left of a title without what tells no two works apart."""
    if "\\" in title or "{" in title or "$" in title:
        title = _COMMAND.sub("", title)
    if not title.isascii():
        letters = unicodedata.normalize("NFKD", title)
        title = "".join(c for c in letters if not unicodedata.combining(c))
    folded = _SPELLING.sub(lambda match: _FOLDED[match[0]], title.casefold())
    return " ".join(word for word in _WORD.findall(folded) if word not in _SMALL)


def _keys(entry: Entry) -> Iterator[tuple[str, str, str]]:
    for field, what in _IDENTIFIERS:
        if field in entry.field_lines and (value := decode_verbatim(entry.fields[field])):
            yield field, what, value.casefold()
    if "title" in entry.field_lines:
        key = title_key(entry.fields["title"])
        # "Editorial" or "Sleep: a review" are titles of many works.
        if key.count(" ") >= 3:
            yield "title", "title", key


def _are_linked(one: Entry, other: Entry) -> bool:
    """Tell whether a field of one names the other: a preprint or a part may share its title."""
    return one.citekey in other.fields.values() or other.citekey in one.fields.values()


def _may_be_one(one: Entry, other: Entry) -> bool:
    """Tell whether the titles allow one work; one of them may lack its subtitle."""
    shorter, longer = sorted((title_key(entry.get("title")) for entry in (one, other)), key=len)
    return longer.startswith(shorter)


def _are_chapters(one: Entry, other: Entry) -> bool:
    """Tell whether two @inbook, whose title is the book's, are other parts of it."""
    is_inbook = one.entry_type == other.entry_type == "inbook"
    pages = [split_range(entry.get("pages")) for entry in (one, other)]
    return is_inbook and (one.get("chapter") != other.get("chapter") or pages[0] != pages[1])


def _is_same_time(one: Entry, other: Entry) -> bool:
    """Tell whether the years allow one work; a yearly report keeps its title."""
    years = [date_of(entry)[:1] for entry in (one, other)]
    return not all(years) or abs(years[0][0] - years[1][0]) <= 1
