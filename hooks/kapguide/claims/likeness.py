"""Tell what a sentence reads like, from sentences that people have labeled.

Advertisers and storytellers find ever new words, so no list of expressions is whole. Here a
sentence is compared with examples of each kind (kapguide/words/examples) as a mail filter
compares a message with other mail, by naive Bayes: a word, or a pair of neighbors, speaks
for a kind as far as it is more frequent in the examples of that kind than in plain ones.

That is a likelihood and no proof, so it may warn and not forbid.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from kapguide.claims.claims import QUOTED
from kapguide.words import Words
from kapguide.words.loading import LABELS, read_examples

PLAIN = LABELS[0]
_TOLD = 0.015
"""Which share of the plain examples may read like a kind, by what all others say of them."""
_ADDED = 4
"""So many traits that say nothing are added to those of a sentence."""
_TOKEN = re.compile(r"\{\w+\}|'?[^\W_][\w-]*|[?!\"“”«»—_]")
_NUMBER = re.compile(r"\d[\d.,]*%?")
_SHOWABLE = re.compile(r"\w[\w' -]*\w{2}[\w' -]*")
_SHOWN = 2
"""So many of the words that weigh most say enough of why; marks and short words do not."""

Traits = list[str]
"""The words and the pairs of neighbors in a sentence, each once, in their order."""


class Likeness:
    """How far each trait of a sentence speaks for one kind, against plain sentences."""

    def __init__(self, like: Sequence[Traits], plain: Sequence[Traits]) -> None:
        """Learn from examples of a kind, of which there are some, and two plain ones or more."""
        self._like, self._plain = (Counter(chain(*examples)) for examples in (like, plain))
        self._totals = len(like), len(plain)
        self._right = {tuple(each) for each in plain}
        # Half an example more of each: what was seen once, or not yet, proves little.
        self._more = 0.5 / (len(like) + len(plain))
        self._weights = {each: self._weigh(each) for each in self._like | self._plain}
        # What a plain example itself has taught must not speak for it.
        others = {each: self._weigh(each, left_out=1) for each in self._plain}
        rates = sorted(_rate(each, others) for each in plain)
        self.limit = rates[-1 - int(len(plain) * _TOLD)]
        """What only so few plain examples rate above."""

    def rate(self, traits: Traits) -> float:
        """Return how much a sentence reads like the kind: below 0, it reads like plain ones.

        It is the sum of the traits' logarithmic likelihood ratios over the root of their
        number: a long sentence has more words, but not as much more proof. Some that say nothing
        are added, for the few of a short one prove less.
        """
        return _rate(traits, self._weights)

    def told(self, traits: Traits) -> bool:
        """Whether a sentence rates above the limit, and is no plain example itself."""
        return tuple(traits) not in self._right and self.rate(traits) > self.limit

    def strongest(self, traits: Traits) -> list[str]:
        """Return the words of a sentence that speak most for the kind, the strongest first."""
        shown = filter(_SHOWABLE.fullmatch, traits)
        first = sorted(shown, key=lambda each: -self._weights.get(each, 0.0))[:_SHOWN]
        return [each.replace(" '", "'") for each in first]

    def _weigh(self, trait: str, left_out: int = 0) -> float:
        """Return a trait's weight, without so many plain examples that have it."""
        like = self._like[trait] / self._totals[0]
        plain = (self._plain[trait] - left_out) / (self._totals[1] - left_out)
        return math.log((like + self._more) / (plain + self._more))


def find_reasons(sentence: str, kind: str, words: Words) -> list[str]:
    """Return the words for which a sentence reads like a kind; none where it does not.

    Nothing reads like a kind of which the language has no example, or not two plain ones.
    """
    likeness, traits = learn(words).get(kind), read_traits(sentence, words)
    return likeness.strongest(traits) if likeness and likeness.told(traits) else []


@lru_cache(maxsize=8)
def learn(words: Words) -> Mapping[str, Likeness]:
    """Return what the examples of a language, and the site's own, tell of each kind."""
    examples: defaultdict[str, list[Traits]] = defaultdict(list)
    for kind, sentence in [*read_examples(words.language), *words.examples]:
        examples[kind].append(read_traits(sentence, words))
    # A page's own words are compared without what they quote.
    own = [sentence for kind, sentence in words.examples if kind == PLAIN]
    unquoted = [QUOTED.sub(" ", each) for each in own if QUOTED.search(each)]
    examples[PLAIN] += [read_traits(each, words) for each in unquoted]
    plain = examples.pop(PLAIN)
    return {kind: Likeness(like, plain) for kind, like in examples.items() if len(plain) > 1}


def read_traits(sentence: str, words: Words) -> Traits:
    """Return the traits of a sentence.

    What treatments and conditions are called is one word each: examples on one treatment
    serve for another. So is what may be shortened: "isn't" and "it's" tell no more than "is not"
    and "it is" do.
    """
    text = sentence.lower().replace("’", "'")
    for pattern, row in words.patterns("likeness.alike", lower=True):
        text = pattern.sub(f" {{{row['one']}}} ", text)
    tokens = ["^", *_TOKEN.findall(_NUMBER.sub("0", text)), "$"]
    return list(dict.fromkeys([*tokens, *map(" ".join, pairwise(tokens))]))


def _rate(traits: Traits, weights: Mapping[str, float]) -> float:
    return sum(weights.get(each, 0.0) for each in traits) / math.sqrt(len(traits) + _ADDED)
