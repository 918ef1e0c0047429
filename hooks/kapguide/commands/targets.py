"""Find out which built site, and which of its pages, a command line means."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from kapguide.finishing.search_words import INDEX
from kapguide.project.disk import read_site
from kapguide.project.editions.editions import Edition, Editions
from kapguide.project.project import Site
from kapguide.project.served import is_page
from kapguide.project.settings import CannotRun

_MARKS = ("sitemap.xml", "404.html", INDEX)
"""Files that MkDocs puts into the top folder of every site."""


def list_targets(
    paths: Sequence[Path], editions: Editions
) -> Iterator[tuple[Edition, Sequence[Path]]]:
    """Say of which edition a command line means what, with what to read of it.

    Where it is the whole site, those in other languages that lie in it are meant, too.
    """
    chosen = paths or (editions.own.settings.site,)
    folder = next((path for path in chosen if path.is_dir()), None)
    if folder is None:
        files: dict[Edition, list[Path]] = {}
        for path in chosen:
            edition = _edition_of(_site_of([path.absolute()])[0], editions)
            files.setdefault(edition, []).append(path)
        yield from files.items()
        return
    edition = _edition_of(folder.absolute(), editions) if paths else editions.own
    yield edition, chosen
    if edition is editions.first:
        yield from ((other, [folder / other.folder]) for other in _within(folder, editions))


def _edition_of(folder: Path, editions: Editions) -> Edition:
    """Return the edition that a folder holds: where it tells nothing, the one at hand."""
    if any(_within(folder, editions)):
        return editions.first
    named = (edition for edition in editions.all if edition.folder == f"{folder.name}/")
    return next(named, editions.own)


def _within(folder: Path, editions: Editions) -> list[Edition]:
    """List the editions that lie in a folder, as they do in that of the first."""
    others = [edition for edition in editions.all if edition.folder]
    return [edition for edition in others if (folder / edition.folder / "index.html").is_file()]


def read_target(paths: Sequence[Path], root: Path, without: Sequence[str] = ()) -> Site:
    """Read one site; `without` are the folders in it that hold others."""
    for path in paths:
        if not path.exists():
            raise CannotRun(f"there is no {path}. Build the site first: make site")
        if path.is_file() and not is_page(path.name):
            raise CannotRun(f"{path} is no built page. Name the built folder, or HTML files in it.")
    folders = [path for path in paths if path.is_dir()]
    files = [path.absolute() for path in paths if path.is_file()]
    if len(folders) + bool(files) > 1:
        raise CannotRun("name one folder, or files of one folder, at a time.")
    if files:
        folder, complete = _site_of(files)
        prefix = _prefix(folder, root)
        return read_site(folder, prefix, only=files, complete=complete, without=without)
    folder = folders[0].absolute()
    site = read_site(folder, _prefix(folder, root), without=without)
    if not site.pages:
        raise CannotRun(f"no HTML file is in {folders[0]}. Build the site first: make site")
    return site


def _site_of(files: list[Path]) -> tuple[Path, bool]:
    """Find the top folder of the files' site, and whether it surely is one."""
    common = Path(os.path.commonpath([path.parent for path in files]))
    for folder in (common, *common.parents):
        if any((folder / name).is_file() for name in _MARKS):
            return folder, True
    return common, False


def _prefix(folder: Path, root: Path) -> str:
    root = root.absolute()
    shown = folder.relative_to(root) if folder.is_relative_to(root) else folder
    return f"{shown.as_posix()}/".removeprefix("./")
