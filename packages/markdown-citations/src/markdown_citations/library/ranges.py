"""Ranges of pages: `189--198`, `189–98`."""

from __future__ import annotations

import re

_DASH = re.compile(r"\s*(?:--?-?|–|—)\s*")


def split_range(text: str) -> list[str]:
    """Split at hyphens and dashes: one page, two ends, more where it is no range."""
    return _DASH.split(text)
