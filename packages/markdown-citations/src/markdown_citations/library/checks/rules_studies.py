"""Explain the problems of study fields and of entries among each other: one rule for each code.

Takes nothing. Gives a table. An example is what a file holds; where it does
not begin with @, it is fields of an entry that is otherwise sound.
Must stay free of code: a test checks every example and holds it to its word.
"""

from __future__ import annotations

from markdown_citations.problems import Rule

STUDY_RULES: tuple[Rule, ...] = (
    Rule(
        "value-unknown",
        "error",
        "status, studytype, psychotherapy and background take their own few values only.",
        "KAP Guide",
        "studytype = {randomised trial}",
        "studytype = {randomized trial}",
    ),
    Rule(
        "people-malformed",
        "error",
        "people is a bare number.",
        "KAP Guide",
        "people = {about 40}",
        "people = {40}",
    ),
    Rule(
        "statusdate-missing",
        "error",
        "A status has the date on which somebody looked.",
        "KAP Guide",
        "status = {none}",
        "status = {none}, statusdate = {2026-11-22}",
    ),
    Rule(
        "statusdate-malformed",
        "error",
        "statusdate is a day, today or earlier.",
        "KAP Guide",
        "statusdate = {22 November 2026}",
        "statusdate = {2026-11-22}",
    ),
    Rule(
        "statusnote-missing",
        "warning",
        "A correction, concern or retraction says what it is about.",
        "KAP Guide",
        "status = {corrected}, statusdate = {2026-11-22}",
        "status = {corrected}, statusdate = {2026-11-22}, statusnote = {A table was mended.}",
    ),
    Rule(
        "unconfirmed-unknown",
        "error",
        "unconfirmed names fields, with commas between them.",
        "KAP Guide",
        "unconfirmed = {autor}",
        "unconfirmed = {author}",
    ),
    Rule(
        "unconfirmed-present",
        "error",
        "A field that is not confirmed is not printed; a title of ours stands in square brackets.",
        "KAP Guide",
        "volume = {12}, unconfirmed = {volume}",
        "unconfirmed = {volume}",
    ),
    Rule(
        "publishedas-unknown",
        "error",
        "publishedas names an entry.",
        "KAP Guide",
        "publishedas = {nobody2026}",
        "note = {Preprint, not peer reviewed}",
    ),
    Rule(
        "preprint-cited",
        "warning",
        "Pages cite the peer-reviewed version, not its preprint.",
        "KAP Guide",
        (
            "@misc{smith2025, title = {An early trial}, publishedas = {smith2026}, year = {2025}}\n"
            "@misc{smith2026, title = {A trial}, year = {2026}}"
        ),
        "@misc{smith2026, title = {A trial}, year = {2026}}",
    ),
    Rule(
        "entry-retracted",
        "error",
        "No page cites a retracted work.",
        "ICMJE",
        "status = {retracted}, statusdate = {2026-11-22}, statusnote = {The doses were wrong.}",
        "status = {none}, statusdate = {2026-11-22}",
    ),
    Rule(
        "entry-withdrawn",
        "error",
        "No page cites a work that was withdrawn.",
        "ICMJE",
        "status = {withdrawn}, statusdate = {2026-11-22}, statusnote = {The authors took it back.}",
        "status = {none}, statusdate = {2026-11-22}",
    ),
    Rule(
        "entry-unused",
        "warning",
        "Pages cite every entry, but for those marked as background.",
        "JabRef",
        "@misc{nobody2026, title = {A title}, year = {2026}}",
        "@misc{nobody2026, title = {A title}, year = {2026}, background = {yes}}",
    ),
    Rule(
        "entry-duplicate",
        "error",
        "No two entries have one DOI, PubMed or PubMed Central number.",
        "JabRef",
        (
            "@misc{lee2025, title = {One}, year = {2025}, pmid = {30917760}}\n"
            "@misc{lee2026, title = {Two}, year = {2026}, pmid = {30917760}}"
        ),
        (
            "@misc{lee2025, title = {One}, year = {2025}, pmid = {30917760}}\n"
            "@misc{lee2026, title = {Two}, year = {2026}}"
        ),
    ),
    Rule(
        "title-duplicate",
        "warning",
        "No two entries have nearly the same title, unless one is the other's preprint.",
        "JabRef",
        (
            "@misc{lee2025, title = {Better sleep: a randomised trial}, year = {2025}}\n"
            "@misc{lee2026, title = {Better Sleep. A Randomized Trial}, year = {2026}}"
        ),
        (
            "@misc{lee2025, title = {Better sleep: a randomised trial}, year = {2025}}\n"
            "@misc{lee2026, title = {Better sleep, one year later: a survey}, year = {2026}}"
        ),
    ),
)
