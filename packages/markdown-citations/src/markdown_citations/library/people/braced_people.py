"""Find people in braces, in which a body's name stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_citations.library.latex import decode_letters
from markdown_citations.library.people import person_forms as forms
from markdown_citations.library.people.author_lists import as_bibtex
from markdown_citations.library.people.name_parts import (
    is_literal,
    looks_like_a_body,
    name_words,
    split_names,
)


def people_in_braces(name: str) -> list[str]:
    """Return the people of `{Roe, Ada and Doe, Jim}`; nothing where it is one body."""
    if not is_literal(name):
        return []
    inside = decode_letters(name[1:-1])  # an accent's braces keep nothing as it is
    listed = as_bibtex(inside)
    people = split_names(listed or inside)
    # Who has a given name that is known tells of the others: Anna Roe and Bo Kay.
    is_known = any(map(forms.is_direct, people))
    are_people = (
        listed or person.count(",") == 1 or (is_known and forms.is_full(person))
        for person in people
    )
    is_body = "{" in inside or any(map(_may_be_a_body, people))
    persons = [person for person in people if not person.startswith("{")]
    return people if len(persons) > 1 and all(are_people) and not is_body else []


def without_braces(names: Sequence[str]) -> str:
    """Return the line for `{Roe, Ada} and {Doe, Jim}`, as DataCite has all; nothing for bodies.

    Most of them have to be sure, for each may be a body and its town: `{Novartis, Basel}`.
    """
    people = [name for name in names if is_literal(name) and _is_inverted(name[1:-1])]
    sure = [name for name in people if _is_sure(name[1:-1])]
    if len(sure) * 2 <= len(people):
        return ""
    people.append("{others}")
    return " and ".join(name[1:-1] if name in people else name for name in names)


def _is_inverted(name: str) -> bool:
    family, _, given = name.partition(", ")
    particles = name_words("particles")
    return (
        forms.inverted([family, given], 0)[1] == 2
        and all(word[0].isupper() or word in particles for word in family.split())
        and not _may_be_a_body(name)
    )


def _is_sure(name: str) -> bool:
    """Tell it of `Roe, Ada`, `Roe, A.` and `Roe, Xoana P.`, not of `Albany, N. Y.`, a place."""
    family, _, given = name.partition(", ")
    is_initial = " " not in family and re.fullmatch(r"[A-Z]\.(?:-[A-Z]\.)*", given)
    is_first = re.fullmatch(r"[A-Z][^\W\d_]+ [A-Z]\.", given)
    is_given = forms.is_given(given.partition(" ")[0]) and given.lower() not in name_words("places")
    return bool(is_initial or is_first) or is_given


def _may_be_a_body(name: str) -> bool:
    """Tell it of `World Health Organization`, `University of Chile, Santiago`, `Weleda, A. G.`."""
    after = name.rpartition(",")[2].replace(".", "").replace(" ", "").lower()
    is_body = looks_like_a_body(name) or looks_like_a_body(name.partition(",")[0])
    return is_body or after in name_words("companies")
