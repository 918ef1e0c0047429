"""Check names, titles and the characters of every text."""

from __future__ import annotations

import functools
import html
import re
import unicodedata
from collections.abc import Iterator, Mapping

from markdown_citations.library.fields import ValueCheck
from markdown_citations.library.latex import decode, unknown_commands
from markdown_citations.library.people.author_lists import (
    as_bibtex,
    look_like_people,
    people_in_braces,
)
from markdown_citations.library.people.name_parts import (
    ET_AL,
    extended_parts,
    is_extended,
    is_list_option,
    is_literal,
    looks_like_a_body,
    split_commas,
    split_names,
    without_notes,
)
from markdown_citations.problems import Fault, Rule

NAME_MALFORMED = Rule(
    "name-malformed",
    "error",
    'Names stand apart by one "and", each as Family, Given.',
    "JabRef",
    "author = {Dore, J. and and Kew, B. M.}",
    "author = {Dore, J. and Kew, B. M.}",
)
NAME_DOUBTFUL = Rule(
    "name-doubtful",
    "warning",
    "A body's name stands in braces, and two people are no one person.",
    "markdown-citations",
    "author = {World Health Organization}",
    "author = {{World Health Organization}}",
)
NAME_CAPITALS = Rule(
    "name-capitals",
    "warning",
    "No name is in capitals; a body's name stands in braces.",
    "JabRef",
    "author = {DORE, J.}",
    "author = {Dore, J.}",
)
TITLE_CAPITALS = Rule(
    "title-capitals",
    "warning",
    "No title is in capitals throughout.",
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
    "No text holds an HTML tag, which readers would see.",
    "markdown-citations",
    "note = {On <i>Papaver</i>}",
    "note = {On Papaver}",
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

_SUSPECT = re.compile(r"[&<\ufffd\x00-\x08\x0e-\x1f\x7f]|[ÂÃ][\u0080-\u00bf]|â€")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,10}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,6});")
_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|scp|p|br|span|jats:\w+|mml:\w+)\b[^>]*>", re.I)
_AMPERSAND = re.compile(r"(?<!\\)&")
_BROKEN = re.compile(r"[\ufffd\x00-\x08\x0e-\x1f\x7f]|[ÂÃ][\u0080-\u00bf]|â€")
_ADDRESS = re.compile(r"https?://|\bwww\.", re.I)
# Outside braces, where it stands for a body's own sign.
_BETWEEN = re.compile(r"(?<=[\s.,])\\?&(?=\s)(?![^{]*\})")
_INITIAL_LAST = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)* [A-Z]\.?")
_BRACED = re.compile(r"\{[^{}]*\}")
# Two capitals side by side: PTSD, RCTs, mRNA, and not McIntyre.
_ABBREVIATION = re.compile(r"(?<![\w\\])\w*[A-Z]{2,}\w*(?:\\&\w+)*")


def check_characters(value: str) -> Iterator[Fault]:
    """Find what came in by a faulty copy: entities, tags, broken and decomposed letters."""
    if not value.isascii() and not unicodedata.is_normalized("NFC", value):
        hint = "Delete the accented letters and type them again."
        yield NOT_NFC, "a letter and its accent are two characters", hint
    if "\\" in value:
        for command in unknown_commands(value):
            hint = "Write the character itself."
            yield LATEX_UNKNOWN, f'nobody knows the command "\\{command}"', hint
    if "textless" in value or "\\less" in value or "\\lt" in value:
        value = decode(value)
    if not _SUSPECT.search(value):
        return
    if match := _BROKEN.search(value):
        message = f"a broken character: {value[max(0, match.start() - 10) : match.end() + 10]!r}"
        yield CHARACTER_BROKEN, message, "Copy the text once more, as UTF-8."
    if match := _ENTITY.search(value):
        sign = html.unescape(match[0]).replace("&", r"\&").replace("\u00a0", "~")
        hint = f"Write {sign} instead."
        yield HTML_ENTITY, f'an HTML entity: "{match[0]}"', hint
    elif _AMPERSAND.search(value):
        yield AMPERSAND_BARE, "an & without a backslash", r"Write \& instead."
    if match := _TAG.search(value):
        yield HTML_TAG, f'an HTML tag: "{match[0]}"', "Remove it; readers would see it."


def check_title(value: str) -> Iterator[Fault]:
    """Check that a title is neither in capitals nor holds an address."""
    if _ADDRESS.search(value):
        yield TITLE_ADDRESS, "the title holds an address", 'Put it into "url".'
    if value.isupper() and len(value.split()) > 2:
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


def check_names(value: str) -> Iterator[Fault]:
    """Check that names stand apart by the word "and", each as Family, Given."""
    if line := as_bibtex(value):
        message = f'a list of authors that BibTeX cannot take apart: "{_short(value)}"'
        yield NAME_MALFORMED, message, f'Write "and" between names: {line}'
        return
    names = split_names(value)
    if "others" in map(str.lower, names[: max(1, len(names) - 1)]):
        hint = 'Name at least the first of them; write "and others" at the end alone.'
        yield NAME_MALFORMED, f'"others" is no name: "{_short(value)}"', hint
    for name in names:
        yield from _faults_of(name)


# The same people stand in many entries.
@functools.lru_cache(maxsize=65536)
def _faults_of(name: str) -> tuple[Fault, ...]:
    return tuple(_check_name(name)) or tuple(_check_parts(name))


def _check_name(name: str) -> Iterator[Fault]:
    short = _short(name)
    if not name:
        hint = 'One "and" between two names, none before the first or after the last.'
        yield NAME_MALFORMED, 'an "and" without a name', hint
    elif people := people_in_braces(name):
        hint = f"Braces are for the name of a body. Write: {' and '.join(people)}"
        yield NAME_MALFORMED, f'several people in one pair of braces: "{short}"', hint
    elif is_literal(name) and not ET_AL.fullmatch(name[1:-1]):
        return
    elif is_extended(name):
        if not extended_parts(name).get("family") and not is_list_option(name):
            hint = "Write it as: family=Berg, given=Henri, prefix=de"
            yield NAME_MALFORMED, f'a name without its family name: "{short}"', hint
    elif name.endswith(",") or name.startswith(","):
        yield NAME_MALFORMED, f'a comma too many: "{short}"', "Remove it."
    elif ";" in name or len(split_commas(name)) > 3:
        hint = 'Write "and" between names: Dore, J. and Kew, B. M.'
        yield NAME_MALFORMED, f'these look like several names: "{short}"', hint
    elif _BETWEEN.search(name):
        hint = 'Write "and" between names; put a body\'s name into braces: {Taylor \\& Francis}.'
        yield NAME_MALFORMED, f'an & between names: "{short}"', hint
    elif re.search(r"\bet\b\.?,?\s*\bal\b", name):
        left = ET_AL.sub("", name.strip("{}"))
        hint = f"Write: {left} and others" if left and left != name else 'Write "others".'
        yield NAME_MALFORMED, f'"et al" is no name: "{short}"', hint
    elif look_like_people(name):
        hint = 'Write "and" between them; for one person, put the family name into braces.'
        yield NAME_DOUBTFUL, f'this looks like two people: "{short}"', hint
    elif looks_like_a_body(name):
        hint = f"Put a body's name into braces: {{{name}}}"
        yield NAME_DOUBTFUL, f'this looks like the name of a body: "{short}"', hint
    elif _is_shouted(name):
        hint = "Write Dore, J.; put a body's name into braces: {NICE}."
        yield NAME_CAPITALS, f'a name in capitals: "{short}"', hint


def _check_parts(name: str) -> Iterator[Fault]:
    """Find a title, an ORCID, an address, a mark or a nickname beside a name, and an initial."""
    if _INITIAL_LAST.fullmatch(name):
        family, letter = name.rstrip(".").split()
        hint = f"Write {family}, {letter}. or, if that is right, {letter}, {family}"
        yield NAME_DOUBTFUL, f'the family name is one letter: "{name}"', hint
    if is_literal(name) or (rest := without_notes(name)) == name:
        return
    hint = "For a body, or to keep all of it, put the whole into braces."
    hint = (
        f"Write: {rest}. {hint}"
        if re.match(r"[^\W\d_].*", rest) and not name[0].isdigit()
        else hint
    )
    yield NAME_MALFORMED, f'a name with what is no name: "{_short(name)}"', hint


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _is_shouted(name: str) -> bool:
    family = name.partition(",")[0] if "," in name else name.rpartition(" ")[2]
    # "Ng", "Li" and initials may be capitals; four letters are no initials.
    return family.isupper() and sum(map(str.isalpha, family)) > 3


CHECKS: Mapping[str, ValueCheck] = {"title": check_title, "names": check_names}
"""By the kind of a field, besides `check_characters`, which is for every text."""
