"""Read the text of a PDF that Chromium printed.

Takes the bytes. Gives each page's text, white space folded.
Must stay free of other PDFs: it knows what Skia writes (plain objects,
deflated streams, fonts with a ToUnicode map) and nothing more.
"""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(?<!\d)(\d+) 0 obj\b(.*?)\bendobj", re.S)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)
_REFERENCE = re.compile(rb"/(\w+) (\d+) 0 R")
_DRAWN = re.compile(
    rb"/(?P<font>\w+) [\d.]+ Tf|<(?P<glyphs>[0-9A-Fa-f\s]+)>|(?P<end>\bET\b)|(?P<move>\bT[dmD]\b)"
)


def read_pages(pdf: bytes) -> list[str]:
    """Give the text of each page, in the order in which it is drawn."""
    objects = {int(m[1]): m[2] for m in _OBJECT.finditer(pdf)}
    pages = [body for body in objects.values() if re.search(rb"/Type\s*/Page\b", body)]
    return [_read_page(body, objects) for body in pages]


def _inflate(body: bytes) -> bytes:
    match = _STREAM.search(body)
    if match is None:
        return b""
    return zlib.decompressobj().decompress(match[1]) if b"/FlateDecode" in body else match[1]


def _read_map(body: bytes) -> dict[int, str]:
    """Read which character each glyph of a font stands for."""
    glyphs: dict[int, str] = {}

    def text(code: bytes) -> str:
        return bytes.fromhex(code.decode()).decode("utf-16-be", "replace")

    for block in re.findall(rb"beginbfchar(.*?)endbfchar", body, re.S):
        for glyph, code in re.findall(rb"<(\w+)>\s*<(\w+)>", block):
            glyphs[int(glyph, 16)] = text(code)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", body, re.S):
        for low, high, code in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            first = int(low, 16)
            for glyph in range(first, int(high, 16) + 1):
                glyphs[glyph] = chr(ord(text(code)[-1]) + glyph - first)
    return glyphs


def _read_page(body: bytes, objects: dict[int, bytes]) -> str:
    fonts: dict[bytes, dict[int, str]] = {}
    resources = re.search(rb"/Font\s*<<(.*?)>>", body, re.S)
    for name, number in _REFERENCE.findall(resources[1] if resources else b""):
        pointer = re.search(rb"/ToUnicode (\d+) 0 R", objects[int(number)])
        fonts[name] = _read_map(_inflate(objects[int(pointer[1])])) if pointer else {}
    contents = re.search(rb"/Contents (\d+) 0 R", body)
    drawn = _inflate(objects[int(contents[1])]) if contents else b""
    out: list[str] = []
    font: dict[int, str] = {}
    for match in _DRAWN.finditer(drawn):
        if match["font"]:
            font = fonts.get(match["font"], {})
        elif match["glyphs"]:
            codes = re.sub(rb"\s", b"", match["glyphs"])
            out += [font.get(int(codes[i : i + 4], 16), "") for i in range(0, len(codes), 4)]
        elif match["end"]:
            out.append(" ")
    return " ".join("".join(out).split())
