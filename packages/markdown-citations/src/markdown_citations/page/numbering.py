"""Resolve all citations of one page: numbers, markers, bibliography, problems.

Takes the page's citations in reading order, the library and a formatter.
Gives one marker per citation, the entries of the bibliography in the order of
the style, and what is wrong.
Must stay free of Markdown, HTML and MkDocs: the caller decides what "reading
order" means, and what a marker looks like.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markdown_citations.language.citation import Citation, CitationItem
from markdown_citations.page.markers import Marker, Numbers, make_marker
from markdown_citations.problems import Problem, did_you_mean
from markdown_citations.styles.formatter import Formatter

Doubt = tuple[str, str]
"""A bracket that is no citation, or an empty text; and the word behind the @."""
_NEAR = 0.8  # of difflib: "dore2091" is near dore2019, "wolfson" is not near wolfson2023


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the page's bibliography."""

    citekey: str
    label: str
    """The citation number or what the style has in its place; may be empty."""
    places: int
    """How many times the page cites it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem that has no line yet: only the caller knows the page's source."""

    problem: Problem
    citekey: str
    nth: int = 0
    """Which mention of the citekey it is about, counted from 0."""

    def at(self, path: str, line: int | None) -> Problem:
        """Return the problem with its place."""
        return replace(self.problem, path=path, line=line)


@dataclass(frozen=True, slots=True)
class PageCitations:
    """What a page's citations come to."""

    markers: tuple[Marker, ...] = ()
    """In the order of the citations."""
    bibliography: tuple[Listed, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    """The findings with path and line, once the caller has looked them up."""


def cite_page(citations: Sequence[Citation], formatter: Formatter) -> PageCitations:
    """Resolve the citations of one page."""
    library = formatter.library
    items = [item for citation in citations for item in citation.items]
    counts = Counter(item.citekey for item in items if item.citekey in library)
    arranged = formatter.arrange(list(counts))
    numbers = Numbers(dict(arranged), formatter)
    markers = tuple(make_marker(citation, numbers) for citation in citations)
    return PageCitations(
        markers,
        tuple(Listed(citekey, label, counts[citekey]) for citekey, label in arranged),
        (*_check_unknown(items, formatter), *_check_repeated(citations)),
    )


def check_doubtful(doubts: Sequence[Doubt], formatter: Formatter) -> list[Finding]:
    """Report brackets that failed, and words that are nearly a citekey; others are text."""
    keys = {key.casefold(): key for key in formatter.library.entries} if doubts else {}
    findings = []
    for bracket, word in dict.fromkeys(doubts):
        if bracket:
            hint = "Give each part between semicolons a citekey, and close the bracket."
            message = f'"{_show(bracket)}" is no citation'
            findings.append(Finding(Problem("citation-malformed", message, hint=hint), word))
            continue
        near = difflib.get_close_matches(word.casefold(), keys, n=1, cutoff=_NEAR)
        if near:
            hint = f'Did you mean "{keys[near[0]]}"? If it is no citation, write \\@{word}.'
            message = f'"@{word}" is no citekey but looks like one'
            findings.append(Finding(Problem("citekey-misspelt", message, hint=hint), word))
    return findings


def _show(bracket: str) -> str:
    """Make a bracket fit for a message: no marks of Markdown, one line, not long."""
    text = " ".join(re.sub(r"\x02[^\x03]*\x03", "…", bracket).split())
    return text if len(text) <= 60 else f"{text[:59]}…"


def _check_unknown(items: Sequence[CitationItem], formatter: Formatter) -> list[Finding]:
    paths = ", ".join(formatter.library.paths) or "the bibliography"
    seen: Counter[str] = Counter()
    findings = []
    for item in items:
        # An entry that could not be read has a message of its own, where it stands.
        known = item.citekey in formatter.library or item.citekey in formatter.library.broken
        if not known:
            hint = did_you_mean(item.citekey, formatter.library.entries)
            problem = Problem("citekey-unknown", f'no entry "{item.citekey}" in {paths}', hint=hint)
            findings.append(Finding(problem, item.citekey, seen[item.citekey]))
            seen[item.citekey] += 1
    return findings


def _check_repeated(citations: Sequence[Citation]) -> list[Finding]:
    """Report `[@a; @a]`, but not two places of one work."""
    hint = "Delete one of them, or say what differs, such as the page."
    message = '"{}" stands twice in one citation'
    findings = []
    nth: Counter[str] = Counter()
    for citation in citations:
        if len(citation.items) == 1:
            nth[citation.items[0].citekey] += 1
            continue
        plain = Counter(item.citekey for item in citation.items if item.is_plain)
        for citekey in (key for key, count in plain.items() if count > 1):
            problem = Problem(
                "citation-repeated", message.format(citekey), hint=hint, severity="warning"
            )
            findings.append(Finding(problem, citekey, nth[citekey]))
        nth.update(item.citekey for item in citation.items)
    return findings
