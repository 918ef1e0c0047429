"""Read what registries and web pages have in titles: `CO<sub>2</sub>`, `&amp;`."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Sequence

from markdown_citations.library.latex.scripts import set_script, set_small_capitals

# Two programs in a row make &amp;lt; of <.
ENTITY = re.compile(r"&(?:[Aa]mp;)*(?:[A-Za-z]{2,10}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,6});")
# An a alone is none: p<a>b.
_NAMES = (
    r"i|b|u|em|strong|sub|sup|sc|scp|p|br|span|jats:[\w-]+|mml:[\w-]+"
    r"|a(?=\s+href\b)|abbr|cite|code|div|font|h[1-6]|li|ol|small|tt|ul"
    r"|inf|italic|bold"  # Scopus has them, and journals
)
TAG = re.compile(rf"</?(?:{_NAMES})\b[^<>]*>", re.I)
_EDGE = re.compile(rf"<(?P<end>/?)(?P<name>{_NAMES}|(?<=/)a)\b[^<>]*>", re.I)
# Of a page's language, not in it: "the <p> and </p> elements".
_MENTION = rf"(?<=\s)<(?P<said>{_NAMES})>\s(?:\w{{1,3}}\s)?</(?P=said)>(?=\s)"
_EDGE_OR_MENTION = re.compile(rf"{_MENTION}|{_EDGE.pattern}", re.I)
_PAIR = re.compile(rf"<(?P<name>{_NAMES})\b[^<>]*>(?P<text>[^<]*)</(?P=name)\s*>", re.I)
MARK = re.compile(rf"{ENTITY.pattern}|</[A-Za-z]|<[Bb][Rr]\b")
"""Stands in a text that holds HTML."""
_BLOCK = re.compile(r"br|div|h\d|li|list(?:-item)?|[ou]l|p|sec|title")
_AFTER_WORDS = (*",.;:!?)",)
_MEANS = {
    **dict.fromkeys(("i", "em", "italic"), "emph"),
    **dict.fromkeys(("b", "strong", "bold"), "textbf"),
    **dict.fromkeys(("sc", "scp"), "textsc"),
    **dict.fromkeys(("sub", "inf"), "textsubscript"),
    "sup": "textsuperscript",
}
"""LaTeX's command for a tag."""
_LONGEST = 100  # of what may stand high or low


def read_entity(entity: str) -> str:
    """Return the sign that `&amp;` or `&amp;lt;` stands for."""
    # In title case &amp; is &Amp;.
    return html.unescape(re.sub("&(?:amp;)+(?=[^;]+;)", "&", entity.replace("Amp;", "amp;")))


def read_entities(text: str, signs: str = "") -> str:
    """Return a text with the signs that its entities stand for, or with these of them alone."""

    def read(match: re.Match[str]) -> str:
        sign = read_entity(match[0])
        return sign if not signs or sign in signs else match[0]

    return ENTITY.sub(read, text) if "&" in text else text


def is_escaped(value: str) -> bool:
    r"""Tell whether what a value has for tags is LaTeX: `\textless{}br\textgreater{}`."""
    return "<" not in value and "&lt;" not in value


def find_tag(text: str, *, has_mentions: bool) -> str:
    """Return the first tag of a text, nothing where it has none but those that it mentions."""
    return next((tag[0] for tag in _edges(text, has_mentions) if TAG.match(tag[0])), "")


def read_marks(text: str, *, has_mentions: bool = False) -> str:
    """Return a text without its entities and its pairs of tags; one tag alone stays."""
    if not MARK.search(text):
        return text
    text = read_entities(text).replace("\u00a0", " ")
    tags = _edges(text, has_mentions)
    opened_by = _pair(tags)
    paired = {*opened_by, *opened_by.values()}
    parts: list[str] = []
    open_scripts: list[tuple[int, int]] = []  # the number of the tag, and where its text starts
    at = 0
    for number, tag in enumerate(tags):
        parts.append(text[at : tag.start()])
        at = tag.end()
        is_block = _BLOCK.fullmatch(_name(tag))
        if number not in paired and _name(tag) != "br":
            parts.append(tag[0])
        elif is_block:
            parts.append("" if text.startswith(_AFTER_WORDS, at) else " ")
        elif _command(tag).startswith("texts"):
            if not tag["end"]:
                open_scripts.append((number, len(parts)))
            elif open_scripts and open_scripts[-1][0] == opened_by[number]:
                start = open_scripts.pop()[1]
                parts[start:] = [_set(_command(tag), "".join(parts[start:]))]
    return " ".join("".join([*parts, text[at:]]).split())


def _edges(text: str, has_mentions: bool) -> list[re.Match[str]]:
    if not has_mentions:
        return [*_EDGE.finditer(text)]
    tags = [tag for tag in _EDGE_OR_MENTION.finditer(text) if tag["name"]]
    opened_by = _pair(tags)
    paired = {*opened_by, *opened_by.values()}
    # Alone and between blanks as well: "the <br> element".
    return [
        tag
        for number, tag in enumerate(tags)
        if number in paired or not _is_between_blanks(tag, text)
    ]


def _is_between_blanks(tag: re.Match[str], text: str) -> bool:
    start, end = tag.span()
    return text[start - 1 : start].isspace() and text[end : end + 1].isspace()


def _pair(tags: Sequence[re.Match[str]]) -> dict[int, int]:
    """Return by the number of each tag that closes another the number of that."""
    opened: dict[str, list[int]] = defaultdict(list)
    pairs: dict[int, int] = {}
    for number, tag in enumerate(tags):
        same = opened[tag["name"].lower()]
        if not tag["end"]:
            same.append(number)
        elif same:
            pairs[number] = same.pop()
    return pairs


def _set(command: str, text: str) -> str:
    if len(text) > _LONGEST:
        return text
    if command == "textsc":
        return set_small_capitals(text)
    return set_script("_" if command == "textsubscript" else "^", text)


def as_latex(value: str, tag: str, read: str) -> str:
    r"""Return `\emph{Papaver}` for a pair of tags, nothing where the first closes none.

    A value that has the tag itself has LaTeX in it already; what is read has none.
    """
    at = value.find(tag)
    pair = _PAIR.match(value, at) if at >= 0 else _PAIR.match(read, read.index(tag))
    if not pair or not _command(pair) or not pair["text"].strip():
        return ""
    text = pair["text"] if at >= 0 else escape(pair["text"])
    return f"\\{_command(pair)}{{{text}}}"


def escape(text: str) -> str:
    """Return LaTeX that prints a text as it is."""
    return re.sub(r"[&%$#_{}]", r"\\\g<0>", text.replace("\\", "\0")).replace(
        "\0", r"\textbackslash{}"
    )


def _name(tag: re.Match[str]) -> str:
    return tag["name"].lower().rpartition(":")[2]


def _command(tag: re.Match[str]) -> str:
    return _MEANS.get(_name(tag), "")
