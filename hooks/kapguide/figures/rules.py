"""The codes of problems with figures, each explained.

Must stay free of the checking itself.
"""

from __future__ import annotations

from markdown_citations.problems import Rule

RULES = (
    Rule(
        "figure-unknown",
        "error",
        "A page shows only figures that its front matter describes under `figures`.",
        "KAP Guide",
        "::: figure respons",
        "::: figure response",
    ),
    Rule(
        "figure-type-unknown",
        "error",
        "A figure's type is one that can be drawn.",
        "KAP Guide",
        "type: icon-aray",
        "type: icon-array",
    ),
    Rule(
        "figure-data-missing",
        "error",
        "A figure has all the data that its type needs.",
        "KAP Guide",
        "- label: with ketamine",
        "- label: with ketamine\n  count: 47",
    ),
    Rule(
        "figure-data-wrong",
        "error",
        "A figure's data are of the right kind, and each key is known.",
        "KAP Guide",
        "minutes: half an hour",
        "minutes: 30",
    ),
    Rule(
        "figure-numbers",
        "error",
        "A figure's numbers add up: no part is greater than the whole.",
        "KAP Guide",
        "count: 147",
        "count: 47",
    ),
    Rule(
        "figure-entry",
        "error",
        "A figure counts only studies of references.bib that have people of their own, once each.",
        "KAP Guide",
        "entries: [dean2021cochrane]",
        "entries: [anand2023, jelovac2025]",
    ),
    Rule(
        "figure-unplaced",
        "warning",
        "A figure that the front matter describes is shown somewhere on the page.",
        "KAP Guide",
        "figures: {response: …} without the line below",
        "::: figure response",
    ),
)
