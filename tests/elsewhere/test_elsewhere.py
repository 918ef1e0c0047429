"""The citation extension, by its module name, under every program that loads it.

No hook runs here: what pages get must come from the extension alone, because a
program that ignores hooks does so in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

PROGRAMS = ("Python-Markdown", "MkDocs", "ProperDocs", "Zensical")
JUDGE, *OTHERS = PROGRAMS
"""Python-Markdown alone is what the others are held against."""

MARKERS = {
    "index": [
        "[1]",
        "[1–3]",
        "[see also 2, pp. 3–5, and more; 4, chap. 2]",
        "[1, p. A 7, and so on]",
        "[1, 12 of them]",
        "[1]",
        "[2]",
        "[4, p. 11; see 3]",
        "[5; 5, p. 2]",
        "[3, 4]",
    ],
    "list": ["[1]"],
    "places": [
        *("[1]", "[2]", "[3]", "[4]", "[4]", "[2]", "[2, p. 4]"),
        *("[3]", "[1]", "[4]", "[2, 3]", "[5]", "[1]", "[5, fig. 2]"),
    ],
    "plain": [],
    "wrong": ["[?dore2109]", "[1, ?dore2109]"],
}
"""What stands in the text of each page."""

BIBLIOGRAPHIES = {
    "index": ["dore2019", "muller2020", "fda2023", "kew2021", "odd:key~2f~1"],
    "list": ["muller2020"],
    "places": ["kew2021", "dore2019", "fda2023", "muller2020", "odd:key~2f~1"],
    "plain": [],
    "wrong": ["kew2021"],
}
"""The entries at the end of each page, by first mention."""

PROBLEMS = [
    *("citation-in-heading", "citation-in-link", "citekey-misspelt"),
    *("citekey-unknown", "citekey-unknown"),
]
CONTRACT = ("id", "class", "href", "role", "aria-label", "data-cites", "data-entry")
"""The attributes that readers and other programs rely on."""

Give = Callable[[str], Any]
each_program = pytest.mark.parametrize("program", PROGRAMS)


def outline(node: LexborNode) -> tuple[object, ...]:
    """Reduce an element to its tag, its attributes of the contract, and what it holds."""
    if node.tag == "-text":
        return ("text", " ".join(node.text().split()))
    held = [outline(child) for child in node.iter(include_text=True)]
    attributes = {name: node.attributes[name] for name in CONTRACT if name in node.attributes}
    return (node.tag, attributes, [child for child in held if child != ("text", "")])


def outlines(page: LexborHTMLParser, selector: str) -> list[tuple[object, ...]]:
    return [outline(node) for node in page.css(selector)]


def ids(page: LexborHTMLParser, selector: str) -> list[str]:
    return [str(node.attributes["id"]).removeprefix("ref-") for node in page.css(selector)]


@each_program
def test_every_kind_of_citation_gets_its_marker(program: str, built: Give) -> None:
    """What the syntax promises holds wherever Markdown works, whoever runs it."""
    shown = {
        name: [node.text().replace("\N{NO-BREAK SPACE}", " ") for node in page.css(".citation")]
        for name, page in built(program).pages.items()
    }
    assert shown == MARKERS


@each_program
def test_each_page_ends_with_what_it_cites(program: str, built: Give) -> None:
    """The bibliography comes from the extension, not from a hook."""
    listed = {
        name: ids(page, "section.references li.csl-entry")
        for name, page in built(program).pages.items()
    }
    assert listed == BIBLIOGRAPHIES


@each_program
def test_code_addresses_and_escapes_stay_text(program: str, built: Give) -> None:
    """Only citations are touched."""
    page = built(program).pages["index"]
    (left,) = [node.text() for node in page.css("p") if node.text().startswith("Nothing here")]
    for text in ("[@dore2019]", "@dore2019", "name@dore2019.example", "@somebody"):
        assert text in left
    (fence,) = page.css("pre")
    assert fence.text().strip() == "[@dore2019]"


@each_program
def test_list_of_all_entries_is_the_extensions_too(program: str, built: Give) -> None:
    """The page that lists the whole library needs no hook, and no id stands twice on it."""
    page = built(program).pages["list"]
    assert sorted(ids(page, ".csl-entry")) == sorted(BIBLIOGRAPHIES["index"])
    links = page.css(".reference-list .entry-links a")
    assert [link.attributes["href"] for link in links] == ["#ref-dore2019", "#ref-muller2020"]


@each_program
def test_values_of_the_library_stay_harmless(program: str, built: Give) -> None:
    """No program turns a title into a script, or a forbidden address into a link."""
    for page in built(program).pages.values():
        for entry in page.css("li.csl-entry"):
            assert entry.css("script, [onclick]") == []
            assert not any(
                str(link.attributes["href"]).startswith("javascript:") for link in entry.css("a")
            )
    (entry,) = built(program).pages["index"].css('[id="ref-odd:key~2f~1"]')
    assert "<script>alert(1)</script>" in entry.text()


@pytest.mark.parametrize("selector", [".citation", "li.csl-entry", ".references > h2", ".study"])
@pytest.mark.parametrize("program", OTHERS)
def test_html_is_the_same_everywhere(program: str, selector: str, built: Give) -> None:
    """Ids, addresses, roles, names and texts do not depend on who calls the extension."""
    expected, found = built(JUDGE).pages, built(program).pages
    assert {name: outlines(page, selector) for name, page in found.items()} == {
        name: outlines(page, selector) for name, page in expected.items()
    }
    assert any(outlines(page, selector) for page in expected.values())


@each_program
def test_problems_are_said_everywhere(program: str, built: Give) -> None:
    """Who runs another program is told what to mend, with the page and the line."""
    page = 'page "What is wrong"' if program == JUDGE else "docs/wrong.md"
    found = re.findall(rf"^(?:WARNING +-  )?{page}:\d+: ([\w-]+): .+$", built(program).output, re.M)
    assert sorted(found) == PROBLEMS
    assert 'no entry "dore2109" in references.bib, more.bib. Did you mean "dore2019"?' in (
        built(program).output
    )


@each_program
def test_edit_of_the_library_shows_at_the_next_build(program: str, copy: Any) -> None:
    """What is kept between builds is never stale, whoever builds."""
    for page in (copy.folder / "docs").glob("[lp]*.md"):
        page.unlink()
    before = copy.build(program).pages["wrong"].css_first(".csl-entry-text").text()
    path = copy.folder / "more.bib"
    path.write_text(path.read_text("utf-8").replace("A chapter", "Another chapter"), "utf-8")
    after = copy.build(program).pages["wrong"].css_first(".csl-entry-text").text()
    assert "A chapter" in before
    assert after == before.replace("A chapter", "Another chapter")
