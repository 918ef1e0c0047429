"""Change a .bib file in one field or by one entry, and leave every other byte.

The house's layout: a field on a line, values in braces, = signs under each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.fields import VERBATIM_FIELDS

ORDER = (
    *("author", "editor", "title", "booktitle", "journal", "shortjournal", "year", "date"),
    *("volume", "number", "edition", "pages", "publisher", "institution", "school"),
    *("howpublished", "isbn", "doi", "pmid", "pmcid", "url", "note", "publishedas", "background"),
    *("unconfirmed", "keywords", "studytype", "psychotherapy", "design", "sample", "people"),
    *("population", "comparator", "followup", "finding", "limitation"),
    *("status", "statusdate", "statusfrom", "statuslink", "statusnote"),
)
"""The fields of an entry, in the order in which they stand."""
_WIDTH = len("psychotherapy")
_SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
# A word with two capitals, or with one behind its first letter: a style may lower all others.
_ACRONYM = re.compile(r"(?<![\w{-])(?=\w*[A-Z]\w*[A-Z]|\w+[A-Z])[\w]+(?![\w}])")
# Behind blanks and comments.
_FIELD = re.compile(r"(?:\s|%[^\r\n]*)*+([A-Za-z][\w:+.-]*)\s*=\s*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")


def encode(name: str, text: str) -> str:
    """Return plain text as a .bib file has it."""
    text = " ".join(text.split())
    if name in VERBATIM_FIELDS:
        return re.sub(r"[{}]", lambda match: f"%{ord(match[0]):02X}", text)
    if name in {"author", "editor"}:
        # No name has a backslash; braces round the name of a body are meant.
        text = re.sub(r"\\(?![&%$#_])", "", text)
        text = text if _is_balanced(text) else re.sub(r"[{}]", "", text)
        return re.sub(r"(?<!\\)([&%$#_])", r"\\\1", text)
    text = re.sub(r"[{}]", "", text)
    if name in {"title", "booktitle"}:
        text = _ACRONYM.sub(r"{\g<0>}", text)
    text = re.sub(r"[\\~^]", lambda match: _SPECIAL[match[0]], text)
    return re.sub(r"([&%$#_])", r"\\\1", text).replace("``", "“").replace("''", "”")


def _is_balanced(text: str) -> bool:
    """Whether each brace that opens is closed, and none closes nothing."""
    depth = 0
    for sign in text:
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


def format_entry(entry_type: str, citekey: str, fields: Mapping[str, str]) -> str:
    """Format an entry in the house's layout; `fields` holds encoded values."""
    names = sorted(fields, key=_rank)
    lines = [_format_field(name, fields[name], _WIDTH) for name in names]
    return "\n".join([f"@{entry_type}{{{citekey},", *lines, "}\n"])


def insert_entries(text: str, library: Library, path: str, blocks: Mapping[str, str]) -> str:
    """Put each entry before the first one of this file with a greater citekey, else at the end.

    `blocks` holds formatted entries by citekey.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = _LINE.findall(text)
    before: dict[int, list[str]] = {}
    for citekey in sorted(blocks):
        after = [one.line for one in library if one.path == path and one.citekey > citekey]
        at = min(after) - 1 if after else len(lines)
        # A comment right above an entry belongs to it.
        while after and at > 0 and lines[at - 1].lstrip().startswith("%"):
            at -= 1
        before.setdefault(at, []).append(blocks[citekey].replace("\n", newline))
    last = before.pop(len(lines), [])
    parts: list[str] = []
    for at, line in enumerate(lines):
        parts += [*(f"{block}{newline}" for block in before.get(at, ())), line]
    if last and lines:
        parts += ["" if lines[-1].endswith(("\n", "\r")) else newline, newline]
    return "".join([*parts, newline.join(last)])


def set_fields(text: str, changes: Iterable[tuple[Entry, Mapping[str, str]]]) -> str:
    """Change fields of entries; an encoded value replaces, an empty one removes the field."""
    # From the last entry to the first: so the lines of those to come stay where they are.
    for entry, values in sorted(changes, key=lambda change: change[0].line, reverse=True):
        begin = sum(map(len, _LINE.findall(text)[: entry.line - 1]))
        head, tail = text[:begin], text[begin:]
        for name, value in sorted(values.items(), key=lambda item: _rank(item[0])):
            tail = _set_field(tail, name, value)
        text = head + tail
    return text


def _rank(name: str) -> int:
    name = name.partition("_")[0]  # finding_es stands with finding
    return ORDER.index(name) if name in ORDER else ORDER.index("note")


def _format_field(name: str, value: str, width: int) -> str:
    return f"  {name:<{width}} = {{{value}}},"


def _set_field(text: str, name: str, value: str) -> str:
    """Change one field of the entry that a text begins with."""
    spans = _field_spans(text)
    if name in spans:
        return _replace_field(text, *spans[name], value)
    if not value:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    field = newline + _format_field(name, value, _width(text, spans))
    # Behind the last field that comes before it in the house's order.
    at = max((spans[one][1] for one in spans if _rank(one) <= _rank(name)), default=None)
    if at is None:
        at = text.index(",") + 1
        return text[:at] + field + text[at:]
    comma = re.match(r"\s*,", text[at:])
    after = at + (comma.end() if comma else 0)
    # A comment at the end of the line belongs to the field before it.
    if rest := re.match(r"[ \t]*%[^\r\n]*", text[after:]):
        after += rest.end()
    return text[:at] + ("" if comma else ",") + text[at:after] + field + text[after:]


def _field_spans(text: str) -> dict[str, tuple[int, int]]:
    """Return where the value of each field starts and ends, of the entry at the text's start."""
    spans: dict[str, tuple[int, int]] = {}
    at = text.find(",") + 1 or len(text)
    while match := _FIELD.match(text, at):
        end = _end_of_value(text, match.end())
        spans.setdefault(match[1].lower(), (match.end(), end))
        following = re.compile(r"\s*,?").match(text, end)
        at = following.end() if following else end
    return spans


def _end_of_value(text: str, at: int) -> int:
    """Return where a value ends: before the comma or brace that follows it."""
    depth = 0
    quoted = False
    while at < len(text):
        sign = text[at]
        if sign == "\\":
            at += 2
            continue
        if sign == '"' and depth == 0:
            quoted = not quoted
        elif sign == "{":
            depth += 1
        elif sign == "}":
            if depth == 0:
                break
            depth -= 1
        elif sign == "," and depth == 0 and not quoted:
            break
        at += 1
    return len(text[:at].rstrip())


def _replace_field(text: str, start: int, end: int, value: str) -> str:
    if value:
        return f"{text[:start]}{{{value}}}{text[end:]}"
    # With its name before it, its comma and the end of its line behind it.
    name = re.search(r"[ \t]*[A-Za-z][\w:+.-]*\s*=\s*$", text[:start])
    rest = re.match(r"[ \t]*,?[ \t]*(?:\r\n|\r|\n)?", text[end:])
    begin = name.start() if name else start
    return text[:begin] + text[end + (rest.end() if rest else 0) :]


def _width(text: str, spans: Mapping[str, tuple[int, int]]) -> int:
    """Return the width of names in this entry, so that its = signs stay under each other."""
    for start, _ in spans.values():
        line = text[text.rfind("\n", 0, start) + 1 : start]
        if match := re.fullmatch(r"  (\w+ *) = ", line):
            return len(match[1])
    return _WIDTH
