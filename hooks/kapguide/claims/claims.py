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
from kapguide.claims.wording import compile_lower

_QUOTED = re.compile(r"[\"“][^\"”]{12,}[\"”]")
_QUESTION = re.compile(r"\?[\"”’)\s]*$")
_REPORTED = compile_lower(
    r"\b(?:clinics?|they|advertisements?|adverts?|ads?|websites?|someone|friends?|sellers?|clinic\s+that|one\s+that)\s+"
    r"(?:(?:may|might|often|also|themselves)\s+)*"
    r"(?:says?|claims?|promises?|hopes?|describes?|tells?|believes?)\b",
    r"\byou\s+(?:may|might|will|could)\s+(?:hear|read|be\s+told)\b",
    r"\b(?:should|must)\s+(?:say|tell|explain)\b|\bmeans\s+the\b",
)


def find_claim(sentence: str) -> str:
    """Return the words that need a citation, or an empty text."""
    text = own_words(sentence)
    return read_numbers(text).count or find_effect(text)


def own_words(sentence: str) -> str:
    """Return what the page itself states: no quotation, nothing asked, nothing others say."""
    text = _QUOTED.sub(" … ", sentence)
    return "" if _QUESTION.search(text) or _REPORTED.search(text.lower()) else text
