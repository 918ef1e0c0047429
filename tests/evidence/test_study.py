"""The evidence that stands with an entry, in words."""

from __future__ import annotations

import pytest
from kapguide.evidence.study import LabelledText, describe_study
from kapguide.words import load_words
from markdown_citations.library.entries import Entry

WORDS = load_words()


def entry(**fields: str) -> Entry:
    return Entry("smith2027", "article", fields, "references.bib", 1)


def test_parts():
    """Labelled texts come in one order, decoded; what is not known is left out."""
    study = describe_study(
        entry(
            limitation="Small.",
            finding=r"It helped {8} of 16, 50\%.",
            design="Open study",
            sample="16 people",
            people="16",
            studytype="uncontrolled study",
            keywords='depression, M{\\"u}ller syndrome',
            comparator="",
        ),
        WORDS,
    )
    assert study.parts == (
        LabelledText("design", "Design", "Open study"),
        LabelledText("sample", "How many", "16 people"),
        LabelledText("finding", "Finding", "It helped 8 of 16, 50%."),
        LabelledText("limitation", "Limits", "Small."),
    )
    assert study.kind == "Study without comparison group"
    assert study.people == 16
    assert study.conditions == ("depression", "Müller syndrome")


def test_nothing_known():
    """An entry without any field of ours says nothing that nobody knows."""
    study = describe_study(entry(), WORDS)
    assert (study.kind, study.people, study.parts, study.psychotherapy) == ("", None, (), "")
    assert study.unconfirmed == ""
    assert study.status.sentence == (
        "Nobody has checked yet whether this work was corrected or retracted."
    )


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("yes", "People had psychotherapy together with the medicine."),
        ("no", "The medicine was given without psychotherapy, so this is not a study of KAP."),
        ("varied", "Some people had psychotherapy with the medicine and some did not."),
        ("not-applicable", ""),
    ],
)
def test_psychotherapy(value, sentence):
    """Whether it was a study of KAP is said in a sentence."""
    assert describe_study(entry(psychotherapy=value), WORDS).psychotherapy == sentence


@pytest.mark.parametrize(
    ("status", "warns", "sentence"),
    [
        (
            "none",
            False,
            "Checked with the publisher on November 22, 2026: no correction or retraction.",
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
def test_status(status, warns, sentence):
    """Each status has a sentence; what takes a work into doubt cannot be overlooked."""
    note = "A table." if warns else ""
    found = describe_study(
        entry(status=status, statusdate="2026-11-22", statusnote=note), WORDS
    ).status
    assert (found.value, found.warns, found.sentence) == (status, warns, sentence)


def test_every_status_has_a_sentence():
    """A new status needs its words."""
    for status in WORDS.group("study.status_names"):
        described = describe_study(entry(status=status, statusdate="2026-11-22"), WORDS).status
        assert described.value == status


def test_status_without_a_date_is_no_check():
    """Nobody may claim a check without a day."""
    assert describe_study(entry(status="none"), WORDS).status.value == "unchecked"


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
def test_unconfirmed(unconfirmed, title, sentence):
    """Readers are told what we could not confirm, in their words."""
    assert (
        describe_study(entry(unconfirmed=unconfirmed, title=title), WORDS).unconfirmed == sentence
    )
