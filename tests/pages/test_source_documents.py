"""Where each topic of the five source documents went, and that no sentence of theirs did.

The source documents are not part of this repository; `tests/data` has a hash
of each run of eight words in them.
"""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "tests" / "data"
PAGES = sorted((ROOT / "docs").rglob("*.md"))

TOPICS = [
    # (source, topic, page, words that show that the page speaks of it)
    ("000 001", "ketamine with psychotherapy", "what-is-kap", ["ketamine", "psychotherapy"]),
    ("000 001", "the relationship with the therapist", "what-is-kap", ["therapist", "trust"]),
    ("000", "with CBT", "evidence-depression", ["CBT"]),
    ("000", "with CBT, how", "how-it-works", ["cognitive behavioral therapy"]),
    ("000", "with EMDR and trauma therapies", "evidence-trauma-anxiety", ["EMDR", "trauma"]),
    ("000", "on which days the therapy happens", "how-it-works", ["days"]),
    ("000 003", "how long a session is", "sessions", ["hours", "90 minutes"]),
    ("000 003", "how many sessions, over weeks", "sessions", ["three or four", "weeks"]),
    ("000 002", "patterns of thought and belief", "how-it-works", ["habits of thought", "believe"]),
    ("000 002", "habits and integration", "therapist-role", ["habits", "integration"]),
    ("001", "assessment and preparation", "sessions", ["checks", "preparation"]),
    ("001", "guidance during the session", "sessions", ["therapist may stay beside you"]),
    ("001", "integration and follow-up", "sessions", ["integration", "follow-up"]),
    ("001 003 004", "routes", "sessions", ["vein", "muscle", "spray", "lozenge"]),
    ("001 003 004", "routes and their risks", "risks", ["spray", "home"]),
    ("001 002 004", "glutamate and NMDA receptors", "how-it-works", ["glutamate", "NMDA"]),
    ("001 002 004", "neuroplasticity, synapses", "how-it-works", ["neuroplasticity", "synapse"]),
    ("002", "inflammation", "how-it-works", ["inflammation"]),
    ("004", "different from SSRIs", "how-it-works", ["SSRI"]),
    (
        "004",
        "and from other classes of medicine",
        "how-it-works",
        ["SNRI", "lamotrigine", "antipsychotic", "benzodiazepine"],
    ),
    ("001", "breathwork", "how-it-works", ["breathwork"]),
    ("000", "the name KAT", "what-is-kap", ["KAT"]),
    ("004", "changes in personality", "evidence-others", ["personality", "character"]),
    ("004", "obsessional preoccupations", "evidence-others", ["thoughts that go in circles"]),
    ("001 002 003 004", "depression", "evidence-depression", ["depression"]),
    ("001 002 003", "anxiety", "evidence-trauma-anxiety", ["anxiety"]),
    ("000 001 003 004", "PTSD", "evidence-trauma-anxiety", ["PTSD"]),
    ("003", "OCD", "evidence-trauma-anxiety", ["OCD"]),
    (
        "000 001 002 004",
        "substance and alcohol use",
        "evidence-alcohol-substances",
        ["alcohol use", "substance use"],
    ),
    ("000 002", "eating disorders", "evidence-others", ["eating disorder"]),
    ("003", "chronic pain", "evidence-others", ["chronic pain"]),
    ("000", "psychosomatic conditions", "evidence-others", ["psychosomatic"]),
    ("002", "adolescents", "under-18s", ["teenager", "bipolar", "eating disorder"]),
    ("002", "the alcohol figure", "evidence-alcohol-substances", ["73 of 111", "24 of 100"]),
    ("003", "dreamlike, strange, spiritual", "sessions", ["dreamlike", "larger than themselves"]),
    ("003", "not a cure", "sessions", ["not a cure"]),
    ("003", "the first session decides whether it fits", "sessions", ["first"]),
    ("003", "individual plan", "sessions", ["plan"]),
    ("004", "off-label", "legal-status", ["off-label"]),
    ("004", "Schedule III", "legal-status", ["Schedule III"]),
    ("004", "dissociative anesthetic", "how-it-works", ["dissociati", "anesthetic"]),
    (
        "004",
        "the time-out of 30 minutes to 2 hours",
        "how-it-works",
        ["time-out", "half an hour", "two hours"],
    ),
    ("004", "disturbing changes in mood", "risks", ["mood"]),
    ("004", "what the therapist does", "therapist-role", ["before", "during", "after"]),
    ("001", "talk, mindfulness, breath, body", "therapist-role", ["mindfulness", "breath", "body"]),
    ("002 004", "the articles", "resources", ["@drozdz2022", "@dore2019", "@kew2023"]),
    ("004", "the resource bank", "resources", ["@yermus2024", "@obrien2019", "@albott2018"]),
]


@pytest.mark.handed_over
@pytest.mark.parametrize(
    ("source", "topic", "page", "words"), TOPICS, ids=[f"{t[1]} in {t[2]}" for t in TOPICS]
)
def test_topic_has_its_place(source: str, topic: str, page: str, words: list[str]) -> None:
    """Each topic of the sources stands on the page that it belongs to."""
    assert source
    text = " ".join((ROOT / "docs" / f"{page}.md").read_text("utf-8").split()).casefold()
    assert [word for word in words if word.casefold() not in text] == []


@pytest.fixture(scope="module")
def hash_runs() -> Callable[[str], set[str]]:
    """Give the function that the list was made with."""
    found: Callable[[str], set[str]] = runpy.run_path(str(DATA / "source_shingles.py"))["hash_runs"]
    return found


@pytest.fixture(scope="module")
def sources() -> set[str]:
    """Give the hash of every run of eight words in the source documents."""
    return set((DATA / "source_shingles.txt").read_text("ascii").split())


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_no_sentence_of_the_sources_is_kept(
    page: Path, sources: set[str], hash_runs: Callable[[str], set[str]]
) -> None:
    """No page shares a run of eight words with a source document.

    Titles of papers keep their words; pages cite them by key, so no title
    stands in a page's Markdown.
    """
    assert not hash_runs(page.read_text("utf-8")) & sources


def test_a_sentence_would_be_found(sources: set[str], hash_runs: Callable[[str], set[str]]) -> None:
    """However it is set, and wherever it starts."""
    kept = hash_runs("One, two (three) four -- five six: SEVEN\neight.")
    assert len(kept) == 1
    assert kept < hash_runs("Zero one two three four five six seven eight nine")
    assert len(sources) > 1000
    assert {len(line) for line in sources} == {len(kept.pop())}
