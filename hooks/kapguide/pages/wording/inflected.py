"""Know all forms of the words of a language: "personas" beside "persona".

The forms are simplemma's, each with the word that it is a form of. Some of these are slips
that people make so often that they got into its texts, such as "dia": the dictionary of
pyspellchecker, which has words in their first form alone, tells them apart.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from re import Pattern
from typing import Any

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

_ACUTE = "\N{COMBINING ACUTE ACCENT}"
_RATHER = 10
"""So many times as common as the verb is the word with an accent that a slip is meant for:
"musica" is "música" without it, not from "musicar"; "practica" may be from "practicar",
and "decimos" is from "decir"."""


def without_acute(word: str) -> str:
    """Return a word without its acute accents; ñ and ü stay."""
    if word.isascii():
        return word
    bare = unicodedata.normalize("NFD", word).replace(_ACUTE, "")
    return unicodedata.normalize("NFC", bare)


def with_acute(word: str, at: int) -> str:
    """Return a word with an acute accent on one of its vowels."""
    return unicodedata.normalize("NFC", f"{word[: at + 1]}{_ACUTE}{word[at + 1 :]}")


class WordForms:
    """The forms of all words of a language, in lower case, looked up one by one."""

    def __init__(self, language: str, common: Mapping[str, int]) -> None:
        """Open the forms of a language.

        `common` has words in their first form, and how often each is met.
        """
        self._firsts = DefaultDictionaryFactory().get_dictionary(language)
        self._common = common
        self.slips: set[str] = set()
        """Forms of verbs that are likelier other words without their accent."""
        for word, count in common.items():
            bare = without_acute(word)
            for form in (bare, f"{bare}s") if bare != word else ():
                if count > _RATHER * common.get(self._firsts.get(form, ""), 0):
                    self.slips.add(form)

    def accent_end(self, form: str) -> str:
        """Return a form with an accent on its last vowel, or nothing where that is none."""
        accented = with_acute(form, len(form) - 1)
        return accented if accented != form and accented in self else ""

    def accent_verb(self, form: str, verb: Pattern[str]) -> str:
        """Return a verb's form with an accent on its last vowel, or nothing for other words."""
        return self.accent_end(form) if verb.fullmatch(self._firsts.get(form, "")) else ""

    def accent_any(self, form: str) -> str:
        """Return a form with an accent on the first of its vowels that makes another form."""
        accented = (with_acute(form, at) for at in range(len(form)))
        return next((one for one in accented if one in self), "")

    def accent_noun(self, form: str, verb: Pattern[str]) -> str:
        """Return the noun that a verb's form is with an accent, or nothing: "título" of "titulo".

        `verb` is what first forms of verbs match.
        """
        verb_of = self._firsts.get(form, "")
        if not verb.fullmatch(verb_of) or form.startswith(verb_of):  # "taller", "talleres"
            return ""
        accented = (with_acute(form, at) for at in range(len(form)))
        nouns = [
            one
            for one in accented
            if without_acute(first := self._first(one)) != first and self._common.get(first)
        ]
        return max(nouns, key=lambda one: self._common.get(self._first(one), 0), default="")

    def _first(self, form: str) -> str:
        return form if form in self._common else self._firsts.get(form, "")

    def __contains__(self, word: Any) -> bool:
        if word in self._common or word in self.slips:
            return word in self._common
        named = ((form, self._firsts.get(form)) for form in (word, word.title(), word.upper()))
        return any(first is not None and not _lacks_accent_of(form, first) for form, first in named)


def _lacks_accent_of(form: str, first: str) -> bool:
    """Whether a form is its word, or that with an s, but for the accent that it must have."""
    if first.isascii():
        return False
    bare = without_acute(first)
    return bare != first and form in (bare, f"{bare}s")
