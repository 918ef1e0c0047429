"""Take the names of authors and editors apart.

Parsing one name is pybtex's work, which knows BibTeX's three forms and particles. Here
is added what it does not know: biblatex's extended form, particles behind the given
name, suffixes in any place, and accents, which are decoded before anything is decided.
"""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files

from markdown_citations.library.latex import clean_text, decode, decode_letters
from markdown_citations.library.parsing.values import end_of_braces

_AND = re.compile(r"(?:^|(?<=\s))and(?=\s|$)", re.I)
_EXTENDED = re.compile(r'\s*"?\s*[a-z]+(?:-i)?\s*=', re.I)
_PERSON_PART = re.compile(r"(?<![a-z])(?:family|given|prefix|suffix)\s*=", re.I)
_GENERATION = re.compile(
    r"(.*\S)[\s,]+(jr|sr|jnr|snr|junior|senior|ii|iii|iv|2nd|3rd|4th)\.?", re.I
)
ET_AL = re.compile(r"[,\s]*(?:\bet\b\.?,?\s*\bal\b\.?|…|\.\.\.)\s*$", re.I)
"""Stands at the end of a list for those who are left out."""
_PLAIN = re.compile(r"[A-Za-z\s.,-]*")
_PARTICLE = re.compile(r"(?:\w|['’])+", re.U)
# An accent's own braces and those of a command are none that keep a text as it is.
_KEPT = re.compile(r"(?<![\^_A-Za-z])\{[^{}\\]*\}")
_BESIDE_NAMES = re.compile(
    r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|\S+@\S+|(?:https?://\S*?|orcid\S*\s*)?(?:\d{4}-){3}\d{3}[\dX]"
    r"|[\"“”„][^\"“”„]*[\"“”„]|(?<!\S)[‘'][^‘’']+[’'](?![^\s,])|[()\[\]<>@#^*†‡§¶‖\"“”„]"
    r"|(?<![\w.])(?=\d)(?!\d+(?:nd|rd|th)\b)\S+|[0-9¹²³⁰⁴-⁹]+(?!\w))",
    re.I,
)


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


@functools.cache
def name_words(kind: str) -> frozenset[str]:
    """Return the words of names.toml: `bodies`, `companies`, `generations`, `degrees`, `given`."""
    text = files("markdown_citations.library").joinpath("names.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)[kind].split())


def split_names(value: str) -> list[str]:
    """Split at "and" outside braces; a missing name is an empty text."""
    if "{" not in value:
        return [name.strip() for name in _AND.split(value)]
    names: list[str] = []
    start = depth = 0
    for mark in re.finditer(r"(?<!\\)[{}]|(?<![^\s])and(?![^\s])", value, re.I):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        elif depth == 0:
            names.append(value[start : mark.start()].strip())
            start = mark.end()
    return [*names, value[start:].strip()]


def split_commas(name: str) -> list[str]:
    """Split at commas outside braces and quotation marks."""
    if "{" not in name and '"' not in name:
        return [part.strip() for part in name.split(",")]
    parts: list[str] = []
    start = depth = 0
    quoted = False
    for mark in re.finditer(r"(?<!\\)[{}\",]", name):
        if mark[0] == '"':
            quoted = not quoted
        elif mark[0] != ",":
            depth += 1 if mark[0] == "{" else -1
        elif depth == 0 and not quoted:
            parts.append(name[start : mark.start()].strip())
            start = mark.end()
    return [*parts, name[start:].strip()]


def parse_names(value: str) -> tuple[list[Name], bool]:
    """Parse a field; the flag tells whether it ends in "and others"."""
    names = [name for name in split_names(value) if name]
    if "=" in value:
        names = [name for name in names if not is_list_option(name)]
    others = bool(names) and names[-1].lower() == "others"
    if others:
        names.pop()
    elif names and (found := ET_AL.search(names[-1])):
        others, names = True, [*names[:-1], *filter(None, [names[-1][: found.start()]])]
    return [parse_name(name) for name in names], others


# The same people stand in many entries, and each export asks for them again.
@functools.lru_cache(maxsize=65536)
def parse_name(name: str) -> Name:
    """Parse `Zarate, Jr, C. A.`, `Carlos A. Zarate` or `{A body's name}`."""
    if is_literal(name):
        return Name(_clean(name), literal=True)
    if _EXTENDED.match(name):
        return _parse_extended(name)
    if looks_like_a_body(name) or without_notes(name) != name:
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


def is_literal(name: str) -> bool:
    """Tell whether a name stands in one pair of braces, as a body's does."""
    return name.startswith("{") and end_of_braces(name) == len(name)


def looks_like_a_body(name: str) -> bool:
    """Tell whether a name without braces is a body's: `World Health Organization`."""
    if "{" in name or "=" in name:
        return False
    if "," in name:
        after = name.rpartition(",")[2].strip().rstrip(".").lower()
        return after in name_words("companies") and after not in {"co", "ag", "sa"}
    words = re.findall(r"[^\W\d_]+", name.lower())
    if len(words) < 2:
        return False
    is_company = name.rstrip(".").rsplit(maxsplit=1)[-1].lower() in {"inc", "ltd", "llc", "gmbh"}
    return is_company or bool(name_words("bodies") & {*words}) or "for" in words[1:-1]


def without_notes(name: str) -> str:
    """Return a name without what is none: an ORCID, an address, a footnote's mark, a nickname.

    The name itself where there is no such thing, nothing where a part of it is in braces,
    which is there on purpose.
    """
    if name.isascii() and _PLAIN.fullmatch(name):
        return name
    text, kept = _KEPT.subn("", decode_letters(name))
    text = decode(text) if "\\" in text or "$" in text or "`" in text else text
    if not _BESIDE_NAMES.search(text):
        return name
    if kept:
        return ""  # nobody knows where the rest belongs
    return re.sub(r"\s+(?=,)", "", " ".join(_BESIDE_NAMES.sub(" ", text).split()))


def is_list_option(name: str) -> bool:
    """Tell whether a name is biblatex's way to say how the list is read.

    `useprefix=true and Ludwig van Beethoven` is one person.
    """
    is_option = re.fullmatch(r"(?:use|unique|no|sorting|label)[a-z]+\s*=\s*[^\s,]+", name, re.I)
    return is_option is not None and not _PERSON_PART.search(name)


def is_extended(name: str) -> bool:
    """Tell whether a name is in biblatex's form: `family=Berg, given=Henri, prefix=de`."""
    return _EXTENDED.match(name) is not None


def _parse_extended(name: str) -> Name:
    """Read `family=Berg, given=Henri, prefix=de, useprefix=true`."""
    parts: dict[str, str] = {}
    for part in split_commas(name):
        key, _, value = part.strip(' "').partition("=")
        parts.setdefault(key.strip().lower(), _clean(value.strip().strip('"')))
    found = (parts.get(key, "") for key in ("family", "given", "prefix", "suffix"))
    family, given, particle, suffix = found
    if not family:
        return Name(given or particle or suffix, literal=True)
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
        if not (word.islower() and _PARTICLE.fullmatch(word)):
            break
        count += 1
    # Who writes her whole name small has no particle.
    return count if count < len(given) else 0


def _clean(text: str) -> str:
    return clean_text(decode(text))
