"""Read a built site and the project behind it from the disk, for the checks."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from markdown_citations.library.entries import Library

from kapguide.front_matter.file_limits import read_bytes
from kapguide.front_matter.saved_text import read_saved, read_text
from kapguide.notices.notice import read_notices
from kapguide.pages.page import Page, parse_page
from kapguide.pages.source_lines import PAGES, Source, make_source, name_file
from kapguide.pages.wording.own_words import WORDS, read_own_words
from kapguide.project.clinic_facts import Clinic
from kapguide.project.glossary import name_glossary, read_terms
from kapguide.project.menu import Menu
from kapguide.project.page_templates import read_all_templates
from kapguide.project.project import Languages, Project, Site
from kapguide.project.served import holds_page, is_drawing, is_page
from kapguide.words import Words, load_words

INCLUDES = "_includes"
"""The folder of docs/ that holds the notices."""


def read_project(
    root: Path,
    docs: Path,
    *,
    today: date,
    latest: date = date.min,
    library: Library | None = None,
    codes: Iterable[str] = (),
    templates: Path | None = None,
    themes: Sequence[Path] = (),
    config: Path | None = None,
    menu: Menu | None = None,
    site_url: str = "",
    clinic: Clinic | None = None,
    words: Words | None = None,
    without: Collection[Path] = (),
    languages: Languages | None = None,
) -> Project:
    """Read what the pages are held against; a missing folder holds nothing.

    `without` are folders in that of the pages which belong to another language.
    """
    sources: dict[str, Source] = {}
    includes: list[Source] = []
    for path in _files(docs):
        if any(path.is_relative_to(folder) for folder in without):
            continue
        if path.suffix not in PAGES and not is_page(path.name) and not is_drawing(path.name):
            continue
        source = _source(path, root)
        inside = path.relative_to(docs)
        if inside.parts[0] == INCLUDES:
            includes.append(source)
        else:
            sources[inside.as_posix()] = source
    if templates is not None:
        includes += (_source(path, root) for path in _files(templates, ".html"))
    languages = languages or Languages()
    # Pages link to that of the first language where theirs has none.
    first = languages.followed or sources
    glossary_page = name_glossary(first)
    glossary = sources.get(glossary_page) or first.get(glossary_page)
    address = urlsplit(site_url)
    return Project(
        notices=read_notices(docs / INCLUDES, root),
        sources=sources,
        templates=tuple(includes),
        page_templates=read_all_templates(templates, themes),
        config=_source(config, root) if config is not None and config.is_file() else None,
        menu=menu,
        glossary_page=glossary_page,
        glossary=read_terms(glossary.text) if glossary else frozenset(),
        spelled=read_own_words(docs / INCLUDES / WORDS, library or Library()),
        library=library or Library(),
        codes=frozenset(codes),
        today=today,
        latest=latest,
        base=address.path or "/",
        host=address.netloc.lower(),
        clinic=clinic or Clinic(),
        site_url=site_url,
        words=words or load_words(),
        languages=languages,
        includes=name_file(docs / INCLUDES, root),
    )


def read_site(
    folder: Path,
    prefix: str = "site/",
    *,
    only: Iterable[Path] = (),
    complete: bool = True,
    without: Iterable[str] = (),
) -> Site:
    """Read a built site; `only` are the files to check, all HTML files if none is given.

    `without` are folders in it that are sites in other languages: `es/`.
    """
    paths = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
    apart = tuple(without)
    sizes = {
        name: path.stat().st_size for name, path in paths.items() if not name.startswith(apart)
    }
    chosen = [path.relative_to(folder).as_posix() for path in only]
    drawings = [name for name in sizes if is_drawing(name)]
    disguised = {name for name in drawings if holds_page(read_bytes(folder / name))}
    names = chosen or [name for name in sizes if is_page(name) or name in disguised]
    shown = [name for name in drawings if name not in disguised and not chosen]
    return Site(
        pages=_Pages(folder, prefix, tuple(sorted(names))),
        drawings=_Pages(folder, prefix, tuple(sorted(shown)), drawings=True),
        files=sizes,
        read=lambda path: read_bytes(folder / path) if (folder / path).is_file() else b"",
        complete=complete,
        prefix=prefix,
    )


@dataclass(frozen=True, slots=True)
class _Pages(Collection[Page]):
    """The pages of a folder, read one by one: a thousand of them would fill the memory."""

    folder: Path
    prefix: str
    names: tuple[str, ...]
    drawings: bool = False

    def __len__(self) -> int:
        return len(self.names)

    def __iter__(self) -> Iterator[Page]:
        for name in self.names:
            text = read_text(self.folder / name)
            yield parse_page(text, self.prefix + name, name, drawing=self.drawings)

    def __contains__(self, page: object) -> bool:
        return isinstance(page, Page) and page.url in self.names


def _files(folder: Path, ending: str = "") -> list[Path]:
    found = []
    for parent, _, names in os.walk(folder):
        found += [Path(parent, name) for name in names if name.endswith(ending)]
    return sorted(path for path in found if path.is_file())


def _source(path: Path, root: Path) -> Source:
    return make_source(name_file(path, root), read_saved(path))
