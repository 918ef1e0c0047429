"""Whether a page still follows another one, and what is said where their names differ."""

from __future__ import annotations

import pytest
from kapguide.pages.source_lines import Source, make_source
from kapguide.project.editions.following import advise_name, has_mark, mark_text

SAYS = "See [the day](day.md) and [the cost](cost.md)."


def _pages(text: str = SAYS, **redirects: str) -> dict[str, Source]:
    """Make a page that links others, of which some say what they were called."""
    texts = {
        f"{name}.md": f"---\nredirects: [{old}]\n---\n\n# A\n" for name, old in redirects.items()
    }
    made = {"index.md": text, "day.md": "# Day\n", "cost.md": "# Cost\n", **texts}
    return {name: make_source(f"docs/{name}", source) for name, source in made.items()}


@pytest.mark.parametrize(
    ("pages", "same"),
    [
        (_pages(), True),
        (_pages(day="gone.md"), True),
        (_pages(day="gone.md", cost="fees.md"), True),
        (_pages(SAYS.replace("day.md", "session.md"), session="day.md", cost="gone.md"), True),
        (_pages(SAYS.replace("day.md", "session.md")), False),
        (_pages(SAYS.replace("the day", "a day"), day="gone.md"), False),
    ],
    ids=[
        "the same",
        "one took another's place",
        "two did",
        "and one was renamed",
        "a link to another page",
        "other words",
    ],
)
def test_page_that_took_the_place_of_another(pages: dict[str, Source], same: bool) -> None:
    """Whoever deletes a page and sends its readers on has changed no text that links there."""
    assert has_mark(mark_text("index.md", _pages()), "index.md", pages) is same


@pytest.mark.parametrize(
    ("name", "page", "said"),
    [
        ("cost.md", "index.md", 'Write "../cost.md": only the first language has that page.'),
        ("cost.md", "deep/a.md", 'Write "../../cost.md": only the first language has that page.'),
        (
            "index.md",
            "uno.md",
            "Rename inicio.md back to index.md: a page has one name in all languages.",
        ),
        ("gone.md", "index.md", ""),
        ("day.md", "index.md", ""),
    ],
)
def test_page_that_only_the_first_language_has(name: str, page: str, said: str) -> None:
    """It may be linked there; one that was renamed is known by the text that it follows."""
    followed = _pages()
    mark = mark_text("index.md", followed)
    own = {
        "inicio.md": make_source("docs/es/inicio.md", f"---\nfollows_text: {mark}\n---\n# Inicio"),
        "day.md": make_source("docs/es/day.md", "# Día"),
    }
    assert advise_name(name, page, own, followed) == said
