"""Describe a page in schema.org's words.

Only what is true and what the page shows goes in: a date of review only when
a clinician has reviewed it, a harm only where the page tells of it with its
source. Sections of the menu are no step of the trail, because they are no
pages. There is no question-and-answer markup and no rating, on purpose.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kapguide.front_matter.review import Review
from kapguide.machine_data.catalogue import Catalogue
from kapguide.machine_data.content import PageContent, Passage
from kapguide.machine_data.facts import PageFacts, SiteFacts, Step
from kapguide.machine_data.vocabulary import CONTEXT
from kapguide.words import Words

Data = dict[str, object]
Statement = Mapping[str, Any]
"""A serious harm, or a reason against the therapy, as the topic's words have it: `name`;
`authority`, who says so of what; `sources`, citekeys; `said`, a regular expression."""

_ABOUT_THERAPY = frozenset({"treatment", "practical", "support"})
"""The types of pages that are about the therapy; a glossary or a list is not."""

# In a script element "</script" and "<!--" mean something whatever they stand
# in; the two separators end a line in old JavaScript.
_HARMFUL = "<>&\u2028\u2029"


def describe_page(
    page: PageFacts, site: SiteFacts, content: PageContent, catalogue: Catalogue
) -> Data:
    """Describe a page; what is not known is left out."""
    data: Data = {
        "@context": CONTEXT,
        "@type": "MedicalWebPage",
        "name": page.title,
        "description": page.description,
        "url": page.address,
        "inLanguage": site.language,
        "isPartOf": _named("WebSite", site.name, site.address),
        "publisher": _named("Organization", site.name, site.address) | {**site.publisher},
        "audience": {"@type": "Patient", "audienceType": site.words["schema_org.audience"]},
        "about": _describe_therapy(content, site.words) if page.kind in _ABOUT_THERAPY else None,
        **_describe_review(page.review),
        "breadcrumb": _describe_trail(page.trail),
        "citation": _describe_works(content, catalogue),
    }
    return {name: value for name, value in data.items() if value}


def render_json_ld(data: Data) -> str:
    """Make the element; no value can end it early."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in _HARMFUL:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f'<script type="application/ld+json">{text}</script>'


def _describe_works(content: PageContent, catalogue: Catalogue) -> list[Data]:
    """Describe what the page cites or lists; `@id` leads to the entry on the page."""
    works = []
    for key in content.citekeys:
        if key in catalogue:
            anchor = content.anchors.get(key)
            name: Data = {"@id": f"#{anchor}"} if anchor else {}
            works.append(name | catalogue.work(key))
    return works


def _named(kind: str, name: str, address: str) -> Data:
    data: Data = {"@type": kind, "name": name}
    return data | ({"url": address} if address else {})


def _describe_therapy(content: PageContent, words: Words) -> Data:
    data: Data = {
        "@type": "MedicalTherapy",
        "name": words["topic.name"],
        "alternateName": words["topic.short"],
    }
    for name, kind, tables in (
        ("seriousAdverseOutcome", "MedicalEntity", words.tables("topic.harms")),
        ("contraindication", "MedicalContraindication", words.tables("topic.contraindications")),
    ):
        found = find_statements(tables, content.passages)
        if found:
            data[name] = [
                {"@type": kind, "name": statement["name"], "description": statement["authority"]}
                for statement in found
            ]
    return data


def find_statements(
    statements: Iterable[Statement], passages: Sequence[Passage]
) -> list[Statement]:
    """Return the statements that a passage makes and cites a source for.

    A page that is silent on a risk tells programs nothing of it.
    """
    return [
        statement
        for statement in statements
        if any(
            passage.citekeys.intersection(statement["sources"])
            and re.search(statement["said"], passage.text, re.I)
            for passage in passages
        )
    ]


def _describe_review(review: Review | None) -> Data:
    if review is None:
        return {}
    credential = {"@type": "EducationalOccupationalCredential", "name": review.credentials}
    return {
        "lastReviewed": review.day.isoformat(),
        "reviewedBy": {"@type": "Person", "name": review.reviewer, "hasCredential": credential},
    }


def _describe_trail(trail: Sequence[Step]) -> Data | None:
    # A step without an address leads nowhere, and one step alone is no trail.
    if len(trail) < 2 or not all(step.address for step in trail):
        return None
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": step.name, "item": step.address}
            for place, step in enumerate(trail, 1)
        ],
    }
