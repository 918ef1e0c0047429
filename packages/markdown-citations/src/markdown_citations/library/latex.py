r"""Turn LaTeX in a field into the characters that it stands for.

The text is without commands, braces and math, in Unicode's composed form (NFC).
No text is lost: an argument is always printed, and what is unknown is printed by its
name. Nothing is escaped for HTML here.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from markdown_citations.library.fields import VERBATIM_FIELDS
from markdown_citations.library.identifiers import decode_verbatim
from markdown_citations.library.latex_commands import (
    ACCENTS,
    ESCAPES,
    MATH_ACCENTS,
    QUOTING,
    Command,
    find_command,
)
from markdown_citations.library.latex_scripts import (
    set_angle,
    set_formula,
    set_number,
    set_ordinal,
    set_script,
)

_TRIGGER = re.compile(r"[\\{}$~`]|--|''|,,\w")
_TOKEN = re.compile(
    r"\\(?P<command>[A-Za-z]+)\*?[ \t\n]*|\\(?P<sign>.)|(?P<script>[_^])|(?P<mark>[{}$~])"
    r"|(?P<ligature>---?|``|''|[?!]`|\"[`']|`|')|(?P<text>[^\\{}$~`'\"_^?!-]+|.)",
    re.S,
)
_LIGATURES = {
    "---": "—",
    "--": "–",
    "``": "“",
    "''": "”",
    "?`": "¿",
    "!`": "¡",
    "`": "‘",
    '"`': "„",
}
_NUMBERS = {"ang": set_angle, "num": set_number, "SI": set_number, "qty": set_number} | {
    "nth": set_ordinal
}
_SCRIPTS = {"textsuperscript": "^", "textsubscript": "_", "tothe": "^"}
_SPECIAL = {*_NUMBERS, *_SCRIPTS, "ce", "ch", "url", "nolinkurl", "path", "verb", "lstinline"}
"""Commands that change their arguments."""
_LENGTH = re.compile(
    r"=?\s*[+-]?[\d.]+\s*(?:[a-z]{2}\b)?\s*(?:(?:plus|minus)\s*[\d.]+\s*[a-z]+\s*)*"
)
# In an address that stands in no \url a ~ is no blank.
_ADDRESS = re.compile(r"https?://[^\s{}\\]*~[^\s{}\\]*")
_DEEPEST = 60  # so many braces within each other; LaTeX itself allows 255
# An accent or a letter at a word's start decides whether a name is a particle.
_LETTER_COMMAND = re.compile(
    r"\\(?:[`'^\"~=.]\s*(?:\{\\?\w*\}|\\[ij](?![A-Za-z])\s*|\w)"
    r"|[uvHckdbrt](?:\s*\{\\?\w*\}|\s+\w|\\[ij](?![A-Za-z]))"
    r"|(?:ss|[oOlLij]|ae|AE|oe|OE|aa|AA|dh|DH|th|TH|dj|DJ)(?:\{\}|(?![A-Za-z])[ \t]*))"
)
_MONEY = re.compile(r"\$\d[^$\\^_{}]* [A-Za-z]{2,} [^$\\^_{}]*\$\d")
_ONE_LETTER = re.compile(r"(?<!\\)\{(\w)\}")
_COMMAND = re.compile(r"(?<!\\)(?:\\\\)*\\([A-Za-z]+)")


def decode(value: str) -> str:
    """Return the text that LaTeX would print for `value`; plain text stays as it is."""
    return _decode(value) if _TRIGGER.search(value) else value


def decode_field(name: str, value: str) -> str:
    """Decode a field; in addresses and identifiers only the escapes are undone."""
    return decode_verbatim(value) if name in VERBATIM_FIELDS else decode(value)


def decode_letters(value: str) -> str:
    r"""Decode accents and letters such as `\o` alone; braces that group words stay."""
    if "\\" not in value and "{" not in value:
        return value
    decoded = _LETTER_COMMAND.sub(lambda match: decode(match[0]), value)
    return unicodedata.normalize("NFC", _ONE_LETTER.sub(r"\1", decoded))


def clean_text(text: str) -> str:
    """Fold white space and drop what XML and Markdown's own marks forbid."""
    text = unicodedata.normalize("NFC", re.sub(r"\s+", " ", text).strip())
    if text.isprintable():
        return text
    return "".join(c for c in text if c == " " or unicodedata.category(c) not in {"Cc", "Cs"})


def unknown_commands(value: str) -> list[str]:
    """Return the names of commands that nobody knows, without their backslash."""
    if "\\" not in value:
        return []
    known = {*ACCENTS, *MATH_ACCENTS, *_SPECIAL}
    names = dict.fromkeys(_COMMAND.findall(value))
    return [name for name in names if name not in known and find_command(name) is None]


@functools.lru_cache(maxsize=65536)
def _decode(value: str) -> str:
    value = _ADDRESS.sub(lambda match: match[0].replace("~", r"\textasciitilde{}"), value)
    text = _Reader(re.sub(r",,(?=\w)", "„", value)).read()
    text = text.replace("\u00ad", "").replace("\u00a0", " ")
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text).strip())


class _Reader:
    """Reads LaTeX from its start to its end, each sign once."""

    def __init__(self, value: str) -> None:
        self.value = value
        self.at = self.depth = self.quotes = 0
        # A single dollar sign is money, and so are those of "$5 to $10".
        signs = len(re.findall(r"(?<!\\)\$", value))
        self.has_math = signs % 2 == 0 and not (signs and _MONEY.search(value))
        # Where a quotation opens with ` an apostrophe closes it.
        self.curly = bool(re.search(r"(?<!`)`(?!`)", value))

    def read(self) -> str:
        """Read all; a brace too many is dropped."""
        parts = []
        while self.at < len(self.value):
            parts.append(self._group(math=False))
        return "".join(parts)

    def _group(self, *, math: bool) -> str:
        """Read up to the closing brace, and over it."""
        parts: list[str] = []
        closing = ""
        self.depth += 1
        while match := _TOKEN.match(self.value, self.at):
            self.at = match.end()
            mark = match["mark"]
            if mark == "}":
                break
            if mark == "$" and self.has_math:
                # $$ opens and closes a formula, too.
                math = closing != "$"
                closing = "$" if math else ""
            elif match["sign"] and match["sign"] in "()[]":
                math = match["sign"] in "(["
            else:
                parts.append(self._token(match, math=math))
        self.depth -= 1
        return "".join(parts)

    def _token(self, match: re.Match[str], *, math: bool) -> str:
        kind, token = match.lastgroup, match[0]
        if kind == "text" or (kind == "script" and not math):
            return token
        if kind == "mark":
            return self._mark(token, math=math)
        if kind == "command":
            return self._command(match["command"], token, math=math)
        if kind == "sign":
            return self._sign(match["sign"], math=math)
        if kind == "ligature":
            return self._ligature(token, math=math)
        return set_script(token, self._argument(math=True))

    def _mark(self, mark: str, *, math: bool) -> str:
        if mark == "{":
            return self._group(math=math) if self.depth < _DEEPEST else ""
        return " " if mark == "~" else "$"

    def _sign(self, sign: str, *, math: bool) -> str:
        if sign in "~^" and self.value.startswith("{}", self.at):
            self.at += 2  # over nothing it stands for itself
            return sign
        if sign in ACCENTS and not (math and sign in "=."):
            return self._accent(ACCENTS[sign])
        if math and sign == "|":
            return "‖"
        replacement = ESCAPES.get(sign, "")
        return "" if replacement is None else replacement or sign

    def _ligature(self, token: str, *, math: bool) -> str:
        if math and token in {"'", "''"}:
            return "′" * len(token)
        if token == "\"'":
            return "“" if '"`' in self.value else token
        if token == "'":
            return "’" if self.curly else "'"
        return _LIGATURES[token]

    def _command(self, name: str, raw: str, *, math: bool) -> str:
        accent = MATH_ACCENTS.get(name)
        if name in ACCENTS and (not math or name not in "dbrt"):
            accent = ACCENTS[name]
        if accent:
            return self._accent(accent)
        special = self._special(name, raw, math=math)
        if special is not None:
            return special
        command = find_command(name)
        if command is None:
            # Unknown: the argument follows as any other group, else the name is all there is.
            follows = self.value[self.at : self.at + 1] in {"{", "["}
            return "" if follows else name + (" " if raw[-1:].isspace() else "")
        text = self._print(command, math=math)
        # What compares, and a function's name, stand apart from what follows.
        is_word = text == name and len(text) > 1
        apart = math and raw[-1:].isspace() and not command.arguments
        apart = apart and (is_word or not text[-1:].isalnum())
        return f"{text} " if apart else text

    def _special(self, name: str, raw: str, *, math: bool) -> str | None:
        """Read a command that changes its argument; None for any other."""
        if name in _SCRIPTS:
            return set_script(_SCRIPTS[name], self._argument(math=math or name == "tothe"))
        if name in QUOTING:
            return self._quotation(is_inner="*" in raw, math=math)
        if name in {"ce", "ch"}:
            return set_formula(self._argument(math=False))
        if name in _NUMBERS:
            self._optional()
            number = _NUMBERS[name](self._argument(math=math))
            return f"{number} {self._argument(math=True)}" if name in {"SI", "qty"} else number
        if name in {"url", "nolinkurl", "path"}:
            return self._address()
        return self._verbatim() if name in {"verb", "lstinline"} else None

    def _print(self, command: Command, *, math: bool) -> str:
        arguments = []
        for form in command.arguments:
            if form == "{":
                arguments.append(self._argument(math=math or command.is_math))
            else:
                arguments.append(self._optional() if form == "[" else self._length())
        if not command.arguments and self.value.startswith("{}", self.at):
            self.at += 2
        return command.template.format(*arguments)

    def _argument(self, *, math: bool) -> str:
        """Read a group, a command or one sign."""
        while self.value[self.at : self.at + 1].isspace():
            self.at += 1
        match = _TOKEN.match(self.value, self.at)
        if match is None or match["mark"] in {"}", "$"} or self.depth >= _DEEPEST:
            return ""
        self.depth += 1
        if match["mark"] or match["command"] or match["sign"]:
            self.at = match.end()
            text = self._token(match, math=math)
        else:
            text = self.value[self.at]
            self.at += 1
        self.depth -= 1
        return text

    def _quotation(self, *, is_inner: bool, math: bool) -> str:
        """Read a quotation; one within another, or with a star, has the other marks."""
        before, self.quotes = self.quotes, max(self.quotes, is_inner) + 1
        text, marks = self._argument(math=math), "“”" if self.quotes % 2 else "‘’"
        self.quotes = before
        return f"{marks[0]}{text}{marks[1]}"

    def _optional(self) -> str:
        """Skip `[…]`, which says how something looks."""
        match = re.compile(r"\s*\[[^\[\]]*\]").match(self.value, self.at)
        self.at = match.end() if match else self.at
        return ""

    def _length(self) -> str:
        """Skip how far something is moved."""
        match = _LENGTH.match(self.value, self.at)
        self.at = match.end() if match else self.at
        return ""

    def _verbatim(self) -> str:
        """Read what stands between two equal signs."""
        opening = self.value[self.at : self.at + 1]
        end = self.value.find(opening, self.at + 1) if opening else -1
        if end < 0:
            return ""
        start, self.at = self.at + 1, end + 1
        return self.value[start:end]

    def _address(self) -> str:
        match = re.compile(r"\{([^{}]*)\}").match(self.value, self.at)
        if match is None:
            return ""
        self.at = match.end()
        return decode_verbatim(match[1])

    def _accent(self, mark: str) -> str:
        text = self._argument(math=False)
        # An accent takes the place of the dot, so \'\i is í.
        first = {"ı": "i", "ȷ": "j"}.get(text[:1], text[:1])
        if not first.isalpha():
            return text
        return unicodedata.normalize("NFC", first + mark) + text[1:]
