"""Take the names of authors and editors apart.

Parsing one name is pybtex's work, which knows BibTeX's three forms and particles. Here
is added what it does not know: biblatex's extended form, particles behind the given
name, suffixes in any place, and accents, which are decoded before anything is decided.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from markdown_citations.library.latex import clean_text, decode, decode_letters
from markdown_citations.library.parsing.values import end_of_braces
from markdown_citations.library.people.author_lists import as_bibtex, look_like_people
from markdown_citations.library.people.extended_names import (
    PARTS,
    extended_parts,
    is_extended,
    is_list_option,
    mend_extended,
    parts_in_braces,
    split_commas,
    stray_parts,
    written_parts,
)
from markdown_citations.library.people.name_parts import (
    ET_AL,
    is_cut_in_two,
    is_literal,
    looks_like_a_body,
    name_words,
    split_names,
    without_notes,
)

_GENERATION = re.compile(
    r"(.*\S)[\s,]+(jr|sr|jnr|snr|junior|senior|ii|iii|iv|2nd|3rd|4th)\.?", re.I
)
# Who lists her own works has her own name in another shape.
_SHAPED = re.compile(r"\\(?:text(?:bf|it|sc|rm)|emph|uline|underline|mkbibbold)\s*\{(.*)\}", re.S)
_LONGEST = 2000  # letters; no name is longer, and what is takes long to take apart
_PARTICLE = re.compile(r"(?:\w|['’])+", re.U)


@dataclass(frozen=True, slots=True)
class Name:
    """One author or editor, as readers see it."""

    family: str
    """The whole name where it is a body's."""
    given: str = ""
    particle: str = ""
    """`van`, `de la`, `aan het`."""
    suffix: str = ""
    """`Jr`, `III`."""
    literal: bool = False
    """Whether it is a body's name, which no style may turn round or shorten."""

    @property
    def whole_family(self) -> str:
        """`van der Berg`, `Dore`, `US Food and Drug Administration`."""
        space = "" if self.particle.endswith(("'", "’")) else " "
        return f"{self.particle}{space}{self.family}".strip()


def parse_names(value: str) -> tuple[list[Name], bool]:
    """Parse a field; the flag tells whether it ends in "and others"."""
    if is_cut_in_two(value):
        return [Name(_clean(value), literal=True)], False
    names = [name for name in split_names(value) if name]
    if "=" in value:
        names = [name for name in names if not is_list_option(name)]
    others = bool(names) and names[-1].lower() == "others"
    if others:
        names.pop()
    elif names and (found := ET_AL.search(names[-1].strip("{}"))):
        first = names.pop().strip("{}")[: found.start()]
        others, names = True, [*names, *filter(None, [first])]
    if "," not in value and as_bibtex(value):  # "Dore J and Kew BM" has its initials behind
        return [Name(_clean(name), literal=True) for name in names], others
    return [parse_name(name) for name in names], others


# The same people stand in many entries, and each export asks for them again.
@functools.lru_cache(maxsize=65536)
def parse_name(name: str) -> Name:
    """Parse `Zarate, Jr, C. A.`, `Carlos A. Zarate` or `{A body's name}`."""
    shaped = _SHAPED.fullmatch(name)
    if shaped and end_of_braces(name, shaped.start(1) - 1) == len(name):
        return parse_name(shaped[1])
    if parts := parts_in_braces(name):
        return _parse_extended(parts)
    if is_extended(name) and not is_literal(name):
        return _parse_extended(name)
    name = name.strip(" ,")
    if len(name) > _LONGEST or is_literal(name) or looks_like_a_body(name) or _is_told(name):
        return Name(_clean(name), literal=True)
    # Here, because a build that finds every entry in the cache takes no name apart.
    from pybtex.database import InvalidNameString, Person  # noqa: PLC0415

    text, suffix = _take_generation(decode_letters(name))
    try:
        person = Person(text)
    except InvalidNameString:
        # More commas than a name can have: print it as it is, lose nothing.
        return Name(_clean(name), literal=True)
    given = [*person.first_names, *person.middle_names]
    behind = _count_particles(given) if "," in text else 0
    particle = [*given[len(given) - behind :], *person.prelast_names]
    return Name(
        family=_clean(" ".join(person.last_names)),
        given=_clean(" ".join(given[: len(given) - behind])),
        particle=_clean(" ".join(particle)),
        suffix=_clean(" ".join(person.lineage_names)) or suffix,
    )


def _is_told(name: str) -> bool:
    """Tell whether a name is several, or has what is no name: it is printed as it stands."""
    is_list = "," in name and (as_bibtex(name) is not None or look_like_people(name))
    return is_list or without_notes(name) != name


def _parse_extended(name: str) -> Name:
    """Read `family=Berg, given=Henri, prefix=de, useprefix=true`."""
    if stray_parts(name):
        if mended := mend_extended(name):
            return _parse_extended(mended)
        return Name(", ".join(map(_clean, written_parts(name))), literal=True)
    parts = {key: _clean(value) for key, value in extended_parts(name).items()}
    family, given, particle, suffix = (parts.get(key, "") for key in PARTS)
    if not family:
        return Name(given or particle or suffix, literal=True)
    if without_notes(name) != name:
        return Name(", ".join(filter(None, (f"{particle} {family}".strip(), given))), literal=True)
    if not particle and (behind := _count_particles(words := given.split())):
        given, particle = " ".join(words[:-behind]), " ".join(words[-behind:])
    return Name(family, given, particle, suffix)


def _take_generation(name: str) -> tuple[str, str]:
    """Take `Jr.` out where BibTeX does not look for it, and return it besides."""
    parts = split_commas(name)
    last = parts[-1].rstrip(".").lower()
    if len(parts) == 3 and last in name_words("generations"):
        return f"{parts[0]}, {parts[1]}", parts[2]
    if len(parts) == 2 and last in name_words("generations") and " " in parts[0]:
        return parts[0], parts[1]  # Carlos A. Zarate, Jr.
    for place in range(min(2, len(parts))):
        match = _GENERATION.fullmatch(parts[place])
        if match and (len(parts) == 2 or (len(parts) == 1 and " " in match[1])):
            suffix = parts[place][match.end(1) :].strip(" ,")
            return ", ".join([*parts[:place], match[1], *parts[place + 1 :]]), suffix
    return name, ""


def _count_particles(given: list[str]) -> int:
    """Count the small words at the end of a given name: 2 for `Jan van der`."""
    count = 0
    for word in reversed(given):
        # An `a` is an initial that Mendeley has made small; a particle is e of e Silva, v of v d.
        is_initial = len(word) == 1 and word not in ("eiyàvd" if "v" in given else "eiyà")
        if is_initial or not (word.islower() and _PARTICLE.fullmatch(word)):
            break
        count += 1
    # Who writes her whole name small has no particle.
    return count if count < len(given) else 0


def _clean(text: str) -> str:
    return clean_text(decode(text))
