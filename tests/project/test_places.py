"""Where an editor mends what a page shows: in its own file, in a notice or in a template."""

from __future__ import annotations

import pytest
from kapguide.pages.source_lines import make_source
from kapguide.project.project import Place, Project

PAGE = Place("docs/a.md", "a/index.html")
TEXTS = {
    "docs/a.md": "# A\n\nSome **bold** words.\n",
    "docs/_includes/one.md": "**Need help?**\nCall.\n",
    "docs/_includes/two.md": "Mind this:\n\n**About these pages.\nThey say little.\n",
}


@pytest.mark.parametrize(
    ("text", "literal", "place"),
    [
        ("**About these pages. They say little.", "**", ("docs/_includes/two.md", 3)),
        ("Some bold words.", "**", ("docs/a.md", 3)),
        ("Words that nobody typed.", "**", ("docs/a.md", 3)),
        ("Need help? Call.", "", ("docs/_includes/one.md", 1)),
        ("Words that nobody typed.", "", ("docs/a.md", None)),
    ],
)
def test_place(text: str, literal: str, place: tuple[str, int | None]) -> None:
    """Signs that stand in many files are looked for beside the words that a reader sees."""
    page, *notices = (make_source(path, source) for path, source in TEXTS.items())
    project = Project(notices={}, sources={"a.md": page}, templates=tuple(notices))
    assert project.place(PAGE, text, literal) == place
