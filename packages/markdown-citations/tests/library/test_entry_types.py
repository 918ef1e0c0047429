"""The table of entry types: every row is whole."""

from __future__ import annotations

import json
import re

import pytest
import rispy
from markdown_citations import to_csl_json, to_ris
from markdown_citations.formatting.formatter import Formatter
from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.entry_types import ENTRY_TYPES, OTHER, PREPRINT, EntryType, type_of
from markdown_citations.library.fields import FIELDS
from markdown_citations.metadata.coins import describe_context
from markdown_citations.metadata.linked_data import describe_work
from pybtex.style.formatting.unsrt import Style

each_type = pytest.mark.parametrize(("name", "row"), ENTRY_TYPES.items(), ids=ENTRY_TYPES)


@each_type
def test_required_fields_are_known(name: str, row: EntryType) -> None:
    assert set(re.findall(r"[^ |]+", row.required)) <= FIELDS.keys()


@each_type
def test_pybtex_has_a_template(name: str, row: EntryType) -> None:
    """A style that comes with pybtex formats every type."""
    assert hasattr(Style, f"get_{row.pybtex or name}_template")


@each_type
def test_ris_knows_the_type(name: str, row: EntryType) -> None:
    assert row.ris in rispy.TYPE_OF_REFERENCE_MAPPING


@each_type
def test_only_the_unsure_stand_for_anything(name: str, row: EntryType) -> None:
    """No type but `misc` and biblatex's free ones has the name for whatever has no name."""
    free = name in {"misc", "bibnote"} or name.startswith("custom")
    assert (row.ris == "GEN") is (row.csl == "document") is free


@each_type
def test_a_row_says_what_the_type_is_to_others(name: str, row: EntryType) -> None:
    """No format has a table of types of its own."""
    entry = Entry("a", name, {"title": "Title", "year": "2001"}, "a.bib", 1)
    (record,) = rispy.loads(to_ris([entry]))
    (item,) = json.loads(to_csl_json([entry]))
    assert (record["type_of_reference"], item["type"]) == (row.ris, row.csl)
    assert describe_work(entry)["@type"] == row.schema_org
    form, _, genre = row.openurl.partition(" ")
    described = dict(describe_context(entry))
    assert described["rft_val_fmt"].endswith(f":{form}")
    assert genre in {described.get("rft.genre", ""), described.get("rft.type", "")}


@each_type
def test_a_row_says_how_the_type_is_printed(name: str, row: EntryType) -> None:
    fields = {"title": "Title", "year": "2001", "volume": "5", "pages": "7--9"}
    library = Library({"a": Entry("a", name, {**fields, "booktitle": "Whole"}, "a.bib", 1)})
    html = Formatter(library).format("a").html
    # No value is lost: what is no part by its type may have a whole and pages all the same.
    assert ("In: Whole." in html) is ("p. 7–9." in html) is not row.is_article
    assert ("2001;5:7–9." in html) is row.is_article
    assert ("dissertation" in html or "thesis" in html) is (row.csl == "thesis")


@pytest.mark.parametrize(
    ("entry_type", "fields", "row"),
    [
        pytest.param("article", {}, ENTRY_TYPES["article"], id="as it says"),
        pytest.param("weird", {}, OTHER, id="of no known type"),
        pytest.param("misc", {"url": "https://a.b"}, ENTRY_TYPES["online"], id="a web page"),
        pytest.param("webpage", {"url": "https://a.b"}, ENTRY_TYPES["online"], id="BibDesk's"),
        pytest.param("misc", {"url": "javascript:x"}, ENTRY_TYPES["misc"], id="no address"),
        pytest.param("misc", {"archiveprefix": "arXiv"}, PREPRINT, id="in an archive"),
        pytest.param("misc", {"publisher": "medRxiv"}, PREPRINT, id="published by an archive"),
        pytest.param("misc", {"doi": "10.31234/osf.io/abcde"}, PREPRINT, id="by its DOI"),
        pytest.param(
            "phdthesis",
            {"archiveprefix": "arXiv"},
            ENTRY_TYPES["phdthesis"],
            id="a thesis in an archive",
        ),
        pytest.param(
            "article",
            {"eprinttype": "arxiv", "journal": "A Journal"},
            ENTRY_TYPES["article"],
            id="in an archive and in a journal",
        ),
    ],
)
def test_what_an_entry_is(entry, entry_type: str, fields: dict[str, str], row: EntryType) -> None:  # type: ignore[no-untyped-def]
    """Its fields may tell more than its type, and all who ask are told the same."""
    work = entry("key", entry_type, **fields)
    assert type_of(work) == row
    (record,), (item,) = rispy.loads(to_ris([work])), json.loads(to_csl_json([work]))
    told = (record["type_of_reference"], item["type"], describe_work(work)["@type"])
    assert told == (row.ris, row.csl, row.schema_org)


@pytest.mark.parametrize(
    ("doi", "found"),
    [
        ("10.48550/arXiv.1706.03762", True),
        ("https://doi.org/10.31234/osf.io/abc12", True),
        ("10.21203/rs.3.rs-123/v1", True),
        ("10.2139/ssrn.123", True),
        ("10.26434/chemrxiv-2021-abc", True),
        ("10.20944/preprints202001.0001.v1", True),
        ("10.1101/2020.03.22.20040758", True),
        ("10.1101/123456", True),
        ("10.1101/gr.123456", False),
        ("10.1101/087969617.35.1", False),
        ("10.1016/S0140-6736(20)30183-5", False),
    ],
)
def test_a_doi_tells_a_preprint(doi: str, found: bool) -> None:
    """An archive's own DOIs say what a work is, unless a journal has it."""
    fields = {"title": "T", "doi": doi}
    assert (type_of(Entry("a", "misc", fields, "a.bib", 1)) is PREPRINT) is found
    there = Entry("a", "article", {**fields, "journal": "J"}, "a.bib", 1)
    assert type_of(there) is ENTRY_TYPES["article"]
