"""Read what registries and web pages have in titles: `CO<sub>2</sub>`, `&amp;`."""

from __future__ import annotations

import html
import re

from markdown_citations.library.latex.scripts import set_script, set_small_capitals

# Two programs in a row make &amp;lt; of <.
ENTITY = re.compile(r"&(?:amp;)*(?:[A-Za-z]{2,10}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,6});")
# An a alone is none: p<a>b.
_NAMES = (
    "i|b|u|em|strong|sub|sup|sc|scp|p|br|span|jats:\\w+|mml:\\w+"
    r"|a(?=\s+href\b)|abbr|cite|code|div|font|h[1-6]|li|ol|small|tt|ul"
)
TAG = re.compile(rf"</?(?:{_NAMES})\b[^<>]*>", re.I)
_PAIR = re.compile(
    rf"<(?P<name>{_NAMES})\b[^<>]*>(?P<text>(?:(?!<(?P=name)\b).)*?)</(?P=name)\s*>", re.I | re.S
)
MARK = re.compile(rf"{ENTITY.pattern}|</[A-Za-z]|<[Bb][Rr]\b")
"""Stands in a text that holds HTML."""
_MEANS = {
    **dict.fromkeys(("i", "em", "italic"), "emph"),
    **dict.fromkeys(("b", "strong", "bold"), "textbf"),
    **dict.fromkeys(("sc", "scp"), "textsc"),
    "sub": "textsubscript",
    "sup": "textsuperscript",
}
"""LaTeX's command for a tag."""
_BLOCK = re.compile(r"(?:jats:)?(?:p|div|li|h\d|title|sec)", re.I)
# Stands where a block begins or ends.
_BORDER = "\x1f"


def read_entity(entity: str) -> str:
    """Return the sign that `&amp;` or `&amp;lt;` stands for."""
    return html.unescape(re.sub("&(?:amp;)+(?=[^;]+;)", "&", entity))


def read_marks(text: str) -> str:
    """Return a text without its entities and its pairs of tags; one tag alone stays."""
    if not MARK.search(text):
        return text
    text = ENTITY.sub(lambda match: read_entity(match[0]), text).replace("\u00a0", " ")
    before = ""
    while text != before:
        before, text = text, _PAIR.sub(_read_pair, text)
    text = re.sub(rf"\s*{_BORDER}[\s{_BORDER}]*", " ", text.strip(_BORDER))
    return re.sub(r"<br\b[^<>]*>", " ", text, flags=re.I)


def _read_pair(pair: re.Match[str]) -> str:
    text, command = pair["text"], _command(pair)
    if _BLOCK.fullmatch(pair["name"]):
        return f"{_BORDER}{text}{_BORDER}"
    if command == "textsc":
        return set_small_capitals(text)
    signs = {"textsubscript": "_", "textsuperscript": "^"}
    return set_script(signs[command], text) if command in signs else text


def as_latex(text: str) -> str:
    r"""Return `\emph{Papaver}` for the first pair of tags in a text, nothing where none is."""
    pair = _PAIR.search(text)
    command = _command(pair) if pair else ""
    return f"\\{command}{{{pair['text']}}}" if pair and command and "<" not in pair["text"] else ""


def _command(pair: re.Match[str]) -> str:
    return _MEANS.get(pair["name"].lower().rpartition(":")[2], "")
