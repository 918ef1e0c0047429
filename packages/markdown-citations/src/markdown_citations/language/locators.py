"""Read and print the locator of a citation item.

`, p. 3, our italics` is the locator page 3 and the suffix `, our italics`.
The grammar is Pandoc's: an optional comma, a label of CSL in any of its forms
(no label means page), then words that hold a digit or are roman numbers;
braces force (`{p. A, 3}`) or forbid (`{}`) a locator.

What Markdown has already taken out of the text (code, links, escaped characters)
arrives as one run between STX and ETX, stays whole, and is no part of a locator.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from markdown_citations.language.citation import Locator
from markdown_citations.texts import read_texts

# Labels, and the forms in which they are read beside those in which they are printed.
LABELS: dict[str, tuple[str, ...]] = {
    "act": (),
    "appendix": ("appendix", "appendices"),
    "article-locator": ("article", "articles"),
    "book": ("book", "books"),
    "canon": ("canon", "canons"),
    "chapter": ("chapter", "chapters"),
    "column": ("column", "columns"),
    "elocation": ("location", "locations"),
    "equation": ("equation", "equations"),
    "figure": ("figure", "figures"),
    "folio": ("folio", "folios"),
    "issue": ("issue", "issues", "number", "numbers"),
    "line": ("line", "lines"),
    "note": ("note", "notes"),
    "opus": ("opus", "opera"),
    "page": ("page", "pages"),
    "paragraph": ("paragraph", "paragraphs", "¶", "¶¶"),
    "part": ("part", "parts"),
    "rule": ("rule", "rules"),
    "scene": ("scene", "scenes"),
    "section": ("section", "sections", "§", "§§"),
    "sub verbo": ("sub verbo", "sub verbis"),
    "supplement": ("supplement", "supplements"),
    "table": ("table", "tables"),
    "timestamp": (),
    "title-locator": ("title", "titles"),
    "verse": ("verse", "verses"),
    "volume": ("volume", "volumes"),
}
_BY_FORM = {
    form.casefold(): label
    for label, forms in LABELS.items()
    for form in (*read_texts().locators[label], *forms)
}
_LONGEST = 500  # no locator goes beyond, and what follows is a suffix
_LONGEST_LABEL = 8  # in tokens: "s", ".", "vv", "." and blanks

_TOKEN = re.compile(r"\x02[^\x03]*\x03|\\.|\s|[^\W_]+|.", re.S)
_ROMAN = re.compile(r"(?=.)M*(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", re.I)
# One hyphen between a capital and a figure belongs to a label: A-3, 12-B.
_RANGE = re.compile(r"(?<=[\w)\]])(?!(?<=[A-Z])-\d|(?<=\d)-[A-Z]+\b)\s*-{1,2}\s*(?=[\w(\[])")
_SEVERAL = re.compile(r"[\w)\]]\s*[–,;&]\s*[\w(\[]")
_PAIRS = {"(": ")", "[": "]", "{": "}"}

# A word of a locator: whether it has something like a number, and where it ends.
_Word = tuple[bool, int]
_Test = Callable[[int], bool]


def parse_locator(text: str) -> tuple[Locator | None, str]:
    """Split what follows a citekey into its locator and the suffix behind."""
    if not text:
        return None, ""
    text, beyond = text[:_LONGEST], text[_LONGEST:]
    tokens = _tokenise(text)
    start = 1 if tokens[:1] == [","] else 0
    while start < len(tokens) and tokens[start].isspace():
        start += 1
    found = _delimited(tokens, start) or _integrated(tokens, start)
    if found is None:
        return None, text + beyond
    label, value, end = found
    rest = "".join(tokens[end:]) + beyond
    return (Locator(label, html.unescape(value)) if value else None), rest


def format_locator(locator: Locator, labels: Mapping[str, Sequence[str]]) -> str:
    """Print a locator with its short label: `pp. 3–5`."""
    single, several = labels[locator.label]
    value = _RANGE.sub("–", locator.value)
    return f"{several if _SEVERAL.search(value) else single}\N{NO-BREAK SPACE}{value}"


def _tokenise(text: str) -> list[str]:
    """Split into punctuation, blanks, opaque runs and the words between them."""
    tokens: list[str] = []
    for token in _TOKEN.findall(text):
        joins = len(token) > 1 or not (token.isspace() or _is_punctuation(token))
        before = tokens[-1] if tokens else " "
        plain = not token.startswith(("\x02", "\\"))
        if joins and plain and not _is_single(before) and not before.startswith(("\x02", "\\")):
            tokens[-1] += token
        else:
            tokens.append(token)
    return tokens


def _is_punctuation(char: str) -> bool:
    return char != ":" and unicodedata.category(char).startswith("P")


def _is_single(token: str) -> bool:
    return len(token) == 1 and (token.isspace() or _is_punctuation(token))


def _delimited(tokens: list[str], start: int) -> tuple[str, str, int] | None:
    """Read `{p. 3, A}`: whatever the braces hold is the locator."""
    if tokens[start : start + 1] != ["{"]:
        return None
    depth, end = 1, start + 1
    while end < len(tokens):
        depth += {"{": 1, "}": -1}.get(tokens[end], 0)
        if not depth:
            break
        end += 1
    else:
        return None
    inside = tokens[start + 1 : end]
    if any(token.startswith("\x02") for token in inside):
        return None
    while inside and inside[0].isspace():
        inside = inside[1:]
    label, size = _label(inside, 0, lambda position: position < len(inside))
    return label, "".join(inside[size:]).strip(), end + 1


def _integrated(tokens: list[str], start: int) -> tuple[str, str, int] | None:
    """Read `p. 3, 7-9`: as many words as look like numbers."""

    def starts_word(position: int) -> bool:
        word = _word(tokens, position, first=True)
        return word is not None and word[0]

    label, position = _label(tokens, start, starts_word)
    implicit = position == start
    end = position
    while (word := _word(tokens, end, first=end == position)) is not None:
        text = "".join(tokens[end : word[1]])
        if not (any(map(str.isdigit, text)) if implicit else word[0]):
            break
        end = word[1]
    if end == position:
        return None
    return label, "".join(tokens[position:end]).strip(), end


def _label(tokens: list[str], start: int, can_follow: _Test) -> tuple[str, int]:
    """Find the longest label at `start` that a locator can follow; else page."""
    for end in range(min(len(tokens), start + _LONGEST_LABEL), start, -1):
        label = _BY_FORM.get("".join(tokens[start:end]).strip().casefold())
        if label is not None and can_follow(end):
            return label, end
    return "page", start


def _word(tokens: list[str], start: int, *, first: bool) -> _Word | None:
    """Read one word of a locator with what joins it to the word before."""
    position = start
    if not first and position < len(tokens) and tokens[position] in {",", ";"}:
        position += 1
    if position < len(tokens) and tokens[position].isspace():
        position += 1
    like_number, begin = False, position
    while (part := _bracketed(tokens, position) or _sequence(tokens, position)) is not None:
        like_number, position = like_number or part[0], part[1]
    return None if position == begin else (like_number, position)


def _bracketed(tokens: list[str], start: int) -> _Word | None:
    """Read `(a)`, `[17]`, `{}`."""
    close = _PAIRS.get(tokens[start]) if start < len(tokens) else None
    if close is None:
        return None
    like_number, end = _sequence(tokens, start + 1) or (False, start + 1)
    return (like_number, end + 1) if tokens[end : end + 1] == [close] else None


def _sequence(tokens: list[str], start: int) -> _Word | None:
    """Read `1`, `1.2`, `.3`; a full stop at the end is none of it."""
    like_number, position = False, start
    while True:
        dot = tokens[position : position + 1] == ["."]
        unit = _unit(tokens, position + dot) if dot or position == start else None
        if unit is None:
            return None if position == start else (like_number, position)
        like_number, position = like_number or unit[0], unit[1]


def _unit(tokens: list[str], start: int) -> _Word | None:
    if start < len(tokens) and _ROMAN.fullmatch(tokens[start]):
        return True, start + 1
    end = start
    while end < len(tokens) and (tokens[end] in {"-", "–"} or not _is_single(tokens[end])):
        if tokens[end].startswith("\x02"):
            break
        end += 1
    if end == start:
        return None
    return any(map(str.isdigit, "".join(tokens[start:end]))), end
