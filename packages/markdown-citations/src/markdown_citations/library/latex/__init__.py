r"""Turn LaTeX in a field into the characters that it stands for, and HTML as well.

The text is without commands, braces, math and tags, in Unicode's composed form (NFC).
No text is lost: an argument is always printed, and what is unknown is printed by its
name. Nothing is escaped for HTML here.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from markdown_citations.library.fields import VERBATIM_FIELDS, unlabelled
from markdown_citations.library.identifiers import decode_verbatim, first_address
from markdown_citations.library.latex.command_table import find_environment
from markdown_citations.library.latex.html_marks import MARK, is_escaped, read_marks
from markdown_citations.library.latex.reader import LatexReader, is_known

_TRIGGER = re.compile(rf"[\\{{}}$~`]|--|''|,,\w|<<|{MARK.pattern}")
# As French keyboards have it; what is much smaller than another has a blank behind it.
_FRENCH = re.compile(r"(?<![\w<])<<(?=[~\w{\\])([^<>]*[^\s<>])>>(?![\w>])")
# In an address that stands in no \url a ~ is no blank.
_ADDRESS = re.compile(r"https?://[^\s{}\\]*~[^\s{}\\]*")
# No page may hold them: check_characters tells of them at the entry.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# An accent or a letter at a word's start decides whether a name is a particle.
_LETTER_COMMAND = re.compile(
    r"\\(?:[`'^\"~=.]\s*(?:\{\\?\w*\}|\\[ij](?![A-Za-z])\s*|\w)"
    r"|[uvHckdbrt](?:\s*\{\\?\w*\}|\s+\w|\\[ij](?![A-Za-z]))"
    r"|(?:ss|[oOlLij]|ae|AE|oe|OE|aa|AA|dh|DH|th|TH|dj|DJ)(?:\{\}|(?![A-Za-z])[ \t]*))"
)
_ONE_LETTER = re.compile(r"(?<!\\)\{(\w)\}")
_ENVIRONMENT = re.compile(r"\\begin\s*\{([^{}]+)\}")
_COMMAND = re.compile(r"(?<!\\)(?:\\\\)*\\([A-Za-z]+)")
_PRIMITIVE = re.compile(
    # Publishers of physics have an accent twice, for a formula and for a text.
    r"\\ifmmode(?![A-Za-z])(?:(?!\\else|\\fi).){0,60}\\else\s"
    r"*(?P<text>(?:(?!\\fi).){0,60}?)\s*\\fi(?![A-Za-z])"
    r"|(?P<accent>\\a)(?=['`=])|\\string(?![A-Za-z])(?P<tie>~?)"
    # Braces of a title that a program has taken for text: \{RNA\}, {\{}S{\}}leep.
    r"|(?:\{\\\{\}|(?<![^\W\d_])(?<!\\\{)\\\{)(?:(?P<word>(?=[^\\\s]{0,40}[A-Z&])(?:[\w&.’'-]|\{\w*\}){1,30})"
    r"|\{\\textbackslash\}(?P<name>[a-z]+))"
    r"(?:\{\\\}\}|\\\})(?!(?:[^$]|(?<=\\)\$){0,300}(?<!\\)\$)",
    re.S,
)
# There braces are those of a set.
_IN_MATH = re.compile(
    r"(?:\\\((?:(?!\\\)).)*|\\\[(?:(?!\\\]).)*|\\begin\s*\{(?:(?!\\end).)*"
    r"|\\ensuremath\s*\{(?:[^{}\\]|\\.)*)\Z",
    re.S,
)
# Mar\'\ia, whose braces somebody has lost.
_DOTLESS = re.compile(r"(\\['`^\"~])(\\[ij])(?!math)(?=[A-Za-z])")


def decode(value: str) -> str:
    """Return the text that LaTeX would print for `value`, without the control signs in it.

    HTML is none of LaTeX's, but who pastes it means what a browser would show.
    """
    value = _CONTROL.sub("", value)
    if not _TRIGGER.search(value):
        return value
    return read_marks(decode_latex(value), has_mentions=is_escaped(value))


def decode_field(name: str, value: str) -> str:
    """Decode a field; in addresses and identifiers only the escapes are undone."""
    if name not in VERBATIM_FIELDS:
        return unlabelled(name, decode(value))
    text = first_address(value) if name == "url" else decode_verbatim(value)
    return f"PMC{text}" if name == "pmcid" and text.isdecimal() else text


def decode_letters(value: str) -> str:
    r"""Decode accents and letters such as `\o` alone; braces that group words stay."""
    if "\\" not in value and "{" not in value:
        return value
    decoded = _LETTER_COMMAND.sub(lambda match: decode(match[0]), _write_plainly(value))
    return unicodedata.normalize("NFC", _ONE_LETTER.sub(r"\1", decoded))


def clean_text(text: str) -> str:
    """Fold white space and drop what XML and Markdown's own marks forbid."""
    return _CONTROL.sub("", unicodedata.normalize("NFC", re.sub(r"\s+", " ", text).strip()))


def unknown_commands(value: str) -> list[str]:
    """Return the names of commands that nobody knows, without their backslash."""
    if "\\" not in value:
        return []
    found = dict.fromkeys(_COMMAND.findall(_DOTLESS.sub("", _write_plainly(value))))
    names = [name for name in found if not is_known(name)]
    begun = dict.fromkeys(_ENVIRONMENT.findall(value)) if "begin" in value else ()
    return names + [f"begin{{{name}}}" for name in begun if find_environment(name) is None]


@functools.lru_cache(maxsize=65536)
def decode_latex(value: str) -> str:
    """Decode LaTeX alone."""
    value = _write_plainly(value)
    value = _ADDRESS.sub(lambda match: match[0].replace("~", r"\textasciitilde{}"), value)
    value = _DOTLESS.sub(r"\1{\2}", value)
    value = _FRENCH.sub(r"«\1»", value)
    text = LatexReader(re.sub(r",,(?=\w)", "„", value)).read()
    text = text.replace("\u00ad", "").replace("\u00a0", " ")
    for two, one in (("‘‘", "“"), ("’’", "”"), ("§ §", "§§"), ("¶ ¶", "¶¶")):  # \lq\lq, \S\S
        text = text.replace(two, one)
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text).strip())


def _write_plainly(value: str) -> str:
    """Return a value without what TeX itself would choose, and what a program has escaped."""
    return _PRIMITIVE.sub(_plain, value) if "\\" in value else value


def _plain(found: re.Match[str]) -> str:
    if found["accent"]:
        return "\\"
    if found["name"]:
        return f"{{\\{found['name']}}}"
    if found["word"]:
        before = found.string[max(0, found.start() - 300) : found.start()]
        if "\\" in before and _IN_MATH.search(before):
            return found[0]
        return f"{{{found['word']}}}"
    return found["text"] or (r"\textasciitilde{}" if found["tie"] else "")
