"""Say at a glance which kinds of words a sentence holds.

The patterns that read sentences are long and slow; most sentences lack a word
that the pattern cannot do without. Each word of the language is put into its
kinds once and remembered; a sentence's kinds are those of its words.

Takes a sentence. Gives a sum of kinds: `kinds_of(text) & NUMBER`.
Must stay free of what follows: a kind only says that a closer look is worth it.
"""

from __future__ import annotations

import re
from typing import Final

from kapguide.claims import wording

TREATMENT: Final = 1 << 0
CONDITION: Final = 1 << 1
PEOPLE: Final = 1 << 2
STUDY: Final = 1 << 3
CHANGE: Final = 1 << 4
SHOW: Final = 1 << 5
TURN: Final = 1 << 6
FOUND: Final = 1 << 7
QUALITY: Final = 1 << 8
COMPARED: Final = 1 << 9
THAN: Final = 1 << 10
LASTING: Final = 1 << 11
LAW: Final = 1 << 12
NUMBER: Final = 1 << 13
GAIN: Final = 1 << 14
PROMISE: Final = 1 << 15
STIGMA: Final = 1 << 16
MISUSE: Final = 1 << 17
RATIO: Final = 1 << 18
STATISTIC: Final = 1 << 19
YOUNG: Final = 1 << 20

_WORDS: dict[int, str] = {
    TREATMENT: rf"{wording.TREATMENT}|it|this",
    CONDITION: rf"{wording.CONDITION}|alcohol|eating|blood",
    PEOPLE: wording.PEOPLE,
    STUDY: wording.STUDY,
    CHANGE: wording.CHANGE,
    SHOW: wording.SHOW,
    TURN: wording.TURN,
    FOUND: r"shown|found|proven|proved|known|demonstrated|linked|tied|associated|reported",
    QUALITY: r"effective|addictive|tolerated|successful|promising|superior|works?|acts?|worked"
    r"|dangerous|makes|passes|permanent|predict(?:s|ed)?|effect",
    COMPARED: r"better|faster|sooner|higher|lower|fewer|more|less|worse|longer|likely",
    THAN: r"than",
    LASTING: wording.LASTING,
    LAW: r"approv\w+|licensed|illegal|legal|controlled|label|certified|law|schedule|regulator|fda"
    r"|dea|checked|evaluated|judged|warned",
    NUMBER: rf"\d+|{'|'.join(wording.NUMBER_WORDS)}|half|thirds?|quarters?|fifths?|tenths?|twice"
    r"|doubl(?:e|es|ed|ing)|tripled?|halv(?:e|es|ed|ing)|\w+fold|most|nearly|almost|majority"
    r"|median|scores?|ratio|confidence",
    GAIN: r"improv\w+|better|reliev\w+|relief|eas(?:e|es|ed|ing)|lift(?:s|ed)?|help(?:s|ed)?"
    r"|respon\w+|recover\w*|remission|benefits?|gains?|effective|abstinent|sober|without"
    r"|promis\w+|works?|worked|fell|dropped",
    PROMISE: r"cure[sd]?|curative|guarant\w+|breakthroughs?|mirac\w+|magic\w*|wonder|safe|risks?"
    r"|free|effects|revolution\w*|transformative|changing|chang\w+|will|sure|always|works"
    r"|permanent\w*",
    STIGMA: r"alcoholics?|addicts?|junkies?|abusers?|abuse|suffer\w*|victims?|mentally"
    r"|schizophrenics?|psychotics|crazy|insane|lunatics?|suicides?",
    MISUSE: r"misused|dependent|addicted",
    RATIO: r"twice|times|half|doubl(?:e|es|ed|ing)|tripled?|halv(?:e|es|ed|ing)|\w+fold|thirds?"
    r"|quarters?|fifths?|tenths?|percent|cent",
    YOUNG: r"adolescen\w+|teens?|teenagers?|minors|child|children|young|under",
    STATISTIC: r"p|n|ratio|interval|ci|size|of|every|scores?|median|most|nearly|almost|majority",
}
_PATTERNS = tuple((kind, re.compile(words, re.I)) for kind, words in _WORDS.items())
_WORD = re.compile(r"[a-z]+|\d+")


class _Vocabulary(dict[str, int]):
    """The kinds of each word met so far, with the marks around it: `"well-known,"`."""

    def __missing__(self, word: str) -> int:
        parts = _WORD.findall(word)
        kinds = 0
        for kind, pattern in _PATTERNS:
            if any(map(pattern.fullmatch, parts)):
                kinds |= kind
        self[word] = kinds
        return kinds


_vocabulary = _Vocabulary()


def kinds_of(text: str) -> int:
    """Return the kinds of all words of a text, added up."""
    kinds = 0
    for word in text.lower().split():
        kinds |= _vocabulary[word]
    return kinds
