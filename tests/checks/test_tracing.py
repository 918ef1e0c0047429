"""A problem names the file and line that an editor can mend."""

from __future__ import annotations

from typing import Any

import pytest
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source
from kapguide.project.glossary import name_glossary, read_terms

MARKDOWN = """---
title: The title
description: About the words of the title.
---

# The title

One **bold** [link](a.md) here.
A second line [@dore2019; @kew2023], with words.

<!-- source: nothing
over two lines -->
- an *item* of a list {: .odd }

| head | other |
| --- | --- |
| cell one | “quoted” |
"""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("One bold link here.", 8),
        ("A second line, with words.", 9),
        ("bold link here. A second line", 8),
        ("an item of a list", 13),
        ("cell one", 17),
        ("The title", 6),
        ("About the words of the title.", 3),
        ("A second line, with words that the build has added behind it", 9),
        ("nothing of the kind", None),
        ("", None),
        ("…", None),
    ],
)
def test_line_of_a_text(text: str, line: int | None) -> None:
    """Markup, citations and links do not matter; the body comes before the settings."""
    assert make_source("docs/x.md", MARKDOWN).find(text) == line


def test_windows_newlines_and_mark() -> None:
    """Files from other editors count the same lines."""
    source = make_source("docs/x.md", "\ufeff" + MARKDOWN.replace("\n", "\r\n"))
    assert source.find("an item of a list") == 13
    assert source.front_matter.get("title") == "The title"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("index.html", "index.md"),
        ("risks/index.html", "risks.md"),
        ("risks.html", "risks.md"),
        ("more/index.html", "more/index.md"),
        ("sub/page/index.html", "sub/page.md"),
        ("readme/index.html", "readme/README.md"),
        ("raw.html", "raw.html"),
        ("404.html", None),
    ],
)
def test_source_of_a_page(frame: Any, url: str, name: str | None) -> None:
    """Pages are found again with and without directory addresses."""
    from dataclasses import replace

    names = ["index.md", "risks.md", "more/index.md", "sub/page.md", "readme/README.md", "raw.html"]
    sources = {entry: make_source(f"docs/{entry}", "text") for entry in names}
    found = replace(frame.project, sources=sources).source(parse_page("", f"site/{url}", url))
    assert (found.path if found else None) == (f"docs/{name}" if name else None)


def test_problem_of_a_template_names_the_template(frame: Any) -> None:
    """What no page's Markdown holds is looked for in notices and templates."""
    html = frame.html.replace("Call ", "Call [@trial] ")
    problem = next(p for p in frame.problems(html) if p.code == "citation-left")
    assert problem.path in {"docs/_includes/crisis.md", "docs/plain.md"}
    frame.body = "Nothing."
    notice = frame.notices["crisis"]
    place = frame.project.place_shared(parse_page("", "site/x.html"), "x.md", "Call 911 in danger.")
    assert place == (notice.path, 2)


@pytest.mark.parametrize(
    ("markdown", "terms"),
    [
        ("Dissociation\n:   Feeling apart.\n", {"dissociation"}),
        ("KAP (ketamine therapy)\n:   A treatment.\n", {"kap", "ketamine therapy"}),
        ("A word\n\n:   Behind an empty line.\n", {"a word"}),
        ("### Placebo\n\nA dummy.\n", {"placebo"}),
        ("- **Trial.** A test.\n- **Pilot:** A small one.\n", {"trial", "pilot"}),
        ("## Words\n\nJust text.\n", set()),
    ],
)
def test_glossary_terms(markdown: str, terms: set[str]) -> None:
    """Definition lists, small headings and bold items explain terms."""
    assert read_terms(markdown) == terms


def test_the_glossary_may_have_another_name() -> None:
    """Of a page that was renamed its definitions tell."""
    words = make_source("docs/hard-words.md", "KAP\n:   A therapy.\n\nTrial\n:   A test.\n")
    other = make_source("docs/hours.md", "Monday\n:   9 to 5\n")
    pages = {"hours.md": other, "hard-words.md": words}
    assert name_glossary(pages) == "hard-words.md"
    assert name_glossary({**pages, "glossary.md": other}) == "glossary.md"
    assert name_glossary({"risks.md": make_source("docs/risks.md", "Rest.\n")}) == "glossary.md"
    assert name_glossary({}) == "glossary.md"
