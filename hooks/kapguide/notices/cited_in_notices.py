"""Say where in a notice, or in a fact of the clinic, a citation stands that a page shows.

A page's own Markdown has none of it, so that what is said of it has no line there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from markdown_citations.problems import Problem

_QUOTED = re.compile(r'"([^"]+)"')


def place_in_texts(problem: Problem, texts: Mapping[str, str]) -> Problem:
    """Return a problem without a line at the one that cites what it quotes; texts are by path."""
    for quoted in _QUOTED.findall(problem.message) if problem.line is None else ():
        written = re.escape(quoted) if "@" in quoted else rf"@\{{?{re.escape(quoted)}(?!\w)"
        for path, text in texts.items():
            if found := re.search(written, text):
                return replace(problem, path=path, line=text.count("\n", 0, found.start()) + 1)
    return problem
