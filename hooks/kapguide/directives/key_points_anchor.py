"""Give the key points of a page one anchor in every language, by which stylesheets know them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from kapguide.words import Words

ANCHOR = "key-points"


class KeyPoints(Extension):
    """Names the heading; an anchor that the page gives it by itself stays."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Come after attributes are set and before `toc` makes anchors of headings."""
        md.treeprocessors.register(_NameHeading(md, self.words), "key points", 6)


class _NameHeading(Treeprocessor):
    def __init__(self, md: Markdown, words: Words) -> None:
        super().__init__(md)
        self.title = words["new_page.key_points"]

    def run(self, root: Element) -> None:
        for heading in root.iter("h2"):
            if heading.get("id") is None and "".join(heading.itertext()).strip() == self.title:
                heading.set("id", ANCHOR)
                return
