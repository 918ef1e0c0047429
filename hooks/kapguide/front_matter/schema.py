"""The settings that a page may have, and of what kind each is.

One table serves three: the check of front matter, the JSON Schema that
editors load for completion (`kapguide schema`), and CONTRIBUTING.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Key:
    """One setting."""

    schema: Schema
    required: bool = False
    hint: str = ""
    """What to write where a required one is missing."""
    form: str = ""
    """How it is written, where its kind alone does not tell."""


_TEXT = {"type": "string", "minLength": 1}
DAY = {
    "type": "string",
    "format": "date",
    "formatMinimum": "1990-01-01",
    "formatMaximum": "2199-12-31",
}
"""A day that these pages may have; the calendar's own ends are typing mistakes."""
_NAMES = {"type": "array", "items": _TEXT}


def record(*optional: str, **properties: Schema) -> Schema:
    """Describe a mapping with these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


KEYS: Mapping[str, Key] = {
    "title": Key({**_TEXT, "description": "The page's title, the same as its first heading."}),
    "description": Key(
        {**_TEXT, "description": "One sentence of 70 to 155 characters; search engines show it."},
        required=True,
        hint="Add description: and one sentence that says what a reader finds here.",
    ),
    "type": Key(
        {
            "type": "string",
            "enum": ["treatment", "practical", "support", "reference"],
            "description": "What the page is for; it decides which sections it must have.",
        },
        required=True,
        hint="Add type: with one of treatment, practical, support, reference.",
    ),
    "sources_checked": Key(
        {**DAY, "description": "The day on which the page was last held against its sources."},
        hint="Write the day on which the page was held against its sources, as 2026-01-31.",
    ),
    "review": Key(
        {
            "description": "pending, or who reviewed the page and when.",
            "oneOf": [
                {"type": "string", "enum": ["pending"]},
                record(reviewer=_TEXT, credentials=_TEXT, date=DAY),
            ],
        },
        form="Write review: pending, or review: with three lines below it, each two spaces in: "
        "reviewer: and a name; credentials: and degrees; date: and a day, as 2026-01-31.",
    ),
    "review_every": Key(
        {
            "type": "integer",
            "minimum": 1,
            "maximum": 36,
            "description": "Months until the next review; 12 for risks, law and cost.",
        },
        hint="Write the number of months until the next check, as review_every: 12.",
    ),
    "follows": Key(
        {
            **DAY,
            "description": "On a page in another language: the day on which it was last held "
            "against the page that it follows.",
        }
    ),
    "follows_text": Key(
        {
            **_TEXT,
            "description": "The mark of the text that it follows; `kapguide translated` sets both.",
        }
    ),
    "index_terms": Key({**_NAMES, "description": "What people would look for in the A to Z."}),
    "search_terms": Key(
        {**_NAMES, "description": "What people may type who mean this page; nobody sees it."}
    ),
    "figures": Key(
        {
            "type": "object",
            "additionalProperties": {"type": "object"},
            "description": "The data of each figure on the page, by its name.",
        }
    ),
    "dated_facts": Key(
        {
            "type": "array",
            "items": record("then", fact=_TEXT, until=DAY, then=_TEXT),
            "description": "Facts that end on a known day, and what readers are told then.",
        },
        form="Write dated_facts: with two lines below it: - fact: and what holds, two spaces in; "
        "until: and its last day, as 2026-12-31, four spaces in.",
    ),
    "allow": Key(
        {
            "type": "array",
            "items": record("text", code=_TEXT, reason=_TEXT, text=_TEXT),
            "description": "Problems that this page may have, each with the reason; with `text`, "
            "only those whose message has these words.",
        },
        form="Write allow: with two lines below it: - code: and the code, two spaces in; "
        "reason: and why, four spaces in.",
    ),
    "redirects": Key(
        {**_NAMES, "description": "The files that the page was before, such as old-name.md."}
    ),
    "citation_style": Key(
        {**_TEXT, "description": "The citation style of this page, if not the site's."}
    ),
    "hide": Key(
        {
            "type": "array",
            "items": {"type": "string", "enum": ["navigation", "toc", "path", "footer", "tags"]},
            "description": "Parts of the theme that this page leaves out.",
        }
    ),
    "search": Key({"type": "object", "description": "The theme's search settings for the page."}),
    "template": Key({**_TEXT, "description": "The theme's template for the page."}),
}


def front_matter_schema() -> dict[str, Any]:
    """Make a JSON Schema document of the table, of the draft that editors read."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Front matter of a page",
        "type": "object",
        "properties": {name: dict(key.schema) for name, key in KEYS.items()},
        "required": [name for name, key in KEYS.items() if key.required],
        "additionalProperties": False,
    }
