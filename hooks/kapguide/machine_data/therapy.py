"""Say what programs may be told of the treatment itself, and only where a page says it.

Takes a page's passages, and the statements that the topic's words list. Gives those
that a passage makes and a source vouches for in the same passage; a page that is
silent on a risk tells programs nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kapguide.machine_data.content import Passage

KINDS = frozenset({"treatment", "practical", "support"})
"""The types of pages that are about the therapy; a glossary or a list is not."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A serious harm, or a reason against the therapy."""

    name: str
    authority: str
    """Who says so of what, a sentence."""
    sources: frozenset[str]
    """Citekeys: a passage must cite one of them."""
    said: str
    """A regular expression for how pages say it."""


def read_statements(tables: Iterable[Mapping[str, Any]]) -> tuple[Statement, ...]:
    """Read statements from the topic's words."""
    return tuple(
        Statement(t["name"], t["authority"], frozenset(t["sources"]), t["said"]) for t in tables
    )


def find_statements(
    statements: Iterable[Statement], passages: Sequence[Passage]
) -> list[Statement]:
    """Return the statements that a passage makes and cites a source for."""
    return [
        statement
        for statement in statements
        if any(
            statement.sources & passage.citekeys and re.search(statement.said, passage.text, re.I)
            for passage in passages
        )
    ]
