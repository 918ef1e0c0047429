"""Change settings of mkdocs.yml, with their comments, and keep all else as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable

_KEY = re.compile(r"(?:#[^\n]*\n)*(?P<key>[A-Za-z_]\w*):")
_START = re.compile(r"^(?=\S)", re.M)
_LANGUAGES = re.compile(
    r"^(?: +#[^\n]*\n)*(?P<indent> +)languages:[^\n]*\n(?:(?P=indent)(?: |- )[^\n]*\n)*", re.M
)
"""`extra.languages`, on one line or as a list below it."""


def exchange_blocks(text: str, others: str) -> str:
    """Return a file of settings with the blocks of another in place of its own.

    A block is a key at the start of a line with all that belongs to it; what the first
    file lacks is added at its end.
    """
    blocks, new = split_blocks(text), split_blocks(others)
    kept = {**blocks, **{key: block for key, block in new.items() if key}}
    return "\n".join(block.strip("\n") + "\n" for block in kept.values() if block.strip())


def split_blocks(text: str) -> dict[str, str]:
    """Return the blocks of a file by their keys, in order; what is before the first as ""."""
    blocks = {"": ""}
    key = ""
    comment = ""
    for piece in _START.split(text):
        found = _KEY.match(piece)
        if found:
            key = found["key"]
            blocks[key] = comment + piece
            comment = ""
        elif piece.startswith("#"):
            comment += piece
        else:
            blocks[key] += comment + piece
            comment = ""
    blocks[key] += comment
    return blocks


def drop_languages(text: str, folders: Iterable[str]) -> str:
    """Return a file of settings without further languages and the folders of their pages."""
    blocks = split_blocks(text)
    if "extra" in blocks:
        blocks["extra"] = _LANGUAGES.sub("", blocks["extra"])
    if "exclude_docs" in blocks:
        dropped = {f"{folder}/" for folder in folders}
        lines = blocks["exclude_docs"].splitlines(keepends=True)
        kept = (line for line in lines if line.strip() not in dropped)
        blocks["exclude_docs"] = "".join(kept)
    return "".join(blocks.values())
