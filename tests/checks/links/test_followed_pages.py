"""What a link to a page of the first language meant, where that page is no more."""

from __future__ import annotations

import pytest
from kapguide.checks.links.link_broken import check_links
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source
from kapguide.project.project import Languages, Project, Site

FIRST = {
    "about.md": "# About\n",
    "prices.md": "---\nredirects: [cost.md]\n---\n\n# Prices\n",
    "more/day.md": "# The day\n",
    "food.md": "# Food\n",
}


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("../cost.md", 'Write "prices.md" in place of "cost.md": the page has moved there.'),
        ("../day.md", 'Did you mean "../more/day.md"?'),
        ("../more/day.md", "Write [words](../more/day.md): HTML names no file of docs."),
        ("food.md#eat", 'Write "../food.md": only the first language has that page.'),
        ("../abuot.md", 'Did you mean "../about.md"?'),
        (
            "../costs.md",
            "Was the page renamed? Write the new name, and redirects: [costs.md] at the top of "
            "the new page. Was it removed? Take the links out.",
        ),
    ],
    ids=[
        "renamed",
        "moved",
        "as it is, in HTML",
        "in no other language",
        "mistyped",
        "merely like another",
    ],
)
def test_hint(address: str, hint: str) -> None:
    """It is named as the link would lead there; no other page is offered for it."""
    source = make_source("docs/es/index.md", f"# Inicio\n\n[Ver]({address})\n")
    followed = {name: make_source(f"docs/{name}", text) for name, text in FIRST.items()}
    html = f'<main><h1>Inicio</h1><p><a href="{address}">Ver</a></p></main>'
    site = Site((parse_page(html, "site/es/index.html", "index.html"),), {"index.html": 1})
    project = Project(
        notices={}, sources={"index.md": source}, languages=Languages(followed=followed)
    )
    (problem,) = check_links(site, project)
    assert (problem.path, problem.line, problem.hint) == ("docs/es/index.md", 3, hint)


@pytest.mark.parametrize(
    ("name", "address", "meant"),
    [
        ("index.md", "about.md", "../about.md"),
        ("index.md", "more/day.md", "../more/day.md"),
        ("more/night.md", "day.md", "../../more/day.md"),
    ],
)
def test_page_of_the_first_language_alone(name: str, address: str, meant: str) -> None:
    """It is named with the way to it."""
    source = make_source(f"docs/es/{name}", f"# Inicio\n\n[Ver]({address})\n")
    followed = {file: make_source(f"docs/{file}", text) for file, text in FIRST.items()}
    html = f'<main><h1>Inicio</h1><p><a href="{address}">Ver</a></p></main>'
    url = name.replace(".md", ".html")
    site = Site((parse_page(html, f"site/es/{url}", url),), {url: 1})
    languages = Languages(followed=followed)
    project = Project(notices={}, sources={name: source}, languages=languages)
    (problem,) = check_links(site, project)
    assert problem.hint == f'Write "{meant}": only the first language has that page.'
