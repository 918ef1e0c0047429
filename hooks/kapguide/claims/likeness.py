"""Tell what a sentence reads like, from sentences that people have labeled.

Advertisers and storytellers find ever new words, so no list of expressions is whole. Here a
sentence is compared with examples of each kind (kapguide/words/examples) as a mail filter
compares a message with other mail, by naive Bayes: a word, or a pair of neighbors, speaks
for a kind as far as it is more frequent in the examples of that kind than in plain ones.

That is a likelihood and no proof, so it may warn and not forbid.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from kapguide.words import Words
from kapguide.words.loading import LABELS, read_examples

PLAIN = LABELS[0]
_SMOOTHING = 0.5
"""What each count is more than it is: a word seen in one kind alone proves nothing (Jeffreys)."""
_TOKEN = re.compile(r"\{\w+\}|[^\W_][\w'-]*|[?!\"“”«»—_]")
_NUMBER = re.compile(r"\d[\d.,]*%?")
_SHOWABLE = re.compile(r"[\w' -]*\w{3}[\w' -]*")
_SHOWN = 2
"""So many of the words that weigh most say enough of why; marks and short words do not."""


class Likeness:
    """How far each trait of a sentence speaks for a kind, against plain sentences."""

    def __init__(self, words: Words) -> None:
        """Count in how many of a language's examples, and the site's own, each trait is."""
        self._words = words
        examples = [*read_examples(words.language), *words.examples]
        totals = Counter(kind for kind, _ in examples)
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for kind, sentence in examples:
            counts[kind].update(_traits(sentence, words))

        def share(trait: str, kind: str) -> float:
            return (counts[kind][trait] + _SMOOTHING) / (totals[kind] + 2 * _SMOOTHING)

        self._weights = {
            kind: {
                trait: math.log(share(trait, kind) / share(trait, PLAIN))
                for trait in counts[kind].keys() | counts[PLAIN].keys()
            }
            for kind in totals.keys() - {PLAIN}
            if totals[PLAIN]
        }

    def rate(self, sentence: str, kind: str) -> float:
        """Return how much a sentence reads like a kind: 0 is undecided, 2 is very much.

        It is the sum of the traits' logarithmic likelihood ratios over the root of their
        number: a long sentence has more words, but not as much more proof. Nothing reads
        like a kind of which the language has no example.
        """
        weights, traits = self._weights.get(kind, {}), _traits(sentence, self._words)
        return sum(weights.get(each, 0.0) for each in traits) / math.sqrt(len(traits))

    def reasons(self, sentence: str, kind: str) -> list[str]:
        """Return the words of a sentence that speak most for a kind, the strongest first."""
        weights = self._weights.get(kind, {})
        shown = filter(_SHOWABLE.fullmatch, _traits(sentence, self._words))
        return sorted(shown, key=lambda each: -weights.get(each, 0.0))[:_SHOWN]


@functools.lru_cache(maxsize=8)
def learn(words: Words) -> Likeness:
    """Return what the examples of a language tell."""
    return Likeness(words)


def _traits(sentence: str, words: Words) -> list[str]:
    """Return the words and the pairs of neighbors in a sentence, each once, in their order.

    What treatments and conditions are called is one word each: examples on one treatment
    serve for another.
    """
    return list(dict.fromkeys(_read(sentence.lower().replace("’", "'"), words)))


def _read(text: str, words: Words) -> Iterator[str]:
    text = words.pattern("likeness.treatment", lower=True).sub("{treatment}", text)
    text = words.pattern("likeness.condition", lower=True).sub("{condition}", text)
    tokens = ["^", *_TOKEN.findall(_NUMBER.sub("0", text)), "$"]
    yield from tokens
    yield from map(" ".join, itertools.pairwise(tokens))
