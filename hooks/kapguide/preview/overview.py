"""The list of all problems of a site, and what each code means.

A whole HTML document; everything from outside is escaped.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from html import escape

from markdown_citations.problems import Problem, Rule

from kapguide.preview.panel import LEVELS, render_problem
from kapguide.preview.panel_marks import MARK
from kapguide.problems.reports import Report, summarise

MAIN = f"<main {MARK}>"
"""Stands in this list alone: the theme's pages have a panel within theirs."""

_STYLE = """
:root{color-scheme:light dark;--back:#fff;--text:#1b1b1f}
@media (prefers-color-scheme:dark){:root{--back:#16161a;--text:#f4f4f6}}
body{background:var(--back);color:var(--text);
font:16px/1.5 system-ui,sans-serif;max-width:48rem;margin:0 auto;padding:16px;
overflow-wrap:anywhere}
h1{font-size:26px;line-height:1.25}h2{font-size:21px;margin-top:32px}
h3{font-size:17px;margin:24px 0 0}
a{color:inherit}li{margin:0 0 8px}dd{margin:0 0 8px}dt{font-weight:700}
pre{white-space:pre-wrap;margin:0;padding:8px;border:1px solid currentColor;border-radius:4px}
"""


def render_overview(report: Report, pages: Mapping[str, str], rules: Mapping[str, Rule]) -> str:
    """Render the document; `pages` are the addresses of pages, by their files."""
    parts = [f"<p><strong>{escape(summarise(report))}</strong></p>"]
    for path, group in itertools.groupby(report.problems, key=lambda problem: problem.path):
        parts.append(_render_file(path, list(group), pages.get(path), rules))
    parts.append(_render_allowed(report))
    parts.append('<h2 id="codes">What the codes mean</h2>')
    used = {problem.code for problem in report.problems}
    # Those that an editor came for stand first.
    for code in sorted(rules, key=lambda code: (code not in used, code)):
        parts.append(_render_rule(rules[code]))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="robots" content="noindex">'
        f"<title>Problems of this site</title><style>{_STYLE}</style></head>"
        f"<body>{MAIN}<h1>Problems of this site</h1>"
        "<p>Only the live preview has this list. It is never published.</p>"
        f"{''.join(parts)}</main></body></html>\n"
    )


def _render_file(
    path: str, problems: Sequence[Problem], address: str | None, rules: Mapping[str, Rule]
) -> str:
    name = escape(path or "The whole site")
    head = f'<a href="{escape(address)}">{name}</a>' if address is not None else name
    items = "".join(f"<li>{render_problem(problem, '', rules)}</li>" for problem in problems)
    return f"<h2>{head}</h2><ul>{items}</ul>"


def _render_allowed(report: Report) -> str:
    items = "".join(
        f"<li>{render_problem(problem, '', ())} Allowed: {escape(reason)}</li>"
        for problem, reason in report.silenced
    )
    return f"<h2>Allowed by their pages</h2><ul>{items}</ul>" if items else ""


def _render_rule(rule: Rule) -> str:
    return (
        f'<h3 id="{escape(rule.code)}"><code>{escape(rule.code)}</code></h3>'
        f"<p>{escape(rule.rule)}</p><dl>"
        f"<dt>Level</dt><dd>{LEVELS[rule.severity]}</dd>"
        f"<dt>Source</dt><dd>{escape(rule.source)}</dd>"
        f"<dt>Wrong</dt><dd><pre>{escape(rule.wrong)}</pre></dd>"
        f"<dt>Right</dt><dd><pre>{escape(rule.right)}</pre></dd></dl>"
    )
