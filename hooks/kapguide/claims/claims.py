"""Tell a sentence that needs a citation from one that does not.

Two kinds need one: a count about people, studies or outcomes (`counts`), and a
statement of what a treatment does, was found to do, or may lawfully do
(`effects`). Questions need none, nor does what somebody else says: "a clinic
that promises relief", "you may hear that 9 in 10 get well".

How well this is told is measured by benchmarks/claims.py.
"""

from __future__ import annotations

import re

from kapguide.claims.counts import read_numbers
from kapguide.claims.effects import find_effect
from kapguide.words import Words

QUOTED = re.compile(r"[\"“«]([^\"”»]*)[\"”»]")
_QUOTED = re.compile(r"[\"“«][^\"”»]{12,}[\"”»]")
QUESTION = re.compile(r"\?[\"”»’)\s]*$")


def find_claim(sentence: str, words: Words) -> str:
    """Return the words that need a citation, or an empty text."""
    text = own_words(sentence, words)
    return read_numbers(text, words).count or find_effect(text, words)


def own_words(sentence: str, words: Words) -> str:
    """Return what the page itself states: no quotation, nothing asked, nothing others say."""
    text = _QUOTED.sub(" … ", sentence)
    others = words.pattern("excuses.reported", lower=True)
    return "" if QUESTION.search(text) or others.search(text.lower()) else text
