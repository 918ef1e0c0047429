"""What the notices must say, in whatever words staff choose."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from kapguide.checks.notices.notice_says import check_notice_texts
from kapguide.notices.notice import Notice, render_notice
from kapguide.project.project import Site

ADVICE = "They are not medical advice."
PATIENT = "Reading them does not make you a patient of any clinic."
TALK = "Talk with a nurse who knows you."


def _say(frame: Any, **texts: str) -> list[str]:
    """Give what is said of the notices when some have other texts."""
    for name, text in texts.items():
        own = render_notice(Notice(name, "", text))
        frame.other = frame.other.replace(render_notice(frame.notices[name]), own)
    others = {name: Notice(name, f"docs/_includes/{name}.md", text) for name, text in texts.items()}
    frame.notices = {**frame.notices, **others}
    return [f"{p.path}: {p.message}" for p in frame.problems() if p.code == "notice-says"]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param(f"{PATIENT} {TALK}", "no advice for a reader's own case", id="no advice"),
        pytest.param(f"{ADVICE} {TALK}", "makes nobody a patient", id="no relationship"),
        pytest.param(f"{ADVICE} {PATIENT}", "talk with a clinician", id="no clinician"),
        pytest.param(
            f"This is medical advice. {PATIENT} {TALK}", "no advice", id="the reverse of it"
        ),
    ],
)
def test_disclaimer_that_lacks_a_sentence(frame: Any, text: str, missing: str) -> None:
    """Each topic that is not there is one message, at the notice's file."""
    (said,) = _say(frame, disclaimer=text)
    assert said.startswith("docs/_includes/disclaimer.md: the disclaimer does not say that ")
    assert missing in said


@pytest.mark.parametrize(
    "text",
    [
        f"{ADVICE} {PATIENT} {TALK}",
        "We can't give you advice for your own case. There is no doctor-patient relationship "
        "between us. Please ask your GP.",
        f"{ADVICE}\n\n- {PATIENT}\n- {TALK}",
        f"## About\n\n{ADVICE}\n\n{PATIENT}\n\n{TALK}",
    ],
)
def test_disclaimer_in_other_words(frame: Any, text: str) -> None:
    """Words, paragraphs, lists and headings are free."""
    assert _say(frame, disclaimer=text) == []
    assert frame.problems() == ()


def test_an_empty_promise_is_three_messages(frame: Any) -> None:
    """All that is missing is told in one run."""
    assert len(_say(frame, disclaimer="These pages give general information.")) == 3


@pytest.mark.parametrize(
    ("text", "link"),
    [
        pytest.param("**Need help?** Call 988.", "[call 988](tel:988)", id="its own number"),
        pytest.param("Call 116 123, 24/7.", "[call 116 123](tel:116123)", id="of another country"),
        pytest.param("At all hours, 24/7: +44 20 1234.", "(tel:+44201234)", id="with its country"),
        pytest.param("**Need help?** Ask.", "[call NUMBER](tel:NUMBER)", id="no number"),
    ],
)
def test_crisis_lines_without_a_link(frame: Any, text: str, link: str) -> None:
    """A number that cannot be tapped helps nobody on a phone; the notice's own is shown."""
    (said,) = _say(frame, crisis=text)
    assert [p.hint[-len(link) - 1 :] for p in frame.problems() if p.code == "notice-says"] == [
        f"{link}."
    ]
    assert "crisis lines have no number that a tap calls or texts" in said
    assert "number-single-source" not in [problem.code for problem in frame.problems()]


def test_words_of_another_language_are_not_looked_for(frame: Any) -> None:
    """Where the guide has no words for a language, it cannot tell what a sentence says."""
    words = replace(frame.project.words, missing=("xx.toml",))
    project = replace(frame.project, words=words)
    short = Notice("disclaimer", "docs/_includes/disclaimer.md", "Información general.")
    project = replace(project, notices={"disclaimer": short})
    assert list(check_notice_texts(Site(pages=()), project)) == []
