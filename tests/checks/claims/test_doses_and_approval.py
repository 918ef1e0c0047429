"""Amounts to take, and what is said of approval and of other treatments."""

from __future__ import annotations

from typing import Any

import pytest


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
            "Take two hundred milligrams.",
            "Have a hundred mg, or one hundred and fifty mg.",
            "Take half a tablet.",
        ),
        "You take 1 mg/kg [@trial].",
        "The usual dose is 0.5 mg/kg [@trial].",
        "Inject 2 ml.",
        *(
            "| Drug | Amount |\n| --- | --- |\n| ketamine | 100 mg |",
            "Take three lozenges a week.",
            "- 25 mcg",
        ),
    ],
)
def test_dose(codes: Any, body: str) -> None:
    """With and without a citation, where a reader may take it for advice."""
    assert "dose" in codes(body)


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
        "In 2024, 5 of them came.",
        "A hundred grams of sugar is a lot, and so is a hundred ml of water.",
    ],
)
def test_no_dose(codes: Any, body: str) -> None:
    assert "dose" not in codes(body)


@pytest.mark.parametrize(
    "body",
    [
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


@pytest.mark.parametrize(
    "body",
    [
        "Ketamine is FDA-approved for depression.",
        "Ketamine is FDA\u2011approved for depression [@label].",
        "Ketamine therapy is approved by the FDA to treat anxiety [@label].",
        "Ketamine is cleared by the FDA for PTSD.",
        "Our FDA-approved ketamine sessions cost less [@label].",
        "KAP has been approved for depression [@label].",
    ],
)
def test_approval_that_is_not(codes: Any, body: str) -> None:
    """A source beside it makes it no truer; it is told once."""
    assert {"approval-wrong", "claim-uncited"} & {*codes(body)} == {"approval-wrong"}


@pytest.mark.parametrize(
    "body",
    [
        "Ketamine is not FDA-approved for depression [@label].",
        "No form of ketamine is approved for depression [@label].",
        "Ketamine is approved as an anesthetic [@label].",
        "Esketamine is FDA-approved for adults with depression [@label].",
        "Ketamine is approved for anesthesia but not depression [@label].",
        "Esketamine, not ketamine, is approved for depression [@label].",
        'A clinic that calls its ketamine "FDA-approved for depression" is wrong [@label].',
        "Be wary of a clinic that says its ketamine is approved for depression [@label].",
        "Is ketamine approved for depression?",
        "FDA-approved ketamine products are for anesthesia [@label].",
        "It is a myth that ketamine is approved for depression [@label].",
    ],
)
def test_approval_that_is(codes: Any, body: str) -> None:
    assert "approval-wrong" not in codes(body)
