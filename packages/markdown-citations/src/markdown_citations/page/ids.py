"""Make the ids of entries and of the places that cite them.

`ref-dore2019` is the entry, `cite-dore2019-1` the first place that cites it.
A citekey may hold signs that an address would need to escape; each becomes
`~` and its number, so that no two citekeys share an id and an id and the
address that points to it are the same text.
Must stay free of everything else.
"""

from __future__ import annotations

import re
from functools import lru_cache

_UNSAFE = re.compile(r"[^\w.:-]")


def entry_id(citekey: str) -> str:
    """Return the id of an entry on a page."""
    return f"ref-{_safe(citekey)}"


def place_id(citekey: str, place: int) -> str:
    """Return the id of the n-th place on a page that cites an entry."""
    return f"cite-{_safe(citekey)}-{place}"


@lru_cache(maxsize=65536)
def _safe(citekey: str) -> str:
    return _UNSAFE.sub(lambda match: f"~{ord(match[0]):x}~", citekey)
