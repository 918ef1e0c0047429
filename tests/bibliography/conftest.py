"""What the tests of the bibliography share: reading texts, and a guard on codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from kapguide.bibliography.checks import check_library
from kapguide.bibliography.model import Library
from kapguide.bibliography.reading import read_library
from kapguide.bibliography.rules import RULES
from kapguide.problems import Problem

TODAY = date(2026, 11, 22)
_SEVERITIES = {rule.code: rule.severity for rule in RULES}

Reader = Callable[..., tuple[Library, list[Problem]]]
Checker = Callable[..., list[Problem]]


def _guard(problems: Iterable[Problem]) -> list[Problem]:
    """Hold that every problem of every test is in the table, as severe as it says."""
    problems = list(problems)
    for problem in problems:
        assert _SEVERITIES.get(problem.code) == problem.severity, problem
        assert problem.message, problem
        assert not problem.message.endswith("."), problem
        assert problem.hint, problem
    return problems


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Read texts as files a.bib, b.bib, …"""

    def run(*texts: str | bytes) -> tuple[Library, list[Problem]]:
        paths = []
        for name, text in zip("abcdef", texts, strict=False):
            path = tmp_path / f"{name}.bib"
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(path)
        library, problems = read_library(paths, tmp_path)
        return library, _guard(problems)

    return run


@pytest.fixture
def check(read: Reader) -> Checker:
    """Read texts that have no reading problem, and check them."""

    def run(*texts: str, cited: Iterable[str] | None = None) -> list[Problem]:
        library, problems = read(*texts)
        assert problems == []
        cited = None if cited is None else set(cited)
        return _guard(check_library(library, today=TODAY, cited=cited))

    return run


@pytest.fixture
def check_fields(check: Checker) -> Callable[[str], list[str]]:
    """Check an entry that is sound but for the fields given; give `line code` texts.

    The fields stand from line 2 on.
    """

    def run(fields: str, entry_type: str = "misc") -> list[str]:
        sound = {
            "title": "A sound title",
            "year": "2026",
            "author": "Smith, J.",
            "institution": "A body",
        }
        more = "".join(
            f"  {name} = {{{value}}},\n"
            for name, value in sound.items()
            if f"{name} =" not in f" {fields}"
            and (entry_type != "misc" or name in {"title", "year"})
        )
        text = f"@{entry_type}{{smith2027,\n{fields},\n{more}}}\n"
        return [f"{problem.line} {problem.code}" for problem in check(text)]

    return run
