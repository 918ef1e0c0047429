"""Read one person of a list of authors, in each of the forms that programs and styles give.

A form takes the texts between the commas of a list, and a place among them. It gives the
person who begins there, and how many of the texts are hers: none where the form does not fit.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Callable, Sequence

from markdown_citations.library.people.name_parts import looks_like_a_body, name_words

Person = tuple[str, str, str]
"""Family name, suffix, given names; in direct order the first has the whole name."""
Form = Callable[[Sequence[str], int], tuple[Person, int]]

NOBODY: tuple[Person, int] = (("", "", ""), 0)

# Letters with a case, as patterns see them: Å is A, å is a. Ó stays, for it stands alone
# before a family name; letters without a case stay, for they are no initials: 山田 太郎.
_CASES = {
    ord(letter): "A" if letter.isupper() else "a"
    for letter in map(chr, range(0x80, 0x2000))
    if letter != "Ó" and (letter.isupper() or letter.islower())
}
_LETTER = r"[^\W\d_]"
_CAPITAL = "[A-ZÓ]"
_NAME = rf"(?:{_LETTER}|['’\-‐])+"
_FAMILY = (
    rf"(?:(?!(?!Ó){_CAPITAL}\s){_NAME}\s+){{0,3}}(?=\S*[a-z])"
    rf"(?:[a-z]{{1,5}}['’-])?{_CAPITAL}{_NAME}"
)
_BEHIND = (
    rf"\s+(?P<initials>{_CAPITAL}{{1,3}}|(?:{_CAPITAL}(?:\.[\s-]*|[\s-])){{0,3}}{_CAPITAL}\.?)"
    r"(?P<more>\s+(?:Jr|Sr|JR|SR|2nd|3rd|4th|I{2,3}|IV))?\.?"
)
_PUBMED = re.compile(rf"(?P<family>{_FAMILY}){_BEHIND}")
_SHOUTED = re.compile(rf"(?P<family>(?:{_CAPITAL}+['’\-‐\s])*{_CAPITAL}{{2,}}){_BEHIND}")
_AHEAD = re.compile(
    rf"(?!Ó)(?P<initials>{_CAPITAL}{{1,3}}\s+|(?:{_CAPITAL}[\s-]){{1,4}}\s*"
    rf"|(?:{_CAPITAL}\.[\s-]*){{1,4}}|(?:{_CAPITAL}\.){{1,3}}{_CAPITAL}\s+)(?P<family>{_FAMILY})"
)
_TURNED = re.compile(
    rf"(?P<family>(?=\S*[a-z])(?!Ó){_CAPITAL}{_NAME})\s+(?P<given>(?=\S*[a-z])(?!Ó){_CAPITAL}{_NAME})"
    rf"(?P<initials>(?:\s+{_CAPITAL}(?!\w)\.?){{0,3}})"
)
_INITIALS = re.compile(rf"(?:{_CAPITAL}\.?[\s\-]?){{1,4}}")
_WORD = rf"{_LETTER}(?:{_LETTER}|['’.\-‐])*"
_WORDS = re.compile(rf"(?:{_WORD}\s+){{0,5}}{_WORD}")
_FULL = re.compile(
    rf"(?![a-z]){_WORD}\s+(?:{_WORD}\s+){{0,3}}{_LETTER}{_NAME}"
    r"(?:\s+(?:Jr|Sr)\.?)?"
)
_HAN = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_IN_HAN = re.compile(f"{_HAN}{{2,4}}")
_HAN_APART = re.compile(rf"({_HAN}{{1,4}})\s({_HAN}{{1,4}})")
# A family name has no initial inside: Jonathan E. Alpert.
_INNER_INITIAL = re.compile(rf"(?:\S+\s+)+(?!Ó){_CAPITAL}\.?\s+\S.+|{_CAPITAL}\.\s+\S.+")
# Letters that no list has, but that are too many for initials: LCSW, MSN.
_DEGREE_LETTERS = re.compile(r"[A-Z]{3,6}(?:-[A-Z]{1,4})?")


def family_initials(texts: Sequence[str], place: int) -> tuple[Person, int]:
    """Read `Dore J`, `Turnipseed BM Jr`: PubMed, AMA, Vancouver."""
    return _behind(_fit(_PUBMED, texts[place]))


def shouted_initials(texts: Sequence[str], place: int) -> tuple[Person, int]:
    """Read `DORE J`."""
    return _behind(_fit(_SHOUTED, texts[place]))


def _fit(pattern: re.Pattern[str], text: str) -> dict[str, str] | None:
    """Return the named parts of a text that fits a pattern whole, letters of any script alike."""
    match = pattern.fullmatch(text.translate(_CASES))
    return match and {name: text[slice(*match.span(name))] for name in pattern.groupindex}


def _behind(parts: dict[str, str] | None) -> tuple[Person, int]:
    if parts is None or parts["initials"] in {"II", "III"}:  # Gates III, William H.
        return NOBODY
    family, more = parts["family"], parts["more"].strip()
    if " " in family and is_given(family.rpartition(" ")[2]):
        return NOBODY  # Roe Ada M
    if family.isupper():
        family, more = family.title(), more.title()
    return (family, more, dotted(parts["initials"])), 1


def initials_family(texts: Sequence[str], place: int) -> tuple[Person, int]:
    """Read `AB Roe`, `C. van Doe`: IEEE, Google Scholar."""
    parts = _fit(_AHEAD, texts[place])
    if parts is None or not all(map(_is_particle, parts["family"].split()[:-1])):
        return NOBODY  # J. Robert Roe
    return (parts["family"], "", dotted(parts["initials"])), 1


def _is_particle(word: str) -> bool:
    return word.islower() or word.lower() in name_words("particles")


def family_given(texts: Sequence[str], place: int) -> tuple[Person, int]:
    """Read `Roe Ada M`, `Doe Jim`: the full names of PubMed, where their commas are lost."""
    parts = _fit(_TURNED, texts[place])
    if parts is None or parts["initials"].strip() in {"II", "III", "IV"}:
        return NOBODY
    return (parts["family"], "", f"{parts['given']} {dotted(parts['initials'])}".strip()), 1


def are_turned(parts: Sequence[Sequence[str]]) -> tuple[bool, bool]:
    """Tell whether all texts are `Roe Ada M` or `Doe Jim`, and whether that is sure.

    Where there are both, the one ends in no family name, and the other has no initials
    behind two family names. Two with initials behind the last alone may be one person.
    """
    read = [[_fit(_TURNED, text) for text in part] for part in parts]
    if any(len(part) == 2 and part[0] and not part[0]["initials"] for part in read):
        return False, False  # Lopez Ruiz, Ana Maria T.
    found = [text for part in read for text in part]
    given = [is_given(parts["given"]) for parts in found if parts]
    initials = [parts["initials"] for parts in found if parts]
    is_turned = all(found) and any(given) and any(initials)
    return is_turned, all(given) or not all(initials)


def inverted(texts: Sequence[str], place: int) -> tuple[Person, int]:
    """Read `Roe, A.`, `Roe, Ada`, `Roe, Jr., Ada`: APA, Harvard, BibTeX itself."""
    family, *rest = texts[place : place + 3]
    suffix = rest.pop(0) if len(rest) > 1 and is_generation(rest[0]) else ""
    given = given_names(rest[0]) if rest else ""
    fits = (
        _WORDS.fullmatch(family)
        and not (is_initials(family) and len(family) < 3)
        and not any(map(is_generation, (family, given)))
        and not is_sure_degree(given)
        and _WORDS.fullmatch(given)
        and not looks_like_a_body(given)
        and not (" " in family and is_initials(family.split()[-1]))
        and not is_direct(family)
    )
    return ((family, suffix, given), 3 if suffix else 2) if fits else NOBODY


def single_inverted(texts: Sequence[str], place: int) -> tuple[Person, int]:
    """Read as `inverted`, but no `Ada Roe, Jim Doe`, whose halves might be two people."""
    person, taken = inverted(texts, place)
    return NOBODY if is_full(person[0]) and is_full(person[2]) else (person, taken)


def direct(texts: Sequence[str], place: int) -> tuple[Person, int]:
    """Read `Ada Roe`, `Jim van Doe Jr.`, `J. Poe`: IEEE, MLA, web pages."""
    if match := _HAN_APART.fullmatch(texts[place]):
        return (match[1], "", match[2]), 1  # the family name is first
    person, taken = initials_family(texts, place)
    if taken or not is_full(texts[place]):
        return person, taken
    return (texts[place], "", ""), 1


def either_order(texts: Sequence[str], place: int) -> tuple[Person, int]:
    """Read `Roe, Ada` or `Ada Roe`."""
    person, taken = inverted(texts, place)
    return (person, taken) if taken else direct(texts, place)


def is_full(text: str) -> bool:
    """Tell whether a text has given names and a family name in it."""
    is_one = _fit(_FULL, text) is not None or _IN_HAN.fullmatch(text) is not None
    return is_one and not family_initials([text], 0)[1]


def is_whole_in_han(text: str) -> bool:
    """Tell whether a Chinese, Japanese or Korean text is too long for one part of a name."""
    return _IN_HAN.fullmatch(text) is not None and len(text) > 2


def is_direct(text: str) -> bool:
    """Tell whether a text can only be a whole name, for a family name has no such part."""
    first, _, more = text.partition(" ")
    return bool(more) and bool(
        is_given(first)
        or (first != "O" and initials_family([text], 0)[1])
        or _fit(_INNER_INITIAL, text) is not None
    )


def may_be_turned(text: str) -> bool:
    """Tell it of `Martin Le Nedelec` and `Zhou Yongtao`, whose last word is no family name."""
    words = text.split()[:-1]
    return opens_with_family(text) or any(
        word[0].isupper() and word.lower() in name_words("particles") for word in words
    )


def opens_with_family(text: str) -> bool:
    """Tell whether the first of two words is a family name: `Zhou Yongtao`."""
    first, _, more = text.partition(" ")
    return bool(more) and first.lower() in name_words("family_first")


def is_given(word: str) -> bool:
    """Tell whether a word is a given name, and hardly ever a family name."""
    first = word.partition("-")[0].lower()
    letters = first if first.isascii() else unicodedata.normalize("NFKD", first)
    return re.sub(r"[\u0300-\u036f]", "", letters) in name_words("given")


def are_given(text: str) -> bool:
    """Tell whether a text is given names alone: `María José`."""
    return " " in text and all(map(is_given, text.split()))


def is_generation(text: str) -> bool:
    """Tell whether a text is `Jr.`, `III`."""
    return text.strip(" .").lower() in name_words("generations")


def is_initials(text: str) -> bool:
    """Tell whether a text is `A.`, `J.-P.`, `JH`."""
    return _fit(_INITIALS, text) is not None


@functools.cache
def _degree() -> re.Pattern[str]:
    """Find `MD` and `Ph.D.` at the end of a name."""
    forms = "|".join(r"\.?".join(word) for word in sorted(name_words("degrees")))
    known = rf"(?:{forms})(?![^\W\d_])\.?"
    # Behind one that is known stand others.
    return re.compile(rf"(?:^|\s+|(?<=[^\W\d_])/){known}(?:[\s/]+(?:{known}|[A-Z]{{3,6}}))*\s*$")


def is_degree(text: str) -> bool:
    """Tell whether a text is one or more degrees, `MD PhD`; some may be initials as well."""
    return _degree().fullmatch(text) is not None


def is_sure_degree(text: str) -> bool:
    """Tell whether a text is `PhD`, which cannot be initials."""
    return is_degree(text) and not text.replace(".", "").isupper()


def are_letters(text: str) -> bool:
    """Tell whether a text is letters such as those of a degree that we do not know."""
    is_other = is_degree(text) or is_generation(text)
    return _DEGREE_LETTERS.fullmatch(text) is not None and not is_other


def given_names(text: str) -> str:
    """Return `Jane` for `Jane MPH`, behind a family name; two capitals may be initials."""
    rest = without_degree(text)
    letters = text[len(rest) :].strip().replace(".", "")
    return rest if len(letters) > 2 and is_given(rest.partition(" ")[0]) else text


def may_have_degree(given: str) -> bool:
    """Tell whether given names end in what are a degree or initials: `Jane MD`."""
    return len(given.partition(" ")[0]) > 2 and without_degree(given) != given


def without_degree(text: str) -> str:
    """Return `Jane Roe` for `Jane Roe MD`."""
    rest = _degree().sub("", text).strip()
    return rest or text


def ends_in_degree(name: str) -> bool:
    """Tell whether a name ends in a degree that cannot be initials."""
    found = _degree().search(name)
    first, _, more = name[: found.start()].strip().partition(" ") if found else ("", "", "")
    if found is None or not first:
        return False
    letters = found[0].strip()
    is_sure = first.lower() in name_words("given") or "." in letters
    return not letters.isupper() or bool(more and is_sure)


def dotted(initials: str) -> str:
    """Return `J.-P. A.` for `J-PA`."""
    return re.sub(
        r"(?<=\.)(?=\w)", " ", re.sub(r"[\W_]*?(-?)[\W_]*([^\W\d_])[.\s]*", r"\1\2.", initials)
    )
