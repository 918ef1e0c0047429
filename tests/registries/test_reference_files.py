"""Works from the files that PubMed, Zotero, EndNote and Mendeley make."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.registries.merging import format_name
from kapguide.registries.reference_files import READERS, UnreadableFileError, read_works

NBIB = """
PMID- 90000001
OWN - NLM
STAT- MEDLINE
DP  - 2026 May 4
TI  - Walking after dinner: a randomized
      trial of 40 adults.
PG  - 165-83
LID - S0000(26)00001-1 [pii]
LID - 10.5555/plain.1 [doi]
AB  - METHODS: Forty adults
      walked.
FAU - Doe, Heather J
AU  - Doe HJ
FAU - van der Berg, Jean-Pierre
AU  - van der Berg JP
CN  - The Walkers
PT  - Journal Article
PT  - Randomized Controlled Trial
TA  - J Imag Med
JT  - Journal of imaginary medicine
VI  - 12
IP  - 3
PMC - PMC9000001
SO  - J Imag Med. 2026 May 4;12(3):165-83. doi: 10.5555/plain.1.

PMID- 90000002
DP  - 2026
TI  - Another.
AU  - Roe A
JT  - J
"""
RIS = """TY  - JOUR
AU  - Doe, Heather J.
AU  - van der Berg, Jean-Pierre
AU  - The Walkers
TI  - Walking after dinner: a randomized trial of 40 adults
T2  - Journal of Imaginary Medicine
J2  - J. Imag. Med.
PY  - 2026
DA  - 2026/05/04/
VL  - 12
IS  - 3
SP  - 165
EP  - 183
DO  - 10.5555/plain.1
ER  - 

"""  # noqa: W291 - as programs write it
BIB = """@article{doe_walking_2026,
  title = {Walking after dinner: a randomized trial of 40 adults},
  author = {Doe, Heather J. and van der Berg, Jean-Pierre and {The Walkers}},
  journaltitle = {Journal of Imaginary Medicine},
  shortjournal = {J Imag Med},
  date = {2026-05-04},
  volume = {12}, number = {3}, pages = {165--183},
  doi = {10.5555/plain.1},
}
"""
CSL = [
    {
        "id": "http://zotero.org/groups/1/items/AB",
        "type": "article-journal",
        "title": "Walking after dinner: a randomized trial of 40 adults",
        "container-title": "Journal of Imaginary Medicine",
        "container-title-short": "J. Imag. Med.",
        "author": [
            {"family": "Doe", "given": "Heather J."},
            {"family": "Berg", "given": "Jean-Pierre", "non-dropping-particle": "van der"},
            {"literal": "The Walkers"},
        ],
        "issued": {"date-parts": [["2026", 5, 4]]},
        "volume": "12",
        "issue": "3",
        "page": "165-183",
        "DOI": "10.5555/plain.1",
        "PMID": "90000001",
    }
]
FILES = {
    "walk.nbib": NBIB,
    "walk.ris": RIS,
    "walk.bib": BIB,
    "walk.json": json.dumps(CSL),
    "in an object.json": json.dumps({"items": CSL}),
    "with a mark at its start.json": "\ufeff" + json.dumps(CSL),
}


@pytest.mark.parametrize(("name", "text"), FILES.items(), ids=FILES.keys())
def test_all_files_say_the_same(name: str, text: str, tmp_path: Path) -> None:
    """The same work, whatever program wrote it down."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    work = read_works(path)[0]
    assert work.entry_type == "article"
    assert {key: text for key, text in work.fields.items() if not key.startswith("pm")} == {
        "title": "Walking after dinner: a randomized trial of 40 adults",
        "journal": work.get("journal"),
        "shortjournal": work.get("shortjournal"),
        "year": "2026",
        "volume": "12",
        "number": "3",
        "pages": "165--183",
        "doi": "10.5555/plain.1",
    }
    assert work.get("journal").casefold() == "journal of imaginary medicine"
    assert work.get("shortjournal").replace(".", "") == "J Imag Med"
    assert [format_name(one) for one in work.authors] == [
        "Doe, H. J.",
        "van der Berg, J. P.",
        "{The Walkers}",
    ]


def test_what_pubmed_says_more(tmp_path: Path) -> None:
    """Its own format has numbers, types and the abstract; each record is a work."""
    path = tmp_path / "two.nbib"
    path.write_text(NBIB, "utf-8")
    first, second = read_works(path)
    assert (first.get("pmid"), first.get("pmcid")) == ("90000001", "PMC9000001")
    assert first.kinds == ("Journal Article", "Randomized Controlled Trial")
    assert first.abstract == "METHODS: Forty adults walked."
    assert [format_name(one) for one in second.authors] == ["Roe, A."]


BROKEN = {
    "no JSON": ("a.json", b"[{", "a.json is no JSON: line 1 cannot be read."),
    "JSON without works": ("a.json", b"[1, 2]", "a.json holds no work that can be read."),
    "an empty file": ("a.nbib", b"", "a.nbib holds no work that can be read."),
    "no RIS": ("a.ris", b"Dear colleague,", "a.ris"),
    "no UTF-8": ("a.ris", b"TY  - JOUR\nTI  - \xe9\nER  - \n", "a.ris is not UTF-8."),
    "another ending": ("a.docx", b"", "only files ending in .nbib, .ris, .bib, .json"),
}


@pytest.mark.parametrize(("name", "data", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_what_cannot_be_read(name: str, data: bytes, message: str, tmp_path: Path) -> None:
    """One message that names the file, and no traceback."""
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableFileError) as error:
        read_works(tmp_path / name)
    assert message in str(error.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"nothing\.ris cannot be read: No such file"):
        read_works(tmp_path / "nothing.ris")


@given(ending=st.sampled_from([*READERS]), text=st.text())
def test_any_text(tmp_path_factory: pytest.TempPathFactory, ending: str, text: str) -> None:
    """Half a file, or something else, is works or a message."""
    path = tmp_path_factory.mktemp("any") / f"a{ending}"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        works = read_works(path)
    except UnreadableFileError:
        return
    assert works


@pytest.mark.parametrize(
    ("typed", "kept"), [("software", "software"), ("thesis", "phdthesis"), ("podcasts", "misc")]
)
def test_the_type_of_an_entry_is_kept(typed: str, kept: str, tmp_path: Path) -> None:
    """Each type that the library knows is; what it does not know is anything else."""
    file = tmp_path / "taken.bib"
    file.write_text(f"@{typed}{{one, title = {{A name}}, year = {{2026}}}}\n", "utf-8")
    assert [work.entry_type for work in read_works(file)] == [kept]
