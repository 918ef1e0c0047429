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
    pairs, shapes = _pairs(project.words), _shapes(project.words)
    for _, pieces, words in split_blocks(page):
        last = -2
        for at, (first, second) in enumerate(itertools.pairwise(words)):
            better = pairs.get(first, {}).get(second) or _fit(shapes.get(first, ()), first, second)
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
def _pairs(words: Words) -> Mapping[str, Mapping[str, str]]:
    """Return by the first of two words those behind it that are wrong, with what to write."""
    pairs: dict[str, dict[str, str]] = defaultdict(dict)
    for row in words.tables("confused.pairs"):
        for first in row["first"]:
            for second in row["second"]:
                better = row["better"].format(first=first, second=second)
                pairs[first][second] = better
    return dict(pairs)


@functools.cache
def _shapes(words: Words) -> Mapping[str, Sequence[tuple[re.Pattern[str], str]]]:
    """Return by the first of two words what any wrong one behind it is like."""
    shapes: dict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
    for pattern, row in words.patterns("confused.shapes"):
        for first in row["first"]:
            shapes[first].append((pattern, row["better"]))
    return dict(shapes)


def _fit(shapes: Sequence[tuple[re.Pattern[str], str]], first: str, second: str) -> str:
    """Return what to write for two words of which the second has such a shape."""
    fitting = (better for shape, better in shapes if second and shape.fullmatch(second))
    return next(fitting, "").format(first=first, second=second)


CHECK = Check((CONFUSED,), page=check_confused)
