"""Which pages are printed, and in which order.

The pages of the menu in its order, or without a menu all pages, the home page first.
A menu is (section, source) pairs.

What the menu leaves out is left out here too: 404.html and pages that only
send on are of no use on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from selectolax.lexbor import LexborHTMLParser

from kapguide.handouts.press import PrintingError

HANDOUTS = "handouts"
"""The folder of the PDFs, in the site's."""

BOOKLET = f"{HANDOUTS}/whole-guide.pdf"

_SIGNS = re.compile(r"[^\w.]+|-+")
"""What an id or the name of a file is better without."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page that is printed."""

    part: str
    """The section of the menu that it stands in; empty where it stands alone."""
    title: str
    """Its first heading, as readers see it."""
    path: str
    """Relative to the site's folder: `risks/index.html`."""
    html: str

    @property
    def address(self) -> str:
        """The page's address, relative to the site's, as browsers send it: `risks/`."""
        return quote(self.path.removesuffix("index.html"))

    @property
    def name(self) -> str:
        """What tells it from all others: `risks`; the home page is `index`.

        It stands in ids and in the names of files, so it has letters, digits, "_", "." and "-".
        """
        stem = self.path.removesuffix("index.html").removesuffix(".html")
        return _SIGNS.sub("-", stem).strip("-") or "index"

    @property
    def handout(self) -> str:
        """The path of its PDF, relative to the site's folder."""
        return f"{HANDOUTS}/{self.name}.pdf"


def read_nav(nav: object, part: str = "") -> Iterator[tuple[str, str]]:
    """Walk through a menu as mkdocs.yml has it; give each page with its topmost section."""
    if isinstance(nav, str):
        yield part, nav
    for item in nav if isinstance(nav, list) else ():
        for title, inner in item.items() if isinstance(item, dict) else (("", item),):
            yield from read_nav(inner, part or (str(title) if isinstance(inner, list) else ""))


def read_chapters(folder: Path, menu: Iterable[tuple[str, str]]) -> list[Chapter]:
    """Read the pages that are printed, in order.

    Raises PrintingError where two of them would be one file.
    """
    wanted = list(menu) or [("", path) for path in _all_pages(folder)]
    found: dict[str, Chapter] = {}
    for part, source in wanted:
        path = next((p for p in _built_paths(source) if (folder / p).is_file()), None)
        if path is None or path in found:
            continue  # an address of elsewhere, or a page that the menu names twice
        html = (folder / path).read_text("utf-8", "replace")
        heading = LexborHTMLParser(html).css_first("article h1")
        if heading is not None:
            found[path] = Chapter(part, " ".join(heading.text().split()), path, html)
    chapters = list(found.values())
    _refuse_same(chapters)
    return chapters


def _refuse_same(chapters: Iterable[Chapter]) -> None:
    known = {BOOKLET: "the whole guide"}
    for chapter in chapters:
        shown = f'"{chapter.path}"'
        other = known.setdefault(chapter.handout, shown)
        if other is not shown:
            both = f"{other} and {shown}" if other[0] == '"' else f"{shown} and {other}"
            which = "one of the pages" if other[0] == '"' else "the page"
            raise PrintingError(
                f"{both} would both be printed as {chapter.handout}. Give {which} another name."
            )


def _all_pages(folder: Path) -> list[str]:
    paths = [path.relative_to(folder) for path in folder.rglob("*.html")]
    paths.sort(key=lambda path: (path.parent if path.stem == "index" else path).parts)
    return [path.as_posix() for path in paths if path.name != "404.html"]


def _built_paths(source: str) -> Iterator[str]:
    """Give where a source's page may have been built: in a folder of its own, or as a file."""
    path = PurePosixPath(source)
    if path.suffix == ".html":
        yield source
    elif path.stem.lower() in {"index", "readme"}:
        yield str(path.with_name("index.html"))
    else:
        yield str(path.with_suffix("") / "index.html")
        yield str(path.with_suffix(".html"))
