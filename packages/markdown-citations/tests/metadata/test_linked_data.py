"""Works in schema.org's words."""

from __future__ import annotations

import pytest
from markdown_citations.metadata.linked_data import describe_work


@pytest.mark.parametrize(
    ("entry_type", "fields", "expected"),
    [
        ("legislation", {"year": "1999", "date": "1999-07-13"},
         {"@type": "Legislation", "datePublished": "1999-07-13"}),
        ("article", {"year": "1999", "month": "jul"},
         {"@type": "ScholarlyArticle", "datePublished": "1999-07"}),
        ("misc", {"url": "https://a.example/"}, {"@type": "WebPage", "url": "https://a.example/"}),
        ("booklet", {}, {"@type": "Book"}),
        ("mvcollection", {}, {"@type": "Book"}),
        ("mvproceedings", {}, {"@type": "Book"}),
        ("mvreference", {}, {"@type": "Book"}),
        ("reference", {}, {"@type": "Book"}),
        ("patent", {}, {"@type": "CreativeWork"}),
        ("periodical", {}, {"@type": "Periodical"}),
        ("software", {}, {"@type": "SoftwareApplication"}),
        ("misc", {}, {"@type": "CreativeWork"}),
        ("misc", {"eprinttype": "medRxiv", "doi": "10.1101/1", "url": "https://x.example/"},
         {"@type": "ScholarlyArticle", "identifier": "https://doi.org/10.1101/1"}),
        ("techreport", {"url": "https://nice.org.uk/"},
         {"@type": "Report", "url": "https://nice.org.uk/"}),
        ("incollection", {}, {"@type": "Chapter"}),
        ("weird", {}, {"@type": "CreativeWork"}),
        ("article", {"doi": "https://doi.org/10.1000/A<b>"},
         {"@type": "ScholarlyArticle", "identifier": "https://doi.org/10.1000/A%3Cb%3E"}),
        ("article", {"pmid": "123"},
         {"@type": "ScholarlyArticle", "identifier": "https://pubmed.ncbi.nlm.nih.gov/123/"}),
        ("article", {"doi": "x", "pmid": "y", "url": "javascript:alert(1)", "year": "soon"},
         {"@type": "ScholarlyArticle"}),
        ("article", {"url": "https://[bad"}, {"@type": "ScholarlyArticle"}),
    ],
    ids=["law", "month", "web page", "booklet", "volumes", "proceedings", "volumes of reference",
         "reference", "patent", "periodical", "software", "unsure", "preprint", "report",
         "chapter", "unknown type",
         "DOI with signs", "PubMed only", "all malformed", "broken address"],
)  # fmt: skip
def test_works(make_entry, entry_type, fields, expected) -> None:
    """The closest type that is sure; an identifier only where it is one."""
    assert describe_work(make_entry(entry_type, title="T", **fields)) == {"name": "T", **expected}
