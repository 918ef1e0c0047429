"""The table of entry types: every row is whole."""

from __future__ import annotations

import re

import pytest
import rispy
from markdown_citations.library.entry_types import ENTRY_TYPES, OTHER, PREPRINT, EntryType, type_of
from markdown_citations.library.fields import STANDARD_FIELDS
from pybtex.style.formatting.unsrt import Style

each_type = pytest.mark.parametrize(("name", "row"), ENTRY_TYPES.items(), ids=ENTRY_TYPES)


@each_type
def test_required_fields_are_known(name: str, row: EntryType) -> None:
    assert set(re.split(r"[ |]", row.required)) <= STANDARD_FIELDS


@each_type
def test_pybtex_has_a_template(name: str, row: EntryType) -> None:
    """A style that comes with pybtex formats every type."""
    assert hasattr(Style, f"get_{row.pybtex or name}_template")


@each_type
def test_ris_knows_the_type(name: str, row: EntryType) -> None:
    assert row.ris in rispy.TYPE_OF_REFERENCE_MAPPING


@each_type
def test_only_the_unsure_stand_for_anything(name: str, row: EntryType) -> None:
    """No type but `misc` is called by the name for whatever has no name."""
    assert (row.ris == "GEN") is (row.csl == "document") is (name == "misc")


@pytest.mark.parametrize(
    ("entry_type", "fields", "row"),
    [
        pytest.param("article", {}, ENTRY_TYPES["article"], id="as it says"),
        pytest.param("weird", {}, OTHER, id="of no known type"),
        pytest.param("misc", {"url": "https://a.b"}, ENTRY_TYPES["online"], id="a web page"),
        pytest.param("misc", {"url": "javascript:x"}, ENTRY_TYPES["misc"], id="no address"),
        pytest.param("misc", {"archiveprefix": "arXiv"}, PREPRINT, id="in an archive"),
        pytest.param(
            "article",
            {"eprinttype": "arxiv", "journal": "A Journal"},
            ENTRY_TYPES["article"],
            id="in an archive and in a journal",
        ),
    ],
)
def test_what_an_entry_is(entry, entry_type: str, fields: dict[str, str], row: EntryType) -> None:  # type: ignore[no-untyped-def]
    """Its fields may tell more than its type."""
    assert type_of(entry("key", entry_type, **fields)) == row
