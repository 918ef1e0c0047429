"""Where a page can cite, and which text stays untouched."""

from __future__ import annotations

from typing import Any

import markdown
import pytest

UNTOUCHED = {
    "code span": "a `[@dore2019]` b",
    "double code span": "a ``[@dore2019] ` @kew2023`` b",
    "indented code": "text\n\n    [@dore2019] and @kew2023\n",
    "fence": "```\n[@dore2019] @kew2023\n```\n",
    "fence in a list": "- a\n\n    ```\n    [@dore2019]\n    ```\n",
    "HTML block": "<div title='[@dore2019]'>[@dore2019] @kew2023</div>\n",
    "HTML tag in a sentence": 'a <span title="[@dore2019]">b</span> c',
    "comment": "a <!-- [@dore2019] @kew2023 --> b",
    "e-mail address": "write to me@example.org or dore2019@example.org",
    "e-mail link": "write to <dore2019@example.org>",
    "address": "see https://example.org/@dore2019/x and www.example.org/@dore2019",
    "address as a link": "see <https://example.org/@dore2019>",
    "target of a link": "see [it](https://example.org/@dore2019 'by @dore2019')",
    "target of a link in brackets": "see [it](a/[@dore2019]) and ![x](b/[@dore2019].png)",
    "title of a link": "see [it](https://example.org/ 'as said [@dore2019]')",
    "target of a reference link": "see [it][x]\n\n[x]: https://example.org/@dore2019\n",
    "social handle": "thanks to @somebody and @kap_clinic",
    "empty brackets": "an [] and [ ] and @ and [@]",
    "entity": "a &#64;dore2019 b",
}


@pytest.mark.parametrize("source", UNTOUCHED.values(), ids=UNTOUCHED.keys())
def test_leaves_untouched(convert: Any, source: str) -> None:
    """Where nothing is cited the HTML is the same, byte for byte, as without us."""
    names = ["attr_list", "fenced_code", "footnotes", "tables"]
    page = convert(source, extensions=tuple(names))
    assert page.html == markdown.markdown(source, extensions=names)
    assert page.problems == []


PLACES = {
    "paragraph": "a [@dore2019] b",
    "list": "- a [@dore2019]\n",
    "nested list": "- a\n    - b\n        1. c [@dore2019]\n",
    "quote": "> a [@dore2019]\n",
    "table": "| a | b |\n|---|---|\n| c | d [@dore2019] |\n",
    "table head": "| a [@dore2019] | b |\n|---|---|\n| c | d |\n",
    "admonition": "!!! note\n    a [@dore2019]\n",
    "definition list": "term\n:   a [@dore2019]\n",
    "footnote": "a[^1]\n\n[^1]: b [@dore2019]\n",
    "emphasis": "a *b [@dore2019]* c",
    "strong": "a **[@dore2019]** c",
    "Markdown in HTML": '<div markdown="1">\n\na [@dore2019]\n\n</div>\n',
    "HTML in a sentence": "a <b>b [@dore2019]</b> c",
    "behind an image": "![x](y.png) [@dore2019]",
    "behind a link": "[x](y.html) [@dore2019]",
    "behind a code span": "`x`[@dore2019]",
    "behind a footnote": "a[^1] [@dore2019]\n\n[^1]: b\n",
    "broken over two lines": "a [see\n@dore2019] b",
    "in parentheses": "a (see @dore2019) b",
}


@pytest.mark.parametrize("source", PLACES.values(), ids=PLACES.keys())
def test_works_wherever_markdown_does(convert: Any, source: str) -> None:
    page = convert(source)
    link = page.one("span.citation a[role=doc-biblioref]")
    assert (link.text(), link.attributes["href"]) == ("1", "#ref-dore2019")
    assert page.one("section.references ol > li#ref-dore2019")
    assert page.problems == []


@pytest.mark.parametrize(
    ("name", "options", "source"),
    [
        ("pymdownx.details", {}, "??? note\n    a [@dore2019]\n"),
        ("pymdownx.tabbed", {"alternate_style": True}, '=== "One"\n    a [@dore2019]\n'),
        ("pymdownx.blocks.details", {}, "/// details | x\na [@dore2019]\n///\n"),
    ],
)
def test_works_in_pymdown_blocks(
    convert: Any, name: str, options: dict[str, Any], source: str
) -> None:
    page = convert(source, extensions=(name,), configs={name: options})
    assert page.markers == ["[1]"]


def test_works_in_snippets(convert: Any, tmp_path: Any) -> None:
    """What a page takes in from another file cites as if it stood there."""
    (tmp_path / "part.md").write_text("from a part [@dore2019]\n", "utf-8")
    source = 'a\n\n--8<-- "part.md"\n'
    options = {"pymdownx.snippets": {"base_path": [str(tmp_path)]}}
    page = convert(source, extensions=("pymdownx.snippets",), configs=options)
    assert page.markers == ["[1]"]


READING_ORDER = {
    "nested list before a later paragraph": (
        "- a\n    - b [@dore2019]\n        - c [@kew2023]\n- d [@fda2023]\n\ne [@smith2020a]\n",
        ["[1]", "[2]", "[3]", "[4]"],
    ),
    "table before a paragraph": (
        "| a | b |\n|---|---|\n| [@dore2019] | [@kew2023] |\n| [@fda2023] | x |\n\n[@smith2020a]\n",
        ["[1]", "[2]", "[3]", "[4]"],
    ),
    "quote with a list": (
        "> - a [@dore2019]\n>\n> b [@kew2023]\n\nc [@fda2023]\n",
        ["[1]", "[2]", "[3]"],
    ),
    "definition list": (
        "one\n:   a [@dore2019]\n\n    b [@kew2023]\n\ntwo\n:   c [@fda2023]\n\nd [@smith2020a]\n",
        ["[1]", "[2]", "[3]", "[4]"],
    ),
    "footnotes are read where they stand, at the end": (
        "a[^2] b[^1]\n\n[^1]: x [@dore2019]\n[^2]: y [@kew2023]\n\nc [@fda2023]\n",
        ["[1]", "[2]", "[3]"],
    ),
    "emphasis before plain text": (
        "a **b [@dore2019]** c [@kew2023] *d [@fda2023]*",
        ["[1]", "[2]", "[3]"],
    ),
}


@pytest.mark.parametrize(("source", "markers"), READING_ORDER.values(), ids=READING_ORDER.keys())
def test_numbers_follow_the_reader(convert: Any, source: str, markers: list[str]) -> None:
    """Python-Markdown meets citations in another order than the reader does."""
    page = convert(source)
    assert page.markers == markers
    listed = [node.attributes["id"] for node in page.all("ol.csl-bib-body > li")]
    cited = [node.attributes["href"] for node in page.all("a[role=doc-biblioref]")]
    assert [f"#{name}" for name in listed] == cited


def test_footnotes_cite_in_the_order_of_their_numbers(convert: Any) -> None:
    options = {"footnotes": {"USE_DEFINITION_ORDER": False}}
    source = "a[^2] b[^1]\n\n[^1]: x [@dore2019]\n[^2]: y [@kew2023]\n"
    page = convert(source, extensions=("footnotes",), configs=options)
    texts = [node.text() for node in page.all(".footnote li")]
    assert "y" in texts[0]
    assert page.all(".footnote li span.citation")[0].attributes["data-cites"] == "kew2023"
    assert page.markers == ["[1]", "[2]"]


@pytest.mark.parametrize(
    ("suffix", "shown"),
    [
        (r"p. 3 \* x", "p. 3 * x"),
        ("p. 3 `x`", "p. 3 x"),
        ("p. `3`", "p. 3"),
        (r"{p. 3 \* x}", "{p. 3 * x}"),
        ("<https://example.org>", "https://example.org"),
    ],
)
def test_what_markdown_took_out_is_no_part_of_a_locator(
    convert: Any, suffix: str, shown: str
) -> None:
    page = convert(f"[@dore2019, {suffix}]")
    assert [m.replace("\N{NO-BREAK SPACE}", " ") for m in page.markers] == [f"[1, {shown}]"]
    assert page.problems == []
