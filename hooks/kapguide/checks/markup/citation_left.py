"""Hold that no citation was left as it was typed: the citation step ran."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from markdown_citations.problems import Problem, Rule

from kapguide.pages.page import Page, read_runs
from kapguide.project.project import Project, report

LEFT = Rule(
    "citation-left",
    "error",
    "No page shows a citation as it was typed, such as [@dore2019].",
    "KAP Guide",
    "Most got better [@dore2019 .",
    "Most got better [@dore2019].",
)
RULES = (LEFT,)

_BRACKET = re.compile(r"\[\s*-?@[^\s\]]*\]?")
_BARE = re.compile(r"(?<![\w.])-?@\{?(\w(?:[\w:.#$%&+?<>~/-]*\w)?)")


def check_citation_left(page: Page, project: Project) -> Iterator[Problem]:
    """Find what was typed as a citation and stayed text."""
    if not _sign(frozenset(project.library.entries)).search(page.html):
        return
    for text in _texts(page):
        match = _BRACKET.search(text)
        bare = next((m for m in _BARE.finditer(text) if m[1] in project.library), None)
        found = match or bare
        if found:
            yield report(
                LEFT,
                f'"{found[0]}" is shown as it was typed',
                page,
                project,
                literal=found[0],
                text=text,
                hint="See that the bracket is closed and the key stands in references.bib.",
            )


@functools.lru_cache(maxsize=4)
def _sign(keys: frozenset[str]) -> re.Pattern[str]:
    """Return what a page that shows a citation as typed holds in any case; found fast."""
    either = "|".join(map(re.escape, sorted(keys)))
    return re.compile(rf"@(?:(?<=\[@)|(?<=\[ @)|(?<=\[-@)|\{{?(?:{either or '(?!)'}))")


def _texts(page: Page) -> Iterator[str]:
    """All that a reader may see or hear: the whole body, title, description, labels."""
    body = page.tree.body
    if body is not None:
        yield from (text for text, _, _ in read_runs(body) if "@" in text)
    for node in page.select("title"):
        yield node.text()
    for selector, name in (
        ("meta[name=description]", "content"),
        ("[alt]", "alt"),
        ("[title]", "title"),
        ("[aria-label]", "aria-label"),
    ):
        for node in page.select(selector):
            yield node.attributes.get(name) or ""
