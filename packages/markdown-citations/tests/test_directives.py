"""`::: name argument` lines."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any

import pytest
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown_citations.directives import Directive, DirectiveExtension


def convert(text: str) -> tuple[str, list[Directive]]:
    """Convert with a handler of "box" that shows its argument in a box."""
    seen: list[Directive] = []

    def box(directive: Directive, parent: etree.Element, processor: BlockProcessor) -> None:
        seen.append(directive)
        element = etree.SubElement(parent, "div")
        processor.parser.parseChunk(element, f"*{directive.argument}*")

    md = Markdown(extensions=["tables", "fenced_code", DirectiveExtension({"box": box})])
    return md.convert(text).replace("\n", ""), seen


BOX = "<div><p><em>a b</em></p></div>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("::: box a b", BOX, id="alone"),
        pytest.param("One\n\n::: box a b\n\nTwo", f"<p>One</p>{BOX}<p>Two</p>", id="between"),
        pytest.param(
            "One\n::: box a b\nTwo", f"<p>One</p>{BOX}<p>Two</p>", id="without blank lines"
        ),
        pytest.param("::: box a b\n::: box a b", BOX * 2, id="two in a block"),
        pytest.param("- x\n\n    ::: box a b", f"<ul><li><p>x</p>{BOX}</li></ul>", id="in a list"),
        pytest.param("## H\n::: box a b", f"<h2>H</h2>{BOX}", id="under a heading"),
        pytest.param("::: other a", "<p>::: other a</p>", id="another name stays text"),
        pytest.param(
            "```\n::: box a b\n```", "<pre><code>::: box a b</code></pre>", id="in a fence"
        ),
        pytest.param(
            "    ::: box a b", "<pre><code>::: box a b</code></pre>", id="in indented code"
        ),
        pytest.param("a ::: box b", "<p>a ::: box b</p>", id="not at the line's start"),
    ],
)
def test_place(text: str, html: str) -> None:
    """A directive takes the place of its line, wherever a block may stand."""
    assert convert(text)[0] == html


def test_argument_and_line() -> None:
    """The handler gets the argument without outer blanks, and the line as it stands."""
    assert convert(":::  box   a b  ")[1] == [Directive("box", "a b", ":::  box   a b  ")]


def convert_nested(texts: dict[str, str], refused: list[Directive]) -> str:
    """Convert `::: box a` with two extensions, whose handlers put in the texts by name."""

    def put(directive: Directive, parent: etree.Element, processor: BlockProcessor) -> None:
        processor.parser.parseChunk(parent, texts[directive.argument])

    extensions = [DirectiveExtension({name: put}, refused.append) for name in ("box", "bag")]
    return Markdown(extensions=extensions).convert("::: box a").replace("\n", "")


@pytest.mark.parametrize(
    ("texts", "within"),
    [
        ({"a": "One\n\n::: box a"}, ("::: box a",)),
        ({"a": "One\n\n:::  box  a "}, ("::: box a",)),
        ({"a": "One\n\n::: bag b", "b": "> ::: box a"}, ("::: box a", "::: bag b")),
        (
            {"a": "One\n\n::: bag b", "b": "::: bag c", "c": "::: bag d", "d": "Deep"},
            ("::: box a", "::: bag b", "::: bag c"),
        ),
    ],
    ids=["in itself", "written otherwise", "by way of another", "too deep"],
)
def test_nested(texts: dict[str, str], within: tuple[str, ...]) -> None:
    """What would have no end is reported, with the way there, and left out."""
    refused: list[Directive] = []
    html = convert_nested(texts, refused)
    assert [directive.within for directive in refused] == [within]
    assert html.startswith("<p>One</p>")
    assert "Deep" not in html


def test_beside_each_other() -> None:
    """The same text twice, or in two places, is no circle."""
    refused: list[Directive] = []
    texts = {"a": "::: bag b\n\n::: bag b", "b": "Two"}
    assert convert_nested(texts, refused) == "<p>Two</p><p>Two</p>"
    assert refused == []


def test_nested_without_a_reporter(log: Any) -> None:
    """Who gives no reporter finds it in the log."""

    def again(directive: Directive, parent: etree.Element, processor: BlockProcessor) -> None:
        processor.parser.parseChunk(parent, directive.raw)

    assert Markdown(extensions=[DirectiveExtension({"box": again})]).convert("::: box a") == ""
    assert log.lines == ["WARNING: ::: box a is left out: it stands in ::: box a"]
