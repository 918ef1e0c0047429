"""Sentences that read like advertising or like a story, whatever their words."""

from __future__ import annotations

import csv
import dataclasses
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import markdown
import pytest
from kapguide.checks.claims import claim_uncited, promise, reads_like, testimonial
from kapguide.front_matter.deadlines import DatedFact
from kapguide.pages.page import parse_page
from kapguide.words import load_words

HELD_BACK = tuple(
    csv.reader(
        Path(__file__).with_name("held_back.tsv").read_text("utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)
"""What others wrote who had not seen the examples: language, label, line."""
TOLD = {
    "claim": {"claim-uncited", "promise", "advertising"},
    "story": {"testimonial", "patient-story", "advertising"},
}
LEAST = {"claim": 0.75, "story": 0.85}
"""Which share of the held back is told at least, by this check or another."""
MOST = 0.02
"""Which share of right lines of a language may be warned of."""


def _share(found: Iterable[bool]) -> float:
    seen = list(found)
    return sum(seen) / len(seen)


@pytest.fixture
def told(frames: Any) -> Callable[[str, str], set[str]]:
    """Give what the checks of claims and stories tell of a line in a language."""
    project = frames().project
    checks = (claim_uncited, promise, testimonial, reads_like)

    def run(language: str, line: str) -> set[str]:
        there = dataclasses.replace(project, words=load_words(language))
        html = f"<main><h1>A page</h1>{markdown.markdown(line)}</main>"
        page = parse_page(html, "site/plain/index.html", "plain/index.html")
        return {found.code for each in checks for found in each.CHECK.page(page, there)}

    return run


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("label", TOLD)
def test_most_of_what_was_held_back_is_told(told: Any, language: str, label: str) -> None:
    lines = [line for code, kind, line in HELD_BACK if (code, kind) == (language, label)]
    assert _share(bool(TOLD[label] & told(language, line)) for line in lines) >= LEAST[label]


@pytest.mark.parametrize("language", ["en", "es"])
def test_right_lines_are_hardly_ever_warned_of(told: Any, language: str) -> None:
    lines = [line for code, kind, line in HELD_BACK if (code, kind) == (language, "plain")]
    warned = {"advertising", "patient-story"}
    assert _share(bool(warned & told(language, line)) for line in lines) <= MOST


SLOGAN = "say goodbye to depression and hello to the life you deserve"
COOKIES = "Our first patient ever still drops by with cookies."


@pytest.mark.parametrize(
    ("body", "others"),
    [
        (f"{SLOGAN.capitalize()}.", f"Some clinics say: {SLOGAN}."),
        (f"{SLOGAN.capitalize()}.", f"Be wary where they want you to {SLOGAN}."),
        (f"Here you {SLOGAN}.", f"Will you {SLOGAN}?"),
        (f"{SLOGAN.capitalize()}.", f"“{SLOGAN.capitalize()}” is a slogan."),
        (f"{SLOGAN.capitalize()}.", f"{SLOGAN.capitalize()} [@trial]."),
        (f"{SLOGAN.capitalize()}.", f"## Red flags\n\n- {SLOGAN.capitalize()}."),
        (f"- “{COOKIES}”", f"You can say:\n\n- “{COOKIES}”"),
        (COOKIES, f"Watch out for such words: {COOKIES.lower()}"),
    ],
)
def test_what_others_say_is_theirs(codes: Any, body: str, others: str) -> None:
    """The same is told where the page itself says it."""
    warned = {"advertising", "patient-story"}
    assert warned.intersection(codes(body))
    assert not warned.intersection(codes(others))


def test_what_stops_a_build_is_not_warned_of_as_well(codes: Any) -> None:
    """One cause, one message; without its error the same words are warned of."""
    end = "so say goodbye to depression and hello to the life you deserve."
    assert "advertising" in codes(f"It is here, {end}")
    found = codes(f"It is a miracle, {end}")
    assert "promise" in found
    assert "advertising" not in found
    assert "patient-story" in codes("Somebody's daughter dances with her again after years.")
    found = codes("> KAP gave me my life back, and my daughter dances with me again after years.")
    assert "testimonial" in found
    assert "patient-story" not in found


@pytest.mark.parametrize(
    "body",
    [
        "Only three places are left this spring, so claim yours today.",
        "Hurry, the group fills fast.",
        "Our award-winning team has a new room.",
        "You may know us from morning television.",
        "Start today, and meet a brighter you.",
        "If you do not feel better after six sessions, we give you your money back.",
        "Get 20% off your first visit.",
        "Sign up before the price goes up on Friday.",
        "Bring a friend and get a quarter off your first session.",
        "Pay for six visits up front and get the seventh for free!",
        "Isn't it time that you put yourself first and started living again?",
        "Why keep struggling alone?",
        "Are you ready to reclaim your life?",
        "Tired of feeling hopeless?",
        "What if you could wake up without fear?",
        "Fed up with pills that do little?",
        "Why settle for less?",
        "Aren't you ready to leave your depression behind?",
        "Come before May 31 and take $200 off!",
        "If your pain has not eased by then, we give you your money back.",
        "Book today and save on the series.",
        "Try one session for just $99.",
        "Chairs go fast, so grab yours.",
        "Take our short quiz.",
        "Do not wait another week to feel like yourself.",
        "Join hundreds of happy neighbors.",
        "The code SPRING at checkout lowers the price.",
        "We are the premier center for calm.",
        "Our innovative approach is here.",
        "Dr. Hale is an internationally renowned author.",
    ],
)
def test_an_offer_is_told(codes: Any, body: str) -> None:
    """It cuts a price, presses for time, or asks what nobody is to answer."""
    assert codes(body) == ["advertising"]


@pytest.mark.parametrize(
    "body",
    [
        "Call now if you are in danger. Do not wait another minute to call for help.",
        "Isn't it time for lunch? Why keep a diary? Are you ready to go home?",
        "Sign up now to receive our newsletter. Enroll now to pay bills online.",
        "Get a copy of your records for only $6.50. Staff take the privacy quiz each May.",
        "Why wait another week before a second dose? Why keep feeling guilty after a loss?",
        "Why continue living with someone who hurts you? Do you often feel sick of being sad?",
        "Isn't it time to start the session? Are you ready to feel free to ask?",
        '"Isn\'t it time you slept?" a friend may say.',
        "Take the sticky part off your arm.",
        "The garage has three spaces, and one is free.",
        "Only two chairs fit into the room.",
        "If you cancel two days before, we give you your money back.",
        "You may know us from the school fair.",
        "These are changes as seen on MRI scans. As seen in the news, the road is closed.",
        "If you are not happy with the lunch, you pay nothing. Go to the new you-pick farm.",
        "You do not need a card to get help, and the groups are free.",
        "If the vending machine does not work, ask at the desk for a refund.",
    ],
)
def test_what_is_no_offer(codes: Any, body: str) -> None:
    assert "advertising" not in codes(body)


def test_a_gap_is_told_alone(codes: Any) -> None:
    """What stands around it is to be written first."""
    assert codes("Dear «First_Name», thank you for your interest in our clinic.") == ["gap-left"]


def test_a_sentence_is_told_for_one_thing(codes: Any) -> None:
    """It reads like a story as well."""
    assert codes("Three sessions, and the fog is a thing of the past.") == ["advertising"]


@pytest.mark.parametrize("body", ["Esther opened the letters", "a baby just born"])
def test_a_cell_of_few_words_tells_no_story(codes: Any, body: str) -> None:
    row = f"| If | Then |\n| --- | --- |\n| {body} | call |\n"
    assert "patient-story" not in codes(row)


def test_a_short_sentence_may_tell_a_story(codes: Any) -> None:
    assert "patient-story" in codes("Esther opened the letters.")


def test_the_message_says_which_words(frames: Any) -> None:
    body = "Say goodbye to depression and hello to the life you deserve."
    (problem,) = (p for p in frames(body=body).problems() if p.code == "advertising")
    assert problem.severity == "warning"
    assert "goodbye" in problem.message


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("month", range(1, 13))
def test_what_the_build_says_of_an_ended_fact(told: Any, language: str, month: int) -> None:
    """In whichever month it ended; staff could not mend that."""
    fact = DatedFact("The price list", date(2026, month, 20))
    assert told(language, fact.explain_end(load_words(language))) == set()
