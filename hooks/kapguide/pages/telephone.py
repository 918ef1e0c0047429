"""Find telephone numbers in a text, as people write them, and compare what they reach."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_NUMBER = re.compile(r"\+?\(?\d(?:(?:[\s).\-\u2010-\u2015]|\(0\)|/(?=\d{3}))*[\dA-Z](?![a-z]))*")
LINKS = 'a[href^="tel:" i], a[href^="sms:" i]'
"""Finds the links that call or text."""
_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_COUNTRY = re.compile(
    r"1|7|(?:2[1-689]|3[578]|42|5[09]|6[7-9]|8[035789]|9[679])\d"
    r"|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(?:225|24[12]|378|39)0|521|549"
)
"""The codes of countries (ITU E.164), and what may stand between one and a number: the zero that
some keep, the digit of a mobile in Mexico and Argentina."""
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
    country = _COUNTRY.match(coded[1:])
    if not country or abs(len(coded[1:]) - len(country[0] + local)) > 1:
        return keys
    return f"+{country[0]}{keys if _COUNTRY.fullmatch(country[0] + '0') else local}"


def is_same_line(one: str, other: str) -> bool:
    """Whether two numbers reach the same line, with the country's code or without."""
    keys = [dial(one), dial(other)]
    numbers = [number.lstrip("+").removeprefix("00").lstrip("0") for number in keys]
    shorter, longer = sorted(numbers, key=len)
    # A country's code stands before a whole number; behind a + that may have six digits.
    whole = _WHOLE - ("+" in "".join(keys))
    code = longer.removesuffix(shorter) if len(shorter) >= whole else ""
    return shorter == longer or bool(_COUNTRY.fullmatch(code))


def is_alike(one: str, other: str) -> bool:
    """Whether one number may be the other, mistyped."""
    keys = SequenceMatcher(None, dial(one), dial(other), autojunk=False)
    return keys.ratio() >= _ALIKE
