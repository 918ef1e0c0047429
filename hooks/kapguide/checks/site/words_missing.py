"""Check that the guide has words for the language and the topic of the site."""

from __future__ import annotations

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


def check_words(site: Site, project: Project) -> Problems:
    """Find that English stands in for words that are not there."""
    if not project.words.missing:
        return
    config = project.config
    line = config and (config.find_literal("  language:") or config.find_literal("  topic:"))
    files = " and ".join(f"hooks/kapguide/words/{path}" for path in project.words.missing)
    message = "the guide has no words for the language or the topic of this site: it uses English"
    hint = f"Add {files}, made from the English one."
    yield MISSING.problem(message, config.path if config else "mkdocs.yml", line or None, hint)


CHECK = Check((MISSING,), site=check_words)
