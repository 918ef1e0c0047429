"""Say why a block of a .bib file could not be read, and how to mend it."""

from __future__ import annotations

import re

from markdown_citations.library.fields import FIELDS
from markdown_citations.problems import Problem, Rule

ENTRY_BROKEN = Rule(
    "entry-broken",
    "error",
    "Every entry can be read: braces and quotation marks are closed, fields have their =.",
    "BibTeX",
    "@misc{smith2027,\n  title = {A title,\n  year  = {2026},\n}",
    "@misc{smith2027,\n  title = {A title},\n  year  = {2026},\n}",
)
_HEAD = re.compile(r"@\s*(?P<type>\w*)\s*[{(]\s*(?P<key>[^\s,={}()\"]*)")
_ODD_KEY = re.compile(r"@\s*\w+\s*[{(]\s*[^\s,=]*[\"'{}()]")
_ODD_QUOTE = re.compile(r"(?P<name>[A-Za-z][\w-]*)\s*=\s*[“”„‟«»‘’']")
_MARK = re.compile(r"(?<!\\)[{}\"]")
# Where the splitter gives up: title {A title}, title: {A title}
_NO_EQUALS = re.compile(r"(?<=[\s,])(?P<name>[A-Za-z][\w-]*)(?:\s*[:>-]+)?\s*\Z")
_OWN_BRACE = re.compile(r"\n[ \t]*\}\s*\Z")
_FIELD = re.compile(r"(?:^|,)[ \t]*(?P<name>[A-Za-z][\w-]*)[ \t]*=", re.M)


def explain_broken(raw: str, reason: str, path: str, line: int) -> Problem:
    """Make a problem of a block that could not be read; `line` is that of its `@`."""
    head = _HEAD.match(raw)
    is_named = head and head["key"] and not _is_field(head, raw)
    name = f'entry "{head["key"]}"' if head and is_named else "this entry"
    if head and head["type"].lower() == "string":
        name = f'@string "{head["key"]}"' if head["key"] else "this @string"
    message = f"{name} could not be read, so it is left out"
    hint, offset = _find_cause(raw, reason)
    return ENTRY_BROKEN.problem(message, path, line + offset, hint)


def _find_cause(raw: str, reason: str) -> tuple[str, int]:
    """Return what to do about a block that could not be read, and after how many lines."""
    head = _HEAD.match(raw)
    if hint := _hint_on_head(head, raw, reason):
        return hint, 0
    shown = _without_values(raw)
    if odd := _ODD_QUOTE.search(shown):
        hint = f'Only braces and straight " open a value: {odd["name"]} = {{…}},'
        return hint, raw.count("\n", 0, odd.start("name"))
    if "after entry key, but found" in reason and (found := _hint_on_name(raw, reason)):
        return found
    if field := _unbalanced_field(raw):
        hint = f'In "{field[0]}" a brace or quotation mark is missing, or is one too many.'
        return hint, field[1]
    if "found `,`" in reason and raw.rstrip().endswith(","):
        return "Two commas follow each other: remove one.", raw.rstrip().count("\n")
    is_open = any(sign in reason for sign in ("block start", "found `@", "end of file"))
    hint = "Write each field as: name = {value}, with a comma at the end."
    return "Close it with } on a line of its own, before the next entry." if is_open else hint, 0


def _hint_on_head(head: re.Match[str] | None, raw: str, reason: str) -> str:
    """Return what to do about a block whose head is wrong, or nothing."""
    if head and head["type"].lower() == "string" and "=" not in raw:
        return "Write it as: @string{name = {value}}"
    if head and _is_field(head, raw):
        return f"Write a citekey after the opening brace: @{head['type']}{{smith2027,"
    if _ODD_KEY.match(raw):
        return "A citekey has letters, digits, - and _ only: smith2027"
    if "after entry key, but found" in reason and "comma" in reason:
        start = f"@{head['type']}{{{head['key']}," if head and head["key"] else ""
        return f"After the citekey comes a comma: {start or '@article{smith2027,'}"
    return ""


def _is_field(head: re.Match[str], raw: str) -> bool:
    """Tell whether what stands in a citekey's place is a field, as EndNote has it."""
    return head["key"].lower() in FIELDS and raw[head.end() :].strip() == "="


def _hint_on_name(raw: str, reason: str) -> tuple[str, int] | None:
    """Return what to do about a field's name that no = follows; `raw` ends there."""
    if name := _NO_EQUALS.search(raw):
        hint = f"Between a field's name and its value comes =: {name['name']} = {{…}},"
        if "found `,`" in reason:
            hint = f'"{name["name"]}" has no value: write one, or remove the word.'
        return hint, raw.count("\n", 0, name.start())
    if 'found `"`' in reason:
        return "No quotation marks stand round a name: title = {…},", raw.count("\n")
    return None


def _without_values(raw: str) -> str:
    """Return a block with blanks for what stands in inner braces and quotation marks."""
    signs, depth, quoted = [], 0, False
    for sign in raw:
        quoted = quoted != (sign == '"' and depth == 1)
        depth += (sign == "{") - (sign == "}")
        signs.append(sign if sign == "\n" or (depth < 2 and not quoted) else " ")
    return "".join(signs)


def broken_citekey(raw: str) -> str:
    """Return the citekey of an entry that could not be read, or an empty text."""
    head = _HEAD.match(raw)
    if head is None or head["type"].lower() == "string" or _is_field(head, raw):
        return ""
    return head["key"]


def _unbalanced_field(raw: str) -> tuple[str, int] | None:
    """Return the first field whose own braces or quotes are not closed, and its line's offset."""
    starts = list(_FIELD.finditer(raw))
    ends = [start.start() for start in starts[1:]] + [len(raw)]
    for match, end in zip(starts, ends, strict=False):
        # Behind the last one stands the entry's own brace, unless it is that which lacks.
        own = _OWN_BRACE.search(raw, match.end()) if end == len(raw) else None
        depth = quotes = 0
        for mark in _MARK.finditer(raw, match.end(), own.start() if own else end):
            if mark[0] == '"':
                quotes += depth == 0
            else:
                depth += 1 if mark[0] == "{" else -1
        if (depth and not (depth == -1 and end == len(raw) and not own)) or quotes % 2:
            return match["name"], raw.count("\n", 0, match.start("name"))
    return None
