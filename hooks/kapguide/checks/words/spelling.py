"""Check that words are spelled as a dictionary or the site's own list has them."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice, product
from typing import NamedTuple

from kapguide.checks.definition import Check, Page, Place, Problems, Project, Rule, Site, report
from kapguide.pages.wording.dictionary import (
    has_first_forms,
    is_common,
    is_rare,
    is_slip_of,
    known_words,
)
from kapguide.pages.wording.pieces import (
    Sieve,
    all_pieces,
    bare,
    is_among,
    plain,
    split_blocks,
    text_from,
    words_in,
)
from kapguide.pages.wording.spelled import find_meant, is_known, is_spelled
from kapguide.project.clinic_facts import ON_EVERY_PAGE
from kapguide.words import Words, load_words

SPELLING = Rule(
    "spelling",
    "warning",
    "Each word stands in the dictionary of the language, or in docs/_includes/words.txt.",
    "KAP Guide",
    "You will recieve a letter.",
    "You will receive a letter.",
)

_FOREIGN = "main [lang]"
"""What holds words that are in no dictionary of the page's language."""
_SEVERAL = 6
"""Fewer unknown words may be names."""
_FEW = 3
_PASSAGE = 3
"""So many unknown words beside others of another language are a passage in that."""
_LIGATURES = "fi", "fl", "ff", "ffi", "ffl"
_SCANNED = re.compile(r"(?=.*[01])(?=(?:[01]*[^\W\d_]){2})(?:[^\W\d_]|[01])+")
"""A word in which a scanner, or a hand, took a digit for a letter: wi11, h0me."""
_NUMBERED = re.compile(r"(?P<word>[^\W\d_]+)[01]+")
"""A word with a number behind it: "room10"."""
_MOST_READ = 32
"""So many readings of such a word are tried, "l" and "i" for each 1."""
_LONG = 8
_PART = 2
"""What has so few letters is no word, but may be a part of one."""
_MOST = 0.8
"""Of a passage, so many words have to be of the other language; names are of neither."""


class _Unknown(NamedTuple):
    """A word that no list has, and where it first stands on a page."""

    word: str
    place: Place
    text: str
    whole: str
    """What it makes with the piece beside it, where a PDF has parted the two: "treat- ment"."""


class UnknownWords(NamedTuple):
    """The words of a page that no list has."""

    place: Place
    words: tuple[_Unknown, ...]
    of_other: bool
    """So many of the page's words are unknown that they are of another language."""
    passages: tuple[tuple[str, str], ...] = ()
    """The first words of what is in another language of the site and does not say so, each with
    that language."""


def note_unknown(page: Page, site: Site, project: Project) -> UnknownWords:
    """Note the words of a page that neither the dictionary nor the site's lists have."""
    place = Place(page.path, page.url)
    if page.redirect or not project.words["spelling.dictionary"]:
        return UnknownWords(place, (), of_other=False)
    found: dict[str, _Unknown] = {}
    strange: set[str] = set()
    passages: list[tuple[Sequence[str], str]] = []
    texts = [(split.pieces, split.words) for split in split_blocks(page)]
    said = page.select("meta[name=description], main img[alt]")
    for attributes in (node.attributes for node in said):
        pieces = (attributes.get("content") or attributes.get("alt") or "").split()
        texts.append((pieces, pieces))
    caught = _sieve(project.words).catch(all_pieces(page).union(*(text[0] for text in texts)))
    for pieces, spoken in texts if caught else ():
        here: dict[str, _Unknown] = {}
        found_here = zip(pieces, spoken, strict=True)
        for piece in (piece for piece, word in found_here if word and piece in caught):
            for word in words_in(piece) or (plain(piece),):
                lower = bare(word)
                if is_known(word, project.words) or lower in found:
                    continue
                # An accent in a name is a matter of taste.
                strict = word.islower() and project.words["spelling.accents"] == "kept"
                if lower in project.spelled or (not strict and is_among(word, project.spelled)):
                    continue
                at = pieces.index(piece)
                whole = _find_whole(pieces, at, project.words)
                part = whole and len(word) == _PART and word.islower()
                if part or not is_spelled(word, piece, pieces, project.words):
                    # The last words of a block may stand elsewhere, too.
                    text = text_from(pieces, at if at + _FEW < len(pieces) else max(at - _FEW, 0))
                    here.setdefault(whole or lower, _Unknown(word, place, text, whole))
        strange.update(here)
        strangers = {bare(item.word) for item in here.values()}
        if len(here) >= _PASSAGE and (passage := _find_passage(pieces, strangers, project)):
            passages.append(passage)
        else:
            found.update(here)
    right = [node.text() for node in page.select(_FOREIGN)] if strange else []
    source = project.source(page) if strange else None
    right += _list_facts(project)
    if source is not None:  # the name of who has read it, as the review line shows it
        right.append(str(source.front_matter.get("review")))
    marked = {bare(word) for word in _words_of(right)}
    for lower in marked:
        found.pop(lower, None)
    lines = source.text.split("\n")[source.front_matter.body_line - 1 :] if source else ()
    body = {bare(word) for word in _words_of(lines)}
    of_other = _is_other((strange - marked) & body, body)
    left = tuple(
        (text_from(words, 0), code)
        for words, code in passages
        if not marked.issuperset(map(bare, _words_of(words)))
    )
    return UnknownWords(place, tuple(found.values()), of_other, left)


def _find_whole(pieces: Sequence[str], at: int, words: Words) -> str:
    """Return the word that a piece makes without its hyphens or with a piece beside it, or nothing.

    What was copied often has the hyphen of a line's end, "medi-cines", or lacks what a PDF has as
    one sign: "con dential". What was scanned has digits for letters: "wi11".
    """
    if scanned := _read_scanned(pieces[at], words):
        return scanned
    joined = bare(pieces[at].replace("-", ""))
    if "-" in pieces[at] and is_known(joined, words):
        return joined
    for first in range(max(at - 1, 0), min(at + 1, len(pieces) - 1)):
        for lost in ("", *_LIGATURES):
            whole = bare(f"{pieces[first].rstrip('-')}{lost}{pieces[first + 1]}")
            # Without a hyphen, some rare word may come of two by chance; hardly a long one.
            is_long = bool(lost) and len(whole) >= _LONG
            is_sure = pieces[first][-1] == "-" or is_long or is_common(whole, words)
            if is_sure and is_known(whole, words):
                return whole
    return ""


def _read_scanned(piece: str, words: Words) -> str:
    """Return the common word that a piece is with letters for its digits, or nothing."""
    text = plain(piece)
    ends = _NUMBERED.fullmatch(text)
    short = ends and len(ends["word"]) <= _PART
    numbered = ends and (is_common if short else is_known)(ends["word"], words)  # "to10"
    if not _SCANNED.fullmatch(text) or numbered:
        return ""
    signs = ({"0": "o", "1": "li"}.get(sign, sign) for sign in text)
    read = map("".join, islice(product(*signs), _MOST_READ))
    return next((word for word in read if is_common(word, words)), "")


def _find_passage(
    pieces: Sequence[str], unknown: Collection[str], project: Project
) -> tuple[Sequence[str], str] | None:
    """Return the pieces from the first unknown word to the last, and which language has them."""
    held = [
        at for at, piece in enumerate(pieces) if any(bare(w) in unknown for w in words_in(piece))
    ]
    if not held:  # words that were scanned alone
        return None
    passage = tuple(pieces[held[0] : held[-1] + 1])
    words = [bare(word) for word in _words_of(passage)]
    if len(held) * 3 < len(words):
        return None
    for code in next(iter(project.languages.addresses.values()), {}):
        other = load_words(code)["spelling.dictionary"]
        known = known_words(other if other != project.words["spelling.dictionary"] else "")
        if sum(word in known for word in words) > len(words) * _MOST:
            return passage, code
    return None


def _list_facts(project: Project) -> list[str]:
    """List the clinic's facts that are names, and those that another language has inherited."""
    own = project.config.path if project.config else ""
    return [
        fact.text or ""
        for fact in project.clinic.facts.values()
        if fact.name in ON_EVERY_PAGE or (project.languages.followed and fact.path != own)
    ]


def _is_other(unknown: Collection[str], words: Iterable[str]) -> bool:
    """Whether so many of some words are unknown that they are of another language."""
    several = len(unknown) >= _SEVERAL
    return several and len(unknown) * 3 >= len({bare(word) for word in words})


def _words_of(texts: Iterable[str]) -> Iterator[str]:
    """Give the words of texts, one by one."""
    for text in texts:
        for piece in text.split():
            yield from words_in(piece)


@functools.cache
def _sieve(words: Words) -> Sieve:
    """Return what finds pieces of which some word is in no dictionary."""
    return Sieve(
        lambda piece: (
            bool(_read_scanned(piece, words))
            or not all(is_known(word, words) for word in words_in(piece))
        )
    )


def find_foreign_notices(project: Project) -> Mapping[str, str]:
    """Return the texts of the notices that are in another language, by their files."""
    if not project.words["spelling.dictionary"]:
        return {}
    found = {}
    for notice in project.notices.values():
        words = [*_words_of([notice.text])]
        unknown = {bare(word) for word in words if not is_known(word, project.words)}
        if _is_other(unknown - project.spelled, words):
            found[notice.path] = notice.text
    return found


def check_spelling(site: Site, project: Project) -> Problems:
    """Tell each unknown word once, where it stands first."""
    pages: dict[str, list[_Unknown]] = defaultdict(list)
    # language-other tells of what is in another language, as a whole.
    foreign = set(map(bare, _words_of(find_foreign_notices(project).values())))
    for unknown in site.noted(note_unknown, project):
        for item in () if unknown.of_other else unknown.words:
            if bare(item.word) not in foreign:
                pages[bare(item.word)].append(item)
    own = frozenset(project.words.list("spelling.treatment")) | project.spelled
    for lower, ((word, place, text, whole), *more) in pages.items():
        joined = project.words.list("spelling.joined")
        apart = {one.lower().replace(" ", "").replace("'", ""): one for one in joined}
        near = whole or apart.get(lower) or find_meant(lower, project.words, own)
        slip = whole or lower in apart or near in own or is_slip_of(lower, near, project.words)
        listed = any(lower in map(bare, term.split()) for term in project.glossary)
        # What is near no word is hardly one of them misspelt.
        strange = not near and (listed or has_first_forms(project.words))
        if strange or lower in own or (is_rare(lower, project.words) and not slip):
            continue
        near = near[:1].upper() + near[1:] if word[0].isupper() else near
        where = f"; it stands on {len(more) + 1} pages" if more else ""
        rare = lower in known_words(project.words["spelling.dictionary"])
        message = f'"{word}" is {"hardly meant" if rare else "in no dictionary"}{where}'
        meant = f'Did you mean "{near}"? ' if near else ""
        hint = f"{meant}If it is right, add it to {project.includes}/words.txt."
        yield report(SPELLING, message, place, project, text=text, literal=word, hint=hint)


CHECK = Check((SPELLING,), site=check_spelling, note=note_unknown)
