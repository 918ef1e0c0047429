"""Check that a site keeps to one spelling, American or British, by its language."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.wording.dictionary import find_american, find_british
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

_OF_COUNTRY = "main [lang*='-']"
"""What says of which country it is, and keeps its spelling."""


def check_mixed(page: Page, project: Project) -> Problems:
    """Find words in the spelling of another country, each once on a page."""
    words = project.words
    root = page.tree.root
    language = (root.attributes.get("lang") or "") if root is not None else ""
    country = _country_of_others(language, words)
    told = set(words.list("spelling.shared"))
    for quoted in page.select(_OF_COUNTRY) if country else ():
        told.update(bare(word) for piece in quoted.text().split() for word in words_in(piece))
    names = {*map(bare, project.clinic.below.split())}
    for block, pieces, spoken in split_blocks(page) if country else ():
        if "quote" in block.within:
            continue
        for at, piece in enumerate(pieces):
            lower = bare(piece) if spoken[at] else ""
            other = "" if lower in told else _other_spelling(lower, country, words)
            if not other:
                continue
            large = piece.lstrip("\"'“‘(")[0].isupper()
            if large and (lower in names or not opens_sentence(pieces, at, words)):
                continue  # a name keeps its own spelling
            told.add(lower)
            message = f'"{words_in(piece)[0]}" is {country} spelling, on a page in "{language}"'
            hint = f'Write "{other}".'
            yield report(MIXED, message, page, project, text=text_from(pieces, at), hint=hint)


def _country_of_others(language: str, words: Words) -> str:
    """Return whose spellings a language does not have; nothing where it has both, or others."""
    main, _, country = language.lower().partition("-")
    if main != "en" or country in words.list("spelling.both"):
        return ""
    return "American" if country in words.list("spelling.british") else "British"


def _other_spelling(word: str, country: str, words: Words) -> str:
    return find_british(word) if country == "American" else find_american(word, words)


CHECK = Check((MIXED,), page=check_mixed)
