"""Silencing: one code, one page, one reason, and only where it is needed."""

from __future__ import annotations

from typing import Any

import pytest

CURE = "It is a cure for many."


def _allow(frame: Any, *codes: str) -> None:
    frame.front["allow"] = [{"code": code, "reason": "a letter is quoted"} for code in codes]


def test_allowed(frame: Any) -> None:
    """An allowed problem is gone from the list, and listed with its reason."""
    frame.body = CURE
    assert [p.code for p in frame.problems()] == ["promise"]
    _allow(frame, "promise")
    outcome = frame.run()
    assert outcome.problems == ()
    assert [(s.problem.code, s.reason) for s in outcome.silenced] == [
        ("promise", "a letter is quoted")
    ]


def test_allowed_on_this_page_only(frames: Any) -> None:
    """Another page's list says nothing about this one."""
    other = frames(body=CURE)
    assert [p.code for p in other.problems()] == ["promise"]


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("promise", "allow-unused"),
        ("promiss", "allow-unknown"),
        ("disclaimer-missing", "allow-unknown"),
        ("crisis-hidden", "allow-unknown"),
        ("allow-unused", "allow-unknown"),
    ],
)
def test_needless_or_forbidden(frame: Any, code: str, found: str) -> None:
    """What silences nothing, what is no code, and what may never be silenced."""
    _allow(frame, code)
    (problem,) = frame.problems()
    assert problem.code == found
    assert frame.source.splitlines()[problem.line - 1].strip().startswith("- code:")


def test_code_of_another_package(frame: Any) -> None:
    """Whether a citation's problem is needed is not seen on the built page."""
    _allow(frame, "citekey-unknown")
    assert frame.problems() == ()


def test_forbidden_stays(frame: Any) -> None:
    """A page that tries to silence the disclaimer is found for both."""
    _allow(frame, "disclaimer-missing")
    html = frame.html.replace('data-notice="disclaimer"', 'data-notice="disclaimer" hidden')
    codes = sorted(problem.code for problem in frame.problems(html))
    assert codes == ["allow-unknown", "disclaimer-hidden"]


def test_reason_is_needed(frame: Any) -> None:
    """Without a reason nothing is silenced, and the settings are wrong."""
    frame.body = CURE
    frame.front["allow"] = [{"code": "promise"}]
    assert {p.code for p in frame.problems()} == {"promise", "front-matter-value"}


def test_one_of_several(frame: Any) -> None:
    """With a text only the problem is silenced whose message has it; the next one stands."""
    frame.body = "It had 14 people [@trial]. It had 15 people [@trial]."
    entry = {"code": "number-unsupported", "reason": "told by the authors", "text": '"14"'}
    frame.front["allow"] = [entry]
    outcome = frame.run()
    assert [p.code for p in outcome.problems] == ["number-unsupported"]
    assert '"15"' in outcome.problems[0].message
    assert [s.reason for s in outcome.silenced] == ["told by the authors"]
    frame.front["allow"] = [entry, {**entry, "text": '"16"'}]
    assert sorted(p.code for p in frame.problems()) == ["allow-unused", "number-unsupported"]
