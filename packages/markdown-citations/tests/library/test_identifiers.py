"""Identifiers and where they lead."""

from __future__ import annotations

import pytest
from markdown_citations.library.identifiers import (
    doi_address,
    parse_doi,
    parse_pmcid,
    parse_pmid,
    parse_web_address,
)


@pytest.mark.parametrize(
    ("value", "doi"),
    [
        ("10.1234/a.b", "10.1234/a.b"),
        ("https://doi.org/10.1234/a.b", "10.1234/a.b"),
        ("http://dx.doi.org/10.1234/A", "10.1234/A"),
        ("doi: 10.1234/a", "10.1234/a"),
        (r"10.1007/978-3\_4", "10.1007/978-3_4"),
        ("doi.org/10.1234/a", "10.1234/a"),
        ("doi:https://doi.org/10.1234/a", "10.1234/a"),
        ("https://doi-org.ezproxy.example.edu/10.1234/a", "10.1234/a"),
        ("http://dx.doi.org.proxy.example.edu/10.1234/a", "10.1234/a"),
        ("https://ezproxy.example.edu/login?url=https://doi.org/10.1234/a", "10.1234/a"),
        ("10.1234/a.b.", "10.1234/a.b"),
        (r"10.1234/a$\langle$1$\rangle$b", "10.1234/a<1>b"),
        (r"10.1234/a\$\langle\$1\$\rangle\$b", "10.1234/a<1>b"),
        (r"10.1234/a\{\_\}b", "10.1234/a_b"),
        ("10.1234/a-5$_2$", "10.1234/a-5_2"),
        (r"10.1234/a$_{12}$b{\_}c", "10.1234/a_12b_c"),
        ("10.1234/a?journalCode=b", "10.1234/a"),
        ("10.1234", ""),
        ("https://example.org/10.1234/a", "10.1234/a"),
        ("https://www.example.org/doi/full/10.1234/a?src=x", "10.1234/a"),
        ("https://example.org/article/10.1234/a/abstract", "10.1234/a"),
        ("https://example.org/doi/pdf/10.1234/a.b.pdf", "10.1234/a.b"),
        ("https://example.org/article/a", ""),
        ("https://example.org/article/doi/10.1234/a/b1/5067340", ""),
        ("https://example.org/content/10.1234/2020.01.123456v1.full", "10.1234/2020.01.123456"),
        ("https://example.org/content/10.1234/2020.01.123456v2.full.pdf", "10.1234/2020.01.123456"),
        ("https://example.org/doi/10.1234/a/abstract;jsessionid=1", "10.1234/a"),
        ("https://example.org/10.1234/full", ""),
        ("10.1234/a b", ""),
    ],
)
def test_doi(value, doi):
    assert parse_doi(value) == doi


def test_addresses_are_encoded():
    """A sign that would end an attribute or an address is written as a number."""
    assert doi_address('10.1234/a<b>"(c)') == "https://doi.org/10.1234/a%3Cb%3E%22(c)"
    assert doi_address("") == ""


@pytest.mark.parametrize(
    ("parse", "value", "parsed"),
    [
        (parse_pmid, "30917760", "30917760"),
        (parse_pmid, "PMID 3", ""),
        (parse_pmid, "４", ""),
        (parse_pmcid, "PMC45", "PMC45"),
        (parse_pmcid, "45", "PMC45"),
        (parse_pmcid, "pmc45", "PMC45"),
        (parse_pmcid, "PMC45.2", "PMC45"),
        (parse_pmcid, "x", ""),
        (parse_web_address, r"https://a.b/c\_d", "https://a.b/c_d"),
        (parse_web_address, r"https://a.b/\string~c", "https://a.b/~c"),
        (parse_web_address, r"https://a.b/$\tilde{\;}$c/\verb|~|d", "https://a.b/~c/~d"),
        (parse_web_address, r"https://a.b/\texttt{c\_d}", "https://a.b/c_d"),
        (parse_web_address, r"https://a.b/\~roe/\~{}doe/\^{}c", "https://a.b/~roe/~doe/^c"),
        (parse_web_address, "javascript:alert(1)", ""),
        (parse_web_address, "https://[bad", ""),
    ],
)
def test_others(parse, value, parsed):
    assert parse(value) == parsed
