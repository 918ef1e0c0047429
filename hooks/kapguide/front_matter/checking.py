"""Check the settings of a page, and say in plain words what is wrong with which.

What follows from a value is for the page checks to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from markdown_citations.problems import Problem, Rule, did_you_mean

from kapguide.front_matter.parsing import SOURCE, VALUE, FrontMatter
from kapguide.front_matter.schema import KEYS, front_matter_schema
from kapguide.front_matter.validation import find_mistakes

UNKNOWN = Rule(
    "front-matter-key",
    "error",
    "Each setting has a name that the site knows.",
    SOURCE,
    "---\ndescripton: What can go wrong, and how often.\n---",
    "---\ndescription: What can go wrong, and how often.\n---",
)
MISSING = Rule(
    "front-matter-missing",
    "error",
    "Each page has a description, which search engines show, and a type.",
    "NHS content guide",
    "---\ntitle: What are the risks?\n---",
    "---\ntitle: What are the risks?\ndescription: What can go wrong, and how often.\n"
    "type: treatment\n---",
)


def check_front_matter(front_matter: FrontMatter, path: str) -> Iterator[Problem]:
    """Yield the problems in the settings of one page, each once."""
    for problem in front_matter.problems:
        yield replace(problem, path=path)
    if not front_matter.readable:
        return
    # Without "required" and "additionalProperties", which have codes of their own.
    schema = {"properties": front_matter_schema()["properties"]}
    for mistake in find_mistakes(dict(front_matter.values), schema):
        line = front_matter.find_line(mistake.path[0])
        key = KEYS.get(str(mistake.path[0])) if len(mistake.path) == 1 else None
        hint = key.form if key and key.form else mistake.hint
        yield VALUE.problem(mistake.message, path, line, hint)
    for name in front_matter.values:
        if name not in KEYS:
            hint = did_you_mean(name, KEYS) or f"Known are {', '.join(KEYS)}."
            line = front_matter.find_line(name)
            yield UNKNOWN.problem(f'no setting is called "{name}"', path, line, hint)
    for name, key in KEYS.items():
        if key.required and front_matter.lacks(name):
            yield MISSING.problem(f'the setting "{name}" is missing', path, 1, key.hint)
