"""Check that nobody who was treated speaks for the treatment: one story proves nothing.

A page for patients speaks to its reader, and of people in general. Somebody who says "I"
stands on it in a question, in a heading, on a form, or in words that a sentence of the page
speaks of or gives its reader to say. Else it is told what happened to one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import shorten

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.claims.claims import QUOTED
from kapguide.claims.effects import last_clause
from kapguide.pages.page import HEADINGS, Block
from kapguide.pages.readability import WORD, split_sentences
from kapguide.pages.voices import Voice, find_voices, is_supposed, quotable
from kapguide.words import Words

TESTIMONIAL = Rule(
    "testimonial",
    "error",
    "No page has testimonials, stars or success stories.",
    "FTC Guides on Endorsements and Testimonials; DISCERN 4",
    "> KAP gave me my life back. — Sarah, 34",
    "Ask the team what their patients report, and how they count it.",
)

_LONGEST = 60


def check_testimonials(page: Page, project: Project) -> Problems:
    """Find stories of people who were treated, in quotations too.

    The list or quotation below a line that was told goes with it.
    """
    words = project.words
    told = ""
    for block, lead in quotable(page, words):
        if lead and lead == told and block.within & {"list", "quote"}:
            continue
        for match in _find_stories(block, lead, words):
            said, told = _quote(match, words), block.plain.rstrip()
            message = f'"{shorten(said, _LONGEST, placeholder="…")}" reads as a testimonial'
            hint = "Say what studies found, in how many people; take the story out."
            text = said if said in block.plain else _around(said, match[0], block, words)
            text = text if WORD.search(text) else block.plain  # stars stand for no line
            yield report(TESTIMONIAL, message, page, project, text=text, hint=hint)


def _quote(match: re.Match[str], words: Words) -> str:
    """Return the sentence that a story was found in, or from its start on."""
    text, end = match.string, 0
    for sentence in split_sentences(text, words):
        end = text.index(sentence, end) + len(sentence)
        if match.start() < end:
            return sentence
    return match[0].strip()


def _around(said: str, found: str, block: Block, words: Words) -> str:
    """Return the sentence of a block that has the words around a quotation, shown as "…"."""
    beside = max(said.split("…"), key=lambda part: (found in part, len(part))).strip()
    sentences = split_sentences(block.plain, words)
    return next((sentence for sentence in sentences if beside in sentence), block.plain)


def _find_stories(block: Block, lead: str, words: Words) -> Iterator[re.Match[str]]:
    """Find praise that was gathered, and who is quoted in another sentence.

    Where nobody praises, what somebody says, a name below words, or one person's story.
    """
    own = QUOTED.sub("…", block.plain)
    praise = _find_praise(own, words)
    if praise:
        yield praise
    if block.tag in HEADINGS:
        return
    for voice in find_voices(block, lead, words):
        match = voice.told_by or (None if praise else _find_experience(voice, words))
        if match and not (praise and praise[0] in match.string):
            yield match
            return
    if praise:
        return
    signed = words.pattern("testimonials.signed").search(block.plain)
    if signed and not words.pattern("excuses.warned").search(own):
        yield signed
    elif not block.cites and "?" not in own and (other := _find_other(own, words)):
        yield other


def _find_praise(text: str, words: Words) -> re.Match[str] | None:
    """Find how others praise, or how a place is rated, where nobody asks or warns."""
    for sentence in split_sentences(text, words) or [text]:
        match = words.pattern("testimonials.praised").search(sentence)
        if match and not _denied(sentence, match, words):
            return match
    return None


def _denied(sentence: str, match: re.Match[str], words: Words) -> bool:
    before = sentence[: match.start()]
    return (
        sentence.rstrip().endswith("?")
        or bool(words.pattern("excuses.warned").search(f"{before}…{sentence[match.end() :]}"))
        or bool(words.pattern("excuses.denied").search(before))
        or bool(words.pattern("excuses.proves_nothing").search(sentence[match.end() :]))
        or is_supposed(before, words)
    )


def _find_experience(voice: Voice, words: Words) -> re.Match[str] | None:
    """Find what a speaker says happened to them or changed for them, or how they praise."""
    if "?" in voice.text:
        return None
    treated = words.pattern("testimonials.about").search(voice.text)
    for sentence in split_sentences(voice.text, words):
        praise = words.pattern("testimonials.thanks").search(sentence)
        if praise and not _denied(sentence, praise, words):
            return praise
        if (
            not words.pattern("testimonials.speaker").search(sentence)
            or words.pattern("testimonials.spoken_to").search(sentence)
            or words.pattern("testimonials.staff").search(sentence)
            or (not treated and words.pattern("testimonials.otherwise").search(sentence))
        ):
            continue
        changed = words.pattern("testimonials.changed").search(sentence)
        if changed and not is_supposed(last_clause(sentence[: changed.start()]), words):
            return changed
        happened = words.pattern("testimonials.happened").search(sentence)
        if happened and not voice.changes_only:
            return happened
    return None


def _find_other(text: str, words: Words) -> re.Match[str] | None:
    """Find a person, named or a patient, whose outcome the text tells."""
    if match := words.pattern("testimonials.patient_named").search(text):
        return match
    person, named = None, False
    for sentence in split_sentences(text, words):
        became = words.pattern("testimonials.became").search(sentence)
        research = words.pattern("testimonials.researched").search(sentence)
        no_patient = research or words.pattern("testimonials.no_patient").search(sentence)
        general = words.pattern("testimonials.general").search(sentence)
        if general or (no_patient and not became):
            person = None
            continue
        if found := words.pattern("testimonials.named").search(sentence):
            person, named = found, True
        elif found := words.pattern("testimonials.someone").search(sentence):
            person, named = found, False
        alone = words.pattern("testimonials.one_alone").search(sentence)
        told = became or (named and words.pattern("testimonials.one_named").search(sentence))
        if person and told and (alone or person.string == sentence):
            return person
    return None


CHECK = Check((TESTIMONIAL,), page=check_testimonials)
