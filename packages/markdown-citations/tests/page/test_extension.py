"""Citations in Markdown: where they work, where they don't, what stays untouched."""

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


MISPLACED = {
    "heading": ("# A\n\n## B [@dore2019]\n", "citation-in-heading", 3),
    "heading with a line below": ("A\n\nB [@dore2019]\n---\n", "citation-in-heading", 3),
    "author in text in a heading": ("## @dore2019 again\n", "citation-in-heading", 1),
    "link": ("a\n\n[see [@dore2019]](x.html)\n", "citation-in-link", 3),
    "citation as a link": ("[@dore2019](x.html)\n", "citation-in-link", 1),
    "reference link": ("[see @dore2019][x]\n\n[x]: y.html\n", "citation-in-link", 1),
    "image": ("![a [@dore2019]](x.png)\n", "citation-in-image", 1),
    "image with an author": ("a\n\n![by @dore2019](x.png)\n", "citation-in-image", 3),
}


@pytest.mark.parametrize(("source", "code", "line"), MISPLACED.values(), ids=MISPLACED.keys())
def test_reports_what_stands_wrong(convert: Any, source: str, code: str, line: int) -> None:
    page = convert(source, extensions=("attr_list",))
    assert [(p.code, p.path, p.line) for p in page.problems] == [(code, "docs/page.md", line)]
    assert "@dore2019" in page.html, "what is wrong stays visible"
    assert page.all("span.citation") == page.all("section.references") == []


def test_an_unknown_key_is_shown_and_the_page_goes_on(convert: Any) -> None:
    page = convert("a [@dore2091; @kew2023] b [@zzz]\n")
    assert page.markers == ["[?dore2091, 1]", "[?zzz]"]
    assert len(page.all("span.citation > strong.citation-missing")) == 2
    assert [str(problem) for problem in page.problems] == [
        'docs/page.md:1: citekey-unknown: no entry "dore2091" in library.bib. '
        'Did you mean "dore2019"?',
        'docs/page.md:1: citekey-unknown: no entry "zzz" in library.bib. '
        "Add the entry, or take the citation out.",
    ]


def test_each_mention_of_an_unknown_key_has_its_line(convert: Any) -> None:
    """Code is no mention, and lines count from the top of the file, front matter included."""
    source = "---\ntitle: x\n---\n\na [@nope]\n\n```\n[@nope]\n```\n\n- b `[@nope]`\n- c [@nope]\n"
    page = convert(source, extensions=("fenced_code", "meta"))
    assert [problem.line for problem in page.problems] == [5, 12]


def test_a_misspelt_bare_key_is_reported_once(convert: Any) -> None:
    page = convert("- *by @dore209*\n- and @dore209, thanks to @somebody\n")
    (problem,) = page.problems
    assert (problem.code, problem.line) == ("citekey-misspelt", 1)
    assert problem.hint == r'Did you mean "dore2019"? If it is no citation, write \@dore209.'
    assert page.markers == []


def test_escaping_ends_it(convert: Any) -> None:
    page = convert(r"\@dore209 and \@dore2019 and [\@dore2019]")
    assert page.text == "@dore209 and @dore2019 and [@dore2019]"
    assert page.problems == []


def test_a_broken_citation_says_so(convert: Any) -> None:
    page = convert("a\n\nb [@dore2019; see kew2023] c\n")
    assert [str(problem) for problem in page.problems] == [
        'docs/page.md:3: citation-malformed: "[@dore2019; see kew2023]" is no citation. '
        "Give each part between semicolons a citekey, and close the bracket."
    ]


def test_a_repetition_is_a_warning(convert: Any) -> None:
    page = convert(
        "[@dore2019] x\n\n[@dore2019; @dore2019]\n\n[@dore2019, p. 1; @dore2019, p. 2]\n"
    )
    assert [(p.code, p.line, p.severity) for p in page.problems] == [
        ("citation-repeated", 3, "warning")
    ]


def test_markdown_in_prefix_and_suffix(convert: Any) -> None:
    page = convert("[see *the* `code` in [it](x.html) @dore2019, p. 3, **our** italics\\; yes]")
    marker = page.one("span.citation")
    assert marker.text() == "[see the code in it 1, p.\u00a03, our italics; yes]"
    assert [node.tag for node in marker.css("em, code, strong, a[href='x.html']")] == [
        "em",
        "code",
        "a",
        "strong",
    ]


def test_a_citation_inside_a_suffix(convert: Any) -> None:
    page = convert("[@dore2019, cited by @kew2023] and [@fda2023]")
    assert [node.text() for node in page.all("a[role=doc-biblioref]")] == ["1", "2", "3"]
    assert page.problems == []


def test_the_authors_of_a_sentence_stand_before_the_marker(convert: Any) -> None:
    """They belong to the sentence: a search for "Dore" must find it."""
    page = convert("As @dore2019 [p. 3] and @kew2023 and @fda2023 and @nobody say.")
    assert page.text == (
        "As Dore et al.\u00a0[1, p.\u00a03] and Kew and Lee\u00a0[2] and "
        "US Food and Drug Administration\u00a0[3] and What the study was about, in…\u00a0[4] say."
    )
    assert page.markers == ["[1, p.\u00a03]", "[2]", "[3]", "[4]"]


def test_the_contract_of_a_marker(convert: Any) -> None:
    """Styles, search engines and other programs rely on it."""
    page = convert("a [@dore2019; @fda2023] b [@dore2019; @nobody]")
    first, second = page.all("span.citation")
    assert first.attributes["data-cites"] == "dore2019 fda2023"
    assert "data-search-exclude" in first.attributes
    links = first.css("a") + second.css("a")
    assert [link.attributes["id"] for link in links] == [
        "cite-dore2019-1",
        "cite-fda2023-1",
        "cite-dore2019-2",
        "cite-nobody-1",
    ]
    assert [link.attributes["aria-label"] for link in links] == [
        "Reference 1, Dore 2019",
        "Reference 2, US Food and Drug Administration 2023",
        "Reference 1, Dore 2019",
        "Reference 3, What the study was about, in…",
    ]
    assert links[0].attributes["data-entry"] == (
        "Dore et al. 2019. Ketamine Assisted Psychotherapy (KAP): Patient Demographics. "
        "Study without comparison group."
    )


def test_the_contract_of_the_bibliography(convert: Any) -> None:
    page = convert("a [@dore2019] b [@kew2023] c [@dore2019]")
    section = page.one("section.references[role=doc-bibliography]")
    heading = section.css_first("h2")
    assert (heading.text(), heading.attributes["id"]) == ("References", "references")
    assert section.attributes["aria-labelledby"] == "references"
    item = page.one("ol.csl-bib-body > li#ref-dore2019")
    assert [(link.text(), link.attributes["href"]) for link in item.css("p.csl-entry-text a")] == [
        (
            "https://doi.org/10.1080/02791072.2019.1587556",
            "https://doi.org/10.1080/02791072.2019.1587556",
        ),
        ("PMID: 30917760", "https://pubmed.ncbi.nlm.nih.gov/30917760/"),
        ("PMCID: PMC7654321", "https://pmc.ncbi.nlm.nih.gov/articles/PMC7654321/"),
    ]
    assert item.css_first("p.kind").text() == "Study without comparison group"
    back = [
        (link.text(), link.attributes["href"], link.attributes["aria-label"])
        for link in item.css("a[role=doc-backlink]")
    ]
    assert back == [
        ("1", "#cite-dore2019-1", "Back to text, place 1: reference 1, Dore 2019"),
        ("2", "#cite-dore2019-2", "Back to text, place 2: reference 1, Dore 2019"),
    ]
    alone = page.one("li#ref-kew2023 a[role=doc-backlink]")
    assert (alone.text(), alone.attributes["aria-label"]) == (
        "Back to text",
        "Back to text: reference 2, Kew 2023",
    )


def test_every_link_of_a_citation_has_its_target(convert: Any) -> None:
    source = "[@dore2019; @kew2023; @fda2023] @smith2020a [@dore2019]\n\n- [@nobody]\n"
    page = convert(source)
    ids = [node.attributes["id"] for node in page.all("[id]")]
    assert len(ids) == len(set(ids))
    targets = [n.attributes["href"] for n in page.all("[role=doc-biblioref], [role=doc-backlink]")]
    assert len(targets) == 12
    assert all(target.removeprefix("#") in ids for target in targets)


def test_a_heading_called_references_keeps_its_id_apart(convert: Any) -> None:
    page = convert("# References\n\n[@dore2019]\n")
    assert [node.attributes["id"] for node in page.all("h1, h2")] == ["references_1", "references"]


def test_a_page_without_citations_has_no_bibliography(convert: Any) -> None:
    assert convert("text").html == "<p>text</p>"


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


def test_a_key_of_odd_signs_has_a_sound_id(convert: Any) -> None:
    bib = "@misc{a/b%c, title={A}}\n@misc{a~b, title={B}}\n@misc{é:1, title={C}}\n"
    page = convert("[@a/b%c; @a~b] [@é:1]", bib=bib)
    assert [n.attributes["id"] for n in page.all("li.csl-entry")] == [
        "ref-a~2f~b~25~c",
        "ref-a~7e~b",
        "ref-é:1",
    ]
    assert page.all("[href='#ref-a~2f~b~25~c']")


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


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ('a\n\n*b*{title="as in [@dore2019]"} c\n', 3),
        ('a\n{: title="[@dore2019]"}\n', 2),
        ('# a {title="-@dore2019 or @dore2019"}\n', 1),
    ],
)
def test_reports_what_stands_in_an_attribute(convert: Any, source: str, line: int) -> None:
    """HTML in an attribute would end it; what the author wrote stays."""
    page = convert(source, extensions=("attr_list",))
    assert {(p.code, p.line) for p in page.problems} <= {
        ("citation-in-attribute", line),
        ("citation-in-heading", line),
    }
    assert page.problems
    (title,) = [node.attributes["title"] for node in page.all("[title]")]
    assert title in source
    assert "@dore2019" in title


def test_an_attribute_without_a_value_stands_beside_a_citation(convert: Any) -> None:
    page = convert(
        "[The picture](a.png){download} with you [@dore2019].\n", extensions=("attr_list",)
    )
    assert page.one("a[download]").text() == "The picture"
    assert page.markers == ["[1]"]
    assert page.problems == []


def test_an_abbreviation_changes_no_marker(convert: Any) -> None:
    """Markers are numbers while Markdown works, and a number may be an abbreviation."""
    source = "*[0]: null\n*[1]: one\n\nKAP [@dore2019] and [@kew2023] 1.\n"
    page = convert(source, extensions=("abbr",))
    assert page.markers == ["[1]", "[2]"]
    assert page.one("abbr").text() == "1"


def test_all_that_a_heading_cites_is_written_out(convert: Any) -> None:
    """Each citation has its message, and none of the heading's words is lost."""
    page = convert("# A [@dore2019] b [see @kew2023, *p*. 3] c @fda2023 d\n")
    assert page.codes == ["citation-in-heading"] * 3
    assert page.one("h1").text() == "A [@dore2019] b [see @kew2023, *p*. 3] c @fda2023 d"
    assert page.one("h1").html.count("<") == 2


@pytest.mark.parametrize("cited", ["[@dore2019]", "[see @dore2019, p. 3]", "@dore2019"])
def test_attributes_go_to_the_marker(convert: Any, cited: str) -> None:
    """As to any other element: `{.quiet}` right behind it."""
    page = convert(f"A {cited}{{.quiet #here}} b.\n", extensions=("attr_list",))
    marker = page.one("span.citation")
    assert marker.attributes["class"] == "citation quiet"
    assert marker.attributes["id"] == "here"
    assert "{" not in page.text
    assert page.text.startswith("A Dore" if cited.startswith("@") else "A [")


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


def test_an_old_citekey_leads_to_its_entry(convert: Any) -> None:
    """biblatex's `ids`: both names of a work are one number."""
    bib = "@misc{new2020, ids = {old2019, older}, title = {A title}, year = {2020}}"
    page = convert("One [@old2019], two [@new2020], three: @older.\n", bib=bib)
    assert page.codes == []
    assert page.markers == ["[1]", "[1]", "[1]"]
