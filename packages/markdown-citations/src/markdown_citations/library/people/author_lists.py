"""Recognize lists of authors in the forms that PubMed, AMA, APA and Google Scholar give.

BibTeX reads none of them: names stand apart by "and" there. What is recognized comes
back as the line that the file should have.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable

from markdown_citations.library.people.name_parts import (
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
    rf"\s+(?P<initials>{_CAPITAL}{{1,3}}|{_CAPITAL}-{_CAPITAL}|(?:{_CAPITAL}\.[\s\-]?){{1,4}})"
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
_SEPARATOR = re.compile(r"\s*[,;]?\s*(?:\\?&\s+|(?<=[.,])\\?&|\band\b\s+)|\s*;\s*", re.I)
# In other languages, where both sides of it are inverted.
_SEPARATOR_ELSEWHERE = re.compile(r"\s*,?\s+(?:und|et|y|e|og|och|en|/|\||\+|and|\\?&)\s+|\s*;\s*")
_SPACE = re.compile(r"\s+")
_SIGN = r"[\d¹²³⁰⁴-⁹*†‡§¶‖#]+"
_MARKS = re.compile(
    rf"(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|(?:https?://orcid\.org/)?(?:\d{{4}}-){{3}}\d{{3}}[\dX])"
    rf"|(?<=[^\W\d_.]){_SIGN}(?:,\s?{_SIGN})*(?!\w))+"
)
_RAISED = re.compile(r"\s*(?:\\textsuperscript\{[^{}]*\}|\$\^(?:\{[^{}]*\}|[^{}$])\$)")

Reader = Callable[[list[str], list[str]], list[str]]
"""From the names between separators, and what stands between commas, to BibTeX's names."""


@functools.lru_cache(maxsize=4096)
def as_bibtex(value: str) -> str:
    """Return the line that a list of authors should be, or an empty text for no such list.

    A list that is right already is none.
    """
    text, raised = _RAISED.subn("", value) if "\\" in value or "$" in value else (value, 0)
    if "{" in text or "=" in text or len(text) > 20_000:
        return ""
    if not re.search(r"[,;&]", text) and looks_like_a_body(text):
        return ""
    text = text.replace("&amp;", "&")
    text, others = ET_AL.subn("", _LAST_OF_MANY.sub("…", text.strip()))
    text, marks = _MARKS.subn("", text.strip(" ,;&"))
    is_marked = bool(raised or marks)
    names = _read(text, is_marked=is_marked)
    if not names or (is_marked and len(names) < 2) or any(name.count(",") > 2 for name in names):
        return ""
    names = [f"{{{name}}}" if looks_like_a_body(name) else _in_order(name) for name in names]
    line = " and ".join([*names, *(["others"] if others else [])])
    return line if _SPACE.sub("", line) != _SPACE.sub("", value) else ""


def _read(text: str, *, is_marked: bool) -> list[str]:
    """Return the names of a list; `is_marked` where footnotes' marks stood behind them."""
    parts, titled = _without_degrees(part.strip(" ,") for part in _SEPARATOR.split(text))
    commas = _split_commas(parts)
    sure = ";" in text or "&" in text or titled or is_marked
    sure = sure or any(map(_has_commas, split_names(text)))
    # "A. Roe and B. Doe" is as BibTeX has it.
    ahead = _initials_family if "," in text else _nothing
    readers: tuple[Reader, ...] = (
        _family_initials,
        _family_comma_initials,
        _by_semicolons if ";" in text else _nothing,
        _full_names if len(commas) > 2 or len(parts) > 1 or titled or is_marked else _nothing,
        ahead,
        _inverted_first,
        _by_ampersand if "&" in text else _nothing,
        (lambda names, _commas: names) if titled else _nothing,
    )
    if not all(commas):
        return []
    for reader in readers if sure else (_family_initials, ahead):
        if names := reader(parts, commas):
            return names
    elsewhere = _SEPARATOR_ELSEWHERE.split(text) if " " in text else []
    if len(elsewhere) > len(parts):
        commas = _split_commas(elsewhere)
        return _family_initials(elsewhere, commas) or _family_comma_initials(elsewhere, commas)
    return []


def _in_order(name: str) -> str:
    """Return `Roe, Jr., A.`, as BibTeX has it, for `Roe, A., Jr.`."""
    parts = [part.strip() for part in name.split(",")]
    swap = len(parts) == 3 and _is_generation(parts[2]) and not _is_generation(parts[1])
    return f"{parts[0]}, {parts[2]}, {parts[1]}" if swap else name


def _is_generation(text: str) -> bool:
    return text.strip(" .").lower() in name_words("generations")


def _split_commas(parts: Iterable[str]) -> list[str]:
    return [chunk.strip() for part in parts for chunk in part.split(",")]


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


@functools.cache
def _degree() -> re.Pattern[str]:
    """Find `MD` and `Ph.D.` at the end of a name."""
    forms = "|".join(r"\.?".join(word) for word in sorted(name_words("degrees")))
    return re.compile(rf"(?:(?:^|\s+)(?:{forms})\b\.?)+\s*$")


def _without_degrees(parts: Iterable[str]) -> tuple[list[str], bool]:
    """Drop `MD` and `PhD` behind whole names; the flag tells whether there were any.

    Behind a family name alone such letters may be initials: `Smith, MD`, `Dore MD`.
    """
    chunked = [part.split(",") for part in parts]
    kept: list[str] = []
    titled = certain = any(_has_degree(chunk) for chunks in chunked for chunk in chunks)
    for chunks in chunked:
        names: list[list[str]] = [[]]
        for chunk in chunks:
            rest = _degree().sub("", chunk).strip()
            if len(names) > 1 and not names[-1] and _is_generation(rest):
                names[-2].append(rest)  # Roe, A., MD, Jr.
            elif rest:
                names[-1].append(rest if certain else chunk)
            elif len(names[-1]) > 1 or " " in "".join(names[-1]).strip():
                names.append([])
                titled = True
            elif names[-1] or len(names) == 1:  # else it is the second degree of one person
                names[-1].append(chunk)
        kept += [",".join(name).strip() for name in names if name]
    return kept, titled


def _has_degree(name: str) -> bool:
    """Tell whether a name ends in a degree that cannot be initials."""
    found = _degree().search(name)
    first, _, more = name[: found.start()].strip().partition(" ") if found else ("", "", "")
    if found is None or not first:
        return False
    letters = found[0].strip()
    is_sure = first.lower() in name_words("given") or "." in letters
    return not letters.isupper() or bool(more and is_sure)


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
    if any(match["initials"] in {"II", "III"} for match in found if match):
        return []  # Gates III, William H.
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
        names.append(f"{family}, {suffix}{_dotted(match['initials'])}")
    return names


def _initials_family(_parts: list[str], commas: list[str]) -> list[str]:
    """Read `AB Roe, C van Doe`: the Vancouver form turned round."""
    found = [_AHEAD.fullmatch(chunk) for chunk in commas]
    if len(found) < 2 or not all(found):
        return []
    return [f"{match['family']}, {_dotted(match['initials'])}" for match in found if match]


def _family_comma_initials(_parts: list[str], commas: list[str]) -> list[str]:
    """Read `Roe, A., Doe, J. B., Jr., & Brown, L.`: APA, Harvard."""
    people: list[list[str]] = []
    for chunk in commas:
        if people and len(people[-1]) == 2 and _is_generation(chunk):
            people[-1].insert(1, chunk)
        elif people and len(people[-1]) == 1:
            people[-1].append(chunk)
        else:
            people.append([chunk])
    if len(people) < 2 or len(people[-1]) == 1:
        return []
    if not all(_INITIALS.fullmatch(person[-1]) for person in people):
        short = all(len(text.split()) == 1 and text.isalpha() for text in commas)
        if not short:
            return []
    if any(_INITIALS.fullmatch(person[0]) and len(person[0]) < 3 for person in people):
        return []
    return [", ".join(person) for person in people]


def _full_names(_parts: list[str], commas: list[str]) -> list[str]:
    """Read `Ada Roe, Jim Doe and Kim Poe`: IEEE, web pages."""
    return commas if all(_FULL.fullmatch(chunk) for chunk in commas) else []


def _inverted_first(_parts: list[str], commas: list[str]) -> list[str]:
    """Read `Dore, Jennifer, Brent Turnipseed, and Shannon Dwyer`: Chicago, MLA."""
    if len(commas) < 3 or not all(_FULL.fullmatch(chunk) for chunk in commas[2:]):
        return []
    if _INITIALS.fullmatch(commas[0]) or _is_generation(commas[1]):
        return []
    return [f"{commas[0]}, {commas[1]}", *commas[2:]]


def _by_semicolons(parts: list[str], _commas: list[str]) -> list[str]:
    """Read `Roe, Ada; Doe, Jim`, and `Roe A, Jr`."""
    if not all(part.count(",") <= 2 for part in parts):
        return []
    names = []
    for part in parts:
        before, _, behind = part.partition(",")
        whole = f"{before} {behind.strip()}" if _is_generation(behind) else part
        names.append((_family_initials([], [whole]) or [part])[0])
    return names


def _by_ampersand(parts: list[str], _commas: list[str]) -> list[str]:
    """Read `Blog, F. & Doe, J.`."""
    return parts if all(part.count(",") <= 1 and " " in part for part in parts) else []


def _dotted(initials: str) -> str:
    """Return `J.-P. A.` for `J-PA`."""
    return re.sub(
        r"(?<=\.)(?=\w)", " ", re.sub(r"[\W_]*?(-?)[\W_]*([^\W\d_])[.\s]*", r"\1\2.", initials)
    )
