"""A page is found by words that it does not show."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from kapguide.front_matter.search_terms import FIELD, list_search_terms, read_texts

PAGE = "---\ntitle: Risks\n{}---\n\n# Risks\n\nText.\n\n## Serious risks\n\nMore text.\n"


def test_both_lists_count() -> None:
    """Whoever writes for the A to Z writes for the search as well."""
    front = {"search_terms": ["how much"], "index_terms": ["cost", "price"]}
    assert list_search_terms(front) == ["how. much.", "cost", "price"]


def test_each_once() -> None:
    """However it is written."""
    assert list_search_terms({"index_terms": ["Cost", "cost"]}) == ["cost"]


@pytest.mark.parametrize("value", [None, "k", 3, [3, None], {"k": 1}, []])
def test_what_is_no_list_of_texts_is_left_to_the_check(value: object) -> None:
    """The check of front matter says so; the build goes on to hear it."""
    assert list_search_terms({"search_terms": value}) == []


@pytest.mark.parametrize(
    ("value", "terms"),
    [
        (["side effects", "bladder"], ("side effects", "bladder")),
        (["  two \n words ", "two words", ""], ("two words",)),
        (["text", 988, None, ["x"]], ("text",)),
        (None, ()),
        ("nausea", ()),
    ],
)
def test_terms_are_texts_once_each(value: object, terms: tuple[str, ...]) -> None:
    """What is no list of texts is for the check of front matter to report."""
    assert read_texts(value) == terms


def read_index(built: Any) -> dict[str, Any]:
    """Give the search index of a small site."""
    assert built.lines == []
    text = (built.folder / "site/search/search_index.json").read_text("utf-8")
    return dict(json.loads(text))


def test_the_page_has_them_in_the_index_and_nowhere_else(build_site: Callable[..., Any]) -> None:
    """The page's own entry, not those of its sections, which would all be found."""
    terms = "search_terms: [k hole]\nindex_terms: [bladder]\n"
    files = {"docs/index.md": "# Home\n", "docs/risks.md": PAGE.format(terms)}
    built = build_site(files, hooks=["finish_site"], plugins=["search"])
    index = read_index(built)
    assert index["config"]["fields"][FIELD]["boost"] > index["config"]["fields"]["title"]["boost"]
    assert {doc["location"]: doc.get(FIELD) for doc in index["docs"]} == {
        "": None,
        "risks/": ["k. hole.", "bladder"],
        "risks/#serious-risks": None,
    }
    page = (built.folder / "site/risks/index.html").read_text("utf-8")
    assert "hole" not in page


@pytest.mark.parametrize("plugins", [[], [{"search": {"enabled": False}}]])
def test_site_without_a_search(build_site: Callable[..., Any], plugins: list[Any]) -> None:
    """The hook has nothing to do, and says nothing."""
    files = {"docs/index.md": PAGE.format("search_terms: [k]\n")}
    built = build_site(files, hooks=["finish_site"], plugins=plugins)
    assert not built.failed
    assert built.lines == []


def test_page_that_the_search_leaves_out_stays_out(build_site: Callable[..., Any]) -> None:
    """As its front matter says."""
    front = "search_terms: [k]\nsearch:\n  exclude: true\n"
    files = {"docs/index.md": "# Home\n", "docs/risks.md": PAGE.format(front)}
    index = read_index(build_site(files, hooks=["finish_site"], plugins=["search"]))
    assert [doc["location"] for doc in index["docs"]] == [""]


def test_search_keeps_settings_of_its_own(build_site: Callable[..., Any]) -> None:
    """What mkdocs.yml says of the search's fields stands."""
    files = {"docs/index.md": PAGE.format("")}
    plugins = [{"search": {"fields": {"title": {"boost": 7}}}}]
    index = read_index(build_site(files, hooks=["finish_site"], plugins=plugins))
    assert index["config"]["fields"]["title"] == {"boost": 7}
    assert FIELD in index["config"]["fields"]
