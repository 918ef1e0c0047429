"""Check that the guide has all words in the language and for the topic of the site."""

from __future__ import annotations

from markdown_citations.texts import find_language

from kapguide.checks.definition import Check, Problems, Project, Rule, Site

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
        yield MISSING.problem(message, f"{_GUIDE}{path}", hint="Translate the English one.")


CHECK = Check((MISSING,), site=check_words)
