"""Find mojibake: letters in UTF-8 that a program has read as Windows-1252, MÃ¼ller for Müller."""

from __future__ import annotations

import re

from ftfy import fix_encoding

_RIGHT = re.compile(r"Å[²³±]|(?<=[A-Z“‘])Ã[”’]")
"""What ftfy takes for Ų and Ô: square angstroms, and a quotation of IRMÃ."""


def find_mojibake(text: str) -> tuple[str, str] | None:
    """Return the first word that has mojibake, and that word as it was meant; None for none.

    The words differ in nothing but their letters; where blanks themselves are broken, the
    rest of the text is returned.
    """
    if text.isascii() or _RIGHT.search(text):
        return None
    mended = fix_encoding(text)
    if mended == text:
        return None
    words, right = text.split(" "), mended.split(" ")
    place = next((n for n, (a, b) in enumerate(zip(words, right, strict=False)) if a != b), 0)
    if len(words) == len(right):
        return words[place], right[place]
    return " ".join(words[place:]), " ".join(right[place:])
