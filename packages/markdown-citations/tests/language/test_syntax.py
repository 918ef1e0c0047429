"""The citation language, as text in and values out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from counting import count_lines
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_citations.language.citation import Citation, CitationItem
from markdown_citations.language.syntax import (
    bare_key,
    find_citation,
    malformed_bracket,
)


def anything(_citekey: str) -> bool:
    return True


def nothing(_citekey: str) -> bool:
    return False


def read(text: str) -> list[tuple[str, str, str, str, str]]:
    """Give each item of the first citation: key, mode, prefix, locator, suffix."""
    for at in (position for position, char in enumerate(text) if char == "@"):
        found = find_citation(text, at, anything)
        if found is not None:
            return [
                (
                    item.citekey,
                    item.mode,
                    item.prefix,
                    f"{item.locator.label} {item.locator.value}" if item.locator else "",
                    item.suffix,
                )
                for item in found[0].items
            ]
    return []


N, S, T = "normal", "suppress-author", "author-in-text"
VALID = {
    "a key alone": ("[@a]", [("a", N, "", "", "")]),
    "two keys": ("[@a; @b]", [("a", N, "", "", ""), ("b", N, "", "", "")]),
    "no blank behind the semicolon": ("[@a;@b]", [("a", N, "", "", ""), ("b", N, "", "", "")]),
    "prefix, locator and suffix": (
        "[see @a, pp. 3-5, our italics]",
        [("a", N, "see", "page 3-5", ", our italics")],
    ),
    "suppressed author": ("[-@a, p. 3]", [("a", S, "", "page 3", "")]),
    "suppressed author behind a prefix": ("[see -@a]", [("a", S, "see", "", "")]),
    "a hyphen that ends a word": ("[non-@a]", [("a", N, "non-", "", "")]),
    "author in text": ("@a says", [("a", T, "", "", "")]),
    "suppressed author in text": ("In -@a [p. 3]", [("a", S, "", "page 3", "")]),
    "a word before a hyphen in text": ("non-@a", [("a", T, "", "", "")]),
    "a dash in text": ("so --@a", [("a", T, "", "", "")]),
    "author in text with a locator": ("@a [p. 3]", [("a", T, "", "page 3", "")]),
    "author in text with more items": (
        "@a [p. 3; see @b]",
        [("a", T, "", "page 3", ""), ("b", N, "see", "", "")],
    ),
    "author in text with a citation": ("@a [@b]", [("a", T, "", "", ""), ("b", N, "", "", "")]),
    "author in text with words": ("@a [in press]", [("a", T, "", "", "in press")]),
    "full stop is none of the key": ("@a.", [("a", T, "", "", "")]),
    "colon inside a key": ("[@a:b]", [("a:b", N, "", "", "")]),
    "all inner signs": (
        "[@a:b.c#d$e%f&g-h+i?j<k>l~m/n]",
        [("a:b.c#d$e%f&g-h+i?j<k>l~m/n", N, "", "", "")],
    ),
    "address as a key": ("[@https://x.org/y]", [("https://x.org/y", N, "", "", "")]),
    "two hyphens end a key": ("[@a--b]", [("a", N, "", "", "--b")]),
    "apostrophe ends a key": ("[@a's]", [("a", N, "", "", "'s")]),
    "key starts with underscore": ("[@_a]", [("_a", N, "", "", "")]),
    "key ends with underscore": ("[@a_]", [("a_", N, "", "", "")]),
    "key in another script": ("[@キー2020]", [("キー2020", N, "", "", "")]),
    "braced key": ("[@{a.b.}, p. 3]", [("a.b.", N, "", "page 3", "")]),
    "braced key with braces": (
        "[@{https://x.org/?a={b}}]",
        [("https://x.org/?a={b}", N, "", "", "")],
    ),
    "word glued to a braced key": ("[@{a}b]", [("a", N, "", "", "b")]),
    "forced locator": ("[@a{ii, A, D-Z}, x]", [("a", N, "", "page ii, A, D-Z", ", x")]),
    "forced locator with a label": ("[@a, {chap. A}]", [("a", N, "", "chapter A", "")]),
    "forbidden locator": ("[@a, {}pp. 3]", [("a", N, "", "", "pp. 3")]),
    "brackets in a suffix": ("[@a [x; y] z]", [("a", N, "", "", " [x; y] z")]),
    "citation in a suffix": ("[@a, see [@b; @c]]", [("a", N, "", "", ", see [@b; @c]")]),
    "semicolon in emphasis": ("[@a *x; y*]", [("a", N, "", "", " *x; y*")]),
    "escaped semicolon": (r"[@a \; x]", [("a", N, "", "", r" \; x")]),
    "escaped sign": (r"[\@a @b]", [("b", N, r"\@a", "", "")]),
    "several lines": (
        "[see\n@a,\np. 3;\n@b]",
        [("a", N, "see", "page 3", ""), ("b", N, "", "", "")],
    ),
    "behind an address on the line before": ("https://x.org/\n@a", [("a", T, "", "", "")]),
    "address in a prefix": ("[https://x.org/@u @a]", [("a", N, "https://x.org/@u", "", "")]),
    "two at signs": ("[@@a]", [("a", N, "@", "", "")]),
    "numbers and words as a locator": ("[@a, p. 3 and 7]", [("a", N, "", "page 3", " and 7")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "items"), VALID.values(), ids=VALID.keys())
def test_reads(text: str, items: list[tuple[str, str, str, str, str]]) -> None:
    assert read(text) == items


INVALID = {
    "e-mail address": "me@example.org",
    "e-mail address in brackets": "[write to me@example.org]",
    "address with a handle": "https://example.org/@a",
    "address without scheme": "www.example.org/@a",
    "escaped": r"\@a",
    "at sign alone": "3 @ 4",
    "at sign at the end": "me @",
    "sign behind a full stop": "a.@b",
    "braces with a blank": "@{a b}",
    "empty braces": "@{}",
    "unclosed braces": "@{a",
    "wildcard": "@*",
}


@pytest.mark.parametrize("text", INVALID.values(), ids=INVALID.keys())
def test_leaves_alone(text: str) -> None:
    assert read(text) == []


NOT_A_BRACKET = {
    "an item without key": "[@a; see b]",
    "an empty item": "[@a;]",
    "a prefix that is an item": "[see; @a]",
    "unclosed": "[@a",
    "a footnote": "[^@a]",
}


@pytest.mark.parametrize("text", NOT_A_BRACKET.values(), ids=NOT_A_BRACKET.keys())
def test_other_brackets_hold_authors_in_text(text: str) -> None:
    assert read(text) == [("a", T, "", "", "")]


@pytest.mark.parametrize(
    ("text", "bracket"),
    [
        pytest.param("[@a; see b] x", "[@a; see b]", id="an item without key"),
        pytest.param("x [@a, p. 3", "[@a, p. 3", id="unclosed"),
        pytest.param("x [@a, that", "[@a,", id="unclosed behind a comma"),
        pytest.param("x [@a; that", "[@a;", id="unclosed behind a semicolon"),
        pytest.param("x [@a p. 3 of it", "[@a p. 3", id="unclosed, with a page and words"),
        pytest.param("x [@a 3 of it", "[@a", id="unclosed before a number"),
        pytest.param("x [@a I slept", "[@a", id="unclosed before a word"),
        pytest.param("x [@a p. 3; see also @b", "[@a p. 3; see also @b", id="unclosed, with words"),
        pytest.param("x [@a; @b and", "[@a; @b", id="unclosed behind the second key"),
        pytest.param("[^@a]", "", id="a footnote"),
        pytest.param("from [0, 5) on, @a says", "", id="another bracket that is never closed"),
        pytest.param("@a says", "", id="no bracket"),
    ],
)
def test_knows_what_was_meant(text: str, bracket: str) -> None:
    """A bracket that fails would else print half a citation and nobody would know."""
    assert malformed_bracket(text, text.index("@")) == bracket


def test_bare_words_need_an_entry() -> None:
    """A social handle stays text, unlike in Pandoc: this is a website."""
    assert find_citation("thanks to @someone here", 10, nothing) is None
    assert find_citation("[@someone]", 1, nothing) is not None
    assert bare_key("thanks to @someone here", 10) == "someone"


def test_tells_where_it_stands() -> None:
    text = "so [see @a] and"
    found = find_citation(text, text.index("@"), anything)
    assert found is not None
    citation, start, end = found
    assert (text[start:end], citation.raw) == ("[see @a]", "[see @a]")


def test_differs_from_pandoc_behind_a_bracket() -> None:
    """`[@a][@b]` is two citations here; Pandoc looks for a link's definition."""
    found = find_citation("[@a][@b]", 1, anything)
    assert found == (Citation((CitationItem("a"),), "[@a]"), 0, 4)


PIECES = st.lists(
    st.sampled_from([*"[]{};@-,. *_\\\n:/", "\x02", "\x03", "@a", "-@b", "p. 3", "see", "é", "{}"])
    | st.text(max_size=3),
    max_size=30,
).map("".join)


@settings(max_examples=400, deadline=None)
@given(PIECES)
def test_any_text_is_read_without_exception(text: str) -> None:
    """Whatever is typed, what is found lies in the text and holds a key."""
    for at in (position for position, char in enumerate(text) if char == "@"):
        malformed_bracket(text, at)
        found = find_citation(text, at, anything)
        if found is not None:
            citation, start, end = found
            assert 0 <= start <= at < end <= len(text)
            assert text[start:end] == citation.raw
            assert all(item.citekey for item in citation.items)


KEY = st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_]{0,8}", fullmatch=True)


@settings(deadline=None)
@given(st.lists(st.tuples(KEY, st.booleans()), min_size=1, max_size=4))
def test_what_is_written_is_read_back(keys: list[tuple[str, bool]]) -> None:
    text = "[" + "; ".join(f"{'-' if hidden else ''}@{key}" for key, hidden in keys) + "]"
    assert [(key, mode == S) for key, mode, *_ in read(text)] == keys


ODD = {
    "brackets": lambda size: "[" * size + "@a",
    "stars": lambda size: "[" + "*a" * size + " @a]",
    "semicolons": lambda size: "[@a" + ";" * size,
    "closed semicolons": lambda size: "[@a" + ";" * size + "]",
    "braces": lambda size: "@{" * size,
    "parentheses": lambda size: "[@a, " + "(" * size + "]",
}


@pytest.mark.parametrize("make", ODD.values(), ids=ODD)
def test_odd_input_costs_no_more_than_its_length(make: Callable[[int], str]) -> None:
    """Twice the text may be twice the work, and not four times."""
    short, long = (
        count_lines(partial(find_citation, text, text.index("@"), anything))
        for text in (make(300), make(600))
    )
    assert long <= 2 * short + 50  # the collector of garbage may run in between
