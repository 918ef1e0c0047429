"""Check names: that each can be taken apart, and is one."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_citations.library.checks.names_in_capitals import calmed, is_shouted
from markdown_citations.library.checks.names_in_parts import check_extended
from markdown_citations.library.checks.titles_and_characters import (
    find_lost_accent,
    has_broken_letters,
)
from markdown_citations.library.fields import ValueCheck
from markdown_citations.library.latex import decode_letters
from markdown_citations.library.people.author_lists import as_bibtex, look_like_people
from markdown_citations.library.people.bibtex_lists import (
    is_before_body,
    is_body_with_and,
    parted_body,
    turned_body,
)
from markdown_citations.library.people.braced_people import people_in_braces, without_braces
from markdown_citations.library.people.extended_names import is_in_parts, split_commas
from markdown_citations.library.people.name_parts import (
    BEHALF,
    ET_AL,
    RAISED,
    has_topics,
    is_cut_in_two,
    is_literal,
    is_nobody,
    looks_like_a_body,
    name_words,
    split_names,
    without_notes,
)
from markdown_citations.library.people.person_forms import (
    family_initials,
    is_direct,
    is_generation,
)
from markdown_citations.problems import Fault, Rule

NAME_MALFORMED = Rule(
    "name-malformed",
    "error",
    'Names stand apart by one "and", each as Family, Given.',
    "JabRef",
    "author = {Dore, J. and and Kew, B. M.}",
    "author = {Dore, J. and Kew, B. M.}",
)
NAME_DOUBTFUL = Rule(
    "name-doubtful",
    "warning",
    "A body's name stands in braces, and two people are no one person.",
    "markdown-citations",
    "author = {World Health Organization}",
    "author = {{World Health Organization}}",
)
NAME_CAPITALS = Rule(
    "name-capitals",
    "warning",
    "No name is in capitals; a body's name stands in braces.",
    "JabRef",
    "author = {DORE, J.}",
    "author = {Dore, J.}",
)
# Outside braces, where it stands for a body's own sign.
_BETWEEN = re.compile(r"(?:(?:^|(?<=[\s.,]))\\?&(?=\s|$)|(?<=[.,])\\?&)(?![^{]*\})")
_INITIAL_LAST = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)* [A-Z]\.?")
_LETTER_LAST = re.compile(r"(?:[^\W\d_][^\W\d_.'’-]*\.?\s+){2,}[A-Z]\.?")
# No family name has an accented capital inside: O\'Brien.
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])(?:\\'|\{\\'\}|[`´])(?=[A-Z][a-z])")
_RUN_TOGETHER = re.compile(r"((?:[A-Z]\.)+)([A-Z][a-z][^\W\d_]+)")
# In no name of a person, but for a title: Journal of Conflict.
_OF = re.compile(r"\w of [A-Z]")
# Beside a body's name: on behalf of the ABC Group; NICE (ed.)
_AROUND_BODY = re.compile(rf"^(?:and\s+)?(?:{BEHALF})\s+|\s*[(\[]eds?\.?[)\]]$", re.I)


def check_names(value: str) -> Iterator[Fault]:
    """Check that names stand apart by the word "and", each as Family, Given."""
    if has_broken_letters(value):  # ¶ and “ are no marks there
        names = split_names(value)
        for place, name in enumerate(names):
            if not has_broken_letters(name):
                yield from _faults_of(name, False, _is_whole(names, place), len(names) == 1)
        return
    line, names = as_bibtex(value), split_names(value)
    if is_cut_in_two(value) or (line == "" and len(names) == 1 and is_body_with_and(value)):
        yield _doubt_body(value, is_sure=True, is_alone=True)
        return
    if line and _is_right(line):
        if "," not in line and all(len(split_commas(name)) < 3 for name in names):
            hint = f"Write: {line}; for one person, put the family name into braces."
            yield NAME_DOUBTFUL, f'these look like several people: "{_short(value)}"', hint
        else:
            message = f'a list of authors that BibTeX cannot take apart: "{_short(value)}"'
            yield NAME_MALFORMED, message, f'Write "and" between names: {line}'
        return
    if bare := without_braces(names):
        hint = f"Braces are for the name of a body. Write: {bare}"
        yield NAME_DOUBTFUL, f'these look like people in braces: "{_short(value)}"', hint
        return
    if "others" in map(str.lower, names[: max(1, len(names) - 1)]):
        hint = 'Name at least the first of them; write "and others" at the end alone.'
        yield NAME_MALFORMED, f'"others" is no name: "{_short(value)}"', hint
    if "" in names:
        yield NAME_MALFORMED, 'an "and" without a name', _hint_on_and([*filter(None, names)])
    is_sure, is_alone = line is None, len(names) == 1
    found = [
        fault
        for place, name in enumerate(names)
        if name
        for fault in _faults_of(name, is_sure, _is_whole(names, place), is_alone)
    ]
    yield from found
    if line is not None and not found:
        hint = (
            'Write "and" between names, each as Family, Given;'
            " leave out degrees and where people work."
        )
        yield NAME_DOUBTFUL, f'this may be read in several ways: "{_short(value)}"', hint


def _in_braces(body: str, is_alone: bool) -> str:
    """Return `{NICE}`; `{{NICE}}` where it is a field's only name, for one pair is the field's."""
    body = re.sub(r"(?<!\\)&", r"\&", body)
    return f"{{{{{body}}}}}" if is_alone else f"{{{body}}}"


def _doubt_body(value: str, *, is_sure: bool, is_alone: bool) -> Fault:
    """Doubt a body's name that has commas or an and; `is_sure` where all of it is the body's."""
    hint = "Put a body's name into braces, all of it; leave out where somebody works."
    if is_sure:
        body = _in_braces(value, is_alone)
        hint = f"Put a body's name into braces: {body}; several stand apart by and."
    return NAME_DOUBTFUL, f'this looks like the name of a body: "{_short(value)}"', hint


def _hint_on_and(names: Sequence[str]) -> str:
    """Return the line without its stray "and", where that has cut no body's name."""
    line = " and ".join(name.strip(" ,") for name in names)
    is_cut = any(_OF.search(name) and not is_literal(name) for name in names)
    if line.lower() not in {"", "others"} and _is_right(line) and not is_cut:
        return f"Write: {line}"
    return 'One "and" between two names, none before the first or after the last.'


def _is_right(line: str) -> bool:
    """Tell whether nothing is said of a line, which else is not proposed."""
    return (
        as_bibtex(line) is None
        and not is_cut_in_two(line)
        and not any(
            _faults_of(name, False, True, False) or ET_AL.search(name) for name in split_names(line)
        )
    )


def _is_whole(names: Sequence[str], place: int) -> bool:
    """Tell whether no "and" may have cut a body's name: `Sleep` and Dream Society."""
    before = [] if names[place].lower().startswith("the ") else names[max(0, place - 1) : place]
    is_rest = before and has_topics(names[place])
    return not is_rest and not any(map(_may_be_of_a_body, [*before, *names[place + 1 : place + 2]]))


def _may_be_of_a_body(name: str) -> bool:
    """Tell it of `Neuroscience` behind Psychiatry, and of `Drink, Office of Food Safety`."""
    is_person = re.search(r"[{},=]", name) or is_direct(name) or name.lower() in {"", "others"}
    is_other = is_person or (looks_like_a_body(name) and not has_topics(name))
    return is_before_body(split_commas(name)) or not is_other


# The same people stand in many entries.
@functools.lru_cache(maxsize=65536)
def _faults_of(name: str, is_sure: bool, is_whole: bool, is_alone: bool) -> tuple[Fault, ...]:
    """Return the faults of one name of a list.

    `is_sure` where it is a name, and no part of it or more; `is_whole` where it cannot be
    what an "and" has cut off; `is_alone` where the field has no other.
    """
    found = tuple(_check_name(name, is_whole, is_alone))
    return found or tuple(_check_parts(name, is_sure, is_whole, is_alone))


def _check_name(name: str, is_whole: bool, is_alone: bool) -> Iterator[Fault]:
    short, parts = _short(name), split_commas(name)
    if is_nobody(name):
        hint = 'Write "others" last.' if ET_AL.fullmatch(name) else "Remove it, or the whole field."
        yield NAME_MALFORMED, f'this is no name: "{short}"', hint
    elif people := people_in_braces(name):
        hint = f"Braces are for the name of a body. Write: {' and '.join(people)}"
        yield NAME_MALFORMED, f'several people in one pair of braces: "{short}"', hint
    elif is_literal(name) and not is_in_parts(name) and not ET_AL.search(name[1:-1]):
        return
    elif is_in_parts(name):
        found = check_extended(name)
        yield from ((NAME_MALFORMED, f'{what}: "{short}"', hint) for what, hint in found)
    elif name.endswith(",") or name.startswith(","):
        yield NAME_MALFORMED, f'a comma too many: "{short}"', "Remove it."
    elif ";" in name or len(parts) > 3:
        hint = 'Write "and" between names, as in Dore, J. and Kew, B. M.'
        several = NAME_MALFORMED, f'these look like several names: "{short}"', hint
        is_body = looks_like_a_body(parts[0]) and not re.search(r";|\b[A-Z]\.", name)
        yield _doubt_body(name, is_sure=True, is_alone=is_alone) if is_body else several
    elif _BETWEEN.search(name):
        body = _in_braces(name, is_alone)
        hint = f'Write "and" between two names or, if it is one body: {body}'
        yield NAME_MALFORMED, f'an & between names: "{short}"', hint
    elif ET_AL.search(name.strip("{}")) and name[-1] != "…":
        left = ET_AL.sub("", name.strip("{}"))
        is_left = left and left != name and not ET_AL.search(left)
        hint = f"Write: {left} and others" if is_left and _is_right(left) else 'Write "others".'
        yield NAME_MALFORMED, f'"et al" is no name: "{short}"', hint
    elif look_like_people(name):
        hint = 'Write "and" between them; for one person, put the family name into braces.'
        yield NAME_DOUBTFUL, f'this looks like two people: "{short}"', hint
    elif looks_like_a_body(name):
        body = _in_braces(_AROUND_BODY.sub("", name), is_alone)
        hint = f"Put a body's name into braces: {body}"
        hint = hint if is_whole else "Put a body's name into braces, with all that belongs to it."
        yield NAME_DOUBTFUL, f'this looks like the name of a body: "{short}"', hint
    elif is_before_body(parts):
        is_sure = is_whole and looks_like_a_body(parts[0])
        yield _doubt_body(name, is_sure=is_sure, is_alone=is_alone)
    elif is_shouted(name) and name.lower() != "others":
        calm = calmed(name)
        shown = _in_braces("NICE" if calm or "," in name else name, is_alone)
        body = f"put a body's name into braces: {shown}."
        hint = f"Write: {calm}" if "," in calm else f"Write {calm or 'it as in Dore, J.'}; {body}"
        yield NAME_CAPITALS, f'a name in capitals: "{short}"', hint


def _turned_generation(name: str) -> str:
    """Return `Purcell, Jr, Edward A.` for `Jr, Edward A. Purcell`, as Zotero has it."""
    before, _, behind = name.partition(", ")
    given, _, family = behind.rpartition(" ")
    # Neto and Filho are family names as well.
    is_short = is_generation(before) and len(before.strip(".")) < 4
    is_one = is_short and len(family) > 2 and "," not in behind
    return f"{family}, {before}, {given}" if is_one and is_direct(behind) else ""


def _check_parts(name: str, is_sure: bool, is_whole: bool, is_alone: bool) -> Iterator[Fault]:
    """Find a title, an ORCID, an address, a mark or a nickname beside a name, and an initial."""
    if _INITIAL_LAST.fullmatch(name):
        family, letter = name.rstrip(".").split()
        hint = f"Write {family}, {letter}. or, if that is right, {letter}, {family}"
        yield NAME_DOUBTFUL, f'the family name is one letter: "{name}"', hint
    elif _LETTER_LAST.fullmatch(name):
        (family, _, initials), _ = family_initials([name], 0)
        is_one = family and " " not in family and " " in initials
        hint = f"Write: {family}, {initials}" if is_one else "Write it as Family, Given."
        yield NAME_DOUBTFUL, f'the family name is one letter: "{_short(name)}"', hint
    elif match := _RUN_TOGETHER.fullmatch(name):
        hint = f"Write: {match[1].replace('.', '. ')}{match[2]}"
        yield NAME_DOUBTFUL, f'no blank between the initials and the name: "{name}"', hint
    elif turned := _turned_generation(name):
        message = f'"{name.partition(",")[0]}" is no family name: "{_short(name)}"'
        yield NAME_MALFORMED, message, f"Write: {turned}"
    elif _opens_a_family_name(name):
        first, last = name.split()
        hint = f"Write {_in_braces(name, is_alone)} or, if that is right, {last}, {first}"
        yield NAME_DOUBTFUL, f'this looks like a family name alone: "{name}"', hint
    elif body := turned_body(name) or parted_body(name):
        hint = "Put a body's name into braces, with all that belongs to it."
        is_body_sure = is_sure or body == parted_body(name)
        hint = f"Write: {_in_braces(body, is_alone)}" if is_body_sure and is_whole else hint
        yield NAME_DOUBTFUL, f'this looks like the name of a body: "{_short(name)}"', hint
    elif _APOSTROPHE.search(name):
        hint = f"Write: {_APOSTROPHE.sub(chr(39), name)}"
        yield NAME_MALFORMED, f'an accent in place of an apostrophe: "{_short(name)}"', hint
    if is_literal(name) or find_lost_accent(name) or (rest := without_notes(name)) == name:
        return
    hint = "For a body, or to keep all of it, put the whole into braces."
    is_sure = is_sure and not re.search(r"\\[A-Za-z]{2,}", RAISED.sub("", decode_letters(name)))
    is_sure = is_sure and not re.search(r"^\d|%.|\d[^\s,]*\s+[^\W\d_]", name)
    # SQLite4 has its own number; nor is `Professor of Law` read.
    is_sure = is_sure and not re.fullmatch(r"\w*", name) and not re.search(r"(?:^|, )of\b", rest)
    is_sure = is_sure and rest.lower() not in name_words("bodies")
    if rest[:1].isalpha() and is_sure and _is_right(rest):
        hint = f"Write: {rest.rstrip('.')}. {hint}"
    yield NAME_MALFORMED, f'a name with what is no name: "{_short(name)}"', hint


def _opens_a_family_name(name: str) -> bool:
    words = name.split()
    return len(words) == 2 and words[0].istitle() and words[0].lower() in name_words("never_given")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


CHECKS: Mapping[str, ValueCheck] = {"names": check_names}
"""By the kind of a field."""
