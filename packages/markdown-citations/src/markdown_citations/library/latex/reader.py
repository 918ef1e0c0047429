r"""Read LaTeX from its start to its end, as TeX would set it."""

from __future__ import annotations

import re
import unicodedata

from markdown_citations.library.identifiers import decode_verbatim
from markdown_citations.library.latex.command_table import (
    ACCENTS,
    COMMANDS,
    ESCAPES,
    MATH_ACCENTS,
    QUOTING,
    Command,
    find_command,
    find_environment,
)
from markdown_citations.library.latex.scripts import (
    SETTERS,
    set_numbers,
    set_script,
    set_small_capitals,
)

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
# Of siunitx: \num, \qty, \SIlist, \numrange and their kin.
_NUMBER = re.compile(r"(?:complex)?(?:num|(?P<unit>SI|qty))(?P<form>list|range|product)?")
_SCRIPTS = {"textsuperscript": "^", "textsubscript": "_", "tothe": "^"}
_SPECIAL = {
    *ACCENTS,
    *MATH_ACCENTS,
    *QUOTING,
    *SETTERS,
    *_SCRIPTS,
    *("url", "nolinkurl", "path", "verb", "lstinline"),
}
"""Commands that change their arguments."""
_OPTIONAL = re.compile(r"\s*\[[^\[\]]*\]")
_OPTIONAL_BEFORE = re.compile(r"\[[^\[\]]*\](?=\{)")
_LINE_END = re.compile(r"\*?(?:\s*\[[\d.]+\s*[a-z]{2}\])?")
_NAME = re.compile(r"\{([^{}]*)\}")
_LENGTH = re.compile(
    r"=?\s*[+-]?[\d.]+\s*(?:[a-z]{2}\b)?\s*(?:(?:plus|minus)\s*[\d.]+\s*[a-z]+\s*)*"
)
_SIGNS = frozenset("=<>+-*/")
_DEEPEST = 60  # so many braces within each other; LaTeX itself allows 255
_MONEY = re.compile(r"\$\d[^$\\^_{}]* [A-Za-z]{2,} [^$\\^_{}]*\$\d")


def is_known(name: str) -> bool:
    """Tell whether anybody knows a command."""
    return name in _SPECIAL or bool(_NUMBER.fullmatch(name)) or find_command(name) is not None


class LatexReader:
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
        before: str | None = None  # what stands before small capitals
        closing = ""
        self.depth += 1
        while match := _TOKEN.match(self.value, self.at):
            self.at = match.end()
            mark = match["mark"]
            if mark == "}":
                break
            if mark == "$" and self.has_math:
                if closing != "$" and self.value.startswith("$", self.at):
                    self.at += 1  # $$ opens and closes a formula, too
                math = not closing
                closing = "" if closing else match.string[match.start() : self.at]
            elif match["command"] in {"begin", "end"}:
                math = self._environment(match["command"], math=math)
                is_apart = (
                    match["command"] == "begin" or self.value[self.at : self.at + 1].isalnum()
                )
                parts.append(" " if is_apart else "")
            elif match["command"] in {"sc", "scshape"}:
                before, parts = (before or "") + "".join(parts), []
            elif match["sign"] and match["sign"] in "()[]":
                math = match["sign"] in "(["
            else:
                parts.append(self._token(match, math=math))
        self.depth -= 1
        text = "".join(parts)
        return text if before is None else before + set_small_capitals(text)

    def _environment(self, edge: str, *, math: bool) -> bool:
        r"""Read `\begin{quote}` or `\end{quote}`, and return whether a formula follows."""
        name = _NAME.match(self.value, self.at)
        self.at = name.end() if name else self.at
        arguments, is_math = (name and find_environment(name[1])) or ("", False)
        if edge == "end":
            return math and not is_math
        self._arguments(arguments, math=False)
        return math or is_math

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
        if sign == "\\":  # as \\*[2pt]
            self._skip(_LINE_END)
        replacement = ESCAPES.get(sign, "")
        return "" if replacement is None else replacement or sign

    def _ligature(self, token: str, *, math: bool) -> str:
        if math and token in {"'", "''"}:
            return "′" * len(token)
        if token == "\"'":
            return "“" if '"`' in self.value else token
        if token == "'":
            return "’" if self.curly else "'"
        if token == "`" and self.value[max(0, self.at - 2) : self.at - 1].isalnum():
            return "’"  # as Markdown has it: `lme4`
        return _LIGATURES[token]

    def _command(self, name: str, raw: str, *, math: bool) -> str:
        start = self.at - len(raw)
        before = self.value[max(0, start - 1) : start]
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
        if command.arguments == "{{" and "/" in text and before.isdigit():
            return f" {text}"  # two and a half
        if not math or command.arguments:
            return text
        # A function's name stands apart. So does what has a blank that TeX has no need of:
        # before a sign that compares, or on both of its sides.
        is_word = text == name and len(text) > 1 and name not in COMMANDS
        is_apart = is_word or self.value[self.at : self.at + 1] in _SIGNS
        is_apart = is_apart or (not text[-1:].isalnum() and before.isspace())
        lead = " " if is_word and before.isalnum() else ""
        return f"{lead}{text}{' ' if is_apart and raw[-1:].isspace() else ''}"

    def _special(self, name: str, raw: str, *, math: bool) -> str | None:
        """Read a command that changes its argument; None for any other."""
        if name in _SCRIPTS:
            raised = self._argument(math=math or name == "tothe")
            if name == "textsuperscript" and raised.isalpha():
                # An ordinal's, as in XIXe, a note's or a degree's.
                return {"a": "ª", "o": "º"}.get(raised, raised)
            return set_script(_SCRIPTS[name], raised)
        if name in QUOTING:
            self._arguments(QUOTING[name][:-1], math=math)
            return self._quotation(is_inner="*" in raw, math=math)
        if name in SETTERS:
            self._skip(_OPTIONAL)
            return SETTERS[name](self._argument(math=math))
        if name in {"url", "nolinkurl", "path"}:
            return self._address()
        return self._verbatim() if name in {"verb", "lstinline"} else self._number(name, math=math)

    def _number(self, name: str, *, math: bool) -> str | None:
        """Read a number of siunitx, with its unit; None for any other command."""
        number = _NUMBER.fullmatch(name)
        if number is None:
            return None
        texts = self._arguments("[{{" if number["form"] == "range" else "[{", math=math)[1:]
        written = set_numbers(texts, number["form"] or "")
        return f"{written} {self._argument(math=True)}" if number["unit"] else written

    def _print(self, command: Command, *, math: bool) -> str:
        arguments = self._arguments(command.arguments, math=math or command.is_math)
        if not command.arguments and self.value.startswith("{}", self.at):
            self.at += 2
        return command.template.format(*arguments)

    def _arguments(self, forms: str, *, math: bool) -> list[str]:
        """Read one argument for each sign: `{` and `[` as in LaTeX's manuals, `#` a length."""
        skipped = {"[": _OPTIONAL, "#": _LENGTH}
        return [
            self._argument(math=math) if form == "{" else self._skip(skipped[form])
            for form in forms
        ]

    def _argument(self, *, math: bool) -> str:
        """Read a group, a command or one sign; `[…]` before a group says how it looks."""
        self._skip(_OPTIONAL_BEFORE)
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

    def _skip(self, form: re.Pattern[str]) -> str:
        """Skip what says how something looks or how far it is moved."""
        match = form.match(self.value, self.at)
        self.at = match.end() if match else self.at
        return ""

    def _verbatim(self) -> str:
        """Read what stands between two equal signs, or in braces."""
        opening = self.value[self.at : self.at + 1]
        closing = "}" if opening == "{" else opening
        end = self.value.find(closing, self.at + 1) if opening else -1
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
        if not text and mark == ACCENTS["'"]:
            return "’"  # Alzheimer{\'{}}s
        # An accent takes the place of the dot, so \'\i is í.
        first = {"ı": "i", "ȷ": "j"}.get(text[:1], text[:1])
        if not first.isalpha() and mark != MATH_ACCENTS["not"]:
            return text
        return unicodedata.normalize("NFC", first + mark) + text[1:]
