"""Take a field of names apart, and tell what each of its parts is."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib.resources import files
from itertools import pairwise

from markdown_citations.library.latex import decode, decode_letters
from markdown_citations.library.latex.html_marks import read_entities
from markdown_citations.library.parsing.values import end_of_braces
from markdown_citations.library.people.extended_names import PARTS, extended_parts, is_extended

_AND = re.compile(r"(?:^|(?<=\s))and(?=\s|$)", re.I)
ET_AL = re.compile(
    r"(?<![,;\s])[,;\s]*[\[(]?(?:\bet\b\.?,?\s*\bal(?:ii|ia)?\b\.?|…|(?<![-–—])(?<![-–—]\.)\.\.\."
    r"|\by (?:cols?\.|otros)"
    r"|(?:(?:\band|&)\s+)?\b(?:colleagues|co-?(?:work|auth)[eo]rs)\b|\be outros\b"
    r"|(?-i:\bu\.\s?a\.)|\bothers\."
    r"|\b\d+ (?:others|more)\b|\bm\.\s?fl\.|\bi in\.|\bи др\.)[\])]?\s*$",
    re.I,
)
"""Stands at the end of a list for those who are left out."""
_ACRONYM = re.compile(r"^(?:The\s+)?(?:(?:[A-Z]\.){2,}|[A-Z]{2,})\s+(?=\S)")
# Authors: Ada Roe
LABEL = re.compile(r"^\s*[^\W\d_]{2,}\s?:\s+")


@functools.cache
def name_words(kind: str) -> frozenset[str]:
    """Return the words of a table of names.toml."""
    return frozenset(_tables()[kind].split())


@functools.cache
def _phrases(kind: str) -> tuple[str, ...]:
    return tuple(_tables()[kind].strip().splitlines())


@functools.cache
def _tables() -> dict[str, str]:
    text = files("markdown_citations.library.people").joinpath("names.toml").read_text("utf-8")
    return tomllib.loads(text)


BEHALF = "|".join(_phrases("behalf")).replace(" ", r"\s+")
"""Finds what a person who speaks for a body has before its name, within a pattern."""
_IN_WORDS = re.compile(
    rf"\b(?:eds|editors?|author|hrsg|translators?)\b\.?\s*$|\s(?:{BEHALF})\s", re.I
)
_PLAIN = re.compile(r"[A-Za-z\s.,-]*")
# An accent's own braces and those of a command are none that keep a text as it is.
_KEPT = re.compile(r"(?<![\^_A-Za-z])\{[^{}\\]*\}")
_BESIDE_NAMES = re.compile(
    r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>|[^\s@]{1,100}@\S+|(?:https?://\S*?|orcid\S*\s*)?(?:\d{4}-){3}\d{3}[\dX]"
    r"|,\s*[a-z]+(?:/[a-z]+)+|(?:…|\s[-–—]\s).*|(?<=[A-Za-z.])\s+[\u3400-\u9fff]+"
    r"|,\s+(?:eds|editors?|(?:corresponding )?author|hrsg|translators?)\b\.?\s*$"
    rf"|\s+(?:{BEHALF})\b.*"
    r"|[\"“”„][^\"“”„]*[\"“”„]|(?<!\S)[‘'][^‘’']+[’'](?![^\s,])|[()\[\]<>@#%^*†‡§¶‖\"“”„]"
    r"|(?<![\w.])(?=\d)(?!\d+(?:nd|rd|th)\b)[^\s,;]+|(?<![0-9¹²³⁰⁴-⁹])[0-9¹²³⁰⁴-⁹]+(?!\w))",
    re.I,
)


RAISED = re.compile(
    r"\s*(?:<sup>[^<>]*</sup>|\\(?:textsuperscript|inst|thanks|footnote|footnotemark|authormark|corref|fnref|orcid)"
    r"\s*(?:\[[^\[\]]*\])?\{[^{}]*\}|\$\^(?:\{[^{}]*\}|[^{}$])\$)"
)
"""What LaTeX's classes and web pages set behind a name: a mark, a note."""
_SHAPED_ET_AL = re.compile(
    r"\\(?:emph|textit|textsl)\s*\{(\s*et\.?\s*al\.?)\s*\}|\{\\(?:it|em)\s+(et al\.?)\}"
)


def plain_list(value: str) -> str:
    r"""Return `López et al.` for `L&oacute;pez \emph{et al.}`, whose ; parts no names."""
    value = read_entities(value)
    return _SHAPED_ET_AL.sub(r"\1\2", value) if "\\" in value else value


def without_titles(name: str) -> str:
    """Return `Ada Roe` for `Prof. Dr. Ada Roe` and for `Author: Ada Roe`."""
    return _titles().sub("", LABEL.sub("", name)) if " " in name else name


@functools.cache
def _titles() -> re.Pattern[str]:
    """Find `Prof. Dr.` before a name, or before the given names of `Roe, Dr. Ada`."""
    words = "|".join(sorted(name_words("titles")))
    return re.compile(rf"(?:^|(?<=,)|(?<=, ))(?:(?:{words})\b\.?\s+)+(?=[^\W\d_]{{2,}}|\w\.)", re.I)


def split_names(value: str) -> list[str]:
    """Split at "and" outside braces; a missing name is an empty text."""
    value = plain_list(value)
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


def is_literal(name: str) -> bool:
    """Tell whether a name stands in one pair of braces, as a body's does."""
    return name.startswith("{") and end_of_braces(name) == len(name)


# Each way to read a list asks it anew of the same texts.
@functools.lru_cache(maxsize=4096)
def looks_like_a_body(name: str) -> bool:
    """Tell whether a name without braces is a body's: `World Health Organization`."""
    if is_literal(name) or "=" in name:
        return False
    name = re.sub(
        r"[{}]|\([^()]*\)|\[[^\[\]]*\]|[^\s@]{1,100}@\S+", "", decode_letters(name)
    ).strip()
    if "," in name:
        return is_company_word(name.rpartition(",")[2])
    words = re.findall(r"[^\W\d_]{2,}", name.lower())
    if len(words) < 2:  # T. Force is a person
        return False
    if words[0] == "the" or words[0] in name_words("topics") - name_words("given"):
        return True  # Health Canada
    is_company = is_company_word(name.rsplit(maxsplit=1)[-1])
    return (
        is_company
        or bool(name_words("bodies") & {*words})
        or bool(name_words("purposes") & {*words[1:-1]})
    )


def is_company_word(word: str) -> bool:
    """Tell whether a word is `Inc.`; some may be initials as well."""
    word = word.strip(" .").lower()
    return word in name_words("companies") and word not in {"co", "ag", "sa", "bv"}


def is_cut_in_two(value: str) -> bool:
    """Tell whether one body's name stands without braces: `Food and Drug Administration`."""
    if "{" in value or "=" in value:
        return False
    parts = [part.strip() for part in re.split(r",|\band\b|\\?&", value) if part.strip()]
    parts[:1] = [_ACRONYM.sub("", part) for part in parts[:1]]
    rest = [part for part in parts if has_topics(part) or not looks_like_a_body(part)]
    is_apart = re.match(r"[^,&]*,", value) and not re.match(r"[^,]*\band\b", value)
    if len(rest) == len(parts) or not rest or (is_apart and parts[0] in rest):
        return False
    return all(map(has_topics, rest))


def has_topics(part: str) -> bool:
    """Tell it of `Drug` and of `Technologies in Health`, not of `Ada Roe of York`."""
    typed = re.sub(r"\([^()]*\)", "", part).split()
    words = [word.lower() for word in typed]
    if {*words} <= name_words("topics"):
        return True
    is_other = name_words("bodies") & {*words} or words[0] in name_words("given")
    before = name_words("before_topics")  # Hans in der Au has one, too
    return not is_other and any(a in before and b[0].isupper() for a, b in pairwise(typed[1:]))


def without_notes(name: str) -> str:
    """Return a name without what is none: a title, an ORCID, an address, a mark, a nickname.

    The name itself where there is no such thing, nothing where a part of it is in braces,
    which is there on purpose.
    """
    if is_extended(name):
        parts = {
            key: (value, without_notes(value) if key in PARTS else value)
            for key, value in extended_parts(name).items()
        }
        is_clean = all(value == rest for value, rest in parts.values())
        kept_parts = (f"{key}={rest}" for key, (_, rest) in parts.items() if rest)
        return name if is_clean else ", ".join(kept_parts)
    untitled = without_titles(name)
    if untitled != name or (
        name.isascii() and _PLAIN.fullmatch(name) and not _IN_WORDS.search(name)
    ):
        return untitled
    plain, raised = RAISED.subn("", decode_letters(name))
    if raised:
        return without_notes(plain)
    text, kept = _KEPT.subn("", plain)
    text = decode(text) if "\\" in text or "$" in text or "`" in text else text
    if not _BESIDE_NAMES.search(text):
        return name
    if kept:
        return ""  # nobody knows where the rest belongs
    return re.sub(r"\s+(?=[,.])", "", " ".join(_BESIDE_NAMES.sub(" ", text).split())).strip(" ,")


def is_nobody(name: str) -> bool:
    """Tell whether a name is none, but what a form wanted to be filled: `-`, `[No authors]`.

    Words in braces are there on purpose.
    """
    text = decode(name).strip(" .[]()").lower()
    has_letters = re.search(r"[^\W\d_]", text)
    return not has_letters or (text in _phrases("nobody") and not is_literal(name))
