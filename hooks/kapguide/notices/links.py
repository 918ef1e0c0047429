"""Lead the links of a notice to the same page from wherever the notice stands.

A notice is written once and stands on every page, in every folder. Its links name
pages as docs/ has them (`about.md`), or as the notice's own folder sees them
(`../about.md`). Where a language has no such page, they lead to that of the first one.
"""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from kapguide.notices.notice import Notice, render_notice
from kapguide.pages.source_lines import name_file
from kapguide.pages.surroundings.context import LANGUAGE_MARK

_ADDRESS = re.compile(r'\b(href|src)="([^"]*)"')
_LINK = re.compile(r'(<a\b[^>]*\bhref="([^"]*)"[^>]*)>(.*?)</a>', re.S)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#?]|\Z", re.I)


def _lead(address: str, lead: Callable[[str], str]) -> str:
    """Put what `lead` makes of a file of docs in its place; leave other addresses alone."""
    if _ELSEWHERE.match(address):
        return address
    path, mark, part = address.partition("#")
    return lead(_name(path)) + mark + part


def _name(path: str) -> str:
    """Name a file of docs: of what the notice's own folder sees, ".." is that of the pages."""
    return posixpath.normpath(path).removeprefix("../")


@dataclass(frozen=True, slots=True)
class CarriedNotices:
    """The HTML of some notices, for pages that carry them outside of their own text."""

    html: str
    find_url: Callable[[str], str | None] = lambda name: None
    """Gives the address of a file of docs, relative to the site: `about/`."""

    def mark_languages(self, names: Container[str], language: str, mark: str) -> CarriedNotices:
        """Say of the links to these files of docs in which language they are."""

        def tell(link: re.Match[str]) -> str:
            if _ELSEWHERE.match(link[2]) or _name(link[2].partition("#")[0]) not in names:
                return link[0]
            said = f'<span class="{LANGUAGE_MARK}"> {escape(mark)}</span>'
            return f'{link[1]} hreflang="{language}">{link[3]}{said}</a>'

        return replace(self, html=_LINK.sub(tell, self.html))

    @classmethod
    def of(cls, notices: Iterable[Notice], *others: str) -> CarriedNotices:
        """Render the notices, in this order, and behind them other pieces of HTML."""
        return cls("\n".join(filter(None, (*map(render_notice, notices), *others))))

    def show_at(self, url: str) -> str:
        """Return the HTML for the page with this address, relative to the site."""
        folder = posixpath.dirname(url) or "."
        return self._show(lambda found: posixpath.relpath(found or ".", folder))

    def show_below(self, site_url: str) -> str:
        """Return the HTML for a page of any address on the site with this one."""
        base = urlsplit(site_url).path
        return self._show(lambda found: posixpath.normpath(posixpath.join("/", base, found)))

    def _show(self, aim: Callable[[str], str]) -> str:
        def lead(name: str) -> str:
            found = self.find_url(name)
            if found is None:
                return name  # the check of links says so
            ending = "/" if not found or found.endswith(("/", ".")) else ""
            return aim(found).rstrip("/") + ending

        return _ADDRESS.sub(lambda match: f'{match[1]}="{_lead(match[2], lead)}"', self.html)


class NoticeLinks(Extension):
    """Lead the links of the notices that stand in a page's own text.

    `place` returns the path of the page that is being rendered, relative to the project,
    and its text; `docs` are the folders of the pages, first that of this language.
    """

    def __init__(self, place: Callable[[], tuple[str, str]], docs: Sequence[Path], root: Path):
        super().__init__()
        self.place = place
        self.docs = docs
        self.root = root

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Come after what makes links (20), and before MkDocs resolves them (0)."""
        md.treeprocessors.register(_LinkProcessor(md, self), "notice links", 10)


class _LinkProcessor(Treeprocessor):
    def __init__(self, md: Markdown, extension: NoticeLinks) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: etree.Element) -> None:
        """Write each link as the page's own folder sees it."""
        folder = posixpath.dirname(self.extension.place()[0]) or "."

        def see(name: str) -> str:
            docs = self.extension.docs
            own = next((path for path in docs if (path / name).is_file()), docs[0])
            found = posixpath.join(name_file(own, self.extension.root), name)
            return posixpath.relpath(found, folder)

        for box in root.iter("div"):
            for element in box.iter() if box.get("data-notice") else ():
                for name in ("href", "src"):
                    address = element.get(name)
                    if address:
                        element.set(name, _lead(address, see))
