"""Check that "a" stands before a consonant's sound and "an" before a vowel's."""

from __future__ import annotations

import functools
import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.readability import pronunciations
from kapguide.pages.wording.pieces import split_blocks, text_from
from kapguide.words import Words

ARTICLE = Rule(
    "article-wrong",
    "warning",
    '"A" stands before a consonant that is spoken, "an" before a vowel: a unit, an hour, an FDA '
    "letter.",
    "KAP Guide",
    "It takes a hour, and an nurse stays with you.",
    "It takes an hour, and a nurse stays with you.",
)

_MARKS = "\"'“”‘’()[]*.,;:!?"
_SPELLED = frozenset("AEFHILMNORSX")
"""Letters whose names start with a vowel's sound."""
_READABLE = re.compile(
    r"(?:[^AEIOU]|[BCFGPS]L|[BCDFGPT]R|[CSPTW]H|S[CKMNPTW]|TW|QU|KN|WR)?[AEIOUY]"
)
"""How a short form starts that may be read as a word, as SAMHSA is."""
_EIGHT = re.compile(r"(?:8\d*|11|18|11,\d{3}|18,\d{3})(?:\D.*)?")
_UNSURE = re.compile(r"(?:u|eu|ew|h|o[nu]|y)", re.I)
"""How words start whose first sound their letters do not tell."""


def check_articles(page: Page, project: Project) -> Problems:
    """Find articles that do not fit the word behind them."""
    words = project.words
    articles = words.list("articles.consonant"), words.list("articles.vowel")
    every = frozenset((*articles[0], *articles[1]))
    for _, pieces, spoken in split_blocks(page) if every else ():
        for at, piece in enumerate(pieces[:-1]):
            # A capital A is a letter, as in vitamin A, but where a text starts.
            if piece not in every and (at or piece.lower() not in every):
                continue
            if not (spoken[at] and spoken[at + 1]):
                continue
            word = pieces[at + 1].strip(_MARKS)
            right = articles[_starts_with_vowel(word, words)] if _is_sure(word, words) else every
            if piece.lower() not in right:
                message = f'"{piece} {word}" has the wrong article'
                hint = f'Write "{next(iter(right))} {word}".'
                text = text_from(pieces, at)
                yield report(ARTICLE, message, page, project, text=text, hint=hint)


def _is_sure(word: str, words: Words) -> bool:
    return len(_first_sounds(word, words)) == 1


def _starts_with_vowel(word: str, words: Words) -> bool:
    return True in _first_sounds(word, words)


@functools.cache
def _first_sounds(word: str, words: Words) -> frozenset[bool]:
    """Return whether a word starts with a vowel's sound: yes, no, or both where it may."""
    if not word or word.lower() in words.list("articles.either"):
        return frozenset()
    if word[0].isdigit():
        return frozenset({bool(_EIGHT.fullmatch(word))})
    first = re.split(r"[^\w]", word)[0].removesuffix("s") if word[0].isupper() else ""
    if len(first) > 1 and first.isupper():
        spelled = first[0] in _SPELLED
        read = {first[0] in "AEIO"} if _READABLE.match(first) else set()
        return frozenset({spelled, *read})
    lower = re.split(r"[^\w'’]", word.lower())[0].replace("’", "'")
    lower = lower.removesuffix("'s")
    sounds = pronunciations()
    ways = [sounds[key] for key in (lower, *(f"{lower}({n})" for n in (2, 3))) if key in sounds]
    if ways:
        return frozenset(way[0] in "AEIOU" for way in ways)
    if not lower or len(lower) == 1 or _UNSURE.match(lower):
        return frozenset()
    return frozenset({lower[0] in "aeio"})


CHECK = Check((ARTICLE,), page=check_articles)
