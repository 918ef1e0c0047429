"""Recognize lists of authors in the forms that PubMed, AMA, APA and Google Scholar give.

BibTeX reads none of them: names stand apart by "and" there. What is recognized comes
back as the line that the file should have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from markdown_citations.library.names import (
    ET_AL,
    is_literal,
    looks_like_a_body,
    name_words,
    split_names,
)

_LETTER = r"[^\W\d_]"
_WORD = rf"{_LETTER}(?:{_LETTER}|['’.\-‐])*"
_INITIALS = re.compile(r"(?:[^\W\d_a-zß-ÿ]\.?[\s\-]?){1,4}")
_FAMILY = rf"(?:{_LETTER}+\s+){{0,3}}(?=\S*[a-zß-ÿ])[^\W\d_a-z](?:{_LETTER}|['’\-‐])+"
_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_BEHIND = (
    rf"\s+(?P<initials>{_CAPITAL}{{1,3}}|(?:{_CAPITAL}\.){{1,4}})"
    r"(?P<more>\s+(?:Jr|Sr|JR|SR|2nd|3rd|I{2,3}))?\.?"
)
_PUBMED = re.compile(rf"(?P<family>{_FAMILY}){_BEHIND}")
_AHEAD = re.compile(
    rf"(?P<initials>{_CAPITAL}{{2,3}}|(?:{_CAPITAL}\.?[\s\-]?){{1,4}})\s+(?P<family>{_FAMILY})"
)
# APA names the last of many behind an ellipsis, for which BibTeX has no sign.
_LAST_OF_MANY = re.compile(r"(?<=[\s,;])(?:…|\.\s?\.\s?\.)[\s,;&]*[^\s.,;&].*", re.S)
_SHOUTED = re.compile(rf"(?P<family>(?:{_CAPITAL}+['’\-‐\s])*{_CAPITAL}{{2,}}){_BEHIND}")
_FULL = re.compile(rf"(?:{_WORD}\.?\s+){{1,4}}{_LETTER}(?:{_LETTER}|['’\-‐])+")
_SEPARATOR = re.compile(r"\s*[,;]?\s*(?:\\?&|\band\b)\s+|\s*;\s*", re.I)
_SPACE = re.compile(r"\s+")


def as_bibtex(value: str) -> str:
    """Return the line that a list of authors should be, or an empty text for no such list.

    A list that is right already is none.
    """
    if "{" in value or "=" in value or len(value) > 20_000:
        return ""
    sure = ";" in value or "&" in value or any(map(_has_commas, split_names(value)))
    text, others = ET_AL.subn("", _LAST_OF_MANY.sub("…", value.strip()))
    parts, titled = _without_degrees(part.strip(" ,") for part in _SEPARATOR.split(text))
    commas = [chunk.strip() for part in parts for chunk in part.split(",")]
    # "A. Roe and B. Doe" is as BibTeX has it.
    ahead = _initials_family if "," in text else _nothing
    readers: tuple[Callable[[list[str], list[str]], list[str]], ...] = (
        _family_initials,
        _family_comma_initials,
        _by_semicolons if ";" in text else _nothing,
        _full_names,
        ahead,
        _inverted_first,
        _by_ampersand if "&" in text else _nothing,
    )
    if not all(commas):
        return ""
    if titled:
        readers, sure = (*readers, lambda names, _commas: names), True
    for reader in readers if sure else (_family_initials, ahead):
        if names := reader(parts, commas):
            line = " and ".join([*names, *(["others"] if others else [])])
            return line if _SPACE.sub("", line) != _SPACE.sub("", value) else ""
    return ""


def look_like_people(name: str) -> bool:
    """Tell whether `Ada Roe, Jim Doe` is two people: both halves open with a given name."""
    halves = [half.strip() for half in name.split(",")]
    return (
        len(halves) == 2
        and all(_FULL.fullmatch(half) for half in halves)
        and all(half.split()[0].lower() in name_words("given") for half in halves)
    )


def people_in_braces(name: str) -> list[str]:
    """Return the people of `{Roe, Ada and Doe, Jim}`; nothing where it is one body."""
    if not is_literal(name):
        return []
    people = split_names(name[1:-1])
    inverted = all(person.count(",") == 1 and not looks_like_a_body(person) for person in people)
    return people if len(people) > 1 and inverted else []


def _without_degrees(parts: Iterable[str]) -> tuple[list[str], bool]:
    """Drop `MD` and `PhD` behind whole names; the flag tells whether there were any.

    Behind a family name alone such letters may be initials: `Smith, MD`.
    """
    kept: list[str] = []
    titled = False
    for part in parts:
        chunks: list[str] = []
        for chunk in part.split(","):
            is_degree = chunk.replace(".", "").strip().lower() in name_words("degrees")
            if is_degree and (len(chunks) > 1 or (chunks and " " in chunks[0].strip())):
                titled = True
                kept.append(",".join(chunks).strip())
                chunks = []
            else:
                chunks.append(chunk)
        if chunks or not part:
            kept.append(",".join(chunks).strip())
    return kept, titled


def _has_commas(name: str) -> bool:
    """Tell whether a name has more commas than "Zarate, Jr, C. A." explains."""
    parts = [part.strip(" .").lower() for part in name.split(",")]
    return len(parts) > 2 and not (len(parts) == 3 and name_words("generations") & {*parts[1:]})


def _nothing(_parts: list[str], _commas: list[str]) -> list[str]:
    return []


def _family_initials(_parts: list[str], commas: list[str]) -> list[str]:
    """Read `Dore J, Turnipseed BM`: PubMed, AMA, Vancouver."""
    found = [_PUBMED.fullmatch(chunk) for chunk in commas]
    if len(found) > 1 and not any(found):
        found = [_SHOUTED.fullmatch(chunk) for chunk in commas]
    if len(found) == 1 and found[0] and len(found[0]["initials"]) == 1:
        return []  # one person may have a letter for a name: Malcolm X
    names: list[str] = []
    for match, chunk in zip(found, commas, strict=True):
        if match is None:
            # Behind its members stands a group.
            if not names or " on behalf of " in chunk or not looks_like_a_body(chunk):
                return []
            names.append(f"{{{chunk}}}")
            continue
        family, more = match["family"], (match["more"] or "").strip()
        if family.isupper():
            family, more = family.title(), more.title()
        suffix = f"{more}, " if more else ""
        names.append(f"{family}, {suffix}{_dotted(match['initials'].replace('.', ''))}")
    return names


def _initials_family(_parts: list[str], commas: list[str]) -> list[str]:
    """Read `AB Roe, C van Doe`: the Vancouver form turned round."""
    found = [_AHEAD.fullmatch(chunk) for chunk in commas]
    if len(found) < 2 or not all(found):
        return []
    letters = (re.sub(r"[\W_]", "", match["initials"]) for match in found if match)
    families = (match["family"] for match in found if match)
    return [f"{family}, {_dotted(text)}" for family, text in zip(families, letters, strict=True)]


def _family_comma_initials(_parts: list[str], commas: list[str]) -> list[str]:
    """Read `Roe, A., Doe, J. B., & Brown, L.`: APA, Harvard."""
    families, initials = commas[0::2], commas[1::2]
    if len(commas) < 4 or len(families) != len(initials):
        return []
    if not all(_INITIALS.fullmatch(text) for text in initials):
        short = all(len(text.split()) == 1 and text.isalpha() for text in commas)
        if not short:
            return []
    if any(_INITIALS.fullmatch(text) and len(text) < 3 for text in families):
        return []
    return [f"{family}, {given}" for family, given in zip(families, initials, strict=True)]


def _full_names(_parts: list[str], commas: list[str]) -> list[str]:
    """Read `Ada Roe, Jim Doe and Kim Poe`: IEEE, web pages."""
    if len(commas) < 3 or not all(_FULL.fullmatch(chunk) for chunk in commas):
        return []
    return commas


def _inverted_first(_parts: list[str], commas: list[str]) -> list[str]:
    """Read `Dore, Jennifer, Brent Turnipseed, and Shannon Dwyer`: Chicago, MLA."""
    if len(commas) < 3 or not all(_FULL.fullmatch(chunk) for chunk in commas[2:]):
        return []
    if _INITIALS.fullmatch(commas[0]) or commas[1].lower().rstrip(".") in name_words("generations"):
        return []
    return [f"{commas[0]}, {commas[1]}", *commas[2:]]


def _by_semicolons(parts: list[str], _commas: list[str]) -> list[str]:
    """Read `Roe, Ada; Doe, Jim`."""
    if not all(part.count(",") <= 2 for part in parts):
        return []
    return [(_family_initials([], [part]) or [part])[0] for part in parts]


def _by_ampersand(parts: list[str], _commas: list[str]) -> list[str]:
    """Read `Blog, F. & Doe, J.`."""
    return parts if all(part.count(",") <= 1 and " " in part for part in parts) else []


def _dotted(initials: str) -> str:
    return " ".join(f"{letter}." for letter in initials)
