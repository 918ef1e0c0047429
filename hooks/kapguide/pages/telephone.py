"""Find telephone numbers in a text, as people write them, and compare what they reach."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from markdown_citations.problems import is_slip

_NUMBER = re.compile(r"\+?\(?\d(?:(?:[\s).\-\u2010-\u2015]|\(0\)|/(?=\d{3}))*[\dA-Z](?![a-z]))*")
LINKS = 'a[href^="tel:" i], a[href^="sms:" i]'
"""Finds the links that call or text."""
_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_SHORTEST, _WHOLE = 3, 7
_ALIKE = 0.7
"""How much of a number must agree for it to be the other one, mistyped."""


def find_numbers(text: str) -> list[str]:
    """Return the numbers of a text as they are written; those of one or two digits are none."""
    found = (match[0].strip() for match in _NUMBER.finditer(text))
    return [number for number in found if len(dial(number)) >= _SHORTEST]


def called_number(address: str) -> str:
    """Return the number that a `tel:` or `sms:` address calls, without what is sent along."""
    return re.split(r"[;?,]", address.partition(":")[2])[0]


def dial(number: str) -> str:
    """Return the keys to press, with a + before a country's code; letters are keys too."""
    keys = re.sub(r"\D", "", number.replace("(0)", "").translate(_KEYS))
    return f"+{keys}" if number.startswith("+") else keys


def complete(number: str, other: str) -> str:
    """Return the keys of a number, with the country's code of one that is it, mistyped."""
    keys, coded = dial(number), dial(other)
    local = keys.lstrip("0")
    if not coded.startswith("+") or keys.startswith(("+", "00")) or len(local) < _WHOLE:
        return keys
    if len(coded) == len(local) + 1 and local[0] == coded[1]:
        return f"+{local}"
    ends = [end for end in (2, 3, 4) if len(coded) - end == len(local)]
    ends = ends or [end for end in (2, 3, 4) if is_slip(coded[end:], local)]
    return coded[: ends[0]] + local if ends else keys


def is_same_line(one: str, other: str) -> bool:
    """Whether two numbers reach the same line, with the country's code or without."""
    numbers = [dial(number).lstrip("+").removeprefix("00").lstrip("0") for number in (one, other)]
    shorter, longer = sorted(numbers, key=len)
    code = len(longer) - len(shorter)
    # A country's code has up to three digits, and stands before a whole number.
    coded = 1 <= code <= 3 and len(shorter) >= _WHOLE
    return shorter == longer or (coded and longer.endswith(shorter))


def is_alike(one: str, other: str) -> bool:
    """Whether one number may be the other, mistyped."""
    keys = SequenceMatcher(None, dial(one), dial(other), autojunk=False)
    return keys.ratio() >= _ALIKE
