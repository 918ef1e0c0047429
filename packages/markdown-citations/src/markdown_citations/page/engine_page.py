"""Find out which page an engine is converting, from what it leaves on the Markdown object.

| engine | what it leaves |
| --- | --- |
| MkDocs 1.6, ProperDocs 1.6 | a tree processor with the page's `file`, for its links |
| Zensical 0.0.73 | a preprocessor with the `page` and the `config`, for its own extensions |
| Python-Markdown alone | nothing |
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown

from markdown_citations.page.conversion import PageSource


@dataclass(frozen=True, slots=True)
class EnginePage:
    """The page that an engine converts."""

    name: str
    """Its path in the folder of pages: `risks.md`."""
    docs: Path
    """The folder of pages, as the engine's settings name it."""
    root: Path = Path()
    """What that is relative to, where it is relative."""
    style: str = ""
    """Its own style, as its settings name it; empty for the site's, or where no engine says."""

    def read(self) -> str:
        """Read the whole page; an empty text where it is no file."""
        path = self.root / self.docs / self.name
        return path.read_text("utf-8-sig", "replace") if path.is_file() else ""


def find_page(md: Markdown) -> EnginePage | None:
    """Return the page that a Markdown object converts; None where no engine says."""
    for processor in (*md.preprocessors, *md.treeprocessors):
        file, page = getattr(processor, "file", None), getattr(processor, "page", None)
        if isinstance(name := getattr(file, "src_uri", None), str):
            return EnginePage(name, Path(getattr(file, "src_dir", None) or "docs"))
        if isinstance(name := getattr(page, "path", None), str):
            config, meta = getattr(processor, "config", None), getattr(page, "meta", None)
            values = config if isinstance(config, Mapping) else {}
            docs, root = Path(values.get("docs_dir") or "docs"), Path(values.get("root_dir") or "")
            style = meta.get("citation_style") if isinstance(meta, Mapping) else None
            return EnginePage(name, docs, root, str(style or ""))
    return None


def find_source(md: Markdown) -> PageSource | None:
    """Return the page as problems name it: by its path from where the settings are."""
    page = find_page(md)
    if page is None:
        return None
    docs, here = page.docs, Path.cwd()
    if docs.is_absolute():
        docs = docs.relative_to(here) if docs.is_relative_to(here) else Path(docs.name)
    return PageSource((docs / page.name).as_posix(), page.read, page.style)
