"""Check that the notices that every page carries have a source to be compared with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markdown_citations.problems import Problem, Rule, nearest

from kapguide.notices.notice import EVERYWHERE, Notice

SOURCE = Rule(
    "notice-source",
    "error",
    "The disclaimer and the crisis lines stand in docs/_includes; without them nothing is proved.",
    "KAP Guide",
    "docs/_includes without disclaimer.md",
    "docs/_includes with disclaimer.md and crisis.md",
)


def find_missing_sources(notices: Mapping[str, Notice], folder: str) -> Iterator[Problem]:
    """Find notices without text; `folder` is where they should stand."""
    for name in EVERYWHERE:
        notice = notices.get(name)
        if notice is None or not notice.text:
            state = "missing" if notice is None else "empty"
            message = f"this notice is {state}, so no page can be proved to carry it"
            hint = "Put the file back with its text; every page shows it."
            typed = "" if notice else nearest(name, notices.keys() - EVERYWHERE)
            if typed:
                hint = f"If {folder}/{typed}.md is meant for it, call it {name}.md."
            yield SOURCE.problem(message, f"{folder}/{name}.md", hint=hint)
