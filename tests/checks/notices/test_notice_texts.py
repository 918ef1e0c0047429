"""What the notices must say, in whatever words staff choose."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from kapguide.checks.notices.crisis import check_numbers
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


def test_settings_of_a_notice(frame: Any) -> None:
    """Only pages have them; in a notice readers would see them as a heading."""
    text = f"---\ntitle: About\n---\n\n{ADVICE} {PATIENT} {TALK}\n"
    name = "disclaimer"
    frame.notices = {**frame.notices, name: Notice(name, f"docs/_includes/{name}.md", text)}
    (problem,) = frame.found("notice-settings")
    assert (problem.path, problem.line) == ("docs/_includes/disclaimer.md", 1)
    assert problem.hint == "Take lines 1 to 3 out: only pages have settings."
    bare = "\n".join(text.split("\n")[3:])
    frame.notices = {**frame.notices, name: Notice(name, f"docs/_includes/{name}.md", bare)}
    assert frame.found("notice-settings") == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param(f"{PATIENT} {TALK}", "no advice for a reader's own case", id="no advice"),
        pytest.param(f"{ADVICE} {TALK}", "makes nobody a patient", id="no relationship"),
        pytest.param(f"{ADVICE} {PATIENT}", "talk with a clinician", id="no clinician"),
        pytest.param(
            f"This is medical advice. {PATIENT} {TALK}", "no advice", id="the reverse of it"
        ),
        pytest.param(
            f"{ADVICE} {PATIENT} You need not talk with a doctor first.", "clinician", id="need not"
        ),
        pytest.param(
            f"{ADVICE} {PATIENT} You don't have to see a nurse.", "clinician", id="not have to"
        ),
        pytest.param(
            f"{ADVICE} {PATIENT} There is no need to talk with a nurse.", "clinician", id="no need"
        ),
        pytest.param(
            f"Do not wait: they are a substitute for your doctor. {PATIENT} {TALK}",
            "no advice",
            id="not of another clause",
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
        "Nothing here is advice about your own situation. You do not become anyone's patient by "
        "reading this. Before you change a medicine, speak with your own physician.",
        "These pages don't give advice. Reading them doesn't make you a patient. You need not be "
        "sure, but talk with a nurse.",
        f"These pages do not replace a visit. {PATIENT} {TALK}",
        f"{ADVICE}\n\n- {PATIENT}\n- {TALK}",
        f"## About\n\n{ADVICE}\n\n{PATIENT}\n\n{TALK}",
    ],
)
def test_disclaimer_in_other_words(frame: Any, text: str) -> None:
    """Words, paragraphs, lists and headings are free."""
    assert _say(frame, disclaimer=text) == []
    assert frame.problems() == ()


@pytest.mark.parametrize(
    "talk",
    [
        "You do not have to decide alone \u2014 talk with your doctor.",
        "You do not have to decide alone (talk with your doctor).",
        "- You do not need to decide today\n- Talk with your doctor",
        "If you do not have a doctor ask a nurse.",
        "These pages do not have all the facts so please talk with your doctor.",
        "You do not need an appointment to ask a nurse.",
        "You never have to wait for a visit to talk with your doctor.",
        "You are not required to be a patient to talk with our nurses.",
        "It is not necessary to read it all before you talk with your doctor.",
        "Instead of changing a dose on your own talk with your doctor.",
    ],
)
def test_talk_behind_what_need_not_be(frame: Any, talk: str) -> None:
    """What need not be is something else."""
    assert _say(frame, disclaimer=f"{ADVICE} {PATIENT}\n\n{talk}") == []


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
    [line] = [p.line for p in frame.problems() if p.code == "notice-says"]
    assert line == (1 if any(map(str.isdigit, text)) else None)
    assert "number-single-source" not in [problem.code for problem in frame.problems()]


def test_words_of_another_language_are_not_looked_for(frame: Any) -> None:
    """Where the guide has no words for a language, it cannot tell what a sentence says."""
    words = replace(frame.project.words, missing=("xx.toml",))
    project = replace(frame.project, words=words)
    short = Notice("disclaimer", "docs/_includes/disclaimer.md", "Información general.")
    project = replace(project, notices={"disclaimer": short})
    assert list(check_notice_texts(Site(pages=()), project)) == []


CALL = "If a life is in danger, [call 911](tel:911)."


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        pytest.param("At night, call 555 010 0199.", "[555 010 0199](tel:5550100199)", id="ours"),
        pytest.param(
            "Call the [clinic](about.md) at 555-0100.", "[555-0100](tel:5550100)", id="two"
        ),
        pytest.param("For food, call 211, from 8:00-17:00.", "[211](tel:211)", id="a short one"),
        pytest.param("[Call 988](tel:988), or text 988.", "[988](sms:988)", id="to text"),
        pytest.param("Text the word HOME to 741741.", "[741741](sms:741741)", id="a word to text"),
        pytest.param("Call 1-800-555-0199", "[1-800-555-0199](tel:18005550199)", id="at the end"),
    ],
)
def test_number_that_the_crisis_lines_only_name(frame: Any, line: str, hint: str) -> None:
    """It is told at its line, with the link to write."""
    text = f"{CALL}\n{line}"
    site, project = Site(pages=()), frame.project
    told = Notice("crisis", "docs/_includes/crisis.md", text)
    (found,) = check_numbers(site, replace(project, notices={**project.notices, "crisis": told}))
    assert (found.code, found.line) == ("crisis-link", 2)
    assert found.hint == f"Write it as a link: {hint}"


@pytest.mark.parametrize(
    "line",
    [
        "Veterans press 1 after calling; for Spanish press 2.",
        "The line is open 24/7, since 2022, and from 9-17 for the deaf, 8:00 to 17:30.",
        "Call [the line](tel:+18005550199) at 1-800-555-0199.",
        "[Call 988](tel:988), or [send a text](sms:988): text 988 at any hour.",
        "[Call 211](tel:211) 8:00-17:00, [555-0100](tel:5550100) at night: 211 8:00 555-0100.",
        "[Call](tel:5550100) us, and leave a message for the nurse at 555-0100.",
        "You can also chat at [988lifeline.org](https://988lifeline.org/).",
        "It has helped 5000 people.",
    ],
)
def test_what_is_no_number_to_call(frame: Any, line: str) -> None:
    """Keys, hours, years and counts, and a number whose link stands beside it."""
    project = frame.project
    told = Notice("crisis", "docs/_includes/crisis.md", f"{CALL}\n{line}")
    project = replace(project, notices={**project.notices, "crisis": told})
    assert list(check_numbers(Site(pages=()), project)) == []


def test_line_of_a_number(frame: Any) -> None:
    """That of the number, and not that of its paragraph."""
    frame.body = "Rest well.\nCall 988 if you cannot."
    (problem,) = frame.found("number-single-source")
    assert problem.line == frame.source.splitlines().index("Call 988 if you cannot.") + 1
