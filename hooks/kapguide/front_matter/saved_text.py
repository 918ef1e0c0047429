"""The text of a file, however it was saved.

All that pages are made from is meant to be in UTF-8. What a word processor saved in
another encoding is read all the same: one message says so, and nothing follows from it.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from kapguide.front_matter.file_limits import is_text, read_bytes

UTF_8, UTF_16, WINDOWS = "UTF-8", "UTF-16", "Windows-1252"


@dataclass(frozen=True, slots=True)
class SavedText:
    """What was read of a file."""

    text: str
    """With line feeds alone; letters that nothing tells are U+FFFD."""
    encoding: str
    """UTF_8, UTF_16 or WINDOWS; empty where it is no text in any of them."""
    line: int = 1
    """The first line that is no UTF-8."""


def read_saved(path: Path) -> SavedText:
    """Read a file, but no more of it than `file_limits` allows."""
    return decode(read_bytes(path))


def read_text(path: Path) -> str:
    """Read a file's text, in whichever encoding it was saved."""
    return read_saved(path).text


def decode(data: bytes) -> SavedText:
    """Read the bytes of a file as text; never raises."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        text, meant = (data.decode("utf-8-sig", how) for how in ("replace", _LETTERS))
        # A letter here and there, as programs of Windows write it.
        if text.count("\ufffd") * 4 <= len(text) and is_text(meant):
            return SavedText(_fold(meant), WINDOWS, line)
    if is_text(text):
        return SavedText(_fold(text), UTF_8)
    wide = _read_wide(data)
    return SavedText(_fold(text), "") if wide is None else SavedText(_fold(wide), UTF_16)


def _read_wide(data: bytes) -> str | None:
    """Read what has two bytes for each letter, with or without the sign in front."""
    zeros = data[::2].count(0), data[1::2].count(0)
    order = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    try:
        text = data.decode("utf-16" if data[:2] in _SIGNS else order)
    except UnicodeDecodeError:
        return None
    # Any bytes are letters of some script; ours all have letters below U+0100.
    return text if is_text(text) and max(zeros) * 4 > len(data) else None


def _fold(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read_letter(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows does, and go on behind them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_SIGNS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LETTERS = "kapguide-windows-letters"
codecs.register_error(_LETTERS, _read_letter)
