"""Check that the days, the months, I and a sentence's start have their capital, by the language."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.claims.claims import QUOTED
from kapguide.pages.page import APART, HEADINGS, Block
from kapguide.pages.readability import WHOLE
from kapguide.pages.wording.dictionary import known_words
from kapguide.pages.wording.pieces import opens_sentence, split_blocks, text_from
from kapguide.words import Words

MISSING = Rule(
    "capital-missing",
    "warning",
    "A sentence starts with a capital. The days of the week, the months, and I have one; in "
    "Spanish, days and months do not.",
    "KAP Guide",
    "We are closed on monday.",
    "We are closed on Monday.",
)
SHOUTED = Rule(
    "capitals-throughout",
    "warning",
    "No sentence is written in capitals: they are hard to read, and screen readers may spell them.",
    "NHS content guide; WCAG 2.2, 3.1.5",
    "CALL THE CLINIC BEFORE YOU COME.",
    "**Call the clinic before you come.**",
)

_LETTERS = "A-ZÀ-ÖØ-Þ"
_SMALL = re.compile(r"(?<=[a-zß-öø-ÿ]{5})\. (?P<word>[a-zß-öø-ÿ]{2,})(?=[ ,;:])")
"""Behind a full stop, which a word of five letters has for no short form."""
_SENTENCE = re.compile(r"(?<=[.!?]) ")
_SHOUT = re.compile(rf"(?<!\w)(?:[{_LETTERS}'’]+ ){{3,}}[{_LETTERS}'’]+(?!\w)")
"""Four words or more; fewer stress something."""
_FEWEST = 3
"""So many words of three letters and more it takes: shorter ones may be short forms."""


def check_capitals(page: Page, project: Project) -> Problems:
    """Find words that are written small and never are, and those that are to be small."""
    never = project.words.pattern("capitals.never")
    always = project.words.pattern("capitals.always")
    known = known_words(project.words["spelling.dictionary"])
    small = project.words.pattern("capitals.small")
    above: Block | None = None
    for block, pieces, words in split_blocks(page):
        for at, (piece, word) in enumerate(zip(pieces, words, strict=True)):
            # "i." and "i)" are numbers, "(i" as well.
            numbers = len(word) == 1 and piece != word
            title = piece[:1].isupper() and piece[1:].islower()
            large = title and never.fullmatch(word) and not _is_named(pieces, at, project.words)
            if large and not opens_sentence(pieces, at, project.words):
                text = text_from(pieces, at)
                hint = f'Write "{word}".'
                message = f'"{word.capitalize()}" stands with a capital'
                yield report(MISSING, message, page, project, text=text, hint=hint)
            if always.fullmatch(word) and piece[:1].islower() and not numbers:
                message = f'"{word}" has no capital'
                hint = f'Write "{word.capitalize()}".'
                text = text_from(pieces, at)
                yield report(MISSING, message, page, project, text=text, hint=hint)
        for word, text in _find_small(block, above, known):
            if small.fullmatch(word):
                continue
            message = f'"{word}" starts a sentence without a capital'
            hint = f'Write "{word.capitalize()}".'
            yield report(MISSING, message, page, project, text=text, hint=hint)
        if shout := _find_shout(block, known):
            message = f'"{shout[:40]}" is written in capitals'
            hint = "Write it in small letters; what matters most may be bold: **words**."
            yield report(SHOUTED, message, page, project, text=shout, hint=hint)
        above = block


def _is_named(pieces: Sequence[str], at: int, words: Words) -> bool:
    """Whether a day or a month is part of a name: Viernes Santo, the Avenida 5 de Mayo."""
    before = range(max(at - 3, 0), at)
    shown = ("…" if opens_sentence(pieces, one, words) else pieces[one] for one in before)
    around = " ".join([*shown, f"‹{pieces[at]}›", *pieces[at + 1 : at + 3]])
    return bool(words.pattern("capitals.named").search(around))


def _find_small(
    block: Block, above: Block | None, known: Container[str]
) -> Iterator[tuple[str, str]]:
    """Give the words that start a sentence with a small letter, each with what follows it.

    What goes on behind a list or a line with a colon starts none.
    """
    text = block.plain
    if block.covered:
        return
    first = text.split(maxsplit=1)[0].rstrip(",") if text[:1].islower() else ""
    if first.isalpha() and first.islower() and first in known and _opens(block, above):
        yield first, text
    for match in _SMALL.finditer(text):
        before = text[: match.start()].rsplit(maxsplit=1)[-1]
        if before.isalpha() and before in known and match["word"] in known:
            yield match["word"], text[match.start() + 2 :]


def _opens(block: Block, above: Block | None) -> bool:
    """Whether what starts a block starts a sentence."""
    if block.tag in HEADINGS:
        return " " in block.plain
    flowing = block.tag == "p" and not block.within & (APART | {"list"})
    if not flowing or above is None or not WHOLE.search(block.plain):
        return False
    ended = above.tag == "p" and "list" not in above.within and WHOLE.search(above.plain)
    return bool(above.tag in HEADINGS or ended)


def _find_shout(block: Block, known: Container[str]) -> str:
    """Return the words of a sentence that is in capitals and has more than short forms.

    In another sentence they may be the name of a form, or what a label says.
    """
    if block.tag == "h1" or "quote" in block.within or block.covered:
        return ""  # title-neutral tells of a title
    whole = (text for text in _SENTENCE.split(QUOTED.sub("…", block.plain)) if text.isupper())
    for match in (found for text in whole for found in _SHOUT.finditer(text)):
        words = [word for word in match[0].lower().replace("’", "'").split() if len(word) > 2]
        if len(words) >= _FEWEST and sum(word in known for word in words) > len(words) / 2:
            return match[0]
    return ""


CHECK = Check((MISSING, SHOUTED), page=check_capitals)
