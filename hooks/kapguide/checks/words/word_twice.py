"""Check that no word stands twice in a row, as happens when a sentence is rewritten."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from textwrap import shorten

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.readability import split_sentences
from kapguide.pages.wording.dictionary import is_common
from kapguide.pages.wording.pieces import (
    CLOSING,
    Split,
    opens_sentence,
    plain,
    split_blocks,
    text_from,
)
from kapguide.words import Words

TWICE = Rule(
    "word-twice",
    "warning",
    "No word, no few words and no sentence stand twice in a row.",
    "KAP Guide",
    "You may may feel tired.",
    "You may feel tired.",
)


_MOST = 6
"""So many words may be typed twice as one."""
_PAIR = 2
"""More are told where a small word opens them, "at the end of the at the end of the", or none is
among them: some are right, "the friend of the friend of", and some said for their rhythm, "you know
that you know that"."""
_SAID_AGAIN = 4
"""Of so few words, a sentence may be said twice: "You are not alone. You are not alone.\""""
_BEFORE = 3
"""So many words before a word may say that it is meant to stand twice."""

_HINT = "Take one of them out."
_LONGEST = 60


def check_twice(page: Page, project: Project) -> Problems:
    """Find words that were typed twice."""
    meant = frozenset(project.words.list("doubled.meant"))
    openers = frozenset(project.words.list("doubled.openers"))
    links = frozenset(project.words.list("doubled.links"))
    for sentence in _find_sentences(page, project.words):
        message = f'"{shorten(sentence, _LONGEST, placeholder="…")}" stands twice'
        yield report(TWICE, message, page, project, text=sentence, hint=_HINT)
    for split in split_blocks(page):
        words, told = split.words, 0
        for at, length in itertools.product(range(len(words)), range(1, _MOST + 1)):
            again = at + length
            if at < told or words[at:again] != words[again : again + length]:
                continue
            apart = not (openers | links).isdisjoint(words[at:again])
            if length > _PAIR and words[at] not in openers and apart:
                continue
            double = _double(split, at, length, project.words)
            if not double:
                continue
            told = again + length
            # Of a lone letter, the word before tells that it is one's name: "de la a a la z";
            # of two words, one that people say so: "step by step by step", "and on and on".
            first, last = words[at], words[again - 1]
            shapes = {f"{first} …", f"… {last}"} if length > 1 else set()
            # "What hope is is hard to say."
            shapes |= {f"{before} … {double}" for before in words[max(at - _BEFORE, 0) : at]}
            if meant.isdisjoint({double, " ".join(words[max(at - 1, 0) : again]), *shapes}):
                message = f'"{double}" stands twice'
                text = text_from(split.pieces, at)
                yield report(TWICE, message, page, project, text=text, hint=_HINT)


def _find_sentences(page: Page, words: Words) -> Iterator[str]:
    """Give each sentence that stands twice in a row, in one paragraph or in two."""
    last = ""
    for block in page.blocks:
        if block.tag != "p" or block.within & {"table", "code", "references", "quote"}:
            last = ""
            continue
        for sentence in split_sentences(block.plain, words):
            whole = len(set(map(plain, sentence.split()))) > _SAID_AGAIN and sentence[-1] in ".!?"
            if whole and sentence == last:
                yield sentence
            last = sentence


def _double(split: Split, at: int, length: int, words: Words) -> str:
    """Return the words that stand twice; nothing for numbers, names, letters, and across a mark."""
    pieces = split.pieces[at : at + 2 * length]
    first = split.words[at : at + length]
    marked = any(piece[-1] in CLOSING for piece in pieces[:-1])
    marked = marked or any(piece[0] in "([" for piece in pieces[1:])
    # "Walla Walla" opens a sentence as a name, "The The" does not.
    common = opens_sentence(split.pieces, at, words) and is_common(first[0], words)
    capital = [piece[0].isupper() for piece in pieces]
    letter = len(" ".join(first)) == 1 and any(capital)
    name = (length > 1 or not common) and (letter or all(capital))
    worded = all(word.replace("-", "").replace("'", "").isalpha() for word in first)
    return " ".join(first) if worded and not (marked or name) else ""


CHECK = Check((TWICE,), page=check_twice)
