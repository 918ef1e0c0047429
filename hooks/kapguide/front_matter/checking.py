"""Check the settings of a page, and say in plain words what is wrong with which.

What follows from a value is for the page checks to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from markdown_citations.problems import Problem, Rule, did_you_mean

from kapguide.front_matter.parsing import SOURCE, VALUE, FrontMatter
from kapguide.front_matter.schema import KEYS, Schema, front_matter_schema
from kapguide.front_matter.validation import OF_TEXT_ABOVE, find_mistakes

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


_BEGIN = (
    "Begin it with a line of three hyphens, the lines title:, description:, type:, "
    "sources_checked:, review: pending and review_every: 12, and three hyphens again; another page "
    "of docs shows the form."
)


def check_front_matter(front_matter: FrontMatter, path: str) -> Iterator[Problem]:
    """Yield the problems in the settings of one page, each once."""
    for problem in front_matter.problems:
        yield replace(problem, path=path)
    if not front_matter.readable:
        return
    values = front_matter.values
    if front_matter.absent:
        yield MISSING.problem("the page has no settings at its top", path, 1, _BEGIN)
        return
    # Without "required" and "additionalProperties", which have codes of their own.
    schema = {"properties": front_matter_schema()["properties"]}
    # The text above names of several words may be empty for them.
    torn: dict[str, str] = {}
    for above, name in pairwise(values):
        empty = above in torn or not values[above]
        if " " in name and empty and not did_you_mean(name, KEYS):
            torn[name] = above
    read = {name: value for name, value in values.items() if name not in torn.values()}
    for mistake in find_mistakes(read, schema):
        line = front_matter.find_line(*mistake.path)
        key = KEYS.get(str(mistake.path[0])) if len(mistake.path) == 1 else None
        hint = mistake.hint
        if key:  # of one that must be there, the line is not to be taken out
            hint = key.form or (key.hint if values[str(mistake.path[0])] is None else "") or hint
        yield VALUE.problem(mistake.message, path, line, hint)
    for name in values:
        # Whoever does not indent the parts of a setting leaves it without a value.
        stray = _PARTS.get(name) in values and values[_PARTS[name]] is None
        if name not in KEYS and not stray:
            others = OF_TEXT_ABOVE if name in torn else f"Known are {', '.join(KEYS)}."
            hint = did_you_mean(name, KEYS) or others
            line = front_matter.find_line(name)
            yield UNKNOWN.problem(f'no setting is called "{name}"', path, line, hint)
    for name, key in KEYS.items():
        if key.required and name not in values and front_matter.lacks(name):
            yield MISSING.problem(f'the setting "{name}" is missing', path, 1, key.hint)


def _list_parts(schema: Schema) -> frozenset[str]:
    """Return the names that may stand one level below a setting."""
    options = (schema, schema.get("items", {}), *schema.get("oneOf", ()))
    return frozenset(name for option in options for name in option.get("properties", ()))


_PARTS = {part: name for name, key in KEYS.items() for part in _list_parts(key.schema)}
