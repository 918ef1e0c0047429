"""Say where in a notice, or in a fact of the clinic, a citation stands that a page shows.

A page's own Markdown has none of it, so that what is said of it has no line there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from markdown_citations.problems import Problem

from kapguide.problems.causes import OF_CITATIONS

_QUOTED = re.compile(r'"([^"]+)"')


def place_in_texts(problem: Problem, texts: Mapping[str, str]) -> Problem:
    """Return a problem without a line at the one that cites what it quotes; texts are by path.

    What is no problem of a citation is returned as it is.
    """
    is_placed = problem.line is not None or not problem.code.startswith(OF_CITATIONS)
    for quoted in () if is_placed else _QUOTED.findall(problem.message):
        written = re.escape(quoted) if "@" in quoted else rf"@\{{?{re.escape(quoted)}(?!\w)"
        for path, text in texts.items():
            if found := re.search(written, text):
                return replace(problem, path=path, line=text.count("\n", 0, found.start()) + 1)
    return problem
