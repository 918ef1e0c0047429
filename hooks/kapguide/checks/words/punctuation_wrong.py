"""Check that one mark ends a sentence or a part of one, and that it stands at its word."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.wording.pieces import split_blocks, text_from

PUNCTUATION = Rule(
    "punctuation-wrong",
    "warning",
    "A sentence ends with one mark, also where it ends with a title that is a question, and no "
    "blank stands before a comma or a period.",
    "KAP Guide",
    "See [What does it cost?](cost.md).",
    "See [What does it cost?](cost.md)",
)

_DOUBLED = re.compile(r"(?<=[^\W_])[\"'”’)\]]*(?:[?!]\.(?!\.)|\.\.(?![./])|[,;:][,;:.](?![\w/]))")
"""Two marks of which the first is meant. `../` is a folder, `...` is one mark."""
_APART = re.compile(r"[,.](?:[\"'”’)\]]|$)|,[^\W\d_]")


def check_punctuation(page: Page, project: Project) -> Problems:
    """Find marks that stand twice or apart from their word, the first of a block."""
    for _, pieces, _ in split_blocks(page):
        for at, piece in enumerate(pieces):
            doubled = _DOUBLED.search(piece)
            if doubled:
                right = piece[: doubled.end() - 1] + piece[doubled.end() :]
                message = f'"{piece}" has two marks where one belongs'
                hint = f'Write "{right}".'
            elif at and _APART.match(piece):
                message = f'a blank stands before "{piece}"'
                hint = "Put the mark at the word before it."
            else:
                continue
            text = text_from(pieces, max(at - 5, 0))
            yield report(PUNCTUATION, message, page, project, text=text, hint=hint)
            break


CHECK = Check((PUNCTUATION,), page=check_punctuation)
