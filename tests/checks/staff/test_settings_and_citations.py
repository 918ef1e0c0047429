"""Mistakes in citations, in references.bib and in the settings at the top of a page.

Each with the changes that make it, and the exact messages that the build gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

DATE = "sources_checked: 2026-11-01"
CITED = "[@feder2014]"
INDEX = "docs/index.md"


MISTAKES: Mapping[str, tuple[Mapping[str, Any] | str, tuple[str, ...]]] = {
    "words in the clinic's telephone, stars in its name": (
        {
            "mkdocs.yml": (
                "plugins: []\n",
                'plugins: []\nextra:\n  clinic:\n    telephone: "call 555-0100 or come by"\n'
                '    name: "**Rest**"\n',
            )
        },
        (
            'WARNING: mkdocs.yml:7: clinic-fact-form: the clinic\'s "telephone" is no telephone '
            'number alone: "call 555-0100 or come by". Write one number, as in telephone: '
            '"555-0100". Other numbers and words go into after_hours or contact.',
            'WARNING: mkdocs.yml:8: clinic-fact-form: the clinic\'s "name" is shown as it was '
            'typed, and has "**Rest**". Write plain words here; a website or an e-mail address '
            "goes into contact.",
        ),
    ),
    "mistyped citekey": (
        {INDEX: (CITED, "[@feder2041]")},
        (
            'WARNING: docs/index.md:21: citekey-unknown: no entry "feder2041" in '
            'references.bib. Did you mean "feder2014"?',
        ),
    ),
    "missing bracket of a citation": (
        {INDEX: (CITED, "[@feder2014")},
        (
            'WARNING: docs/index.md:21: citation-malformed: "[@feder2014" is no citation. '
            "Write [@feder2014].",
        ),
    ),
    "comma between citekeys": (
        {INDEX: (CITED, "[@feder2014, @feder2014, @roe2020]")},
        (
            "WARNING: docs/index.md:21: citation-malformed: no semicolon between citekeys in "
            '"[@feder2014, @feder2014, @roe2020]". Write [@feder2014; @feder2014; @roe2020].',
        ),
    ),
    "blank inside a citation's bracket": ({INDEX: (CITED, "[ @feder2014 ]")}, ()),
    "citation in HTML": (
        "<div>So it was [@feder2014].</div>",
        (
            'WARNING: docs/index.md:19: citation-left: "[@feder2014]" is shown as it was '
            'typed. Markdown is not read within HTML: write markdown="1" into each tag around '
            'it, as in <div markdown="1">, or take the tags out.',
        ),
    ),
    "citation in HTML that is read": ('<div markdown="1">So it was [@feder2014].</div>', ()),
    "the sign of a citation by its name": (
        "So it was [&#64;feder2014].",
        (
            'WARNING: docs/index.md:19: citation-left: "[@feder2014]" is shown as it was '
            "typed. Write the sign @ itself.",
        ),
    ),
    "blank behind the sign of a citation": (
        "So it was [@ feder2014].",
        (
            'WARNING: docs/index.md:19: citation-escaped: "[@ feder2014]" is no citation, and '
            "is shown as it was typed. Write [@feder2014].",
        ),
    ),
    "citation in a heading": (
        "## Home [@feder2014]\n\nText.",
        (
            'WARNING: docs/index.md:19: citation-in-heading: "feder2014" is cited in a '
            "heading. Cite in a sentence below the heading.",
        ),
    ),
    "citation in a link": (
        "See [the trial [@feder2014]](risks.md).",
        (
            'WARNING: docs/index.md:19: citation-in-link: "feder2014" is cited in a link\'s '
            "text. Put it behind the link.",
        ),
    ),
    "entry without its closing brace": (
        {
            "references.bib": ("{2026-11-01},\n}", "{2026-11-01},\n"),
        },
        (
            'WARNING: references.bib:1: entry-broken: entry "feder2014" could not be read, '
            "so it is left out. Close it with } on a line of its own, before the next "
            "entry.",
        ),
    ),
    "missing comma in an entry": (
        {"references.bib": ("{JAMA Psychiatry},", "{JAMA Psychiatry}")},
        (
            "WARNING: references.bib:4: comma-missing: a comma is missing between "
            '"journal" and "year" of "feder2014". Put a comma at the end of the value of '
            '"journal".',
        ),
    ),
    "references.bib deleted": (
        {"references.bib": None},
        (
            'WARNING: docs/index.md:21: citekey-unknown: no entry "feder2014" in the bibliography. '
            "Add the entry, or take the citation out.",
            "WARNING: references.bib: bibliography-missing: this bibliography cannot be "
            "read: No such file or directory. Check the name of the file in mkdocs.yml.",
        ),
    ),
    "mistyped setting": (
        {INDEX: ("sources_checked", "sources_cheked")},
        (
            "WARNING: docs/index.md:5: front-matter-key: no setting is called "
            '"sources_cheked". Did you mean "sources_checked"?',
        ),
    ),
    "tab in the settings": (
        {INDEX: ("type: practical", "type:\n\tpractical")},
        (
            "WARNING: docs/index.md:5: front-matter-unreadable: the line starts with a "
            "tab. Use spaces instead of the tab.",
        ),
    ),
    "settings never closed": (
        {INDEX: ("review_every: 12\n---\n", "review_every: 12\n")},
        (
            "WARNING: docs/index.md:1: front-matter-unclosed: the settings at the top are "
            "never closed. Put a line of three hyphens after them.",
        ),
    ),
    "settings never opened": (
        {INDEX: ("---\ntitle: What is KAP?", "title: What is KAP?")},
        (
            "WARNING: docs/index.md:1: front-matter-unclosed: the settings at the top do "
            "not start with a line of three hyphens. Put --- alone on line 1, and again on "
            "a line after the last setting.",
        ),
    ),
    "date as 1/2/26": (
        {INDEX: (DATE, "sources_checked: 1/2/26")},
        (
            'WARNING: docs/index.md:5: front-matter-value: "sources_checked" is no date: '
            '"1/2/26". Write year, month and day with hyphens, as in 2026-01-31.',
        ),
    ),
    "colon in a title": (
        {INDEX: ("title: What is KAP?", "title: KAP: what is it?")},
        (
            'WARNING: docs/index.md:2: front-matter-unreadable: the value of "title" cannot be '
            "read as it stands, for it has a colon. Put the whole value in straight quotes: "
            'title: "KAP: what is it?"',
        ),
    ),
    "no description": (
        {INDEX: ("description: What ketamine", "# description: What ketamine")},
        (
            'WARNING: docs/index.md:1: front-matter-missing: the setting "description" is '
            "missing. Add description: and one sentence that says what a reader finds here.",
        ),
    ),
    "review overdue": ({INDEX: (DATE, "sources_checked: 2024-11-01")}, ()),
    "year mistyped": (
        {INDEX: (DATE, "sources_checked: 2062-11-01")},
        (
            "WARNING: docs/index.md:5: review-future: November 1, 2062 is in the future. "
            "Write the day on which it was done.",
        ),
    ),
    "day at the calendar's end": (
        {INDEX: (DATE, "sources_checked: 9999-12-01")},
        (
            'WARNING: docs/index.md:5: front-matter-value: "sources_checked" cannot be 9999-12-01. '
            "It may be 1990-01-01 to 2199-12-31.",
        ),
    ),
    "day at the calendar's start": (
        {INDEX: (DATE, "sources_checked: 0001-01-01")},
        (
            'WARNING: docs/index.md:5: front-matter-value: "sources_checked" cannot be 0001-01-01. '
            "It may be 1990-01-01 to 2199-12-31.",
        ),
    ),
    "reason forgotten when silencing": (
        {
            INDEX: ("review: pending", "review: pending\nallow:\n  - code: promise"),
        },
        (
            'WARNING: docs/index.md:8: front-matter-value: "allow, item 1" lacks "reason". '
            "Add to allow, item 1 a line reason: with a text.",
        ),
    ),
}


@pytest.mark.parametrize(("changes", "messages"), MISTAKES.values(), ids=MISTAKES)
def test_mistake(hold: Any, changes: Any, messages: tuple[str, ...]) -> None:
    """The build says exactly this."""
    hold(changes, messages)
