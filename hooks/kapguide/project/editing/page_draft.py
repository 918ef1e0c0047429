"""Write the text of a new page: its settings, its title, and the headings that it needs.

What only a person knows is not made up: it waits as a comment, and the build says that
it is missing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from kapguide.front_matter.rewriting import format_scalar
from kapguide.words import Words

REVIEW_MONTHS = 12
"""The longest time that every page may have between two checks."""


def draft_page(title: str, page_type: str, description: str, words: Words) -> str:
    """Return the Markdown of a page that nobody has written yet."""
    told = f"description: {format_scalar(description)}" if description else ""
    settings = [
        f"title: {format_scalar(title)}",
        told or f"# description: {words['new_page.description']}",
        f"type: {page_type}",
        f"# sources_checked: {words['new_page.sources_checked']}",
        "review: pending",
        f"review_every: {REVIEW_MONTHS}",
    ]
    parts = ["---", *settings, "---", "", f"# {_escape(title)}"]
    for heading, advice in _sections(page_type, words).items():
        parts += ["", f"## {heading}", "", f"<!-- {advice} -->"]
    return "\n".join([*parts, ""])


def _sections(page_type: str, words: Words) -> Mapping[str, str]:
    """Return the headings, each with what belongs below it."""
    found = {words["new_page.key_points"]: words["new_page.key_points_advice"]}
    if page_type == "treatment":
        found[words["new_page.risks"]] = words["new_page.risks_advice"]
        found[words["new_page.unknown"]] = words["new_page.unknown_advice"]
    found[words["new_page.next"]] = words["new_page.next_advice"]
    return found


def _escape(title: str) -> str:
    """Take the meaning for Markdown from signs of a title."""
    return re.sub(r"([\\`*_<\[#@])", r"\\\1", title)


def name_from(text: str) -> str:
    """Return a name for a file as addresses have it: `can-i-drive`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def title_from(name: str) -> str:
    """Return a title for a file's name: `Can i drive`."""
    words = name.rpartition("/")[2].replace("-", " ").strip()
    return words[:1].upper() + words[1:]
