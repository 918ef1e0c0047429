"""Say how to see the site in its other languages: a preview shows one of them."""

from __future__ import annotations

from kapguide.problems.invocation import COMMAND
from kapguide.project.editions.editions import Editions
from kapguide.words import load_words


def tell_others(editions: Editions) -> str:
    """Return what to type for each other language; nothing where there is none."""
    if not editions.others:
        return ""
    name = load_words().name_language
    said = [f"This preview is in {name(editions.own.language)} alone."]
    said += [
        f"To see it in {name(edition.language)}: {COMMAND} serve --language {edition.language}"
        for edition in editions.others
    ]
    return "\n".join(said)
