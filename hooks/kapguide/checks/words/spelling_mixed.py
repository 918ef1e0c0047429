"""Check that a site keeps to one spelling, American or British, by its language."""

from __future__ import annotations

from collections.abc import Mapping

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.wording.dictionary import AMERICAN, BRITISH
from kapguide.pages.wording.pieces import bare, opens_sentence, split_blocks, text_from, words_in
from kapguide.words import Words

MIXED = Rule(
    "spelling-mixed",
    "warning",
    "All pages have one spelling: American in en, British in en-GB.",
    "KAP Guide",
    "The centre organises its programme.",
    "The center organizes its program.",
)


def check_mixed(page: Page, project: Project) -> Problems:
    """Find words in the spelling of another country, each once on a page."""
    words = project.words
    root = page.tree.root
    language = (root.attributes.get("lang") or "") if root is not None else ""
    others = _others(language, words)
    told = set(words.list("spelling.shared"))
    for block, pieces, _ in split_blocks(page) if others else ():
        bared = list(map(bare, pieces))
        if "quote" in block.within or others.keys().isdisjoint(bared):
            continue
        for at, (piece, lower) in enumerate(zip(pieces, bared, strict=True)):
            if lower not in others or lower in told:
                continue
            if piece.lstrip("\"'“‘(")[0].isupper() and not opens_sentence(pieces, at, words):
                continue  # a name keeps its own spelling
            told.add(lower)
            country = "British" if others is BRITISH else "American"
            message = f'"{words_in(piece)[0]}" is {country} spelling, on a page in "{language}"'
            hint = f'Write "{others[lower]}".'
            yield report(MIXED, message, page, project, text=text_from(pieces, at), hint=hint)


def _others(language: str, words: Words) -> Mapping[str, str]:
    """Return the spellings that a language does not have; none where it has both, or others."""
    main, _, country = language.lower().partition("-")
    if main != "en" or country in words.list("spelling.both"):
        return {}
    return AMERICAN if country in words.list("spelling.british") else BRITISH


CHECK = Check((MIXED,), page=check_mixed)
