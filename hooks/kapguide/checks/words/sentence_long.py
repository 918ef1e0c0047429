"""Check that no sentence is so long that its start is forgotten at its end."""

from __future__ import annotations

from itertools import chain

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.prose import Sentence, sentences, sentences_of_tables
from kapguide.pages.readability import WHOLE

LONG = Rule(
    "sentence-long",
    "warning",
    "A sentence has at most 30 words.",
    "CDC Clear Communication Index; NHS content guide",
    f"The team looks at your heart and your blood pressure, {'asks how you are, ' * 7}and waits.",
    "The team looks at your heart and your blood pressure. It asks how you are.",
)

MOST_WORDS = 30
_MOSTLY = 4
"""Of so many words one stands in no link."""


def check_sentences(page: Page, project: Project) -> Problems:
    """Find sentences of too many words."""
    words = project.words
    # What ends with no full stop is none: a cell may hold a list, whose lines `<br>` parts.
    cells = (each for each in sentences_of_tables(page, words) if WHOLE.search(each.plain))
    for sentence in chain(sentences(page, words), cells):
        number = _count(sentence.plain)
        if number > MOST_WORDS and not _is_of_links(sentence, number):
            start = " ".join(sentence.plain.split()[:6])
            message = f'a sentence of {number} words: "{start} …"'
            hint = f"Make two of it: at most {MOST_WORDS} words each."
            yield report(LONG, message, page, project, text=sentence.plain, hint=hint)


def _count(text: str) -> int:
    return sum(piece[-1].isalnum() or piece[0].isalnum() for piece in text.split())


def _is_of_links(sentence: Sentence, number: int) -> bool:
    """Whether links make up most of it: the A to Z lists all pages that speak of a word."""
    rest = sentence.plain
    links = [link for link in sentence.block.linked if link in rest]
    for link in links:
        rest = rest.replace(link, " ")
    is_list = len(links) > 1 and max(map(_count, links)) <= MOST_WORDS
    return is_list and number > _MOSTLY * _count(rest)


CHECK = Check((LONG,), page=check_sentences)
