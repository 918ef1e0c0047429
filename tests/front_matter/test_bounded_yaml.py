"""YAML that others wrote, within bounds: whatever it holds, it is read or refused at once."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from kapguide.front_matter.bounded_yaml import DEEPEST, BoundedLoader
from kapguide.front_matter.parsing import LONGEST, hide_settings, read_front_matter
from mkdocs.utils.meta import YAML_RE

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{one}: &{one} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, one in zip("abcdefgh", "bcdefghi", strict=True)
)
CHAIN = "a0: &a0 [x]\n" + "".join(f"a{n + 1}: &a{n + 1} [*a{n}]\n" for n in range(DEEPEST))

TOO_MUCH = {
    "1,000 brackets": ("a: " + "[" * 1000, "stand within each other"),
    "20,000 brackets, closed": ("a: " + "[" * 20000 + "]" * 20000, "stand within each other"),
    "braces": ("a: " + "{b: " * 1000, "stand within each other"),
    "lists in lists": ("- " * 1000 + "a", "stand within each other"),
    "a value in itself": ("a: &a [*a]", "holds itself"),
    "a value deep in itself": ("a: &a\n  b: [1, {c: *a}]", "holds itself"),
    "aliases of aliases": (LAUGHS, "aliases repeat too much"),
    "a chain of aliases": (CHAIN, "aliases repeat too much"),
}
NO_VALUES = {
    "a day": "2026-02-30",
    "a year": "0000-01-01",
    "an hour": "2026-01-01 25:00:00",
    "a time zone": "2026-01-01T00:00:00+99:99",
    "a number": "0x_",
    "a number of 5,000 digits": "1" * 5000,
    "a tag for a truth": "!!bool perhaps",
    "a tag for a day": "!!timestamp soon",
    "a tag for a number": '!!int ""',
    "a tag for a list": "!!omap [1]",
}


@pytest.mark.parametrize(("text", "message"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_too_much(text: str, message: str) -> None:
    """A text of a few kilobytes can neither break the reader nor fill the memory."""
    with pytest.raises(yaml.YAMLError, match=message):
        yaml.load(text, BoundedLoader)
    (problem,) = read_front_matter(f"---\n{text}\n---\n").problems
    assert problem.code == "front-matter-unreadable"
    assert message in problem.message


@pytest.mark.parametrize("value", NO_VALUES.values(), ids=NO_VALUES)
def test_no_value(value: str) -> None:
    """What makes no value is an error of YAML, with its line, whatever Python makes of it."""
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        yaml.load(f"a: 1\nb: {value}", BoundedLoader)
    assert caught.value.problem_mark is not None
    assert caught.value.problem_mark.line == 1


def test_what_is_within_the_bounds() -> None:
    """Deep and repeated values of a sensible size are read as everywhere."""
    deep = "[" * (DEEPEST - 2) + "]" * (DEEPEST - 2)
    text = f"a: {deep}\nb: &b {{c: 1}}\nd: [*b, *b]\ne: {{<<: *b, f: 2}}\n"
    assert yaml.load(text, BoundedLoader) == yaml.safe_load(text)


def test_settings_that_never_end() -> None:
    """A forgotten fence makes settings of a whole page; they aren't read."""
    text = "---\n" + "a: b\n" * LONGEST + "---\n"
    (problem,) = read_front_matter(text).problems
    assert f"more than {LONGEST} characters" in problem.message


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["Unix", "Windows", "old Mac"])
def test_hidden_settings_keep_the_lines(end: str) -> None:
    """MkDocs gets a page without what it would break on; a line keeps its number."""
    text = end.join(["---", "a: [[[", "---", "# Title", "", "Text."])
    hidden = hide_settings(text, read_front_matter(text))
    assert hidden == "\n\n\n# Title\n\nText."


@given(st.text(alphabet="-\r\n\u2028\x85\x0c. ab:", max_size=40).map("---\n{}\n".format))
def test_lines_are_those_of_mkdocs(text: str) -> None:
    """What MkDocs takes for settings is what we have looked at, whatever signs it holds."""
    read = read_front_matter(text)
    theirs = YAML_RE.match(text.replace("\r\n", "\n").replace("\r", "\n"))
    if theirs:
        assert read.body_line == theirs[0].count("\n") + 1
