"""Check names in biblatex's form: `family=Berg, given=Henri, prefix=de`."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_citations.library.people.extended_names import (
    extended_parts,
    is_list_option,
    mend_extended,
    parts_in_braces,
    stray_parts,
)

_HINT = "The parts of a name are: family=Berg, given=Henri, prefix=de, suffix=Jr"


def check_extended(name: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with such a name, and what to write."""
    mended = parts_in_braces(name) or mend_extended(name)
    hint = f"Write: {mended}" if mended else _HINT
    stray = stray_parts(name)
    if parts_in_braces(name):
        yield "a name in parts, which stands in no braces", hint
    elif is_list_option(name):
        return
    elif any("=" in one for one in stray):
        yield "a name whose parts run together", hint
    elif stray:
        yield f'"{stray[0]}" is no part of a name', hint
    elif not extended_parts(name).get("family"):
        yield "a name without its family name", hint
