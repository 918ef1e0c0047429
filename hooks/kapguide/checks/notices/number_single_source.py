"""Check that crisis numbers have one source, and that old ones are gone.

A number that stands in two places is changed in one of them.
"""

from __future__ import annotations

import functools
import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.notices.notice import Notice
from kapguide.notices.on_page import linked_numbers
from kapguide.pages.page import fold
from kapguide.words import Words
from kapguide.words.patterns import as_written

SINGLE_SOURCE = Rule(
    "number-single-source",
    "error",
    "Crisis numbers stand in docs/_includes only, and numbers out of use nowhere.",
    "988 Suicide & Crisis Lifeline; KAP Guide",
    "Call 988 if you cannot cope.",
    "See [Get help now](get-help-now.md) if you cannot cope.",
)
_NEAR = 80
"""How many characters before a number say what it is one of."""


def check_numbers(page: Page, project: Project) -> Problems:
    """Find crisis numbers outside of the notices, and old ones anywhere."""
    text = "".join(run.text for run in page.runs)
    for match in project.words.pattern("crisis_numbers.old", lower=True).finditer(text.lower()):
        old = as_written(text, match[0])
        message = f'"{old}" is no longer in use'
        hint = f"Take it out; the lines in use stand in {project.includes}/crisis.md."
        yield report(SINGLE_SOURCE, message, page, project, literal=old, hint=hint)
    numbers = _current(project.notices["crisis"], project.words)
    placed = project.words.pattern("crisis_numbers.placed")
    for block in page.blocks:
        if block.within & {"notice", "references"}:
            continue
        for number in numbers.finditer(block.text) if numbers else ():
            if placed.search(block.text[max(number.start() - _NEAR, 0) : number.start()]):
                continue
            message = f'the crisis number "{number[0]}" stands outside of {project.includes}'
            hint = "Link to the page Get help now instead of writing the number."
            near = {"text": block.plain, "literal": number[0]}
            yield report(SINGLE_SOURCE, message, page, project, **near, hint=hint)
            break


@functools.lru_cache(maxsize=8)
def _current(notice: Notice, words: Words) -> re.Pattern[str] | None:
    """Return the pattern that finds the numbers in use, if the notice links any."""
    links = linked_numbers(notice)
    numbers = {fold(address.split(":", 1)[1]) for address, _ in links}
    if not numbers:
        return None
    # The look at what stands before comes last: a pattern that starts with digits is found fast.
    either = "|".join(
        rf"{re.escape(number)}(?<![\d.,$#-]{re.escape(number)})"
        for number in sorted(numbers, key=len, reverse=True)
    )
    counted = words.pattern("crisis_numbers.counted").pattern
    return re.compile(rf"(?:{either})(?![\d-]|[.,]\d)(?!\s*{counted})")


CHECK = Check((SINGLE_SOURCE,), page=check_numbers)
