"""What people type into the search, and which page they then mean.

They are the page's `index_terms`, which readers see in the A to Z, and its
`search_terms`, which nobody sees: other names, questions, slang, common misspellings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

FIELD = "terms"
"""The field of the search index, beside the theme's `title`, `text` and `tags`."""

BOOST = 1e5
"""A word that a page was given by hand counts more than one in a title (1e3)."""


def read_texts(value: object) -> tuple[str, ...]:
    """Read `index_terms` or `search_terms`; what is no text, the check of front matter names."""
    if not isinstance(value, list):
        return ()
    folded = (" ".join(term.split()) for term in value if isinstance(term, str))
    return tuple(dict.fromkeys(term for term in folded if term))


def list_search_terms(front: Mapping[str, Any]) -> list[str]:
    """Return the words of a page, each once.

    Each word of `search_terms` ends with a full stop there. The search leaves out
    words like "how" and "me" unless a sign stands at them, and with them questions
    such as "how much"; it looks for beginnings of words, so that the stop is no
    hindrance.
    """
    questions = (
        " ".join(f"{word}." for word in re.split(r"[\s-]+", term.strip()))
        for term in read_texts(front.get("search_terms"))
    )
    terms = (*questions, *read_texts(front.get("index_terms")))
    return list({term.casefold(): term for term in terms}.values())
