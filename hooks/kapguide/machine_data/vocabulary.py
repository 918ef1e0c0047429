"""The part of schema.org's vocabulary that this site uses.

Written down from schema.org 30.0, as
Google's typings of it have it (schema-dts 2.0.0 on npm; 2.1.0 says the same of
these). What is not here may exist there, but nobody has looked it up for us.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markdown_citations.library.entry_types import ENTRY_TYPES

CONTEXT = "https://schema.org"

TYPES: Mapping[str, tuple[str, ...]] = {
    # What an entry of the library may be is a work, as its table of types says.
    **{row.schema_org: ("CreativeWork",) for row in ENTRY_TYPES.values()},
    "Thing": (),
    "Intangible": ("Thing",),
    "CreativeWork": ("Thing",),
    "WebSite": ("CreativeWork",),
    "WebPage": ("CreativeWork",),
    "MedicalWebPage": ("WebPage",),
    "Article": ("CreativeWork",),
    "ScholarlyArticle": ("Article",),
    "Report": ("Article",),
    "Credential": ("CreativeWork",),
    "EducationalOccupationalCredential": ("Credential",),
    "MedicalEntity": ("Thing",),
    "MedicalContraindication": ("MedicalEntity",),
    "MedicalProcedure": ("MedicalEntity",),
    "TherapeuticProcedure": ("MedicalProcedure",),
    "MedicalTherapy": ("TherapeuticProcedure",),
    "Organization": ("Thing",),
    "Person": ("Thing",),
    "Audience": ("Intangible",),
    "PeopleAudience": ("Audience",),
    "MedicalAudience": ("Audience", "PeopleAudience"),
    "Patient": ("MedicalAudience", "Person"),
    "ItemList": ("Intangible",),
    "BreadcrumbList": ("ItemList",),
    "ListItem": ("Intangible",),
}
"""Each type with the types that it is directly a kind of."""

_TEXT = frozenset({"Text", "URL", "Date", "DateTime", "Integer", "Language"})

PROPERTIES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "name": (("Thing",), ("Text",)),
    "alternateName": (("Thing",), ("Text",)),
    "description": (("Thing",), ("Text",)),
    "url": (("Thing",), ("URL",)),
    "identifier": (("Thing",), ("PropertyValue", "Text", "URL")),
    "address": (("Organization", "Person"), ("PostalAddress", "Text")),
    "about": (("CreativeWork",), ("Thing",)),
    "audience": (("CreativeWork",), ("Audience",)),
    "audienceType": (("Audience",), ("Text",)),
    "breadcrumb": (("WebPage",), ("BreadcrumbList", "Text")),
    "citation": (("CreativeWork",), ("CreativeWork", "Text")),
    "contraindication": (("MedicalTherapy",), ("MedicalContraindication", "Text")),
    "datePublished": (("CreativeWork",), ("Date", "DateTime")),
    "hasCredential": (("Organization", "Person"), ("Credential",)),
    "inLanguage": (("CreativeWork",), ("Language", "Text")),
    "isPartOf": (("CreativeWork",), ("CreativeWork", "URL")),
    "item": (("ListItem",), ("Thing",)),
    "itemListElement": (("ItemList",), ("ListItem", "Text", "Thing")),
    "lastReviewed": (("WebPage",), ("Date",)),
    "position": (("CreativeWork", "ListItem"), ("Integer", "Text")),
    "publisher": (("CreativeWork",), ("Organization", "Person")),
    "reviewedBy": (("WebPage",), ("Organization", "Person")),
    "telephone": (("Organization", "Person"), ("Text",)),
    "seriousAdverseOutcome": (("MedicalTherapy",), ("MedicalEntity",)),
}
"""Each property with the types that have it and the types of its values."""

_BY_ADDRESS = frozenset({"item"})
"""Properties whose value is a thing that may be named by its address alone."""


def kinds_of(names: Iterable[str]) -> frozenset[str]:
    """Return these types with all that they are kinds of; unknown ones drop out."""
    known = frozenset(TYPES.keys() & names)
    return known.union(*(kinds_of(TYPES[name]) for name in known))


def properties_of(names: Iterable[str]) -> frozenset[str]:
    """Return the properties that things of these types can have."""
    kinds = kinds_of(names)
    return frozenset(name for name, (owners, _) in PROPERTIES.items() if kinds & set(owners))


def takes_text(name: str) -> bool:
    """Whether a property's value may be a text, a number, a date or an address."""
    return name in _BY_ADDRESS or bool(_TEXT & set(PROPERTIES[name][1]))


def takes_thing(name: str, types: Iterable[str]) -> bool:
    """Whether a property's value may be a thing of these types."""
    return bool(kinds_of(types) & set(PROPERTIES[name][1]))
