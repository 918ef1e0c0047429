"""Check that hand-written HTML is closed and nested as it should be.

Browsers guess what broken HTML means, each page differently. Markdown makes no such
mistakes; so what is looked at is each page that holds HTML of its own, each that
nobody wrote in Markdown, and the first page for the templates that all share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tinyhtml5.parser import HTMLParser

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.balance import find_unbalanced
from kapguide.pages.wording.written import written

INVALID = Rule(
    "markup-invalid",
    "error",
    "HTML elements are closed and nested in order, attributes stand once, and a list item stands "
    "in a list.",
    "HTML Living Standard",
    "<div><li>Rest well.</li></div>",
    "<ul><li>Rest well.</li></ul>",
)

_TAG = re.compile(r"</?[A-Za-z][^<>]*>?")
_SAID = {
    "unexpected-end-tag": "</{name}> closes nothing",
    "unexpected-end-tag-implies-table-voodoo": "</{name}> stands in a table, outside of its cells",
    "unexpected-start-tag-implies-table-voodoo": "<{name}> stands in a table, outside of its cells",
    "unexpected-char-implies-table-voodoo": "text stands in a table, outside of its cells",
    "unexpected-start-tag-implies-end-tag": "<{startName}> stands in another <{endName}>",
    "end-tag-too-early": "</{name}> comes while an element in it is still open",
    "end-tag-too-early-ignored": "</{name}> closes nothing",
    "end-tag-too-early-named": "</{gotName}> comes while <{expectedName}> is still open",
    "unexpected-end-tag-before-html": "</{name}> closes nothing",
    "expected-one-end-tag-but-got-another": "</{gotName}> comes where <{expectedName}> is open",
    "expected-closing-tag-but-got-eof": "<{name}> is never closed",
    "expected-named-closing-tag-but-got-eof": "<{name}> is never closed",
    "non-void-element-with-trailing-solidus": "<{name}/> is not closed by its slash",
    "duplicate-attribute": "an attribute stands twice in one tag",
    "unexpected-start-tag": "<{name}> must not stand here",
    "unexpected-start-tag-ignored": "<{name}> must not stand here",
}
_NESTED = "<{name}> and another element overlap"
_DOCTYPES = ("expected-doctype", "unknown-doctype", "unexpected-doctype")
"""Are told by doctype-missing."""


def check_markup(page: Page, project: Project) -> Problems:
    """Find elements that are not closed, overlap, or stand where they may not."""
    for message, literal in (*_find_unparsed(page, project), *_find_stray_items(page)):
        hint = "Close each element before the one that it stands in, or write Markdown instead."
        yield report(INVALID, message, page, project, literal=literal, hint=hint)


def _find_unparsed(page: Page, project: Project) -> Iterator[tuple[str, str]]:
    source = project.source(page)
    markdown = source if source and source.path.endswith(".md") else None
    text = written(markdown) if markdown else ""
    if markdown and page.url != "index.html" and not _TAG.search(text):
        return
    if find_unbalanced(text):  # tag-unbalanced names the line, and all else follows from it
        return
    parser = HTMLParser(namespace_html_elements=False)
    parser.parse(page.html)
    told: set[str] = set()
    for _, code, values in parser.errors:
        if code.startswith(_DOCTYPES):
            continue
        form = _NESTED if code.startswith("adoption-agency") else _SAID.get(code, "")
        message = form.format_map({"name": "?", **(values or {})}) if form else f"HTML: {code}"
        if message not in told:
            told.add(message)
            yield message, _literal(message)


def _literal(message: str) -> str:
    """Return the tag that a message names, as a file has it: its attributes may follow."""
    tag = _TAG.search(message)
    return tag[0].rstrip(">/") if tag else ""


def _find_stray_items(page: Page) -> Iterator[tuple[str, str]]:
    if page.select(":not(ul):not(ol):not(menu) > li"):
        yield "<li> stands outside of a list", "<li"


CHECK = Check((INVALID,), page=check_markup)
