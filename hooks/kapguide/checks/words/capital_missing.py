"""Check that the days, the months and I have their capital, or none, by the language."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.wording.pieces import opens_sentence, split_blocks, text_from

MISSING = Rule(
    "capital-missing",
    "warning",
    "The days of the week, the months, and I have a capital; in Spanish, days and months do not.",
    "KAP Guide",
    "We are closed on monday.",
    "We are closed on Monday.",
)


def check_capitals(page: Page, project: Project) -> Problems:
    """Find words that are written small and never are, and those that are to be small."""
    never = project.words.pattern("capitals.never")
    always = project.words.pattern("capitals.always")
    for _, pieces, words in split_blocks(page):
        for at, (piece, word) in enumerate(zip(pieces, words, strict=True)):
            # "i." and "i)" are numbers, "(i" as well.
            numbers = len(word) == 1 and piece != word
            title = piece[:1].isupper() and piece[1:].islower()
            if title and never.fullmatch(word) and not opens_sentence(pieces, at, project.words):
                text = text_from(pieces, at)
                hint = f'Write "{word}".'
                message = f'"{word.capitalize()}" stands with a capital'
                yield report(MISSING, message, page, project, text=text, hint=hint)
            if always.fullmatch(word) and piece[:1].islower() and not numbers:
                message = f'"{word}" has no capital'
                hint = f'Write "{word.capitalize()}".'
                text = text_from(pieces, at)
                yield report(MISSING, message, page, project, text=text, hint=hint)


CHECK = Check((MISSING,), page=check_capitals)
