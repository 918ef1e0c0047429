"""A file is read as it was meant, in whichever encoding a program saved it."""

from __future__ import annotations

import pytest
from kapguide.front_matter.saved_text import UTF_8, UTF_16, WINDOWS, decode

TEXT = "# Un café\n\nOn le dit à “José”.\n"

SAVED = {
    "as it should be": (TEXT.encode(), UTF_8, 1),
    "with the sign that Windows puts in front": (TEXT.encode("utf-8-sig"), UTF_8, 1),
    "as ANSI": (TEXT.encode("cp1252"), WINDOWS, 1),
    "as Unicode in Notepad": (TEXT.encode("utf-16"), UTF_16, 1),
    "as UTF-16 without a sign, low byte first": (TEXT.encode("utf-16-le"), UTF_16, 1),
    "as UTF-16 without a sign, high byte first": (TEXT.encode("utf-16-be"), UTF_16, 1),
    "in part as ANSI": (
        TEXT.encode().replace("“José”".encode(), "“José”".encode("cp1252")),
        WINDOWS,
        3,
    ),
}


@pytest.mark.parametrize(("data", "encoding", "line"), SAVED.values(), ids=SAVED)
def test_text(data: bytes, encoding: str, line: int) -> None:
    """Its letters are those that somebody typed; the first line in another encoding is known."""
    saved = decode(data)
    assert (saved.text, saved.encoding, saved.line) == (TEXT, encoding, line)


@pytest.mark.parametrize("ends", ["\r\n", "\r"], ids=["Windows", "old Mac"])
def test_line_ends(ends: str) -> None:
    """Lines end alike, in each encoding."""
    written = TEXT.replace("\n", ends)
    assert {decode(written.encode(name)).text for name in ("utf-8", "cp1252", "utf-16")} == {TEXT}


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)),
        b"PK\x03\x04" + bytes(range(255, -1, -1)) * 9,
        "Привет, мир".encode("cp1251"),
        b"\0" * 100,
    ],
    ids=["a picture", "a Word file", "letters that Windows-1252 lacks", "nothing but zeros"],
)
def test_what_is_no_text(data: bytes) -> None:
    """No encoding is claimed for it."""
    assert decode(data).encoding == ""


def test_nothing() -> None:
    """An empty file is in UTF-8."""
    assert (decode(b"").text, decode(b"").encoding) == ("", UTF_8)
