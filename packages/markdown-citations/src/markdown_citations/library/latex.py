"""Turn LaTeX in a field into the characters that it stands for.

The text is without commands, braces and math, in Unicode's composed form (NFC).
Nothing is escaped for HTML here.

What nearly all files hold (braces, accents, escaped signs) is decoded by
tables; for the rest pylatexenc is asked.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Any

from markdown_citations.library.fields import VERBATIM_FIELDS

_TRIGGER = re.compile(r"[\\{}$~]|--|``|''")
_COMBINING = dict(
    zip(
        "`'^\"~=.uvHckdbrt",
        "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0306\u030c\u030b\u0327\u0328\u0323\u0331\u030a\u0361",
        strict=True,
    )
)
# `\"o`, `\"{o}`, `\" o`, `\c{c}`, `\c c`, `\'\i`, `\'{\i}`
_ACCENT = re.compile(
    r"\\(?:(?P<sign>[`'^\"~=.])\s*|(?P<letter>[uvHckdbrt])(?:\s+|(?=[{\\])))"
    r"(?:\{\s*(?P<inner>\\[ij]|[^\W\d_])\s*\}|(?P<bare>\\[ij](?![A-Za-z])\s*|[^\W\d_]))"
)
_SPECIAL = dict(
    zip(
        "ss o O l L ae AE oe OE aa AA i j dh DH th TH dj DJ".split(),  # noqa: SIM905 - a table
        "ßøØłŁæÆœŒåÅıȷðÐþÞđĐ",
        strict=True,
    )
)
_LETTER = re.compile(rf"\\({'|'.join(_SPECIAL)})(?:\{{\}}|(?![A-Za-z])\s*)")
_ESCAPED = re.compile(r"\\([&%$#_])")
_MATH = re.compile(r"(?<!\\)\$([^$]*)\$")
_SCRIPT = re.compile(r"(?P<sign>[_^])\s*(?:\{(?P<inner>[0-9+-]+)\}|(?P<bare>[0-9]))")
_TEXT_SCRIPT = re.compile(r"\\text(?P<sign>sub|super)script\s*\{(?P<inner>[0-9+-]+)\}")
_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_SUBSCRIPT = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"))
# pylatexenc prints these as nothing.
_MISSING = {
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "copyright": "©",
    "textregistered": "®",
    "textgreater": ">",
    "textless": "<",
    "textbar": "|",
    "textasciitilde": "~",
    "textunderscore": "_",
    "-": "",
}
_URL = re.compile(r"\\url\s*\{([^{}]*)\}")
# The address of a link in running text is not what readers read.
_HREF = re.compile(r"\\href\s*\{[^{}]*\}\s*\{")
# What these say is the look of a text; dropping them loses no letter.
_HARMLESS = frozenset(
    {"url", "href", "begin", "end", "newline", "em", "it", "bf", "sc", "tt", "rm", "sf", "relax"}
    | {"textsuperscript", "textsubscript", "ce", "foreignlanguage"}
)
_COMMAND = re.compile(r"(?<!\\)(?:\\\\)*\\([A-Za-z]+)")


def decode(value: str) -> str:
    """Return the text that LaTeX would print for `value`; plain text stays as it is."""
    return _decode(value) if _TRIGGER.search(value) else value


def decode_field(name: str, value: str) -> str:
    """Decode a field; in addresses and identifiers only the escapes are undone."""
    return decode_verbatim(value) if name in VERBATIM_FIELDS else decode(value)


def decode_verbatim(value: str) -> str:
    r"""Undo `\_`, `\%`, `\url{…}` and braces; `~`, `%` and `--` stay as they are."""
    if "\\" not in value and "{" not in value:
        return value
    value = re.sub(r"\\url\s*\{(.*)\}", r"\1", value)
    value = re.sub(r"\\(?:textasciitilde|~|sim)(?:\s*\{\})?", "~", value)
    value = value.replace(r"\textunderscore", "_")
    return re.sub(r"\\([&%$#_{}])|[{}]", r"\1", value)


def clean_text(text: str) -> str:
    """Fold white space and drop what XML and Markdown's own marks forbid."""
    text = unicodedata.normalize("NFC", re.sub(r"\s+", " ", text).strip())
    if text.isprintable():
        return text
    return "".join(c for c in text if c == " " or unicodedata.category(c) not in {"Cc", "Cs"})


def unknown_commands(value: str) -> list[str]:
    """Return the names of commands that `decode` would drop, without their backslash."""
    if "\\" not in value:
        return []
    names = dict.fromkeys(_COMMAND.findall(value))
    return [name for name in names if name not in _known_commands()]


@functools.lru_cache(maxsize=65536)
def _decode(value: str) -> str:
    text = _URL.sub(lambda match: match[1].replace("~", r"\textasciitilde{}"), value)
    text = _MATH.sub(_math, text) if "$" in text else text
    text = _TEXT_SCRIPT.sub(_text_script, text)
    text = _ACCENT.sub(_accent, text)
    text = _LETTER.sub(lambda match: _SPECIAL[match[1]], text)
    plain = _ESCAPED.sub(r"\1", text)
    # A dollar sign that was not escaped begins math.
    if "\\" in plain or text.replace("\\$", "").count("$") > 1:
        # pylatexenc takes a bare % for the start of a comment and drops the rest.
        text = _convert(_HREF.sub("{", re.sub(r"(?<!\\)%", r"\\%", text)))
    else:
        text = re.sub(r"[{}]", "", plain).replace("~", " ")
        for ligature, sign in _LIGATURES:
            text = text.replace(ligature, sign)
    text = text.replace("\u00ad", "").replace("\u00a0", " ")
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text).strip())


def _accent(match: re.Match[str]) -> str:
    mark = _COMBINING[match["sign"] or match["letter"]]
    base = (match["inner"] or match["bare"]).strip()
    # An accent takes the place of the dot, so \'\i is í.
    return unicodedata.normalize("NFC", base.removeprefix("\\") + mark)


def _math(match: re.Match[str]) -> str:
    """Set figures high or low, and drop the dollar signs where nothing else is left."""
    inner = _SCRIPT.sub(_script, match[1])
    return match[0].replace(match[1], inner) if re.search(r"[\\_^{}]", inner) else inner


def _text_script(match: re.Match[str]) -> str:
    return match["inner"].translate(_SUPERSCRIPT if match["sign"] == "super" else _SUBSCRIPT)


def _script(match: re.Match[str]) -> str:
    figures = match["inner"] or match["bare"]
    return figures.translate(_SUPERSCRIPT if match["sign"] == "^" else _SUBSCRIPT)


def _convert(text: str) -> str:
    try:
        return str(_converter().latex_to_text(text))
    except Exception:
        # Hostile or half-written LaTeX: any failure inside the library may not
        # stop a build, and the letters without their commands are still readable.
        return re.sub(r"\\[A-Za-z]+\s*|[\\{}$]", "", text)


@functools.cache
def _converter() -> Any:
    # Here and below, for few values need it, and those that pages cite are cached.
    from pylatexenc.latex2text import (  # noqa: PLC0415
        LatexNodes2Text,
        MacroTextSpec,
        get_default_latex_context_db,
    )

    context = get_default_latex_context_db()
    specs = [MacroTextSpec(name, simplify_repl=text) for name, text in _MISSING.items()]
    context.add_context_category("markdown_citations", macros=specs, prepend=True)
    return LatexNodes2Text(math_mode="text", latex_context=context)


@functools.cache
def _known_commands() -> frozenset[str]:
    from pylatexenc.latex2text import get_default_latex_context_db  # noqa: PLC0415
    from pylatexenc.latexwalker import (  # noqa: PLC0415
        get_default_latex_context_db as get_parser_context_db,
    )

    specs = get_default_latex_context_db().iter_macro_specs()
    known = {spec.macroname for spec in specs}
    known |= {spec.macroname for spec in get_parser_context_db().iter_macro_specs()}
    return frozenset(known | set(_MISSING) | set(_SPECIAL) | set(_COMBINING) | _HARMLESS)
