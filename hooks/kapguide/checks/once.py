"""Report a mistake once although it is on many pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markdown_citations.problems import Problem

Noted = tuple[object, Problem]
"""What makes a mistake the same on other pages, None where it is each page's own; the problem."""


def tell_once(noted: Iterable[Iterable[Noted]]) -> Iterator[Problem]:
    """Give the first problem of each mistake, and all problems that are a page's own."""
    told: set[object] = set()
    for page in noted:
        for mistake, problem in page:
            if mistake is None or mistake not in told:
                yield problem
            told.add(mistake)
