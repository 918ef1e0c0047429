"""Check that words which are easily confused are the right ones: then and than, its and it's."""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.wording.pieces import CLOSING, split_blocks, text_from
from kapguide.words import Words

CONFUSED = Rule(
    "word-confused",
    "warning",
    'Words that sound alike are not mixed up: "more than", "should have", "its effects".',
    "KAP Guide",
    "It takes more then an hour.",
    "It takes more than an hour.",
)


def check_confused(page: Page, project: Project) -> Problems:
    """Find two words side by side of which one was meant to be another."""
    for _, pieces, words in split_blocks(page):
        last = -2
        for at, (first, second) in enumerate(itertools.pairwise(words)):
            better = _find_better(project.words, first, second)
            # A mark parts the two, and a capital makes a name of the second.
            apart = pieces[at][-1] in CLOSING or pieces[at + 1][0].isupper()
            if better and not apart and last != at - 1:
                last = at
                found = f"{first} {second}"
                message = f'"{found}" has the wrong word'
                hint = f'Write "{better}".'
                yield report(
                    CONFUSED, message, page, project, text=text_from(pieces, at), hint=hint
                )


@functools.cache
def _pairs(words: Words) -> Mapping[str, Sequence[tuple[re.Pattern[str], str]]]:
    """Return by the first of two words which ones are wrong behind it, with what to write."""
    pairs: dict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
    for row in words.tables("confused.pairs"):
        second = re.compile("|".join(row["second"]))
        for first in row["first"]:
            pairs[first].append((second, row["better"]))
    return dict(pairs)


def _find_better(words: Words, first: str, second: str) -> str:
    """Return what to write for two words, or nothing where they may stand side by side."""
    known = _pairs(words).get(first, ())
    fitting = (better for wrong, better in known if wrong.fullmatch(second))
    return next(fitting, "").format(first=first, second=second)


CHECK = Check((CONFUSED,), page=check_confused)
