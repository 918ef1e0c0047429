"""Pages that were moved, or saved under another ending: one message for all links."""

from __future__ import annotations

import pytest
from kapguide.checks.links.link_broken import check_links
from kapguide.checks.site.menu_unknown import check_menu
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source
from kapguide.problems.causes import tell_causes
from kapguide.project.menu import read_menu
from kapguide.project.moved.meant_files import find_typed
from kapguide.project.project import Place, Project, Site

FILES = ("index.html", "risks/index.html", "fees/index.html", "assets/room.jpg")


def _told(name: str, addresses: tuple[str, ...], nav: str, *files: str) -> list[str]:
    """Give what is said of the links of one page and of the menu."""
    text = "# A\n\n" + "\n".join(f"[A]({address})" for address in addresses)
    html = "".join(f'<a href="{address}">A</a>' for address in addresses)
    stem = name.removesuffix(".md").removesuffix("index")
    url = f"{stem}/index.html".lstrip("/")
    page = parse_page(f"<main>{html}</main>", f"site/{url}", url)
    pages = (file for file in files if file.endswith(".md"))
    names = {*pages, *(f"{n.removesuffix('/index.html')}.md" for n in FILES[1:3]), "index.md"}
    sources = {one: make_source(f"docs/{one}", "# A\n") for one in names}
    sources |= {one: make_source(f"docs/{one}", "# A\n") for one in files if "markdown" in one}
    sources[name] = make_source(f"docs/{name}", text)
    menu = read_menu(f"site_name: A\nnav:\n{nav}\n", "mkdocs.yml", (), from_docs=False)
    project = Project(notices={}, sources=sources, menu=menu)
    site = Site((page,), dict.fromkeys((*FILES, url, *files), 1))
    found = [*check_menu(site, project), *check_links(site, project)]
    return [str(problem) for problem in tell_causes(found)]


@pytest.mark.parametrize("nav", ["- index.md\n- cost.md", "- index.md"])
@pytest.mark.parametrize("saved", ["cost.txt", "cost.md.txt", "cost.markdown"])
def test_page_that_was_saved_as_a_text(nav: str, saved: str) -> None:
    """The menu, the links and the file are one mistake, and the file's name mends all."""
    (said,) = _told("index.md", ("cost.md",), nav, saved)
    assert said.endswith(f". Give the file {saved} the name cost.md, in the menu as well.")


def test_page_that_was_saved_as_a_text_and_has_no_links() -> None:
    """The menu alone says what to mend."""
    (said,) = _told("index.md", (), "- index.md\n- cost.md", "cost.txt")
    assert said.endswith(". Give the file cost.txt the name cost.md, in the menu as well.")


def test_page_with_another_ending_that_only_the_menu_names() -> None:
    """What is made of it has the address of the page that the menu names."""
    built = ("cost.markdown", "cost/index.html")
    (said,) = _told("index.md", (), "- index.md\n- cost.md", *built)
    assert said.endswith(". Give the file cost.markdown the name cost.md, in the menu as well.")


@pytest.mark.parametrize(
    ("name", "nav"), [("cost.markdown", "- index.md"), ("cost.markdown", "- cost.markdown")]
)
def test_page_with_another_ending(name: str, nav: str) -> None:
    """Whether the menu has the name of the file or not."""
    (said,) = _told("index.md", ("cost.md",), nav, name, "cost/index.html")
    assert said.endswith("Give the file cost.markdown the name cost.md, in the menu as well.")


@pytest.mark.parametrize(
    ("title", "menu", "hint"),
    [
        ("a", "B", 'Did you mean "fees.md"? If the page was renamed, write redirects: [cost.md]'),
        ("B", "A", 'Did you mean "fees.md"? If the page was renamed, write redirects: [cost.md]'),
        ("B", "B", "Was the page renamed? Write the new name, and redirects: [cost.md] at the top"),
    ],
)
def test_page_that_links_call_by_its_title(title: str, menu: str, hint: str) -> None:
    """Or by that which the menu has: it was renamed; what has another title is another page."""
    page = parse_page('<main><a href="cost.md">A</a></main>', "site/index.html", "index.html")
    titled = make_source("docs/fees.md", f"---\ntitle: {title}\n---\n\n# A\n")
    sources = {"index.md": make_source("docs/index.md", "# X\n\n[A](cost.md)\n")}
    nav = read_menu(f"nav:\n- {menu}: fees.md\n", "mkdocs.yml")
    project = Project(notices={}, sources={**sources, "fees.md": titled}, menu=nav)
    site = Site((page,), {"index.html": 1, "fees/index.html": 1})
    (problem,) = check_links(site, project)
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("ids", "hint"),
    [
        (
            ("coffee", "driving"),
            'Did you mean "fees.md"? If the page was renamed, write redirects:',
        ),
        (("coffee", "pay"), "Was the page renamed?"),
        (("", ""), "Was the page renamed?"),
    ],
)
def test_page_that_has_the_parts_which_links_ask_for(ids: tuple[str, str], hint: str) -> None:
    """All of them, and no other page has: it is the one that was renamed."""
    addresses = [f"cost.md#{one}".removesuffix("#") for one in ids]
    html = "".join(f'<a href="{address}">Read it</a>' for address in addresses)
    home = parse_page(f"<main>{html}</main>", "site/index.html", "index.html")
    parts = '<main><h2 id="coffee">A</h2><h2 id="driving">B</h2></main>'
    fees = parse_page(parts, "site/fees/index.html", "fees/index.html")
    text = "".join(f"[Read it]({address})\n" for address in addresses)
    sources = {"index.md": make_source("docs/index.md", text)}
    sources["fees.md"] = make_source("docs/fees.md", "# A\n")
    site = Site((home, fees), {"index.html": 1, "fees/index.html": 1})
    (problem, *_) = check_links(site, Project(notices={}, sources=sources))
    assert problem.hint.startswith(hint)


def test_link_that_names_no_part_behind_its_sign() -> None:
    """A page without parts is not what it asks for."""
    html = '<main><h2 id="a">A</h2><a href="cost.md#">Read it</a></main>'
    home = parse_page(html, "site/index.html", "index.html")
    fees = parse_page("<main>A</main>", "site/fees/index.html", "fees/index.html")
    sources = {name: make_source(f"docs/{name}", "# A\n") for name in ("index.md", "fees.md")}
    site = Site((home, fees), {"index.html": 1, "fees/index.html": 1})
    (problem, *_) = check_links(site, Project(notices={}, sources=sources))
    assert problem.hint.startswith("Was the page renamed?")


def test_part_that_a_notice_names_and_no_page_has() -> None:
    """It is told where the notice has the link, whatever each page makes of it."""
    urls = ("index.html", "risks/index.html", "fees/index.html")
    links = ("risks/#serius", "./#serius", "../risks/#serius")
    pages = tuple(
        parse_page(
            f'<main><h2 id="serious">A</h2><a href="{link}">A</a></main>', f"site/{url}", url
        )
        for url, link in zip(urls, links, strict=True)
    )
    notice = make_source("docs/_includes/young.md", "You can\n[read it](risks.md#serius).\n")
    names = ("index.md", "risks.md", "fees.md")
    sources = {name: make_source(f"docs/{name}", "# A\n") for name in names}
    project = Project(notices={}, sources=sources, templates=(notice,))
    (said,) = tell_causes(check_links(Site(pages, dict.fromkeys(urls, 1)), project))
    assert str(said).startswith(
        'docs/_includes/young.md:2: anchor-broken: the link "risks.md#serius"'
    )
    assert "here and in" not in str(said)


@pytest.mark.parametrize(("front", "words"), [("", "None"), ("---\ntitle: A\n---\n", "A")])
def test_page_without_title_and_page_of_its_own_title(front: str, words: str) -> None:
    """Neither is what was meant."""
    html = f'<main><a href="cost.md">{words}</a></main>'
    page = parse_page(html, "site/index.html", "index.html")
    source = make_source("docs/index.md", f"{front}# X\n\n[{words}](cost.md)\n")
    project = Project(notices={}, sources={"index.md": source})
    (problem,) = check_links(Site((page,), {"index.html": 1}), project)
    assert problem.hint.startswith("Was the page renamed?")


def test_number_that_a_notice_links_without_tel() -> None:
    """From each page it leads to somewhere else, and is one mistake."""
    urls = ("index.html", "risks/index.html", "fees/index.html")
    html = '<main><a href="988">call 988</a></main>'
    pages = tuple(parse_page(html, f"site/{url}", url) for url in urls)
    notice = make_source("docs/_includes/crisis.md", "You can\n[call 988](988).\n")
    site = Site(pages, dict.fromkeys(urls, 1))
    (said,) = tell_causes(check_links(site, Project(notices={}, templates=(notice,))))
    assert str(said).startswith("docs/_includes/crisis.md:2: link-broken: ")
    assert "here and in" not in str(said)


def test_page_that_was_moved_into_a_folder() -> None:
    """Its own links are one mistake, each with the same new beginning."""
    addresses = ("risks.md#a", "fees.md", "assets/room.jpg", "gone.md")
    moved, gone = _told("money/cost.md", addresses, "- index.md")
    assert moved == (
        "docs/money/cost.md:3: link-broken: links lead nowhere from the folder of this page, here "
        'and in 2 more places: docs/money/cost.md:4, 5. Write "../risks.md#a" for "risks.md#a", '
        "and begin the others like it."
    )
    assert 'the link "gone.md" leads nowhere' in gone


def test_page_that_was_moved_out_of_a_folder() -> None:
    """What led up leads nowhere now."""
    (said,) = _told("cost.md", ("../risks.md", "../fees.md"), "- index.md")
    assert said.endswith('Write "risks.md" for "../risks.md", and begin the others like it.')


def test_one_link_into_another_folder() -> None:
    """It may be mistyped, and is told by its own name."""
    (said,) = _told("money/cost.md", ("fees.md",), "- index.md")
    assert said.endswith('the link "fees.md" leads nowhere. Did you mean "../fees.md"?')


def test_end_of_another_address() -> None:
    """What a notice links stands not where a page links a page of that name elsewhere."""
    page = Place("help/now.md", "help/now/index.html")
    source = make_source("docs/help/now.md", "# A\n\n[A](../about.md)\n")
    project = Project(notices={}, sources={"help/now.md": source})
    assert find_typed("about.md", page, project) == ""
    assert find_typed("../about.md", page, project) == "(../about.md"


def test_pages_that_were_moved_into_a_folder_beside() -> None:
    """What leads to them is told by their own names."""
    said = _told("index.md", ("cost.md", "law.md"), "- index.md", "money/cost.md", "money/law.md")
    assert ['"cost.md"' in one or '"law.md"' in one for one in said] == [True, True]


@pytest.mark.parametrize("nav", ["- index.md", "- index.md\n- cost.md"])
def test_page_whose_name_has_a_capital(nav: str) -> None:
    """Its address has none, so that its name is what to mend."""
    (said,) = _told("Cost.md", ("cost.md",), nav)
    assert said.endswith("Give the file Cost.md the name cost.md, in the menu as well.")
