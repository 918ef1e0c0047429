"""references.bib says nothing that was not known of a study when it was entered.

`tests/data/evidence_record.json` holds, for each study, what was confirmed, the
.bib fields for which nothing was, every number in its record above twelve, and
how many people it had. Values that nobody confirmed are there as hashes alone
(`withheld`): of identifiers, and of runs of up to eight words. Whoever confirms
a value later enters it there too. A limitation is ours, made of what is confirmed.

Whoever changes a study here is held by the checks, and by `kapguide verify`: `make test`
leaves these tests out.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest
from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.latex import decode
from markdown_citations.library.reading import read_library

ROOT = Path(__file__).resolve().parents[2]
RECORD = json.loads((ROOT / "tests" / "data" / "evidence_record.json").read_text("utf-8"))
STUDIES: dict[str, dict[str, Any]] = RECORD["studies"]
LEFT_OUT = {"psychologytoday_kap_intro", "larkin2011_RETRACTED"}
"""A popular article, which is no study, and a retracted one."""
SUPPLIED = {"athome2024", "dwyer2021", "pacilio2024", "popova2019"}
"""Their titles are ours, made of confirmed facts, in square brackets."""
NAMED = {"author", "title", "journal", "year", "volume", "number", "pages", "doi", "url"}
"""What readers are told of where it is not confirmed."""

pytestmark = pytest.mark.handed_over
each_study = pytest.mark.parametrize("citekey", sorted(STUDIES))


@pytest.fixture(scope="module")
def library() -> Library:
    library, problems = read_library([ROOT / "references.bib"], ROOT)
    assert problems == []
    return library


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", decode(text).casefold())


def _numbers(text: str) -> set[str]:
    """Return numbers, with 1,285 as 1285 and 0.20 as 0.2; 26.6 in 100 is 26.6%."""
    bare = re.sub(r"(?<=\d),(?=\d{3})", "", text.replace(" in 100", "%"))
    return {
        number.rstrip("0").rstrip(".") if "." in number else number
        for number in re.findall(r"\d+(?:\.\d+)?", bare)
    }


def _rounds(number: str, known: Collection[str]) -> bool:
    """Tell whether a whole number stands for a record's decimal: 47 for 46.5."""
    return "." not in number and any(
        "." in other and abs(float(other) - float(number)) <= 0.5 for other in known
    )


def test_every_study_is_there(library: Library):
    """Every study but those left out has an entry of its name."""
    assert len(STUDIES) == 108
    assert set(STUDIES) <= set(library.entries)
    assert not LEFT_OUT & set(library.entries)


@each_study
def test_unconfirmed_is_not_printed(citekey: str, library: Library):
    """No field holds a value that nobody confirmed."""
    fields = set(library[citekey].fields) - ({"title"} if citekey in SUPPLIED else set())
    assert not fields & set(STUDIES[citekey]["unconfirmed"])
    assert "year" in fields or "date" not in fields


def test_unconfirmed_stands_nowhere():
    """Nor does it stand in another field or in a comment: whatever is in the file is public.

    A short value, a volume such as 9, may stand there for something else; an
    identifier or four words may not.
    """
    text = (ROOT / "references.bib").read_text("utf-8")
    words = _words(text)
    runs = {" ".join(words[i : i + n]) for n in range(4, 9) for i in range(len(words) - n + 1)}
    runs |= {token.casefold() for token in re.findall(r"[^\s{}()\[\],;]+", text)}
    hashes = {hashlib.blake2b(run.encode(), digest_size=8).hexdigest(): run for run in runs}
    assert [hashes[found] for found in hashes.keys() & set(RECORD["withheld"])] == []


@each_study
def test_identifiers_are_equal(citekey: str, library: Library):
    """Every known DOI, PubMed and PubMed Central number is there as it is."""
    known = STUDIES[citekey]["known"]
    for name in ("doi", "pmid", "pmcid", "year", "volume"):
        if name == "year" or name in known:
            assert library[citekey].get(name) == known.get(name, "")


@each_study
def test_authors_and_title_are_equal(citekey: str, library: Library):
    """Names and titles are the paper's, but for their form."""
    known = STUDIES[citekey]["known"]
    entry = library[citekey]
    if citekey not in SUPPLIED:
        assert _words(entry.get("title")) == _words(known["title"])
    if "author" not in known:
        assert "author" not in entry.fields
        return
    letters = re.sub(r"\W|\band\b", "", " ".join(_names(entry))).casefold()
    author = known["author"].partition(";")[0].replace("et al.", "others")
    expected = re.sub(r"\W|\band\b", "", author).casefold()
    # A body may be named more fully in the record than an author field needs.
    body = set(_words(entry.get("author"))) <= {*_words(known["author"]), "and"}
    assert letters.startswith(expected) or body


def _names(entry: Entry) -> list[str]:
    """Return names as the record writes them: Zarate CA Jr."""
    names = []
    for name in entry.get("author").split(" and "):
        parts = [part.strip() for part in name.split(",")]
        names.append(" ".join([parts[0], *reversed(parts[1:])]))
    return names


@each_study
def test_numbers_are_the_records(citekey: str, library: Library):
    """A number in words for readers is one of the record's or its rounding, and no dose."""
    entry, record = library[citekey], STUDIES[citekey]
    # Small numbers may be written out in the record: "four cases".
    allowed = {*record["numbers"], *map(str, range(13))}
    for field in ("design", "sample", "population", "comparator", "followup", "finding"):
        unknown = {n for n in _numbers(entry.get(field)) - allowed if not _rounds(n, allowed)}
        assert not unknown, field
        assert not re.search(r"\d\s*(?:mg|µg|mcg|ml)\b", entry.get(field), re.I), field
    if entry.get("people"):
        sums = {a + b for a in record["sizes"] for b in record["sizes"] if a != b}
        assert int(entry.get("people")) in {*record["sizes"], *sums}


@each_study
def test_unconfirmed_parts_are_named(citekey: str, library: Library):
    """What a citation lacks because nobody confirmed it is named to readers."""
    named = {name.strip() for name in library[citekey].get("unconfirmed").split(",")} - {""}
    told = {"finding", "limitation"}
    assert named - told == NAMED & set(STUDIES[citekey]["unconfirmed"])
    assert named & told == {name for name in told if not library[citekey].get(name)}


@each_study
def test_status_is_the_records(citekey: str, library: Library):
    """An erratum that the record knows is shown; nothing is called checked that is not."""
    expected = "corrected" if STUDIES[citekey]["corrected"] else "unchecked"
    assert library[citekey].get("status") == expected
    assert library[citekey].get("statusdate")


@pytest.mark.parametrize(
    ("citekey", "field", "said"),
    [
        pytest.param("anand2023", "finding", "Of the 365 people", id="rates of people treated"),
        pytest.param("dean2021cochrane", "finding", "no difference to about 42 more", id="range"),
        pytest.param("dean2021cochrane", "finding", "certainty of this evidence is very low"),
        pytest.param("dwyer2021", "finding", "seemed to remain on this scale, but not on another"),
        pytest.param("hull2022", "finding", "0.9 in 100 on depression", id="who got worse"),
        pytest.param("joneborg2022", "finding", "significantly better", id="the favorable half"),
        pytest.param("nice_ta854", "finding", "work better than placebo", id="the favorable half"),
        pytest.param("fda_spravato", "finding", "61 to 84 in 100", id="dissociation by a scale"),
        pytest.param("ketalar2024label", "finding", "coma or death", id="warning as on the label"),
    ],
)
def test_both_halves_are_told(citekey: str, field: str, said: str, library: Library):
    """What an entry once told by half stands there whole, with how sure it is."""
    assert said in library[citekey].get(field)


@pytest.mark.parametrize(
    ("citekey", "unsaid"),
    [
        pytest.param("dwyer2021", "did not last", id="lost on one measure only"),
        pytest.param("hull2022", "Six people left", id="not all for harm"),
        pytest.param("joneborg2022", "is speculation", id="the authors speculate it may help"),
        pytest.param("winstock2012", "26.6", id="a share that does not fit its count"),
        pytest.param("krupitsky1997", "not randomized", id="not known is not no"),
        pytest.param("krupitsky1997", "not blinded", id="not known is not no"),
    ],
)
def test_what_the_record_contradicts_is_gone(citekey: str, unsaid: str, library: Library):
    """No field says what the record takes back."""
    assert not [name for name, text in library[citekey].fields.items() if unsaid in text]


def test_a_guideline_has_the_authors_of_its_paper(library: Library):
    """The bodies that publish it are not its authors."""
    assert len(library["vadod2023"].get("author").split(" and ")) == 19
