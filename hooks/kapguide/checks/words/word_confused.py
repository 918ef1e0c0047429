"""Check that words which are easily confused are the right ones: then and than, its and it's."""

from __future__ import annotations

import functools
import itertools
from collections import defaultdict
from collections.abc import Mapping

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
    pairs = _pairs(project.words)
    for _, pieces, words in split_blocks(page):
        last = -2
        for at, (first, second) in enumerate(itertools.pairwise(words)):
            better = pairs.get(first, {}).get(second)
            # A mark parts the two.
            if better and pieces[at][-1] not in CLOSING and last != at - 1:
                last = at
                found = f"{first} {second}"
                message = f'"{found}" has the wrong word'
                hint = f'Write "{better}".'
                yield report(
                    CONFUSED, message, page, project, text=text_from(pieces, at), hint=hint
                )


@functools.cache
def _pairs(words: Words) -> Mapping[str, Mapping[str, str]]:
    """Return by the first of two words those behind it that are wrong, with what to write."""
    pairs: dict[str, dict[str, str]] = defaultdict(dict)
    for row in words.tables("confused.pairs"):
        for first in row["first"]:
            for second in row["second"]:
                better = row["better"].format(first=first, second=second)
                pairs[first][second] = better
    return dict(pairs)


CHECK = Check((CONFUSED,), page=check_confused)
