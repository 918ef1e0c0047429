"""Check that marks stand once and in their places, and that each bracket has its other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.readability import WORD
from kapguide.pages.wording.dictionary import is_common
from kapguide.pages.wording.pieces import Split, split_blocks, text_from
from kapguide.words import Words

PUNCTUATION = Rule(
    "punctuation-wrong",
    "warning",
    "A sentence ends with one mark, also where it ends with a title that is a question; a blank "
    "stands behind a comma or a period and none before it; a bracket or a quotation that is opened "
    "is closed.",
    "KAP Guide",
    "See [What are the risks?](risks.md).",
    "See [What are the risks?](risks.md)",
)

_DOUBLED = re.compile(
    r"(?<=[^\W_])[\"'”’)\]]*"
    r"(?P<marks>[?!]\.(?!\.)|!!+|\?\?+|\.\.(?![./])|[,;:][,;:.](?![\w/]))"
)
"""Marks of which the first is meant. `../` is a folder, `...` is one mark."""
_APART = re.compile(r"[;:!?]$|\)[.,;:!?]?$|[,.](?:[\"'”’)\]]|$)|,[^\W\d_]")
_GLUED = re.compile(
    r"(?P<first>[\"'“‘(]?(?:[^\W\d_]+['’-])*[^\W\d_]{2,})"
    r"(?P<mark>[,;]|[.!?](?=[^\W\d_a-zà-ÿ][a-zà-ÿ]))"
    r"(?P<rest>[^\W\d_]+(?:['’,;-][^\W\d_]+)*[.,;:!?\"'”’)]*)"
)
_NUMBERED = re.compile(
    r"[(“\"]?(?:(?P<before>[^\W\d_A-Z]{3,})(?P<digits>\d{1,4})|(?P<number>\d[\d,]*)(?P<behind>[^\W\d_A-Z]{4,}))"
    r"[.,;:!?\"'”’)\]]*"
)
"""A word and a number without a blank. H1N1 and 9am are names and times."""
_COMMA = re.compile(r"([,;])(?=[^\W\d_])")
_NO_BRACKET = re.compile(r"(?:^|\s)(?:[A-Za-z]|[ivx]{1,4}|\d{1,2})\.?\)|[:;]-?[()]")
"""How a part of a list in a sentence starts, and faces."""
_QUOTE = re.compile(r"(?P<opens>(?<![^\s(\[—–/])[\"“](?=\S))|[\"”]")
_NO_QUOTE = re.compile(r"\d[\"”]|[„«]|^\W+$")
"""Inches, quotations of another kind, and a mark that stands alone in its cell."""


def check_punctuation(page: Page, project: Project) -> Problems:
    """Find marks that stand twice or in a wrong place, the first of a block."""
    source = project.source(page)
    blocks = split_blocks(page)
    quotes = _find_quotes([split.block.outside for split in blocks])
    for number, split in enumerate(blocks):
        block, pieces, _ = split
        if single := _find_unpaired(block.native, project.words):
            mark, message, hint = single
            near = {"text": block.plain, "literal": mark}
            yield report(PUNCTUATION, message, page, project, **near, hint=hint)
            continue
        bracket = _find_single(block.outside)
        # Words that the file has not are the build's: the names of a citation.
        if bracket and (source is None or source.find(bracket)):
            message = f'the bracket of "{bracket}" is opened and not closed'
            if bracket[0] != "(":
                message = f'the bracket of "{bracket}" is closed and not opened'
            hint = "Write both brackets, or take this one out."
            yield report(PUNCTUATION, message, page, project, text=bracket, hint=hint)
            continue
        quote = quotes.get(number, "")
        if quote and (source is None or source.find(quote)):
            message = f'the quotation mark of "{quote}" has no other'
            hint = "Write both quotation marks, or take this one out."
            yield report(PUNCTUATION, message, page, project, text=quote, hint=hint)
            continue
        for at in range(len(pieces)):
            fault = _judge_piece(split, at, project)
            if not fault:
                continue
            message, hint = fault
            # A mark has no word to be found by, and a block's last word may stand elsewhere too.
            first = at if WORD.search(pieces[at]) else at - 1
            text = text_from(pieces, first if at + 5 < len(pieces) else max(at - 5, 0))
            yield report(PUNCTUATION, message, page, project, text=text, hint=hint)
            break


def _judge_piece(split: Split, at: int, project: Project) -> tuple[str, str] | None:
    """Return what is wrong with the marks of a piece, and what to do."""
    block, pieces, spoken = split
    piece = pieces[at]
    doubled = _DOUBLED.search(piece)
    # Between the two may stand a citation, whose names have the first.
    cited = block.cites and piece not in block.text
    if glued := _GLUED.fullmatch(piece):
        rest = _COMMA.sub(r"\1 ", glued["rest"])
        message = f'no blank stands behind "{glued["first"]}{glued["mark"]}"'
        return message, f'Write "{glued["first"]}{glued["mark"]} {rest}".'
    if doubled and not cited:
        first, rest = piece[: doubled.start("marks") + 1], piece[doubled.end() :]
        right = f"{first} {rest}" if rest[:1].isalpha() else first + rest
        return f'"{piece}" has several marks where one belongs', f'Write "{right}".'
    torn = _find_numbered(piece, project.words) if spoken[at] else None
    if torn and not project.words.pattern("punctuation.secrets").search(" ".join(pieces[:at])):
        return f'no blank stands in "{"".join(torn)}"', f'Write "{" ".join(torn)}".'
    if piece == "(" and at + 1 < len(pieces):
        message = f'a blank stands behind "(" before "{pieces[at + 1]}"'
        return message, f'Write "({pieces[at + 1]}".'
    apart = at and _APART.match(piece)
    # The clinic's name keeps its marks: Clinique L'Éveil : santé mentale
    if apart and f"{pieces[at - 1]} {piece}" not in project.clinic.below:
        return f'a blank stands before "{piece}"', "Put the mark at the word before it."
    return None


def _find_numbered(piece: str, words: Words) -> tuple[str, str] | None:
    """Return a common word and the number that it stands glued to, in their order."""
    found = _NUMBERED.fullmatch(piece)
    if not found or not is_common(found["before"] or found["behind"], words):
        return None
    first, second = filter(None, found.groups())
    return first, second


def _find_unpaired(text: str, words: Words) -> tuple[str, str, str] | None:
    """Return the word at a mark that has no other, with what is wrong and what to do."""
    if found := words.pattern("punctuation.unopened").search(text):
        message = f'"{found[0][-1]}" closes what nothing opens'
        return found[0].split()[-1], message, "Write ¿ or ¡ where it starts."
    if found := words.pattern("punctuation.unclosed").search(text):
        return found[0], f'nothing closes the mark of "{found[0]}"', "Write ? or ! where it ends."
    return None


def _find_single(text: str) -> str:
    """Return a round bracket that has no other, with the words beside it; nothing without one."""
    if text.count("(") == text.count(")"):
        return ""
    excused = {found.end() - 1 for found in _NO_BRACKET.finditer(text)}
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign == "(" and at not in excused:
            opened.append(at)
        elif sign == ")" and opened:
            opened.pop()
        elif sign == ")" and at not in excused:
            return " ".join(text[: at + 1].split()[-3:])
    return " ".join(text[opened[-1] :].split()[:3]) if opened else ""


def _find_quotes(texts: Sequence[str]) -> dict[int, str]:
    """Return by the number of a text the words at a quotation mark of it that has no other.

    Where a text beside it lacks one as well, the quotation goes over both.
    """
    found = {number: words for number, text in enumerate(texts) if (words := _find_quote(text))}
    return {at: words for at, words in found.items() if not {at - 1, at + 1} & found.keys()}


def _find_quote(text: str) -> str:
    marks = [*_QUOTE.finditer(text)]
    if len(marks) % 2 == 0 or _NO_QUOTE.search(text):
        return ""
    opened: re.Match[str] | None = None
    for mark in marks:
        if mark["opens"] and opened:
            break
        if not mark["opens"] and not opened:
            return " ".join(text[: mark.start()].split()[-3:])
        opened = mark if mark["opens"] else None
    return " ".join(text[opened.end() :].split()[:3]) if opened else ""


CHECK = Check((PUNCTUATION,), page=check_punctuation)
