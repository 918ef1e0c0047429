"""Make one entry of what the registries say.

For each field one registry wins, as `WINNERS` says; the other, and a file from a
reference manager, fill in what it lacks. PubMed wins where its staff look at records:
names, titles, pages, the year of the issue. Crossref wins for what publishers know best.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping

from markdown_citations.library.names import Name

from kapguide.registries.plain_text import fold
from kapguide.registries.work import CROSSREF, PUBMED, Answers, RegisteredWork

WINNERS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("author", "editor", "title", "shortjournal", "year", "pages", "pmid", "pmcid"),
        (PUBMED, CROSSREF),
    ),
    **dict.fromkeys(
        (
            *("journal", "volume", "number", "doi", "booktitle", "publisher", "edition"),
            *("institution", "school", "howpublished", "isbn", "date", "note"),
        ),
        (CROSSREF, PUBMED),
    ),
}
"""The order in which registries are believed, for each field; a file comes last."""
FIELDS = (
    *("author", "editor", "title", "booktitle", "journal", "shortjournal", "year", "date"),
    *("volume", "number", "edition", "pages", "publisher", "institution", "school"),
    *("howpublished", "isbn", "doi", "pmid", "pmcid", "url", "note"),
)
"""Those that come from registries, in the order of the house."""
_MARKS = re.compile(
    r"^\W*(?:retracted(?:\s+article)?|withdrawn(?:\s+article)?|removed)\b\s*[:.\]—–-]+\s*", re.I
)
_STUDY_TYPES = (
    ("systematic review", ("Systematic Review", "Meta-Analysis", "Network Meta-Analysis")),
    ("guideline", ("Practice Guideline", "Guideline", "Consensus Development Conference")),
    ("running study", ("Clinical Trial Protocol",)),
    (
        "randomized trial",
        ("Randomized Controlled Trial", "Equivalence Trial", "Pragmatic Clinical Trial"),
    ),
    ("case report", ("Case Reports",)),
    ("law", ("Legislation",)),
    ("narrative review", ("Review",)),
)
_SMALL = frozenset("a an and as at by de for from in la le of on or the to with".split())  # noqa: SIM905


def in_order(works: Iterable[RegisteredWork], name: str) -> list[RegisteredWork]:
    """Return works in the order in which they are believed for a field."""
    order = WINNERS.get(name, (CROSSREF, PUBMED))
    return sorted(works, key=lambda work: order.index(work.source) if work.source in order else 9)


def merge(answers: Answers) -> dict[str, str]:
    """Return the fields of an entry as plain text; names as `.bib` files have them."""
    works = answers.works
    merged = {name: said for name in FIELDS if (said := best_value(works, name))}
    if merged.get("date", "")[:4] != merged.get("year"):
        merged.pop("date", None)
    if entry_type_of(answers) != "misc":
        merged.pop("howpublished", None)
        merged.pop("note", None)
    return merged


def best_value(works: Iterable[RegisteredWork], name: str) -> str:
    """Return what is to be believed of a field; an empty text where nobody says it."""
    for work in in_order(works, name):
        if name in {"author", "editor"}:
            people = work.authors if name == "author" else work.editors
            text = " and ".join([*map(format_name, people), *(["others"] if work.others else [])])
            if people and text:
                return text
        elif name == "title" and work.get(name):
            return unmarked(work.get(name))
        elif work.get(name):
            return work.get(name)
    return ""


def unmarked(title: str) -> str:
    """Return a title without the RETRACTED that publishers put before it."""
    return _MARKS.sub("", title, count=1)


def is_marked(title: str) -> bool:
    """Tell whether a publisher put RETRACTED or the like before a title."""
    return bool(_MARKS.match(title))


def entry_type_of(answers: Answers) -> str:
    """Return the type of an entry: Crossref's, for PubMed takes all for articles."""
    works = in_order(answers.works, "journal")
    preprint = next((work for work in works if work.is_preprint), None)
    return "misc" if preprint else next((work.entry_type for work in works), "misc")


def format_name(name: Name) -> str:
    """Write a name as the house does: `Zarate, Jr, C. A.`, `{A body's name}`."""
    family = name.whole_family
    if name.literal:
        return f"{{{family}}}"
    given = initials(name.given)
    if not given:
        return f"{{{family}}}" if " " in family else family
    # BibTeX would take a small first word for a particle, and "and" for the next name.
    if re.search(r"\band\b", family, re.I):
        family = f"{{{family}}}"
    return ", ".join(filter(None, (family, name.suffix, given)))


def initials(given: str) -> str:
    """Return `H. J.` for Heather J. and for HJ; names in scripts without capitals stay whole."""
    parts = [part for part in re.split(r"[\s.\-‐‑–]+", given) if part]
    if any(part[0].lower() == part[0].upper() for part in parts):
        return " ".join(given.split())
    return " ".join(f"{part[0].upper()}." for part in parts)


def propose_study_type(answers: Answers) -> str:
    """Return the `studytype` that PubMed's publication types name, if they name one."""
    kinds = {kind for work in answers.works for kind in work.kinds}
    return next((name for name, known in _STUDY_TYPES if kinds & {*known}), "")


def make_citekey(answers: Answers, taken: Collection[str]) -> str:
    """Return `smith2027`, or `smith2027a` where that is taken."""
    works = answers.works
    people = next(
        (w.authors or w.editors for w in in_order(works, "author") if w.authors or w.editors), ()
    )
    title = re.findall(r"\w+", best_value(works, "title"))
    words = [*_name_words(people[0] if people else None), *title, "work"]
    stem = next(key for word in words if (key := _latin(word)) and key not in _SMALL)
    base = f"{stem}{best_value(works, 'year')}"
    used = {key.casefold() for key in taken}
    letters = ("", *"abcdefghijklmnopqrstuvwxyz")
    return next(
        (key for letter in letters if (key := f"{base}{letter}") not in used),
        f"{base}_{len(used)}",
    )


def _name_words(name: Name | None) -> list[str]:
    """Return the family name; of a body its initials, where it has several words."""
    if name is None:
        return []
    if not name.literal:
        return [name.whole_family]
    words = [word for word in re.findall(r"\w+", name.family) if word.lower() not in _SMALL]
    return ["".join(word[0] for word in words) if len(words) > 2 else "".join(words[:1])]


def _latin(text: str) -> str:
    """Return the letters of a citekey: a to z, as BibTeX and addresses like them."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", fold(text)))
