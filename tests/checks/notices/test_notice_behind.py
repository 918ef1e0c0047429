"""The numbers of a notice, which the same notice in another language must have, too."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from kapguide.checks.notices.notice_behind import check_numbers
from kapguide.notices.notice import Notice
from kapguide.project.project import Languages, Project, Site

ENGLISH = (
    "**Need help?**\nCall [988](tel:988) or text [988](sms:988).\n"
    "At night, call [555-0199](tel:5550199).\n"
)
SPANISH = (
    "**¿Ayuda?**\nLlame al [988](tel:988) y oprima 2, o mande un texto al [988](sms:988).\n"
    "De noche, llame al [555-0199](tel:5550199).\n"
)


def _problems(english: str, spanish: str, name: str = "crisis") -> list[str]:
    notices: Mapping[str, Notice] = {name: Notice(name, f"docs/es/_includes/{name}.md", spanish)}
    first = {name: Notice(name, f"docs/_includes/{name}.md", english)}
    project = Project(notices=notices, languages=Languages(followed_notices=first))
    return [str(problem) for problem in check_numbers(Site(pages=()), project)]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        pytest.param(
            ENGLISH.replace("[555-0199](tel:5550199)", "[555-0123](tel:5550123)"),
            "docs/es/_includes/crisis.md:3: notice-behind: docs/_includes/crisis.md has a number "
            "that this notice lacks: call 555-0123. It has 555-0199, which the other does not "
            "have: if that is the old number, write [555-0123](tel:5550123) in its place. Else "
            "add [555-0123](tel:5550123).",
            id="a number changed in the first language alone",
        ),
        pytest.param(
            ENGLISH + "Or call [1-800-555-0100](tel:1-800-555-0100), or [text](sms:741741).\n",
            "docs/es/_includes/crisis.md:1: notice-behind: docs/_includes/crisis.md has numbers "
            "that this notice lacks: call 1-800-555-0100, text 741741. Add "
            "[1-800-555-0100](tel:1-800-555-0100) and [741741](sms:741741).",
            id="two lines added in the first language alone",
        ),
        pytest.param(
            ENGLISH.replace("988", "989"),
            "docs/es/_includes/crisis.md:2: notice-behind: docs/_includes/crisis.md has numbers "
            "that this notice lacks: call 989, text 989. It has 988, which the other does not "
            "have: if that is the old number, write [989](tel:989) and [989](sms:989) in its "
            "place. Else add [989](tel:989) and [989](sms:989).",
            id="a number to call and to text",
        ),
        pytest.param(
            ENGLISH + "The desk has 555-0142.\n",
            "docs/es/_includes/crisis.md:1: notice-behind: docs/_includes/crisis.md has a number "
            "that this notice lacks: 555-0142. Add 555-0142.",
            id="a number that is no link",
        ),
    ],
)
def test_number_of_the_first_language(changed: str, problem: str) -> None:
    """One message names both files, what is missing and what to write."""
    assert _problems(changed, SPANISH) == [problem]


def test_number_that_lost_its_link() -> None:
    """It is told where the number stands."""
    text = SPANISH.replace("[988](tel:988)", "988").replace("**\n", "**\nNo espere.\n")
    (problem,) = _problems(ENGLISH, text)
    assert problem.startswith("docs/es/_includes/crisis.md:3: ")


def test_number_to_text_that_is_only_called() -> None:
    """Who cannot speak texts: the same number for a call is not enough."""
    (problem,) = _problems(ENGLISH, SPANISH.replace("sms:", "tel:"))
    assert "lacks: text 988." in problem


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        pytest.param(ENGLISH, SPANISH, id="the same"),
        pytest.param(
            ENGLISH, SPANISH + "Llame al [1-888-628-9454](tel:18886289454).", id="one more"
        ),
        pytest.param(
            ENGLISH,
            SPANISH.replace("tel:988", "tel:988,,2").replace("sms:988", "sms:988?body=AYUDA"),
            id="keys and words sent along",
        ),
        pytest.param(
            ENGLISH,
            SPANISH.replace("tel:5550199", "tel:+1-212-555-0199").replace(
                "[555-0199](tel:+1-212-", "[212-555-0199](tel:+1-212-"
            ),
            id="with the codes of country and area",
        ),
        pytest.param(
            "**As of 2026-11-29.** In 2020 there were 1,000,000 to 2,000,000.",
            "**Al 2026-11-30.** Entre 1 y 2 millones.",
            id="a day, a year and amounts",
        ),
        pytest.param(
            ENGLISH.replace("Call [988](tel:988)", "At 988: [call now](tel:998)"),
            SPANISH,
            id="a slip beside its number, which the first language is told of",
        ),
        pytest.param("**No number.** None.", "**Ninguno.** Ninguno.", id="no number"),
    ],
)
def test_numbers_that_both_have(english: str, spanish: str) -> None:
    """A language may add to a number, and may have numbers of its own."""
    assert _problems(english, spanish) == []


def test_disclaimer_and_a_notice_of_one_language() -> None:
    """Every notice that both have is held to it, and none that only one has."""
    (problem,) = _problems("Call us at 555-0100.", "Llame al 555-0101.", "disclaimer")
    assert problem.startswith("docs/es/_includes/disclaimer.md:1: notice-behind:")
    first = {"services": Notice("services", "docs/_includes/services.md", ENGLISH)}
    project = Project(notices={}, languages=Languages(followed_notices=first))
    assert list(check_numbers(Site(pages=()), project)) == []
