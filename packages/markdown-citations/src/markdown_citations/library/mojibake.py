"""Find mojibake: letters in UTF-8 that a program has read as Windows-1252, MÃ¼ller for Müller."""

from __future__ import annotations

import re

from ftfy import fix_encoding

_RIGHT = re.compile(
    r"Å[²³±¶¹]|(?<=[A-Z“‘])Ã[”’]|[„“‘«]\s?[ÂÃÐ]\s?[”“’»]"
    r"|(?<=[A-ZÀ-Þ])[ÀÆÇÈÉÊËÌÍÜ][†‡¤§°¶¹²³](?![^\W\d_])"
)
"""What ftfy takes for Ų, Ô and ɹ: square angstroms, letters in quotation marks, JOSɹ."""
_KEPT = "\x1f"  # in the place of each while ftfy reads
_BETWEEN = re.compile(r"([ {}\n])")
# Bytes of which another was lost, and a letter of the West in a word of another script.
_PART_LOST = re.compile(r"[\x80-\x9f]{2}")
_WEST, _OTHER_SCRIPT = re.compile("[À-ÿ]"), re.compile("[\u0370-\u1cff]")


def find_mojibake(text: str) -> tuple[str, str] | None:
    """Return the first word that has mojibake, and that word as it was meant; None for none.

    Where blanks themselves are broken, the rest of the text is returned; where nobody can
    be sure what was meant, nothing is.
    """
    if text.isascii() or _KEPT in text:
        return None
    kept = iter(_RIGHT.findall(text))
    masked = _RIGHT.sub(_KEPT, text)
    mended = fix_encoding(masked)
    if mended == masked:
        return None
    mended = re.sub(_KEPT, lambda _: next(kept), mended)
    words, right = _BETWEEN.split(text), _BETWEEN.split(mended)
    place = next((n for n, (a, b) in enumerate(zip(words, right, strict=False)) if a != b), 0)
    end = place + 1 if len(words) == len(right) else None
    wrong, meant = ("".join(parts[place:end]) for parts in (words, right))
    is_mixed = _WEST.search(meant) and _OTHER_SCRIPT.search(meant)
    return wrong, "" if is_mixed or _PART_LOST.search(wrong) else meant
