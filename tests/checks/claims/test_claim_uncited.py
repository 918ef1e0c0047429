"""How well claims are told from other sentences, on a set labelled by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kapguide.claims.claims import find_claim
from kapguide.claims.counts import read_numbers
from kapguide.notices.notice import Notice
from kapguide.words import load_words

WORDS = load_words()
ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("sentences.tsv").read_text("utf-8").splitlines()
]


def test_the_set_is_large_and_of_both_kinds() -> None:
    """Fewer sentences, or one kind only, would prove little."""
    labels = [label for label, _ in ROWS]
    assert set(labels) == {"claim", "plain"}
    assert len({sentence for _, sentence in ROWS}) == len(ROWS) >= 200
    assert min(labels.count("claim"), labels.count("plain")) >= 100


def test_precision_and_recall() -> None:
    """At least 95 in 100 of what it finds are claims, and it finds 90 in 100 of them."""
    found = [(label, sentence) for label, sentence in ROWS if find_claim(sentence, WORDS)]
    right = [sentence for label, sentence in found if label == "claim"]
    claims = [sentence for label, sentence in ROWS if label == "claim"]
    wrong = [sentence for label, sentence in found if label == "plain"]
    missed = [sentence for sentence in claims if sentence not in right]
    assert len(right) / len(found) >= 0.95, wrong
    assert len(right) / len(claims) >= 0.90, missed


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Ketamine eases depression.", True),
        ("Ketamine eases depression [@trial].", False),
        ("Ketamine eases depression. [@trial]", False),
        ("Ketamine eases depression. [@trial] It is a medicine.", False),
        ("It is a medicine [@trial]. Ketamine eases depression.", True),
        ("A trial counted [@trial]:\n\n- nausea in 10 of 41 people\n- headache in 8 of 41", False),
        ("A trial counted:\n\n- nausea in 10 of 41 people", True),
        ("> Ketamine eases depression.", False),
        ("| what |\n| --- |\n| Ketamine eases depression. |", True),
        ("A word\n:   Ketamine eases it.", False),
        ("A word\n:   In 9 of 10 people ketamine eases depression.", True),
        ('They say "ketamine eases depression" there.', False),
    ],
)
def test_where_a_citation_must_stand(codes: Any, body: str, found: bool) -> None:
    """In the sentence, right behind it, or in the line that introduces its list."""
    assert ("claim-uncited" in codes(body)) is found


@pytest.mark.parametrize(
    "body",
    [
        "Of those who came, 24% felt sick.",
        "Twice as many people felt sick.",
        "It doubles the risk of a relapse.",
    ],
)
def test_a_number_without_a_source_is_told_for_that_alone(codes: Any, body: str) -> None:
    """Its counts are asked for where it has one."""
    assert codes(body) == ["claim-uncited"]
    assert "claim-uncited" not in codes(f"{body[:-1]} [@trial].")


def test_the_line_of_a_claim_is_found(frame: Any) -> None:
    """One sentence a line: the message names the sentence's own line."""
    frame.body = "It is a medicine.\nKetamine **eases** [depression](risks.md).\nRest well."
    problem = next(p for p in frame.problems() if p.code == "claim-uncited")
    assert frame.source.splitlines()[problem.line - 1].startswith("Ketamine")


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("In a trial of 17 teenagers, 13 felt better.", "claim-uncited"),
        ("This therapy cures depression.", "promise"),
        ("Take 300 mg of ketamine.", "dose"),
        ("He committed suicide.", "suicide-words"),
        ("Ask the staff what it costs.", ""),
    ],
)
def test_a_notice_speaks_for_its_page(frame: Any, claim: str, code: str) -> None:
    """What it claims is told at its own line, once for all pages."""
    text = f"{frame.notices['crisis'].text}\n{claim}\n"
    path = "docs/_includes/crisis.md"
    frame.notices = {**frame.notices, "crisis": Notice("crisis", path, text)}
    seen = [one for one in frame.problems() if one.path == path and one.code != "notice-says"]
    assert [(one.code, one.line) for one in seen] == ([(code, text.count("\n"))] if code else [])


ROW = "| What | Why |\n| --- | --- |\n| {} | {} |\n"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (ROW.format("Yoga", "It reduces anxiety."), "claim-uncited"),
        (ROW.format("Yoga on Mondays", "Reduces anxiety"), "claim-uncited"),
        (ROW.format("Yoga", "Cures anxiety"), "promise"),
        (ROW.format("Ketamine", "Ketamine is approved for depression"), "approval-false"),
    ],
)
def test_a_cell_of_a_table_claims_as_prose_does(frame: Any, body: str, code: str) -> None:
    """Once, at its line, with a full stop or without."""
    frame.body = body
    (problem,) = frame.problems()
    assert problem.code == code
    assert frame.source.splitlines()[problem.line - 1] == body.splitlines()[2]


@pytest.mark.parametrize(
    "body",
    [
        ROW.format("Yoga", "It reduces anxiety [@dore2019]."),
        ROW.format("Yoga reduces anxiety", "[@dore2019]"),
        ROW.replace("Why", "Why [@dore2019]").format("Yoga", "Reduces anxiety"),
        "So says one study [@dore2019]:\n\n" + ROW.format("Yoga", "Reduces anxiety"),
        ROW.format('"It cures depression."', "Nobody knows."),
        ROW.format("Blanket", "Helps you stay warm"),
        ROW.format("Room 2", "3 of 4 chairs have arms"),
    ],
)
def test_a_cell_of_a_table_that_cites_or_claims_nothing(codes: Any, body: str) -> None:
    """A citation is for the row, and for the table in its headings or before it."""
    assert not {"claim-uncited", "promise", "approval-false"}.intersection(codes(body))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("About 47 in 100 felt better.", ((47, "in", 100),)),
        ("It helped 73 of 111 people, against 24 of 100.", ((73, "of", 111), (24, "of", 100))),
        ("One in five felt sick.", ((1, "in", 5),)),
        ("Twenty-four out of forty patients slept.", ((24, "in", 40),)),
        ("Step 2 of 4 is next.", ()),
        ("You choose one of two rooms.", ()),
        ("The 20% coinsurance starts later, and one of its members comes from outside.", ()),
        ("Phones work just as well as tablets for our video calls.", ()),
        ("The ramp has a slope of 8%. The zoom is set to 150%.", ()),
        ("The battery falls below 20%, and the rooms have 45% humidity.", ()),
        ("Two in three parking spaces are free, and 6 of our 12 rooms are dark.", ()),
        ("A 2 in 1 shampoo.", ()),
        ("In 2019 of 40 people 3 left.", ()),
        ("Rated 4.2 out of 5 by our patients.", ()),
        ("Rated 5 out of 5 on a site, and 4 out of 5 stars on another.", ()),
        ("Rated better by 4 out of 5 people.", ((4, "in", 5),)),
        ("Some 2.5 in 1,000 people fainted.", ((2.5, "in", 1000),)),
    ],
)
def test_frequencies(sentence: str, expected: tuple[tuple[float, str, float], ...]) -> None:
    """Counts of people are read from digits and words; other numbers are not counts."""
    assert read_numbers(sentence, WORDS).frequencies == expected
