"""Numbers and markers of a page, without Markdown."""

from __future__ import annotations

import pytest
from markdown_citations.formatting.formatter import Formatter
from markdown_citations.language.citation import Citation, CitationItem, Slot
from markdown_citations.language.syntax import find_citation
from markdown_citations.library.customization import Annotation, Customization
from markdown_citations.library.entries import Entry, Library
from markdown_citations.page.markers import Marker, MarkerLink, Missing
from markdown_citations.page.numbering import BibliographyItem, make_markers

PEOPLE = {"a": "Ash, A.", "b": "Bay, B. and Elm, E.", "c": "Cay, C. and D, D. and E, E."}


def library() -> Library:
    """Give entries a to h, the last without author, and x, y of one author and year."""
    entries = {}
    for number, key in enumerate("abcdefgh"):
        fields = {"title": f"Title {key}", "journal": "J", "year": str(2000 + number)}
        if key != "h":
            fields["author"] = PEOPLE.get(key, f"{key.upper()}, {key.upper()}.")
        entries[key] = Entry(key, "article", fields, "made.bib", 1)
    for key in "xy":
        fields = {"author": "Yew, Y.", "title": f"T {key}", "journal": "J", "year": "2010"}
        entries[key] = Entry(key, "article", fields, "made.bib", 1)
    entries["z"] = Entry("z", "misc", {"author": "Zed, Z.", "title": "Undated"}, "made.bib", 1)
    return Library(entries, ("made.bib",))


def citation(text: str) -> Citation:
    found = find_citation(text, text.index("@"), lambda _key: True)
    assert found is not None
    assert found[2] == len(text)
    return found[0]


def show(marker: Marker, one: Citation) -> str:
    """Print a marker as a reader sees it; a hidden link as `·`."""
    text = marker.lead.replace("\N{NO-BREAK SPACE}", " ")
    for part in marker.parts:
        if isinstance(part, MarkerLink):
            text += part.text or "·"
        elif isinstance(part, Missing):
            text += f"?{part.citekey}"
        elif isinstance(part, Slot):
            text += getattr(one.items[part.item], part.part)
        else:
            text += part
    return text.replace("\N{NO-BREAK SPACE}", " ")


def markers(texts: list[str], style: str = "vancouver") -> list[str]:
    citations = [citation(text) for text in texts]
    made, _ = make_markers(citations, Formatter(library(), style))
    return [show(m, c) for m, c in zip(made, citations, strict=True)]


NUMERIC = {
    "by first mention": (["[@b]", "[@a]", "[@b]"], ["[1]", "[2]", "[1]"]),
    "two side by side": (["[@a; @b]"], ["[1, 2]"]),
    "three collapse": (["[@a; @b; @c]"], ["[1–·3]"]),
    "five collapse": (["[@a; @b; @c; @d; @e]"], ["[1–···5]"]),
    "range and one": (["[@a; @b; @c]", "[@e]", "[@a; @b; @c; @d]"], ["[1–·3]", "[4]", "[1–·3, 5]"]),
    "sorted in a group": (
        ["[@a] x".removesuffix(" x"), "[@b]", "[@b; @a]"],
        ["[1]", "[2]", "[1, 2]"],
    ),
    "two ranges": (
        ["[@a; @b; @c; @d; @e; @f; @g]", "[@g; @f; @e; @c; @b; @a]"],
        ["[1–·····7]", "[1–·3, 5–·7]"],
    ),
    "a locator stops a range": (["[@a; @b, p. 3; @c]"], ["[1; 2, p. 3; 3]"]),
    "a run beside a locator": (["[@a; @b; @c; @d, p. 3]"], ["[1–·3; 4, p. 3]"]),
    "prefix and suffix": (["[see @a, p. 3, and so on]"], ["[see 1, p. 3, and so on]"]),
    "suffix without comma": (["[@a{}x]"], ["[1, x]"]),
    "suppressed author changes no number": (["[-@a]"], ["[1]"]),
    "author in text": (["@a"], ["Ash [1]"]),
    "two authors in text": (["@b [p. 3]"], ["Bay and Elm [1, p. 3]"]),
    "three authors in text": (["@c [see @a]"], ["Cay et al. [1; see 2]"]),
    "title in the place of an author": (["@h"], ["Title h [1]"]),
    "unknown": (["[@nope]", "[@a]"], ["[?nope]", "[1]"]),
    "unknown in a group": (["[@a; @nope; @b]"], ["[1, ?nope, 2]"]),
    "unknown author in text": (["@nope [p. 3]"], ["[?nope, p. 3]"]),
    "the same twice": (["[@a; @a]"], ["[1, 1]"]),
    "two places of one work": (["[@a, p. 1; @a, p. 2]"], ["[1, p. 1; 1, p. 2]"]),
}


@pytest.mark.parametrize(("texts", "shown"), NUMERIC.values(), ids=NUMERIC.keys())
def test_numbers(texts: list[str], shown: list[str]) -> None:
    assert markers(texts) == shown


DATED = {
    "one": (["[@a]"], ["(Ash 2000)"]),
    "two": (["[@a; @b]"], ["(Ash 2000; Bay and Elm 2001)"]),
    "in the order of the text": (["[@b; @a]"], ["(Bay and Elm 2001; Ash 2000)"]),
    "locator": (["[see @a, pp. 3-5]"], ["(see Ash 2000, pp. 3–5)"]),
    "suppressed author": (["[-@a, p. 3]"], ["(2000, p. 3)"]),
    "author in text": (["@c [p. 3]"], ["Cay et al. (2002, p. 3)"]),
    "author in text and another": (["@a [see @b]"], ["Ash (2000; see Bay and Elm 2001)"]),
    "one author, one year": (["[@x; @y]"], ["(Yew 2010a, 2010b)"]),
    "one author, one year, apart": (["[@x; @a; @y]"], ["(Yew 2010a; Ash 2000; Yew 2010b)"]),
    "no author": (["[@h]"], ["(Title h 2007)"]),
    "no year": (["[@z]", "@z", "[-@z]"], ["(Zed)", "Zed (no date)", "(no date)"]),
    "unknown": (["[@nope]", "[@nope; @a]"], ["[?nope]", "(?nope; Ash 2000)"]),
}


@pytest.mark.parametrize(("texts", "shown"), DATED.values(), ids=DATED.keys())
def test_authors_and_years(texts: list[str], shown: list[str]) -> None:
    assert markers(texts, "author-year") == shown


def links(texts: list[str], style: str = "vancouver") -> list[MarkerLink]:
    made, _ = make_markers([citation(text) for text in texts], Formatter(library(), style))
    return [part for m in made for part in m.parts if isinstance(part, MarkerLink)]


def test_each_item_of_a_range_keeps_its_link() -> None:
    """Who listens hears three references, and the keyboard stops at three."""
    found = links(["[@a; @b; @c]"])
    assert [(link.citekey, link.text, link.label, link.name) for link in found] == [
        ("a", "1", "1", "Reference 1, Ash 2000"),
        ("b", "", "2", "Reference 2, Bay 2001"),
        ("c", "3", "3", "Reference 3, Cay 2002"),
    ]


def test_names_hold_what_is_seen() -> None:
    """Voice control finds a link by the text that it shows (WCAG 2.5.3)."""
    texts = ["[@a; @b; @d]", "[-@a]", "@b", "[@x; @y]", "[@z]", "[-@z]", "@h [@c, p. 3]"]
    for style in ("vancouver", "author-year"):
        for link in links(texts, style):
            assert link.text in link.name, link


def test_places_are_counted_for_each_entry() -> None:
    found = links(["[@a]", "[@b; @a]", "@a"])
    assert [(link.citekey, link.place) for link in found] == [
        ("a", 1),
        ("a", 2),
        ("b", 1),
        ("a", 3),
    ]


def test_the_bibliography_lists_what_was_cited() -> None:
    texts = ["[@b]", "[@a; @nope]", "@b"]
    _, bibliography = make_markers([citation(text) for text in texts], Formatter(library()))
    assert bibliography == (BibliographyItem("b", "1", 2), BibliographyItem("a", "2", 1))


def test_author_year_lists_by_name() -> None:
    texts = ["[@y]", "[@h]", "[@x; @a]"]
    formatter = Formatter(library(), "author-year")
    _, bibliography = make_markers([citation(text) for text in texts], formatter)
    assert [item.citekey for item in bibliography] == ["a", "h", "x", "y"]


def test_nothing_cited_is_nothing() -> None:
    assert make_markers([], Formatter(library())) == ((), ())


def test_items_know_when_they_are_plain() -> None:
    assert CitationItem("a").is_plain
    assert not CitationItem("a", prefix="see").is_plain


FLAGGED = {
    "alone": (["[@b]"], ["[1 (corrected)]"], "vancouver"),
    "never inside a range": (["[@a; @b; @c; @d]"], ["[1, 2 (corrected), 3, 4]"], "vancouver"),
    "behind a range of others": (["[@a; @c; @d; @b]"], ["[1–·3, 4 (corrected)]"], "vancouver"),
    "with a locator": (["[@b, p. 3]"], ["[1 (corrected), p. 3]"], "vancouver"),
    "by names": (["[@b]"], ["(Bay and Elm 2001 (corrected))"], "author-year"),
    "authors in the text": (["@b"], ["Bay and Elm [1 (corrected)]"], "vancouver"),
}


@pytest.mark.parametrize(("texts", "shown", "style"), FLAGGED.values(), ids=FLAGGED.keys())
def test_a_flag_is_seen_and_heard(texts: list[str], shown: list[str], style: str):
    """What a caller says of an entry at once stands in its markers, and in their names."""
    customization = Customization(
        annotate=lambda entry: Annotation(flag="corrected" if entry.citekey == "b" else "")
    )
    citations = [citation(text) for text in texts]
    formatter = Formatter(library(), style, customization=customization)
    made, _ = make_markers(citations, formatter)
    assert [show(m, c) for m, c in zip(made, citations, strict=True)] == shown
    links = [part for m in made for part in m.parts if isinstance(part, MarkerLink)]
    assert [link.citekey for link in links if link.name.endswith(", corrected")] == ["b"]
