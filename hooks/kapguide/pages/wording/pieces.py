"""A page's words one by one, for checks on words and on two that stand side by side.

Text is split at blanks, which costs little, and each piece is looked at once in a run.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from kapguide.pages.page import Block, Page, drop_citations
from kapguide.pages.readability import WORD
from kapguide.pages.text import COVER
from kapguide.words import Words

_LEFT_OUT = frozenset({"code", "references"})
_OPENING = "\"'“‘([*_—–…"
CLOSING = ".,;:!?\"'”’)]*_—–…"
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")

_INITIAL = re.compile(r"(?!I)[A-Z]\.")
"""Of a first name: "R. Okafor"."""
_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x2060))
"""Where a word may be parted at a line's end."""
_NO_WORDS = re.compile(r"[\d<>@\\/_=#]|\w\.\w|://|\w:\w")
"""What stands in an address, an e-mail, a file's name, a measure or a tag."""
_SPOKEN = re.compile(
    r"(?=.*\b[A-Z]{2,}\b)(?=.*\b[a-z]+\b)"
    r"(?:\([A-Za-z]{1,5}-[A-Za-z]{1,5}\)|\W*[A-Za-z]{1,5}(?:-[A-Za-z]{1,5}){2,})\W*"
)
"""How a word is said: "(KET-uh-meen)", "(THY-roid)"."""


class Split(NamedTuple):
    """A block that is neither code nor a list of references, split at its blanks."""

    block: Block
    pieces: list[str]
    words: list[str]
    """Each piece as `plain` gives it; nothing for code and what is in another
    language, which have words of their own."""


class Sieve:
    """Looks at each piece of text once in a run, and keeps those that a test holds back."""

    def __init__(self, held: Callable[[str], bool]) -> None:
        self._held = held
        self._passed: set[str] = set()

    def catch(self, found: frozenset[str]) -> set[str]:
        """Return those of the pieces that the test holds back."""
        left = {piece for piece in found - self._passed if self._held(piece)}
        self._passed |= found - left
        return left


@functools.lru_cache(maxsize=2)
def split_blocks(page: Page) -> Sequence[Split]:
    """Return the blocks of a page in reading order, split."""
    found = []
    for block in page.blocks:
        if not block.within & _LEFT_OUT:
            pieces = block.plain.split()
            found.append(Split(block, pieces, [*_words(block, pieces)]))
    return found


def _words(block: Block, pieces: list[str]) -> Iterator[str]:
    shown = pieces if block.native == block.text else drop_citations(block.native).split()
    # Code that starts with a mark may stand closer to a citation than its cover.
    shown = shown if len(shown) == len(pieces) else pieces
    for piece, native in zip(pieces, shown, strict=True):
        yield "" if native != piece and COVER in native else plain(piece)


@functools.lru_cache(maxsize=2)
def all_pieces(page: Page) -> frozenset[str]:
    """Return all different pieces of a page."""
    return frozenset().union(*(split.pieces for split in split_blocks(page)))


@functools.cache
def words_in(piece: str) -> tuple[str, ...]:
    """Return the words in a piece; none in an address, a measure or how a word is said."""
    seen = unicodedata.normalize("NFC", piece.translate(_UNSEEN))
    no_words = _NO_WORDS.search(seen.strip(CLOSING)) or _SPOKEN.fullmatch(seen)
    return () if no_words else tuple(WORD.findall(seen))


@functools.cache
def plain(piece: str) -> str:
    """Return a piece in lower case without the marks around it."""
    return piece.strip(_OPENING + CLOSING).lower().replace("’", "'")


@functools.cache
def bare(word: str) -> str:
    """Return a word in lower case without marks around it and 's behind it."""
    return plain(word).removesuffix("'s").removesuffix("'")


def is_among(word: str, known: Collection[str]) -> bool:
    """Whether a word is among others, with its accents or without: café, cafe."""
    lower = bare(word)
    return lower in known or (not lower.isascii() and without_accents(lower) in known)


def without_accents(word: str) -> str:
    """Return a word without any mark over or under a letter."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if sign.isalpha())


def opens_sentence(pieces: Sequence[str], at: int, words: Words) -> bool:
    """Whether a piece starts a sentence, so that its capital says nothing."""
    if at == 0 or pieces[at][0] in _OPENING:
        return True
    before = pieces[at - 1]
    short = words.pattern("reading.abbreviated").search(before.removesuffix("."))
    return bool(_SENTENCE_END.search(before)) and not (short or _INITIAL.fullmatch(before))


def text_from(pieces: Sequence[str], at: int) -> str:
    """Return a few words from a piece on, by which its line is found."""
    return " ".join(pieces[at : at + 6])
