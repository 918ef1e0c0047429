"""Know which words a language has, and which of two spellings is whose.

The dictionary is pyspellchecker's; for a language other than English it has words in their
first form alone, and simplemma the others. Which spelling is American and which British is
codespell's, and by rule for the words that it has not; codespell's as well is which words of
the dictionary are mostly misspelt others, and what is meant by those that it has not. Each is
loaded once, when a page first asks.
"""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata
from collections.abc import Collection, Container
from importlib.resources import files
from itertools import chain, groupby, islice, product

from simplemma import is_known, lemmatize
from spellchecker import SpellChecker

from kapguide.pages.wording.inflected import WordForms
from kapguide.pages.wording.pieces import without_accents
from kapguide.words import Words
from kapguide.words.patterns import NOTHING

_PAIRS = "data/dictionary_en-GB_to_en-US.txt"
_MISSPELT = "data/dictionary.txt"
_RARE = "data/dictionary_rare.txt"
_RAREST = 100
"""Of codespell's rare words, the dictionary's texts have one no more often: it is a slip."""
_COMMON = 5000
"""How often the dictionary's texts have a word that others may well be made of."""
_MOST_SPELLINGS = 1000
_SHORT = 3  # letters: too few for a word without its accent
_RUN_ON = 14  # letters: so many are hardly one slip
_NEAR = 0.84  # of difflib: "ketmaine" is near ketamine, "kept" is not


@functools.cache
def load_dictionary(language: str) -> SpellChecker:
    """Return the words of a language, each with how often the dictionary's texts have it."""
    return SpellChecker(language=language, distance=1)


@functools.cache
def known_words(language: str) -> Container[str]:
    """Return the words of a language (`en`) in lower case, in all their forms.

    Of English, in both spellings, and without the accents that it has from others: "cafe". None
    where there is no dictionary.
    """
    if not language:
        return frozenset()
    words = load_dictionary(language).word_frequency.dictionary
    if language != "en":
        return WordForms(language, words)
    bare = (without_accents(word) for word in words if not word.isascii() and len(word) > _SHORT)
    return frozenset(words).union(*_pairs().items(), bare)


@functools.cache
def _read_pairs(name: str) -> dict[str, str]:
    """Return the words of one of codespell's files, each with what is meant."""
    lines = files("codespell_lib").joinpath(name).read_text("utf-8").split("\n")
    return dict(line.split("->", 1) for line in lines if "->" in line)


def _pairs() -> dict[str, str]:
    """Return British spellings with the American ones."""
    return _read_pairs(_PAIRS)


@functools.cache
def _american() -> dict[str, str]:
    return {american: british for british, american in _pairs().items() if american not in _pairs()}


@functools.cache
def _misspelt(language: str) -> dict[str, str]:
    """Return misspelt words, each with what may be meant; none but for English."""
    if language != "en":
        return {}
    count = load_dictionary(language).word_frequency.dictionary
    rare = _read_pairs(_RARE).items()
    return {
        **{word: meant for word, meant in rare if count.get(word, 0) <= _RAREST},
        **_read_pairs(_MISSPELT),
    }


def is_misspelt(word: str, language: str) -> bool:
    """Whether a word in small letters is likely another one misspelt, though it is a word."""
    return word in _misspelt(language)


def is_slip_of_verb(word: str, words: Words) -> bool:
    """Whether a word is a verb's form, and likelier another one without its accent."""
    forms = known_words(words["spelling.dictionary"])
    return isinstance(forms, WordForms) and word in forms.slips


def find_accented(word: str, place: str, words: Words) -> str:
    """Return a word with the accent that it lacks, or nothing.

    That of its "end", of a "verb" there, of a "noun", or "any".
    """
    forms = known_words(words["spelling.dictionary"])
    if not isinstance(forms, WordForms):
        return ""
    if place in {"noun", "verb"}:
        find = forms.accent_noun if place == "noun" else forms.accent_verb
        return find(word, words.pattern("spelling.infinitive"))
    return forms.accent_end(word) if place == "end" else forms.accent_any(word)


def is_slip_of(word: str, near: str, words: Words) -> bool:
    """Whether a word is likelier another one misspelt than a rare one that is right.

    Where that is common, sounds the same, or is what many people misspell so: "mitral" is no slip
    of "mistral", and "adhesions" none of "adhesion's".
    """
    often = words["spelling.dictionary"] == "en" and word in _read_pairs(_MISSPELT)
    if not near or often or is_common(near, words):
        return bool(near)
    one, other = (_sound(without_accents(each), words) for each in (word, near))
    return one == other and "'" not in near


def is_common(word: str, words: Words) -> bool:
    """Whether the dictionary's texts often have a word in small letters, or its first form."""
    language = words["spelling.dictionary"]
    return bool(word and language) and count_of(word, language) > _COMMON


def count_of(word: str, language: str) -> int:
    """Return how often the dictionary's texts have a word, or else its first form."""
    common = load_dictionary(language).word_frequency.dictionary
    count = max(common.get(word, 0), common.get(word.removesuffix("s"), 0))
    return count or common.get(lemmatize(word, lang=language), 0)


def is_rare(word: str, words: Words) -> bool:
    """Whether simplemma has a word that the dictionary lacks; some of its words are slips."""
    return is_known(word, lang=words["spelling.dictionary"])


def has_first_forms(words: Words) -> bool:
    """Whether the dictionary has first forms alone; such a one lacks many words of medicine."""
    return isinstance(known_words(words["spelling.dictionary"]), WordForms)


def find_british(word: str) -> str:
    """Return the British spelling of an American word, or nothing where it has none."""
    return _american().get(word, "")


@functools.lru_cache(maxsize=65536)  # pages say the same words again and again
def find_american(word: str, words: Words) -> str:
    """Return the American spelling of a British word, or nothing where it has none.

    `spelling.variants` has rules for what the dictionary lacks. A rule holds where it
    makes a word that is known.
    """
    if word in _pairs():
        return _pairs()[word]
    for pattern, row in words.patterns("spelling.variants", lower=True):
        other = pattern.sub(row["american"], word)
        if other != word and other in known_words("en"):
            return other
    return ""


def is_diminutive(word: str, words: Words) -> bool:
    """Whether a word is made of a common one, "ratito" of "rato", or of any if its row says so."""
    common = load_dictionary(words["spelling.dictionary"]).word_frequency.dictionary
    return any(
        len(base) > 2 and common.get(base, 0) > (0 if row.get("rare") else _COMMON)
        for pattern, row in words.patterns("spelling.diminutives", lower=True)
        if (base := pattern.sub(row["of"], word)) != word
    )


def suggest(word: str, words: Words, own: Collection[str]) -> str:
    """Return the word that was most likely meant, one of the site's own too; or nothing."""
    language = words["spelling.dictionary"]
    whole = unicodedata.normalize("NFKC", word)  # without letters that are joined into one sign
    if whole != word and whole in known_words(language):
        return whole
    meant = _meant(word, language)
    if meant and word in known_words(language):
        return meant[0]
    forms = _near_forms(word, words)
    if forms and without_accents(forms[0]) == without_accents(word):
        return forms[0]
    best = (meant or forms)[:1]
    near = difflib.get_close_matches(word, (*own, *best), n=1, cutoff=_NEAR) or best
    return near[0] if near else ""


def find_two(word: str, words: Words) -> str:
    """Return the two words that a word was run together of: `before the`; of a long one, any."""
    language = words["spelling.dictionary"]
    cuts = [(word[:at], word[at:]) for at in range(2, len(word) - 1) if word[at].isalpha()]
    rank = {pair: min(count_of(part, language) for part in pair) for pair in cuts}
    best = max(rank, key=rank.__getitem__, default=())
    least = 0 if min(map(len, best), default=0) > _SHORT and len(word) >= _RUN_ON else _COMMON
    return " ".join(best) if best and rank[best] > least else ""


def suggest_name(word: str, words: Words) -> str:
    """Return what was meant by a word that may be a name, which is near some word by chance.

    A name of the topic, a day or a month, or what is meant where many people misspell it so.
    """
    own = words.list("spelling.treatment")
    near = suggest(word, words, own)
    capital = words.pattern("capitals.always").fullmatch(near.lower())
    common = is_misspelt(word, words["spelling.dictionary"])
    return near if near in own or capital or common else ""


def _meant(word: str, language: str) -> list[str]:
    """Return the word that is meant by one that many people misspell, if any.

    First one word that lacks a letter or has one twice, then what is most common, two words last.
    """
    common = load_dictionary(language).word_frequency.dictionary
    meant = [text.strip() for text in _misspelt(language).get(word, "").split(",")]
    known = [text for text in meant if text and all(p in common for p in text.lower().split())]

    def rank(text: str) -> tuple[bool, int]:
        signs = iter(text)
        lacks = " " not in text and all(sign in signs for sign in word)
        return not (lacks or _single(text) == _single(word)), -common.get(text, 0)

    return sorted(known, key=rank)[:1]


def _near_forms(word: str, words: Words) -> list[str]:
    """Return the forms that are one sign away, or that sound the same: "recibo" of "resivo".

    First such as lack but an accent, then common ones that sound the same, be a letter in them
    twice or not, then those of the same letters, and the more common: forms that the dictionary
    lacks are as common as their word. Where it lacks that as well, such as lack an accent come
    before others that are but near, and the rest last.
    """
    language = words["spelling.dictionary"]
    known, slips = known_words(language), words.pattern("spelling.slips")
    signs = {form for form in load_dictionary(language).edit_distance_1(word) if form in known}
    near = {form for form in signs.union(_alike(word, words)) if not slips.fullmatch(form)} - {word}
    bare, sound = without_accents(word), _single(_sound(word, words))

    def rank(form: str) -> tuple[int, bool, bool, int, str]:
        count = count_of(form, language)
        lacks_accent, apart = without_accents(form) == bare, _single(_sound(form, words)) != sound
        kinds = lacks_accent and count > 0, not apart and count > _COMMON, lacks_accent, count > 0
        moved = sorted(form) == sorted(word)
        return [*kinds, True].index(True), not moved, apart, -count, form

    return sorted(near, key=rank)


def _alike(word: str, words: Words) -> list[str]:
    """Return the words that sound the same, those in the plural too."""
    alone = [(word, ""), *([(word.removesuffix("s"), "s")] if word.endswith("s") else [])]
    known = known_words(words["spelling.dictionary"])
    sounds = _sounds(words)
    found = [one + end for base, end in alone for one in sounds.get(_sound(base, words), ())]
    # Other forms of a word are in no list of sounds: "hallaron".
    groups = [group.split("|") for group in words.list("spelling.letters")]
    signs = re.findall("|".join((*chain(*groups), ".")), word)
    letters = [next((group for group in groups if sign in group), [sign]) for sign in signs]
    others = map("".join, islice(product(*letters), _MOST_SPELLINGS))
    found += [form for form in others if _sound(form, words) == _sound(word, words)]
    return [form for form in found if form in known]


@functools.cache
def _sounds(words: Words) -> dict[str, list[str]]:
    """Return the common words of a language by their sound."""
    found: dict[str, list[str]] = {}
    common = load_dictionary(words["spelling.dictionary"]).word_frequency.dictionary
    alike = any(row["pattern"] != NOTHING for row in words.tables("spelling.sounds"))
    for word in common if alike else ():
        found.setdefault(_sound(word, words), []).append(word)
    return found


def _sound(word: str, words: Words) -> str:
    """Return a word with one sign for all that sound the same."""
    for pattern, row in words.patterns("spelling.sounds", lower=True):
        word = pattern.sub(row["as"], word)
    return word


def _single(word: str) -> str:
    """Return a word with each letter once that it has twice in a row."""
    return "".join(sign for sign, _ in groupby(word))
