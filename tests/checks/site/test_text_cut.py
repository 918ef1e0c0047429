"""Texts in mkdocs.yml and in a page's settings that keep their end."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from kapguide.checks.site.text_cut import CHECK, check_settings
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source
from kapguide.project.project import Project, Site


def _check_facts(facts: str) -> list[str]:
    text = f"extra:\n  clinic:\n{facts}"
    project = Project(notices={}, config=make_source("mkdocs.yml", text))
    return [str(problem) for problem in check_settings(Site(pages=()), project)]


def test_text_that_ends_before_a_sign(frame: Any) -> None:
    """In mkdocs.yml and on a page: what was lost, and the line as it should be."""
    assert _check_facts("    address: 12 Main Street # 4\n    name: Rest\n") == [
        'mkdocs.yml:3: text-cut: "address" ends before "# 4". If that belongs to the text, put '
        'the whole in straight quotes: address: "12 Main Street # 4"'
    ]
    page = parse_page(frame.html, "site/plain/index.html", "plain/index.html")
    text = "---\n# the title\ntitle: Suite # 4\ntype: support # not practical\n---\n\n# Suite\n"
    project = replace(frame.project, sources={"plain.md": make_source("docs/plain.md", text)})
    assert CHECK.page is not None
    assert [(p.path, p.line) for p in CHECK.page(page, project)] == [("docs/plain.md", 3)]


@pytest.mark.parametrize(
    "line",
    [
        '    address: "12 Main Street # 4"\n',
        "    address: 12 Main Street#4\n",
        '    address: "" # where we are\n',
        "    address: |\n      12 Main Street # 4\n",
    ],
    ids=["in quotes", "no blank", "a comment behind nothing", "several lines"],
)
def test_text_that_keeps_its_end(line: str) -> None:
    """A comment that cuts nothing off is a comment."""
    assert _check_facts(line) == []
