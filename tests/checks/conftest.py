"""A small whole site that has no problems, and snippets put into it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

import markdown
import pytest
import yaml
from kapguide.checks.running import Outcome, check_site
from kapguide.front_matter.review import render_review
from kapguide.notices.notice import Notice, render_notice
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source
from kapguide.problems.catalog import find_rules
from kapguide.project.clinic_facts import Clinic
from kapguide.project.glossary import read_terms
from kapguide.project.project import Project, Site
from kapguide.words import load_words
from markdown_citations.library.entries import Entry, Library
from markdown_citations.problems import Problem

TODAY = date(2026, 11, 22)

NOTICES = {
    name: Notice(name, f"docs/_includes/{name}.md", text)
    for name, text in {
        "disclaimer": "**About this.**\nOnly general information.\n"
        "They are not advice, and make no patient: ask a nurse.\n",
        "crisis": "**Need help now?**\nCall [911](tel:911) in danger.\n"
        "Call [988](tel:988) or text [988](sms:988) at any hour.\n",
        "regulatory-status": "**Not approved.**\nThe regulator has not approved it [@label].\n",
        "under-18s": "**Under 18.**\nNothing is approved for the young [@label; @trial].\n",
    }.items()
}

FRONT: Mapping[str, Any] = MappingProxyType(
    {
        "title": "A plain page",
        "description": "What a reader finds on this page, said in one sentence of fair length.",
        "type": "reference",
        "sources_checked": date(2026, 11, 1),
        "review": "pending",
        "review_every": 12,
    }
)

OTHER = (
    '<!doctype html><html lang="en"><title>What are the risks?</title>'
    "<main><h1>What are the risks?</h1>"
    f'<h2 id="serious">Serious ones</h2>{render_notice(NOTICES["crisis"])}'
    f"{render_notice(NOTICES['disclaimer'])}</main>"
)
"""A second page, to link to."""

_CITATION = re.compile(r"\[(?! )[^\]\[]*@(?P<key>\w+)[^\]\[]*\](?!\()")


def _entry(citekey: str, entry_type: str, **fields: str) -> Entry:
    return Entry(citekey, entry_type, MappingProxyType(fields), "references.bib", 1)


LIBRARY = Library(
    MappingProxyType(
        {
            entry.citekey: entry
            for entry in (
                _entry(
                    "trial",
                    "article",
                    studytype="randomized trial",
                    people="41",
                    finding="12 of 41 people felt better with ketamine, and 9 of 41 with placebo.",
                ),
                _entry("dore2019", "article", studytype="case series", people="235"),
                _entry("label", "misc", studytype="label"),
            )
        }
    ),
    ("references.bib",),
)


@dataclass
class Frame:
    """A site of one page that is right in every way, around a snippet."""

    front: dict[str, Any] = field(default_factory=lambda: dict(FRONT))
    body: str = ""
    url: str = "plain/index.html"
    head: str = ""
    after: str = ""
    """HTML behind the notices, still in `<main>`."""
    notices: Mapping[str, Notice] = field(default_factory=lambda: NOTICES)
    library: Library = LIBRARY
    today: date = TODAY
    files: Mapping[str, bytes] = field(
        default_factory=lambda: {
            "index.html": b"",
            "risks/index.html": OTHER.encode(),
            "get-help-now/index.html": b"",
            "assets/room.jpg": b"",
        }
    )
    glossary: str = ""
    other: str = OTHER
    """The HTML of a second page."""
    config: str = ""
    """The text of mkdocs.yml, where it matters."""
    clinic: Clinic = field(default_factory=Clinic)
    """What the settings say of the clinic."""
    page_templates: tuple[str, ...] = ()
    """The texts of the templates, where they matter."""

    @property
    def source(self) -> str:
        """The page's Markdown, as a file of docs/ would have it."""
        front = yaml.safe_dump(self.front, sort_keys=False, allow_unicode=True)
        return f"---\n{front}---\n\n# {self.front.get('title', '')}\n\n{self.body}\n"

    @property
    def html(self) -> str:
        """The page as the theme and the hooks would build it."""
        text = re.sub(r"^::: notice ([\w-]+)$", lambda m: self._notice(m[1]), self.body, flags=re.M)
        cited = _CITATION.sub(
            r'<span class="citation" data-cites="\g<key>"><a href="#ref-\g<key>">1</a></span>', text
        )
        content = markdown.markdown(
            f"# {self.front.get('title', '')}\n\n{cited}",
            extensions=["admonition", "attr_list", "md_in_html", "tables", "def_list"],
        )
        content = re.sub(r'href="(?!\w+:|#|//)([\w-]+)\.md', r'href="../\1/', content)
        content = re.sub(r'src="assets/', 'src="../assets/', content)
        keys = dict.fromkeys(m["key"] for m in _CITATION.finditer(text))
        entries = "".join(f'<li class="csl-entry" id="ref-{key}">A study.</li>' for key in keys)
        references = f'<h2>References</h2><ol class="csl-bib-body">{entries}</ol>' if keys else ""
        shown = "".join(render_notice(self.notices[n]) for n in ("crisis", "disclaimer"))
        review = render_review(self.front, load_words(), self.today)
        return (
            '<!doctype html><html lang="en"><head><meta charset="utf-8">'
            f"<title>{self.front.get('title', '')}</title>"
            f'<meta name="description" content="{self.front.get("description", "")}">'
            f'{self.head}</head><body><header><a href="../">Home</a></header><main>'
            f'<div class="md-sidebar"><nav><a href="../risks/">What are the risks?</a></nav></div>'
            f"<article>{content}{references}{review}{shown}{self.after}"
            "</article></main><footer>The end</footer></body></html>"
        )

    def _notice(self, name: str) -> str:
        """With its citations, as a page has it where it names the notice."""
        notice = self.notices[name]
        return render_notice(notice).replace(notice.html, markdown.markdown(notice.source))

    @property
    def project(self) -> Project:
        """What the page is held against."""
        name = self.url.removesuffix("/index.html") + ".md"
        return Project(
            notices=self.notices,
            sources={name: make_source(f"docs/{name}", self.source)},
            templates=tuple(make_source(n.path, n.source) for n in self.notices.values()),
            page_templates=self.page_templates,
            config=make_source("mkdocs.yml", self.config) if self.config else None,
            glossary=read_terms(self.glossary),
            clinic=self.clinic,
            library=self.library,
            codes=frozenset(find_rules()),
            today=self.today,
            base="/",
            host="kap-guide.example",
        )

    def run(self, html: str | None = None) -> Outcome:
        """Check the page, or other HTML in its place."""
        html = self.html if html is None else html
        contents = {**self.files, self.url: html.encode()}
        site = Site(
            pages=(
                parse_page(html, f"site/{self.url}", self.url),
                parse_page(self.other, "site/risks/index.html", "risks/index.html"),
            ),
            files={path: len(content) for path, content in contents.items()},
            read=contents.__getitem__,
        )
        return check_site(site, self.project)

    def problems(self, html: str | None = None) -> tuple[Problem, ...]:
        """Give the problems of the page, or of other HTML in its place."""
        return self.run(html).problems

    def found(self, code: str, html: str | None = None, **parts: Any) -> list[Problem]:
        """Set parts of the site, and give the problems with a code."""
        for name, value in parts.items():
            setattr(self, name, value)
        return [problem for problem in self.problems(html) if problem.code == code]


Codes = Callable[..., list[str]]


@pytest.fixture
def frame() -> Frame:
    """Give a page without problems, to be changed by a test."""
    return Frame()


@pytest.fixture
def codes() -> Codes:
    """Give the codes that a snippet of Markdown has in a page that is right otherwise."""

    def run(body: str, **options: Any) -> list[str]:
        front = {**FRONT, **options.pop("front", {})}
        return [p.code for p in Frame(front=front, body=body, **options).problems()]

    return run


@pytest.fixture
def spanish() -> Callable[[str], tuple[Problem, ...]]:
    """Give the problems of a paragraph on a Spanish page."""
    frame = Frame()
    project = dataclasses.replace(frame.project, words=load_words("es"))

    def run(text: str) -> tuple[Problem, ...]:
        start = '<!doctype html><html lang="es"><main><h1>Una prueba</h1>'
        page = parse_page(f"{start}<p>{text}</p></main></html>", f"site/{frame.url}", frame.url)
        site = Site(pages=(page,), files={frame.url: 1}, read=lambda path: b"")
        return check_site(site, project).problems

    return run


@pytest.fixture
def frames() -> type[Frame]:
    """Give the class, for tests that need several pages."""
    return Frame
