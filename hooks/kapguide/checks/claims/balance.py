"""Hold that benefits never stand alone: risks as long, what is not known, the notices."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from markdown_citations.problems import Problem, Rule

from kapguide.claims import kinds
from kapguide.claims.claims import own_words
from kapguide.claims.effects import find_result, is_denied
from kapguide.claims.wording import compile_any
from kapguide.notices.on_page import wanted_text
from kapguide.pages.page import Page
from kapguide.pages.prose import Sentence, sentences
from kapguide.pages.sections import (
    KEY_POINTS,
    RISKS,
    UNKNOWN,
    Section,
    is_about,
    sections,
)
from kapguide.project.project import Project, report

RISKS_ABSENT = Rule(
    "risks-absent",
    "error",
    "A page with claims of benefit has a section on risks: nearly as long (0.7), and at most two "
    "sections further on.",
    "DISCERN 11; IPDAS; FDA on fair balance",
    "---\ntype: treatment\n---\n## What was found\n\n"
    "In a trial of 41 people, ketamine eased depression in 12 of 41 [@trial].",
    "---\ntype: reference\n---\n## What was found\n\n"
    "In a trial of 41 people, ketamine eased depression in 12 of 41 [@trial].\n\n## The risks\n\n"
    "In the same trial of 41 people, 9 of 41 felt sick with ketamine, and some felt afraid.",
)
UNKNOWN_ABSENT = Rule(
    "unknown-absent",
    "error",
    "A page about treatment says what is not known, under a heading, in at least 40 words.",
    "DISCERN 8; IPDAS",
    "---\ntype: treatment\n---\nKetamine is given in a clinic.",
    "---\ntype: practical\n---\nKetamine is given in a clinic.",
)
NOTICE_MISSING = Rule(
    "notice-missing",
    "error",
    "A page that speaks of ketamine as a treatment carries the notice on its legal status before "
    "its first claim; one that speaks of ketamine and young people carries theirs.",
    "FDA; KAP Guide",
    "Ketamine was tried in four teenagers.",
    "::: notice under-18s\n\nKetamine was tried in four teenagers.",
)
RULES = (RISKS_ABSENT, UNKNOWN_ABSENT, NOTICE_MISSING)

SHARE = 0.7
"""How long the risks must be, against the benefits."""
_DISTANCE = 3
"""So many sections between the benefits and the risks are too many."""
_UNKNOWN_WORDS = 40

_GAIN = compile_any(
    r"\b(?:improv\w+|better|reliev\w+|relief|eas(?:e|es|ed|ing)|lift(?:s|ed)?|help(?:s|ed)?"
    r"|respon(?:d|ds|ded|se)|recover\w*|remission|benefits?|gains?|effective|abstinent|sober"
    r"|without\s+alcohol|promis\w+|works?\s+(?:better|for|well)|worked|fell|dropped)\b",
)
_MINORS = compile_any(
    r"\badolescen(?:t|ts|ce)\b|\bteen(?:s|agers?)?\b|\bunder[\s-]18s?\b|\bminors\b"
    r"|\b(?<!your\s)(?<!their\s)(?<!his\s)(?<!her\s)(?<!own\s)child(?:ren)?\b(?!\s+care)"
    r"|\byoung\s+(?:people|person|persons)\b",
)
_KETAMINE = compile_any(r"\b(?:ketamine|esketamine|KAP)\b")
_OUT_OF_REACH = compile_any(
    r"\b(?:reach|lock(?:ed)?|away\s+from|look(?:s|ing)?\s+after|care\s+of)\b"
)


def check_balance(page: Page, project: Project) -> Iterator[Problem]:
    """Find claims of benefit without risks, and treatment without what is not known."""
    treatment = project.front_matter(page).get("type") == "treatment"
    gains = find_gains(page)
    if not treatment and not gains:
        return
    parts = sections(page)
    points = {part.number for part in parts if is_about(part, KEY_POINTS)}
    outside = [gain for gain in gains if gain.block.section not in points]
    if treatment or outside:
        yield from _check_risks(parts, outside or list(gains), page, project)
    if treatment:
        told = [part for part in parts if is_about(part, UNKNOWN)]
        if sum(part.words for part in told) < _UNKNOWN_WORDS:
            lack = "is too short" if told else "is missing"
            message = f"the section on what is not known {lack} (at least {_UNKNOWN_WORDS} words)"
            hint = 'Add a heading such as "What is not known", and say what no study has shown.'
            text = told[0].heading if told else ""
            yield report(UNKNOWN_ABSENT, message, page, project, text=text, hint=hint)


@functools.lru_cache(maxsize=2)
def find_gains(page: Page) -> tuple[Sentence, ...]:
    """Return the sentences of a page that claim a benefit."""
    return tuple(
        sentence
        for sentence in sentences(page)
        if sentence.kinds & kinds.GAIN and _is_gain(sentence)
    )


def _is_gain(sentence: Sentence) -> bool:
    """Whether a sentence claims that a treatment helped, by a count or an effect."""
    if not (sentence.numbers.count or find_result(sentence.own, sentence.kinds)):
        return False
    text = own_words(sentence.plain)
    return bool(_GAIN.search(text)) and not is_denied(text)


def _check_risks(
    parts: Sequence[Section], gains: list[Sentence], page: Page, project: Project
) -> Iterator[Problem]:
    title = page.headings[0].text if page.headings else ""
    risky = parts if RISKS.search(title) else [part for part in parts if is_about(part, RISKS)]
    if not risky:
        hint = 'Add a section such as "Risks", as long as what is said in favor.'
        text = gains[0].plain if gains else ""
        yield report(
            RISKS_ABSENT, "the page has no section on risks", page, project, text=text, hint=hint
        )
        return
    benefit = sum(len(gain.plain.split()) for gain in gains)
    harm = sum(part.words for part in risky)
    if harm < SHARE * benefit:
        message = f"{harm} words on risks stand against {benefit} on benefits"
        hint = f"Give the risks at least {SHARE} of the benefits' length, or shorten the benefits."
        yield report(RISKS_ABSENT, message, page, project, text=risky[0].heading, hint=hint)
    tops = {part.number: part.top for part in parts}
    between = risky[0].top - tops[gains[0].block.section] - 1 if gains else 0
    if between >= _DISTANCE:
        message = f"{between} sections stand between the first benefit and the risks"
        hint = "Move the risks up: at most two sections may come between."
        yield report(RISKS_ABSENT, message, page, project, text=risky[0].heading, hint=hint)


def check_notices(page: Page, project: Project) -> Iterator[Problem]:
    """Find pages that lack the notice on legal status, or on young people."""
    shown = page.shown
    yield from _check_status(page, project, shown)
    notice = project.notices.get("under-18s")
    if notice is None or wanted_text(notice) in shown:
        return
    named = [sentence.block for sentence in sentences(page) if sentence.kinds & kinds.YOUNG]
    for block in dict.fromkeys(named):
        text = block.plain
        for link in block.linked:
            text = text.replace(link, "")
        minors = _MINORS.search(text)
        if minors and _KETAMINE.search(text) and not _OUT_OF_REACH.search(text):
            message = f'the page speaks of ketamine and "{minors[0]}" without the notice for them'
            hint = "Add a line ::: notice under-18s before it."
            yield report(NOTICE_MISSING, message, page, project, text=block.plain, hint=hint)
            return


def _check_status(page: Page, project: Project, shown: str) -> Iterator[Problem]:
    notice = project.notices.get("regulatory-status")
    if notice is None:
        return
    points = {part.number for part in sections(page) if is_about(part, KEY_POINTS)}
    claims = [
        gain.plain
        for gain in find_gains(page)
        if gain.block.section not in points and _KETAMINE.search(gain.plain)
    ]
    treatment = project.front_matter(page).get("type") == "treatment"
    if not claims and not treatment:
        return
    at = shown.find(wanted_text(notice))
    text = claims[0] if claims else ""
    hint = "Add a line ::: notice regulatory-status right behind the key points."
    if at < 0:
        message = "the page lacks the notice on ketamine's legal status"
        yield report(NOTICE_MISSING, message, page, project, text=text, hint=hint)
    elif claims and 0 <= shown.find(text) < at:
        message = "the notice on ketamine's legal status stands behind the first claim"
        yield report(NOTICE_MISSING, message, page, project, text=text, hint=hint)
