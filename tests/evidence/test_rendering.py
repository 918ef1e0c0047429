"""What stands beside an entry: in one paragraph, in full, and in a few words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from kapguide.evidence.rendering import annotate
from kapguide.evidence.study_fields import FIELD_NAMES
from kapguide.words import load_words
from markdown_citations.library.entries import Entry
from selectolax.lexbor import LexborHTMLParser

WORDS = load_words()


def entry(**fields: str) -> Entry:
    return Entry("smith2027", "article", fields, "references.bib", 1)


STUDY = entry(
    studytype="survey",
    people="1285",
    sample="1,285 people",
    design="One questionnaire",
    finding="Scores <b> fell.",
    limitation="No comparison group.",
    status="corrected",
    statusdate="2026-11-22",
)


def test_in_brief_one_paragraph() -> None:
    """Readers of a page get size, finding and limits, and what they must not overlook."""
    found = LexborHTMLParser(annotate(STUDY, words=WORDS).brief)
    assert [node.text() for node in found.css("p")] == [
        "Kind of study: Survey. How many: 1,285 people. Finding: Scores <b> fell. "
        "Limits: No comparison group.",
        "This work has been corrected. Last checked on November 22, 2026.",
    ]
    assert found.css_first(".study-warning")


def test_in_full_all_that_is_known() -> None:
    """The References page has a line for each text, and says when nobody has looked."""
    found = LexborHTMLParser(annotate(entry(design="A trial", finding="None."), words=WORDS).full)
    assert [node.text() for node in found.css("p.study b")] == ["Design:", "Finding:"]
    assert "Nobody has checked yet" in found.css("p.study-status")[0].text()


def test_in_a_few_words() -> None:
    """A marker's preview says what kind of study it was, and how large."""
    assert annotate(STUDY, words=WORDS).summary == "Survey, 1,285 people."


def test_nothing_known() -> None:
    """An entry without study fields has nothing beside it."""
    nothing = annotate(entry(title="A title"), words=WORDS)
    assert (nothing.summary, nothing.brief, nothing.full) == ("", "", "")


@given(st.dictionaries(st.sampled_from(sorted(FIELD_NAMES)), st.text()))
def test_any_text(fields: dict[str, str]) -> None:
    """Nothing in a field raises, and none of it becomes an element."""
    found = annotate(entry(**fields), words=WORDS)
    tree = LexborHTMLParser(found.brief + found.full)
    assert {node.tag for node in tree.css("body *")} <= {"p", "b", "br"}
