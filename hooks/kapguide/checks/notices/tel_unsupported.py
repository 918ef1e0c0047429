"""Check that a number to call or text is the one that the cited entry gives.

A help line's number stands on a page, in a notice and in its entry: whoever changes it in
one of them would go on publishing the old one in the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kapguide.checks.definition import Check, Page, Problem, Problems, Project, Rule, report
from kapguide.pages.page import Block, fold
from kapguide.pages.readability import split_sentences
from kapguide.pages.telephone import LINKS, called_number, find_numbers, is_alike, is_same_line

UNSUPPORTED = Rule(
    "tel-unsupported",
    "error",
    "A number that readers may call or text is one that the entry cited beside it gives.",
    "988 Suicide & Crisis Lifeline; KAP Guide",
    "Call [555-0101](tel:5550101) [@line], whose finding is: Call 555-0100.",
    "Call [555-0100](tel:5550100) [@line], whose finding is: Call 555-0100.",
)
_HINT = "Look the number up, and write it in all places: each page, each notice, the entry."


def check_numbers(page: Page, project: Project) -> Problems:
    """Find numbers of which a cited entry gives another, in the block of the citation."""
    called: dict[str, set[str]] = defaultdict(set)
    for link in page.select(LINKS):
        called[fold(link.text())].add(called_number(link.attributes.get("href") or ""))
    for block in page.blocks:
        given = {} if "references" in block.within else dict(_given(block, project))
        if not given:
            continue
        links = [words for words in block.linked if words in called]
        plain = find_numbers(block.plain)
        shown = {*plain, *(one for words in links for one in called[words])}
        # What is said of the number that the entry gives is said; another one may stand beside.
        left = [number for number in given if not _is_among(number, shown)]
        typed = [number for number in plain if not any(number in words for words in links)]
        for words in (*links, *typed) if left else ():
            numbers = called[words] if words in links else {words}
            if any(_is_among(number, given) for number in numbers):
                continue
            number = min(numbers)
            near = any(is_alike(number, one) for one in left)
            if near or (links == [words] and "notice" in block.within):
                yield _tell(words, number, given, page, project)


def _is_among(number: str, others: Iterable[str]) -> bool:
    return any(is_same_line(number, other) for other in others)


def _given(block: Block, project: Project) -> Iterator[tuple[str, str]]:
    """Give each number that a cited entry's finding says to call or to text, and its citekey."""
    words, library = project.words, project.library
    verbs = [words.pattern(name) for name in ("telephones.call", "telephones.text")]
    for key in (key for keys in block.cites for key in keys.split() if key in library):
        finding = library[key].text(f"finding_{words.language}", "finding")
        for sentence in split_sentences(finding, words):
            if any(verb.search(sentence) for verb in verbs):
                yield from ((number, key) for number in find_numbers(sentence))


def _tell(
    words: str, number: str, given: Mapping[str, str], page: Page, project: Project
) -> Problem:
    said = ", ".join(f"{number} ({key})" for number, key in given.items())
    shown = "is shown" if words == number else f"leads to {number}"
    message = f'"{words}" {shown}, and the entry cited beside it gives {said}'
    return report(UNSUPPORTED, message, page, project, literal=f":{number}", text=words, hint=_HINT)


CHECK = Check((UNSUPPORTED,), page=check_numbers)
