"""Names in capitals, and how they are written."""

from __future__ import annotations

import re

from markdown_citations.library.people.name_parts import without_titles
from markdown_citations.library.people.person_forms import is_generation, is_given

# Scottish names have a capital inside: MacDonald.
_PLAIN = re.compile(r"(?!MA?C)[^\W\d_]+(?:-[^\W\d_]+)*")
_INITIAL = re.compile(r"[^\W\d_]\.?")


def is_shouted(name: str) -> bool:
    """Tell whether a family name is in capitals, and is neither short nor initials."""
    family = name.partition(",")[0] if "," in name else name.rpartition(" ")[2]
    # "Ng", "Li" and initials may be capitals; four letters are no initials.
    return family.isupper() and sum(map(str.isalpha, family)) > 3


def calmed(name: str) -> str:
    """Return `Roe, Ada A.` for `ROE, ADA A.`; nothing where the capitals may be initials.

    Nor where nothing tells a person from a body: `UNITED NATIONS`.
    """
    family, comma, given = without_titles(name).partition(",")
    if not comma or is_generation(given):  # ADA A. ROE, Jr.
        *before, last = family.split()
        is_plain = _PLAIN.fullmatch(last) and before and family.isupper()
        is_plain = is_plain and not any(map(_may_be_initials, before))
        is_sure = comma or (before and (is_given(before[0]) or _INITIAL.fullmatch(before[0])))
        calm = " ".join(map(_calmed_word, [*before, last]))
        return f"{calm}{comma}{given}" if is_plain and is_sure else ""
    words = given.split()
    if not _PLAIN.fullmatch(family) or any(map(_may_be_initials, words)):
        return ""
    has_name = any("." not in word and len(word) > 1 for word in words)
    return f"{family.title()}, {' '.join(map(_calmed_word, words))}" if has_name else ""


def _may_be_initials(word: str) -> bool:
    return "." not in word and word.isupper() and 1 < len(word) < 4


def _calmed_word(word: str) -> str:
    return word.title() if word.isupper() else word
