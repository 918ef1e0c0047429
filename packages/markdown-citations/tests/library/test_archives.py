"""What the field `eprint` comes to."""

from __future__ import annotations

import pytest
from markdown_citations.library.archives import ARCHIVES, archive_fields, is_preprint
from markdown_citations.library.checks.identifying_numbers import check_eprint


@pytest.mark.parametrize(
    ("archive", "found", "numbers"),
    [
        pytest.param(
            "arXiv",
            {"url": "https://arxiv.org/abs/1706.03762"},
            [
                *("1706.03762", "arXiv 1706.03762", "arXiv.1706.03762", "1706.03762."),
                *("arXiv: 1706.03762", "arXiv preprint arXiv:1706.03762", "hep-ph/1706.03762"),
                *("abs/1706.03762", "https://arxiv.org/abs/1706.03762?context=cs"),
                *("10.48550/arXiv.1706.03762", "doi:10.48550/arXiv.1706.03762"),
                "https://dx.doi.org/10.48550/arXiv.1706.03762",
            ],
            id="arXiv",
        ),
        pytest.param(
            "arXiv.org",
            {"url": "https://arxiv.org/abs/2003.05580v2"},
            [
                *("2003.05580v2", "2003.05580V2", "2003.05580v2.pdf", "2003.05580v2 [cs.CL]"),
                "https://arxiv.org/html/2003.05580v2",
            ],
            id="a version",
        ),
        pytest.param(
            "",
            {"url": "https://arxiv.org/abs/2003.05580v2"},
            [
                *("arXiv:2003.05580v2", "arXiv:2003.05580v2 [cs.CL]", "2003.05580v2."),
                *("arXiv:2003.05580v2.", "https://arxiv.org/abs/2003.05580v2?context=cs"),
            ],
            id="arXiv in the number",
        ),
        pytest.param(
            "arXiv",
            {"url": "https://arxiv.org/abs/hep-ph/9609357"},
            ["hep-ph/9609357", "9609357 [hep-ph]", "9609357 [hep-ph.x]"],
            id="arXiv's old numbers",
        ),
        pytest.param(
            "",
            {"url": "https://arxiv.org/abs/hep-ph/9609357"},
            ["arXiv:hep-ph/9609357"],
            id="arXiv's old numbers alone",
        ),
        pytest.param(
            "arXiv",
            {"url": "https://a.org/2101.00001?a=b"},
            ["https://a.org/2101.00001?a=b"],
            id="another site's address",
        ),
        pytest.param(
            "",
            {"url": "https://a.org/PMC9207256"},
            ["https://a.org/PMC9207256"],
            id="another site's address, no archive",
        ),
        pytest.param(
            "pubmed",
            {"pmid": "30917760"},
            [
                *("30917760", "30917760.", "PMID 30917760", "PMID30917760"),
                *("30917760?dopt=Abstract", "https://pubmed.ncbi.nlm.nih.gov/30917760/?term=/7"),
                "https://europepmc.org/article/MED/30917760",
            ],
            id="PubMed",
        ),
        pytest.param("pmc", {"pmid": "30917760"}, ["PMID: 30917760"], id="PubMed, not Central"),
        pytest.param("", {"pmid": "30917760"}, ["PMID: 30917760"], id="PubMed in the number"),
        pytest.param(
            "pubmed",
            {"pmcid": "PMC9207256"},
            [
                *("PMC9207256", "PMC 9207256", "PMCID: 9207256", "PMCID: PMC9207256"),
                "https://pmc.ncbi.nlm.nih.gov/articles/PMC9207256/",
            ],
            id="Central's number wins over PubMed's name",
        ),
        pytest.param(
            "pmc",
            {"pmcid": "PMC9207256"},
            [
                *("9207256", "pmc9207256", "https://europepmc.org/articles/PMC9207256"),
                "https://europepmc.org/article/PMC/PMC9207256",
                "https://www.ncbi.nlm.nih.gov/labs/pmc/articles/PMC9207256/",
                "https://pmc.ncbi.nlm.nih.gov/articles/9207256/?report=reader",
                "https://pmc.ncbi.nlm.nih.gov/articles/PMC9207256/pdf/main.pdf",
            ],
            id="PubMed Central",
        ),
        pytest.param(
            "",
            {"pmcid": "PMC9207256"},
            ["PMC9207256", "https://pmc.ncbi.nlm.nih.gov/articles/PMC9207256/?report=reader"],
            id="PubMed Central in the number",
        ),
        pytest.param("pubmed", {"doi": "10.1136/bmj-2021"}, ["10.1136/bmj-2021"], id="a DOI"),
        pytest.param(
            "pmc",
            {"doi": "10.1101/2020.01.01.20016345"},
            ["10.1101/2020.01.01.20016345", "https://doi.org/10.1101/2020.01.01.20016345"],
            id="a DOI, in Central's place",
        ),
        pytest.param(
            "doi",
            {"doi": "10.48550/arXiv.1706.03762"},
            ["10.48550/arXiv.1706.03762"],
            id="arXiv's DOI as one",
        ),
        pytest.param(
            "medRxiv",
            {"url": "https://www.medrxiv.org/content/10.1101/2020.01.01.20016345"},
            ["2020.01.01.20016345"],
            id="medRxiv",
        ),
        pytest.param(
            "medRxiv",
            {"doi": "10.1101/2020.01.01.20016345"},
            ["10.1101/2020.01.01.20016345"],
            id="a DOI at medRxiv",
        ),
        pytest.param(
            "medRxiv",
            {"url": "https://www.medrxiv.org/content/10.1101/2020.01.01.20016345v2"},
            ["2020.01.01.20016345v2", "10.1101/2020.01.01.20016345v2"],
            id="a version at medRxiv has no DOI",
        ),
        pytest.param(
            "PsyArXiv", {"url": "https://osf.io/zx9kq"}, ["zx9kq", "osf.io/zx9kq"], id="OSF"
        ),
        pytest.param(
            "ssrn", {"doi": "10.2139/ssrn.3141592"}, ["10.2139/ssrn.3141592"], id="a DOI at SSRN"
        ),
        pytest.param(
            "hdl",
            {"url": "https://hdl.handle.net/10481/4321"},
            ["10481/4321", "hdl.handle.net/10481/4321", "hdl:10481/4321"],
            id="a handle",
        ),
        pytest.param(
            "hdl",
            {"url": "https://hdl.handle.net/loc.music/tda.1805"},
            ["loc.music/tda.1805"],
            id="a handle that begins with letters",
        ),
        pytest.param(
            "hdl",
            {"url": "https://iris.who.int/handle/10665/44"},
            ["iris.who.int/handle/10665/44"],
            id="a library's own address",
        ),
        pytest.param(
            "arxiv",
            {"url": "https://arxiv.org/abs/math.ag/0309136"},
            ["math.ag/0309136"],
            id="a class is no host",
        ),
        pytest.param("pubmed", {}, ["30217331/6", "1519297777", "?term=30217331"], id="no PubMed"),
        pytest.param("arXiv", {}, ["NIHMS150003", "arXiv:x", "9609357", ""], id="not arXiv's"),
        pytest.param("nowhere", {}, ["x", "1706.03762"], id="unknown archive"),
        pytest.param("", {}, ["12345", "9609357", "hep-ph/9609357"], id="no archive"),
    ],
)
def test_eprint(archive: str, found: dict[str, str], numbers: list[str]) -> None:
    """Whatever people copy beside an archive's number, they mean the number."""
    assert {
        number: archive_fields({"eprint": number, "eprinttype": archive}) for number in numbers
    } == dict.fromkeys(numbers, found)


def test_eprint_in_other_fields() -> None:
    """arXiv's own export names the archive elsewhere, and the class of an old number."""
    fields = {"eprint": "0308036v2", "archiveprefix": "arXiv", "primaryclass": "cond-mat.soft"}
    assert archive_fields(fields) == {"url": "https://arxiv.org/abs/cond-mat/0308036v2"}
    fields = {"eprint": "0308036v2", "eprinttype": "arxiv", "eprintclass": "cond-mat"}
    assert archive_fields(fields) == {"url": "https://arxiv.org/abs/cond-mat/0308036v2"}
    assert archive_fields({"eprinttype": "arxiv"}) == {}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"eprint": "3511030a", "eprinttype": "pubmed"}, 'no number of PubMed: "3511030a"'),
        ({"eprint": "NIHMS150003", "archiveprefix": "arXiv"}, 'no number of arXiv: "NIHMS150003"'),
        ({"eprint": "1706.03762v2 [cs.CL]", "eprinttype": "arxiv"}, ""),
        ({"eprint": "math.AG/0211159v1", "eprinttype": "arxiv"}, ""),
        ({"eprint": "PMC8808464", "eprinttype": "pubmed"}, ""),
        ({"eprint": "hal-03456789", "eprinttype": "HAL"}, ""),
        ({"eprint": "https://a.org/b.pdf", "eprinttype": "arxiv"}, ""),
        ({"eprint": "12345"}, ""),
    ],
)
def test_a_number_of_another_archive_is_told(fields: dict[str, str], told: str) -> None:
    assert [message.removeprefix("this is ") for _, message, _ in check_eprint(fields)] == (
        [told] if told else []
    )


def test_each_archive_leads_somewhere() -> None:
    for archive in ARCHIVES.values():
        assert bool(archive.field) is not archive.address.startswith("https://")


def test_what_is_reviewed_is_no_preprint() -> None:
    """PubMed and JSTOR keep what journals have published."""
    assert is_preprint({"eprinttype": "arXiv"})
    assert not is_preprint({"eprinttype": "pubmed"})
    assert not is_preprint({"eprinttype": "jstor"})
