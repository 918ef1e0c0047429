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
from kapguide.pages.tags.balance import find_unbalanced
from kapguide.pages.tags.html_errors import DOCTYPE_CODES, VALID_CODES, describe_error
from kapguide.pages.tags.misplaced import find_misplaced, find_paragraph_end
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
_CURVED = re.compile(
    r"<[A-Za-z][^<>]*?\s(?!(?:href|src)=)[\w-]+=(?P<value>[“”‘’„«»][^<>\s]*)", re.I
)
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
_END_OF_P = describe_error("unexpected-end-tag", {"name": "p"}).message
_PIECE = re.compile(r"<[^<>]*>|[^<\s]+|<")
_SAME = 8
"""So many signs of a paragraph's start tell whether it is in the file."""
_PIECES = 6
"""So many tags and words before an error tell its place from others."""
_PARAGRAPH = re.compile(r"<p[\s>]", re.I)
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
        *_find_curved(page, project),
        *_find_unparsed(page, project),
    ):
        yield report(INVALID, found.message, page, project, literal=found.literal, hint=found.hint)


def _find_characters(page: Page) -> Iterator[_Found]:
    """Find the first of the signs that are no text, in a page without HTML too."""
    if sign := _NO_CHARACTER.search(page.html):
        message, hint = describe_error("invalid-codepoint", {})
        yield _Found(f"{message} (U+{ord(sign[0]):04X})", sign[0], hint)


def _find_curved(page: Page, project: Project) -> Iterator[_Found]:
    """Find values that a word processor put into its own quotation marks; those of links fail."""
    source = project.source(page)
    if match := _CURVED.search(written(source)) if source else None:
        _, hint = describe_error("unexpected-character-after-attribute-value", {})
        yield _Found(f"the value {match['value']} stands in curved quotation marks", match[0], hint)


def _find_unparsed(page: Page, project: Project) -> Iterator[_Found]:
    markdown = project.markdown(page)
    text = written(markdown) if markdown else ""
    if markdown and page.url != "index.html" and not _HTML.search(text):
        return
    if find_unbalanced(text):  # tag-unbalanced names the line, and all else follows from it
        return
    source = project.source(page)
    for message, tag, hint in find_misplaced(page):
        # Typed in other signs, it is found by its words or its name.
        looked_for = [tag, tag.partition(">")[2].strip(), re.split(r"[\s>]", tag)[0]]
        there = (one for one in looked_for if source and one and one in source.text)
        yield _Found(message, next(there, looked_for[-1]), hint)
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
        above = "\n".join([*lines[max(line - 9, 0) : line - 1], before])
        message, hint = describe_error(code, values or {})
        if message not in told and not _follows(message, line, told, page, text):
            if message == _END_OF_P:
                whole = "\n".join([*lines[: line - 1], before])
                message, hint = _describe_end(whole, text)
            yield _Found(message, _literal(message, above, text), hint)
        told.setdefault(message, line)


def _describe_end(whole: str, text: str) -> tuple[str, str]:
    """Say what ended a paragraph, one of HTML or one that Markdown made, before its end tag.

    `whole` is the page up to that tag, or to the start tag that ends the paragraph.
    """
    before, _, tag = whole.rpartition("<")
    ender = find_paragraph_end(before) if tag.startswith("/") else re.split(r"[\s/>]", tag)[0]
    if not ender:
        return _END_OF_P, "Take it out: no <p> is open there."
    started = before[before[: before.rfind(f"<{ender}")].rfind("<p") :][:_SAME]
    if text and (started not in text or not _PARAGRAPH.search(text)):
        hint = f"Put an empty line before <{ender}>, outside of other tags, or take it out."
        return f"<{ender}> stands in a paragraph, and ends it", hint
    another = "another <p>" if ender == "p" else "a <p>"
    hint = f"Write </p> before <{ender}>, and take the </p> out that is left over."
    return f"<{ender}> stands in {another}, and ends it", hint


def _in_tag(before: str) -> bool:
    return before.rfind("<") > before.rfind(">")


def _follows(message: str, line: int, told: dict[str, int], page: Page, text: str) -> bool:
    """Whether an end tag is only left over by another mistake that is told.

    By one of the same element, by one on the same line of the page, or by any where the end tag
    is the template's own; or by a start tag that is shown as text, which markup-left tells.
    Elements that overlap follow from what is on their line.
    """
    end = re.match(r"</([a-z][\w-]*)>", message)
    if end is None:
        behind = message.endswith(("stands behind </html>", "stands behind </body>"))
        overlaps = message.endswith("another element overlap") and line in told.values()
        return overlaps or (behind and bool(told))
    of_template = bool(text) and f"</{end[1]}" not in text
    return (
        (of_template and bool(told))
        or line in told.values()
        or any(f"<{end[1]}>" in other for other in told)
        or f"&lt;{end[1]} " in page.html
    )


def _last_line(before: str, text: str) -> str:
    """Return a piece of the file, within one line, that ends with what stands before an error.

    The same tag may stand on other lines: what stands before it tells them apart. Between tags
    Markdown makes new lines.
    """
    pieces = _PIECE.findall(before)[-_PIECES:]
    for first in range(len(pieces)):
        match = re.search(r"\s*".join(map(re.escape, pieces[first:])), text)
        if match:
            return text[max(match.start(), text.rfind("\n", 0, match.end()) + 1) : match.end()]
    return ""


def _literal(message: str, before: str, text: str) -> str:
    """Return a piece of the file by which the line of an error is found.

    That is the tag or the sign that ends before the error, or else the tag that the message
    names, without what may follow its name.
    """
    for start in "<&":
        at = max(before.rfind(start), 0)
        if before.startswith(start, at) and before[at:] in text:
            return _last_line(before, text) or before[at:]
    tag = _TAG.search(message)
    return tag[0].rstrip(">/") if tag else ""


CHECK = Check((INVALID,), page=check_markup)
