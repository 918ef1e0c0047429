"""Lead links from a page in one language to pages that there are in another one only.

`[los costos](../cost.md)` names the file, as any link does. Readers are told the language of
what it leads to, and so are programs (`hreflang`).
"""

from __future__ import annotations

import posixpath
import re
import xml.etree.ElementTree as etree
from pathlib import Path
from urllib.parse import unquote

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from kapguide.pages.surroundings.context import LANGUAGE_MARK
from kapguide.project.build_context import BuildContext
from kapguide.project.editions.editions import AS_IT_IS, Edition, find_page
from kapguide.project.engine_pages.page_list import SitePage

_FILE = re.compile(r"(?![a-z][a-z0-9+.-]*:|[/#?])([^#?]+\.md)(#.*)?", re.I | re.S)


class OtherLanguages(Extension):
    """Leads links to files of docs/ that belong to another language."""

    def __init__(self, build: BuildContext) -> None:
        super().__init__()
        self.build = build

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Come after what makes links (20), and before MkDocs resolves them (0)."""
        md.treeprocessors.register(_LinkProcessor(md, self.build), "other languages", 5)


class _LinkProcessor(Treeprocessor):
    def __init__(self, md: Markdown, build: BuildContext) -> None:
        super().__init__(md)
        self.build = build

    def run(self, root: etree.Element) -> None:
        """Change what leads abroad; what leads nowhere, the check of links finds."""
        if len(self.build.editions.all) < 2:
            return
        here = self.build.root / self.build.place()[0]
        own = find_page(self.build.editions, here)
        for link in root.iter("a"):
            address = _FILE.fullmatch(link.get("href") or "")
            file = posixpath.join(here.parent.as_posix(), unquote(address[1])) if address else ""
            named = file and "\0" not in file  # which no path may hold
            found = find_page(self.build.editions, Path(file)) if named else None
            if address and own and found and found[0] is not self.build.editions.own:
                self._lead(link, own[1], *found, address[2] or "")

    def _lead(
        self, link: etree.Element, own: SitePage, edition: Edition, page: SitePage, part: str
    ) -> None:
        address = self.build.editions.link(edition, own.file, page.url) + part
        link.set("href", f"{AS_IT_IS}{address}")
        link.set("hreflang", edition.language)
        words = self.build.words
        mark = words.say("languages.mark", language=words.name_language(edition.language))
        said = "".join(link.itertext()).casefold().rstrip(" )")
        if not said.endswith(mark.casefold().strip("()")):
            etree.SubElement(link, "span", {"class": LANGUAGE_MARK}).text = f" {mark}"
