"""Check names, titles and the characters of every text.

Takes a field's value. Gives findings.
Must stay free of identifiers and dates, which have modules of their own.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from markdown_citations.library.checks.findings import Finding, ValueCheck
from markdown_citations.library.fields import NAME_FIELDS
from markdown_citations.library.latex import unknown_commands
from markdown_citations.library.names import split_names

_SUSPECT = re.compile(r"[&<\ufffd\x00-\x08\x0e-\x1f\x7f]|[ÂÃ][\u0080-\u00bf]|â€")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,10}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,6});")
_TAG = re.compile(r"</?(?:i|b|em|strong|sub|sup|scp|p|br|span|jats:\w+|mml:\w+)\b[^>]*>", re.I)
_AMPERSAND = re.compile(r"(?<!\\)&")
_BROKEN = re.compile(r"[\ufffd\x00-\x08\x0e-\x1f\x7f]|[ÂÃ][\u0080-\u00bf]|â€")
_ADDRESS = re.compile(r"https?://|\bwww\.", re.I)
_BRACED = re.compile(r"\{[^{}]*\}")
# Two capitals side by side: PTSD, RCTs, mRNA, and not McIntyre.
_ABBREVIATION = re.compile(r"(?<![\w\\])\w*[A-Z]{2,}\w*")


def check_characters(value: str) -> Iterator[Finding]:
    """Find what came in by a faulty copy: entities, tags, broken and decomposed letters."""
    if not value.isascii() and not unicodedata.is_normalized("NFC", value):
        hint = "Delete the accented letters and type them again."
        yield Finding("not-nfc", "a letter and its accent are two characters", hint)
    if "\\" in value:
        for command in unknown_commands(value):
            hint = "Write the character itself."
            yield Finding("latex-unknown", f'nobody knows the command "\\{command}"', hint)
    if not _SUSPECT.search(value):
        return
    if match := _BROKEN.search(value):
        message = f"a broken character: {value[max(0, match.start() - 10) : match.end() + 10]!r}"
        yield Finding("character-broken", message, "Copy the text once more, as UTF-8.")
    if match := _ENTITY.search(value):
        sign = html.unescape(match[0]).replace("&", r"\&")
        hint = f"Write {sign} instead."
        yield Finding("html-entity", f'an HTML entity: "{match[0]}"', hint)
    elif _AMPERSAND.search(value):
        yield Finding("ampersand-bare", "an & without a backslash", r"Write \& instead.")
    if match := _TAG.search(value):
        yield Finding("html-tag", f'an HTML tag: "{match[0]}"', "Remove it; readers would see it.")


def check_title(value: str) -> Iterator[Finding]:
    """Hold that a title is neither in capitals nor holds an address."""
    if _ADDRESS.search(value):
        yield Finding("title-address", "the title holds an address", 'Put it into "url".')
    if value.isupper() and len(value.split()) > 2:
        hint = "Write it in sentence case, with braces round abbreviations: {PTSD}."
        yield Finding("title-capitals", "the title is in capitals", hint)
        return
    bare = value
    while "{" in bare and (inner := _BRACED.sub("", bare)) != bare:
        bare = inner
    if found := list(dict.fromkeys(_ABBREVIATION.findall(bare))):
        message = f"abbreviations without braces: {', '.join(found)}"
        hint = f"Write {{{found[0]}}}, or some styles print {found[0].lower()}."
        yield Finding("title-abbreviation", message, hint)


def check_names(value: str) -> Iterator[Finding]:
    """Hold that names stand apart by the word "and", each as Family, Given."""
    names = split_names(value)
    for name in names:
        if not name:
            hint = 'One "and" between two names, none before the first or after the last.'
            yield Finding("name-malformed", 'an "and" without a name', hint)
        elif name.startswith("{") and name.endswith("}"):
            continue
        elif name.endswith(",") or name.startswith(","):
            yield Finding("name-malformed", f'a comma too many: "{name}"', "Remove it.")
        elif ";" in name or name.count(",") > 2:
            hint = 'Write "and" between names: Dore, J. and Kew, B. M.'
            yield Finding("name-malformed", f'these look like several names: "{name[:60]}"', hint)
        elif re.search(r"\bet al\b", name):
            hint = 'Write "and others" for authors that you leave out.'
            yield Finding("name-malformed", f'"et al" is no name: "{name[:60]}"', hint)
        elif _is_shouted(name):
            hint = "Write Dore, J.; put a body's name into braces: {NICE}."
            yield Finding("name-capitals", f'a name in capitals: "{name}"', hint)


def _is_shouted(name: str) -> bool:
    family = name.partition(",")[0] if "," in name else name.rpartition(" ")[2]
    # "Ng", "Li" and initials may be capitals; four letters are no initials.
    return family.isupper() and sum(map(str.isalpha, family)) > 3


CHECKS: Mapping[str, ValueCheck] = MappingProxyType(
    {"title": check_title, "booktitle": check_title, **dict.fromkeys(NAME_FIELDS, check_names)}
)
"""By field, besides `check_characters`, which is for every text."""
