"""Read names in biblatex's extended form: `family=Berg, given=Henri, prefix=de`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from markdown_citations.library.parsing.values import end_of_braces

PARTS = ("family", "given", "prefix", "suffix")
"""What a name is made of."""
# In BibTeX's words, and those of catalogues.
_OTHER_WORDS = {
    **dict.fromkeys(("last", "lastname", "surname", "familyname"), "family"),
    **dict.fromkeys(("first", "firstname", "forename", "givenname"), "given"),
    **dict.fromkeys(("von", "particle"), "prefix"),
    "jr": "suffix",
}
# What styles add about a person, and print nowhere in a reference.
_OF_PERSONS = "affiliation|email|gender|orcid|title"
# Initials, and what biblatex lets a file say about one name.
_OPTION = "(?:use|unique|no|sort|label)[a-z]+"
_BESIDE = re.compile(rf"(?:{'|'.join(PARTS)})-i|id|hash|nametemplates|{_OF_PERSONS}|{_OPTION}")
_EXTENDED = re.compile(r'\s*"?\s*[a-z]+(?:-i)?\s*=', re.I)
_PART = re.compile(rf"(?<![a-z])(?:{'|'.join(PARTS)})(?:-i)?\s*[=:]", re.I)
_SET_PART = re.compile(rf"(?<![a-z])(?:{'|'.join(PARTS)})(?:-i)?\s*=", re.I)
_BEFORE_PART = re.compile(rf"(?:;|(?<!\s)\s)\s*(?={_PART.pattern})", re.I)
_PIECE = re.compile(r"(?P<key>[A-Za-z]+(?:-i)?)(?:\s*(?P<sign>[=:])\s*|\s+)(?P<value>.*)", re.S)


def split_commas(name: str) -> list[str]:
    """Split at commas outside braces and quotation marks."""
    if "{" not in name and '"' not in name:
        return [part.strip() for part in name.split(",")]
    parts: list[str] = []
    start = depth = 0
    quoted = False
    for mark in re.finditer(r"(?<!\\)[{}\",]", name):
        if mark[0] == '"':
            quoted = not quoted
        elif mark[0] != ",":
            depth += 1 if mark[0] == "{" else -1
        elif depth == 0 and not quoted:
            parts.append(name[start : mark.start()].strip())
            start = mark.end()
    return [*parts, name[start:].strip()]


def is_extended(name: str) -> bool:
    """Tell whether a name is in this form, or has a part that is."""
    if "=" not in name and ":" not in name:
        return False
    if _EXTENDED.match(name) or _SET_PART.search(name):
        return True
    return len(_PART.findall(name)) > 1  # Family: A Study Group


def parts_in_braces(name: str) -> str:
    """Return the parts of `{family=Berg, given=Henri}`; nothing for a body's name."""
    is_sure = name[:1] == "{" and _SET_PART.search(name) and end_of_braces(name) == len(name)
    return mend_extended(name[1:-1]) if is_sure else ""


def is_in_parts(name: str) -> bool:
    """Tell whether a name has this form, in braces as well, where a body's name may look so."""
    is_literal = name[:1] == "{" and name[-1:] == "}"
    return bool(parts_in_braces(name)) if is_literal else is_extended(name)


def is_list_option(name: str) -> bool:
    """Tell whether a name is biblatex's way to say how the list is read.

    `useprefix=true and Ludwig van Beethoven` is one person.
    """
    is_option = re.fullmatch(rf"{_OPTION}\s*=\s*[^\s,]+", name, re.I)
    return is_option is not None and not _PART.search(name)


def extended_parts(name: str) -> dict[str, str]:
    """Return the parts of a name as they are written."""
    parts: dict[str, str] = {}
    for key, value in _pieces(name):
        parts.setdefault(key, value)
    return parts


def stray_parts(name: str) -> list[str]:
    """Return what nobody reads in a name: `familiy`, `given Henri`, a part that comes again."""
    known: set[str] = set()
    stray: list[str] = []
    for key, value in _pieces(name):
        is_part = (key in PARTS or _BESIDE.fullmatch(key)) and key not in known
        if key and _PART.search(value):
            stray.append(f"{key}={value}")  # a comma is missing
        elif not is_part and (key or value):
            stray.append(key or value)
        known.add(key)
    return stray


def written_parts(name: str) -> list[str]:
    """Return the values of a name in their order, without those words that say what they are."""
    return [value for key, value in _pieces(name) if value and not _BESIDE.fullmatch(key)]


def mend_extended(name: str) -> str:
    """Return the name that was meant, nothing where that is not sure."""
    found: dict[str, str] = {}
    for chunk in split_commas(name):
        for text in _BEFORE_PART.split(chunk):
            match = _PIECE.fullmatch(text.strip(' "'))
            key = _meant(match["key"].lower(), is_sure=bool(match["sign"])) if match else ""
            if match is None or not key or key in found or not match["value"]:
                return ""
            found[key] = match["value"]
    return ", ".join(f"{key}={value}" for key, value in found.items()) if "family" in found else ""


def _meant(key: str, *, is_sure: bool) -> str:
    """Return the part that a word names; a near one only where it is sure to name one."""
    if key in PARTS or (is_sure and _BESIDE.fullmatch(key)):
        return key
    close = difflib.get_close_matches(key, PARTS, n=1, cutoff=0.75) if is_sure else []
    return _OTHER_WORDS.get(key) or "".join(close)


def _pieces(name: str) -> Iterator[tuple[str, str]]:
    """Yield each part's word and its value; the word is empty where there is none."""
    for part in split_commas(name):
        before, sign, after = part.strip(' "').partition("=")
        key, value = (before, after) if sign else ("", before)
        yield key.strip().lower(), value.strip().strip('"')
