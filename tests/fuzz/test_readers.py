"""Every reader of what others wrote, with texts that nobody meant.

None raises, takes long or swells. Short here; `make fuzz` gives each 20,000 texts and
says how long the slowest took, and how much memory the process had at most.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kapguide.checks.running import check_site
from kapguide.directives.clinic import clinic_handler
from kapguide.figures.directive import FigureDirective
from kapguide.front_matter.checking import check_front_matter
from kapguide.front_matter.parsing import hide_settings, read_front_matter
from kapguide.front_matter.search_terms import list_search_terms
from kapguide.machine_data.facts import read_publisher
from kapguide.notices.notice import Notice, carry_notices, render_notice
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source
from kapguide.preview.panel import render_panel
from kapguide.preview.site_preview import insert_panel
from kapguide.problems.failures import FAILED
from kapguide.problems.reports import Report, format_github, format_json, format_sarif, format_text
from kapguide.project.config_file import CannotRun
from kapguide.project.glossary import read_terms
from kapguide.project.project import Project, Site
from kapguide.project.settings import read_settings
from kapguide.security.page_policy import secure
from kapguide.security.template_code import read_template_code
from kapguide.words import choose_words, load_words
from kapguide.words.loading import OWN_FOLDER, CannotReadWords
from markdown_citations import check_library, makeExtension, read_library, to_bibtex, to_ris
from markdown_citations.directives import DirectiveExtension
from markdown_citations.library.entries import Library
from markdown_citations.problems import Problem
from mkdocs.utils import meta
from strategies import (
    BIBLIOGRAPHY,
    BUILT,
    CITATIONS,
    FRONT_MATTER,
    HEADERS,
    OWN_WORDS,
    SETTINGS,
    STYLESHEET,
)

TODAY = date(2026, 11, 22)
MOST_SECONDS = 5
WORDS = load_words()
NOTICES = {
    name: Notice(name, f"docs/_includes/{name}.md", f"**{name}.** Call [911](tel:911) [@trial].\n")
    for name in ("crisis", "disclaimer", "under-18s", "regulatory-status")
}


def read_citations(text: str) -> None:
    """Convert a page with citations."""
    _converter().reset()
    _converter().convert(text)


@cache
def _converter() -> markdown.Markdown:
    bib = Path(tempfile.mkdtemp()) / "a.bib"
    bib.write_text("@misc{trial, title = {A}}\n@misc{other, title = {B}}\n", "utf-8")
    cite = makeExtension(bibliography=str(bib), cache=False)
    names = ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables")
    return markdown.Markdown(extensions=[*names, "toc", cite])


def read_bibliography(text: str) -> None:
    """Read a library, check it, and give it to other programs."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "a.bib"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        library, problems = read_library([path], Path(name))
    _write([*problems, *check_library(library, today=TODAY, cited=set())])
    to_bibtex(library)
    to_ris(library)


def read_page(text: str) -> None:
    """Read a page's settings and all that follows from them; give MkDocs what it gets."""
    front = read_front_matter(text)
    problems = list(check_front_matter(front, "docs/a.md"))
    source = make_source("docs/a.md", text)
    source.find("A page that says something and goes on")
    read_terms(text)
    list_search_terms(front.values)
    _write(problems)
    if not front.readable:
        text = hide_settings(text, front)
    body, _ = meta.get_data(text)
    figure = FigureDirective(Library(), lambda: ("docs/a.md", text), problems.append, load_words())
    if "::: figure" in body:
        markdown.markdown("::: figure x", extensions=[DirectiveExtension({"figure": figure})])
    figure.find_unplaced()
    _ = Notice("a", "docs/_includes/a.md", body[:500]).text


def read_project_settings(text: str) -> None:
    """Read mkdocs.yml, and what is shown of the clinic; what cannot be is one message."""
    with tempfile.TemporaryDirectory() as name, contextlib.suppress(CannotRun):
        path = Path(name) / "mkdocs.yml"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        clinic = read_settings(Path(name)).clinic
        read_publisher(clinic)
        found: list[Problem] = []
        handler = clinic_handler(clinic, lambda: ("docs/a.md", ""), found.append, WORDS)
        directives = DirectiveExtension({"clinic": handler}, lambda directive: None)
        shown = "\n\n".join(f"::: clinic {name}" for name in ("name", "prices", "x"))
        markdown.markdown(shown, extensions=[directives])
        _write(found)


def read_built_page(text: str) -> None:
    """Check a built page, and put into it what hooks put into pages."""
    project = Project(
        notices=NOTICES, sources={"a.md": make_source("docs/a.md", text[:300])}, today=TODAY
    )
    pages = [parse_page(text, "site/a/index.html", "a/index.html")]
    outcome = check_site(Site(pages, {"a/index.html": len(text)}), project)
    _write(outcome.problems)
    inline = read_template_code((text[:300],)).read_inline(text)
    panel = render_panel(outcome.problems, 0, "/_problems/")
    insert_panel(secure(carry_notices(text, "<div>…</div>"), inline), panel)


def read_headers(text: str) -> None:
    """Check a page that is sent with headers."""
    pages = [parse_page("<main><script>1</script></main>", "site/a.html", "a.html")]
    data = text.encode("utf-8", "surrogatepass")
    site = Site(pages, {"a.html": 1, "_headers": len(data)}, read=lambda path: data)
    _write(check_site(site, Project(notices=NOTICES, today=TODAY)).problems)


def read_stylesheet(text: str) -> None:
    """Check a page with its notices under a stylesheet, and one that has it in its head."""
    shown = "".join(map(render_notice, NOTICES.values()))
    html = f"<head><style>{text}</style></head><main><article>{shown}</article></main>"
    pages = [parse_page(html, "site/a.html", "a.html")]
    data = text.encode("utf-8", "surrogatepass")
    site = Site(pages, {"a.html": 1, "a.css": len(data)}, read=lambda path: data)
    _write(check_site(site, Project(notices=NOTICES, today=TODAY)).problems)


def read_own_words(text: str) -> None:
    """Read words of a site's own, and check a page with them; a broken file is one message."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / OWN_FOLDER / "en.toml"
        path.parent.mkdir()
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            words = choose_words({}, {}, Path(name))
        except CannotReadWords:
            return
    shown = "".join(map(render_notice, NOTICES.values()))
    html = f"<main><article>{shown}<h1>A</h1><p>Ketamine eased it in 3 of 9 trials.</p></article>"
    pages = [parse_page(html, "site/a.html", "a.html")]
    project = Project(notices=NOTICES, words=words, today=TODAY)
    _write(check_site(Site(pages, {"a.html": 1}), project).problems)
    words.format_day(TODAY)
    words.say("handouts.size", count=2, megabytes=1)


def _write(problems: Any) -> None:
    """Write problems down in every form; no check may have broken off, unless it says why."""
    failed = [problem for problem in problems if problem.code == FAILED.code]
    assert not [problem for problem in failed if "too deep within itself" not in problem.message]
    report = Report(tuple(problems))
    for form in (format_text, format_github, format_json):
        form(report)
    json.loads(format_sarif(report, {}))


READERS: dict[str, tuple[Callable[[str], None], st.SearchStrategy[str]]] = {
    "citations": (read_citations, CITATIONS),
    "bibliography": (read_bibliography, BIBLIOGRAPHY),
    "front matter": (read_page, FRONT_MATTER),
    "settings": (read_project_settings, SETTINGS),
    "built page": (read_built_page, BUILT),
    "headers": (read_headers, HEADERS),
    "stylesheet": (read_stylesheet, STYLESHEET),
    "own words": (read_own_words, OWN_WORDS),
}


@pytest.mark.parametrize("name", READERS)
def test_reader(name: str, log: Any, figures: Any) -> None:
    """No text makes it raise, hang or swell."""
    read, texts = READERS[name]

    @settings(suppress_health_check=list(HealthCheck))
    @given(texts)
    def run(text: str) -> None:
        start = time.process_time()
        read(text)
        seconds = time.process_time() - start
        figures.add(name, seconds)
        assert seconds < MOST_SECONDS

    _ = log.lines  # what a converter warns of is not the matter here
    before = figures.megabytes  # of this process: other tests may have run in it
    run()
    assert figures.megabytes - before < 500
