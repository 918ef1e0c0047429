"""Which rules of stylesheets hold for an element, and what they say together."""

from __future__ import annotations

import pytest
from kapguide.pages.page import parse_page
from kapguide.pages.style.stylesheets import read_stylesheet
from kapguide.pages.style.styling import Styles, split_selectors, wrap_tree

HTML = '<!doctype html><body><main class="a"><p id="it" class="b c" data-x="1y">x</p></main></body>'


def said(css: str, part: str = "") -> dict[str, dict[str, str]]:
    """Give what is said of the paragraph, by condition."""
    root = parse_page(HTML, "x.html").tree.root
    assert root is not None
    styles = Styles({"a.css": read_stylesheet(css)})
    element = next(one for one in wrap_tree(root).iter_subtree() if one.id == "it")
    found = {}
    for one in styles.find(element).said:
        conditions = {rule.rule.condition for rule in one.by.values()} - {""}
        if one.part == part:
            found[" ".join(sorted(conditions))] = dict(one.values)
    return found


@pytest.mark.parametrize(
    "css",
    [
        "p { top: 1px }",
        ".b.c { top: 1px }",
        "main > p:only-child { top: 1px }",
        "[data-x$=y] { top: 1px }",
        ".\\62 { top: 1px }",
        "P, .none { top: 1px }",
        ":unknown-to-us, .b { top: 1px }",
        ".a { .b { top: 1px } }",
        ".a { & > .b { top: 1px } }",
        ".b { .a & { top: 1px } }",
        "@layer x { .b { top: 1px } }",
        "@layer x { @supports (top: 1px) { .a { .b { top: 1px } } } }",
        "p { bottom: 2px; } p { top: 1px",
        ".b { top: 2px } p { top: 1px !important }",
        "#it { top: 1px } p.b { top: 2px }",
        "p { top: 2px } p { top: 1px }",
        ":root { --t: 1px } p { top: var(--t) }",
        "body { --t: 2px } main { --t: var(--u, 1px) } p { top: var(--t) }",
        "p { --on: initial; top: var(--on, 1px) }",
    ],
)
def test_holds(css: str) -> None:
    """As browsers tell it: by selectors, nesting, importance, specificity, order, variables."""
    assert said(css)[""]["top"] == "1px"


@pytest.mark.parametrize(
    "css",
    [".none { top: 1px }", "p:hover { top: 1px }", "p > p { top: 1px }", "/* p { top: 1px } */"],
)
def test_does_not_hold(css: str) -> None:
    """Nothing is said then."""
    assert said(css).get("", {}) == {}


def test_conditions() -> None:
    """What holds always holds under each condition as well."""
    found = said("p { top: 1px } @media print { p { left: 2px } }")
    assert found == {"": {"top": "1px"}, "print": {"top": "1px", "left": "2px"}}


def test_what_stands_before() -> None:
    """A ::before has declarations of its own."""
    assert said("p::before { content: 'x' }", "before") == {"": {"content": '"x"'}}
    assert said("p::before { content: 'x' }") == {}


def test_animations() -> None:
    """Those of which a frame hides."""
    css = """
      @keyframes a { to { opacity: 0 } }
      @media print { @-webkit-keyframes B { 50% { top: 0; color: transparent } } }
      @keyframes c { to { top: 1px } }
    """
    styles = Styles({"a.css": read_stylesheet(css)})
    assert styles.hiding_animations == {"a": "opacity: 0", "b": "color: transparent"}


def test_line_of_a_rule() -> None:
    """An editor finds it."""
    sheet = read_stylesheet("a {\n top: 0\n}\n\n@media print {\n  b { top: 0 }\n}\n")
    assert [(rule.selector, rule.line) for rule in sheet.rules] == [("a", 1), ("b", 6)]


def test_lists_of_selectors() -> None:
    """Commas within brackets split nothing."""
    assert split_selectors("a, :is(b, c) d,[x=','] ") == ["a", ":is(b, c) d", "[x=',']"]
