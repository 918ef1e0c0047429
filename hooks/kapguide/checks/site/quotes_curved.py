"""Check that no text of the settings stands in the quotes of a word processor.

To YAML only straight quotes are quotes: curved ones are part of the text, and readers see them.
"""

from __future__ import annotations

import re

from kapguide.checks.definition import (
    Check,
    Page,
    Problems,
    Project,
    Rule,
    Site,
    report_setting,
)
from kapguide.front_matter.setting_lines import read_setting_lines
from kapguide.front_matter.yaml_words import quote

CURVED = Rule(
    "quotes-curved",
    "warning",
    "A text of the settings stands in straight quotes: readers would see curved ones.",
    "YAML 1.2",
    "---\ntitle: “What are the risks?”\n---",
    '---\ntitle: "What are the risks?"\n---',
)
_CURVED = re.compile(
    r"[“”„](?P<double>[^“”„]+)[“”\"]|\"(?P<closed>[^“”„\"]+)”|[‘’‚](?P<single>[^‘‚]+)[’‘']"
)
"""Around the whole: what quotes a word within a text is its own."""


def check_page(page: Page, project: Project) -> Problems:
    """Find such texts at the top of a page."""
    source = project.source(page)
    for path, text in source.front_matter.texts() if source else ():
        if words := _within(text):
            name = next(str(step) for step in reversed(path) if isinstance(step, str))
            setting = "" if isinstance(path[-1], int) else name
            yield report_setting(
                CURVED, _say(name), page, project, setting=path, hint=_hint(words, setting)
            )


def check_settings(site: Site, project: Project) -> Problems:
    """Find such texts in mkdocs.yml."""
    for setting in read_setting_lines(project.config.text) if project.config else ():
        if project.config and setting.text and (words := _within(setting.text)):
            name = setting.names[-1]
            yield CURVED.problem(_say(name), project.config.path, setting.line, _hint(words, name))


def _within(text: str) -> str:
    match = _CURVED.fullmatch(text.strip())
    return next((words for words in match.groups() if words), "") if match else ""


def _say(name: str) -> str:
    return f'"{name}" stands in curved quotes, and readers would see them'


def _hint(words: str, setting: str) -> str:
    return f"Write straight ones: {f'{setting}: ' if setting else ''}{quote(words)}"


CHECK = Check((CURVED,), page=check_page, site=check_settings)
