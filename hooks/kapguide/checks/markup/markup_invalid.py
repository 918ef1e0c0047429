"""Check that hand-written HTML is closed and nested as it should be.

Browsers guess what broken HTML means, each page differently. Markdown makes no such
mistakes; so what is looked at is each page that holds HTML of its own, each that
nobody wrote in Markdown, and the first page for the templates that all share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tinyhtml5.parser import HTMLParser

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.balance import find_unbalanced
from kapguide.pages.html_errors import DOCTYPE_CODES, VALID_CODES, describe_error
from kapguide.pages.wording.pasted_markup import PASTED
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
_HTML = re.compile(r"<[/!?A-Za-z]|&#")
"""What makes Markdown look like HTML."""
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")

_DOCTYPES = DOCTYPE_CODES - {"unexpected-doctype"}
"""Are told by doctype-missing."""
_PASSED = VALID_CODES | {"invalid-codepoint"}
"""Right, or told by _find_characters."""
_OF_WORD = {
    "expected-dashes-or-doctype",  # <![if !supportLists]>
    "expected-tag-name-but-got-question-mark",  # <?xml:namespace />
}
"""Comes with what pasted-html tells."""
_NO_SEMICOLON = "named-entity-without-semicolon"
"""Right in an address: ?a=1&copy=2."""


class _Found(NamedTuple):
    message: str
    literal: str
    """What is looked for in the file to name the line."""
    hint: str


def check_markup(page: Page, project: Project) -> Problems:
    """Find elements that are not closed, overlap, or stand where they may not."""
    for found in (
        *_find_characters(page),
        *_find_unparsed(page, project),
        *_find_stray_items(page),
    ):
        yield report(INVALID, found.message, page, project, literal=found.literal, hint=found.hint)


def _find_characters(page: Page) -> Iterator[_Found]:
    """Find the first of the signs that are no text, in a page without HTML too."""
    if sign := _NO_CHARACTER.search(page.html):
        message, hint = describe_error("invalid-codepoint", {})
        yield _Found(f"{message} (U+{ord(sign[0]):04X})", sign[0], hint)


def _find_unparsed(page: Page, project: Project) -> Iterator[_Found]:
    source = project.source(page)
    markdown = source if source and source.path.endswith(".md") else None
    text = written(markdown) if markdown else ""
    if markdown and page.url != "index.html" and not _HTML.search(text):
        return
    if find_unbalanced(text):  # tag-unbalanced names the line, and all else follows from it
        return
    parser = HTMLParser(namespace_html_elements=False)
    parser.parse(page.html)
    told: dict[str, int] = {}
    lines = page.html.replace("\r\n", "\n").split("\n")
    # Without a <!doctype html> at the start, one further down is the same mistake.
    passed = DOCTYPE_CODES if not page.html.lstrip().lower().startswith("<!doctype") else _DOCTYPES
    if PASTED.search(text):
        passed = passed | _OF_WORD
    for (line, column), code, values in parser.errors:
        before = lines[line - 1][:column]
        if code in passed | _PASSED or (code == _NO_SEMICOLON and _in_tag(before)):
            continue
        message, hint = describe_error(code, values or {})
        if message not in told and not _follows(message, line, told, page, text):
            yield _Found(message, _literal(message, before, text), hint)
        told.setdefault(message, line)


def _in_tag(before: str) -> bool:
    return before.rfind("<") > before.rfind(">")


def _follows(message: str, line: int, told: dict[str, int], page: Page, text: str) -> bool:
    """Whether an end tag is only left over by another mistake that is told.

    By one of the same element, by one on the same line of the page, or by any where the end tag
    is the template's own; or by a start tag that is shown as text, which markup-left tells.
    """
    end = re.match(r"</([a-z][\w-]*)>", message)
    if end is None:
        return False
    of_template = bool(text) and f"</{end[1]}" not in text
    return (
        (of_template and bool(told))
        or line in told.values()
        or any(f"<{end[1]}>" in other for other in told)
        or f"&lt;{end[1]} " in page.html
    )


def _literal(message: str, before: str, text: str) -> str:
    """Return a piece of the file by which the line of an error is found.

    That is the tag or the sign that ends before the error, or else the tag that the message
    names, without what may follow its name.
    """
    for start in "<&":
        typed = before[max(before.rfind(start), 0) :]
        if typed.startswith(start) and typed in text:
            return typed
    tag = _TAG.search(message)
    return tag[0].rstrip(">/") if tag else ""


def _find_stray_items(page: Page) -> Iterator[_Found]:
    if page.select(":not(ul):not(ol):not(menu) > li"):
        hint = "Put it between <ul> and </ul>, or write the list in Markdown."
        yield _Found("<li> stands outside of a list", "<li", hint)


CHECK = Check((INVALID,), page=check_markup)
