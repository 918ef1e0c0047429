"""What programs write in their exports, and mean otherwise."""

from __future__ import annotations

import pytest

PAGE = {"title": "T", "url": "https://a.org"}
PAPER = {"title": "T", "doi": "10.1111/x.1"}


@pytest.mark.parametrize(
    ("entry_type", "fields", "found"),
    [
        pytest.param("article", {"type": "Journal Article"}, {}, id="EndNote's type of an article"),
        pytest.param("book", {"type": "Book"}, {}, id="EndNote's type of a book"),
        pytest.param("report", {"type": "Review"}, {"type": "Review"}, id="a type in words"),
        pytest.param(
            "misc",
            {**PAGE, "volume": "2024", "number": "March 3"},
            {**PAGE, "urldate": "2024-03-03"},
            id="EndNote's day on which a page was read",
        ),
        pytest.param(
            "article",
            {"volume": "2024", "number": "3"},
            {"volume": "2024", "number": "3"},
            id="a volume named by its year",
        ),
        pytest.param("thesis", {"university": "U"}, {"school": "U"}, id="EndNote's university"),
        pytest.param("article", {"pages": "n/a-n/a", "volume": "n/a"}, {}, id="Wiley's nothing"),
        pytest.param("article", {"pages": "000--000"}, {}, id="pages of zeros"),
        pytest.param("article", {"pages": "0–0", "number": "n/a–n/a"}, {}, id="Crossref's dash"),
        pytest.param("article", {"pages": "0--9"}, {"pages": "0--9"}, id="from a page 0"),
        pytest.param("article", {"volume": "0", "number": "0"}, {}, id="before there is an issue"),
        pytest.param(
            "article",
            {"volume": "12", "number": "0"},
            {"volume": "12", "number": "0"},
            id="an issue that is numbered 0",
        ),
        pytest.param("book", {"volume": "0"}, {"volume": "0"}, id="a volume that is numbered 0"),
        pytest.param("article", {"number": "No 5"}, {"number": "No 5"}, id="a number with No"),
        pytest.param(
            "article",
            {**PAPER, "note": "e127 BDI-18-0001.R1"},
            {**PAPER, "eid": "e127"},
            id="Wiley's number of an article and of a manuscript",
        ),
        pytest.param(
            "article", {**PAPER, "note": "BDI-18-0001.R1"}, PAPER, id="Wiley's manuscript alone"
        ),
        pytest.param(
            "article",
            {"journal": "medRxiv", "pages": "2022--05"},
            {"journal": "medRxiv"},
            id="Scholar's month of a preprint",
        ),
        pytest.param(
            "article",
            {"journal": "J", "pages": "2022--05"},
            {"journal": "J", "pages": "2022--05"},
            id="pages of a journal",
        ),
        pytest.param("article", {"pubstate": "ppublish"}, {}, id="PubMed's state"),
        pytest.param("article", {"pubstate": "published"}, {}, id="a state that says nothing"),
        pytest.param(
            "article",
            {"pubstate": "aheadofprint"},
            {"pubstate": "prepublished"},
            id="PubMed's state before print",
        ),
        pytest.param(
            "misc",
            {"howpublished": r"\url{https://a.org}", "note": "Accessed: 2024-2-9"},
            {"url": r"\url{https://a.org}", "urldate": "2024-02-09"},
            id="a page as BibTeX had it",
        ),
        pytest.param(
            "misc", {**PAGE, "howpublished": r"\url{https://a.org}"}, PAGE, id="an address twice"
        ),
        pytest.param(
            "misc",
            {"howpublished": "https://a.org, read in 2020"},
            {"howpublished": "https://a.org, read in 2020"},
            id="an address and words",
        ),
        pytest.param(
            "misc",
            {**PAGE, "note": "[Online; accessed 14-February-2024]"},
            {**PAGE, "urldate": "2024-02-14"},
            id="Wikipedia's note",
        ),
        pytest.param(
            "misc",
            {**PAGE, "note": "Accessed: 3/4/2024"},
            {**PAGE, "note": "Accessed: 3/4/2024"},
            id="a day that may be two",
        ),
        pytest.param(
            "article",
            {"note": "Accessed: 2024-02-09"},
            {"note": "Accessed: 2024-02-09"},
            id="no address that was read",
        ),
        pytest.param(
            "article",
            {"author": "Ann Roe 0002 and Jo Doe 0011"},
            {"author": "Ann Roe and Jo Doe"},
            id="DBLP's numbers of people",
        ),
        pytest.param("misc", {"year": "0"}, {}, id="Mendeley's year that it does not know"),
        pytest.param(
            "article",
            {"journal": "J", "crossref": "10.4067/S0718-04622012000100004"},
            {"journal": "J", "doi": "10.4067/S0718-04622012000100004"},
            id="SciELO's DOI",
        ),
        pytest.param(
            "article",
            {"journal": "J", "doi": "10.1000/a", "crossref": "10.4067/S0718-04622012000100004"},
            {"journal": "J", "doi": "10.1000/a"},
            id="SciELO's, beside the work's own",
        ),
        pytest.param(
            "misc",
            {"note": "arXiv:1706.03762 [cs]"},
            {
                "eprint": "1706.03762",
                "eprintclass": "cs",
                "eprinttype": "arXiv",
                "url": "https://arxiv.org/abs/1706.03762",
            },
            id="Zotero's number of arXiv",
        ),
    ],
)
def test_a_field_of_a_program(read, entry_type, fields, found):
    text = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    library, problems = read(f"@{entry_type}{{a,\n{text}}}")
    assert (dict(library["a"].fields), problems) == (found, [])


def test_what_moves_keeps_its_line(read):
    library, _ = read(
        "@misc{a,\n  note = {Accessed: 2024-02-09},\n  howpublished = {https://a.org}}"
    )
    assert library["a"].field_lines == {"urldate": 2, "url": 3}


@pytest.mark.parametrize(("kind", "entry_type"), [("dataset", "dataset"), ("article", "misc")])
def test_a_type_in_a_note(read, kind, entry_type):
    """Zotero has no entry type of BibTeX for data."""
    library, _ = read(f"@misc{{a, note = {{Type: {kind}}}}}@book{{b, note = {{Type: {kind}}}}}")
    assert [entry.entry_type for entry in library] == [entry_type, "book"]
