"""Tell whether BibTeX reads a list of authors as it stands, with one person in each part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_citations.library.people import person_forms as forms
from markdown_citations.library.people.name_parts import BEHALF, looks_like_a_body, name_words

_FOR_ANOTHER = re.compile(rf"\b(?:{BEHALF})\b", re.I)

_AND_ELSEWHERE = r"\s(?:und|et|y|e|og|och|en)\s"

Parts = Sequence[Sequence[str]]
"""The texts between commas, in each part between stronger separators."""


def has_commas(parts: Parts) -> bool:
    """Tell whether more than `Jr.` stands behind a comma."""
    return any(not forms.is_generation(text) for part in parts for text in part[1:])


def stands_as_it_is(parts: Parts, *, are_people: bool) -> bool:
    """Tell whether BibTeX reads one person in each part, and nothing speaks against it.

    `are_people` where marks tell that a person stands before each comma.
    """
    if are_people and any(len(part) == 2 and all(map(forms.is_full, part)) for part in parts):
        return False
    in_order = any(len(part) == 1 and forms.is_full(part[0]) for part in parts)
    return all(_is_one(part, in_order=in_order) for part in parts)


def _is_one(part: Sequence[str], *, in_order: bool) -> bool:
    """Tell it of one part; `in_order` where others are in direct order."""
    rest = [text for text in part if not forms.is_generation(text)]
    if len(part) > 1 and forms.is_generation(part[0]) and len(part[0].strip(".")) < 4:
        return False  # not Senior, Ada
    if len(rest) < 2 or len(rest) > 2 or len(part) > 3:
        return len(rest) < 2
    before, behind = rest
    if looks_like_a_body(before) and not forms.is_initials(behind):
        return False
    if is_before_body(rest):
        return False
    if forms.given_names(behind) != behind or all(map(forms.is_whole_in_han, rest)):
        return False
    has_particle = before.partition(" ")[0].lower() in name_words("particles")
    return not forms.is_full(before) or has_particle or not _is_beside(before, behind, in_order)


def is_before_body(texts: Sequence[str]) -> bool:
    """Tell it of `WHO, Department of Mental Health` and of `Roe, University of York`."""
    behind = texts[1:]
    if texts[0].lower() in name_words("bodies") | name_words("topics"):
        return False  # Development, Bureau of Urban: it is turned round
    is_long = behind and len(behind[0].split()) > 2 and not _FOR_ANOTHER.search(behind[0])
    return bool(is_long) and all(
        looks_like_a_body(one) and not _ends_in_person(one) for one in behind
    )


def _ends_in_person(text: str) -> bool:
    """Tell it of `Group Captain Peter`, not of `University of Victoria`."""
    *_, before, last = text.split()
    return before.istitle() and (forms.is_given(last) or forms.is_initials(last))


def is_body_with_and(name: str) -> bool:
    """Tell it of `Ministerium für Arbeit, Gesundheit und Soziales`, with no person behind it."""
    before, *behind = (part.strip() for part in re.split(rf",|{_AND_ELSEWHERE}", name))
    return (
        looks_like_a_body(before)
        and re.search(_AND_ELSEWHERE, name) is not None
        and not any(
            forms.is_direct(one) or forms.is_initials(one) or forms.family_initials([one], 0)[1]
            for one in behind
        )
    )


def turned_body(name: str) -> str:
    """Return `World Health Organization` for `Organization, World Health`."""
    last, _, first = name.partition(", ")
    words = first.lower().split()
    is_body = last.lower() in name_words("bodies") and len(words) > 1
    is_body = is_body and not forms.is_direct(f"{first} x")
    is_body = is_body or (last.lower() in name_words("topics") and looks_like_a_body(f"{first} x"))
    is_plain = not re.search(rf"(?<!\S)\w\.?(?!\S)|[()\[\]]|\b(?:{BEHALF})\b", first)
    return f"{first} {last}" if is_body and is_plain else ""


def parted_body(name: str) -> str:
    """Return `Academy of Sleep Medicine` for `Academy of Sleep, Medicine`, as EndNote has it."""
    before, _, last = name.partition(", ")
    is_word = last.lower() in name_words("bodies") | name_words("topics")
    # Neither `Organisation for, Research` and more, nor `of Humanities, Department`.
    is_start = re.fullmatch(r"[A-Z].*\s[A-Z]\S*", before)
    body = f"{before} {last}"
    return body if is_word and is_start and looks_like_a_body(body) else ""


def _is_beside(before: str, behind: str, in_order: bool) -> bool:
    """Tell whether what stands behind a comma is another person, a degree or an address."""
    if forms.is_degree(behind):
        return " " not in behind
    if forms.are_given(behind):
        return False  # Esteban Hernández, María José
    if forms.opens_with_family(before) and forms.opens_with_family(behind):
        return True
    if forms.is_direct(before):
        return forms.is_full(behind) or forms.are_letters(behind) or looks_like_a_body(behind)
    if all(forms.is_given(text.split()[-1]) and " " in text for text in (before, behind)):
        return not forms.is_direct(behind)  # Roe Ada, Doe Jim
    is_given = forms.is_given(behind.partition(" ")[0])
    is_person = in_order and forms.is_full(behind) and not is_given
    return is_person or looks_like_a_body(behind)
