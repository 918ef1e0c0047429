"""Check that the numbers of a sentence stand in what it cites, or follow from it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence

from markdown_citations.library.entries import Entry

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.claims.quantities import Quantity
from kapguide.claims.support import find_nearest, find_unsupported
from kapguide.pages.page import fold
from kapguide.pages.prose import Sentence, cited_sentences
from kapguide.pages.telephone import LINKS
from kapguide.words import Words

UNSUPPORTED = Rule(
    "number-unsupported",
    "error",
    "Each number in a sentence with a citation stands in a field of a cited entry, or follows "
    "from its numbers: a share, a sum, a rounded value, another unit of time.",
    "DISCERN 4; FTC Health Products Compliance Guidance",
    "In a trial of 41 people, 14 of 41 felt better [@trial].",
    "In a trial of 41 people, 12 of 41 felt better, about 29 in 100 [@trial].",
)
_HINT = (
    "Compare the source: mend the number, or write what the source says into the entry's fields."
)
_SHORT = 90
"""So many characters of a sentence are enough to know it by."""


def check_numbers(page: Page, project: Project) -> Problems:
    """Find numbers of sentences that nothing bears out of what they cite."""
    words, library = project.words, project.library
    called = {fold(node.text()) for node in page.select(LINKS)}
    for sentence in cited_sentences(page, words):
        keys = dict.fromkeys(sentence.citekeys)
        entries = [library[key] for key in keys if key in library]
        if len(entries) < len(keys) or not library.cut.isdisjoint(keys):
            continue  # what is not there, or not whole, is told by itself, and may have the number
        said = sentence.plain
        for link in called.intersection(sentence.block.linked):
            said = re.sub(rf"(?<!\w)(?<!\d[.,\s]){re.escape(link)}(?![\w-]|[.,]\d)", "", said)
        for quantity in find_unsupported(said, entries, words):
            short = textwrap.shorten(sentence.plain, _SHORT, placeholder=" …")
            message = f'no source cited has "{quantity.text}": "{short}"'
            hint = f"{_say_nearest(quantity, entries, words)} {_HINT}"
            at = _place_in_data(sentence, page, project)
            yield report(
                UNSUPPORTED, message, page, project, text=sentence.plain, literal=at, hint=hint
            )


def _place_in_data(sentence: Sentence, page: Page, project: Project) -> str:
    """Return what a figure's data start with: its sentence may be made of them."""
    source = project.source(page)
    made = source is not None and "figure" in sentence.block.within
    return "figures:" if made and source and source.find(sentence.plain) is None else ""


def _say_nearest(quantity: Quantity, entries: Sequence[Entry], words: Words) -> str:
    near = find_nearest(quantity, entries, words)
    if near is None:
        return f"{' and '.join(entry.citekey for entry in entries)}: no number at all."
    return f'Nearest in {near.citekey}: "{near.quantity.text}" ({near.field}).'


CHECK = Check((UNSUPPORTED,), page=check_numbers)
