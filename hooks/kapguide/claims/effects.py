"""Find statements of what a treatment does, was found to do, or may lawfully do.

What is not known, what somebody else says, what only may be the case and what
a reader is told to do are no such statements.
"""

from __future__ import annotations

import functools
import re

from kapguide.words import Words
from kapguide.words.patterns import as_written

_CLAUSE = re.compile(r"[,;:—–]")
_LONGEST = 1500
"""How many signs of a sentence are read: more has none that a reader could follow."""


def is_denied(sentence: str, words: Words) -> bool:
    """Whether a sentence says that there was no effect, that it passed, or that nobody knows."""
    text = sentence.lower()
    return bool(
        words.pattern("effects.unknown", lower=True).search(text)
        or words.pattern("effects.no_effect", lower=True).search(text)
    )


# Several checks ask for each sentence of the page at hand.
@functools.lru_cache(maxsize=256)
def find_effect(sentence: str, words: Words) -> str:
    """Return the words that state an effect, a finding or a legal fact, or an empty text."""
    text = _statement(sentence, words)
    law = words.pattern("effects.law", lower=True).search(text)
    stated = law and not only_supposed(text[: law.start()], words)
    return as_written(sentence, law[0] if law and stated else _result(text, words))


def find_result(sentence: str, words: Words) -> str:
    """Return the words that state an effect or a finding, or an empty text."""
    return as_written(sentence, _result(_statement(sentence, words), words))


def _statement(sentence: str, words: Words) -> str:
    """Return a sentence in lower case; nothing where it asks, or tells what to do."""
    text = words.pattern("effects.title", lower=True).sub("…", sentence[:_LONGEST].strip().lower())
    return "" if words.pattern("effects.setting", lower=True).search(text) else text


def _result(text: str, words: Words) -> str:
    stated = words.pattern("effects.stated", lower=True).search(text)
    if not stated or words.pattern("effects.unknown", lower=True).search(text):
        return ""
    for pattern, _ in words.patterns("effects.stated", lower=True):
        for effect in pattern.finditer(text):
            # "Call someone if your breathing slows" states nothing.
            if not only_supposed(text[: effect.start()], words):
                return effect[0]
    return ""


def only_supposed(before: str, words: Words) -> bool:
    """Whether what stands behind a text in its clause is only supposed, or said to be wrong."""
    pattern = words.pattern("effects.supposed", lower=True)
    return bool(pattern.search(last_clause(before).lower()))


def last_clause(text: str) -> str:
    """Return what stands behind the last comma, colon or dash of a text."""
    return _CLAUSE.split(text)[-1]
