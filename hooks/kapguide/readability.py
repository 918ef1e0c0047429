"""Measure how hard a text is to read, as a US school grade.

The mean of two well-known formulas, Flesch-Kincaid and SMOG, because each
alone is easy to please: the first by short sentences, the second by short
words. Terms that the glossary explains count as words of two syllables: a
page about ketamine must be able to say "ketamine".

Takes plain text, a sentence or list item a line or with full stops.
Gives grades and the longest sentences.
Must stay free of HTML. textstat counts the syllables (by CMU's dictionary);
the formulas stand here because its own take no list of known terms.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Collection
from dataclasses import dataclass

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|vs|Dr|Mr|Ms|Mrs|St|pp?|No(?=\.\s*\d))\.", re.I)
_END = re.compile(r"([.!?][\"'”’)\]]*)\s+(?=[\"'“‘(\[]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a text is to read."""

    flesch_kincaid: float
    smog: float
    sentences: int
    words: int
    longest: tuple[str, ...]
    """Sentences, longest first, at most five."""

    @property
    def grade(self) -> float:
        """US school grade: the mean of both formulas."""
        return (self.flesch_kincaid + self.smog) / 2


def split_sentences(text: str) -> list[str]:
    """Split at sentence ends and line ends; "e.g." and "Dr." end nothing."""
    safe = _ABBREVIATION.sub(lambda m: m[0].replace(".", "\0"), text)
    lines = _END.sub(r"\1\n", safe).split("\n")
    parts = (line.replace("\0", ".").strip() for line in lines)
    return [part for part in parts if _WORD.search(part)]


@functools.cache
def count_syllables(word: str) -> int:
    """Count the syllables of an English word, at least 1."""
    import textstat  # noqa: PLC0415 - loads a dictionary, which takes half a second

    return max(1, int(textstat.syllable_count(word)))


def measure(text: str, glossary: Collection[str] = ()) -> Reading:
    """Measure a text; `glossary` holds terms in lower case, singular or as written."""
    terms = {word for term in glossary for word in re.findall(r"[a-z]+", term.lower())}
    sentences = split_sentences(text)
    counts = []
    for sentence in sentences:
        words = _WORD.findall(sentence)
        counts.append([_syllables(word, terms) for word in words])
    words_total = sum(map(len, counts))
    if not sentences or not words_total:
        return Reading(0.0, 0.0, 0, 0, ())
    syllables = sum(map(sum, counts))
    many = sum(1 for words in counts for n in words if n >= 3)
    kincaid = 0.39 * words_total / len(sentences) + 11.8 * syllables / words_total - 15.59
    smog = 1.0430 * math.sqrt(many * 30 / len(sentences)) + 3.1291
    longest = sorted(sentences, key=lambda s: len(_WORD.findall(s)), reverse=True)[:5]
    return Reading(kincaid, smog, len(sentences), words_total, tuple(longest))


def _syllables(word: str, terms: Collection[str]) -> int:
    lower = word.lower()
    known = lower in terms or lower.removesuffix("s") in terms
    count = count_syllables(word)
    return min(count, 2) if known else count
