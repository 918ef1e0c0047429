"""The table of schema.org's words: sound in itself, and no larger than the site's use."""

from __future__ import annotations

import pytest
from kapguide.machine_data.vocabulary import (
    PROPERTIES,
    TYPES,
    kinds_of,
    properties_of,
    takes_text,
    takes_thing,
)
from markdown_citations.library.entry_types import ENTRY_TYPES, EntryType


def test_everything_leads_to_thing() -> None:
    """Each type's parents are in the table, and the chain ends at Thing."""
    for name, parents in TYPES.items():
        assert set(parents) <= TYPES.keys(), name
        assert "Thing" in kinds_of([name]), name


def test_properties_belong_to_types_of_the_table() -> None:
    """An owner that is not in the table would make its property unusable in silence."""
    for name, (owners, _) in PROPERTIES.items():
        assert set(owners) <= TYPES.keys(), name


@pytest.mark.parametrize(
    ("kind", "name", "known"),
    [
        ("MedicalWebPage", "lastReviewed", True),
        ("ScholarlyArticle", "lastReviewed", False),
        ("MedicalTherapy", "seriousAdverseOutcome", True),
        ("MedicalEntity", "contraindication", False),
        ("Patient", "audienceType", True),
        ("Patient", "hasCredential", True),
        ("ListItem", "position", True),
    ],
)
def test_inheritance(kind: str, name: str, known: bool) -> None:
    """A type has its own properties and those of what it is a kind of, and no others."""
    assert (name in properties_of([kind])) is known


def test_values() -> None:
    """A property takes text or things as schema.org says; a trail's page may be an address."""
    assert takes_text("name")
    assert takes_text("item")
    assert not takes_text("publisher")
    assert takes_thing("audience", ["Patient"])
    assert takes_thing("hasCredential", ["EducationalOccupationalCredential"])
    assert not takes_thing("publisher", ["WebSite"])


@pytest.mark.parametrize("name", ["FAQPage", "Review", "AggregateRating", "PsychologicalTreatment"])
def test_what_the_site_must_not_claim(name: str) -> None:
    """No questions-and-answers markup, no ratings, no claim to be psychotherapy."""
    assert name not in TYPES


@pytest.mark.parametrize("row", ENTRY_TYPES.values(), ids=ENTRY_TYPES)
def test_every_entry_type_is_a_work(row: EntryType) -> None:
    """So a page may cite it, whatever the library's table says that it is."""
    assert "CreativeWork" in kinds_of([row.schema_org])
    assert takes_thing("citation", [row.schema_org])
