"""Finding scripts and styles, and their hashes: as a parser, and as browsers find them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.security.inline import CODE_TYPES, Inline, find_inline, hash_code
from selectolax.lexbor import LexborHTMLParser

ALERT = "alert('Hello, world.');"


def read_inline(html: str) -> Inline:
    """Hash all that is found."""
    found = list(find_inline(html))
    return Inline(
        frozenset(hash_code(code) for tag, code in found if tag == "script"),
        frozenset(hash_code(code) for tag, code in found if tag == "style"),
    )


def test_hash_of_the_standard() -> None:
    """The example of W3C CSP Level 3, section on hashes."""
    assert hash_code(ALERT) == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


@pytest.mark.parametrize(
    "html",
    [
        f"<script>{ALERT}</script>",
        f"<SCRIPT TYPE=module>{ALERT}</SCRIPT >",
        f'<script data-a="a > b" type="text/javascript">{ALERT}</script>',
        f"<script type=''>{ALERT}</script>",
        f"<!-- <script>other()</script> --><script>{ALERT}</script>",
        f"<noscript><p></p></noscript><script\n async\n>{ALERT}</script>",
        f'<script type="application/json">{{"a": 1}}</script><script>{ALERT}</script>',
    ],
)
def test_scripts(html: str) -> None:
    """Whatever runs, in whatever spelling, and nothing else."""
    assert read_inline(html) == Inline(frozenset([hash_code(ALERT)]))


@pytest.mark.parametrize(
    "html",
    [
        '<script src="a.js"></script>',
        '<script type="application/ld+json">{"@context": "x"}</script>',
        "<script type='text/template'><p>x</p></script>",
        "<!-- <script>x()</script> <style>p {}</style> -->",
        "<p>scripts and styles</p>",
    ],
)
def test_what_is_no_inline_code(html: str) -> None:
    """Files, data and comments need no hash."""
    assert read_inline(html) == Inline()


def test_styles() -> None:
    """Each once, white space as it is; in <noscript> as well, where it is used without scripts."""
    html = "<style> p {} </style><noscript><style>a {}</style></noscript><style> p {} </style>"
    assert read_inline(html) == Inline(styles=frozenset(map(hash_code, [" p {} ", "a {}"])))


PIECES = st.sampled_from(
    [
        *("<script>", "</script>", "<style>", "</style>", "<script type=module>", "<!--", "-->"),
        *("<script src=x>", '<script type="text/plain">', "<p>", "a()", " ", "\n", "b > c", "é"),
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_misses_nothing_that_a_parser_finds(text: str) -> None:
    """A missed script would not run; in broken HTML one too many does no harm."""
    html = f"<!doctype html><head></head><body>{text}</style></script></body>"
    found = read_inline(html)
    tree = LexborHTMLParser(html)
    for node in tree.css("script:not([src])"):
        if (node.attributes.get("type") or "") in CODE_TYPES and "</script" not in node.text():
            assert "<!--" in html or hash_code(node.text()) in found.scripts
    for node in tree.css("style"):
        assert "<!--" in html or hash_code(node.text()) in found.styles


def test_those_of_all_pages_together() -> None:
    """A host sends one policy for the whole site."""
    one, two = Inline(frozenset("a"), frozenset("b")), Inline(frozenset("c"))
    assert one | two == Inline(frozenset("ac"), frozenset("b"))
