"""The panel at the top of a page: its problems, or that it has none.

The HTML has a style of its own; everything from outside is escaped.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from html import escape

from markdown_citations.problems import Problem

from kapguide.preview.panel_marks import MARK
from kapguide.problems.reports import count

END = "<!-- end of the problems -->"
"""Stands behind a panel, so that it can be taken out again."""

LEVELS = {"error": "Error, blocks publishing", "warning": "Warning"}
"""Each level in words: a colour alone says nothing to many."""

# Of its own in both colour schemes, with at least 7:1 for text; the theme's
# rem is 20 px, another page's 16 px.
_STYLE = """<style>
.problems.problems{--back:#fff;--text:#1b1b1f;--edge:#b3261e;background:var(--back);
color:var(--text);border:2px solid var(--edge);border-radius:4px;padding:12px 16px;
margin:0 0 24px;font-size:16px;line-height:1.5;overflow-wrap:anywhere}
.problems.problems.good{--edge:#1b6e3c}
.problems.problems.warned{--edge:#8a5a00}
[data-md-color-scheme=slate] .problems.problems{--back:#1d1d22;--text:#f4f4f6;--edge:#ff8a80}
[data-md-color-scheme=slate] .problems.problems.good{--edge:#7ddba0}
[data-md-color-scheme=slate] .problems.problems.warned{--edge:#ffc766}
.problems.problems h2{font-size:18px;line-height:1.4;font-weight:700;margin:0;color:inherit}
.problems.problems p{margin:0}
.problems.problems ul{margin:8px 0;padding:0 0 0 20px;list-style:disc}
.problems.problems ul li{margin:0 0 8px;font-size:16px}
.problems.good strong{color:var(--edge)}
.problems.problems a,.problems.problems code{color:inherit;background:none}
.problems.problems a{text-decoration:underline}
@media print{.problems.problems{display:none}}
</style>"""


def render_panel(
    problems: Sequence[Problem],
    elsewhere: int,
    overview: str,
    codes: Container[str] = (),
    hint: str = "",
) -> str:
    """Render the panel; `overview` is the address of the list, `codes` what it explains.

    Without an address nothing is linked. `hint` is what else is said.
    """
    besides = f"<p>{escape(hint)}</p>" if hint else ""
    link = _elsewhere(elsewhere)
    if overview:
        link = f'<a href="{escape(overview)}">{link}</a>'
    if not problems:
        text = "<p><strong>✓ No problems on this page.</strong> "
        return _frame("good", 'aria-label="Problems of this page"', f"{text}{link}</p>{besides}")
    level = "warned" if all(problem.severity == "warning" for problem in problems) else "bad"
    items = "".join(f"<li>{render_problem(problem, overview, codes)}</li>" for problem in problems)
    head = f'<h2 id="problems-title">{count(len(problems), "problem")} on this page</h2>'
    body = f"{head}<ul>{items}</ul><p>{link}</p>{besides}"
    return _frame(level, 'aria-labelledby="problems-title"', body)


def render_failure(message: str) -> str:
    """Render the panel of a build that failed: what follows is older than the files."""
    head = '<h2 id="problems-title">The preview could not be built</h2>'
    body = f"{head}<p>{escape(message)}</p><p>Below is the page as it was before.</p>"
    return _frame("bad", 'aria-labelledby="problems-title"', body)


def _frame(level: str, name: str, body: str) -> str:
    return f'<section class="problems {level}" {MARK} {name}>{_STYLE}{body}</section>{END}'


def _elsewhere(number: int) -> str:
    return f"{count(number, 'problem')} elsewhere." if number else "No problems elsewhere."


def render_problem(problem: Problem, overview: str, codes: Container[str]) -> str:
    """Render one problem: its level, what is wrong, what to do, where, and its code."""
    text = f"{problem.message}. {problem.hint}" if problem.hint else f"{problem.message}."
    place = escape(problem.path) + (f", line {problem.line}" if problem.line else "")
    code = f"<code>{escape(problem.code)}</code>"
    if problem.code in codes:
        code = f'<a href="{escape(overview)}#{escape(problem.code)}">{code}</a>'
    where = f"{place}; " if place else ""
    return f"<strong>{LEVELS[problem.severity]}:</strong> {escape(text)} ({where}{code})"
