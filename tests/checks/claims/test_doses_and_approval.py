"""Amounts to take, and what is said of approval and of other treatments."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "Take one tablet from the rack, and answer the questions on it.",
        "We lend out two tablets every night.",
        "Do not stop your clonazepam without asking.",
        "Mix 10 ml of soap in water and wipe the mat.",
        "The draw takes some minutes if all goes well, and each tube holds 5 mL.",
        "Do not, under any circumstances, take another pill.",
    ],
)
def test_no_dose_of_a_medicine(codes: Any, body: str) -> None:
    """A tablet may be a computer, and what is denied is no advice."""
    assert "dose" not in codes(body)


@pytest.mark.parametrize(
    "body",
    [
        *(
            "The infusion is half a milligram per kilo of body weight.",
            "Take 200 mg of it.",
            "Patients get 0.5 mg/kg.",
            "The usual dose is 100-200 mg.",
            "A 50mg lozenge.",
        ),
        *(
            "Half a milligram per kilogram is given: 0.5 milligrams.",
            "Use two sprays.",
            "| Day | Spray |\n| --- | --- |\n| Monday | two puffs in each nostril |",
            "- one lozenge under the tongue",
            "Half a tablet at bedtime.",
            "Multiply your weight in kilograms by the number on the label.",
            "Take two hundred milligrams.",
            "Have a hundred mg, or one hundred and fifty mg.",
            "Take half a tablet.",
            "Half a tablet of ondansetron does no harm.",
            "Do not take more than two tablets.",
        ),
        "You take 1 mg/kg [@trial].",
        "The usual dose is 0.5 mg/kg [@trial].",
        "Inject 2 ml.",
        *(
            "| Drug | Amount |\n| --- | --- |\n| ketamine | 100 mg |",
            "| Step | What |\n| --- | --- |\n| Amount | 0.5 mg for each kilogram that you weigh |",
            "Take only half of your usual dose.",
            "Put ten drops of lorazepam in half a glass of water.",
            "The night before, cut your usual clonazepam in half.",
            "Take three lozenges a week.",
            "- 25 mcg",
        ),
    ],
)
def test_dose(codes: Any, body: str) -> None:
    """With and without a citation, where a reader may take it for advice."""
    assert "dose" in codes(body)


def test_dose_with_how_to_take_it(frame: Any) -> None:
    """Told once."""
    (problem,) = frame.found("dose", body="Place half of a 200 mg lozenge under your tongue.")
    assert problem.message.endswith("is a dose")


def test_each_sentence_with_a_dose(frame: Any) -> None:
    """At its line; several amounts of one are told once."""
    frame.body = "50 mg, or 100 mg, is usual; so is\n75 mg. Have\n25 mg after the 80 mg of it."
    first = frame.source.splitlines().index("50 mg, or 100 mg, is usual; so is") + 1
    assert [(p.line, p.message) for p in frame.found("dose")] == [
        (first, '"50 mg" is a dose'),
        (first + 2, '"25 mg" is a dose'),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "In a trial of 41 people, they had 0.5 mg/kg [@trial].",
        "A lozenge melts in the mouth.",
        "A tablet is swallowed.",
        "Coffee has about 95 mg of caffeine.",
        "It lasts 40 minutes.",
        *(
            "Take two friends along.",
            "Your prescriber says how many.",
            "At 120 mg/dl of blood sugar.",
        ),
        "It costs $400.",
        "Drop 2 pounds.",
        "Room 12 is quiet.",
        "Do not take two tablets because one seems weak.",
        "In 2024, 5 of them came.",
        "A hundred grams of sugar is a lot, and so is a hundred ml of water.",
    ],
)
def test_no_dose(codes: Any, body: str) -> None:
    assert "dose" not in codes(body)


@pytest.mark.parametrize(
    "body",
    [
        "St. John's wort eases mild depression.",
        "It is an FDA approved treatment.",
        *(
            "We offer an FDA-cleared treatment.",
            "TMS relieves depression.",
            "Lithium prevents suicide.",
        ),
        "Ketamine has been authorized by the FDA.",
        *(
            "Exercise eases depression.",
            "Psilocybin reduces anxiety.",
            "Light therapy lifts depression.",
            "A light box lifts winter depression within two weeks.",
            "A warm bath calms panic.",
            "In a battery of tests, 24% felt better.",
            "The lamp is effective against winter depression.",
            "Regular walks work as well as tablets for mild depression.",
        ),
    ],
)
def test_claims_about_other_treatments_and_approval(codes: Any, body: str) -> None:
    """What is said of another treatment needs a source as well."""
    assert "claim-uncited" in codes(body)


@pytest.mark.parametrize(
    "body",
    [
        "Is ketamine FDA-approved for depression?",
        "Take a walk, or do some yoga if you like.",
        "No treatment works for everyone.",
        "No single medicine helps all.",
        "It is 100% safe.",
    ],
)
def test_no_claim(codes: Any, body: str) -> None:
    assert "claim-uncited" not in codes(body)
