"""Print names: `Drozdz SJ` in a list, `Drozdz et al.` in a sentence.

Particles stand before the family name, an institution or a single name stands
whole, and names in scripts without capitals keep their given names, which have
no initials.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_citations.library.names import Name
from markdown_citations.texts import Texts

OTHERS = Name("others")
"""Stands behind the names for BibTeX's `and others`."""
_GIVEN = re.compile(r"[^\s.\-‐‑]+")
_SENIORITY = {"jr": "Jr", "sr": "Sr", "ii": "2nd", "iii": "3rd", "iv": "4th"}


def initials(name: Name) -> str:
    """Return `SJ` for Sara-Jane, and `太郎` for what has no capital."""
    parts = _GIVEN.findall(name.given)
    if not any(part[0] != part[0].lower() or part[0] != part[0].upper() for part in parts):
        return name.given if parts else ""
    return "".join(map(_initial, parts))


def inverted_name(name: Name) -> str:
    """Return `Drozdz SJ`, `King ML Jr`, as NLM prints names."""
    suffix = _SENIORITY.get(name.suffix.lower().rstrip("."), name.suffix)
    return " ".join(filter(None, (name.whole_family, initials(name), suffix)))


def list_names(names: Sequence[Name], texts: Texts, most: int = 6) -> str:
    """Return `Drozdz SJ, Goel A`; more than `most` become those and `et al.`."""
    named = [name for name in names if name != OTHERS]
    shown = [inverted_name(name) for name in named[:most]]
    if len(named) > len(shown) or len(named) < len(names):
        shown.append(texts.et_al)
    return ", ".join(shown)


def short_names(names: Sequence[Name], texts: Texts) -> str:
    """Return `Dore`, `Dore and Kew`, `Dore et al.`."""
    named = [name for name in names if name != OTHERS]
    if not named:
        return ""
    first = named[0].whole_family
    if len(names) == 1:
        return first
    if len(named) == 2 == len(names):
        return texts.two_names.format(first=first, second=named[1].whole_family)
    return f"{first} {texts.et_al}"


def _initial(part: str) -> str:
    """Return `S` for Sara, but `SJ` for what is initials already."""
    return part if part.isupper() and len(part) <= 3 else part[0].upper()
