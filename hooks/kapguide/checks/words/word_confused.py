"""Check that words which are easily confused are the right ones: then and than, its and it's."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.wording.dictionary import find_accented, known_words
from kapguide.pages.wording.pieces import CLOSING, split_blocks, text_from
from kapguide.pages.wording.spelled import is_known
from kapguide.words import Words

CONFUSED = Rule(
    "word-confused",
    "warning",
    'Words that sound alike are not mixed up: "more than", "should have", "its effects".',
    "KAP Guide",
    "It takes more then an hour.",
    "It takes more than an hour.",
)


class _Pair(NamedTuple):
    """What is wrong behind some word, and what to write for both."""

    second: re.Pattern[str]
    """The word, or the word with the mark that closes it."""
    before: re.Pattern[str]
    """What the word before the two has to be; nothing where they open a clause."""
    unless: re.Pattern[str]
    """Where the sentence up to the two and the two words behind them, with their marks, have
    this, with "…" in the place of the two, they are right."""
    better: str
    cut: str
    """What the second loses at its end."""
    accented: str
    """What the second is with the accent that it lacks, as `find_accented` has it; or nothing."""
    mend: tuple[str, str] | None
    """What is to be another at the end of the first, and what it is then."""
    within: bool
    """It is wrong within a clause alone, before no mark: "you feel better then" is right."""


_STOPS = frozenset(".!?")
"""What ends a sentence."""
_FAR = 40
"""How many words of a sentence are looked at: a list without points may go on for pages."""


def check_confused(page: Page, project: Project) -> Problems:
    """Find two words side by side of which one was meant to be another."""
    for _, pieces, words in split_blocks(page):
        last, start = -2, 0
        for at, (first, second) in enumerate(itertools.pairwise(words)):
            if at and pieces[at - 1][-1] in _STOPS:
                start = at
            pairs = _find_pairs(project.words, first)
            if not pairs:
                continue
            before = words[at - 1] if at and pieces[at - 1][-1] not in CLOSING else ""
            mark = pieces[at + 1][-1] if pieces[at + 1][-1] in CLOSING else ""
            behind = " ".join(pieces[at + 2 : at + 4]).lower() if mark not in _STOPS else ""
            around = " ".join((*words[max(start, at - _FAR) : at], "…", behind))
            better = _find_better(
                pairs, before, first, second, mark=mark, around=around, words=project.words
            )
            # A mark parts the two, and capitals make a name of either.
            apart = (
                pieces[at][-1] in CLOSING
                or (len(first.lstrip("¿¡")) > 1 and pieces[at].isupper())
                or not (pieces[at + 1][0].islower() or pieces[at + 1][0].isdigit())
            )
            if better and not apart and last != at - 1:
                last = at
                found = f"{first} {second}"
                message = f'"{found}" has the wrong word'
                hint = f'Write "{better}".'
                yield report(
                    CONFUSED, message, page, project, text=text_from(pieces, at), hint=hint
                )


@functools.lru_cache(maxsize=65536)  # pages say the same words again and again
def _find_pairs(words: Words, first: str) -> Sequence[_Pair]:
    """Return what is wrong behind a word, and what to write for both."""
    known = known_words(words["spelling.dictionary"])
    return [
        pair
        for named, (end, other), pair in _pairs(words)
        if first in named or (re.search(end, first) and re.sub(end, other, first) in known)
    ]


@functools.cache
def _pairs(words: Words) -> Sequence[tuple[Collection[str], Sequence[str], _Pair]]:
    """Return the pairs, each with the words that may be the first of it, and with their ends."""
    pairs = []
    for row in words.tables("confused.pairs"):
        second, before = words.compile(row["second"]), words.compile(row.get("before", [".*"]))
        unless, within = words.compile(row.get("unless", ["(?!)"])), bool(row.get("within"))
        cut, accented = row.get("cut", ""), row.get("accented", "")
        ends = row.get("ends", ("(?!)", ""))
        mend = ends if row.get("mended") else None
        pair = _Pair(second, before, unless, row["better"], cut, accented, mend, within)
        pairs.append((row["first"], ends, pair))
    return pairs


def _find_better(
    pairs: Sequence[_Pair],
    before: str,
    first: str,
    second: str,
    *,
    mark: str,
    around: str,
    words: Words,
) -> str:
    """Return what to write for two words, or nothing where they may stand side by side."""
    for pair in pairs:
        found = pair.second.fullmatch(second) or (mark and pair.second.fullmatch(second + mark))
        fits = pair.before.fullmatch(before) and not (pair.within and mark)
        if found and fits and not pair.unless.search(around):
            stem = second.removesuffix(pair.cut)
            right = find_accented(second, pair.accented, words) if pair.accented else second
            known = right == second or (is_known(second, words) and is_known(right, words))
            if right and known:
                first = re.sub(*pair.mend, first) if pair.mend else first
                return pair.better.format(first=first, second=right, stem=stem)
    return ""


CHECK = Check((CONFUSED,), page=check_confused)
