"""`kapguide new`: begin a page, with its settings, its headings and its place in the menu."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import click
from markdown_citations.problems import did_you_mean

from kapguide.checks.review.review_missing import find_unset
from kapguide.commands.output import choose_project, paint, read_project_settings, wrap
from kapguide.front_matter.checking import check_front_matter
from kapguide.front_matter.schema import KEYS
from kapguide.pages.page import LONGEST_TITLE
from kapguide.pages.source_lines import make_source, name_file
from kapguide.project.config_file import CannotRun
from kapguide.project.editing.menu_editing import CannotEditMenuError, add_to_menu, list_sections
from kapguide.project.editing.page_draft import draft_page, name_from, title_from
from kapguide.project.editing.page_files import list_pages
from kapguide.project.editing.writing import FileChange, read_text, write_files
from kapguide.project.menu_targets import menu_target
from kapguide.project.settings import Settings, read_settings

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
_TYPES = KEYS["type"].schema["enum"]


@click.command()
@click.argument("page")
@click.option("--title", metavar="TEXT", help="The page's title; else made of its name.")
@click.option("--description", metavar="TEXT", default="", help="What search engines show.")
@click.option(
    "--type",
    "page_type",
    type=click.Choice(_TYPES),
    default="practical",
    show_default=True,
    help="What the page is for; treatment says what the treatment may do.",
)
@click.option("--section", metavar="TEXT", default="", help="Where in the menu it stands.")
@choose_project
def new(  # noqa: PLR0917 - click hands the options in by name
    page: str, title: str | None, description: str, page_type: str, section: str, project: Path
) -> None:
    """Begin a page: its settings, its headings, and its line in the menu.

    PAGE is the file's name in docs/, which is also its address: small letters, digits
    and hyphens. What is there is never overwritten. Then fill in what the command
    lists; until that is done, no build publishes the page.

    The status is 0 where the page was made, and 2 where something is wrong.

    \b
    A page of practical advice, at the end of a section of the menu:
      kapguide new sleep --title "How will I sleep afterwards?" \\
        --section "If you are thinking about it"
    """  # noqa: D301 - click reads the sign that \b stands for
    settings = read_project_settings(project)
    name, wrong = _choose_name(page, settings)
    title = " ".join((title or title_from(name.removesuffix(".md"))).split())
    mistakes = [*filter(None, (wrong, _check_title(title), _check_section(section, settings)))]
    if mistakes:
        told = (wrap(f"  {mistake}") for mistake in mistakes)
        raise CannotRun("\n".join(["nothing was written.", *told]))
    text = draft_page(title, page_type, " ".join(description.split()), settings.words)
    path = settings.docs / name
    write_files([FileChange(path, None, text), *_list_in_menu(settings, name, title, section)])
    _tell(settings, path, text, name)


def _choose_name(written: str, settings: Settings) -> tuple[str, str]:
    """Return the new file's name in docs/, and why there can be no such page."""
    docs = settings.docs.name
    name = written.replace("\\", "/").removeprefix("./").removeprefix(f"{docs}/").rstrip("/")
    stem = name.removesuffix(".md")
    name = f"{stem}.md"
    if Path(written).is_absolute() or ".." in PurePosixPath(name).parts or not stem:
        return name, f'"{written}" is not in {docs}/, where the pages are.'
    if not _NAME.fullmatch(stem):
        better = "/".join(filter(None, map(name_from, stem.split("/"))))
        hint = f'For example "{better}".' if better else ""
        told = "a page's name is its address, of small letters, digits and hyphens"
        return name, f'"{written}": {told}. {hint}'.strip()
    there = next((o for o in list_pages(settings) if _address(o) == _address(name)), "")
    # A picture's folder or a web page by hand would have the page's address, too.
    others = (settings.docs / one for one in (name, f"{stem}.html", f"{stem}/index.html"))
    if not there and any(other.exists() for other in others):
        there = name
    if there:
        return name, f"{docs}/{there} is there already. Edit it, or choose another name."
    return name, ""


def _check_title(title: str) -> str:
    if 0 < len(title) <= LONGEST_TITLE:
        return ""
    return f"--title: a title has 1 to {LONGEST_TITLE} characters, and this has {len(title)}."


def _check_section(section: str, settings: Settings) -> str:
    known = list_sections(settings.menu) if settings.menu else []
    if not section or section in known:
        return ""
    there = f"There is: {'; '.join(known)}." if known else "The menu has no sections."
    hint = did_you_mean(section, known) or there
    return f'--section: the menu has no section "{section}". {hint}'


def _address(name: str) -> str:
    """Return where a page is built; two files of one address would overwrite each other."""
    stem = name.removesuffix(".md")
    folder, _, last = stem.rpartition("/")
    return (folder if last in {"index", "README"} else stem).lower()


def _list_in_menu(settings: Settings, name: str, title: str, section: str) -> list[FileChange]:
    """Put the page into the menu, unless it has none or names the page already."""
    menu = settings.menu
    if menu is None or any(menu_target(item, menu) == name for item in menu.items):
        return []
    before = read_text(settings.config)
    try:
        return [FileChange(settings.config, before, add_to_menu(before, title, name, section))]
    except CannotEditMenuError:
        why = f"nothing was written: the menu in {settings.config.name} has a form of its own."
        hint = f"Write the line yourself under nav:, then run the command again: - {title}: {name}"
        raise CannotRun(f"{why}\n{wrap(f'  {hint}')}") from None


def _tell(settings: Settings, path: Path, text: str, name: str) -> None:
    """Say what was made, and what is left for a person."""
    shown = name_file(path, settings.root)
    click.echo(paint(f"{shown}: made", "good"))
    menu = read_settings(settings.file).menu
    for item in menu.items if menu else ():
        if menu and menu_target(item, menu) == name:
            where = f'under "{item.section}"' if item.section else "at the top level of the menu"
            click.echo(wrap(f'{menu.path}:{item.line}: "{item.title}", {where}'))
    click.echo("Before it can be published:")
    source = make_source(shown, text)
    for problem in (*check_front_matter(source.front_matter, shown), *find_unset(source)):
        click.echo(wrap(f"  {problem}"))
    click.echo("  Write below each heading what the comment there says.")
    click.echo("`kapguide build` says what is still missing, with file and line.")
