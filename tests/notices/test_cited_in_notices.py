"""What a page shows of a notice is said of the notice's own line."""

from __future__ import annotations

import pytest
from kapguide.notices.cited_in_notices import place_in_texts
from markdown_citations.problems import Problem

TEXTS = {
    "docs/_includes/one.md": "One [@lee2025x].\nTwo [see @{lee2025}, p. 4].\n",
    "mkdocs.yml": 'extra:\n  clinic:\n    team: "Two [@lee2026, @lee2027]."\n',
}
UNKNOWN = 'no entry "{}" in references.bib'


@pytest.mark.parametrize(
    ("message", "line", "place"),
    [
        (UNKNOWN.format("lee2025"), None, ("docs/_includes/one.md", 2)),
        (UNKNOWN.format("lee2026"), None, ("mkdocs.yml", 3)),
        ('a citekey without its @ in "[@lee2026, @lee2027]"', None, ("mkdocs.yml", 3)),
        (UNKNOWN.format("lee2028"), None, ("docs/a.md", None)),
        (UNKNOWN.format("lee2025"), 7, ("docs/a.md", 7)),
    ],
)
def test_line(message: str, line: int | None, place: tuple[str, int | None]) -> None:
    """A page's own line stands; else it is that of the text which cites."""
    problem = Problem("citekey-unknown", message, "docs/a.md", line)
    found = place_in_texts(problem, TEXTS)
    assert (found.path, found.line) == place


def test_what_is_no_problem_of_a_citation() -> None:
    """An address may have the same signs: office@lee2026.org."""
    problem = Problem("spelling", 'nobody knows "lee2026"', "docs/a.md")
    assert place_in_texts(problem, {"mkdocs.yml": "mail: office@lee2026.org"}) == problem
