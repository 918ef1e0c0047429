"""`kapguide translated`: write into pages which text they follow, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from kapguide.commands.output import choose_project, paint, read_project_settings
from kapguide.front_matter.rewriting import CannotRewriteError, set_value
from kapguide.pages.source_lines import name_file
from kapguide.project.clock import current_day
from kapguide.project.config_file import CannotRun
from kapguide.project.editing import page_files
from kapguide.project.editing.writing import FileChange, read_text, write_files
from kapguide.project.editions.editions import Editions, find_page, read_editions
from kapguide.project.editions.following import FOLLOWS, MARK, mark_text


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
@choose_project
def translated(pages: Sequence[str], project: Path) -> None:
    """Write into pages in another language that they say what the first language says now.

    PAGE is the page's file or the last part of its address: docs/es/risks.md, es/risks.md or
    es/risks. Do so when you have compared both texts. Readers see the day, and
    `kapguide check` warns once the text that a page follows has changed. All pages are
    written, or none; nothing else in them changes.

    The status is 0 where it was written, and 2 where something is wrong.

    \b
    For one page in Spanish:
      kapguide translated docs/es/risks.md
    """  # noqa: D301 - click reads the sign that \b stands for
    editions = read_editions(read_project_settings(project))
    mistakes: list[str] = []
    changes: list[FileChange] = []
    for written in dict.fromkeys(pages):
        try:
            changes.append(_change(_find(written, editions), editions))
        except page_files.UnknownPageError as mistake:
            mistakes.append(f"  {mistake}")
        except (CannotRun, CannotRewriteError) as mistake:
            mistakes.append(f"  {written}: {mistake}")
    if mistakes:
        raise CannotRun("\n".join(["nothing was written.", *mistakes]))
    # One page may be named in two ways.
    changes = [*{change.path: change for change in changes}.values()]
    write_files([change for change in changes if change.after != change.before])
    for change in changes:
        name = name_file(change.path, editions.own.settings.root)
        click.echo(paint(f"{name}: follows the text of {current_day()}", "good"))


def _find(written: str, editions: Editions) -> Path:
    """Find a page in the folder of a language's pages, the one at hand first."""
    mistakes = []
    for edition in dict.fromkeys((editions.own, *editions.all)):
        try:
            return page_files.find_page(written, edition.settings)
        except page_files.UnknownPageError as mistake:
            mistakes.append(mistake)
    raise mistakes[0]


def _change(path: Path, editions: Editions) -> FileChange:
    """Set both settings of a page; raise CannotRun where it follows none."""
    found = find_page(editions, path)
    if found is None:
        raise CannotRun("it is no page. Name a file in the folder of a language's pages.")
    edition, page = found
    first = editions.first
    if edition is first:
        raise CannotRun("it follows no page, for it is in the first language itself.")
    followed = {name: other.source for name, other in first.pages.items()}
    if page.path not in followed:
        docs = name_file(first.settings.docs, first.settings.root)
        raise CannotRun(f"{docs}/ has no page of the name {page.path}.")
    before = read_text(path)
    mark = mark_text(page.path, followed)
    after = set_value(set_value(before, FOLLOWS, current_day()), MARK, mark)
    return FileChange(path, before, after)
