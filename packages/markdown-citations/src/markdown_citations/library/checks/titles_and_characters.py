"""Check titles and the characters of every text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from markdown_citations.library.fields import ValueCheck
from markdown_citations.library.latex import decode_latex, unknown_commands
from markdown_citations.library.latex.command_table import ACCENTS
from markdown_citations.library.latex.html_marks import (
    ENTITY,
    as_latex,
    escape,
    find_tag,
    is_escaped,
    read_entities,
    read_entity,
)
from markdown_citations.library.mojibake import find_mojibake
from markdown_citations.problems import Fault, Rule

TITLE_CAPITALS = Rule(
    "title-capitals",
    "warning",
    "Neither a title nor the name of a journal is in capitals throughout.",
    "JabRef",
    "@misc{smith2027, title = {A TITLE THAT SHOUTS}, year = {2026}}",
    "@misc{smith2027, title = {A title that speaks}, year = {2026}}",
)
TITLE_ADDRESS = Rule(
    "title-address",
    "warning",
    "No title holds an address.",
    "JabRef",
    "@misc{smith2027, title = {A title, www.example.org}, year = {2026}}",
    "@misc{smith2027, title = {A title}, url = {https://www.example.org}, year = {2026}}",
)
TITLE_ABBREVIATION = Rule(
    "title-abbreviation",
    "warning",
    "Abbreviations in a title stand in braces, or styles that lower capitals spoil them.",
    "JabRef",
    "@misc{smith2027, title = {Sleep after PTSD}, year = {2026}}",
    "@misc{smith2027, title = {Sleep after {PTSD}}, year = {2026}}",
)
HTML_ENTITY = Rule(
    "html-entity",
    "error",
    "No text holds an HTML entity.",
    "JabRef",
    "note = {Taylor &amp; Francis}",
    r"note = {Taylor \& Francis}",
)
HTML_TAG = Rule(
    "html-tag",
    "error",
    "No text holds an HTML tag.",
    "markdown-citations",
    "note = {On <i>Papaver</i>}",
    r"note = {On \emph{Papaver}}",
)
AMPERSAND_BARE = Rule(
    "ampersand-bare",
    "error",
    "An & has a backslash before it.",
    "BibTeX",
    "note = {Taylor & Francis}",
    r"note = {Taylor \& Francis}",
)
CHARACTER_BROKEN = Rule(
    "character-broken",
    "error",
    "No character was broken on its way into the file.",
    "JabRef",
    "note = {LÃ³pez-Roca}",
    "note = {López-Roca}",
)
NOT_NFC = Rule(
    "not-nfc",
    "warning",
    "An accented letter is one character, not a letter and an accent.",
    "Unicode NFC",
    "note = {Lo\u0301pez-Roca}",
    "note = {López-Roca}",
)
LATEX_UNKNOWN = Rule(
    "latex-unknown",
    "error",
    "Every LaTeX command is one that can be turned into characters.",
    "markdown-citations",
    r"note = {A \oldword word}",
    "note = {An old word}",
)

# An address takes its signs as they are.
_IN_ADDRESS = re.compile(r"\\(?:url|href|path|nolinkurl)\s*\{[^{}]*\}")
_ESCAPED = re.compile(r"\$*\\[A-Za-z]{2,}[{$][^{}$]{0,30}[}$]?|\$[^$\s]{1,20}[_^][^$\s]{1,20}\$")
# As PDFs give them: Mu¨ller, Hubaˇcek.
_ACCENT_APART = re.compile(r"(?<=[^\W\d_])[¨ˇ˘˙¸˛˝](?=[^\W\d_])")
# babel's sign for an umlaut, in German: M"uller.
_SHORTHAND = re.compile(r"(?<![\w\"])[^\W\d_]+(?P<sign>\")(?P<letter>[aouAOU])[^\W\d_]+(?![\w\"])")
# At a word's start it would open a quotation, but nothing closes that: "Anderung.
_AT_START = re.compile(
    r"(?<![^\s{])(?P<sign>\")(?P<letter>[aouAOU])[^\W\d_]*(?!.*(?:''|’’|[”“]))", re.S
)
# An apostrophe is one more often before a consonant.
_BACKSLASH_LOST = re.compile(
    r"(?<![^\W\d_])(?P<before>[^\W\d_]+)?\{(?P<sign>[\"`^~]|'(?=[aeiouy]))"
    r"(?P<letter>[A-Za-z])\}(?(before)[^\W\d_]*|[^\W\d_]+)"
)
# As JSON has a backslash; a line end is \\ as well, but nobody breaks a line before these.
_TWICE = re.compile(r"(?<!\\)\\(\\(?:[A-Za-z]+\s*\{|[&%$#_]|[\"'`^~]\{?[A-Za-z]))")
# An unknown entity that starts as a known one keeps its end: &notit; is read ¬it;
_LONGEST_SIGN = 3
_AMPERSAND = re.compile(r"(?<!\\)&")
_BROKEN = re.compile(r"[\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f]")
_ADDRESS = re.compile(r"https?://|\bwww\.", re.I)
_BRACED = re.compile(r"\{[^{}]*\}")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
# Two capitals side by side: PTSD, RCTs, mRNA, and not McIntyre.
_ABBREVIATION = re.compile(r"(?<![\w\\])\w*[A-Z]{2,}\w*(?:\\&\w+)*")


def check_characters(value: str) -> Iterator[Fault]:
    """Find what came in by a faulty copy: entities, tags, broken and decomposed letters."""
    value = _IN_ADDRESS.sub("", value) if "&" in value and "\\" in value else value
    read = decode_latex(value) if "\\" in value or "{<" in value else value
    has_mentions = is_escaped(value)
    is_apart = not read.isascii() and _ACCENT_APART.search(read)
    if is_apart or not (value.isascii() or unicodedata.is_normalized("NFC", value)):
        hint = "Delete the accented letters and type them again."
        yield NOT_NFC, "a letter and its accent are two characters", hint
    if "\\" in value:
        for command in unknown_commands(value):
            hint = "Write what it stands for."
            yield LATEX_UNKNOWN, f'nobody knows the command "\\{command}"', hint
        if twice := _TWICE.search(value):
            message = f'two backslashes: "{twice[0]}"'
            yield LATEX_UNKNOWN, message, f"Write one, wherever it is so: {twice[1]}"
    yield from _check_accent(value)
    # Programs escape what they take for text: {\textless}i{\textgreater}, {\&}{\#}945;
    if escaped := ("\\" in read or "\\$" in value) and _ESCAPED.search(read):
        message = f'LaTeX that a program has escaped: "{escaped[0]}"'
        yield LATEX_UNKNOWN, message, "Write the characters that are meant."
    if read != value and ("<" in read or "&" in read):
        signs = re.findall("<|&#?\\w+;", read)
        value += " " + "".join(sign for sign in signs if sign == "<" or read_entity(sign) != sign)
    yield from _check_letters(value)
    if not ("&" in value or "<" in value):
        return
    shown = read_entities(read)
    tag = find_tag(shown, has_mentions=has_mentions)
    value = value if tag in read else read_entities(value, "<>")  # &lt;i&gt;
    entities = dict.fromkeys(ENTITY.findall(value))
    if found := {one: sign for one in entities if len(sign := read_entity(one)) < _LONGEST_SIGN}:
        message = f'an HTML entity: "{next(iter(found))}"'
        if len(found) > 1:
            message = f"HTML entities: {', '.join(found)}"
        yield HTML_ENTITY, message, f"Write {', '.join(map(_write, found.values()))} instead."
    elif _AMPERSAND.search(value):
        yield AMPERSAND_BARE, "an & without a backslash", r"Write \& instead."
    if tag:
        latex = as_latex(value, tag, shown)
        hint = f"Write {latex} instead." if latex else "Remove it."
        yield HTML_TAG, f'an HTML tag: "{tag}"', hint


def _write(sign: str) -> str:
    """Return how to write a sign; one that nobody sees is a blank or nothing."""
    if sign == "\u00a0":
        return "~"
    return (
        escape(sign) if sign.isprintable() and sign else "a blank" if sign.isspace() else "nothing"
    )


def _check_letters(value: str) -> Iterator[Fault]:
    if found := _find_mojibake(value):
        yield CHARACTER_BROKEN, f"a broken character: {found[0]!r}", _as_meant(found[1])
    elif match := _BROKEN.search(value):
        message = f"a broken character: {value[max(0, match.start() - 10) : match.end() + 10]!r}"
        yield CHARACTER_BROKEN, message, "Copy the text once more, as UTF-8."


def _as_meant(word: str) -> str:
    """Return what to do about a broken word; which of its signs nobody sees must be seen."""
    word = word.strip("{},;:").replace("\u00a0", "~")
    return f"Write {word}." if word and word.isprintable() else "Copy the text once more, as UTF-8."


def _check_accent(value: str) -> Iterator[Fault]:
    if lost := find_lost_accent(value):
        letter = unicodedata.normalize("NFC", lost["letter"] + ACCENTS[lost["sign"]])
        message = f"an accent without its backslash: {lost[0]}"
        hint = f"Write {letter}, if that is meant."
        if lost["sign"] == '"' and "{" not in lost[0]:
            is_inside = lost.start("sign") > lost.start()
            message = f"a quotation mark inside a word: {lost[0]}"
            hint = f"Write {letter}, if that is meant, or put a blank before the quotation mark."
            if not is_inside:
                message = f"a quotation mark that nothing closes: {lost[0]}"
                hint = f"Write {letter}, if that is meant, or close it."
        yield LATEX_UNKNOWN, message, hint


def has_broken_letters(value: str) -> bool:
    """Tell whether a character was broken on its way into the file."""
    return _BROKEN.search(value) is not None or _find_mojibake(value) is not None


def _find_mojibake(value: str) -> tuple[str, str] | None:
    """Find it as it stands, and as programs write it that put each letter into LaTeX."""
    return find_mojibake(decode_latex(value) if value.isascii() and "\\" in value else value)


def find_lost_accent(value: str) -> re.Match[str] | None:
    """Find a letter and an accent that TeX takes for signs: `M"uller`, `M{"u}ller`."""
    found = _SHORTHAND.search(value) if '"' in value else None
    if not found and value.count('"') == 1:
        found = _AT_START.search(value)
    return found or (_BACKSLASH_LOST.search(value) if "{" in value else None)


def is_between_names(fault: Fault) -> bool:
    """Tell whether a fault is an & or a mark between names, of which more is said."""
    return fault[0] in {AMPERSAND_BARE, HTML_TAG} or (
        fault[0] is HTML_ENTITY and "&amp;" in fault[1]
    )


def check_title(value: str) -> Iterator[Fault]:
    """Check that a title is neither in capitals nor holds an address."""
    if _ADDRESS.search(value):
        yield TITLE_ADDRESS, "the title holds an address", 'Put it into "url".'
    if _is_shouted(value):
        hint = "Write it in sentence case, with braces round abbreviations: {PTSD}."
        yield TITLE_CAPITALS, "the title is in capitals", hint
        return
    bare = value
    while "{" in bare and (inner := _BRACED.sub(" ", bare)) != bare:
        bare = inner
    if found := list(dict.fromkeys(_ABBREVIATION.findall(bare))):
        message = f"abbreviations without braces: {', '.join(found)}"
        hint = f"Write {{{found[0]}}}, or some styles print {found[0].lower()}."
        yield TITLE_ABBREVIATION, message, hint


def _is_shouted(value: str) -> bool:
    return value.isupper() and len(value.split()) > 2


def check_journal(value: str) -> Iterator[Fault]:
    """Check that a journal is not in capitals, as Web of Science has all; A + U is none."""
    if _is_shouted(value) and len(_LONG_WORD.findall(value)) > 1:
        yield TITLE_CAPITALS, "the journal is in capitals", "Write it as the journal itself does."


CHECKS: Mapping[str, ValueCheck] = {"title": check_title, "journal": check_journal}
"""By the kind of a field, besides `check_characters`, which is for every text."""
