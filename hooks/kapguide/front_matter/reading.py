"""Read a page's front matter, the settings between two lines of `---`.

Takes a page's Markdown. Gives the values, the line of each key, and the
problems that an editor should mend.
Must stay free of what the values mean: `front_matter_schema` says which there
may be, the page checks what follows from them.

MkDocs says nothing when front matter cannot be read: it prints it as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

import yaml
from markdown_citations.problems import Problem, Rule, did_you_mean, nearest

from kapguide.front_matter.schema import KEYS, Mistake, check_value

_SOURCE = "KAP Guide"

UNREADABLE = Rule(
    "front-matter-unreadable",
    "error",
    "The settings at the top of a page are YAML that can be read: spaces, never tabs.",
    _SOURCE,
    "---\nallow:\n\t- code: promise\n---",
    "---\nallow:\n  - code: promise\n    reason: quotes a warning letter\n---",
)
UNCLOSED = Rule(
    "front-matter-unclosed",
    "error",
    "The settings stand between two lines of three hyphens, the first of them line 1.",
    _SOURCE,
    "title: What are the risks?\n\n# What are the risks?",
    "---\ntitle: What are the risks?\n---\n\n# What are the risks?",
)
UNKNOWN = Rule(
    "front-matter-key",
    "error",
    "Each setting has a name that the site knows.",
    _SOURCE,
    "---\ndescripton: What can go wrong, and how often.\n---",
    "---\ndescription: What can go wrong, and how often.\n---",
)
VALUE = Rule(
    "front-matter-value",
    "error",
    "Each setting has a value of its kind: a date is year-month-day, a list is a list.",
    _SOURCE,
    "---\nsources_checked: 1/2/26\n---",
    "---\nsources_checked: 2026-01-02\n---",
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
RULES = (UNREADABLE, UNCLOSED, UNKNOWN, VALUE, MISSING)

_FENCE = re.compile(r"^---[ \t]*$")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$")
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_ODD = re.compile(r"\t|!|[\[{].*\?|[^\x20-\x7e\n\xa1-\u2027\u2030-\ud7ff]", re.S)
"""Where libyaml and PyYAML differ: tabs, tags, a question mark in brackets, odd characters."""
_SETTING = re.compile(r"^([A-Za-z_]+):(?:\s|$)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The settings of one page."""

    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The line of each key, counted from 1."""
    body_line: int = 1
    """The first line after the front matter."""
    mistakes: tuple[tuple[Rule, Mistake], ...] = ()

    def get(self, name: str, default: Any = None) -> Any:
        """Return a setting, or `default` where the page has none."""
        return self.values.get(name, default)

    @property
    def readable(self) -> bool:
        """Whether the settings could be read at all; what they lack is else unknown."""
        return not any(rule in {UNREADABLE, UNCLOSED} for rule, _ in self.mistakes)

    def lacks(self, name: str) -> bool:
        """Whether a setting is missing, and no mistyped one is likely to be meant for it."""
        meant = (nearest(str(other), KEYS) for other in self.values if other not in KEYS)
        return self.readable and not self.get(name) and name not in meant


def read_front_matter(text: str) -> FrontMatter:
    """Read the settings at the top of a page; never raises."""
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or not _FENCE.match(lines[0]):
        return _without_fence(lines)
    end = next((i for i, line in enumerate(lines[1:], 1) if _END.match(line)), None)
    if end is None:
        mistake = Mistake(
            "the settings at the top are never closed",
            1,
            "Put a line of three hyphens after them.",
        )
        return FrontMatter(mistakes=((UNCLOSED, mistake),))
    return _read_block(lines[1:end], end + 2)


def check_front_matter(front_matter: FrontMatter, path: str) -> Iterator[Problem]:
    """Find the mistakes in the settings of one page."""
    for rule, mistake in front_matter.mistakes:
        yield _problem(rule, path, mistake)
    if not front_matter.readable:
        return
    for name, value in front_matter.values.items():
        line = front_matter.lines.get(name, 1)
        if name not in KEYS:
            hint = did_you_mean(name, KEYS) or f"Known are {', '.join(KEYS)}."
            yield _problem(UNKNOWN, path, Mistake(f'no setting is called "{name}"', line, hint))
            continue
        for message, hint in check_value(value, KEYS[name].schema, name):
            yield _problem(VALUE, path, Mistake(message, line, hint))
    for name, key in KEYS.items():
        if key.required and front_matter.lacks(name):
            mistake = Mistake(f'the setting "{name}" is missing', 1, key.hint)
            yield _problem(MISSING, path, mistake)


def _problem(rule: Rule, path: str, mistake: Mistake) -> Problem:
    return Problem(rule.code, mistake.message, path, mistake.line, mistake.hint, rule.severity)


def _without_fence(lines: list[str]) -> FrontMatter:
    """Nothing, unless a known setting at the top shows that a fence was forgotten."""
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    match = _SETTING.match(lines[first]) if first is not None else None
    fenced_late = first is not None and first > 0 and _FENCE.match(lines[first])
    if (match and match[1].lower() in KEYS) or fenced_late:
        mistake = Mistake(
            "the settings at the top do not start with a line of three hyphens",
            1,
            "Put --- alone on line 1, and again on a line after the last setting.",
        )
        return FrontMatter(mistakes=((UNCLOSED, mistake),))
    return FrontMatter()


def _read_block(lines: list[str], body_line: int) -> FrontMatter:
    # A tab before a value is allowed in YAML, yet never needed; before a key it is not.
    tab = next((i for i, line in enumerate(lines, 2) if re.match(r" *\t", line)), None)
    text = "\n".join(lines)
    try:
        node, keys, values = _load(text)
    except yaml.YAMLError as error:
        return FrontMatter(
            body_line=body_line, mistakes=((UNREADABLE, _explain(error, tab, text)),)
        )
    except ValueError:
        return FrontMatter(body_line=body_line, mistakes=((UNREADABLE, _impossible_day(lines)),))
    if node is None:
        return FrontMatter(body_line=body_line)
    if not isinstance(node, yaml.MappingNode):
        mistake = Mistake(
            "the settings at the top are not of the form name: value",
            2,
            "Write one setting a line, as in title: What are the risks?",
        )
        return FrontMatter(body_line=body_line, mistakes=((UNREADABLE, mistake),))
    places: dict[str, int] = {}
    repeated: list[tuple[Rule, Mistake]] = []
    for key in keys:
        line = key.start_mark.line + 2
        if key.value in places:
            message = f'the setting "{key.value}" stands twice, first on line {places[key.value]}'
            repeated.append((VALUE, Mistake(message, line, "Keep one of them.")))
        places.setdefault(str(key.value), line)
    named = {str(name): value for name, value in values.items()}
    return FrontMatter(
        MappingProxyType(named), MappingProxyType(places), body_line, tuple(repeated)
    )


def _load(text: str) -> tuple[yaml.Node | None, list[yaml.Node], Any]:
    """Return what a text holds as YAML: its root, the keys of that, and its value.

    What PyYAML's own reader says counts, for MkDocs asks that one. libyaml's is many
    times as fast; it reads what is written plainly just so, and is asked for no more.
    """
    if not _ODD.search(text):
        try:
            return _load_with(getattr(yaml, "CSafeLoader", yaml.SafeLoader), text)
        except yaml.YAMLError:
            pass  # the other one has the words that staff know
    return _load_with(yaml.SafeLoader, text)


def _load_with(reader: Any, text: str) -> tuple[yaml.Node | None, list[yaml.Node], Any]:
    loader = reader(text)
    try:
        node = loader.get_single_node()
        # To make values of merged keys (<<) takes these out of the node.
        keys = [key for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
        return node, keys, None if node is None else loader.construct_document(node)
    finally:
        loader.dispose()


def _impossible_day(lines: list[str]) -> Mistake:
    """Find the day that no calendar has: YAML makes dates of what looks like one."""
    hint = "Write a day that there is, as in 2026-01-31."
    for number, line in enumerate(lines, 2):
        for day in _DAY.findall(line):
            try:
                date.fromisoformat(day)
            except ValueError:
                return Mistake(f"there is no day {day}", number, hint)
    return Mistake("a number or a day cannot be read", 2, hint)


def _explain(error: Exception, tab: int | None, text: str) -> Mistake:
    """Say in plain words what YAML objects to."""
    if tab is not None:
        return Mistake("the line starts with a tab", tab, "Use spaces instead of the tab.")
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Mistake(f"the settings cannot be read: {error}", 2, "")
    line = error.problem_mark.line
    shown = text.splitlines()[line].strip() if line < len(text.splitlines()) else ""
    if re.match(r"[\w-]+:\s+[^\"'\[{].*:\s", shown):
        hint = 'Put the value in straight quotes: title: "KAP: the short answer".'
    else:
        hint = "Write name: value, with a blank after the colon, and indent lists by two spaces."
    return Mistake(f"the settings cannot be read: {error.problem}", line + 2, hint)
