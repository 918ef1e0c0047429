"""Check that the guide has all words in the language and for the topic of the site."""

from __future__ import annotations

from markdown_citations.problems import did_you_mean
from markdown_citations.texts import find_language, read_language

from kapguide.checks.definition import Check, Problems, Project, Rule, Site
from kapguide.words import Words
from kapguide.words.loading import DEFAULT_LANGUAGE, DEFAULT_TOPIC, OWN_FOLDER

MISSING = Rule(
    "words-missing",
    "warning",
    "mkdocs.yml names a language (theme.language) that the guide has all words for.",
    "KAP Guide",
    "theme:\n  name: material\n  language: xx",
    "theme:\n  name: material\n  language: en",
)
TOPIC = Rule(
    "topic-words",
    "error",
    "The treatment that mkdocs.yml names (extra.topic) has all its words, or pages would say those "
    "of another.",
    "KAP Guide",
    "extra:\n  topic: ketamin",
    "extra:\n  topic: ketamine",
)
_GUIDE = "hooks/kapguide/words/"
_CITATIONS = "packages/markdown-citations/src/markdown_citations/texts/"


def check_words(site: Site, project: Project) -> Problems:
    """Find that other words stand in for those that are not there."""
    words, config = project.words, project.config
    path, line = (config.path, config.find_literal) if config else ("mkdocs.yml", lambda text: 0)
    missing = list(words.missing)
    asked = next(filter(None, map(_topic_of, missing)), words.topic)
    if asked != words.topic:
        missing = [file for file in missing if not _topic_of(file)]
        hint = did_you_mean(asked, words.topics) or (
            f"Write {OWN_FOLDER}/topics/{asked}/{DEFAULT_LANGUAGE}.toml as "
            f"{_GUIDE}topics/{words.topic}/{DEFAULT_LANGUAGE}.toml is."
        )
        message = f'there are no words for the topic "{asked}", so those on {words.topic} are used'
        yield TOPIC.problem(message, path, line("  topic:") or None, hint)
    files = [f"{_GUIDE}{file}" for file in missing]
    found = find_language(words.asked)
    if not found:
        files.append(f"{_CITATIONS}{words.asked.partition('-')[0]}.toml")
    if files:
        message = "words for the language of this site are missing: it uses English"
        hint = f"Add {' and '.join(files)}, made from the English one."
        yield MISSING.problem(message, path, line("  language:") or None, hint)
    for text in words.lacking:
        file, name = text.split(": ")
        lacks = f'no "{name}", or not in the form that en.toml has'
        if _topic_of(file) not in {"", DEFAULT_TOPIC} and file.endswith(
            f"/{DEFAULT_LANGUAGE}.toml"
        ):
            message = f"{lacks}, so that on {DEFAULT_TOPIC} is used"
            hint = f"Write it as {_GUIDE}topics/{DEFAULT_TOPIC}/en.toml does."
            yield TOPIC.problem(message, _place(file, words), hint=hint)
        else:
            message = f"{lacks}, so English is used"
            yield MISSING.problem(message, _place(file, words), hint="Translate the English one.")
    for name in read_language(found)[1] if found else ():
        message = f'no "{name}", or not in the form that en.toml has, so English is used'
        place = f"{_CITATIONS}{found}.toml"
        yield MISSING.problem(message, place, hint="Translate the English one.")
    for text in words.unread:
        file, name = text.split(": ")
        message = f'nothing asks for "{name}", so it changes nothing'
        hint = f"Write it as {_GUIDE}{file} does, or take it out."
        yield MISSING.problem(message, _place(file, words), hint=hint)


def _topic_of(file: str) -> str:
    """Return the topic that a file of words is on; empty for one on all topics."""
    return file.split("/")[1] if file.startswith("topics/") else ""


def _place(path: str, words: Words) -> str:
    """Name a file of words where an editor finds it: the site's own, or the guide's."""
    return f"{OWN_FOLDER if path in words.own else _GUIDE.rstrip('/')}/{path}"


CHECK = Check((MISSING, TOPIC), site=check_words)
