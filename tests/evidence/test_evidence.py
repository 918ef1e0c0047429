"""references.bib says nothing that the evidence file does not hold for known.

The evidence file is kept outside the project, beside it; where it is absent
these tests are skipped.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.latex import decode
from markdown_citations.library.reading import read_library

ROOT = Path(__file__).resolve().parents[2]
EVIDENCE = ROOT.parent / "shared" / "evidence" / "studies.json"
pytestmark = pytest.mark.skipif(
    not EVIDENCE.is_file(), reason="the evidence file does not stand beside the project"
)

# Popular article, not a study; retracted.
LEFT_OUT = {"psychologytoday_kap_intro", "larkin2011_RETRACTED"}
# Where a value of the evidence file goes in the .bib file.
FIELDS = {
    "authors": "author",
    "title": "title",
    "journal": "journal",
    "nlm_abbrev": "shortjournal",
    "year": "year",
    "volume": "volume",
    "issue": "number",
    "pages": "pages",
    "doi": "doi",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "url": "url",
    "design": "design",
    "sample_size": "sample",
    "population": "population",
    "comparator": "comparator",
    "follow_up": "followup",
    "main_finding": "finding",
    "main_limitation": "limitation",
}
# Fields that say when somebody looked, not what the work is.
OURS = {"statusdate", "unconfirmed"}
# Titles that we supplied, made of confirmed facts, in square brackets.
SUPPLIED = {"dwyer2021", "nice_ta854"}


def _studies() -> dict[str, dict[str, Any]]:
    if not EVIDENCE.is_file():
        return {}
    studies = json.loads(EVIDENCE.read_text("utf-8"))
    return {study["id"]: study for study in studies if study["id"] not in LEFT_OUT}


STUDIES = _studies()
each_study = pytest.mark.parametrize("citekey", sorted(STUDIES))


@pytest.fixture(scope="module")
def library() -> Library:
    library, problems = read_library([ROOT / "references.bib"], ROOT)
    assert problems == []
    return library


def _fields(study: dict[str, Any], *statuses: str) -> dict[str, str]:
    """Return the study's values of these statuses."""
    return {
        name: str(field["value"])
        for name, field in study.items()
        if isinstance(field, dict) and field["status"] in statuses
    }


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", decode(text).casefold())


def _runs(text: str) -> set[tuple[str, ...]]:
    """Return every run of eight words."""
    words = _words(text)
    return {tuple(words[i : i + 8]) for i in range(len(words) - 7)}


def _numbers(text: str) -> set[str]:
    """Return numbers, with 1,285 as 1285 and 0.20 as 0.2; 26.6 in 100 is 26.6%."""
    bare = re.sub(r"(?<=\d),(?=\d{3})", "", text.replace(" in 100", "%"))
    return {
        number.rstrip("0").rstrip(".") if "." in number else number
        for number in re.findall(r"\d+(?:\.\d+)?", bare)
    }


def test_every_study_is_there(library: Library):
    """Every study but those left out has an entry of its name."""
    assert len(STUDIES) == 44
    assert set(STUDIES) <= set(library.entries)
    assert not LEFT_OUT & set(library.entries)


@each_study
def test_unconfirmed_is_not_printed(citekey: str, library: Library):
    """No value that is unconfirmed stands in its field or in any other."""
    entry = library[citekey]
    text = {name: decode(value) for name, value in entry.fields.items() if name not in OURS}
    for name, value in _fields(STUDIES[citekey], "unconfirmed").items():
        field = FIELDS.get(name)
        if field and not (field == "title" and citekey in SUPPLIED):
            assert field not in entry.fields, (name, value)
        if name == "year":
            assert "date" not in entry.fields
        # A short value, a volume such as 9, may stand elsewhere for something
        # else; eight words or an identifier may not.
        whole = len(_words(value)) > 3 or name in {"doi", "pmid", "pmcid"}
        for other in text.values():
            assert not whole or value.casefold() not in other.casefold(), (name, value)
            # An address holds the words of a title that may be known.
            assert name == "url" or not _runs(value) & _runs(other), (name, other)


def test_unconfirmed_is_not_in_a_comment():
    """Nor in a comment: whatever stands in the file is public."""
    text = (ROOT / "references.bib").read_text("utf-8")
    for study in STUDIES.values():
        values = _fields(study, "unconfirmed")
        for name in ("doi", "pmid", "pmcid", "authors", "url"):
            if name in values:
                assert values[name] not in text
        inferred = _fields(study, "inferred")
        if "doi" in inferred:
            assert inferred["doi"] not in text


@each_study
def test_identifiers_are_equal(citekey: str, library: Library):
    """Every known DOI, PubMed and PubMed Central number is there as it is."""
    known = _fields(STUDIES[citekey], "confirmed", "seed-only")
    for name in ("doi", "pmid", "pmcid", "year", "volume"):
        if name == "year" or name in known:
            assert library[citekey].get(name) == known.get(name, "")


@each_study
def test_authors_and_title_are_equal(citekey: str, library: Library):
    """Names and titles are the paper's, but for their form."""
    known = _fields(STUDIES[citekey], "confirmed", "seed-only")
    entry = library[citekey]
    if citekey not in SUPPLIED:
        assert _words(entry.get("title")) == _words(known["title"])
    if "authors" not in known:
        assert "author" not in entry.fields
        return
    letters = re.sub(r"\W|\band\b", "", " ".join(_names(entry))).casefold()
    expected = re.sub(r"\W|\band\b", "", known["authors"].partition(";")[0]).casefold()
    # A body may be named more fully in the record than an author field needs.
    body = set(_words(entry.get("author"))) <= {*_words(known["authors"]), "and"}
    assert letters.startswith(expected) or body


def _names(entry: Entry) -> list[str]:
    """Return names as the evidence file writes them: Zarate CA Jr."""
    names = []
    for name in entry.get("author").split(" and "):
        parts = [part.strip() for part in name.split(",")]
        names.append(" ".join([parts[0], *reversed(parts[1:])]))
    return names


@each_study
def test_numbers_are_the_records(citekey: str, library: Library):
    """A number in words for readers is one of the record's, and no dose is among them."""
    known = _fields(STUDIES[citekey], "confirmed", "seed-only", "inferred")
    allowed = set().union(*(_numbers(value) for value in known.values()))
    # Small numbers may be written out in the record: "four cases".
    allowed |= {str(number) for number in range(0, 13)}
    entry = library[citekey]
    for field in ("design", "sample", "population", "comparator", "followup", "finding"):
        assert _numbers(entry.get(field)) <= allowed, field
        assert not re.search(r"\d\s*(?:mg|µg|mcg|ml)\b", entry.get(field), re.I), field
    people = entry.get("people")
    if people:
        sizes = [int(n) for n in _numbers(known["sample_size"]) if n.isdigit()]
        sums = {a + b for a in sizes for b in sizes if a != b}
        assert int(people) in {*sizes, *sums}


@each_study
def test_unconfirmed_parts_are_named(citekey: str, library: Library):
    """What a citation lacks because nobody confirmed it is named to readers."""
    named = {name.strip() for name in library[citekey].get("unconfirmed").split(",")} - {""}
    unconfirmed = _fields(STUDIES[citekey], "unconfirmed")
    unconfirmed |= {n: v for n, v in _fields(STUDIES[citekey], "inferred").items() if n == "doi"}
    expected = {
        FIELDS[name]
        for name in unconfirmed
        if name in {"authors", "title", "journal", "year", "volume", "issue", "pages", "doi", "url"}
    }
    assert named == expected


@each_study
def test_status_is_the_records(citekey: str, library: Library):
    """An erratum that the record knows is shown; nothing is called checked that is not."""
    corrections = STUDIES[citekey]["corrections"]
    expected = "unchecked" if corrections["status"] == "none" else "corrected"
    assert library[citekey].get("status") == expected
    assert library[citekey].get("statusdate")
