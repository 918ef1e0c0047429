"""Say in plain words what YAML objects to, on which line, and how to mend it.

A mend is offered only where it was tried: with it, the settings can be read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import yaml
from markdown_citations.problems import nearest

from kapguide.front_matter.bounded_yaml import BoundedLoader, BoundError
from kapguide.front_matter.schema import KEYS

_TABBED = re.compile(r" *\t")
_SETTING = re.compile(r"(?P<start>\s*(?:- )*(?P<name>[\w-]+):\s+)(?:[|>]-? +)?(?P<value>\S.*?)\s*$")
_LIST = re.compile(r"\[(?P<items>[^\[\]]*)\]?")
_ITEM = re.compile(r"\s*((?:\"[^\"]*\"|'[^']*')(?=\s*(?:,|\Z))|[^,]+)(?:,|\Z)")
_QUOTED_ITEM = re.compile(r"(?P<start>\s*- )(?P<value>[\"'].*?)\s*$")
_PAGE = re.compile(
    r"(?P<start>\s*- )(?P<title>[\"'].*?|\S.*: .*?):\s+(?P<target>\S+\.md)[\"']?\s*$"
)
_NAMED = re.compile(r"\s*[a-z][\w-]*(?::\s|\s*=|\s+[\"'])")
_PROSE = re.compile(rf"(?!{_NAMED.pattern})\s+[^\W\d_]\S*(?:\s+\S+){{2}}")
_BLOCK = re.compile(r" *(?P<name>[\w-]+):\s+[|>][-+\d]*\s*(?:#.*)?$")
_SAYS = re.compile(r"\s*[^\s#]")
_QUOTES = "\"'\u201c\u201d\u201e"
_SIGNS = {": ": "a colon", '"': "quotes", "'": "an apostrophe"}
_OTHER_DASHES = r"\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}\N{BULLET}*"
_DASH = (
    (re.compile(r"^(\s*)-(?=[^\s-])"), r"\1- "),
    (re.compile(rf"^(\s*)[{_OTHER_DASHES}]\s*(?=\w)"), r"\1- "),
    (re.compile(r"^(\s+)(?=\w.*:\s+\S+\.md\s*$)"), r"\1- "),
    (re.compile(r"^(\s+) {2}(?=\w.*:\s+\S+\.md\s*$)"), r"\1- "),
)
"""A dash without its blank, another sign in its place, or none before a page of the menu."""
_COLONS = (  # a colon without its space, or none at all
    (re.compile(r"^(\s*(?:- )?[\w-]+)\s*=\s*(?=\S)"), r"\1: "),
    (re.compile(r"^(\s*(?:- )?[\w-]+):(?=[^\s/])"), r"\1: "),
    (re.compile(r"^(\s*(?:- )?[a-z_]+) +(?=\S)"), r"\1: "),
    (re.compile(r"^(\s*(?:- )?\S.*?)\s*$"), r"\1:"),
)
_LONE = ((re.compile(r"^(\s*[a-z]+(?:_[a-z]+)*|\s*- (?!.*:\s).*\S)\s*$"), r"\1:"),)
"""A name, or an entry of the menu, that has nothing beside it: what it holds stands below."""
_TEXTS = {name for name, key in KEYS.items() if key.schema.get("type") == "string"}
_TEXTS |= {"name", "address", "telephone", "contact", "site_name", "site_url"}
_OPEN = "a quotation mark starts a text here and none ends it"
_PLAIN = "Write name: value, with a space after the colon, and indent lists by two spaces."
_MERGED = "Keep one of the two, and take out the lines with <<<<<<<, ======= and >>>>>>>."


class Unreadable(NamedTuple):
    """What is wrong with settings that cannot be read."""

    line: int
    """Counted from 0."""
    message: str
    hint: str


def explain_yaml(error: Exception, lines: Sequence[str]) -> Unreadable:
    """Explain an error of PyYAML's; `lines` are what it was given to read."""
    if found := _find_merge(lines) or _find_tab(error, lines):
        return found
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Unreadable(0, f"the settings cannot be read: {error}", "")
    last = next((i for i in range(len(lines) - 1, 0, -1) if _SAYS.match(lines[i])), 0)
    line = min(error.problem_mark.line, last)
    if isinstance(error, yaml.constructor.ConstructorError):
        hint = "Write a day that there is, as in 2026-01-31, or put the text in straight quotes."
        return Unreadable(line, str(error.problem), hint)
    said = f"the settings cannot be read: {error.problem}"
    if isinstance(error, BoundError):
        return Unreadable(line, said, "Write less there.")
    started = min(error.context_mark.line, last) if error.context_mark else line
    before = next((i for i in range(line - 1, -1, -1) if _SAYS.match(lines[i])), line)
    near = list(dict.fromkeys((line, before, started)))
    open_from = next((i for i, text in enumerate(lines) if _is_open(text)), line)
    mends = (
        *_listed(lines, (line, started)),
        *_closed(lines, (started, line)),
        *_quoted(lines, (line, started, open_from)),
        *_completed(lines, near, _DASH),
        *_joined(lines, [*near, min(line + 1, last)]),
        *_completed(lines, near, _LONE),
        *_indented(lines, near),
        *_completed(lines, near, _COLONS),
        *_indented(lines, near, most=9),
    )
    for mend in mends:
        return mend
    hint = _PLAIN
    if "quoted scalar" in (error.context or ""):
        said, hint, line = _OPEN, "Write the second one where the text ends.", started
    return Unreadable(line, said, hint)


def _find_merge(lines: Sequence[str]) -> Unreadable | None:
    at = next((at for at, line in enumerate(lines) if line.startswith("<<<<<<< ")), -1)
    return Unreadable(at, "a merge has left two versions here", _MERGED) if at >= 0 else None


def _find_tab(error: Exception, lines: Sequence[str]) -> Unreadable | None:
    # A tab before a value is allowed in YAML, yet never needed; before a key it is not.
    for at, line in enumerate(lines):
        if _TABBED.match(line):
            return Unreadable(at, "the line starts with a tab", _advise_spaces(lines, at))
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    if mark is None or "'\\t'" not in str(error):
        return None
    mended = lines[mark.line].replace("\t", " ").strip()
    return Unreadable(mark.line, "the line has a tab", f"Write the line so: {mended}")


def _advise_spaces(lines: Sequence[str], at: int) -> str:
    """Say how many spaces belong where a tab is: as many as before a line of its kind beside it."""
    bare, beside = lines[at].lstrip(), (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
    alike = [line for line in beside if line.lstrip()[:2] == "- " or bare[:2] != "- "]
    for width in (_width(line) for line in alike if not line.rstrip().endswith(":")):
        if width and _mends(lines, at, " " * width + bare):
            return f"Start it with {width} spaces instead of the tab."
    return "Use spaces instead of the tab."


def _listed(lines: Sequence[str], tried: Sequence[int]) -> Iterator[Unreadable]:
    """Try to close the quotes and the bracket of a list that stands on one line."""
    for number in dict.fromkeys(tried):
        match = _SETTING.match(lines[number])
        listed = _LIST.fullmatch(match["value"]) if match else None
        if match is None or listed is None or match["name"] in _TEXTS:
            continue
        items = [_bare(item[1]) for item in _ITEM.finditer(listed["items"])]
        marked = re.search(r"[\"']", listed["items"])
        written = ", ".join(quote(item) if marked else item for item in items if item)
        mended = f"{match['start']}[{written}]"
        if _mends(lines, number, mended):
            message = (
                f'the list of "{match["name"]}" cannot be read as it stands: each quotation mark '
                "and each bracket has its second one"
            )
            yield Unreadable(number, message, f"Write the line so: {mended.strip()}")


def _closed(lines: Sequence[str], tried: Sequence[int]) -> Iterator[Unreadable]:
    """Try to close the quote of an item that has a line of its own."""
    for number in dict.fromkeys(tried):
        match = _QUOTED_ITEM.match(lines[number])
        mended = match["start"] + quote(_bare(match["value"])) if match else lines[number]
        if _mends(lines, number, mended):
            yield Unreadable(number, _OPEN, f"Write the line so: {mended.strip()}")


def _bare(item: str) -> str:
    """Take the quotes around an item away, be they a pair or not."""
    item = item.strip()
    return item.strip("'\"" if item.startswith("'") else '"').strip()


def _quoted(lines: Sequence[str], tried: Sequence[int]) -> Iterator[Unreadable]:
    """Try to put a value into quotes: it has a colon, a quote or another sign of YAML's."""
    for number in dict.fromkeys(tried):
        yield from _quoted_entry(lines, number)
        match = _SETTING.match(lines[number])
        if match is None:
            continue
        # Of a pair of quotes that goes wrong the outer ones were meant as such. A comma behind
        # them is a habit of who writes JSON.
        value = re.sub(r"\A([\"'])(.*)\1,?\Z", r"\2", match["value"])
        value = value if value != match["value"] else value.strip(_QUOTES)
        quoted = quote(value)
        if _mends(lines, number, match["start"] + quoted):
            sign = next((why for sign, why in _SIGNS.items() if sign in value), "")
            because = f", for it has {sign}" if sign else ""
            first = match["value"][0]
            if first in "\"'" and match["value"].count(first) == 1:
                because = ", for a quotation mark starts it and none ends it"
            message = f'the value of "{match["name"]}" cannot be read as it stands{because}'
            hint = f"Put the whole value in straight quotes: {match['name']}: {quoted}"
            yield Unreadable(number, message, hint)


def _quoted_entry(lines: Sequence[str], number: int) -> Iterator[Unreadable]:
    """Try to put the title of an entry of the menu into quotes: it has a colon, or half a pair."""
    if page := _PAGE.match(lines[number]):
        title = page["title"].strip("\"'")
        mended = f"{page['start']}{quote(title)}: {page['target']}"
        if _mends(lines, number, mended):
            because = ", for it has a colon" if ": " in title else ""
            message = f'"{title}" cannot be read as it stands{because}'
            yield Unreadable(number, message, f"Write the line so: {mended.strip()}")


def _is_open(line: str) -> bool:
    """Whether a quotation mark starts a text on a line that none ends there."""
    return line.count('"') % 2 == 1 and not line.lstrip().startswith("#")


def quote(value: str) -> str:
    """Write a text so that YAML reads it as that text."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _indented(lines: Sequence[str], tried: Sequence[int], most: int = 1) -> Iterator[Unreadable]:
    """Try to indent a line, with up to `most` above it, as one beside it or as its text has it."""
    found: list[tuple[tuple[int, ...], Unreadable]] = []
    for number, at in ((n, n - before) for n in tried for before in range(min(n + 1, 9))):
        own, above = _width(lines[number]), next(filter(_SAYS.match, reversed(lines[:at])), "")
        named = _NAMED.match(lines[at])
        block = None if named else _BLOCK.match(above)
        if {*map(_width, lines[at:number])} - {own} or (number - at >= most and not block):
            continue
        if named and ":" not in named[0]:  # further right it would be a part of the text above
            continue
        near = Counter(map(_width, (*lines[max(number - 4, 0) : number], *lines[number + 1 :][:4])))
        beside = (*lines[max(number - 1, 0) : number], *lines[number + 1 :][:1])
        beside = (*beside, above) if not named or _NAMED.match(above) else beside
        for width in [_width(above) + 2] if block else dict.fromkeys(map(_width, beside)):
            mended = [" " * width + line.lstrip() for line in lines[at : number + 1]]
            if width != own and _reads([*lines[:at], *mended, *lines[number + 1 :]]):
                one = f'the text of "{block["name"]}"' if block else "the one beside it"
                message = f"the line starts with {_spaces(own)}, and {one} with {width or 'none'}"
                start = f"Start it with {_spaces(width)} too" if width else "Take the blanks out"
                more = f", and the next {number - at}" if at < number else ""
                hint = f"{start}{more}, so that {'all' if more else 'both'} stand on one level."
                # The odd one out is wrong: levels are even, and most lines are right.
                rank = (block is None, number - at, width % 2, -near[width])
                found.append((rank, Unreadable(at, message, hint)))
    yield from (mend for _, mend in sorted(found, key=lambda item: item[0]))


def _spaces(number: int) -> str:
    return f"{number or 'no'} space{'s' if number > 1 else ''}"


def _completed(
    lines: Sequence[str], tried: Sequence[int], patterns: Sequence[tuple[re.Pattern[str], str]]
) -> Iterator[Unreadable]:
    """Try to add the space or the colon that a line lacks."""
    for number in tried:
        for pattern, mended in patterns:
            line = pattern.sub(mended, lines[number], count=1)
            if _mends(lines, number, line):
                bare, before = line.lstrip(), lines[number].lstrip()
                dash = bare.startswith("-") and not before.startswith("-")
                colon = line.count(":") > lines[number].count(":")
                lacks = "dash" if dash else "colon" if colon else "space"
                message = f"the line lacks a {lacks}"
                yield Unreadable(number, message, f"Write the line so: {line.strip()}")


def _joined(lines: Sequence[str], tried: Sequence[int]) -> Iterator[Unreadable]:
    """Try to make one text of lines that go on with it."""
    for number in tried:
        words, own = lines[number].split(), _width(lines[number])
        start = next((i for i in range(number, -1, -1) if _width(lines[i]) < own), number)
        group = re.fullmatch(r"\s*(?P<name>[\w-]+):\s*", lines[start])
        folded = [*lines[:start], f"{lines[start].rstrip()} >-", *lines[start + 1 :]]
        block = lines[start + 1 : number + 1]
        if group and block and all(map(_PROSE.match, block)) and _reads(folded):
            message = f'the text of "{group["name"]}" cannot be read as it stands: it has a colon'
            yield Unreadable(start, message, f"Write the line so: {group['name']}: >-")
        before = lines[number - 1] if number else ""
        above = None if _BLOCK.match(before) else _SETTING.match(before)
        if above and _width(lines[number]) and len(words) > 1 and words[0][:1].isupper():
            text = quote(f"{above['value'].strip(_QUOTES)} {' '.join(words).strip(_QUOTES)}")
            joined = [*lines[: number - 1], above["start"] + text, *lines[number + 1 :]]
            if " " in above["value"] and _reads(joined):
                message = f'the text of "{above["name"]}" cannot be read as it stands'
                hint = f"Write both lines as one: {above['name']}: {text}"
                yield Unreadable(number - 1, message, hint)
        if above is None or _width(lines[number]) or len(words) < 3 or nearest(words[0], KEYS):
            continue
        joined = [*lines[: number - 1], f"{before} {lines[number].strip()}", *lines[number + 1 :]]
        if len(above["value"].split()) > 2 and ":" not in words[0] and _reads(joined):
            message = f'the line goes on with the text of "{above["name"]}", and is not part of it'
            hint = "Put it at the end of the line above, or start it with two spaces."
            yield Unreadable(number, message, hint)


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _mends(lines: Sequence[str], number: int, line: str) -> bool:
    """Whether the settings can be read with another line in the place of one."""
    return line != lines[number] and _reads([*lines[:number], line, *lines[number + 1 :]])


def _reads(lines: Sequence[str]) -> bool:
    try:
        yaml.compose("\n".join(lines), BoundedLoader)
    except yaml.YAMLError:
        return False
    return True
