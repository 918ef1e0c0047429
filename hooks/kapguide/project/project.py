"""What the checks hold a site against, and the site itself.

`Project` is the truth: notices, sources, glossary, citekeys, the day's date.
`Site` is what was built. `kapguide.project.disk` reads both from files.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from markdown_citations.library.entries import Library

from kapguide.front_matter.parsing import FrontMatter
from kapguide.notices.notice import Notice
from kapguide.pages.page import Page
from kapguide.pages.source_lines import PAGES, Source
from kapguide.project.clinic_facts import Clinic
from kapguide.project.glossary import GLOSSARY
from kapguide.project.menu import Menu
from kapguide.words import Words, load_words

T = TypeVar("T")


class Place(NamedTuple):
    """A page by its names alone: checks on the site keep these, and no trees."""

    path: str
    """As messages name it: `site/risks/index.html`."""
    url: str
    """Relative to the site's folder: `risks/index.html`."""


Named = Page | Place


@dataclass(frozen=True, slots=True)
class Languages:
    """What there is of a site in other languages."""

    elsewhere: frozenset[str] = frozenset()
    """What is built of their pages, as seen from this site's folder: `../risks/index.html`."""
    addresses: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    """The addresses of a page in each language, by the name of its file, in the order of the
    languages; of pages in one language only there are none."""
    followed: Mapping[str, Source] | None = None
    """The pages that those of this site follow, by the names of their files; None where they
    are followed themselves."""
    followed_notices: Mapping[str, Notice] = field(default_factory=lambda: MappingProxyType({}))
    """The notices that those of this site follow, by name; none where they are followed."""
    assets: frozenset[str] = frozenset()
    """The files of assets/ that this site does not share with the one that it follows."""

    def shares(self, name: str) -> bool:
        """Whether a file lies beside the pages of the first language, where it is told."""
        beside = self.followed is not None and name.startswith("assets/")
        return beside and name not in self.assets


_A_TO_Z = "::: a-to-z"


@dataclass(frozen=True, slots=True)
class Project:
    """The sources of truth that pages are held against."""

    notices: Mapping[str, Notice]
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    """The Markdown of docs/, by path relative to docs/: `risks.md`."""
    templates: tuple[Source, ...] = ()
    """What pages are made from beside their own Markdown: notices and templates."""
    page_templates: tuple[str, ...] = ()
    """The texts of all templates that pages come by, the theme's too; none where no theme is
    known."""
    config: Source | None = None
    """mkdocs.yml, where the menu stands."""
    menu: Menu | None = None
    glossary_page: str = GLOSSARY
    """The page that explains terms, as docs has it."""
    glossary: frozenset[str] = frozenset()
    """The glossary's terms, in lower case."""
    spelled: frozenset[str] = frozenset()
    """Words in lower case that are right though no dictionary has them: names above all."""
    library: Library = field(default_factory=Library)
    codes: frozenset[str] = frozenset()
    """Every code that a page may silence, those of other packages too."""
    today: date = date.min
    """The day against which deadlines are held; the caller reads the clock."""
    latest: date = date.min
    """The last day that is not yet to come, where it is later than `today`."""
    base: str = "/"
    """The path part of the site's address: `/` or `/guide/`."""
    host: str = ""
    """The host of the site's address; empty where none is known."""
    clinic: Clinic = field(default_factory=Clinic)
    """Whose site it is."""
    site_url: str = ""
    """The site's address as mkdocs.yml has it."""
    words: Words = field(default_factory=load_words)
    """The words of the pages' language and topic."""
    languages: Languages = field(default_factory=Languages)
    """What there is of this site in other languages."""
    includes: str = "docs/_includes"
    """The folder of the notices, relative to the project; each language has its own."""

    @property
    def main_template(self) -> str:
        """The template that all pages are made with, if the project has its own."""
        names = (template.path for template in self.templates)
        return next((name for name in names if name.endswith("/main.html")), "")

    def source(self, page: Named) -> Source | None:
        """Return the Markdown, or hand-written HTML, that a page was made from, if any."""
        return self.sources.get(self.source_name(page))

    def markdown(self, page: Named) -> Source | None:
        """Return the Markdown that a page was made from; None for hand-written HTML."""
        source = self.source(page)
        return source if source and source.path.endswith(".md") else None

    def source_name(self, page: Named) -> str:
        """Name the file of docs that a page was made from; empty where there is none."""
        return next((name for name in _source_names(page.url) if name in self.sources), "")

    def front_matter(self, page: Named) -> FrontMatter:
        """Return the settings of a page; empty ones where it has no Markdown."""
        source = self.source(page)
        return source.front_matter if source else FrontMatter()

    def place_shared(self, page: Named, file: str, text: str) -> tuple[str, int | None]:
        """Say where an editor mends a link of the menu or of a template.

        `file` is what mkdocs.yml may name in its menu, `text` the link's words.
        """
        line = self.config.find_literal(file) if self.config else None
        if self.config and line is not None:
            return self.config.path, line
        for candidate in self.templates if len(text.split()) > 1 else ():
            line = candidate.find(text)
            if line is not None:
                return candidate.path, line
        return page.path, None

    def place(self, page: Named, text: str = "", literal: str = "") -> tuple[str, int | None]:
        """Say where an editor mends what stands on a page: file and line.

        `text` is what a reader sees, `literal` a piece of the source as it is.
        """
        source = self.source(page)
        known = [one for one in (source, *self.templates, self.config) if one is not None]
        # Signs such as ** stand in many files: those that a reader sees stand beside the words.
        near = [one for one in known if text and literal and literal in one.paragraph(text)[1]]
        for candidate in (*near, *known) if text or literal else ():
            line = candidate.find_near(literal, text)
            if line is not None:
                return candidate.path, line
        if source is None:
            return page.path, None
        line = source.find_part(text) or source.find_typed(literal)
        listed = self._place_term(text) if line is None and _A_TO_Z in source.text else None
        return listed or (source.path, line)

    def _place_term(self, text: str) -> tuple[str, int | None] | None:
        """Say which page has a term that the A to Z lists, with the page behind a colon."""
        said = text.partition(":")[0]
        for source in self.sources.values():
            for path, term in source.front_matter.texts():
                if path[0] == "index_terms" and f" {said} " in f" {term} ":
                    return source.path, source.front_matter.find_line(*path)
        return None


def _source_names(url: str) -> Iterable[str]:
    """Name the files of docs/ that a built page may have been made from."""
    if not url.endswith(".html"):
        yield url
        return
    stem = url.removesuffix(".html")
    folder = stem.removesuffix("index").rstrip("/") if stem.split("/")[-1] == "index" else None
    yield from (f"{folder}{ending}" for ending in PAGES if folder)
    yield from (f"{stem}{ending}" for ending in PAGES)
    if folder is not None:
        yield f"{folder}/README.md".lstrip("/")
    yield url


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """What was built."""

    pages: Collection[Page]
    """In the order of their names; those on the disk are read anew at each turn, and only
    the one at hand is kept."""
    files: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The size of every file, by path relative to the site's folder."""
    read: Callable[[str], bytes] = lambda path: b""
    """Gives the content of a file, by the same path."""
    complete: bool = True
    """It is the whole site: what is not in `files` does not exist."""
    prefix: str = "site/"
    """What messages put before a file's path."""
    notes: Mapping[Callable[..., Any], Sequence[Any]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """What `noted` gives, as it was taken while the pages went by."""
    drawings: Collection[Page] = ()
    """The documents that are no pages: SVG and XML."""

    def noted(self, take: Callable[[Page, Site, Project], T], project: Project) -> Sequence[T]:
        """Return what a function notes of each page: a little, in place of the page itself."""
        known = self.notes.get(take)
        return [take(page, self, project) for page in self.pages] if known is None else known
