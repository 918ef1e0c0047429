"""What the tests of styles share: an entry in print."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from markdown_citations.formatting.formatter import Formatter
from markdown_citations.library.entries import Entry, Library


@pytest.fixture
def printed() -> Callable[..., str]:
    """Give what readers see of an entry that is made of fields."""
    return _printed


def _printed(entry_type: str, fields: Mapping[str, str], style: str = "vancouver") -> str:
    entry = Entry("key", entry_type, dict(fields), "made.bib", 1)
    formatter = Formatter(Library({"key": entry}), style)
    html = formatter.format("key").html
    assert formatter.problems == []
    return re.sub(r"<[^>]+>", "", html).replace("&amp;", "&").replace("&lt;", "<")
