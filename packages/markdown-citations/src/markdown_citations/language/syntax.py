"""Read Pandoc's citation syntax: `[see @dore2019, p. 3; -@kew2023]`.

Follows Pandoc's manual with two differences: a bare `@word` outside of brackets
is a citation only where `known` says so, and an @ inside a URL never is one.
What Markdown has already taken out of the text (code, links, escaped characters)
arrives as one run between STX and ETX and stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html.entities import html5
from typing import cast

from markdown_citations.language.brackets import find_brackets
from markdown_citations.language.citation import Citation, CitationItem, Mode
from markdown_citations.language.locators import parse_locator

Known = Callable[[str], bool]
Found = tuple[Citation, int, int]

CITEKEY = r"\w(?:\w|[:.#$%&\-+?<>~/](?=\w)|[:/](?=/))*"
"""The pattern of a citekey without braces: Pandoc's rule."""
_KEY = re.compile(CITEKEY)
_FIRST_KEY = re.compile(rf"\s*(-?)@({_KEY.pattern})")
_NEXT_KEY = re.compile(rf"\s*;\s*(?:[^\W\d_][\w.]*,?\s+){{0,2}}-?@{CITEKEY}")
_BLANK = re.compile(r"[ \t]*\n?[ \t]*")
# What Pandoc parses as one inline element, so that no @ or ; inside counts.
_OPAQUE = (
    r"\x02[^\x03]*\x03|\\.|(?<!\*)(?P<star>\*{1,3})(?=[^\s*]).{1,999}?(?<=[^\s*])(?P=star)(?!\*)"
    r"|(?<![\w@])(?P<line>_{1,3})(?=[^\s_]).{1,999}?(?<=[^\s_])(?P=line)(?!\w)"
)
_STRUCTURE = re.compile(rf"{_OPAQUE}|[\[\];@]", re.S)
_ENTITY = re.compile(r"&(?:(?P<name>[a-zA-Z]\w*)|#\d+|#[xX][\da-fA-F]+);\Z")
_LONGEST_ENTITY = 33
_BRACED_KEY = re.compile(
    r"\{(?P<key>(?:[^\s{}\x02\x03]|\{(?:[^\s{}\x02\x03]|\{[^\s{}\x02\x03]*\})*\})+)\}"
)
# No citation, but a quotation from a program, unless the key is known.
_QUOTED_KEY = re.compile(r"[\"'`“”‘’]-?@")
_LONGEST_SHOWN = 200
_URL = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.|mailto:)[^\s\x03]*\Z", re.I)


def find_citation(text: str, at: int, known: Known, after: int = -1) -> Found | None:
    """Return the citation of the @ at `at`: an enclosing bracket's, or its own.

    With it come the places where it starts and ends. None where the @ is no part of one.
    `after` is where the citation before it ends: there a word is over.
    """
    if at != after and not _can_start(text, at):
        return None
    brackets = find_brackets(text)
    for start in brackets.around(at):
        if start not in brackets.citations:
            end = brackets.closing[start]
            brackets.citations[start] = _parse_bracket(text, start, end)
        found = cast("Found | None", brackets.citations[start])
        if found is not None and found[2] > at and not _is_quotation(found[0], known):
            return found
    return _parse_textual(text, at, known)


def _is_quotation(citation: Citation, known: Known) -> bool:
    """Tell whether `["@scope/*"]` is quoted from a program."""
    quoted = _QUOTED_KEY.search(citation.raw)
    return bool(quoted) and not any(known(item.citekey) for item in citation.items)


def bare_key(text: str, at: int) -> str:
    """Return the word after a bare @, or an empty text where it cannot be a citekey."""
    if not _can_start(text, at) or _in_url(text, at):
        return ""
    key = _parse_key(text, at)
    return key[0] if key else ""


def malformed_bracket(text: str, at: int) -> str:
    """Return a bracket that was meant to be the citation of the @ at `at`, or an empty text.

    Ask only where `find_citation` has found no bracket. Nothing is meant where
    other words stand in front in a bracket that is never closed: `[0, 5) … @a`.
    """
    brackets = find_brackets(text)
    for start in brackets.around(at):
        if text[start + 1] != "^":
            return text[start : min(brackets.closing[start] + 1, start + _LONGEST_SHOWN)]
    before = text[max(0, at - _LONGEST_SHOWN) : at].rstrip(" -")
    start = max(0, at - _LONGEST_SHOWN) + len(before) - 1
    key = _parse_key(text, at)
    if key is None or start < 0 or not brackets.is_open(start):
        return ""
    end = find_end(text, key[1])
    return text[start : end + (text[end : end + 1] in {",", ";"})]


def find_end(text: str, at: int) -> int:
    """Return where what belongs to a citation ends that nothing closes, behind a citekey.

    That is its place, if a label says so, for a number may begin the sentence's own words;
    and further works with theirs.
    """
    while True:
        behind = text[at : at + _LONGEST_SHOWN]
        locator, suffix = parse_locator(behind)
        place = behind.removesuffix(suffix)
        if locator and place.strip(", ") != locator.value:
            at += len(place)
        more = _NEXT_KEY.match(text, at)
        if more is None:
            return at
        at = more.end()


def _can_start(text: str, at: int) -> bool:
    """Whether the @ can start a citekey: not in the middle of a word."""
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in ".\\")


def _in_url(text: str, at: int) -> bool:
    window = text[max(0, at - 2000) : at].lower()
    if "://" not in window and "www." not in window and "mailto:" not in window:
        return False
    return _URL.search(window) is not None


def _parse_bracket(text: str, start: int, end: int) -> Found | None:
    """Read `[see @a, p. 3; @b]`."""
    if text[start + 1] == "^":
        return None
    items = _parse_items(text[start + 1 : end])
    if items is None:
        return None
    return Citation(items, text[start : end + 1]), start, end + 1


def _parse_textual(text: str, at: int, known: Known) -> Found | None:
    """Read `@a`, `-@a`, `@a [p. 3; see @j]` and `@a [@b]`."""
    key = _parse_key(text, at)
    if key is None or not known(key[0]) or _in_url(text, at):
        return None
    citekey, end = key
    hyphen = _has_hyphen(text, at)
    first = CitationItem(citekey, "suppress-author" if hyphen else "author-in-text")
    items: tuple[CitationItem, ...] = (first,)
    start = _blank_end(text, end)
    if text[start : start + 1] == "[" and text[start + 1 : start + 2] != "^":
        close = find_brackets(text).closing.get(start)
        more = None if close is None else _parse_following(text[start + 1 : close], first)
        if close is not None and more is not None and text[close + 1 : close + 2] not in {"[", "("}:
            items, end = more, close + 1
    start = at - hyphen
    return Citation(items, text[start:end]), start, end


def _has_hyphen(text: str, at: int) -> bool:
    """Tell whether a hyphen before the @ leaves the author out: it ends no word and no dash."""
    before = text[at - 2 : at - 1] if at > 1 else ""
    return text[at - 1 : at] == "-" and before != "-" and not before.isalnum()


def _parse_following(inside: str, first: CitationItem) -> tuple[CitationItem, ...] | None:
    """Read the bracket behind an author in text: more items, or a locator first."""
    items = _parse_items(inside)
    if items is not None:
        return (first, *items)
    own, semicolon, rest = _partition(inside)
    if not own.strip():
        return None
    locator, suffix = parse_locator(own.strip())
    first = first._replace(locator=locator, suffix=suffix)
    if not semicolon:
        return (first,)
    items = _parse_items(rest)
    return None if items is None else (first, *items)


@lru_cache(maxsize=4096)  # a site cites the same few works again and again
def _parse_items(inside: str) -> tuple[CitationItem, ...] | None:
    """Read items divided by `;`; None where one of them has no citekey."""
    items = []
    for part in _split_items(inside):
        item = _parse_item(part)
        if item is None:
            return None
        items.append(item)
    return tuple(items)


def _split_items(text: str) -> Iterator[str]:
    """Split at each `;` that stands in no bracket and no emphasis."""
    done = 0
    for position in _top_level(text) if ";" in text else ():
        if text[position] == ";":
            yield text[done:position]
            done = position + 1
    yield text[done:]


def _partition(text: str) -> tuple[str, str, str]:
    """Split at the first `;` that stands in no bracket and no emphasis."""
    if ";" not in text:
        return text, "", ""
    for position in _top_level(text):
        if text[position] == ";":
            return text[:position], ";", text[position + 1 :]
    return text, "", ""


def _parse_item(part: str) -> CitationItem | None:
    """Read `see -@a, p. 3, our italics`."""
    if first := _FIRST_KEY.match(part):  # most begin with their key
        locator, suffix = parse_locator(part[first.end() :].rstrip())
        mode: Mode = "suppress-author" if first[1] else "normal"
        return CitationItem(first[2], mode, "", locator, suffix)
    for at in _top_level(part):
        if part[at] != "@" or not _can_start(part, at):
            continue
        key = _parse_key(part, at)
        if key is None or _in_url(part, at):
            continue
        citekey, end = key
        hyphen = _has_hyphen(part, at)
        mode = "suppress-author" if hyphen else "normal"
        prefix = part[: at - 1] if hyphen else part[:at]
        locator, suffix = parse_locator(part[end:].rstrip())
        return CitationItem(citekey, mode, prefix.strip(), locator, suffix)
    return None


def _top_level(text: str) -> Iterator[int]:
    """Give the place of each `;` and @ that stands in no bracket and in nothing opaque.

    That a `;` ends the name of a character, as in `&amp;`, makes it a part of the character.
    """
    depth = 0
    for match in _STRUCTURE.finditer(text):
        sign = match[0]
        if sign == "[":
            depth += 1
        elif sign == "]":
            depth -= 1
        elif depth == 0 and (sign == "@" or (sign == ";" and not _is_entity(text, match.end()))):
            yield match.start()


def _is_entity(text: str, end: int) -> bool:
    """Whether the `;` before `end` is that of `&amp;`, `&#38;` or the like."""
    entity = _ENTITY.search(text, max(end - _LONGEST_ENTITY, 0), end)
    return entity is not None and (entity["name"] is None or f"{entity['name']};" in html5)


def _parse_key(text: str, at: int) -> tuple[str, int] | None:
    """Read the citekey behind the @ at `at`, braced or not, and where it ends."""
    if text[at + 1 : at + 2] != "{":
        match = _KEY.match(text, at + 1)
        return (match[0], match.end()) if match else None
    match = _BRACED_KEY.match(text, at + 1)
    return (match["key"], match.end()) if match else None


def _blank_end(text: str, position: int) -> int:
    match = _BLANK.match(text, position)
    return match.end() if match else position
