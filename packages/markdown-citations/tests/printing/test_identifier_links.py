"""Where the links at a reference's end lead."""

from __future__ import annotations

from markdown_citations.formatting.formatter import Formatter
from markdown_citations.library.entries import Entry, Library


def test_number_of_an_archive_leads_there() -> None:
    """The address in the entry may be the publisher's."""
    fields = {
        "title": "T",
        "doi": "10.1126/science.1250057",
        "eprint": "1312.7182",
        "archiveprefix": "arXiv",
        "url": "https://www.sciencemag.org/cgi/doi/10.1126/science.1250057",
    }
    html = Formatter(Library({"a": Entry("a", "article", fields, "a.bib", 1)})).format("a").html
    assert '<a href="https://arxiv.org/abs/1312.7182">arXiv: 1312.7182</a>' in html
    assert "sciencemag" not in html
