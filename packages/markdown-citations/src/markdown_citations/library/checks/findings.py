"""What a check of one field finds, before it has a place.

Must stay free of rules and of entries: a check of a value knows the value only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem without file, line and citekey."""

    code: str
    message: str
    hint: str = ""


ValueCheck = Callable[[str], Iterable[Finding]]
"""From a field's value, as the file has it, to what is wrong with it."""
