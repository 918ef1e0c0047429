"""Which pages are printed, and in which order.

The pages of the menu in its order, or without a menu all pages, the home page first.
What the menu leaves out is left out here too: 404.html and pages that only
send on are of no use on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from selectolax.lexbor import LexborHTMLParser

from kapguide.project.config_file import CannotRun
from kapguide.project.menu_targets import built_names

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


def read_chapters(folder: Path, menu: Iterable[tuple[str, str]]) -> list[Chapter]:
    """Read the pages that are printed, in order; a menu is (section, source) pairs.

    Raises CannotRun where two of them would be one file.
    """
    wanted = list(menu) or [("", path) for path in _all_pages(folder)]
    found: dict[str, Chapter] = {}
    for part, source in wanted:
        names = built_names(PurePosixPath(source).as_posix())
        path = next((name for name in names if (folder / name).is_file()), None)
        if path is None or path in found:
            continue  # an address of elsewhere, or a page that the menu names twice
        html = (folder / path).read_text("utf-8", "replace")
        heading = LexborHTMLParser(html).css_first("article h1")
        if heading is not None:
            found[path] = Chapter(part, " ".join(heading.text().split()), path, html)
    _refuse_same(found.values())
    return list(found.values())


def _refuse_same(chapters: Iterable[Chapter]) -> None:
    known = {BOOKLET: "the whole guide"}
    for chapter in chapters:
        shown = f'"{chapter.path}"'
        other = known.setdefault(chapter.handout, shown)
        if other is not shown:
            both = f"{other} and {shown}" if other[0] == '"' else f"{shown} and {other}"
            which = "one of the pages" if other[0] == '"' else "the page"
            raise CannotRun(
                f"{both} would both be printed as {chapter.handout}. Give {which} another name."
            )


def _all_pages(folder: Path) -> list[str]:
    paths = [path.relative_to(folder) for path in folder.rglob("*.html")]
    paths.sort(key=lambda path: (path.parent if path.stem == "index" else path).parts)
    return [path.as_posix() for path in paths if path.name != "404.html"]
