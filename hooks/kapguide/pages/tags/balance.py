"""Find the tags of a text that close what it did not open, or leave open what it did.

Takes HTML, or Markdown with HTML in it; what stands in its code is no tag.
Gives each such tag with its place. What the templates put around a text would be
closed by it, or swallowed.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from markdown.util import BLOCK_LEVEL_ELEMENTS

ATTRIBUTES = r"(?:=\s*+(?:\"[^\"]*\"|'[^']*')|[^>])*+"
"""What stands in a tag behind its name: within quotation marks a > does not end it."""

_BLOCK_END = r"\n(?:[ \t>]*\n|[ \t]*(?:[-*+]|\d+\.)[ \t]|#)"
"""An empty line, in a quotation too, or the start of an item or of a heading: no code goes on."""

_TOKEN = re.compile(
    r"^(?P<fence>`{3,}+|~{3,}+)[ ]*(?:\{[^\n]*+|\.?[\w#+-]*+(?:[ ]+hl_lines=[^\n]*+)?)[ ]*\n"
    r".*?^(?P=fence)[ ]*$"
    rf"|(?<![\\`])(?P<ticks>`++)(?P<span>(?:(?!{_BLOCK_END}).)+?)(?<!`)(?P=ticks)(?!`)"
    r"|(?P<comment><!--)"
    r"|</(?P<end>[a-z][^\s/>\\]*)(?!\\>)[^>]*+(?:>|\Z)"
    r"|\]\(<[^<>\n]*>"  # an address with blanks
    rf"|<(?P<start>{'|'.join(BLOCK_LEVEL_ELEMENTS)})(?=[\s/>]){ATTRIBUTES}(?:>|\Z)"
    r"|<(?P<inline>[a-z][\w.-]*(?::[a-z][\w-]*)?)(?=[\s/>])(?:=\s*+(?:\"[^\"]*\"|'[^']*')|[^<>])*+>",
    re.I | re.S | re.M,
)


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID = _tags(
    "area base basefont bgsound br col embed frame hr image img input keygen link meta param "
    "source track wbr"
)
_MAY_STAY_OPEN = _tags(
    "p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rp rt rb rtc"
)
"""The elements whose end tag HTML lets be left out; the end of what holds them ends them."""
_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)
"""Between whose tags Markdown leaves all as it is."""
_RAW = _tags("script style textarea title xmp iframe noembed noframes plaintext")
"""What stands in these is no tag."""


_WORDS = _tags(
    "a abbr acronym audio b bdi bdo big button cite code data datalist del dfn em font i ins kbd "
    "label map mark marquee meter nobr object output picture progress q rb rp rt rtc ruby s samp "
    "select slot small span strike strong sub sup svg math time tt u var video"
)
_KNOWN = VOID | _MAY_STAY_OPEN | _BLOCKS | _RAW | _WORDS


def is_element(name: str) -> bool:
    """Whether HTML has an element of a name, or lets programs have one, as a name with a hyphen."""
    return name in _KNOWN or "-" in name


_INDENT = 3
"""Further in, Markdown takes a tag for code."""


class Tag(NamedTuple):
    """A tag that has no counterpart in its text."""

    name: str
    closes: bool
    at: int
    """Where it starts in the text."""
    outer: str = ""
    """What was closed around it while it was open; "" for what stays open to the end."""


def find_unbalanced(text: str) -> list[Tag]:
    """Find the tags without a counterpart, in their order."""
    found: list[Tag] = []
    opened: list[Tag] = []
    late: Counter[str] = Counter()
    last_comment = text.rfind("-->")
    at = 0
    while match := _TOKEN.search(text, at):
        at = match.end()
        if match["ticks"] and any(tag.name in _BLOCKS for tag in opened):
            # Markdown looks for no code in a block of HTML.
            at = match.start("span")
        elif match["comment"]:
            # What is never closed is text.
            at = text.find("-->", at) if last_comment >= at else at
        elif match["end"]:
            found += _close(match["end"].lower(), match.start(), opened, late)
        elif opening := match["start"] or match["inline"]:
            name = opening.lower()
            drawn = match[0].endswith("/>") and any(tag.name in ("svg", "math") for tag in opened)
            if name not in VOID and not drawn:
                opened.append(Tag(name, False, match.start()))
            if name in _RAW:
                at = _skip(name, text, at)
    rest = [tag for tag in opened if takes_rest(tag, text)][:1]  # the others stand in its rest
    found += [tag for tag in opened if tag.name not in _MAY_STAY_OPEN or tag in rest]
    return sorted(found, key=lambda tag: tag.at)


def takes_rest(tag: Tag, text: str) -> bool:
    """Whether Markdown takes all behind a tag that stays open for HTML, and leaves it as it is."""
    before = text[text.rfind("\n", 0, tag.at) + 1 : tag.at]
    if (
        tag.name not in _BLOCKS
        or tag.closes
        or tag.outer
        or before.strip()
        or len(before) > _INDENT
    ):
        return False
    inside = text[tag.at : text.find(">", tag.at)]
    return "markdown" not in inside and _find_last_paragraph(text) > tag.at


@functools.lru_cache(maxsize=8)
def _find_last_paragraph(text: str) -> int:
    """Return where the last paragraph starts that is not HTML, or -1."""
    found, at, empty = -1, 0, False
    for line in text.splitlines(keepends=True):
        said = line.strip()
        if empty and said and not said.startswith("<"):
            found = at
        at, empty = at + len(line), not said
    return found


def _close(name: str, at: int, opened: list[Tag], late: Counter[str]) -> Iterator[Tag]:
    """Take an element from those that are open, with all in it; give what was not closed.

    `late` counts what was still open then: an end tag that comes too late is told once, where
    its element starts.
    """
    if all(tag.name != name for tag in opened):
        if late[name]:
            late[name] -= 1
        # An end tag of a paragraph that was closed already makes an empty one.
        elif name != "p":
            yield Tag(name, True, at)
        return
    while (inner := opened.pop()).name != name:
        if inner.name not in _MAY_STAY_OPEN:
            late[inner.name] += 1
            yield inner._replace(outer=name)


def _skip(name: str, text: str, at: int) -> int:
    end = re.compile(rf"</{name}(?=[\s/>])", re.I).search(text, at)
    return end.start() if end else len(text)
