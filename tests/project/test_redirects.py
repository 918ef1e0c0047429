"""Stubs at the addresses that pages had before, and who links a page that is no more."""

from __future__ import annotations

import pytest
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source
from kapguide.project.moved.redirects import check_redirects, render_stub
from kapguide.words import load_words

PAGE = "---\ntitle: The day itself\nredirects: {}\n---\n\n# The day itself\n"


@pytest.mark.parametrize("canonical", ["", "https://kap-guide.example/guide/day/"])
def test_stub_is_one(canonical: str) -> None:
    """The checks know it as a page that nobody reads; without a browser's help a link leads on."""
    page = parse_page(render_stub("../day/", 'The "day" & night', load_words(), canonical), "x")
    assert page.redirect
    assert page.title == 'The "day" & night'
    (link,) = page.tree.css("a")
    assert (link.attributes["href"], link.text()) == ("../day/", 'The "day" & night')


@pytest.mark.parametrize(
    ("redirects", "said"),
    [
        ("[old.md]", None),
        ("[deep/old.md, older.md]", None),
        ("[/old/]", '"/old/" is no file of docs'),
        ("[../old.md]", '"../old.md" is no file of docs'),
        ("[old]", '"old" is no file of docs'),
        ('["https://a.example/old.md"]', '"https://a.example/old.md" is no file of docs'),
        ("[risks.md]", '"risks.md" is a page of the site'),
        ("[day.md]", '"day.md" is this page itself'),
        ("[old.md, old.md]", None),
    ],
)
def test_redirects_of_a_page(redirects: str, said: str | None) -> None:
    """Each is a file that docs had, and has no more."""
    sources = {
        "day.md": make_source("docs/day.md", PAGE.format(redirects)),
        "risks.md": make_source("docs/risks.md", "# Risks\n"),
    }
    found = [(p.message, p.path, p.line) for p in check_redirects(sources)]
    assert found == ([(said, "docs/day.md", 3)] if said else [])


@pytest.mark.parametrize(
    "written",
    ["/old/", "old", "old.html", "docs/old.md", "./old.md", "/docs/old.md", "https://a.b/old/"],
)
def test_name_as_it_should_be(written: str) -> None:
    """Whichever name or address somebody gives, the message has the one that works."""
    page = PAGE.format(f'["{written}"]')
    (problem,) = check_redirects({"new/day.md": make_source("docs/new/day.md", page)})
    assert problem.hint == "Write the name that the page's file had in docs, such as old.md."
    page = PAGE.format("[old.md]")
    assert not [*check_redirects({"new/day.md": make_source("docs/new/day.md", page)})]


@pytest.mark.parametrize("written", ["/es/old/", "es/old.md", "docs/es/old.md", "/old/"])
def test_name_in_another_language(written: str) -> None:
    """Its pages are named from its own folder on."""
    page = make_source("docs/es/day.md", PAGE.format(f"[{written}]"))
    (problem,) = check_redirects({"day.md": page})
    assert problem.hint == "Write the name that the page's file had in docs, such as old.md."


def test_one_address_leads_to_one_page() -> None:
    """Two pages that want it are told apart."""
    sources = {n: make_source(f"docs/{n}", PAGE.format("[old.md]")) for n in ("a.md", "b.md")}
    (problem,) = check_redirects(sources)
    assert str(problem) == (
        'docs/b.md:3: redirect-wrong: "old.md" stands under redirects in docs/a.md too. '
        "Keep it on one page: an address leads to one place."
    )


@pytest.mark.parametrize("folders", [True, False])
def test_stub_of_a_built_site(build_site, notices, folders: bool) -> None:
    """It lies where the old page lay, leads to the new one, and carries no notice."""
    built = build_site(
        {"docs/index.md": "# Home\n", "docs/new/day.md": PAGE.format("[old/sessions.md]")},
        hooks=["finish_site"],
        use_directory_urls=folders,
        site_url="https://kap-guide.example/guide/",
    )
    assert built.lines == []
    name, leads = (
        ("old/sessions/index.html", "../../new/day/")
        if folders
        else ("old/sessions.html", "../new/day.html")
    )
    page = parse_page((built.folder / "site" / name).read_text("utf-8"), name)
    assert page.redirect
    assert page.tree.css_first("a").attributes["href"] == leads
    assert "/guide/new/day" in page.tree.css_first("link").attributes["href"]
