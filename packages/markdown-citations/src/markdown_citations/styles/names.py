"""Print names: `Drozdz SJ` in a list, `Drozdz et al.` in a sentence.

Takes the names of a work as pybtex holds them, decoded.
Gives plain text. Particles stand before the family name, an institution or a
single name stands whole, and names in scripts without capitals keep their
given names, which have no initials.
Must stay free of sentences and of HTML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pybtex.database import Person

from markdown_citations.texts import Texts

OTHERS = "others"
_GIVEN = re.compile(r"[^\s.\-‐‑]+")
_SENIORITY = {"jr": "Jr", "sr": "Sr", "ii": "2nd", "iii": "3rd", "iv": "4th"}


def is_others(person: Person) -> bool:
    """Whether this is BibTeX's `and others`."""
    return bool(person.last_names == [OTHERS] and not person.first_names)


def family_name(person: Person) -> str:
    """Return `van der Berg`, `Dore`, `US Food and Drug Administration`."""
    return " ".join(map(str, [*person.rich_prelast_names, *person.rich_last_names]))


def initials(person: Person) -> str:
    """Return `SJ` for Sara-Jane, and `太郎` for what has no capital."""
    given = " ".join(map(str, [*person.rich_first_names, *person.rich_middle_names]))
    parts = _GIVEN.findall(given)
    if not parts:
        return ""
    if not any(part[0] != part[0].lower() or part[0] != part[0].upper() for part in parts):
        return given
    return "".join(map(_initial, parts))


def inverted_name(person: Person) -> str:
    """Return `Drozdz SJ`, `King ML Jr`, as NLM prints names."""
    lineage = " ".join(
        _SENIORITY.get(part.lower().rstrip("."), part)
        for part in map(str, person.rich_lineage_names)
    )
    return " ".join(filter(None, (family_name(person), initials(person), lineage)))


def list_names(persons: Sequence[Person], texts: Texts, most: int = 6) -> str:
    """Return `Drozdz SJ, Goel A`; more than `most` become those and `et al.`."""
    named = [person for person in persons if not is_others(person)]
    shown = [inverted_name(person) for person in named[:most]]
    if len(named) > len(shown) or len(named) < len(persons):
        shown.append(texts.et_al)
    return ", ".join(shown)


def short_names(persons: Sequence[Person], texts: Texts) -> str:
    """Return `Dore`, `Dore and Kew`, `Dore et al.`."""
    named = [person for person in persons if not is_others(person)]
    if not named:
        return ""
    first = family_name(named[0])
    if len(persons) == 1:
        return first
    if len(named) == 2 == len(persons):
        return texts.two_names.format(first=first, second=family_name(named[1]))
    return f"{first} {texts.et_al}"


def _initial(part: str) -> str:
    """Return `S` for Sara, but `SJ` for what is initials already."""
    return part if part.isupper() and len(part) <= 3 else part[0].upper()
