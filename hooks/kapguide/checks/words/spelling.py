"""Check that words are spelled as a dictionary or the site's own list has them."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kapguide.checks.definition import Check, Page, Place, Problems, Project, Rule, Site, report
from kapguide.pages.wording.dictionary import (
    find_american,
    is_diminutive,
    is_misspelt,
    known_words,
    suggest,
    suggest_name,
)
from kapguide.pages.wording.inflected import with_acute, without_acute
from kapguide.pages.wording.pieces import (
    Sieve,
    all_pieces,
    bare,
    is_among,
    opens_sentence,
    split_blocks,
    text_from,
    without_accents,
    words_in,
)
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
_MOST = 0.8
"""Of a passage, so many words have to be of the other language; names are of neither."""
_SHORTEST_NAME = 6
"""A shorter name may well be one letter away from some word."""


class _Unknown(NamedTuple):
    """A word that no list has, and where it first stands on a page."""

    word: str
    place: Place
    text: str


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
            for word in words_in(piece):
                lower = bare(word)
                if _is_known(word, project.words) or lower in found:
                    continue
                # An accent in a name is a matter of taste.
                strict = word.islower() and project.words["spelling.accents"] == "kept"
                if lower in project.spelled or (not strict and is_among(word, project.spelled)):
                    continue
                if not _is_spelled(word, piece, pieces, project.words):
                    at = pieces.index(piece)
                    # The last words of a block may stand elsewhere, too.
                    text = text_from(pieces, at if at + _FEW < len(pieces) else max(at - _FEW, 0))
                    here.setdefault(lower, _Unknown(word, place, text))
        strange.update(here)
        if len(here) >= _PASSAGE and (passage := _find_passage(pieces, here, project)):
            passages.append(passage)
        else:
            found.update(here)
    right = [node.text() for node in page.select(_FOREIGN)] if strange else []
    source = project.source(page) if strange else None
    # With the name of who has read the page, as the review line shows it.
    right += (*_list_facts(project), str(source and source.front_matter.get("review")))
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


def _find_passage(
    pieces: Sequence[str], unknown: Collection[str], project: Project
) -> tuple[Sequence[str], str] | None:
    """Return the pieces from the first unknown word to the last, and which language has them."""
    held = [
        at for at, piece in enumerate(pieces) if any(bare(w) in unknown for w in words_in(piece))
    ]
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
def _of_topic(words: Words) -> frozenset[str]:
    """Return the words of the topic in their forms."""
    own = (*words.list("spelling.known"), *words.list("spelling.treatment"))
    return frozenset(word + end for word in own for end in ("", *words.list("spelling.ends")))


def _has(word: str, words: Words) -> bool:
    """Whether the language or the topic has a word in lower case."""
    return word in _of_topic(words) or word in known_words(words["spelling.dictionary"])


@functools.cache
def _sieve(words: Words) -> Sieve:
    """Return what finds pieces of which some word is in no dictionary."""
    return Sieve(lambda piece: not all(_is_known(word, words) for word in words_in(piece)))


def _is_known(word: str, words: Words) -> bool:
    """Whether the language has a word, which may have pronouns behind it: "dígaselo"."""
    lower = bare(word)
    if words.pattern("spelling.slips").fullmatch(lower):
        return False
    slipped = word.islower() and is_misspelt(lower, words["spelling.dictionary"])
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


def _find_meant(word: str, words: Words, own: Collection[str]) -> str:
    """Return the word that was meant by one that no list has; nothing where none is near.

    First what only lacks an accent, then the same of a verb with pronouns, which no list has.
    """
    near = suggest(word, words, own)
    if near and without_accents(near) == word:
        return near
    if found := words.pattern("spelling.unaccented").fullmatch(word):
        for form in (with_acute(word, at) for at, letter in enumerate(word) if letter in "iu"):
            # The verb alone has that accent: "envíelo", "reúnase".
            if any(_has(verb, words) for verb in _without_pronouns(form, words)):
                return form
        form = with_acute(word, found.start("stressed"))
        if _is_known(form, words):
            return form
    return "" if words.pattern("spelling.slips").fullmatch(near) else near


def _is_spelled(word: str, piece: str, pieces: Sequence[str], words: Words) -> bool:
    """Whether a word that no list has is right all the same: short form, name or compound."""
    if len(word) < 3 or any(sign.isupper() for sign in word[1:]):
        return True
    elided = piece[0] in "'’" and words.pattern("spelling.elided").fullmatch(bare(word))
    short = f"{word}." in piece and words.pattern("reading.abbreviated").search(word)
    at = pieces.index(piece)
    capital = word[0].isupper() and at > 0
    titled = capital and words.pattern("spelling.titles").search(pieces[at - 1])
    if elided or short or titled or ":::" in pieces[max(at - 2, 0) : at]:
        return True
    capital = capital and not opens_sentence(pieces, at, words)
    before, behind = pieces[at - 1 : at] if capital else (), pieces[at + 1 : at + 2]
    if word[0].isupper() and any(_is_name(one, words) for one in (*before, *behind)):
        return True
    parted = words.pattern("spelling.compound").fullmatch(bare(word))
    if not (capital or (parted and _is_known(parted["rest"], words))):
        return False
    near = suggest_name(bare(word), words) if capital else suggest(bare(word), words, ())
    return len(word) < _SHORTEST_NAME or not near


def _is_name(piece: str, words: Words) -> bool:
    """Whether a piece has a capital and is in no dictionary, as the other name of a person."""
    named = [word for word in words_in(piece) if word[0].isupper() and len(word) > 1]
    return any(not word.isupper() and not _is_known(word, words) for word in named)


def find_foreign_notices(project: Project) -> Mapping[str, str]:
    """Return the texts of the notices that are in another language, by their files."""
    found = {}
    for notice in project.notices.values() if project.words["spelling.dictionary"] else ():
        words = [*_words_of([notice.text])]
        unknown = {bare(word) for word in words if not _is_known(word, project.words)}
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
    for lower, ((word, place, text), *more) in pages.items():
        joined = project.words.list("spelling.joined")
        apart = {one.lower().replace(" ", "").replace("'", ""): one for one in joined}
        near = apart.get(lower) or _find_meant(lower, project.words, own)
        if not near and any(lower in map(bare, term.split()) for term in project.glossary):
            continue
        near = near[:1].upper() + near[1:] if word[0].isupper() else near
        where = f"; it stands on {len(more) + 1} pages" if more else ""
        message = f'"{word}" is in no dictionary{where}'
        meant = f'Did you mean "{near}"? ' if near else ""
        hint = f"{meant}If it is right, add it to {project.includes}/words.txt."
        yield report(SPELLING, message, place, project, text=text, literal=word, hint=hint)


CHECK = Check((SPELLING,), site=check_spelling, note=note_unknown)
