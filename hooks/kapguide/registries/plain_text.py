"""Make plain text of what registries write with HTML, MathML or JATS in it."""

from __future__ import annotations

import html
import re
import unicodedata

# Formulas come with TeX beside their MathML, which would be read twice.
_TEX = re.compile(r"<(?P<tag>(?:\w+:)?(?:tex-math|annotation))\b.*?</(?P=tag)>", re.S | re.I)
_BLOCK = re.compile(r"</?(?:\w+:)?(?:p|sec|title|br|list|list-item|div|li)\b[^<>]*>", re.I)
_TAG = re.compile(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>|<!--.*?-->", re.S)
_HIGH = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_LOW = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
_SCRIPT = re.compile(r"<(?P<tag>sup|sub)>(?P<inner>[0-9+()-]{1,6})</(?P=tag)>", re.I)


def plain(text: object) -> str:
    """Return text without markup and entities, in NFC, white space folded.

    Entities may be escaped twice, as publishers deposit them: `&amp;lt;i&amp;gt;`.
    """
    made = html.unescape(html.unescape(str(text or "")))
    made = _TEX.sub(" ", made)
    made = _SCRIPT.sub(_script, made)
    made = _TAG.sub("", _BLOCK.sub(" ", made))
    made = "".join(c for c in made if c.isspace() or unicodedata.category(c) not in {"Cc", "Cs"})
    return unicodedata.normalize("NFC", " ".join(made.replace("\u00ad", "").split()))


def _script(match: re.Match[str]) -> str:
    return match["inner"].translate(_HIGH if match["tag"].lower() == "sup" else _LOW)


def fold(text: str) -> str:
    """Return letters and digits alone, so that what means nothing makes no difference.

    Case, accents, dashes, quotation marks and white space are gone; & is "and".
    """
    spread = unicodedata.normalize("NFKD", plain(text).replace("&", " and ").casefold())
    spread = spread.translate(_LETTERS)
    return " ".join(
        re.findall(r"[^\W_]+", "".join(c for c in spread if not unicodedata.combining(c)))
    )


_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)
"""Letters of Latin script that are no letter and accent."""
