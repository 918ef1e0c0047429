"""List the pages that a site makes of its Markdown, with their titles and addresses.

Takes the settings and the files of docs/; what was built, it does not look at.
Gives what MkDocs would: the order, the addresses and the titles are its own.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

import markdown
from pathspec import GitIgnoreSpec

from kapguide.front_matter.file_limits import check_file
from kapguide.front_matter.saved_text import read_saved
from kapguide.pages.source_lines import PAGES, Source, make_source, name_file
from kapguide.project.menu_targets import menu_target
from kapguide.project.settings import Settings

_HEADING = re.compile(r"^# +\S.*$", re.M)
_TAG = re.compile(r"<[^>]*>")
HOMES = ("index", "README")


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page that is made from Markdown."""

    path: str
    """Of its Markdown, relative to docs/: `risks.md`."""
    file: str
    """Of what is built of it, relative to the site's folder: `risks/index.html`."""
    url: str
    """Its address relative to the site's: `risks/`; that of the home page may be empty."""
    title: str
    """As the menu has it, or else its front matter, its heading or its file's name."""
    source: Source
    """Its Markdown."""

    @property
    def front_matter(self) -> Mapping[str, Any]:
        """The settings at its top."""
        return self.source.front_matter.values

    @property
    def own_title(self) -> str:
        """The title that it has given itself, or else the one that it has in the menu."""
        return str(self.front_matter.get("title") or self.title)

    def address_from(self, file: str) -> str:
        """Return its address as a built file of the site links it: `../risks/`."""
        found = posixpath.relpath(self.url or ".", posixpath.dirname(file) or ".")
        return f"{found}/" if not self.url or self.url.endswith("/") else found


def list_pages(settings: Settings) -> list[SitePage]:
    """List the pages in the order of their files: in a folder its own page comes first."""
    menu = settings.menu
    titles = {menu_target(item, menu): item.title for item in menu.items} if menu else {}
    return [_read_page(name, settings, titles) for name in _list_sources(settings)]


def built_file(name: str, settings: Settings) -> str:
    """Name the file that is built of a page's Markdown: `risks/index.html` of `risks.md`."""
    path = PurePosixPath(name)
    if path.stem in HOMES:
        return path.with_name("index.html").as_posix()
    file = path.with_suffix("") / "index.html" if settings.directory_urls else path
    return file.with_suffix(".html").as_posix()


def _list_sources(settings: Settings) -> Iterator[str]:
    excluded = GitIgnoreSpec.from_lines(settings.excluded)
    for folder, names, files in os.walk(settings.docs, followlinks=True):
        names.sort()
        for file in sorted(files, key=lambda name: (Path(name).stem not in HOMES, name)):
            path = Path(folder, file).relative_to(settings.docs).as_posix()
            hidden = file == "README.md" and "index.md" in files
            if hidden or not file.endswith(PAGES) or excluded.match_file(path):
                continue
            if check_file(settings.docs / path, path) is None:  # else a check says so
                yield path


def _read_page(name: str, settings: Settings, titles: Mapping[str, str]) -> SitePage:
    full = settings.docs / name
    source = make_source(name_file(full, settings.root), read_saved(full))
    own = source.front_matter.get("title") or _find_heading(source.text)
    named = titles.get(name) or own or _name(PurePosixPath(name))
    file = built_file(name, settings)
    folder, last = posixpath.split(file)
    is_folder = settings.directory_urls and last == "index.html"
    url = (f"{folder}/" if folder else "") if is_folder else file
    return SitePage(name, file, quote(url), str(named), source)


def _find_heading(text: str) -> str:
    found = _HEADING.search(text)
    html = markdown.markdown(found[0], extensions=["attr_list"]) if found else ""
    return unescape(_TAG.sub("", html))


def _name(path: PurePosixPath) -> str:
    """Make a title of a file's name."""
    if path.stem in HOMES and path.parent.name == "":
        return "Home"
    name = (path.parent.name if path.stem in HOMES else path.stem).replace("-", " ")
    name = name.replace("_", " ")
    return name.capitalize() if name.lower() == name else name
