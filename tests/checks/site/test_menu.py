"""The menu of mkdocs.yml, held against the pages that were built."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from kapguide.checks.links.link_broken import check_links
from kapguide.checks.site.home_missing import check_home
from kapguide.checks.site.json_ld import check_json_ld
from kapguide.checks.site.menu_left_out import check_left_out
from kapguide.checks.site.menu_twice import check_repeated
from kapguide.checks.site.menu_unknown import check_menu
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source
from kapguide.problems.causes import tell_causes
from kapguide.project.menu import read_menu
from kapguide.project.project import Project, Site
from markdown_citations.problems import Problem

PAGES = ("index.md", "risks.md", "more/fees.md")
FILES = ("index.html", "risks/index.html", "more/fees/index.html", "assets/leaflet.pdf")


def _site(*files: str) -> Site:
    names = files or FILES
    pages = [n for n in names if n.endswith(".html")]
    return Site(
        tuple(parse_page("<main><h1>A</h1></main>", f"site/{name}", name) for name in pages),
        dict.fromkeys(names, 1),
    )


def _project(nav: str, unlisted: tuple[str, ...] = (), from_docs: bool = False) -> Project:
    sources = {name: make_source(f"docs/{name}", "# A\n") for name in PAGES}
    menu = read_menu(f"site_name: A\nnav:\n{nav}\n", "mkdocs.yml", unlisted, from_docs)
    return Project(notices={}, sources=sources, menu=menu)


def _check(site: Site, project: Project) -> list[Problem]:
    """Give what is wrong with the menu."""
    return [*check_menu(site, project), *check_left_out(site, project)]


ALL = "- index.md\n- Part:\n  - Risks: risks.md\n  - Fees: more/fees.md"


def test_page_twice() -> None:
    """The second line is told, and the first one named."""
    project = _project(f"{ALL}\n- Dangers: ./risks.md")
    assert [str(problem) for problem in check_repeated(_site(), project)] == [
        'mkdocs.yml:7: menu-twice: the menu names "risks.md" twice, first on line 5. '
        "Keep one of the two lines."
    ]
    assert not [*check_repeated(_site(), _project(ALL))]


@pytest.mark.parametrize("address", ["www.a-clinic.com", "a-clinic.com/book", "a.clinic.co.uk"])
def test_website_without_its_start(address: str) -> None:
    """It is no page that was renamed; the page that is left out besides is told as well."""
    project = _project(f"- index.md\n- Risks: risks.md\n- Book: {address}")
    said = [(problem.code, problem.hint) for problem in _check(_site(), project)]
    assert said == [
        ("menu-unknown", f'Write "https://{address}".'),
        ("menu-left-out", 'Add "- more/fees.md" under nav, or name it under not_in_nav.'),
    ]


@pytest.mark.parametrize(
    ("menu", "told"),
    [
        ("nav: [index.md, Plain: plain.md]", True),
        ("nav: [index.md, Plain: plain.md, Again: plain.md]", False),
        ("nav: [Plain: plain.md]", False),
    ],
    ids=["as it should be", "the page twice", "without the home page"],
)
def test_trail_of_a_menu_that_is_wrong(frame: Any, menu: str, told: bool) -> None:
    """What search engines are told follows from the menu: its mistake is told alone."""
    steps = '[{"@type": "ListItem", "position": 1, "name": "Elsewhere"}]'
    trail = f'{{"@type": "BreadcrumbList", "itemListElement": {steps}}}'
    data = f'{{"@context": "https://schema.org", "@type": "WebPage", "breadcrumb": {trail}}}'
    script = f'<script type="application/ld+json">{data}</script></head>'
    html = frame.html.replace("</head>", script)
    html = html.replace("<header>", '<header><nav class="breadcrumb"><ol><li>Home</li></ol></nav>')
    page = parse_page(html, "site/plain/index.html", "plain/index.html")
    project = replace(frame.project, menu=read_menu(menu, "mkdocs.yml"))
    assert any("step" in problem.message for problem in check_json_ld(page, project)) is told


@pytest.mark.parametrize("text", ["", "site_name: A", "nav:", "nav: [", "- nav"])
def test_no_menu(text: str) -> None:
    """Without one all pages list themselves, and nothing can be wrong in it."""
    assert read_menu(text, "mkdocs.yml") is None
    assert _check(_site(), Project(notices={})) == []


@pytest.mark.parametrize(
    "nav",
    [
        ALL,
        "- index.md\n- ./risks.md\n- Fees: .//more/./fees.md",
        f"{ALL}\n- Leaflet: assets/leaflet.pdf\n- Else: https://a.example/x.md\n- Us: mailto:a@b.c",
    ],
    ids=["pages", "spelt as MkDocs takes them too", "files and addresses"],
)
def test_nothing_wrong(nav: str) -> None:
    """Pages, files of docs and addresses elsewhere are all right."""
    assert _check(_site(), _project(nav)) == []


@pytest.mark.parametrize(
    ("nav", "message"),
    [
        (
            f"{ALL}\n- risk.md",
            'mkdocs.yml:7: menu-unknown: the menu names "risk.md", which is not in docs. '
            'Did you mean "risks.md"?',
        ),
        (
            f"{ALL}\n- fees.md",
            'mkdocs.yml:7: menu-unknown: the menu names "fees.md", which is not in docs. '
            'Did you mean "more/fees.md"?',
        ),
        (
            f"{ALL}\n- X: zzz.md",
            'mkdocs.yml:7: menu-unknown: the menu names "zzz.md", which is not in docs. '
            "See whether it was renamed or removed.",
        ),
        (
            f"{ALL}\n- X: /risks.md",
            'mkdocs.yml:7: menu-absolute: the menu names "/risks.md" with a slash in front. '
            'Write "risks.md".',
        ),
        (
            f"{ALL}\n- X: /zzz/",
            'mkdocs.yml:7: menu-absolute: the menu names "/zzz/" with a slash in front. '
            "Write the path that the file has in docs.",
        ),
        (
            "- index.md\n- risks.md",
            'mkdocs.yml:2: menu-left-out: the page "more/fees.md" is not in the menu. '
            'Add "- more/fees.md" under nav, or name it under not_in_nav.',
        ),
        (
            "- index.md\n- risks/\n- more/fees.md",
            'mkdocs.yml:4: menu-unknown: the menu names "risks/", the address of a page and not '
            'its file. Write "risks.md".',
        ),
        (
            "- index.md\n- risks.md\n- Fees: more/fees/index.html",
            'mkdocs.yml:5: menu-unknown: the menu names "more/fees/index.html", the address of a '
            'page and not its file. Write "more/fees.md".',
        ),
        (
            f"{ALL}\n- What are the risks?:",
            'mkdocs.yml:7: menu-unknown: the entry "What are the risks?" of the menu names no '
            "page. Write the page's file behind the colon, or take the entry out.",
        ),
        (
            f'{ALL}\n- X: ""',
            'mkdocs.yml:7: menu-unknown: the entry "X" of the menu names no page. '
            "Write the page's file behind the colon, or take the entry out.",
        ),
        (
            f"{ALL}\n- ~",
            "mkdocs.yml:7: menu-unknown: an entry of the menu names no page. "
            "Write the page's file behind the dash, or take the entry out.",
        ),
        (
            f"{ALL}\n- ./risk.md",
            'mkdocs.yml:7: menu-unknown: the menu names "./risk.md", which is not in docs. '
            'Did you mean "risks.md"?',
        ),
    ],
    ids=[
        "mistyped",
        "moved",
        "gone",
        "a slash",
        "a slash and gone",
        "left out",
        *("an address", "a built file", "empty", "empty text", "bare", "mistyped behind a dot"),
    ],
)
def test_messages(nav: str, message: str) -> None:
    """Each names the line, and what was most likely meant."""
    assert [str(problem) for problem in _check(_site(), _project(nav))] == [message]


def test_left_out_of_the_build() -> None:
    """A page that exclude_docs leaves out cannot stand in the menu."""
    (problem,) = _check(_site("index.html", "risks/index.html"), _project(ALL))
    assert problem.message == 'the menu names "more/fees.md", which is not built'
    assert (problem.code, problem.line) == ("menu-unknown", 6)


def test_not_in_nav() -> None:
    """Patterns free pages from the menu, as MkDocs reads them."""
    assert _check(_site(), _project("- index.md\n- risks.md", ("more/",))) == []
    (problem,) = _check(_site(), _project("- index.md\n- risks.md", ("/fees.md",)))
    assert problem.code == "menu-left-out"


def test_slash_that_means_docs() -> None:
    """Where mkdocs.yml says so, a slash in front is the folder of the pages."""
    nav = ALL.replace("risks.md", "/risks.md")
    assert _check(_site(), _project(nav, from_docs=True)) == []


def test_part_of_a_site() -> None:
    """Of some files alone nobody can say what is missing."""
    assert _check(replace(_site(), complete=False), _project("- gone.md")) == []


def test_broken_line_of_the_menu_is_told_once() -> None:
    """The same mistake stands as a broken link in every page's menu."""
    html = '<nav><a href="../risk.md">R</a></nav><main><a href="../gone.md">G</a></main>'
    page = parse_page(html, "site/risks/index.html", "risks/index.html")
    site = Site((page,), dict.fromkeys(FILES, 1))

    def broken(nav: str) -> list[str]:
        return [problem.message for problem in check_links(site, _project(nav))]

    text, menu = broken(ALL)
    assert '"../gone.md"' in text
    assert '"../risk.md" in the menu' in menu
    assert broken(f"{ALL}\n- risk.md") == [text]
    assert broken(f"{ALL}\n- ./risk.md") == [text]


def test_page_that_was_renamed() -> None:
    """Told once: the line of the menu, every link to the old name, and what became of it."""
    html = '<main><a href="fees.md">Fees</a></main>'
    names = ("index.html", "risks/index.html")
    pages = tuple(parse_page(html, f"site/{name}", name) for name in names)
    sources = {name: make_source(f"docs/{name}", "# A\n\n[Fees](fees.md)\n") for name in PAGES}
    project = replace(_project("- index.md\n- risks.md\n- fees.md"), sources=sources)
    site = Site(pages, dict.fromkeys(FILES, 1))
    (problem,) = tell_causes([*_check(site, project), *check_links(site, project)])
    assert str(problem) == (
        'mkdocs.yml:5: menu-unknown: the menu names "fees.md", which is not in docs, and 2 links '
        'lead there: docs/index.md:3; docs/risks.md:3. Did you mean "more/fees.md"? If the page '
        "was renamed, write redirects: [fees.md] at its top as well."
    )


def test_links_to_a_page_that_moved() -> None:
    """One message for all of them, with the name that the page has now."""
    html = '<main><a href="fees.md">Fees</a></main>'
    names = ("index.html", "risks/index.html")
    pages = tuple(parse_page(html, f"site/{name}", name) for name in names)
    sources = {name: make_source(f"docs/{name}", "# A\n\n[Fees](fees.md)\n") for name in PAGES}
    new = make_source("docs/more/fees.md", "---\nredirects: [fees.md]\n---\n\n# Fees\n")
    project = replace(_project(ALL), sources={**sources, "more/fees.md": new})
    (problem,) = tell_causes(check_links(Site(pages, dict.fromkeys(FILES, 1)), project))
    assert str(problem) == (
        'docs/index.md:3: link-broken: the link "fees.md" leads nowhere, here and in 1 more place: '
        'docs/risks.md:3. Write "more/fees.md" in place of "fees.md": the page has moved there.'
    )


def test_page_that_moved_and_stands_in_the_menu_as_before() -> None:
    """Its stub is no page: told once, with the name that the page has now."""
    sources = {name: make_source(f"docs/{name}", "# A\n") for name in PAGES}
    new = make_source("docs/more/fees.md", "---\nredirects: [fees.md]\n---\n\n# Fees\n")
    project = replace(_project("- index.md\n- risks.md\n- fees.md"), sources=sources)
    project = replace(project, sources={**sources, "more/fees.md": new})
    html = '<nav><a href="/fees.md">Fees</a></nav>'
    page = parse_page(html, "site/more/fees/index.html", "more/fees/index.html")
    site = Site((page,), dict.fromkeys([*FILES, "fees/index.html"], 1))
    (problem,) = tell_causes([*_check(site, project), *check_links(site, project)])
    assert str(problem).startswith('mkdocs.yml:5: menu-unknown: the menu names "fees.md"')
    assert problem.hint == 'Write "more/fees.md": the page has moved there.'


def test_site_without_a_home_page() -> None:
    """Every page leads home; that the way is gone is one message, and says what to do."""
    html = '<nav><a href="..">Home</a></nav><main><a href="..">Home</a></main>'
    page = parse_page(html, "site/risks/index.html", "risks/index.html")
    project = _project("- index.md\n- risks.md\n- more/fees.md")
    files = dict.fromkeys(FILES[1:], 1)
    site = Site((page,), files)
    found = [*check_home(site, project), *_check(site, project), *check_links(site, project)]
    assert [problem.code for problem in found] == ["home-missing"]
    assert list(check_home(replace(site, files={**files, "index.html": 1}), project)) == []
