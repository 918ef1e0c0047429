"""Find the page that somebody names: `risks`, `risks.md`, `docs/risks.md` or its address."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from markdown_citations.problems import nearest

from kapguide.project.disk import INCLUDES
from kapguide.project.settings import Settings


class UnknownPageError(Exception):
    """No page is named so; the message says what to do."""


def list_pages(settings: Settings) -> Mapping[str, Path]:
    """Return the Markdown files of docs/ that are pages, by their names in it."""
    docs = settings.docs
    names = ((path.relative_to(docs).as_posix(), path) for path in sorted(docs.rglob("*.md")))
    return {name: path for name, path in names if INCLUDES not in name.split("/")}


def is_notice(written: str, settings: Settings) -> bool:
    """Whether somebody names a notice, by its path or by its name alone."""
    path = Path(written.replace("\\", "/"))
    bare = len(path.parts) == 1 and not (settings.docs / path.with_suffix(".md")).exists()
    named = bare and any(settings.docs.glob(f"**/{INCLUDES}/{path.stem}.md"))
    return INCLUDES in path.parts or named


def find_page(written: str, settings: Settings) -> Path:
    """Return the file of a page. Raises UnknownPageError."""
    pages, docs = list_pages(settings), settings.docs
    if is_notice(written, settings):
        said = f"{written} is a notice, which stands on many pages, and no page."
        raise UnknownPageError(f"{said} Name a page, such as index.md.")
    given = Path(written)
    if given.exists() and not given.is_dir():
        for path in pages.values():
            # Not its target: a link in docs/ may lead elsewhere, and so may `..`.
            if path.resolve() == given.resolve() and path.resolve().is_relative_to(docs.resolve()):
                return path
        if not given.resolve().is_relative_to(docs.resolve()):
            raise UnknownPageError(f"{written} is not in {docs.name}/, where the pages are.")
        raise UnknownPageError(f"{written} is no page. Pages are the .md files of {docs.name}/.")
    name = written.replace("\\", "/").removeprefix("./").strip("/")
    name = name.removeprefix(f"{docs.name}/").removesuffix("index.html").rstrip("/")
    for one in (name, f"{name}.md", f"{name}/index.md", "" if name else "index.md"):
        if one in pages:
            return pages[one]
    hint = suggest_page(name, pages) or f"Look into {docs.name}/ for its name."
    raise UnknownPageError(f'there is no page "{written}". {hint}')


def suggest_page(name: str, pages: Mapping[str, Path]) -> str:
    """Return the nearest page as a question, by its whole name or the last part of it."""
    bare = {one.removesuffix(".md"): one for one in pages}
    last = {one.rpartition("/")[2]: whole for one, whole in bare.items()}
    wanted = name.removesuffix(".md")
    for names, text in ((bare, wanted), (last, wanted.rpartition("/")[2])):
        if match := nearest(text, names):
            return f'Did you mean "{names[match]}"?'
    return ""
