"""Check that a short form is explained, on its page or in the glossary."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.page import Block
from kapguide.pages.wording.dictionary import known_words
from kapguide.pages.wording.pieces import (
    Sieve,
    all_pieces,
    opens_sentence,
    split_blocks,
    text_from,
    without_accents,
    words_in,
)
from kapguide.words import Words

UNEXPLAINED = Rule(
    "abbreviation-unexplained",
    "warning",
    "A short form is explained on its page, or stands in the glossary.",
    "CDC Clear Communication Index; NHS content guide",
    "Ask for an ECG before the session.",
    "Ask for an electrocardiogram (ECG) before the session.",
)

_SHORT = re.compile(r"(?P<short>[A-Z][A-Z0-9]{1,6})(?:['’]?s)?")
_MEASURED = re.compile(r"\(?(?P<short>[A-Z][a-z]{1,2}[A-Z]\d[a-z]?)[).,;:?!]*")
"""What is measured: SpO2, HbA1c."""
_LARGE = re.compile(r"[A-Z][A-Z0-9]+")
_CLAUSE = re.compile(r"(?<=[.,;:!?])\s")
_NUMBERED = re.compile(r"(?<=[A-Z])-\d{1,2}(?=\W*$)")
"""Behind the name of a questionnaire: PHQ-9."""
_NAME = re.compile(r"[A-Z][\w’'-]*[a-z](?:\.?,)?")
_TITLE = re.compile(r"(?:[A-Z][\w./-]*[A-Z]\.?|\(\S+\)),")
"""What stands between a name and a short form: "PhD," or "(she/her),"."""
_ROMAN = re.compile(r"[IVXLC]+")
_NEAR = 60
"""So many signs may stand between a short form and the words that it is made of."""
_FEW = 4
_LEAST = 4
"""Of fewer letters, too many may differ by one."""
_OF_STATE = 2
"""So many letters has what stands behind a town, as "MA"; behind "First," most have more."""


def check_abbreviations(page: Page, project: Project) -> Problems:
    """Find short forms that a reader of this page cannot make out, each once."""
    words = project.words
    glossary = project.sources.get(project.glossary_page)
    whole = ""
    told = {"", *words.list("abbreviations.known")}
    told.update(node.text().strip() for node in page.select("abbr[title]"))
    # "Text SHOUT to 85258", or "text 85258 with the word SHOUT": a word to send.
    for node in page.select('a[href^="sms:"]'):
        around = (node.parent or node).text()
        clauses = (one for one in _CLAUSE.split(around) if node.text() in one)
        told.update(_LARGE.findall(" ".join((node.text(), *clauses))))
    # What a reviewer is, is for the reviewer to say.
    told.update(_LARGE.findall(str(project.front_matter(page).get("review"))))
    # The clinic's name and address, of which "CO" is a state.
    told.update(_LARGE.findall(project.clinic.below))
    caught = _SHORT_FORMS.catch(all_pieces(page))
    for block, pieces, spoken in split_blocks(page) if caught else ():
        if caught.isdisjoint(pieces) or _only_links(block) or _is_shouted(pieces):
            continue
        for at, piece in enumerate(pieces):
            short = _find_short(piece) if piece in caught and spoken[at] else ""
            if short not in told and (meant := _find_mistyped(short, pieces[:at], piece, words)):
                told.add(short)
                message = f'"{short}" has not the first letters of the words before it'
                hint = f"Write {meant}, or the words that it stands for."
                yield report(
                    UNEXPLAINED, message, page, project, text=text_from(pieces, at), hint=hint
                )
                continue
            if short in told or _is_behind_name(short, pieces, at, words):
                continue
            told.add(short)
            if piece in " ".join(block.linked).split() or _is_known(short, project):
                continue
            whole = whole or "\n".join(split.block.plain for split in split_blocks(page))
            listed = glossary is not None and _is_explained(short, glossary.text, words)
            if not listed and not _is_explained(short, whole, words):
                message = f'nobody explains "{short}" on this page or in the glossary'
                hint = f"Write it out where it stands first: the words in full ({short})."
                text = text_from(pieces, at)
                yield report(UNEXPLAINED, message, page, project, text=text, hint=hint)


def _only_links(block: Block) -> bool:
    """Whether a block is a link, or a word or two with links: it is explained where they lead."""
    rest = block.plain
    for linked in block.linked:
        rest = rest.replace(linked, "", 1)
    return bool(block.linked) and len(rest.split()) <= _FEW


def _find_short(piece: str) -> str:
    """Return the short form in a piece of text, without an s or a number behind it."""
    found = [_SHORT.fullmatch(word) for word in words_in(_NUMBERED.sub("", piece))]
    found.append(_MEASURED.fullmatch(piece))
    return next((match["short"] for match in found if match), "")


def _find_mistyped(short: str, before: Sequence[str], piece: str, words: Words) -> str:
    """Return what a short form in brackets should be, of whose letters one is another or moved."""
    if not piece.startswith(f"({short})") or len(short) < _LEAST:
        return ""
    small = words.list("abbreviations.left_out")
    parts = [part for one in before for part in re.split(r"[-‐‑–/]", one.strip('(“"')) if part]
    spoken = [part for part in parts if part.lower() not in small][-len(short) :]
    letters = without_accents("".join(part[0] for part in spoken)).upper()
    if len(letters) < len(short) or not all(part[0].isupper() for part in spoken):
        return ""  # not all words of a name
    apart = [at for at, letter in enumerate(letters) if letter != short[at]]
    swapped = len(apart) == 2 and sorted(letters) == sorted(short)
    return letters if letters.isalpha() and (len(apart) == 1 or swapped) else ""


def _is_behind_name(short: str, pieces: Sequence[str], at: int, words: Words) -> bool:
    """Whether it says what somebody is, or where: "Ana Diaz, MSN, RN", "in Boston, MA"."""
    while at and _TITLE.fullmatch(pieces[at - 1]):
        at -= 1
    if not at or not _NAME.fullmatch(pieces[at - 1]):
        return False
    comma = pieces[at - 1][-1] == ","
    if opens_sentence(pieces, at - 1, words):
        return comma and len(short) == _OF_STATE
    return comma or pieces[at - 2][0].isupper()


_SHORT_FORMS = Sieve(lambda piece: bool(_find_short(piece)))


def _is_shouted(split: list[str]) -> bool:
    """Whether most words are large, so that none of them need be a short form."""
    return sum(piece.isupper() for piece in split) > len(split) / 2 > 1


def _is_known(short: str, project: Project) -> bool:
    lower = short.lower()
    if _ROMAN.fullmatch(short) or lower in project.spelled:
        return True
    if any(lower in term.split() for term in project.glossary):
        return True
    # A word that was written large, to stress it.
    return len(short) > 3 and lower in known_words(project.words["spelling.dictionary"])


@functools.lru_cache(maxsize=256)
def _is_explained(short: str, text: str, words: Words) -> bool:
    """Whether a text says what a short form means, or has the words that it is made of."""
    said = re.sub(
        r"\{short\}", rf"{short}(?:-\\d+)?", "|".join(words.list("abbreviations.explained"))
    )
    if re.search(said, text):
        return True
    small = "|".join(words.list("abbreviations.left_out"))
    whole = rf"[\s/-]+(?:(?:{small})\s+)*".join(rf"\b{letter}[\w’']*" for letter in short)
    whole = rf"(?!\b{short}\b){whole}"
    if len(short) < 3:  # OT for occupational therapy
        verbs = "|".join(words.list("abbreviations.stands_for"))
        said = rf"\b{short},?\s+(?:{verbs})\s+(?i:{whole})|^{short}\n(?i:{whole})"
        return bool(re.search(said, text, re.M))
    for match in re.finditer(whole, text, re.I):
        beside = text[max(match.start() - _NEAR, 0) : match.end() + _NEAR]
        if short in beside:
            return True
    return False


CHECK = Check((UNEXPLAINED,), page=check_abbreviations)
