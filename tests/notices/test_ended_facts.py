"""A fact that has ended: the page says so where it states the fact."""

from __future__ import annotations

from datetime import date

import pytest
from kapguide.front_matter.deadlines import DatedFact
from kapguide.notices.ended_facts import EndedFacts, shown_end
from kapguide.words import load_words
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

WORDS = load_words()
UNTIL = date(2026, 12, 31)
AFTER = date(2027, 1, 1)
FRONT = "---\ndated_facts:\n  - fact: the rule\n    until: 2026-12-31\n    then: It ended.\n---\n"
BOX = '<div class="admonition ended-fact">\n<p>It ended.</p>\n</div>'
EXTENSIONS = ("tables", "def_list", "footnotes", "md_in_html")


def show(body: str, today: date = AFTER, front: str = FRONT) -> str:
    """Convert the body of a page with these settings."""
    extension = EndedFacts(lambda: ("docs/law.md", f"{front}{body}"), today, WORDS)
    return Markdown(extensions=[*EXTENSIONS, extension]).convert(body)


PLACES = {
    "behind its paragraph": (
        "# Law\n\nThe rule holds\nuntil December\n31, 2026, says the law.\n\nMore.",
        "<h1>Law</h1>\n<p>The rule holds\nuntil December\n31, 2026, says the law.</p>\n"
        f"{BOX}\n<p>More.</p>",
    ),
    "in bold letters": (
        "It holds until **December 31, 2026**.",
        f"<p>It holds until <strong>December 31, 2026</strong>.</p>\n{BOX}",
    ),
    "in its item of a list": (
        "- until December 31, 2026\n    - nested\n- more",
        f"<ul>\n<li>until December 31, 2026{BOX}\n<ul>\n<li>nested</li>\n</ul>\n</li>\n"
        "<li>more</li>\n</ul>",
    ),
    "in its item of a list with paragraphs": (
        "1. until December 31, 2026\n\n2. more",
        f"<ol>\n<li>\n<p>until December 31, 2026</p>\n{BOX}\n</li>\n"
        "<li>\n<p>more</p>\n</li>\n</ol>",
    ),
    "in its quotation": (
        "> until December 31, 2026",
        f"<blockquote>\n<p>until December 31, 2026</p>\n{BOX}\n</blockquote>",
    ),
    "in its definition": (
        "The rule\n:   until December 31, 2026",
        f"<dl>\n<dt>The rule</dt>\n<dd>until December 31, 2026{BOX}\n</dd>\n</dl>",
    ),
    "behind each paragraph": (
        "# December 31, 2026\n\nUntil December 31, 2026.",
        f"<h1>December 31, 2026</h1>\n{BOX}\n<p>Until December 31, 2026.</p>\n{BOX}",
    ),
    "below the title where no day is named": (
        "# Law\n\nThe rule is temporary.",
        f"<h1>Law</h1>\n{BOX}\n<p>The rule is temporary.</p>",
    ),
    "at the top where there is no title": ("Temporary.", f"{BOX}\n<p>Temporary.</p>"),
    "not by what is code": (
        "# Law\n\n    until December 31, 2026",
        f"<h1>Law</h1>\n{BOX}\n<pre><code>until December 31, 2026\n</code></pre>",
    ),
}


def tidy(html: str) -> list[str]:
    """Give the HTML without line breaks between elements, which are the writer's."""
    return html.replace("\n<", "<").replace(">\n", ">").split("<")


@pytest.mark.parametrize(("body", "html"), PLACES.values(), ids=PLACES)
def test_it_stands_where_the_fact_does(body: str, html: str) -> None:
    """A reader who reads only that part of the page learns it."""
    assert tidy(show(body)) == tidy(html)


def test_a_cell_of_a_table_says_it() -> None:
    """A box between rows would be no HTML."""
    html = show("| rule | until |\n| --- | --- |\n| one | December 31, 2026 |")
    (box,) = LexborHTMLParser(html).css("td > .ended-fact")
    assert box.text().strip() == "It ended."
    assert html.count("ended-fact") == 1


@pytest.mark.parametrize(
    ("today", "shown"), [(date(2026, 11, 1), False), (UNTIL, False), (AFTER, True)], ids=str
)
def test_a_fact_holds_on_its_last_day(today: date, shown: bool) -> None:
    """The page changes on the day after, and not before."""
    assert ("It ended." in show("Until December 31, 2026.", today)) is shown


def test_each_fact_has_its_own_words() -> None:
    """Two facts that end on one day, one of them without words."""
    front = FRONT.replace("---\n", "", 1).replace("---", "  - {fact: x, until: 2026-12-31}\n---")
    html = show("Until December 31, 2026.", front=f"---\n{front}")
    assert html.count("It ended.") == 1
    assert html.count("This ended on December 31, 2026.") == 1


def test_what_a_reader_sees_of_it() -> None:
    """The check looks for the words, without citations and marks."""
    fact = DatedFact("the rule", UNTIL, "It **ended** [@law2026].\nOne visit [comes](x.md) first.")
    assert shown_end(fact, WORDS) == "It ended. One visit comes first."


def test_its_citation_is_numbered_in_reading_order(build_site, monkeypatch) -> None:
    """In a real build: the box is part of the page, and gone where nothing has ended."""
    front = FRONT.replace("It ended.", '"It ended [@law]."')
    bib = (
        "@misc{law, title = {Law}, author = {Ash, A}, year = {2025}}\n"
        "@misc{ash, title = {Ash}, author = {Oak, B}, year = {2024}}\n"
    )
    page = f"{front}\n# Law\n\nUntil December 31, 2026.\n\nLast [@ash].\n"
    files = {"docs/index.md": page, "references.bib": bib}
    settings = {
        "markdown_extensions": [
            "kapguide.directives",
            {"kapguide.citations": {"bibliography": "references.bib"}},
        ]
    }
    found = []
    for epoch in ("1798761600", "1795305600"):  # 1 January 2027, 22 November 2026
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        built = build_site(files, hooks=["cite_sources", "finish_site"], **settings)
        markers = built.page("index.html").css(".citation")
        found.append([(m.attributes["data-cites"], m.text()) for m in markers])
        assert [line for line in built.lines if "entry-unused" not in line] == []
    assert found == [[("law", "[1]"), ("ash", "[2]")], [("ash", "[1]")]]
