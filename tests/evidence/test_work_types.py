"""What programs are told of a source, where its kind of study tells more than its type."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from kapguide.evidence.work_types import work_type
from markdown_citations.library.entries import Entry
from markdown_citations.metadata.coins import describe_context


@pytest.mark.parametrize(
    ("entry_type", "fields", "schema_org", "genre"),
    [
        pytest.param(
            "article", {"studytype": "law"}, "Legislation", "article", id="a law in a journal"
        ),
        pytest.param(
            "misc",
            {"studytype": "label", "url": "https://nlm.nih.gov/l"},
            "CreativeWork",
            "document",
            id="a product label is no web page",
        ),
        pytest.param(
            "misc", {"studytype": "regulator"}, "WebPage", "webpage", id="a regulator's notice"
        ),
        pytest.param(
            "misc", {"publishedas": "smith2027"}, "ScholarlyArticle", "preprint", id="a preprint"
        ),
        pytest.param(
            "article", {"studytype": "survey"}, "ScholarlyArticle", "article", id="a study"
        ),
    ],
)
def test_kinds_of_work(
    entry_type: str, fields: dict[str, str], schema_org: str, genre: str
) -> None:
    entry = Entry("a", entry_type, MappingProxyType({"title": "T", **fields}), "a.bib", 1)
    found = work_type(entry)
    pairs = dict(describe_context(entry, found))
    assert found.schema_org == schema_org
    assert pairs.get("rft.genre") or pairs["rft.type"] == genre
