"""The extension in Markdown: page after page, page in page, whatever stands beside it."""

from __future__ import annotations

import html
import xml.etree.ElementTree as etree
from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString
from markdown_citations import makeExtension
from markdown_citations.configuration import Configuration
from markdown_citations.extension import PageCitations, PageSource

CASES = Path(__file__).resolve().parent.parent / "cases"


def test_the_page_chooses_its_style(convert: Any) -> None:
    page = convert("[@dore2019; @kew2023]", page_style="author-year")
    assert page.markers == ["(Dore et al. 2019; Kew and Lee 2023)"]


def test_one_markdown_object_forgets_the_page_before(convert: Any) -> None:
    page = convert("[@dore2019] [@kew2023]")
    page.md.reset()
    again = page.md.convert("[@kew2023]")
    assert 'id="cite-kew2023-1"' in again
    assert "dore2019" not in again


class Nest(Extension):
    """Convert another page in the middle of one, as macros do."""

    def __init__(self, citations: Extension) -> None:
        super().__init__()
        self.citations = citations
        self.inner = ""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        outer = self

        class Convert(Preprocessor):
            def run(self, lines: list[str]) -> list[str]:
                outer.inner = markdown.Markdown(extensions=[outer.citations]).convert("[@kew2023]")
                return lines

        md.preprocessors.register(Convert(md), "nest", 1)


def test_pages_nest(convert: Any, tmp_path: Any) -> None:
    """State belongs to the Markdown object, for the extension is shared."""
    bib = tmp_path / "x.bib"
    bib.write_text("@misc{dore2019, title={A}}\n@misc{kew2023, title={B}}\n", "utf-8")
    sources = Configuration({"bibliography": "x.bib", "cache": ""}, tmp_path)
    extension = sources.extension(PageSource, lambda _page, _result: None)
    nest = Nest(extension)
    page = markdown.Markdown(extensions=[extension, nest]).convert("[@dore2019] [@dore2019]")
    assert "cite-dore2019-2" in page
    assert "kew2023" not in page
    assert "cite-kew2023-1" in nest.inner


EVIL = """@article{evil,
  author = {<script>alert(1)</script>, X. and {onclick=alert(1)}},
  title = {<img src=x onerror=alert(1)> \\{onclick=alert(1)\\} &lt;b&gt; <b>bold</b>},
  journal = {"><script>x</script>},
  year = {<i>2020</i>},
  doi = {10.1/"><script>alert(1)</script>},
  note = {\x02wzxhzdk:0\x03 \x0260\x03script},
  studytype = {survey},
  finding = {<script>alert(2)</script> \\{: onclick=x\\}},
}
@misc{urls, title = {A}, url = {javascript:alert(1)}}
@misc{data, title = {B}, url = {data:text/html,x}}
@misc{good, title = {C}, url = {HTTPS://example.org/a_b?c=1&d=%20"x"}}
"""


@pytest.mark.parametrize("style", ["vancouver", "author-year", "unsrt", "alpha"])
def test_values_come_out_harmless(convert: Any, style: str) -> None:
    """What stands in a .bib file is text, never markup, and never a script's address."""
    page = convert("<b>x</b> [@evil; @urls; @data; @good] @evil", bib=EVIL, style=style)
    assert {node.tag for node in page.all("main *")} <= {
        *("p", "b", "span", "a", "section", "h2", "ol", "li", "em", "strong"),
    }
    assert [n for n in page.all("main *") for name in n.attributes if name.startswith("on")] == []
    addresses = [n.attributes["href"] for n in page.all("main a")]
    assert all(a.startswith(("#", "http://", "https://", "HTTPS://")) for a in addresses)
    assert "javascript:" not in "".join(addresses)
    assert "<script>alert(1)</script>" in html.unescape(page.html)
    assert page.html.count("<b>x</b>") == 1


def test_named_in_a_configuration(tmp_path: Any, log: Any) -> None:
    """Other tools name the extension; no hook is needed."""
    (tmp_path / "x.bib").write_text("@misc{dore2019, title={A}}\n", "utf-8")
    options = {"bibliography": ["x.bib"], "root": str(tmp_path), "cache": ""}
    for _ in range(2):
        page = markdown.markdown(
            "# Some page\n\n[@dore2019; @nope]",
            extensions=["markdown_citations"],
            extension_configs={"markdown_citations": options},
        )
        assert "cite-dore2019-1" in page
    problem = (
        'page "Some page":3: citekey-unknown: no entry "nope" in x.bib. '
        "Add the entry, or take the citation out."
    )
    assert log.lines == [f"WARNING: {problem}"] * 2
    assert isinstance(makeExtension(**options), Extension)


PIECES = [
    *("[@dore2019]", "[-@dore2019]", "[@dore2019; @kew2023]", "[@dore2019, p. 3]", "@dore2019"),
    *("[see @dore2019]", "[@dore2019, *x*]", "@{dore2019}", "[@nobody]", " ", "\n", "\n\n"),
    *("[", "]", "(", ")", "](", '"', "word ", "<b>", "</b>", '<a title="', '">', "<", "*", "_"),
    *(
        "@kew2023 says ",
        "@dore2019. ",
        "(@dore2019)",
        "@dore2019:",
        "`",
        "\\",
        "![alt](",
        "[text](",
        "http://x.y/",
        "[id]",
        '[id]: http://u "t ',
        "# ",
        "> ",
    ),
    *("| a |\n|---|\n| ", "[^1]", "\n\n[^1]: ", "{.c}", "<!-- ", " -->", "*[word]: ", ":", ";"),
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join))
@settings(max_examples=400)
def test_no_mark_is_left_in_any_page(source: str) -> None:
    """Whatever stands around a citation: links, their titles, raw HTML, footnotes, headings."""
    names = ["abbr", "attr_list", "footnotes", "md_in_html", "tables", "toc"]
    extension = SOURCES.extension(lambda: PageSource("p.md", lambda: source), lambda *_: None)
    html = markdown.markdown(source, extensions=[*names, extension])
    assume("klzzwxh" not in html)  # Markdown's own emphasis breaks marks: *`a`**`b`*`c`
    assert "mark" not in html
    assert "\x02" not in html


SOURCES = Configuration({"bibliography": "library.bib", "cache": ""}, CASES)


def test_patterns_that_come_before_take_their_text_first() -> None:
    """A formula of another extension is no citation, whatever is in it."""

    class Formula(InlineProcessor):
        def handleMatch(self, m, data):  # type: ignore[no-untyped-def,override]  # noqa: N802
            element = etree.Element("code")
            element.text = AtomicString(m[1])
            return element, m.start(), m.end()

    md = markdown.Markdown(extensions=[SOURCES.extension(lambda: None, lambda *_: None)])
    md.inlinePatterns.register(Formula(r"\$([^$]+)\$", md), "formula", 189)
    assert "<code>x[@dore2019]</code>" in md.convert("In $x[@dore2019]$ [@dore2019].")


@pytest.mark.parametrize("cited", ["[@dore2019]", "@dore2019"])
def test_a_citation_that_comes_late_is_found(cited: str) -> None:
    """As from an extension that puts the values of names into a text."""

    class Value(InlineProcessor):
        def handleMatch(self, m, data):  # type: ignore[no-untyped-def,override]  # noqa: N802
            element = etree.Element("b")
            element.text = f"x {cited}"
            return element, m.start(), m.end()

    md = markdown.Markdown(extensions=[SOURCES.extension(lambda: None, lambda *_: None)])
    md.inlinePatterns.register(Value("%%", md), "value", 100)
    assert 'class="citation"' in md.convert("a %% b")


def test_a_stray_bracket_hides_no_image() -> None:
    """`(0, 5]` closes nothing, so the image's bracket is open where its text cites."""
    results: list[PageCitations] = []
    source = "(0, 5] ![b [c] @dore2019 d](u.png)"
    extension = SOURCES.extension(lambda: PageSource("p.md", lambda: source), _keep(results))
    html = markdown.markdown(source, extensions=[extension])
    assert 'alt="b [c] @dore2019 d"' in html
    assert [problem.code for problem in results[0].problems] == ["citation-in-image"]


def test_one_markdown_object_converts_page_after_page() -> None:
    """What one page does not need, the next may."""
    md = markdown.Markdown(extensions=[SOURCES.extension(lambda: None, lambda *_: None)])
    sources = ("[@dore2019]", "`a` [see @dore2019]", "none", "*[@dore2019, *x*]*")
    for source in (*sources, *reversed(sources)):
        assert ("citation" in md.reset().convert(source)) is ("@" in source), source


def _keep(results: list[PageCitations]) -> Callable[[PageSource, PageCitations], None]:
    return lambda _page, result: results.append(result)
