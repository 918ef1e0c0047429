"""Sentences that say the reverse of what they cite, and sentences that do not."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from kapguide.claims.comparisons import find_reversed
from kapguide.words import load_words
from labelled_numbers import read_marks, read_rows
from markdown_citations.library.entries import Entry
from markdown_citations.library.reading import read_library

WORDS = load_words()
FOLDER = Path(__file__).with_name("numbers")
LIBRARY, _ = read_library([FOLDER / "looked-at.bib", FOLDER / "held-back.bib"], FOLDER)

REVERSED = [
    ("anand2023", "About 41 in 100 responded with ketamine, against 55 in 100 with ECT."),
    ("ekstrand2022", "About 63 in 100 were well with ketamine, and 46 in 100 with ECT."),
    ("ekstrand2022", "Ketamine did better than ECT in a trial of 186 people."),
    ("ekstrand2022", "Serious and lasting harms were less common with ECT."),
    ("ekstrand2022", "Serious and lasting harms were more common with ketamine than with ECT."),
    ("ekstrand2022", "More people stopped because of side effects with ECT."),
    ("feder2021", "About 20 in 100 improved with ketamine, and 67 in 100 with midazolam."),
    ("feder2021", "PTSD scores were lower with midazolam."),
    ("feder2014", "PTSD symptoms improved more with midazolam than with ketamine."),
    ("dwyer2021", "Among teenagers, 35 in 100 responded to ketamine, 76 in 100 to midazolam."),
    ("dwyer2021", "The score was 24 after ketamine and 15 after midazolam."),
    ("janik2025", "Depression scores fell more with placebo than with esketamine."),
    ("short2018", "Side effects were more frequent with placebo than with ketamine."),
    ("lii2023", "On day 1, 50 in 100 responded with ketamine and 60 in 100 with salt water."),
    ("lii2023", "Ketamine eased depression more than salt water."),
    ("jelovac2025", "Ketamine lowered depression scores more than midazolam."),
    ("abbar2022", "Thoughts were gone in 32 in 100 with ketamine, and 63 in 100 with placebo."),
    ("grunebaum2018", "The score for suicidal thoughts fell less than with midazolam."),
    ("grunebaum2018", "At day 1, 30 in 100 responded to ketamine and 55 in 100 to midazolam."),
    ("daly2019", "27 in 100 relapsed with placebo, against 45 in 100 with esketamine."),
    ("reif2023", "Remission: 18 in 100 with esketamine, against 27 in 100 with quetiapine."),
    ("popova2019", "The depression score was lower with placebo."),
    ("phillips2019", "A single infusion did less well than midazolam."),
    ("murrough2013", "Scores fell by 8.8 points with ketamine, by 16.5 with midazolam."),
    ("canuso_aspire_pro", "Quality of life improved less with esketamine than with placebo."),
]
"""A citekey, and what its entry does not say."""

RIGHT = [
    ("ekstrand2022", "ECT did better than ketamine, which helped 46 in 100."),
    ("ekstrand2022", "Ketamine did less well than ECT."),
    ("ekstrand2022", "It is not known whether ketamine does better than ECT."),
    ("ekstrand2022", "Memory gaps were more common with ECT than with ketamine."),
    ("ekstrand2022", "Fewer people stopped because of side effects with ECT."),
    ("anand2023", "More people left before ECT began, and 55 in 100 responded to ketamine."),
    ("anand2023", "55 in 100 responded with ketamine, which is more than with ECT."),
    ("feder2021", "Scores were lower with ketamine than with midazolam."),
    ("feder2014", "Symptoms eased more with ketamine than with midazolam."),
    ("lii2023", "Ketamine did not do better than salt water."),
    ("lii2023", "People slept better with ketamine on board than in the ward."),
    ("abdallah2022", "Depression eased more with the standard dose than with placebo."),
    ("jelovac2025", "Most people guessed that they had ketamine and not midazolam."),
    (
        "dwyer2021",
        "Of 17, 76 in 100 responded to ketamine; later it was no better than midazolam.",
    ),
    ("short2018", "Side effects were more frequent with ketamine than with placebo."),
    ("daly2019", "Fewer people relapsed with esketamine than with placebo."),
]


@pytest.mark.parametrize(("citekey", "sentence"), REVERSED)
def test_the_reverse_is_found(citekey: str, sentence: str) -> None:
    """A number with the other group, or more where there was less."""
    assert list(find_reversed(sentence, LIBRARY[citekey], WORDS))


@pytest.mark.parametrize(("citekey", "sentence"), RIGHT)
def test_what_an_entry_says_is_left_alone(citekey: str, sentence: str) -> None:
    """The same in other words, denied, or about something else."""
    assert list(find_reversed(sentence, LIBRARY[citekey], WORDS)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("17.6 de cada 100 con esketamina, frente a 27.1 de cada 100 con quetiapina.", 2),
        ("27.1 de cada 100 con esketamina, frente a 17.6 de cada 100 con quetiapina.", 0),
    ],
)
def test_the_entry_is_read_in_the_language_of_the_page(sentence: str, found: int) -> None:
    """In Spanish as well, where the entry says in Spanish what it found."""
    said = "27.1 de cada 100 con esketamina, frente a 17.6 de cada 100 con quetiapina."
    fields = {"finding": "27.1 in 100 with esketamine.", "finding_es": said}
    entry = Entry("a", "misc", MappingProxyType(fields), "references.bib", 1)
    assert len([*find_reversed(sentence, entry, load_words("es"))]) == found


@pytest.mark.parametrize("name", ["looked-at", "held-back"])
def test_no_right_sentence_is_called_reversed(name: str) -> None:
    """In the labelled sentences numbers are wrong, but no group is changed for another."""
    found = [
        (citekeys, sentence, each)
        for citekeys, marked in read_rows(name)
        if "{" not in marked and " " not in citekeys
        for sentence in [read_marks(marked)[0]]
        for each in find_reversed(sentence, LIBRARY[citekeys], WORDS)
    ]
    assert found == []


def test_the_warning_says_what_the_entry_has(codes: Any, frame: Any) -> None:
    """With two entries, one may say this and the other that."""
    frame.body = "12 of 41 people felt better with placebo, and 9 of 41 with ketamine [@trial]."
    [problem] = [p for p in frame.problems() if p.code == "direction-differs"][:1]
    assert '"12 of 41" with placebo, where it has it with ketamine' in problem.message
    both = frame.body.replace("[@trial]", "[@trial] [@dore2019]")
    assert "direction-differs" not in codes(both)
