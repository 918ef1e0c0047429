"""Tell whether a word is spelled right, by the dictionary, by the site's words and by its place."""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator, Sequence

from kapguide.pages.wording.dictionary import (
    find_american,
    find_two,
    is_common,
    is_diminutive,
    is_misspelt,
    is_slip_of_verb,
    known_words,
    suggest,
    suggest_name,
)
from kapguide.pages.wording.inflected import with_acute, without_acute
from kapguide.pages.wording.pieces import CLOSING, bare, opens_sentence, without_accents, words_in
from kapguide.pages.wording.rare_words import find_likelier
from kapguide.words import Words

_SHORTEST_NAME = 6
"""A shorter name may well be one letter away from some word."""


@functools.cache
def _of_topic(words: Words) -> frozenset[str]:
    """Return the words of the topic in their forms."""
    own = (*words.list("spelling.known"), *words.list("spelling.treatment"))
    return frozenset(word + end for word in own for end in ("", *words.list("spelling.ends")))


def _has(word: str, words: Words) -> bool:
    """Whether the language or the topic has a word in lower case."""
    return word in _of_topic(words) or word in known_words(words["spelling.dictionary"])


def is_known(word: str, words: Words) -> bool:
    """Whether the language has a word, which may have pronouns behind it: "dígaselo"."""
    lower = bare(word)
    if words.pattern("spelling.slips").fullmatch(lower):
        return False
    language = words["spelling.dictionary"]
    slipped = word.islower() and (is_misspelt(lower, language) or find_likelier(lower, words))
    if slipped and lower not in _of_topic(words):
        return False
    if words.language == "en" and find_american(lower, words):
        return True  # spelling-mixed judges it
    free = words["spelling.accents"] == "free"
    known = _has(lower, words) or (free and _has(without_accents(lower), words))
    if known or is_diminutive(lower, words):
        return True
    if not words.pattern("spelling.with_pronouns").fullmatch(lower):
        return False
    verbs = _without_pronouns(lower, words)
    return any(_has(verb, words) or _has(without_acute(verb), words) for verb in verbs)


def _without_pronouns(word: str, words: Words) -> Iterator[str]:
    """Give a word without the last of its pronouns, and without the one before that."""
    for _ in range(2):
        word, found = words.pattern("spelling.pronoun").subn("", word)
        if found:
            yield word


def find_meant(word: str, words: Words, own: Collection[str]) -> str:
    """Return the word that was meant by one that no list has; nothing where none is near.

    First what is often written with other letters, then what only lacks an accent, then the same of
    a verb with pronouns, which no list has, and last two words that were run together.
    """
    for pattern, row in words.patterns("spelling.respelled", lower=True):
        for match in pattern.finditer(word):
            form = word[: match.start()] + row["as"] + word[match.end() :]
            if is_known(form, words):
                return form
    listed = is_misspelt(word, words["spelling.dictionary"])
    near = ("" if listed else find_likelier(word, words)) or suggest(word, words, own)
    if near and without_accents(near) == word:
        return near
    if found := words.pattern("spelling.unaccented").fullmatch(word):
        for form in (with_acute(word, at) for at, letter in enumerate(word) if letter in "iu"):
            # The verb alone has that accent: "envíelo", "reúnase".
            if any(_has(verb, words) for verb in _without_pronouns(form, words)):
                return form
        form = with_acute(word, found.start("stressed"))
        if is_known(form, words):
            return form
    near = near or find_two(word, words)
    return "" if words.pattern("spelling.slips").fullmatch(near) else near


def is_spelled(word: str, piece: str, pieces: Sequence[str], words: Words) -> bool:
    """Whether a word that no list has is right all the same: a short form, a name, a compound."""
    shortest = 2 if words.pattern("spelling.slips").fullmatch(bare(word)) else 3
    if len(word) < shortest or any(sign.isupper() for sign in word[1:]):
        return True
    elided = piece[0] in "'’" and words.pattern("spelling.elided").fullmatch(bare(word))
    short = f"{word}." in piece and words.pattern("reading.abbreviated").search(word)
    at = pieces.index(piece)
    capital = word[0].isupper() and at > 0
    titled = capital and words.pattern("spelling.titles").search(pieces[at - 1])
    beside = pieces[max(at - 1, 0) : at + 1]
    said = " ".join(bare(each.lstrip("¿¡")) for each in beside)  # "le incomoda", not "incómoda"
    verb = words.pattern("spelling.verbs").fullmatch(said) and is_slip_of_verb(bare(word), words)
    if verb or elided or short or titled or ":::" in pieces[max(at - 2, 0) : at]:
        return True
    capital = capital and not opens_sentence(pieces, at, words)
    before, behind = pieces[at - 1 : at] if capital else (), pieces[at + 1 : at + 2]
    capital = capital or _opens_name(word, piece, behind, words)
    if word[0].isupper() and any(_is_name(one, words) for one in (*before, *behind)):
        return True
    parted = words.pattern("spelling.compound").fullmatch(bare(word))
    if not (capital or (parted and is_known(parted["rest"], words))):
        return False
    near = suggest_name(bare(word), words) if capital else suggest(bare(word), words, ())
    return len(word) < _SHORTEST_NAME or not near


def _opens_name(word: str, piece: str, behind: Sequence[str], words: Words) -> bool:
    """Whether a word and the one behind it have capitals, and no common word is near it."""
    if not word[0].isupper() or piece[-1] in CLOSING or not any(one[0].isupper() for one in behind):
        return False
    near = suggest(bare(word), words, ())
    return not is_common(near, words) and without_accents(near) != bare(word)


def _is_name(piece: str, words: Words) -> bool:
    """Whether a piece has a capital and is in no dictionary, as the other name of a person."""
    named = [word for word in words_in(piece) if word[0].isupper() and len(word) > 1]
    return any(not word.isupper() and not is_known(word, words) for word in named)
