"""Libraries with the fields of studies, read and checked as the guide does."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

import pytest
from kapguide.evidence.customization import make_customization
from kapguide.words import load_words
from markdown_citations.library.checks import check_library
from markdown_citations.library.reading import read_library
from markdown_citations.problems import Problem

TODAY = date(2026, 11, 22)


@pytest.fixture
def check(tmp_path: Path) -> Callable[..., list[Problem]]:
    """Check the text of a .bib file that has no reading problem."""

    def run(text: str, cited: Collection[str] | None = None) -> list[Problem]:
        path = tmp_path / "a.bib"
        path.write_text(text, "utf-8")
        library, problems = read_library([path], tmp_path)
        assert problems == []
        return check_library(
            library, today=TODAY, cited=cited, customization=make_customization(load_words())
        )

    return run
