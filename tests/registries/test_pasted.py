"""What people paste, and what it names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.registries.pasted import Identifier, find_identifiers

DOI = "10.1080/02791072.2019.1587556"
FORMS = {
    "bare DOI": (DOI, [f"DOI {DOI}"]),
    "doi:": (f"doi:{DOI}", [f"DOI {DOI}"]),
    "DOI: with a blank": (f"DOI: {DOI}.", [f"DOI {DOI}"]),
    "address": (f"https://doi.org/{DOI}", [f"DOI {DOI}"]),
    "old address": (f"http://dx.doi.org/{DOI}", [f"DOI {DOI}"]),
    "address with signs escaped": (
        "https://doi.org/10.1016%2Fj.jad.2024.05.131",
        ["DOI 10.1016/j.jad.2024.05.131"],
    ),
    "in angle brackets": (f"<https://doi.org/{DOI}>", [f"DOI {DOI}"]),
    "publisher's page": (
        "https://www.frontiersin.org/articles/10.3389/fpsyt.2023.1141988/full",
        ["DOI 10.3389/fpsyt.2023.1141988"],
    ),
    "publisher's page with a query": (
        f"https://www.tandfonline.com/doi/abs/{DOI}?journalCode=ujpd20#abstract",
        [f"DOI {DOI}"],
    ),
    "publisher's PDF": (
        "https://onlinelibrary.wiley.com/doi/pdf/10.1002/da.22277.pdf",
        ["DOI 10.1002/da.22277"],
    ),
    "brackets inside a DOI": (
        "(10.1016/S0006-3223(99)00230-9)",
        ["DOI 10.1016/S0006-3223(99)00230-9"],
    ),
    "entities in a DOI": (
        "10.1002/1521-4095(200010)12:20&lt;1539::AID-ADMA1539&gt;3.0.CO;2-S",
        ["DOI 10.1002/1521-4095(200010)12:20<1539::AID-ADMA1539>3.0.CO;2-S"],
    ),
    "digits alone": ("30917760", ["PMID 30917760"]),
    "PMID:": ("PMID: 30917760", ["PMID 30917760"]),
    "PMID without anything": ("pmid30917760", ["PMID 30917760"]),
    "PubMed's address": ("https://pubmed.ncbi.nlm.nih.gov/30917760/?from=x", ["PMID 30917760"]),
    "PubMed's old address": ("https://www.ncbi.nlm.nih.gov/pubmed/30917760", ["PMID 30917760"]),
    "PMCID": ("PMC9207256", ["PMC9207256"]),
    "PMC's address": ("https://pmc.ncbi.nlm.nih.gov/articles/PMC9207256/", ["PMC9207256"]),
    "citation of PubMed": (
        "Doe HJ, Roe A. Walking after dinner. J Imag Med. 2026 May;12(3):165-183. "
        "doi: 10.5555/plain.1. Epub 2026 Apr 1. PMID: 90000001; PMCID: PMC9000001.",
        ["DOI 10.5555/plain.1", "PMID 90000001", "PMC9000001"],
    ),
    "citation of AMA": (
        "Doe HJ, Roe A. Walking after dinner. J Imag Med. 2026;12(3):165-183. doi:10.5555/plain.1",
        ["DOI 10.5555/plain.1"],
    ),
    "citation of APA": (
        "Doe, H. J., & Roe, A. (2026). Walking after dinner. Journal of Imaginary Medicine, 12(3), "
        "165–183. https://doi.org/10.5555/plain.1",
        ["DOI 10.5555/plain.1"],
    ),
    "address with a slash at its end": (f"https://doi.org/{DOI}/", [f"DOI {DOI}"]),
    "a preprint server's page": (
        "https://www.medrxiv.org/content/10.1101/2023.01.11.23284248v2.full.pdf",
        ["DOI 10.1101/2023.01.11.23284248"],
    ),
    "Europe PMC's address": ("https://europepmc.org/article/MED/30917760", ["PMID 30917760"]),
    "PubMed's search": ("https://pubmed.ncbi.nlm.nih.gov/?term=30917760", ["PMID 30917760"]),
    "two DOIs": ("10.5555/a.1; 10.5555/b.2", ["DOI 10.5555/a.1", "DOI 10.5555/b.2"]),
    "years and pages are no numbers of PubMed": ("J Imag Med. 2026;12(3):165-183.", []),
    "nothing": ("the study by Doe and Roe", []),
    "a version is no DOI": ("see 10.5 of the manual, or 210.5555/x", []),
}


@pytest.mark.parametrize(("text", "names"), FORMS.values(), ids=FORMS.keys())
def test_forms(text: str, names: list[str]) -> None:
    """Addresses, prefixes and whole citations name the same work."""
    assert [str(one) for one in find_identifiers(text)] == names


@given(
    st.from_regex(r"\A10\.\d{4,6}/[a-z0-9]([a-z0-9._-]{0,12}[a-z0-9])?\Z"),
    st.sampled_from(["", "doi:", "DOI: ", "https://doi.org/", "See https://dx.doi.org/"]),
    st.sampled_from(["", ".", ",", ")", ";", ". PMID: 12345678"]),
)
def test_a_doi_is_found_in_any_form(doi: str, before: str, after: str) -> None:
    """Whatever stands around it."""
    assert find_identifiers(f"{before}{doi}{after}")[0] == Identifier("doi", doi)


@given(st.text())
def test_any_text(text: str) -> None:
    """Nothing that is pasted raises."""
    assert all(one.value for one in find_identifiers(text))
