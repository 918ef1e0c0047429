"""Links to the clinic's own website, in whose folder the guide may lie."""

from __future__ import annotations

import pytest
from kapguide.pages.page import parse_page
from kapguide.project.addresses import Part, Wrong, judge_address, judge_part
from kapguide.project.project import Project, Site

PROJECT = Project(notices={}, base="/guide/", host="a-clinic.com")
SITE = Site((parse_page("<main></main>", "site/index.html", "index.html"),), {"index.html": 1})


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("https://a-clinic.com/book", False),
        ("https://a-clinic.com/", False),
        ("https://a-clinic.com/guide/", False),
        ("https://a-clinic.com/guide/gone/", True),
        ("/guide/gone/", True),
        ("/book", True),
    ],
)
def test_address_beside_the_guide(address: str, wrong: bool) -> None:
    """A whole address is meant as it stands; one that starts with a slash may be a slip."""
    assert isinstance(judge_address(address, "index.html", SITE, PROJECT), Wrong) is wrong


def test_footnote_that_none_names() -> None:
    """Its link back leads nowhere: what to write is said, and no other anchor offered."""
    wrong = judge_part(Part("index.html", "fnref:1"), {"index.html": "fn:1"})
    assert wrong is not None
    assert wrong.hint.startswith("Write [^1] where the footnote belongs")
