"""Check that a number to call or text is the one that the cited entry gives.

A help line's number stands on a page, in a notice and in its entry: whoever changes it in
one of them would go on publishing the old one in the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kapguide.checks.definition import Check, Page, Problem, Problems, Project, Rule, report
from kapguide.pages.page import Block, fold
from kapguide.pages.readability import split_sentences
from kapguide.pages.telephone import LINKS, called_number, find_numbers, is_same_line

UNSUPPORTED = Rule(
    "tel-unsupported",
    "error",
    "A number that readers may call or text is one that the entry cited beside it gives.",
    "988 Suicide & Crisis Lifeline; KAP Guide",
    "Call [555-0101](tel:5550101) [@line], whose finding is: Call 555-0100.",
    "Call [555-0100](tel:5550100) [@line], whose finding is: Call 555-0100.",
)
_HINT = "Write the same number in both; call it once to be sure."


def check_numbers(page: Page, project: Project) -> Problems:
    """Find numbers that no entry cited in their block gives, where one gives any."""
    addresses = {fold(a.text()): a.attributes.get("href") or "" for a in page.select(LINKS)}
    for block in page.blocks if addresses else ():
        if "references" in block.within:
            continue
        given = dict(_given(block, project))
        for words in block.linked if given else ():
            called = called_number(addresses.get(words, ""))
            if called and not any(is_same_line(called, number) for number in given):
                yield _tell(words, addresses[words], given, page, project)


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
    words: str, address: str, given: Mapping[str, str], page: Page, project: Project
) -> Problem:
    said = ", ".join(f"{number} ({key})" for number, key in given.items())
    message = f'"{words}" leads to {address}, and the entry cited beside it gives {said}'
    return report(UNSUPPORTED, message, page, project, literal=f"]({address})", hint=_HINT)


CHECK = Check((UNSUPPORTED,), page=check_numbers)
