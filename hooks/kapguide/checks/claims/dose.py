"""Check that no page gives a dose to take: that is for who knows the patient to say."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.claims.effects import only_supposed
from kapguide.pages.prose import sentences
from kapguide.pages.readability import split_sentences
from kapguide.pages.wording.pieces import Sieve, all_pieces, split_blocks
from kapguide.words import Words

DOSE = Rule(
    "dose",
    "error",
    "No page gives a dose to take; what a study gave has its citation.",
    "KAP Guide",
    "Take 200 mg of ketamine under your tongue.",
    "Your prescriber says how much to take.",
)


def check_doses(page: Page, project: Project) -> Problems:
    """Find amounts of a medicine, but for what a study is said to have given."""
    words = project.words
    units = _units(words).catch(all_pieces(page))
    doses: list[str] = []
    tables: set[int] = set()  # of doses, which are told once
    for block, pieces, _ in split_blocks(page) if units else ():
        if "figure" in block.within or units.isdisjoint(pieces):
            continue
        if block.cell and block.cell.table in tables:
            continue
        told: int | None = None
        for match in words.pattern("doses.amount").finditer(block.plain):
            between = block.plain[told : match.end()]
            if told is not None and len(split_sentences(between, words)) < 2:
                continue  # the sentence is told of already
            beside = block.plain[max(match.start() - 40, 0) : match.end() + 40]
            studied = block.cites and not words.pattern("doses.advised").search(beside)
            if not studied and not words.pattern("doses.other").search(beside):
                message = f'"{match[0].strip()}" is a dose'
                hint = "Take it out, and send readers to who prescribes."
                text = block.plain[match.start() :]
                yield report(DOSE, message, page, project, text=text, hint=hint)
                told = match.start()
                doses.append(match[0])
                if block.cell:
                    tables.add(block.cell.table)
    yield from _find_rhythm(page, project, doses)


def _find_rhythm(page: Page, project: Project, doses: Sequence[str]) -> Problems:
    """Find how often to take it, and how, where no sentence asks, forbids or cites.

    A sentence with one of the doses that were told is told already.
    """
    words = project.words
    for sentence in sentences(page, words, notices=True):
        match = words.pattern("doses.rhythm").search(sentence.own)
        withheld = None
        if not (match or words.pattern("doses.prescribed").search(sentence.own)):
            withheld = words.pattern("doses.withheld").search(sentence.own)
            match = withheld or words.pattern("doses.manner").search(sentence.own)
        if match and not (
            any(dose in sentence.plain for dose in doses)
            or sentence.question
            or sentence.cites
            or (not withheld and _is_denied(sentence.own[: match.end()], words))
        ):
            message = f'"{match[0].strip()}" tells how to take it'
            hint = "Take it out, and send readers to who prescribes."
            yield report(DOSE, message, page, project, text=sentence.plain, hint=hint)


def _is_denied(text: str, words: Words) -> bool:
    """Whether a text says no, but for a clause that it opens with and that only supposes."""
    first, _, rest = text.partition(",")
    if rest and only_supposed(first, words):
        text = rest
    return bool(words.pattern("excuses.denied").search(text))


@functools.cache
def _units(words: Words) -> Sieve:
    """Return what finds pieces that are a unit, or start with one: "mg", "200mg/kg", "tablets"."""
    return Sieve(lambda piece: bool(words.pattern("doses.unit").search(piece)))


CHECK = Check((DOSE,), page=check_doses)
