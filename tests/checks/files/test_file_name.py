"""The name of a file is an address: what is not one is named, with the name to give."""

from __future__ import annotations

import pytest
from kapguide.checks.files.file_name import check_names
from kapguide.checks.site.menu_left_out import check_left_out
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source
from kapguide.project.menu import read_menu
from kapguide.project.project import Languages, Project, Site

NAMES = {
    "a blank": ("our new page.md", "our-new-page.md"),
    "a blank that does not break": ("our\u00a0page.md", "our-page.md"),
    "an accent": ("café.md", "cafe.md"),
    "a capital": ("OurPage.md", "ourpage.md"),
    "a percent sign": ("100%sure.md", "100-sure.md"),
    "what looks like an escape": ("100%25.md", "100-25.md"),
    "a number sign": ("our#1.md", "our-1.md"),
    "a question mark": ("what?.md", "what.md"),
    "an ampersand and an apostrophe": ("fees&more's.md", "fees-more-s.md"),
    "a colon": ("a:b.md", "a-b.md"),
    "a dot at the end": ("page..md", "page.md"),
    "a name that Windows keeps": ("con.md", "con-page.md"),
    "a long name": ("a-long-name-" * 12 + ".md", "a-long-name-" * 4 + "a-long-name.md"),
    "a folder": ("Our Pages/new.md", "our-pages/new.md"),
    "another ending": ("new.markdown", "new.md"),
    "another script": ("風.md", "page.md"),
    "a picture with a blank": ("assets/our room.png", "assets/our-room.png"),
    "a picture with an accent": ("assets/salón.png", "assets/salon.png"),
    "a picture with a number sign": ("assets/room#1.png", "assets/room-1.png"),
}
GOOD = ["risks.md", "help/README.md", "help/index.md", "our_page.md", "v1.2.md", "2026.md"]
ASSETS = ["assets/IMG_0042.JPG", "assets/main.6543a935.min.css", "assets/a.b-c_d.svg"]


def _problems(
    *names: str, text: str = "", menu: str = "", left_out: tuple[str, ...] = ()
) -> list[str]:
    pages = {n: make_source(f"docs/{n}", text) for n in names if not n.startswith("assets/")}
    made = {name.rpartition(".")[0] + ".html": 1 for name in pages if name not in left_out}
    site = Site(pages=(), files=made | {n: 1 for n in names if n not in pages})
    listed = read_menu(menu, "mkdocs.yml") if menu else None
    return [str(p) for p in check_names(site, Project(notices={}, sources=pages, menu=listed))]


@pytest.mark.parametrize(("name", "meant"), NAMES.values(), ids=NAMES)
def test_name_to_give(name: str, meant: str) -> None:
    """One message says which name the file needs; with it there is none."""
    (problem,) = _problems(name)
    assert problem.startswith(f"docs/{name}: file-name: the name of the file ")
    assert problem.endswith(f"Call it {meant}, in the menu and in links as well.")
    assert _problems(meant) == []


def test_menu_without_the_page() -> None:
    """Both messages give one name: that which the file is to have."""
    name = "Where to park.md"
    page = parse_page("<main><h1>A</h1></main>", "site/w", "Where to park/index.html")
    site = Site((page,), {"index.html": 1, "Where to park/index.html": 1})
    sources = {n: make_source(f"docs/{n}", "# A\n") for n in ("index.md", name)}
    menu = read_menu("nav:\n- index.md\n", "mkdocs.yml")
    project = Project(notices={}, sources=sources, menu=menu)
    (named,), (left,) = check_names(site, project), check_left_out(site, project)
    assert named.hint.startswith("Call it where-to-park.md,")
    assert left.hint == 'Add "- where-to-park.md" under nav, or name it under not_in_nav.'


@pytest.mark.parametrize("name", [*GOOD, *ASSETS])
def test_good_names(name: str) -> None:
    """What is an address as it stands is left alone."""
    assert _problems(name) == []


def test_file_that_is_left_out() -> None:
    """What is not published may have any name."""
    assert _problems("es/_includes/crisis.md", left_out=("es/_includes/crisis.md",)) == []


@pytest.mark.parametrize("made", ["handouts/Our page.pdf", "assets/share/Our page.png"])
def test_what_is_made_of_a_page(made: str) -> None:
    """It has the name of its page, which is told; no file of docs/ is called so."""
    site = Site(pages=(), files={made: 1})
    assert list(check_names(site, Project(notices={}))) == []


def test_picture_of_another_language() -> None:
    """One of its own is told with it; one that it shares is told with the first language."""
    own, shared = "assets/My Photo ä.jpg", "assets/Our room.jpg"
    site = Site(pages=(), files={own: 1, shared: 1})
    languages = Languages(followed={}, assets=frozenset({own}))
    project = Project(notices={}, languages=languages, includes="docs/es/_includes")
    (problem,) = check_names(site, project)
    assert problem.path == f"docs/es/{own}"
    assert "Call it assets/My-Photo-a.jpg" in problem.hint


def test_name_that_is_taken() -> None:
    """The name to give is no other file's."""
    (problem,) = _problems("New.md", "new.md")
    assert problem.endswith("Call it new-2.md, in the menu and in links as well.")


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("help.md", "help/index.md"), "docs/help.md and this file have one address"),
        (
            ("assets/A.png", "assets/a.png"),
            "docs/assets/A.png and this file differ by capitals",
        ),
    ],
)
def test_two_files_that_are_one(names: tuple[str, str], said: str) -> None:
    """One of two files at one place would be lost."""
    (problem,) = _problems(*names)
    assert problem.startswith(f"docs/{names[1]}: file-name: {said}")


def test_who_links_it() -> None:
    """The menu and the pages that link the file are named, however they write it."""
    text = "# A page\n\n[one](<our page.md>) or [two](our%20page.md) or [three](risks.md)\n"
    (problem,) = _problems("our page.md", "a.md", text=text, menu="nav:\n  - Ours: our page.md\n")
    assert "links lead to it: mkdocs.yml:2; docs/a.md:3; docs/our page.md:3." in problem
