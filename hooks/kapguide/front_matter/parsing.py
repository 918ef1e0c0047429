"""Read a page's front matter, the settings between two lines of `---`.

With the line of each key, and the problems of YAML that cannot be read; `checking`
says which values are wrong. MkDocs says nothing when front matter cannot be read: it
prints it as text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

import yaml
from markdown_citations.problems import Problem, Rule, nearest

from kapguide.front_matter.bounded_yaml import BoundedLoader
from kapguide.front_matter.file_limits import is_text
from kapguide.front_matter.schema import KEYS
from kapguide.front_matter.yaml_words import explain_yaml

SOURCE = "KAP Guide"

UNREADABLE = Rule(
    "front-matter-unreadable",
    "error",
    "The settings at the top of a page are YAML that can be read: spaces, never tabs.",
    SOURCE,
    "---\nallow:\n\t- code: promise\n---",
    "---\nallow:\n  - code: promise\n    reason: quotes a warning letter\n---",
)
UNCLOSED = Rule(
    "front-matter-unclosed",
    "error",
    "The settings stand between two lines of three hyphens, the first of them line 1.",
    SOURCE,
    "title: What are the risks?\n\n# What are the risks?",
    "---\ntitle: What are the risks?\n---\n\n# What are the risks?",
)
VALUE = Rule(
    "front-matter-value",
    "error",
    "Each setting has a value of its kind: a date is year-month-day, a list is a list.",
    SOURCE,
    "---\nsources_checked: 1/2/26\n---",
    "---\nsources_checked: 2026-01-02\n---",
)

LONGEST = 50_000
"""How many characters the settings of a page may have; figures take a few thousand."""

_FENCE = re.compile(r"^---[ \t]*\Z")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\Z")
_SETTING = re.compile(r"^([A-Za-z_]+):(?:\s|$)")
_LIKE_FENCE = re.compile(r"^\s*[-\N{HYPHEN}-\N{HORIZONTAL BAR}\N{MINUS SIGN}*_=~]*\s*\Z")
_LIKE_SETTING = re.compile(r"^(?:[A-Za-z_-]+\s*:|[ \t]+\S|- )")

KeyPath = tuple[str | int, ...]
"""Where a value stands, from the top: names of settings, and items counted from 0."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The settings of one page."""

    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    lines: Mapping[KeyPath, int] = field(default_factory=lambda: MappingProxyType({}))
    """The line of each value, counted from 1: `("allow", 0, "code")`."""
    body_line: int = 1
    """The first line after the front matter."""
    problems: tuple[Problem, ...] = ()
    """What was wrong with the YAML itself; the path is left out."""

    def get(self, name: str, default: Any = None) -> Any:
        """Return a setting, or `default` where the page has none."""
        return self.values.get(name, default)

    def find_line(self, *path: str | int) -> int | None:
        """Return the line of a value, or of as much of its path as is there."""
        found = (self.lines.get(path[:end]) for end in range(len(path), 0, -1))
        return next((line for line in found if line), None)

    def texts(self) -> Iterator[tuple[KeyPath, str]]:
        """Give each text, with where it stands."""
        for path in self.lines:
            value: Any = self.values
            for step in path:
                if isinstance(value, Mapping):
                    value = value.get(step)  # None for what YAML takes for no name: yes, 1, <<
                elif isinstance(value, list) and isinstance(step, int):
                    value = value[step]
                else:
                    value = None
            if isinstance(value, str):
                yield path, value

    def setting_at(self, line: int) -> str:
        """Return the name of the setting that a line is part of; empty where it is of none."""
        tops = ((at, str(path[0])) for path, at in self.lines.items() if len(path) == 1)
        return max((top for top in tops if top[0] <= line < self.body_line), default=(0, ""))[1]

    @property
    def absent(self) -> bool:
        """Whether the page has no settings at all, nor lines where they would stand."""
        return self.body_line == 1 and not self.problems

    @property
    def readable(self) -> bool:
        """Whether the settings could be read at all; what they lack is else unknown."""
        return not {UNREADABLE.code, UNCLOSED.code} & {p.code for p in self.problems}

    def lacks(self, name: str) -> bool:
        """Whether a setting is missing, and no mistyped one is likely to be meant for it."""
        meant = (nearest(str(other), KEYS) for other in self.values if other not in KEYS)
        return self.readable and not self.get(name) and name not in meant


@functools.lru_cache(maxsize=1024)  # several hooks of a build ask for that of one page
def read_front_matter(text: str) -> FrontMatter:
    """Read the settings at the top of a page; never raises."""
    lines = _split(text)
    if not is_text(text):
        message = "the file is no text, so that nothing of it can be read"
        hint = "Save the page again as UTF-8; what is no page, take out of docs."
        problem = UNREADABLE.problem(message, line=1, hint=hint)
        return FrontMatter(body_line=len(lines) + 1, problems=(problem,))
    if not lines or not _FENCE.match(lines[0]):
        return _without_fence(lines)
    # As MkDocs does: a fence right after the first does not close it.
    end = next((i for i, line in enumerate(lines[2:], 2) if _END.match(line)), None)
    if end is None:
        hint = "Put a line of three hyphens after them."
        return _unclosed("the settings at the top are never closed", hint, lines)
    read = _read_block(lines[1:end], end + 2)
    return replace(read, problems=(*read.problems, *_find_more(lines, end + 1)))


def hide_settings(text: str, front_matter: FrontMatter) -> str:
    """Return a page with empty lines for its settings: all others keep their numbers."""
    before = front_matter.body_line - 1
    return "\n" * before + "\n".join(_split(text)[before:])


def _split(text: str) -> list[str]:
    """Split into lines as MkDocs does: at line ends of any system, and at no other sign."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _without_fence(lines: list[str]) -> FrontMatter:
    """Nothing, unless a known setting at the top shows that a fence was forgotten."""
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    fenced_late = first is not None and first > 0 and _FENCE.match(lines[first])
    # A word processor makes one long dash of the hyphens.
    match = next((_SETTING.match(line) for line in lines if re.search(r"\w", line)), None)
    if (match and match[1].lower() in KEYS) or fenced_late:
        hint = "Put --- alone on line 1, and again on a line after the last setting."
        said = "the settings at the top do not start with a line of three hyphens"
        return _unclosed(said, hint, lines)
    return FrontMatter()


def _find_more(lines: list[str], start: int) -> Iterator[Problem]:
    """Give the setting that stands right behind the settings, where it would be text."""
    for number, line in enumerate(lines[start:], start + 1):
        match = _SETTING.match(line)
        if match and match[1].lower() in KEYS:
            message = f'the setting "{match[1]}" stands behind the settings, and is shown as text'
            hint = "Keep one group of settings, between two lines of three hyphens."
            yield UNCLOSED.problem(message, line=number, hint=hint)
        if line.strip() and not _FENCE.match(line):
            return


def _unclosed(message: str, hint: str, lines: list[str]) -> FrontMatter:
    """Say so, and take what looks like settings for such: nobody shall read them as text."""
    start = next((i for i, line in enumerate(lines) if not _LIKE_FENCE.match(line)), len(lines))
    rest = enumerate(lines[start:], start)
    end = next((i for i, line in rest if not _LIKE_SETTING.match(line)), len(lines))
    end += end < len(lines) and bool(lines[end].strip()) and bool(_LIKE_FENCE.match(lines[end]))
    problem = UNCLOSED.problem(message, line=1, hint=hint)
    return FrontMatter(body_line=end + 1, problems=(problem,))


def _read_block(lines: list[str], body_line: int) -> FrontMatter:
    text = "\n".join(lines)
    if len(text) > LONGEST:
        message = f"the settings at the top have more than {LONGEST} characters"
        hint = "See whether the line of three hyphens that ends them is missing."
        problem = UNREADABLE.problem(message, line=1, hint=hint)
        return FrontMatter(body_line=body_line, problems=(problem,))
    try:
        node, lines_of, values = _load(text)
    except yaml.YAMLError as error:
        line, message, hint = explain_yaml(error, lines)
        problem = UNREADABLE.problem(message, line=line + 2, hint=hint)
        return FrontMatter(body_line=body_line, problems=(problem,))
    if node is None:
        return FrontMatter(body_line=body_line)
    if not isinstance(node, yaml.MappingNode):
        hint = "Write one setting a line, as in title: What are the risks?"
        message = "the settings at the top are not of the form name: value"
        problem = UNREADABLE.problem(message, line=2, hint=hint)
        return FrontMatter(body_line=body_line, problems=(problem,))
    places: dict[KeyPath, int] = {}
    repeated: list[Problem] = []
    for path, line in lines_of:
        if len(path) == 1 and path in places:
            message = f'the setting "{path[0]}" stands twice, first on line {places[path]}'
            repeated.append(VALUE.problem(message, line=line, hint="Keep one of them."))
        places.setdefault(path, line)
    named = {str(name): value for name, value in values.items()}
    return FrontMatter(
        MappingProxyType(named), MappingProxyType(places), body_line, tuple(repeated)
    )


def _load(text: str) -> tuple[yaml.Node | None, list[tuple[KeyPath, int]], Any]:
    """Return what a text holds as YAML: its root, the line of each value, and the values."""
    loader = BoundedLoader(text)
    try:
        node = loader.get_single_node()
        # To make values of merged keys (<<) takes these out of the node.
        lines = list(find_lines(node, first=2))  # behind the line of hyphens
        return node, lines, None if node is None else loader.construct_document(node)
    finally:
        loader.dispose()


def find_lines(
    node: yaml.Node | None, path: KeyPath = (), seen: set[int] | None = None, first: int = 1
) -> Iterator[tuple[KeyPath, int]]:
    """Yield where each value below a node stands; what aliases repeat is entered once.

    `first` is the number of the first line.
    """
    seen = set() if seen is None else seen
    if id(node) in seen:
        return
    seen.add(id(node))
    steps: list[tuple[str | int, yaml.Node, yaml.Node]] = []
    if isinstance(node, yaml.MappingNode):
        steps = [(str(key.value), key, value) for key, value in node.value]
    elif isinstance(node, yaml.SequenceNode):
        steps = [(number, item, item) for number, item in enumerate(node.value)]
    for step, marked, value in steps:
        yield (*path, step), marked.start_mark.line + first
        yield from find_lines(value, (*path, step), seen, first)
