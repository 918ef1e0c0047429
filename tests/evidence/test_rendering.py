"""What stands beside an entry: in one paragraph, in full, and in a few words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.evidence.rendering import annotate, describe_status, describe_unconfirmed
from kapguide.evidence.study_fields import FIELD_NAMES
from kapguide.words import load_words
from markdown_citations.library.entries import Entry
from selectolax.lexbor import LexborHTMLParser

WORDS = load_words()
NEVER_CHECKED = "Nobody has checked yet whether this work was corrected or retracted."


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


def test_a_text_in_another_language() -> None:
    """A Spanish page has the Spanish text; what has none is marked as English."""
    spanish = entry(finding="Bajaron.", finding_es="Bajaron.", limitation="No comparison group.")
    found = LexborHTMLParser(annotate(spanish, words=load_words("es")).brief)
    assert found.css_first("p").text() == "Qué halló: Bajaron. Límites: No comparison group."
    assert [node.text() for node in found.css("[lang=en]")] == ["No comparison group"]


def test_in_a_few_words() -> None:
    """A marker's preview says what kind of study it was, and how large."""
    assert annotate(STUDY, words=WORDS).summary == "Survey, 1,285 people."


def test_nothing_known() -> None:
    """An entry without study fields promises nothing: the list says what it lacks."""
    nothing = annotate(entry(title="A title"), words=WORDS)
    assert (nothing.summary, nothing.brief) == ("", "")
    assert "We have not yet written down all of what this work found" in nothing.full


def test_what_nobody_could_confirm_is_named_once() -> None:
    """An entry that names its lack among what is unconfirmed says so, and no more."""
    full = annotate(entry(unconfirmed="finding, limitation"), words=WORDS).full
    assert "We could not yet confirm: what was found, what limits it." in full
    assert "not yet written down" not in full


def test_every_text_has_its_label() -> None:
    """They come in one order, decoded; what is not known is left out."""
    full = annotate(
        entry(
            limitation="Small.",
            finding=r"It helped {8} of 16, 50\%.",
            design="Open study",
            sample="16 people",
            studytype="uncontrolled study",
            comparator="",
            psychotherapy="no",
        ),
        words=WORDS,
    ).full
    assert LexborHTMLParser(full).css_first("p.study").text().splitlines() == [
        "Kind of study: Study without comparison group.",
        "Design: Open study.",
        "How many: 16 people.",
        "Finding: It helped 8 of 16, 50%.",
        "Limits: Small.",
        "Psychotherapy: The medicine was given without psychotherapy, "
        "so this is not a study of KAP.",
    ]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("yes", "People had psychotherapy together with the medicine."),
        ("no", "The medicine was given without psychotherapy, so this is not a study of KAP."),
        ("varied", "Some people had psychotherapy with the medicine and some did not."),
        ("not-applicable", ""),
    ],
)
def test_psychotherapy(value: str, sentence: str) -> None:
    """Whether it was a study of KAP is said in a sentence."""
    full = annotate(entry(psychotherapy=value), WORDS).full
    assert sentence in full
    assert bool(sentence) is (WORDS["study.psychotherapy"] in full)


@given(st.dictionaries(st.sampled_from(sorted(FIELD_NAMES)), st.text()))
def test_any_text(fields: dict[str, str]) -> None:
    """Nothing in a field raises, and none of it becomes an element."""
    found = annotate(entry(**fields), words=WORDS)
    tree = LexborHTMLParser(found.brief + found.full)
    assert {node.tag for node in tree.css("body *")} <= {"p", "b", "br", "a"}


@pytest.mark.parametrize(
    ("status", "warns", "sentence"),
    [
        (
            "none",
            False,
            "Checked with the publisher on November 22, 2026: no correction or retraction known.",
        ),
        (
            "unchecked",
            False,
            "As of November 22, 2026 our record shows no correction or retraction. "
            "This is not yet confirmed with the publisher.",
        ),
        (
            "corrected",
            True,
            "This work has been corrected. A table. Last checked on November 22, 2026.",
        ),
        (
            "concern",
            True,
            "The publisher has voiced concern about this work. A table. "
            "Last checked on November 22, 2026.",
        ),
        (
            "retracted",
            True,
            "This work was retracted: do not rely on it. A table. "
            "Last checked on November 22, 2026.",
        ),
        (
            "withdrawn",
            True,
            "This work was withdrawn: do not rely on it. A table. "
            "Last checked on November 22, 2026.",
        ),
    ],
)
def test_status(status: str, warns: bool, sentence: str) -> None:
    """Each status has a sentence; what takes a work into doubt cannot be overlooked."""
    note = "A table." if warns else ""
    given = entry(status=status, statusdate="2026-11-22", statusnote=note)
    assert describe_status(given, WORDS) == (sentence, warns)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (
            "none",
            "Checked with Crossref and PubMed on November 22, 2026: "
            "no correction or retraction known.",
        ),
        (
            "corrected",
            "This work has been corrected. "
            "Last checked with Crossref and PubMed on November 22, 2026. Read the notice",
        ),
    ],
)
def test_who_was_asked_is_said(status: str, sentence: str) -> None:
    """Readers are told who was asked, and can read the notice where there is one."""
    given = entry(
        design="A trial",
        status=status,
        statusdate="2026-11-22",
        statusfrom="Crossref and PubMed",
        statuslink="https://doi.org/10.5555/a.1?b&c",
    )
    shown = LexborHTMLParser(annotate(given, WORDS).full)
    assert shown.css_first("p.study-status").text() == sentence
    links = [link.attributes["href"] for link in shown.css("a")]
    assert links == (["https://doi.org/10.5555/a.1?b&c"] if status == "corrected" else [])


@pytest.mark.parametrize("link", ["javascript:alert(1)", "doi:10.5555/a", "see there", '"><b>'])
def test_only_an_address_is_linked(link: str) -> None:
    """Whatever else stands in the field leads nowhere."""
    given = entry(status="concern", statusdate="2026-11-22", statuslink=link)
    assert "<a" not in annotate(given, WORDS).brief


@pytest.mark.parametrize(
    ("status", "flag"),
    [("corrected", "corrected"), ("concern", "in doubt"), ("none", ""), ("unchecked", "")],
)
def test_flag_of_markers(status: str, flag: str) -> None:
    """A marker says at once that a work was corrected or put in doubt, and else nothing."""
    assert annotate(entry(status=status, statusdate="2026-11-22"), WORDS).flag == flag


def test_every_status_has_a_sentence() -> None:
    """A new status needs its words."""
    for status in WORDS.group("study.status_names"):
        sentence, _ = describe_status(entry(status=status, statusdate="2026-11-22"), WORDS)
        assert sentence != NEVER_CHECKED


def test_status_without_a_date_is_no_check() -> None:
    """Nobody may claim a check without a day."""
    assert describe_status(entry(status="none"), WORDS) == (NEVER_CHECKED, False)


@pytest.mark.parametrize(
    ("unconfirmed", "title", "sentence"),
    [
        ("author, year", "T", "We could not yet confirm: authors, year."),
        (
            "title, number, doi",
            "[T]",
            "We could not yet confirm: title, issue, DOI. The title in square brackets is ours.",
        ),
        ("", "T", ""),
    ],
)
def test_unconfirmed(unconfirmed: str, title: str, sentence: str) -> None:
    """Readers are told what we could not confirm, in their words."""
    given = entry(unconfirmed=unconfirmed, title=title)
    assert describe_unconfirmed(given, WORDS) == sentence
