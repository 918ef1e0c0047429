"""Mistakes in the text of a page.

Each with the changes that make it, and the exact messages that the build gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

CITED = "[@feder2014]"
INDEX = "docs/index.md"


MISTAKES: Mapping[str, tuple[Mapping[str, Any] | str, tuple[str, ...]]] = {
    "pasted smart quotes in an attribute": (
        "Rest well.\n{: .note title=“Rest” }",
        (
            'WARNING: docs/index.md:20: markup-left: "{: .note title=“Rest” }" is shown as '
            "it was typed. See that the brackets are closed and the quotes straight.",
        ),
    ),
    "pasted Word HTML": (
        '<p class="MsoNormal" style="mso-line-height: 1">Rest well.</p>',
        (
            'WARNING: docs/index.md:19: pasted-html: pasted markup: class="MsoNormal. '
            "Paste as plain text (Ctrl+Shift+V), then add headings and lists as Markdown.",
        ),
    ),
    "merge conflict": (
        "<<<<<<< HEAD\nOne.\n>>>>>>> other",
        (
            'WARNING: docs/index.md:19: markup-left: "<<<<<<< HEAD" is shown as it was '
            "typed. Keep one of the two versions, and take the marks out.",
        ),
    ),
    "duplicate heading": (
        "Rest.\n\n## What a day is like\n\nMore.",
        (
            'WARNING: docs/index.md:17: headings: the heading "What a day is like" stands '
            "twice in one section. Give each its own words: links and menus cannot tell "
            "them apart.",
        ),
    ),
    "heading skipped": (
        "#### Rest\n\nText.",
        ('WARNING: docs/index.md:19: headings: "Rest" skips from level 2 to 4. Use ### for it.',),
    ),
    "second first-level heading": (
        "# Rest\n\nText.",
        (
            "WARNING: docs/index.md:19: headings: 2 first-level headings. Start the page "
            "with one # and its title; use ## and ### below it.",
        ),
    ),
    "word that promises": (
        "It is a breakthrough for many.",
        (
            'WARNING: docs/index.md:19: promise: "breakthrough" promises more than anyone '
            "can know. Say what was found, in whom and how often, or leave it out.",
        ),
    ),
    "word that hurts": (
        "We treat addicts.",
        (
            'WARNING: docs/index.md:19: stigma: "addicts" puts a label on a person. Write: '
            "a person with a substance use disorder.",
        ),
    ),
    "number without a source": (
        "In the trial, 12 of 41 people felt sick.",
        (
            'WARNING: docs/index.md:19: claim-uncited: a claim without a citation: "12 of '
            '41". Add the study, as in [@dore2019], before the full stop, or take the '
            "claim out.",
        ),
    ),
    "number mistyped": (
        (f"The trial had 14 people {CITED}."),
        (
            'WARNING: docs/index.md:19: number-unsupported: no source cited has "14": "The '
            'trial had 14 people.". Nearest in feder2014: "41" (sample). Compare the source: '
            "mend the number, or write what the source says into the entry's fields.",
        ),
    ),
    "crisis number typed into a page": (
        {
            "docs/_includes/crisis.md": "**In danger?**\nAt any hour, [call 988](tel:988).\n",
            INDEX: ("Someone you trust takes you home.", "Call 988 if you cannot cope."),
        },
        (
            'WARNING: docs/index.md:19: number-single-source: the crisis number "988" '
            "stands outside of docs/_includes. Link to the page Get help now instead of "
            "writing the number.",
        ),
    ),
    "note to oneself": (
        "TODO: ask the nurse.",
        (
            'WARNING: docs/index.md:19: markup-left: "TODO" is shown as it was typed. '
            "Write what is meant to stand here.",
        ),
    ),
    "link with a blank in the middle": (
        "See [the risks] (risks.md).",
        (
            'WARNING: docs/index.md:19: markup-left: "] (risks.md)" is shown as it was '
            "typed. A link is [words](risks.md), with no space in between.",
        ),
    ),
    "more than grade 10": (
        (
            "Pharmacological interventions administered concomitantly necessitate comprehensive "
            "interdisciplinary evaluation procedures beforehand. " * 6
        ),
        (
            "WARNING: docs/index.md:19: reading-level: the text reads at grade 20.6. Its "
            'longest sentences: line 19, 10 words ("Pharmacological interventions '
            'administered concomitantly necessitate comprehensive …").',
        ),
    ),
}


@pytest.mark.parametrize(("changes", "messages"), MISTAKES.values(), ids=MISTAKES)
def test_mistake(hold: Any, changes: Any, messages: tuple[str, ...]) -> None:
    """The build says exactly this."""
    hold(changes, messages)
