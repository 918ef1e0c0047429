"""Warn of sentences that read like advertising, or like one patient's story.

`promise`, `claim-uncited` and `testimonial` know what they look for, and stop the build. This
check goes by examples (`kapguide.claims.likeness`), finds what has other words, and only warns;
so it does of offers, which press for time or cut a price, and of slogans that ask.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import chain
from textwrap import shorten

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.claims.claims import own_words
from kapguide.claims.likeness import find_reasons
from kapguide.pages.page import HEADINGS
from kapguide.pages.prose import Sentence, sentences
from kapguide.pages.readability import split_sentences
from kapguide.pages.voices import Voice, find_voices, quotable
from kapguide.words import Words

ADVERTISING = Rule(
    "advertising",
    "warning",
    "No sentence reads like advertising: it says what was found, in whom, and cites it.",
    "FTC Health Products Compliance Guidance; DISCERN 12",
    "Say goodbye to depression and hello to the life you deserve.",
    "Ask your doctor what you could try first.",
)
STORY = Rule(
    "patient-story",
    "warning",
    "No sentence reads like the story of one patient: one story proves nothing.",
    "FTC Guides on Endorsements and Testimonials; DISCERN 4",
    "Our first patient ever still drops by with cookies.",
    "A patient who feels sick can ask the nurse for a basin.",
)

_FEWEST_WORDS = 4
"""What is shorter says too little to be judged."""
_FEWEST_OF_FRAGMENT = 6
"""A cell of fewer words, which is no sentence, tells no story."""
_LONGEST = 60


def check_likeness(page: Page, project: Project) -> Problems:
    """Find sentences that are more like examples of advertising or stories than like others."""
    sold: set[str] = set()
    for sentence, said, reasons in _find_advertising(page, project):
        sold.add(said)
        message = f'"{_short(said)}" reads like advertising ({reasons})'
        hint = "Say what was found, in whom and how often, and cite it; or say it plainer."
        yield report(ADVERTISING, message, page, project, text=sentence.plain, hint=hint)
    for text, reasons in _find_stories(page, project, sold):
        message = f'"{_short(text)}" reads like the story of one patient ({reasons})'
        hint = "Say what studies found, in how many people; or say it of anybody."
        yield report(STORY, message, page, project, text=text, hint=hint)


def _find_advertising(page: Page, project: Project) -> Iterator[tuple[Sentence, str, str]]:
    """Give sentences that read like advertising, each with its own words and the reasons.

    What has a gap is to be written first.
    """
    words = project.words
    flags, gap = words.pattern("excuses.red_flags"), words.pattern("gaps.left")
    for sentence in sentences(page, words, headings=True):
        own = own_words(sentence.own, words).strip()
        excused = sentence.cited or flags.search(page.section(sentence.block))
        if excused or gap.search(sentence.plain):
            continue
        offer = words.pattern("promises.offers").search(own)
        if sentence.question:
            offer = words.pattern("promises.asked").search(sentence.own)
        if reasons := f'"{offer[0]}"' if offer else _compare(own, "advertising", words):
            yield sentence, own or sentence.own, reasons


def _find_stories(page: Page, project: Project, sold: Container[str]) -> Iterator[tuple[str, str]]:
    """Give the first sentence of each block that reads like a story, with the reasons.

    What reads like advertising, `sold`, has been told.
    """
    words = project.words
    for block, lead in quotable(page, words):
        gap = words.pattern("gaps.left").search(block.plain)
        if block.tag in HEADINGS or _is_fragment(block.plain) or gap:
            continue
        voices = find_voices(block, lead, words)
        for text in chain.from_iterable(_split(voice, words) for voice in voices):
            own = own_words(text, words).strip()
            if own not in sold and (reasons := _compare(own, "story", words)):
                yield text, reasons
                break


def _split(voice: Voice, words: Words) -> Iterator[str]:
    """Give the sentences of a voice but for those of staff and on them, and words to somebody."""
    staff, to_reader = words.pattern("testimonials.staff"), words.pattern("testimonials.spoken_to")
    at_work, became = words.pattern("testimonials.no_patient"), words.pattern("testimonials.became")
    for text in split_sentences(voice.text, words):
        on_staff = at_work.search(text) and not became.search(text)
        if not (staff.search(text) or on_staff or (voice.changes_only and to_reader.search(text))):
            yield text


def _is_doubted(text: str, words: Words) -> bool:
    """Whether a sentence warns of what others say, or says that nobody knows."""
    unknown = words.pattern("effects.unknown", lower=True)
    return bool(words.pattern("excuses.warned").search(text) or unknown.search(text.lower()))


def _is_fragment(text: str) -> bool:
    """Whether a text, such as a table's cell, is too short for a story and no sentence."""
    return len(text.split()) < _FEWEST_OF_FRAGMENT and not text.endswith((".", "!"))


def _compare(text: str, kind: str, words: Words) -> str:
    """Return what of a sentence speaks for a kind, or an empty text where it is not like it."""
    if len(text.split()) < _FEWEST_WORDS or _is_doubted(text, words):
        return ""
    return ", ".join(f'"{each}"' for each in find_reasons(text, kind, words))


def _short(text: str) -> str:
    return shorten(text, _LONGEST, placeholder="…")


CHECK = Check((ADVERTISING, STORY), page=check_likeness)
