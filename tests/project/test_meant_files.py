"""What a link that leads nowhere was meant for, written so that it works there."""

from __future__ import annotations

import pytest
from kapguide.pages.source_lines import make_source
from kapguide.project.moved.meant_files import find_meant, find_source_target
from kapguide.project.project import Place, Project, Site

NAMES = ("index.md", "risks.md", "deep/costs.md", "deep/about.md", "evidence.md")
SOURCES = {name: make_source(f"docs/{name}", "# X\n") for name in NAMES}
FILES = dict.fromkeys(
    ["index.html", "risks/index.html", "deep/costs/index.html", "deep/about/index.html"], 1
) | dict.fromkeys(["evidence/index.html", "made/index.html", "assets/room.svg", "404.html"], 1)
FILES |= dict.fromkeys(["files/plan.pdf", "deep/Plan.pdf"], 1)
PROJECT = Project(notices={}, sources=SOURCES)
SITE = Site((), FILES)
HOME, COSTS = Place("", "index.html"), Place("", "deep/costs/index.html")
RISKS = Place("", "risks/index.html")
NOWHERE = Place("", "404.html")


@pytest.mark.parametrize(
    ("address", "target", "page", "meant"),
    [
        pytest.param("riks.md", "riks.md", HOME, "risks.md", id="swapped letters"),
        pytest.param("risks.html", "risks.html", HOME, "risks.md", id="the ending of a page"),
        pytest.param("risk/", "risk", HOME, "risks.md", id="an address"),
        pytest.param("costs.md", "costs.md", HOME, "deep/costs.md", id="moved into a folder"),
        pytest.param("risks.md", "deep/costs/risks.md", COSTS, "../risks.md", id="another folder"),
        pytest.param("../riks.md", "deep/riks.md", COSTS, "../risks.md", id="from a folder"),
        pytest.param("abuot.md", "deep/costs/abuot.md", COSTS, "about.md", id="in its folder"),
        pytest.param("made.md", "made.md", HOME, "", id="what was typed has not worked"),
        pytest.param("assets/rome.svg", "assets/rome.svg", HOME, "assets/room.svg", id="image"),
        pytest.param(
            "assets/room.svg", "deep/costs/assets/room.svg", COSTS, "../assets/room.svg", id="file"
        ),
        pytest.param(
            "assets/rome.svg",
            "risks/assets/rome.svg",
            RISKS,
            "assets/room.svg",
            id="typed on a page",
        ),
        pytest.param(
            "../assets/Room.SVG", "deep/assets/Room.SVG", COSTS, "../assets/room.svg", id="capitals"
        ),
        pytest.param(
            "../assets/Room.SVG", "assets/Room.SVG", RISKS, "assets/room.svg", id="as browsers see"
        ),
        pytest.param("/assets/Room.SVG", "assets/Room.SVG", HOME, "assets/room.svg", id="absolute"),
        pytest.param("/files/Plan.pdf", "files/Plan.pdf", HOME, "files/plan.pdf", id="not moved"),
        pytest.param(
            "assets/rome.svg?x=1",
            "risks/assets/rome.svg",
            RISKS,
            "assets/room.svg",
            id="a query",
        ),
        pytest.param("riks/", "riks", NOWHERE, "risks/", id="a page that has no Markdown"),
        pytest.param("evidence-pain.md", "evidence-pain.md", HOME, "", id="another page"),
        pytest.param("session.md", "session.md", HOME, "", id="nothing like it"),
    ],
)
def test_meant(address: str, target: str, page: Place, meant: str) -> None:
    """A page one slip away or moved; never one that is merely like it, nor the same again."""
    assert find_meant(address, target, page, SITE, PROJECT) == meant


@pytest.mark.parametrize(
    ("address", "page", "target"),
    [
        ("risks.md", HOME, "risks.md"),
        ("../risks.md#a", COSTS, "risks.md"),
        ("about.md", COSTS, "deep/about.md"),
        ("../../risks.md", COSTS, ""),
        ("risks/", HOME, ""),
        ("/risks.md", HOME, ""),
        ("risks.md", NOWHERE, ""),
    ],
)
def test_file_that_is_asked_for(address: str, page: Place, target: str) -> None:
    """Markdown names files as its own folder sees them."""
    assert find_source_target(address, page, PROJECT) == target
