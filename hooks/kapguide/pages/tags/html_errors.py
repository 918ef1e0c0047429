"""What the errors of the HTML parser mean, and what an editor does about each.

The parser names them by codes; here each has its words, in groups that one hint is true of.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_CLOSE = "Close each element before the one that it stands in, or write Markdown instead."
_ATTRIBUTE = (
    'Write each attribute as name="value": straight quotation marks around the value, and a space '
    "before the name."
)
_ENTITY = "Write the character itself; for the sign & write &amp;."
_COMMENT = "A comment starts with <!-- and ends with -->."
_CELL = "Put it into a cell, between <td> and </td>, or outside of the table."
_ROW = "A cell stands in a row, between <tr> and </tr>; a row stands in a <table>."
_END_TAG = "An end tag has a slash, a name and nothing else: </p>."
_FRAMES = "HTML has no frames any more: link to the page instead."
_SELECT = "A <select> holds nothing but <option> elements: close it before, or take this out."
_WHOLE = "A page has one <html>, <head> and <body>, which the template writes: take the tag out."
_DOCTYPE = "A page has one <!doctype html>, on its first line, which the template writes."

_GROUPS: Mapping[str, Mapping[str, str]] = {
    _CLOSE: {
        "adoption-agency-1.2": "<{name}> and another element overlap",
        "adoption-agency-1.3": "<{name}> and another element overlap",
        "adoption-agency-4.4": "<{name}> and another element overlap",
        "end-tag-too-early": "</{name}> comes while an element in it is still open",
        "end-tag-too-early-ignored": "</{name}> closes nothing",
        "end-tag-too-early-named": "</{gotName}> comes while <{expectedName}> is still open",
        "eof-in-head-noscript": "<noscript> is never closed",
        "eof-in-script-in-script": "<script> is never closed",
        "eof-in-select": "<select> is never closed",
        "eof-in-table": "<table> is never closed",
        "expected-closing-tag-but-got-eof": "an element is never closed",
        "expected-named-closing-tag-but-got-eof": "<{name}> is never closed",
        "expected-one-end-tag-but-got-another": "</{gotName}> comes where <{expectedName}> is open",
        "unexpected-end-tag": "</{name}> closes nothing",
        "unexpected-html-element-in-foreign-content": "<{name}> stands in a drawing or a formula",
        "unexpected-start-tag-implies-end-tag": "<{startName}> stands in another <{endName}>",
    },
    "Take it out, or close the element that it must not stand in.": {
        "char-in-head-noscript": "text stands in the <noscript> of the head",
        "deprecated-tag": "HTML has no <{name}> any more",
        "rp-or-rt-tag-not-in-ruby-scope": "<rt> or <rp> stands outside of <ruby>",
        "unexpected-inhead-noscript-tag": "<{name}> stands in the <noscript> of the head",
        "unexpected-start-tag": "<{name}> must not stand here",
        "unexpected-start-tag-ignored": "<{name}> must not stand here",
        "unexpected-start-tag-out-of-my-head": "<{name}> stands outside of <head>",
    },
    _ROW: {
        "unexpected-cell-in-table-body": "<{name}> stands in a table, outside of its rows",
        "unexpected-cell-end-tag": "</{name}> comes while an element in it is still open",
        "unexpected-end-tag-in-table-body": "</{name}> closes no part of a table",
        "unexpected-end-tag-in-table-row": "</{name}> closes no part of a row",
        "unexpected-implied-end-tag-in-table": "a part of a table is not closed",
        "unexpected-implied-end-tag-in-table-row": "<{name}> is not closed in its row",
        "unexpected-start-tag-out-of-table": "<{name}> stands outside of a table",
        "unexpected-start-tag-out-of-table-cell": "<{name}> stands outside of a table",
        "unexpected-table-end-tag-in-caption": "</table> comes while <caption> is open",
        "unexpected-table-start-tag-in-caption": "a part of a table stands in its <caption>",
    },
    _CELL: {
        "unexpected-char-implies-table-voodoo": "text stands in a table, outside of its cells",
        "unexpected-end-tag-implies-table-voodoo": "</{name}> stands in a table, outside of its "
        "cells",
        "unexpected-form-in-table": "<form> stands in a table, outside of its cells",
        "unexpected-hidden-input-in-table": "<input> stands in a table, outside of its cells",
        "unexpected-start-tag-implies-table-voodoo": "<{name}> stands in a table, outside of its "
        "cells",
    },
    _SELECT: {
        "unexpected-end-tag-in-select": "</{name}> stands in a <select>",
        "unexpected-input-in-select": "a field stands in a <select>",
        "unexpected-select-in-select": "<select> stands in another <select>",
        "unexpected-start-tag-in-select": "<{name}> stands in a <select>",
        "unexpected-table-element-end-tag-in-select-in-table": "</{name}> stands in a <select>",
        "unexpected-table-element-start-tag-in-select-in-table": "<{name}> stands in a <select>",
    },
    'Keep one of the two; several classes stand in one: class="one two".': {
        "duplicate-attribute": "an attribute stands twice in one tag",
    },
    _ATTRIBUTE: {
        "equals-in-unquoted-attribute-value": "a value has an = and no quotation marks",
        "expected-attribute-value-but-got-right-bracket": "an attribute has = and no value",
        "invalid-character-after-attribute-name": "a sign that must not stand in a tag",
        "invalid-character-in-attribute-name": "a sign that must not stand in an attribute's name",
        "unexpected-character-after-attribute-value": "no space stands between two attributes",
        "unexpected-character-in-unquoted-attribute-value": "a value has a quotation mark within",
    },
    "Close the tag with >, and its values with quotation marks.": {
        "eof-in-attribute-name": "a tag is not finished",
        "eof-in-attribute-value-double-quote": "a value's quotation mark is never closed",
        "eof-in-attribute-value-no-quotes": "a tag is not finished",
        "eof-in-attribute-value-single-quote": "a value's quotation mark is never closed",
        "eof-in-tag-name": "a tag is not finished",
        "expected-attribute-name-but-got-eof": "a tag is not finished",
        "expected-attribute-value-but-got-eof": "a tag is not finished",
        "expected-end-of-tag-but-got-eof": "a tag is not finished",
        "unexpected-eof-after-attribute-value": "a tag is not finished",
        "unexpected-eof-after-solidus-in-tag": "a tag is not finished",
    },
    _END_TAG: {
        "attributes-in-end-tag": "an end tag has an attribute",
        "expected-closing-tag-but-got-char": "</ stands before no name",
        "expected-closing-tag-but-got-right-bracket": "</> names no element",
        "self-closing-flag-on-end-tag": "an end tag has a slash at its end",
    },
    "Write the end tag out, <{name}></{name}>: a slash closes nothing in HTML.": {
        "non-void-element-with-trailing-solidus": "<{name}/> is not closed by its slash",
    },
    "A slash in a tag stands right before its >, as in <br />.": {
        "unexpected-character-after-solidus-in-tag": "a slash stands in the middle of a tag",
    },
    "Write <{name}> alone: it has no end tag.": {
        "no-end-tag": "</{name}> closes nothing",
        "unexpected-end-tag-treated-as": "</{originalName}> is no tag",
    },
    "Write <{newName}>.": {
        "unexpected-start-tag-treated-as": "<{originalName}> is no tag",
    },
    "Write &lt; for the sign <, or close the tag that it starts.": {
        "expected-tag-name": "< stands before no name",
        "expected-tag-name-but-got-right-bracket": "<> names no element",
    },
    _ENTITY: {
        "expected-numeric-entity": "&# stands before no number",
        "illegal-codepoint-for-numeric-entity": "a number behind &# is that of no character",
        "named-entity-without-semicolon": "the name of a character ends in no semicolon",
        "numeric-entity-without-semicolon": "the number of a character ends in no semicolon",
    },
    "Delete it, and type the words around it anew: it came with pasted text.": {
        "invalid-codepoint": "a sign that cannot be seen and that no page may hold",
    },
    _COMMENT: {
        "eof-in-comment": "a comment is never closed",
        "eof-in-comment-double-dash": "a comment is never closed",
        "eof-in-comment-end-bang-state": "a comment is never closed",
        "eof-in-comment-end-dash": "a comment is never closed",
        "expected-dashes-or-doctype": "<! starts no comment",
        "incorrect-comment": "a comment is closed before it starts",
        "unexpected-bang-after-double-dash-in-comment": "a comment is closed with --!>",
    },
    "Take it out: it is of another language, such as XML or PHP.": {
        "expected-tag-name-but-got-question-mark": "<? starts no tag of HTML",
    },
    _WHOLE: {
        "end-tag-after-implied-root": "</{name}> stands before the page",
        "expected-eof-but-got-char": "text stands behind </html>",
        "expected-eof-but-got-end-tag": "</{name}> stands behind </html>",
        "expected-eof-but-got-start-tag": "<{name}> stands behind </html>",
        "non-html-root": "<html> must not stand here",
        "two-heads-are-not-better-than-one": "<head> must not stand here",
        "unexpected-char-after-body": "text stands behind </body>",
        "unexpected-end-tag-after-body": "</{name}> stands behind </body>",
        "unexpected-end-tag-after-body-innerhtml": "</html> must not stand here",
        "unexpected-end-tag-before-html": "</{name}> stands before <html>",
        "unexpected-start-tag-after-body": "<{name}> stands behind </body>",
    },
    _FRAMES: {
        "eof-in-frameset": "<frameset> is never closed",
        "unexpected-char-after-frameset": "text stands behind a <frameset>",
        "unexpected-char-in-frameset": "text stands in a <frameset>",
        "unexpected-end-tag-after-frameset": "</{name}> stands behind a <frameset>",
        "unexpected-end-tag-in-frameset": "</{name}> stands in a <frameset>",
        "unexpected-frameset-in-frameset-innerhtml": "<frameset> must not stand here",
        "unexpected-start-tag-after-frameset": "<{name}> stands behind a <frameset>",
        "unexpected-start-tag-in-frameset": "<{name}> stands in a <frameset>",
    },
    _DOCTYPE: {
        "eof-in-doctype": "<!doctype> is not finished",
        "eof-in-doctype-name": "<!doctype> is not finished",
        "expected-doctype-but-got-chars": "the page starts with no <!doctype html>",
        "expected-doctype-but-got-end-tag": "the page starts with no <!doctype html>",
        "expected-doctype-but-got-eof": "the page starts with no <!doctype html>",
        "expected-doctype-but-got-start-tag": "the page starts with no <!doctype html>",
        "expected-doctype-name-but-got-eof": "<!doctype> names nothing",
        "expected-doctype-name-but-got-right-bracket": "<!doctype> names nothing",
        "expected-space-or-right-bracket-in-doctype": "<!doctype> says more than html",
        "need-space-after-doctype": "<!doctype> has no space before html",
        "unexpected-char-in-doctype": "<!doctype> says more than html",
        "unexpected-doctype": "<!doctype> stands in the page",
        "unexpected-end-of-doctype": "<!doctype> is not finished",
        "unknown-doctype": "<!doctype> names something else than html",
    },
}
_SAID = {code: (said, hint) for hint, group in _GROUPS.items() for code, said in group.items()}
_OUT_OF_TABLE = frozenset({"unexpected-start-tag-ignored", "unexpected-start-tag"})
_OF_A_TABLE = frozenset({"caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"})
_OF_THE_TEMPLATE = frozenset({"html", "head", "body"})
VALID_CODES = frozenset(
    {
        "expected-named-entity",  # AT&T
        "unexpected-char-in-comment",  # <!-- one -- two -->
        "unexpected-dash-after-double-dash-in-comment",  # <!-- one --->
    }
)
"""What the parser has from an older standard, and the Living Standard allows."""
DOCTYPE_CODES = frozenset(_GROUPS[_DOCTYPE])


class HtmlError(NamedTuple):
    """An error of the parser in plain words."""

    message: str
    hint: str


def describe_error(code: str, values: Mapping[str, object]) -> HtmlError:
    """Say what the parser's code means and what to do; `values` are what it says beside it."""
    named = {"name": "?", **values}
    if code == "unexpected-end-tag-treated-as":
        named["name"] = named["originalName"]
    said, hint = _SAID.get(code, (f"HTML: {code}", "Write Markdown instead, or take the tag out."))
    if code in _OUT_OF_TABLE and named["name"] in _OF_A_TABLE:
        return HtmlError("a part of a table stands outside of a <table>", _ROW)
    if "{name}" in said and named["name"] in _OF_THE_TEMPLATE:
        hint = _WHOLE
    if "{name}" in said and named["name"] in ("frame", "frameset"):
        hint = _FRAMES
    return HtmlError(said.format_map(named), hint.format_map(named))
