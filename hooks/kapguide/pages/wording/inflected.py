"""Know all forms of the words of a language: "personas" beside "persona".

The forms are simplemma's, each with the word that it is a form of. Some of these are slips
that people make so often that they got into its texts, such as "dia": the dictionary of
pyspellchecker, which has words in their first form alone, tells them apart.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

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


def read_forms(language: str, common: Mapping[str, int]) -> frozenset[str]:
    """Return the forms of all words of a language, in lower case.

    `common` has words in their first form, and how often each is met.
    """
    firsts = dict(DefaultDictionaryFactory().get_dictionary(language).items())
    slips = {form for form, first in firsts.items() if _lacks_accent_of(form, first)}
    for word, count in common.items():
        bare = without_acute(word)
        for form in (bare, f"{bare}s") if bare != word else ():
            if count > _RATHER * common.get(firsts.get(form, ""), 0):
                slips.add(form)
    forms = {form.lower() for form in (*firsts, *set(firsts.values()), *common)}
    return frozenset(forms - (slips - common.keys()))


def _lacks_accent_of(form: str, first: str) -> bool:
    """Whether a form is its word, or that with an s, but for the accent that it must have."""
    if first.isascii():
        return False
    bare = without_acute(first)
    return bare != first and form in (bare, f"{bare}s")
