"""What the field `eprint` comes to."""

from __future__ import annotations

import pytest
from markdown_citations.library.archives import ARCHIVES, archive_fields, is_preprint
from markdown_citations.library.checks.identifying_numbers import check_eprint


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        pytest.param(
            {"eprint": "2003.05580", "eprinttype": "arxiv"},
            {"url": "https://arxiv.org/abs/2003.05580"},
            id="arXiv as biblatex has it",
        ),
        pytest.param(
            {"eprint": "hep-ph/9609357", "archiveprefix": "arXiv"},
            {"url": "https://arxiv.org/abs/hep-ph/9609357"},
            id="arXiv's old numbers, its own export",
        ),
        pytest.param(
            {"eprint": "arXiv:2003.05580v2"},
            {"url": "https://arxiv.org/abs/2003.05580v2"},
            id="the archive in the number",
        ),
        pytest.param(
            {"eprint": "arXiv:2003.05580v2 [cs.CL]"},
            {"url": "https://arxiv.org/abs/2003.05580v2"},
            id="the class behind the number",
        ),
        pytest.param(
            {"eprint": "https://pubmed.ncbi.nlm.nih.gov/30217331/", "eprinttype": "pubmed"},
            {"pmid": "30217331"},
            id="PubMed's address",
        ),
        pytest.param(
            {"eprint": "30217331", "eprinttype": "pmid"}, {"pmid": "30217331"}, id="PubMed"
        ),
        pytest.param({"eprint": "9207256", "eprinttype": "pmc"}, {"pmcid": "PMC9207256"}, id="PMC"),
        pytest.param(
            {"eprint": "2020.01.01.20016345", "eprinttype": "medRxiv"},
            {"url": "https://www.medrxiv.org/content/10.1101/2020.01.01.20016345"},
            id="medRxiv",
        ),
        pytest.param(
            {"eprint": "PMC8808464", "eprinttype": "pubmed"},
            {"pmcid": "PMC8808464"},
            id="the number tells the archive",
        ),
        pytest.param(
            {"eprint": "https://pmc.ncbi.nlm.nih.gov/articles/PMC8808464/", "eprinttype": "pubmed"},
            {"pmcid": "PMC8808464"},
            id="PMC's address",
        ),
        pytest.param({"eprint": "PMC8808464"}, {"pmcid": "PMC8808464"}, id="PMC alone"),
        pytest.param(
            {"eprint": "10.1136/bmj-2021", "eprinttype": "pubmed"},
            {"doi": "10.1136/bmj-2021"},
            id="a DOI",
        ),
        pytest.param(
            {"eprint": "PMC 8808464", "eprinttype": "pmc"}, {"pmcid": "PMC8808464"}, id="PMC's name"
        ),
        pytest.param(
            {"eprint": "10.48550/arXiv.1706.03762", "eprinttype": "arxiv"},
            {"url": "https://arxiv.org/abs/1706.03762"},
            id="arXiv's DOI",
        ),
        pytest.param(
            {"eprint": "abs/1706.03762", "eprinttype": "arXiv.org"},
            {"url": "https://arxiv.org/abs/1706.03762"},
            id="the end of arXiv's address",
        ),
        pytest.param(
            {"eprint": "0308036v2", "eprinttype": "arxiv", "eprintclass": "cond-mat.soft"},
            {"url": "https://arxiv.org/abs/cond-mat/0308036v2"},
            id="arXiv's old numbers, the archive beside",
        ),
        pytest.param(
            {"eprint": "hep-ph/0803.0883", "eprinttype": "arxiv"},
            {"url": "https://arxiv.org/abs/0803.0883"},
            id="arXiv's new numbers, with an archive",
        ),
        pytest.param(
            {"eprint": "https://arxiv.org/html/2101.00001v2", "eprinttype": "arxiv"},
            {"url": "https://arxiv.org/abs/2101.00001v2"},
            id="arXiv's address of a page",
        ),
        pytest.param(
            {"eprint": "https://a.org/2101.00001?a=b", "eprinttype": "arxiv"},
            {"url": "https://a.org/2101.00001?a=b"},
            id="another site's address",
        ),
        pytest.param(
            {"eprint": "2101.00001V2", "eprinttype": "arxiv"},
            {"url": "https://arxiv.org/abs/2101.00001v2"},
            id="arXiv, a large V",
        ),
        pytest.param(
            {"eprint": "2101.00001v2.pdf", "eprinttype": "arxiv"},
            {"url": "https://arxiv.org/abs/2101.00001v2"},
            id="arXiv, the name of its file",
        ),
        pytest.param(
            {"eprint": "30917760?dopt=Abstract", "eprinttype": "pubmed"},
            {"pmid": "30917760"},
            id="PubMed, the end of its address",
        ),
        *(
            pytest.param({"eprint": number, "eprinttype": kind}, {"pmcid": "PMC9207256"}, id=number)
            for number, kind in (
                ("PMC 9207256", "pubmed"),
                ("PMCID: 9207256", "pubmed"),
                ("PMCID: PMC9207256", "pmid"),
                ("pmc9207256", "pmc"),
                ("https://europepmc.org/articles/PMC9207256", "pmc"),
                ("https://europepmc.org/article/PMC/PMC9207256", "pmc"),
                ("https://www.ncbi.nlm.nih.gov/labs/pmc/articles/PMC9207256/", "pmc"),
                ("https://pmc.ncbi.nlm.nih.gov/articles/9207256/?report=reader", "pmc"),
            )
        ),
        *(
            pytest.param(
                {"eprint": number, "eprinttype": "pubmed"}, {"pmid": "30917760"}, id=number
            )
            for number in (
                "30917760.",
                "PMID 30917760",
                "https://pubmed.ncbi.nlm.nih.gov/30917760/?term=x",
                "https://europepmc.org/article/MED/30917760",
            )
        ),
        *(
            pytest.param(
                {"eprint": number, "eprinttype": "arxiv"},
                {"url": "https://arxiv.org/abs/1706.03762"},
                id=number,
            )
            for number in (
                "arXiv 1706.03762",
                "arXiv.1706.03762",
                "1706.03762.",
                "https://arxiv.org/abs/1706.03762?context=cs",
            )
        ),
        pytest.param(
            {"eprint": "10.48550/arXiv.1706.03762", "eprinttype": "doi"},
            {"doi": "10.48550/arXiv.1706.03762"},
            id="arXiv's DOI as one",
        ),
        pytest.param(
            {"eprint": "10.1101/2020.01.01.20016345", "eprinttype": "pmc"},
            {"doi": "10.1101/2020.01.01.20016345"},
            id="a DOI, in PMC's place",
        ),
        pytest.param(
            {"eprint": "https://arxiv.org/abs/1706.03762?context=cs"},
            {"url": "https://arxiv.org/abs/1706.03762"},
            id="arXiv's address alone",
        ),
        pytest.param(
            {"eprint": "arXiv:hep-ph/9609357"},
            {"url": "https://arxiv.org/abs/hep-ph/9609357"},
            id="arXiv's old numbers alone",
        ),
        pytest.param(
            {"eprint": "https://a.org/PMC9207256"},
            {"url": "https://a.org/PMC9207256"},
            id="another site's address",
        ),
        pytest.param({"eprint": "30217331/6", "eprinttype": "pubmed"}, {}, id="two numbers"),
        pytest.param({"eprint": "NIHMS150003", "eprinttype": "arxiv"}, {}, id="not arXiv's"),
        pytest.param({"eprint": "1519297777", "eprinttype": "pubmed"}, {}, id="not PubMed's"),
        pytest.param({"eprint": "x", "eprinttype": "nowhere"}, {}, id="unknown archive"),
        pytest.param({"eprint": "12345"}, {}, id="no archive"),
        pytest.param({"eprinttype": "arxiv"}, {}, id="no number"),
    ],
)
def test_eprint(fields: dict[str, str], found: dict[str, str]) -> None:
    assert archive_fields(fields) == found


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
