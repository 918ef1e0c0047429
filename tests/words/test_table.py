"""Fixed texts by language: every name that code uses is there, and no other."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from kapguide.words import Words, load_words
from kapguide.words.loading import FOLDER

ROOT = Path(__file__).resolve().parent.parent.parent
WORDS = load_words()
FILES = sorted(path.relative_to(FOLDER) for path in FOLDER.rglob("*.toml"))
METHODS = {"say", "list", "group", "tables", "pattern", "patterns", "values"}
USED_BY_LOADER = {"dates.day", "dates.months", "numbers.decimal", "numbers.thousands"}


IN_TEMPLATE = re.compile(
    r'words\["([\w.]+?)(?:"|\." ~ \w+)\]((?: \| replace\("\{\w+\}", (?:[^()]|\(\w+\))*\))*)'
    r"(?: \| (tojson|join))?"
)
"""A name, the form of it for one or other, what is filled in, and how a list or group is put."""


class Use(NamedTuple):
    """A place where code or a template asks for words."""

    name: str
    method: str
    values: frozenset[str]
    place: str


def uses() -> Iterator[Use]:
    """Give all places that ask for words by name."""
    for path in sorted((ROOT / "hooks").rglob("*.py")):
        yield from python_uses(path)
    for path in sorted((ROOT / "overrides").rglob("*.*")):
        text = path.read_text("utf-8")
        for match in IN_TEMPLATE.finditer(text):
            values = frozenset(re.findall(r'replace\("\{(\w+)\}"', match[2]))
            method = {"tojson": "group", "join": "list"}.get(match[3], "say" if values else "text")
            yield Use(match[1], method, values, path.name)


def python_uses(path: Path) -> Iterator[Use]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        place = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Subscript) and is_words(node.value):
            for name in names(node.slice):
                yield Use(name, "text", frozenset(), place)
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr in METHODS and is_words(node.func.value):
            values = frozenset(keyword.arg or "" for keyword in node.keywords)
            for name in names(node.args[0]):
                yield Use(name, node.func.attr, values, place)


def is_words(node: ast.expr) -> bool:
    """Whether an expression is a table of words: `words`, `site.words`, `load_words()`."""
    if isinstance(node, ast.Call):
        node = node.func
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return name.endswith("words")


def names(node: ast.expr) -> Iterator[str]:
    """Give the names that an expression may be; a name is never put together."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and "." in part.value:
            yield part.value


USES = list(uses())


def leaves(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Give every value of the table with its name."""
    for name, value in table.items():
        if isinstance(value, Mapping) and set(value) != {"one", "other"}:
            yield from leaves(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def test_code_asks_for_words() -> None:
    """The reading of code finds both ways to ask, in Python and in templates."""
    assert {use.method for use in USES} >= {"text", "say", "list", "tables"}
    assert any(use.place == "404.html" for use in USES)
    assert len(USES) > 60


@pytest.mark.parametrize("use", USES, ids=lambda use: f"{use.place} {use.name}")
def test_every_name_in_code_is_in_the_table(use: Use) -> None:
    """With the placeholders that the code fills, and no others."""
    if use.method == "text":
        assert fields(WORDS[use.name]) == set()
    elif use.method == "say":
        value = dict(leaves(WORDS.table))[use.name]
        texts = [value] if isinstance(value, str) else list(value.values())
        wanted = set.union(*map(fields, texts)) | ({"count"} if len(texts) > 1 else set())
        assert use.values == wanted
    else:
        assert getattr(WORDS, use.method)(use.name)


def fields(text: str) -> set[str]:
    """Give the names of a text's placeholders."""
    found = (name for _, name, _, _ in string.Formatter().parse(text) if name)
    return {re.split(r"[.\[]", name)[0] for name in found}


def test_every_name_in_the_table_is_used() -> None:
    """What no code asks for would be translated for nothing."""
    asked = {use.name for use in USES} | USED_BY_LOADER | {f"pieces.{name}" for name in pieces()}
    groups = tuple(f"{use.name}." for use in USES if use.method in {"group", "values"})
    unused = [
        name for name, _ in leaves(WORDS.table) if name not in asked and not name.startswith(groups)
    ]
    assert unused == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.as_posix())
def test_every_file_has_all_texts(file: Path) -> None:
    """Of whatever language and topic, with patterns that can be compiled."""
    words = load_words(file.stem, file.parent.name or "ketamine")
    assert [text for text in words.lacking if text.startswith(f"{file.as_posix()}:")] == []
    assert len(words.list("dates.months")) == 12
    for use in USES:
        if use.method in {"pattern", "patterns"}:
            assert getattr(words, use.method)(use.name)
        elif use.method == "say":
            whole = dict(leaves(words.table))[use.name]
            texts = [whole] if isinstance(whole, str) else list(whole.values())
            assert set.union(*map(fields, texts)) <= use.values | {"count"}


def pieces() -> set[str]:
    """Give the names of all pieces that stand in a pattern."""
    return set(re.findall(r"\{([a-z]\w*)\}", repr(WORDS.table)))


def test_every_number_word_has_its_value() -> None:
    """A word that is found as a number is one that can be counted with."""
    found = [word for name in ("ones", "teens", "tens") for word in WORDS.list(f"pieces.{name}")]
    assert set(found) == set(WORDS.values("numbers.values"))
    assert set(WORDS.list("pieces.multiple")) == set(WORDS.values("numbers.multiples"))


@pytest.mark.parametrize(
    "name", ["review.pendin", "review", "a_to_z.articles", "nothing.at.all", "review.pending.x"]
)
def test_a_wrong_name_is_an_error(name: str) -> None:
    """A text that is not there must not become an empty one on a page."""
    with pytest.raises(KeyError):
        WORDS[name]


@pytest.mark.parametrize(
    ("count", "said"), [(1, "PDF, 1 page, 0.1 MB"), (2, "PDF, 2 pages, 0.1 MB")]
)
def test_one_and_others(count: int, said: str) -> None:
    """The form is chosen by `count`."""
    assert WORDS.say("handouts.size", count=count, megabytes="0.1") == said


@pytest.mark.parametrize("month", range(1, 13))
def test_days_do_not_depend_on_the_locale(month: int) -> None:
    """Readers in the US read the month first, whatever machine builds the pages."""
    name = [
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ][month - 1]
    assert WORDS.format_day(date(2026, month, 3)) == f"{name} 3, 2026"


@pytest.mark.parametrize(
    ("thousands", "decimal", "number", "digits", "said"),
    [
        (",", ".", 1234567, 0, "1,234,567"),
        (".", ",", 1234.5, 1, "1.234,5"),
        (" ", ",", 12, 0, "12"),
    ],
)
def test_numbers_are_the_languages(
    thousands: str, decimal: str, number: float, digits: int, said: str
) -> None:
    """A point may stand where another language has a comma, and the other way round."""
    words = Words("xx", "t", {"numbers": {"thousands": thousands, "decimal": decimal}})
    assert words.format_number(number, digits) == said


@pytest.mark.parametrize(
    ("language", "topic", "missing"),
    [
        pytest.param("en", "ketamine", (), id="both are there"),
        pytest.param("en-GB", "ketamine", (), id="the language serves its countries"),
        pytest.param(
            "xx", "ketamine", ("xx.toml", "topics/ketamine/xx.toml"), id="no such language"
        ),
        pytest.param("en", "sleep", ("topics/sleep/en.toml",), id="no such topic"),
        pytest.param("xx", "sleep", ("xx.toml", "topics/sleep/xx.toml"), id="neither"),
    ],
)
def test_what_is_missing_is_named_and_english_stands_in(
    language: str, topic: str, missing: tuple[str, ...]
) -> None:
    """The site still builds, and an editor learns which file to add."""
    words = load_words(language, topic)
    assert words.missing == missing
    assert words.table == WORDS.table
