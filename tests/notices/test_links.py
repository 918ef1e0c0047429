"""A link in a notice leads to the same page from wherever the notice stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from kapguide.notices.links import CarriedNotices
from kapguide.notices.notice import Notice

URLS = {"about.md": "about/", "index.md": "./", "help/now.md": "help/now/", "plan.pdf": "plan.pdf"}


def _carried(address: str) -> CarriedNotices:
    notice = Notice("crisis", "docs/_includes/crisis.md", f"Read [this]({address}).")
    return CarriedNotices(CarriedNotices.of([notice]).html, URLS.get)


@pytest.mark.parametrize(
    ("address", "page", "leads"),
    [
        ("about.md", "", "about/"),
        ("about.md", "about/", "./"),
        ("about.md", "risks/", "../about/"),
        ("../about.md", "risks/", "../about/"),
        ("about.md#who", "a/b/", "../../about/#who"),
        ("help/now.md", "old/hand.html", "../help/now/"),
        ("index.md", "risks/", "../"),
        ("plan.pdf", "risks/", "../plan.pdf"),
        ("gone.md", "risks/", "gone.md"),
        ("tel:988", "risks/", "tel:988"),
        ("https://988lifeline.org/", "risks/", "https://988lifeline.org/"),
        ("#here", "risks/", "#here"),
        ("/about/", "risks/", "/about/"),
    ],
)
def test_link_from_a_page(address: str, page: str, leads: str) -> None:
    """Relative to the page; what is no file of docs stays as it is."""
    assert f'href="{leads}"' in _carried(address).show_at(page)


@pytest.mark.parametrize(
    ("site", "leads"),
    [
        ("", "/about/"),
        ("https://guide.example", "/about/"),
        ("https://guide.example/", "/about/"),
        ("https://clinic.example/guide/", "/guide/about/"),
    ],
)
def test_link_from_any_address(site: str, leads: str) -> None:
    """The page that stands for all missing ones is shown at every depth."""
    assert f'href="{leads}"' in _carried("about.md").show_below(site)


def test_links_of_a_built_site(build_site, notices: Path) -> None:
    """In the text of a page, below it, on the 404 page and in hand-written HTML."""
    for name in ("crisis", "under-18s"):
        with (notices / f"{name}.md").open("a", encoding="utf-8") as file:
            file.write("\nA second paragraph.\n\n- Read [who we are](about.md#who).\n")
    built = build_site(
        {
            "docs/index.md": "# Home\n",
            "docs/about.md": "# About\n\n## Who\n",
            "docs/deep/er.md": "# Deep\n\n::: notice under-18s\n",
            "docs/deep/hand.html": "<!doctype html><title>x</title><p>x",
        },
        hooks=["finish_site"],
        site_url="https://kap-guide.example/guide/",
    )
    assert built.lines == []
    for name, leads in {
        "index.html": {"about/#who"},
        "deep/er/index.html": {"../../about/#who"},
        "deep/hand.html": {"../about/#who"},
        "404.html": {"/guide/about/#who"},
    }.items():
        links = built.page(name).css("[data-notice] li a")
        assert {link.attributes["href"] for link in links} == leads, name
    assert len(built.page("deep/er/index.html").css("[data-notice] li a")) == 2
