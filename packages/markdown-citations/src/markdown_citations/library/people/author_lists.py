"""Recognize lists of authors in the forms that PubMed, AMA, APA and Google Scholar give.

BibTeX reads none of them: names stand apart by "and" there. What is recognized comes
back as the line that the file should have, but only where all ways to read it are one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import pairwise

from markdown_citations.library.latex import decode_letters
from markdown_citations.library.people import person_forms as forms
from markdown_citations.library.people.bibtex_lists import Parts, has_commas, stands_as_it_is
from markdown_citations.library.people.name_parts import (
    BEHALF,
    ET_AL,
    LABEL,
    RAISED,
    is_company_word,
    is_cut_in_two,
    looks_like_a_body,
    plain_list,
    without_titles,
)

# APA names the last of many behind an ellipsis, for which BibTeX has no sign.
_LAST_OF_MANY = re.compile(r"(?<=[\s,;])(?:…|\.\s?\.\s?\.)[\s,;&]*[^\s.,;&].*", re.S)
_SEPARATOR = re.compile(r"\s*[,;]?\s*(?:\\?&\s+|(?<=[.,])\\?&|\b(?:and|with)\b\s+)|\s*;\s*", re.I)
_OTHERS = re.compile(r"\s+and\s+others$", re.I)
# In other languages, where both sides of it are inverted.
_SEPARATOR_ELSEWHERE = re.compile(r"\s*,?\s+(?:und|et|y|e|og|och|en|[–—-]|and|\\?&)\s+|\s*;\s*")
# Before a whole name, which a family name of two, Ramón y Cajal, has none of.
_JOINED = re.compile(r"\s+(?:y|e)\s+(?=(?P<given>[^\W\d_]+)\s+[^\W\d_])")
# What is between names, but not BibTeX's; a comma before it, too.
_BESIDE_COMMAS = re.compile(r"[;&]|,\s*(?:,|and\b)|\bwith\b", re.I)
# No name has these with blanks on both sides.
_SIGNS = re.compile(r"\s+[|/+·]\s+|\s*•\s*")
_WIDE = str.maketrans({"；": ";", "，": ", ", "、": ", ", "＆": "&"})
# Styles have the year behind the authors, or a full stop: Roe, A., Doe, J., 2019.
_DATED = re.compile(
    r"(?<![\s,])[\s,]*(?:\((?:19|20)\d\d[a-z]?\)|,\s*(?:19|20)\d\d[a-z]?)[.,:]*$|(?<=[a-z]{4})\.$"
)
# Gould IV, William; in a list from PubMed it is I. V.
_FOURTH = re.compile(r"[^\s,]+ IV, ([^\s,]+)[^,]*")
_FOR_ANOTHER = re.compile(rf"\b(?:{BEHALF})\b|^(?:and\s+)?for\b", re.I)
_SPACE = re.compile(r"\s+")
_SIGN = r"\^?[\d¹²³⁰⁴-⁹*†‡§¶‖#]+"
_MARKS = re.compile(
    rf"(?:\s*(?:\([^()]*\)(?:\.$)?|\[[^\[\]]*\]|<[^<>]*>|(?:https?://orcid\.org/)?(?:\d{{4}}-){{3}}\d{{3}}[\dX]"
    rf"|,?\s[^\s@,;]{{1,64}}@[^\s,;]+)"
    rf"|(?:(?<=[^\W\d_])|(?<=\.)){_SIGN}(?:,\s?{_SIGN})*(?!\w)(?!\s+(?!and\b)[^\W\d_]))+"
)
# As PubMed's pages have them. One alone may be a name's own: The ABC Study 2.
_MARKS_APART = re.compile(
    rf"(?:(?<=[^\W\d_])|(?<=\.))(?:[ \t]+{_SIGN}(?!\w))+(?=\s*(?:[,;&]|and\b|$))"
)

_LONGEST = 200  # letters of one text in a list; no name is longer

Way = tuple[forms.Form, forms.Form]
"""The form of the first person, and that of all others."""
_BEHIND: Sequence[Way] = [(form, form) for form in (forms.family_initials, forms.shouted_initials)]
_AHEAD: Way = (forms.initials_family, forms.initials_family)
_INVERTED: Way = (forms.inverted, forms.inverted)
_SINGLE_INVERTED: Way = (forms.single_inverted, forms.single_inverted)
_TURNED: Way = (forms.family_given, forms.family_given)
_DIRECT: Way = (forms.direct, forms.direct)
# Chicago and MLA turn round the first name alone.
_FIRST_INVERTED: Way = (forms.single_inverted, forms.direct)
_MIXED: Way = (forms.either_order, forms.either_order)


@functools.lru_cache(maxsize=4096)
def as_bibtex(value: str) -> str | None:
    """Return the line that a list of authors should be, or nothing for no such list.

    An empty text is a list that nobody can be sure of. A list that is right already is none.
    """
    value = plain_list(value)
    text, raised = value, 0
    if "\\" in value or "$" in value or "<sup>" in value:
        text, raised = RAISED.subn("", value)
        text = decode_letters(text)
    heir = _FOURTH.fullmatch(text)
    if "{" in text or "=" in text or len(text) > 20_000 or is_cut_in_two(text):
        return None
    is_body = not re.search(r"[,;&，；、]", text) and looks_like_a_body(text)
    if is_body or (heir and forms.is_given(heir[1])):
        return None
    text, labels = LABEL.subn("", text.translate(_WIDE))
    text = _SIGNS.sub("; ", text)
    text, others = _OTHERS.subn("", text.strip())
    text, cut = ET_AL.subn("", _LAST_OF_MANY.sub("…", text))
    others += cut
    text, dated = _DATED.subn("", text)
    text, marks = _MARKS.subn("", text.strip(" ,;&"))
    if len(_MARKS_APART.findall(text)) > 1:
        text, marks = _MARKS_APART.subn("", text)
    parted = _JOINED.sub(lambda one: " and " if forms.is_given(one["given"]) else one[0], text)
    is_marked, is_labelled = bool(raised or marks), bool(labels) or ";" in value or parted != text
    names = _read(parted, is_marked=is_marked, is_labelled=is_labelled)
    if names is None or ((is_marked or dated) and len(names) == 1):
        return None
    if len(names) == 1 and not others and "," not in value:
        if re.search(r", \w\.$", names[0]):
            return None  # one person may have a letter for a name: Malcolm X
        if re.match(r"\w+ [^,]*,", names[0]) and names[0][0].isupper():
            return ""  # Hamamatsu Photonics K. K. is none
    line = " and ".join([*names, *(["others"] if others and names else [])])
    return line if not line or _SPACE.sub("", line) != _SPACE.sub("", value) else None


def _read(text: str, *, is_marked: bool, is_labelled: bool) -> list[str] | None:
    """Return the names of a list, none where nobody can be sure of them.

    `is_marked` where footnotes' marks stood behind them, `is_labelled` where around them
    was a word like `Authors:`, or a semicolon.
    """
    parts = _split(_SEPARATOR, text)
    if not all(parts) or any(len(text) > _LONGEST for part in parts for text in part):
        return None
    titled = _has_sure_degree(parts) or any(
        forms.ends_in_degree(text) for part in parts for text in part
    )
    if titled:
        parts = [[*map(forms.without_degree, part)] for part in parts]
    is_plain = not (titled or is_labelled or _BESIDE_COMMAS.search(text))
    is_right = is_plain and stands_as_it_is(parts, are_people=is_marked)
    is_turned, is_sure = forms.are_turned(parts)
    if is_turned and (has_commas(parts) or is_labelled):
        readings = [*_readings(parts, [_TURNED]), *([] if is_sure else [[]])]
    elif is_right:
        readings = _readings(parts, [*_BEHIND, *([_AHEAD] if has_commas(parts) else [])])
    else:
        readings = _all_readings(parts, apart=";" in text, are_people=is_marked)
    elsewhere = _split(_SEPARATOR_ELSEWHERE, text) if not readings and " " in text else []
    if len(elsewhere) > len(parts) and all(elsewhere):
        is_sure = all(forms.is_direct(part[0]) for part in elsewhere)
        direct = [_DIRECT] if is_sure or re.search(r"\s(?:und|et|og|och)\s", text) else []
        readings = _readings(elsewhere, [*_BEHIND, *direct])
        readings = readings or _readings(elsewhere, [_INVERTED], one_each=True)
        if not readings and all(any(map(_is_before, part)) for part in elsewhere):
            readings = _readings(elsewhere, [_SINGLE_INVERTED])
    if readings and all(names == readings[0] for names in readings):
        # Ministry of Health, Institute of Psychiatry may be one; so may Food & Drug Agency.
        is_one = any(len(part) > 1 and all(map(looks_like_a_body, part)) for part in parts)
        are_bodies = [name[0] == "{" for name in readings[0]]
        # U.S. Food & Drug Administration; with commas, the & may stand before the last of all.
        is_cut = all(are_bodies) or (any(are_bodies) and "&" in text)
        is_listed = re.search("[,;]", text) and not re.search(r"&.*\sand\s", text)
        # Doe, B. & Kew, C.; Jim Doe & a body, but not U.S. Food & a body
        is_apart = any(re.match(r"[^{]*[^{.]\s(?!U\. [A-Z]\.$)", name) for name in readings[0][-2:])
        is_last_cut = not is_apart and re.search(r"\sand\s[^,;&]*&[^,;]*$", text)
        return [] if is_one or (is_cut and (is_last_cut or not is_listed)) else readings[0]
    return None if is_right and not readings else []


def _split(separator: re.Pattern[str], text: str) -> list[list[str]]:
    parts = (
        [without_titles(chunk.strip()) for chunk in part.split(",")]
        for part in separator.split(text)
    )
    return [[chunk for chunk in part if chunk] for part in parts]


def _all_readings(parts: Parts, *, apart: bool, are_people: bool) -> list[list[str]]:
    """Return the ways to read a list that is not BibTeX's, with nobody in it for a doubt.

    `apart` where semicolons part it, `are_people` where marks tell that a person stands
    before each comma.
    """
    each = not are_people and (apart or all(len(part) in {2, 3} for part in parts))
    in_order = _readings(parts, [_DIRECT], one_each=apart)
    bodies = [name.startswith("{") for names in in_order for name in names]
    is_person = any(forms.is_direct(name) for names in in_order for name in names)
    # Ada Roe; University of York. Centers for Medicare & Medicaid Services
    is_beside = any(bodies) and not all(bodies) and (apart or not is_person)
    if in_order and (is_beside or (not are_people and _may_be_inverted(parts))):
        in_order.append([])
    found = _readings(parts, [*_BEHIND, _INVERTED if each else _SINGLE_INVERTED])
    if found and len(parts) == 1 and not any(map(_is_before, parts[0])):
        found.append([])  # Smith, Jones, Brown, Green
    return (
        [*found, *in_order]
        or (_readings(parts, [_FIRST_INVERTED]) if len(parts) > 1 else [])
        or _readings(parts, [_MIXED], one_each=True)
    )


def _is_before(text: str) -> bool:
    """Tell whether a text is given names, or has initials: what tells a list of people."""
    return forms.is_given(text.partition(" ")[0]) or any(map(forms.is_initials, text.split()))


def _may_be_inverted(parts: Parts) -> bool:
    """Tell whether what reads as `Ada Roe, Jim Doe` may be something else.

    Family names may be two words, and some lists have them first: `Roe Ada, Doe Jim`.
    """
    names = [[text for text in part if not forms.is_generation(text)] for part in parts]
    proved = {text for part in names for text, after in pairwise(part) if forms.is_degree(after)}
    texts = [
        [text for text in part if forms.is_full(text) and text not in proved] for part in names
    ]
    in_order = [forms.is_direct(text) for part in texts for text in part]
    turned = [forms.is_given(text.split()[-1]) for part in texts for text in part]
    if sum(turned) > sum(in_order):
        return True
    if [len(part) % 2 for part in texts] == [0, 1]:
        return False  # Ada Roe, Jim Doe and Kim Poe
    pairs = [part for part in texts if part and len(part) % 2 == 0]
    return not all(any(map(forms.is_direct, part[::2])) for part in pairs)


def _readings(parts: Parts, ways: Sequence[Way], *, one_each: bool = False) -> list[list[str]]:
    """Return what is read in each of these ways, nobody besides where that is not sure."""
    found: list[list[str]] = []
    for way in ways:
        people, is_sure = _people(parts, way)
        if people and (len(people) == len(parts) or not one_each):
            found.append([", ".join(filter(None, person)) for person in people])
            found += [] if is_sure else [[]]
    return found


def _people(parts: Parts, way: Way) -> tuple[list[forms.Person], bool]:
    """Return the people of a list, none where somebody has another form, and whether it is sure.

    A body may stand behind its members or be where they work; unknown letters behind a
    name may be a degree or a body.
    """
    people: list[forms.Person] = []
    is_sure = True
    for part in parts:
        place = 0
        while place < len(part):
            text = part[place]
            if looks_like_a_body(text) and not _FOR_ANOTHER.search(text):
                person, taken = (f"{{{text}}}", "", ""), 1
                is_sure = is_sure and (len(part) == 1 or way not in {_DIRECT, _FIRST_INVERTED})
                is_sure = is_sure and not is_company_word(text.split()[-1])  # Roe & Sons Ltd
            else:
                person, taken = way[bool(people)](part, place)
            if not taken:
                return [], False
            is_sure = is_sure and not forms.may_have_degree(person[2])
            is_sure = is_sure and (person[2] != "" or not forms.may_be_turned(text))
            place += taken
            while place < len(part):
                if forms.is_generation(part[place]) and not person[1]:
                    person = (person[0], part[place], person[2])
                elif forms.are_letters(part[place]) and not person[0].isupper():
                    is_known = _has_sure_degree(parts) or forms.is_degree(part[place - 1])
                    is_sure = is_sure and is_known
                elif not forms.is_degree(part[place]):
                    break
                place += 1
            people.append(person)
    return people, is_sure


def _has_sure_degree(parts: Parts) -> bool:
    return any(forms.is_sure_degree(text) for part in parts for text in part)


def look_like_people(name: str) -> bool:
    """Tell whether `Ada Roe, Jim Doe` is two people: the first half is a whole name."""
    before, _, behind = (part.strip() for part in name.partition(","))
    is_person = forms.is_full(behind) and not forms.are_given(behind)
    return forms.is_direct(before) and forms.is_full(before) and is_person
