"""Check that the guide has all words in the language and for the topic of the site."""

from __future__ import annotations

from markdown_citations.texts import find_language

from kapguide.checks.definition import Check, Problems, Project, Rule, Site
from kapguide.words import Words
from kapguide.words.loading import OWN_FOLDER

MISSING = Rule(
    "words-missing",
    "warning",
    "mkdocs.yml names a language (theme.language) and a topic (extra.topic) that the guide has "
    "words for.",
    "KAP Guide",
    "theme:\n  name: material\n  language: xx",
    "theme:\n  name: material\n  language: en",
)
_GUIDE = "hooks/kapguide/words/"
_CITATIONS = "packages/markdown-citations/src/markdown_citations/texts/"


def check_words(site: Site, project: Project) -> Problems:
    """Find that English stands in for words that are not there."""
    words, config = project.words, project.config
    files = [f"{_GUIDE}{path}" for path in words.missing]
    if not find_language(words.asked):
        files.append(f"{_CITATIONS}{words.asked.partition('-')[0]}.toml")
    if files:
        line = config and (config.find_literal("  language:") or config.find_literal("  topic:"))
        message = "words for the language or the topic of this site are missing: it uses English"
        hint = f"Add {' and '.join(files)}, made from the English one."
        yield MISSING.problem(message, config.path if config else "mkdocs.yml", line or None, hint)
    for text in words.lacking:
        path, name = text.split(": ")
        message = f'no "{name}", or not in the form that en.toml has, so English is used'
        yield MISSING.problem(message, _place(path, words), hint="Translate the English one.")
    for text in words.unread:
        path, name = text.split(": ")
        message = f'nothing asks for "{name}", so it changes nothing'
        hint = f"Write it as {_GUIDE}{path} does, or take it out."
        yield MISSING.problem(message, _place(path, words), hint=hint)


def _place(path: str, words: Words) -> str:
    """Name a file of words where an editor finds it: the site's own, or the guide's."""
    return f"{OWN_FOLDER if path in words.own else _GUIDE.rstrip('/')}/{path}"


CHECK = Check((MISSING,), site=check_words)
