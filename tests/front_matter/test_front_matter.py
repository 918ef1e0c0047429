"""The settings at the top of a page: each mistake has one clear message with its line."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.checks.review.review_missing import find_unset
from kapguide.front_matter import read_front_matter
from kapguide.front_matter.checking import check_front_matter
from kapguide.front_matter.parsing import FrontMatter
from kapguide.front_matter.schema import KEYS, front_matter_schema
from kapguide.pages.source_lines import make_source

GOOD = "description: What can go wrong.\ntype: treatment\n"

MISTAKES: dict[str, tuple[str, str]] = {
    "unknown key": (
        f"---\n{GOOD}sources_cheked: 2026-01-01\n---\n",
        'docs/x.md:4: front-matter-key: no setting is called "sources_cheked". '
        'Did you mean "sources_checked"?',
    ),
    "unknown kind": (
        "---\ndescription: A.\ntype: treatement\n---\n",
        'docs/x.md:3: front-matter-value: "type" cannot be "treatement". Did you mean "treatment"?',
    ),
    "American date": (
        f"---\n{GOOD}sources_checked: 1/2/26\n---\n",
        'docs/x.md:4: front-matter-value: "sources_checked" is no date: "1/2/26". '
        "Write year, month and day with hyphens, as in 2026-01-31.",
    ),
    "date with a name": (
        f"---\n{GOOD}sources_checked: 20 November 2026\n---\n",
        'docs/x.md:4: front-matter-value: "sources_checked" is no date: "20 November 2026". '
        "Write 2026-11-20.",
    ),
    "a day that is not": (
        f"---\n{GOOD}sources_checked: 2026-02-30\n---\n",
        'docs/x.md:4: front-matter-unreadable: there is no date or number "2026-02-30". '
        "Write a day that there is, as in 2026-01-31, or put the text in straight quotes.",
    ),
    "time of day": (
        f"---\n{GOOD}sources_checked: 2026-01-01 10:00:00\n---\n",
        'docs/x.md:4: front-matter-value: "sources_checked" is no date: "2026-01-01 10:00:00". '
        "Write year, month and day with hyphens, as in 2026-01-31.",
    ),
    "text for a list": (
        f"---\n{GOOD}index_terms: bladder, nausea\n---\n",
        'docs/x.md:4: front-matter-value: "index_terms" should be a list, not "bladder, nausea". '
        "Write it in square brackets: index_terms: [bladder, nausea].",
    ),
    "address for a list": (
        f"---\n{GOOD}redirects: https://a.example/old/\n---\n",
        'docs/x.md:4: front-matter-value: "redirects" should be a list, not '
        '"https://a.example/old/". The files that the page was before, such as old-name.md.',
    ),
    "number for a text": (
        f"---\n{GOOD}title: 988\n---\n",
        'docs/x.md:4: front-matter-value: "title" should be a text, not "988". '
        'Put it in straight quotes: "988".',
    ),
    "blanks for a text": (
        f'---\n{GOOD}title: "  "\n---\n',
        'docs/x.md:4: front-matter-value: "title" is empty. Write a text, or take the line out.',
    ),
    "a fraction for a number": (
        f"---\n{GOOD}review_every: 12.0\n---\n",
        'docs/x.md:4: front-matter-value: "review_every" should be a whole number, not "12.0". '
        "Write a whole number alone, as in review_every: 12.",
    ),
    "a number among words": (
        f"---\n{GOOD}hide: [toc, 5]\n---\n",
        'docs/x.md:4: front-matter-value: "hide, item 2" should be a text, not "5". '
        'Put it in straight quotes: "5".',
    ),
    "a day for a text": (
        f"---\n{GOOD}title: 2026-01-31\n---\n",
        'docs/x.md:4: front-matter-value: "title" should be a text, not "2026-01-31". '
        'Put it in straight quotes: "2026-01-31".',
    ),
    "words for a number": (
        f"---\n{GOOD}review_every: a year\n---\n",
        'docs/x.md:4: front-matter-value: "review_every" should be a whole number, not "a year". '
        "Write a whole number alone, as in review_every: 12.",
    ),
    "too large a number": (
        f"---\n{GOOD}review_every: 48\n---\n",
        'docs/x.md:4: front-matter-value: "review_every" cannot be 48. It may be 1 to 36.',
    ),
    "half a review": (
        f"---\n{GOOD}review:\n  reviewer: A. Doe\n  date: 2026-01-01\n---\n",
        'docs/x.md:4: front-matter-value: "review" lacks "credentials". '
        "Add to review a line credentials: with a text.",
    ),
    "unknown word for a review": (
        f"---\n{GOOD}review: done\n---\n",
        'docs/x.md:4: front-matter-value: "review" cannot be "done". Write review: pending, or '
        "review: with three lines below it, each two spaces in: reviewer: and a name; "
        "credentials: and degrees; date: and a day, as 2026-01-31.",
    ),
    "no reason": (
        f"---\n{GOOD}allow:\n  - code: promise\n---\n",
        'docs/x.md:5: front-matter-value: "allow, item 1" lacks "reason". '
        "Add to allow, item 1 a line reason: with a text.",
    ),
    "a colon in a text beside its name": (
        "---\ndescription: >-\nA rest: what it is.\ntype: treatment\n---\n",
        'docs/x.md:3: front-matter-key: no setting is called "A rest". '
        "Start it with two spaces if it belongs to the text above, or take it out.",
    ),
    "a blank for a sign of a name": (
        f"---\n{GOOD}search terms: [how]\n---\n",
        'docs/x.md:4: front-matter-key: no setting is called "search terms". '
        'Did you mean "search_terms"?',
    ),
    "no description": (
        "---\ntype: treatment\n---\n",
        'docs/x.md:1: front-matter-missing: the setting "description" is missing. '
        "Add description: and one sentence that says what a reader finds here.",
    ),
    "empty value": (
        f"---\n{GOOD}title:\n---\n",
        'docs/x.md:4: front-matter-value: "title" has no value. '
        "Write a text, or take the line out.",
    ),
    "a tab": (
        f"---\n{GOOD}allow:\n\t- code: promise\n---\n",
        "docs/x.md:5: front-matter-unreadable: the line starts with a tab. "
        "Use spaces instead of the tab.",
    ),
    "a colon in the value": (
        f"---\n{GOOD}title: KAP: the short answer\n---\n",
        'docs/x.md:4: front-matter-unreadable: the value of "title" cannot be read as it stands, '
        "for it has a colon. "
        'Put the whole value in straight quotes: title: "KAP: the short answer"',
    ),
    "a quote that is not closed": (
        f'---\n{GOOD}title: "KAP\n---\n',
        'docs/x.md:4: front-matter-unreadable: the value of "title" cannot be read as it stands, '
        "for a quotation mark starts it and none ends it. "
        'Put the whole value in straight quotes: title: "KAP"',
    ),
    "no settings but text": (
        "---\njust text\n---\n",
        "docs/x.md:2: front-matter-unreadable: the settings at the top are not of the form "
        "name: value. Write one setting a line, as in title: What are the risks?",
    ),
    "never closed": (
        f"---\n{GOOD}\n# Title\n",
        "docs/x.md:1: front-matter-unclosed: the settings at the top are never closed. "
        "Put a line of three hyphens after them.",
    ),
    "never opened": (
        f"{GOOD}---\n\n# Title\n",
        "docs/x.md:1: front-matter-unclosed: the settings at the top do not start with a line of "
        "three hyphens. Put --- alone on line 1, and again on a line after the last setting.",
    ),
    "a long dash for the hyphens": (
        f"\u2014\n{GOOD}---\n\n# Title\n",
        "docs/x.md:1: front-matter-unclosed: the settings at the top do not start with a line of "
        "three hyphens. Put --- alone on line 1, and again on a line after the last setting.",
    ),
    "empty line first": (
        f"\n---\n{GOOD}---\n",
        "docs/x.md:1: front-matter-unclosed: the settings at the top do not start with a line of "
        "three hyphens. Put --- alone on line 1, and again on a line after the last setting.",
    ),
    "a second group behind them": (
        f"---\n{GOOD}---\n\n---\ntitle: Costs\ntype: practical\n---\n\n# Title\n",
        'docs/x.md:7: front-matter-unclosed: the setting "title" stands behind the settings, and '
        "is shown as text. Keep one group of settings, between two lines of three hyphens.",
    ),
    "one more behind them": (
        f"---\n{GOOD}---\nreview_every: 12\n\n# Title\n",
        'docs/x.md:5: front-matter-unclosed: the setting "review_every" stands behind the '
        "settings, and is shown as text. Keep one group of settings, between two lines of three "
        "hyphens.",
    ),
    "twice": (
        f"---\n{GOOD}type: support\n---\n",
        'docs/x.md:4: front-matter-value: the setting "type" stands twice, first on line 3. '
        "Keep one of them.",
    ),
    "unknown part of a fact": (
        f"---\n{GOOD}dated_facts:\n  - fact: A rule.\n    until: 2026-12-31\n    untill: 1\n---\n",
        'docs/x.md:7: front-matter-value: "dated_facts, item 1" has no part called "untill". '
        'Did you mean "until"?',
    ),
}


def _problems(text: str) -> list[str]:
    return [str(p) for p in check_front_matter(read_front_matter(text), "docs/x.md")]


def test_lines_of_a_text_beside_its_name() -> None:
    """Each belongs to the text, and a name with a blank for its sign to none."""
    text = "description: >-\nA rest: what it is.\nA walk: how long.\ntype: treatment\n"
    told = _problems(f"---\n{text}title:\nsearch terms: [how]\n---\n")
    assert [line.count("Start it with two spaces") for line in told] == [0, 1, 1, 0]
    assert '"title" has no value' in told[0]


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_mistake(text: str, message: str) -> None:
    """One mistake, one message: file, line, what is wrong, what to do."""
    assert _problems(text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{GOOD}---\n# Title\n",
        f"\ufeff---\n{GOOD}---\n",
        f"---\n{GOOD}---\n".replace("\n", "\r\n"),
        f"---\n{GOOD}review: pending\nsources_checked: 2026-01-01\n---\n",
        f"---\n{GOOD}review:\n  reviewer: A\n  credentials: MD\n  date: 2026-01-01\n---\n",
        f"---\n{GOOD}figures:\n  one: {{a: 1}}\nhide: [navigation]\n---\n",
    ],
)
def test_no_mistake(text: str) -> None:
    """What is right passes in silence."""
    assert _problems(text) == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("figures", "x", "phases", 1, "label"), 9),
        (("figures", "x", "phases", 9), 5),
        (("figures", "y"), 2),
        (("elsewhere",), None),
    ],
)
def test_lines_of_values(path: tuple[str | int, ...], line: int | None) -> None:
    """As much of a path as is there decides the line."""
    text = "figures:\n  x:\n    type: course\n    phases:\n"
    phases = "      - label: One\n        length: a\n      - length: b\n        label: Two\n"
    assert read_front_matter(f"---\n{text}{phases}---\n").find_line(*path) == line


@pytest.mark.parametrize("settings", ["", "a: [", "- a", "a: &a [*a]"])
def test_what_cannot_be_read_has_no_lines(settings: str) -> None:
    """Finding a line never fails."""
    assert read_front_matter(f"---\n{settings}\n---\n").find_line("figures", "x") is None


def test_every_part_that_lacks_is_named_once() -> None:
    """The schema's checker says "lacks" once for each, and we say all of them each time."""
    assert _problems(f"---\n{GOOD}review:\n  reviewer: A. Doe\n---\n") == [
        f'docs/x.md:4: front-matter-value: "review" lacks "{part}". Add to review a line {part}: '
        f"with {what}."
        for part, what in {"credentials": "a text", "date": "a day, as 2026-01-31"}.items()
    ]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
)


@given(st.dictionaries(st.sampled_from(list(KEYS)), VALUES))
def test_any_value_has_its_words(values: dict[str, Any]) -> None:
    """Whatever the schema objects to is said with the name of the setting."""
    for problem in check_front_matter(FrontMatter(values, body_line=3), "docs/x.md"):
        assert problem.path == "docs/x.md"
        assert any(f'"{name}' in problem.message for name in KEYS)


def test_page_without_settings_lacks_them_once() -> None:
    """A page that starts with its heading has one mistake, not as many as there are settings."""
    (message,) = _problems("# Title\n\nA: b\n")
    assert message.startswith(
        "docs/x.md:1: front-matter-missing: the page has no settings at its top. Begin it with"
    )
    source = make_source("docs/x.md", "# Title\n\nA: b\n")
    assert list(find_unset(source)) == []


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    """No settings make the reader fail."""
    read = read_front_matter(f"---\n{text}\n---\n")
    assert list(check_front_matter(read, "docs/x.md")) is not None


def test_texts_with_any_names() -> None:
    """YAML reads some names as no text, and puts what another group has into one."""
    text = (
        "title: One\nyes: two\n1: 2\nfigures:\n  a: &a\n    1: three\n    b: [four]\n  c: {<<: *a}"
    )
    read = read_front_matter(f"---\n{text}\n---\n")
    assert dict(read.texts()) == {("title",): "One", ("figures", "a", "b", 0): "four"}


def test_schema_describes_the_same_settings() -> None:
    """Editors complete from the table that the check uses."""
    schema: dict[str, Any] = front_matter_schema()
    assert list(schema["properties"]) == list(KEYS)
    assert schema["required"] == ["description", "type"]
    assert all("description" in part for part in schema["properties"].values())
