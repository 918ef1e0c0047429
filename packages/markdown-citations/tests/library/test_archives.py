"""What the field `eprint` comes to."""

from __future__ import annotations

import pytest
from markdown_citations.library.archives import ARCHIVES, archive_fields, is_preprint


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
        pytest.param({"eprint": "x", "eprinttype": "nowhere"}, {}, id="unknown archive"),
        pytest.param({"eprint": "12345"}, {}, id="no archive"),
        pytest.param({"eprinttype": "arxiv"}, {}, id="no number"),
    ],
)
def test_eprint(fields: dict[str, str], found: dict[str, str]) -> None:
    assert archive_fields(fields) == found


def test_each_archive_leads_somewhere() -> None:
    for archive in ARCHIVES.values():
        assert bool(archive.field) is not archive.address.startswith("https://")


def test_what_is_reviewed_is_no_preprint() -> None:
    """PubMed and JSTOR keep what journals have published."""
    assert is_preprint({"eprinttype": "arXiv"})
    assert not is_preprint({"eprinttype": "pubmed"})
    assert not is_preprint({"eprinttype": "jstor"})
