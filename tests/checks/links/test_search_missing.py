"""A search that pages show, held against what of it the site has."""

from __future__ import annotations

import pytest
from kapguide.checks.links.search_missing import check_search
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source
from kapguide.project.project import Project, Site

FIELD = '<div role="search"><form name="search"><input type="text" name="query"></form></div>'
OUR_SCRIPT = '<script src="../assets/search.js"></script>'
WORKER = '<script id="__config" type="application/json">{"search": "../js/worker.1.js"}</script>'
BROKEN_CONFIG = '<script id="__config" type="application/json">{"search": </script>'
INDEX = "search/search_index.json"
CONFIG = "site_name: A\nplugins:\n  - search\n"
NO_INDEX = "pages show a search, and the site has no index for it"
NO_SCRIPT = "pages show a search, and no script answers it"
UNSEEN = "the build made an index for a search, and no page shows one"


def _messages(page: str, *files: str, complete: bool = True, base: str = "/") -> list[str]:
    site = Site(
        (parse_page(f"<main>{page}</main>", "site/risks/index.html", "risks/index.html"),),
        dict.fromkeys(("risks/index.html", *files), 1),
        complete=complete,
    )
    config = make_source("mkdocs.yml", CONFIG)
    project = Project(notices={}, sources={}, config=config, base=base, host="kap.example")
    problems = [*check_search(site, project)]
    assert {(problem.path, problem.line) for problem in problems} <= {("mkdocs.yml", 2)}
    return [problem.message for problem in problems]


@pytest.mark.parametrize(
    ("page", "files"),
    [
        pytest.param("", (), id="no search at all"),
        pytest.param("", ("search.json",), id="an index that its engine always makes"),
        pytest.param(FIELD + WORKER, (INDEX, "js/worker.1.js"), id="the theme's search"),
        pytest.param(FIELD + OUR_SCRIPT, (INDEX, "assets/search.js"), id="a script by its name"),
        pytest.param(
            FIELD + '<script src="/assets/search.js?v=2"></script>',
            ("search.json", "assets/search.js"),
            id="an address from the site's root",
        ),
        pytest.param(
            '<input type="search"><script src="../pagefind/pagefind-ui.js"></script>',
            ("pagefind/pagefind-ui.js",),
            id="another search, whose index is a folder",
        ),
        pytest.param(
            '<form role="search" action="https://find.example/"><input type="search"></form>',
            (),
            id="a form that is sent to somebody else",
        ),
        pytest.param('<form><input type="text" name="query"></form>', (), id="another form"),
    ],
)
def test_what_is_there(page: str, files: tuple[str, ...]) -> None:
    """A search that can answer, or none."""
    assert _messages(page, *files) == []


@pytest.mark.parametrize(
    ("page", "files", "messages"),
    [
        pytest.param(FIELD, (), [NO_INDEX, NO_SCRIPT], id="a field alone"),
        pytest.param(FIELD + OUR_SCRIPT, ("assets/search.js",), [NO_INDEX], id="no index"),
        pytest.param(
            FIELD + OUR_SCRIPT, (INDEX,), [f"{NO_SCRIPT}: assets/search.js is not there"], id="gone"
        ),
        pytest.param(
            FIELD + WORKER + OUR_SCRIPT,
            (INDEX, "assets/search.js"),
            [f"{NO_SCRIPT}: js/worker.1.js is not there"],
            id="the theme's worker gone, and a script beside it",
        ),
        pytest.param(FIELD + BROKEN_CONFIG, (INDEX,), [NO_SCRIPT], id="settings cut off"),
        pytest.param("", (INDEX,), [UNSEEN], id="an index that no page has a use for"),
    ],
)
def test_what_is_not(page: str, files: tuple[str, ...], messages: list[str]) -> None:
    """Each thing that a search lacks is named, at the plug-ins of mkdocs.yml."""
    assert _messages(page, *files) == messages


def test_a_site_below_an_address() -> None:
    """An address from the root has the site's own folder in it."""
    page = FIELD + '<script src="/guide/assets/search.js"></script>'
    assert _messages(page, INDEX, "assets/search.js", base="/guide/") == []


@pytest.mark.parametrize("address", ["https://KAP.example", "//kap.example"])
def test_script_by_its_whole_address(address: str) -> None:
    """It is the site's own, and that of another website is not."""
    page = f'{FIELD}<script src="{address}/assets/search.js"></script>'
    assert _messages(page, INDEX, "assets/search.js") == []
    other = page.replace("kap", "cdn").replace("KAP", "cdn")
    assert _messages(other, INDEX, "assets/search.js")


def test_single_pages_are_not_judged() -> None:
    """Of some pages nobody knows what else the site has."""
    assert _messages(FIELD, complete=False) == []
