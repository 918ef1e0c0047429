"""`kapguide new-site`: a folder with all that a site needs, and gaps where only its people know.

What the site is made of lies in layers: the engine, then pages, then an example. An
example that has a home page stands on the bare pages of examples/start; one that has
none changes the pages of this guide.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
from markdown_citations.library.entries import Library
from markdown_citations.problems import did_you_mean

import kapguide
from kapguide.commands.starting.editor_files import PAGES_CMS, make_editor_files
from kapguide.commands.starting.settings_blocks import drop_languages, exchange_blocks
from kapguide.pages.source_lines import name_file
from kapguide.project.clock import current_day
from kapguide.project.config_file import CannotRun
from kapguide.project.editions.editions import read_editions
from kapguide.project.settings import read_settings

START, SETTINGS = "start", "mkdocs.yml"
ENGINE = (
    *("hooks", "overrides", "packages", "requirements", "docs/assets", "docs/favicon.ico"),
    *("Makefile", "pyproject.toml", "LICENSE", ".gitignore", ".gitattributes", SETTINGS),
    *(".devcontainer", ".vscode", "CONTRIBUTING.md"),
    *(".github/workflows/publish.yml", ".github/workflows/weekly.yml"),
    "tests/browser/chromium.py",  # `make handouts` asks it for a browser
)
"""What every site has of this project."""
GUIDE = ("docs", "references.bib", "README.md")
"""The pages of this guide, and what goes with them."""
_PICTURE = "docs/assets/share.png"
"""It says what this guide is about."""
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info", "*.pyc", "tests", ".*cache")
_CHECKED = re.compile(r"^sources_checked: .*$", re.M)


@click.command("new-site")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--example",
    default=START,
    show_default=True,
    metavar="NAME",
    help="What to begin from: a folder of examples/, such as canada or tms.",
)
def new_site(folder: Path, example: str) -> None:
    """Make a site of your own in FOLDER: pages to fill in, notices, checks and all.

    Its README.md says how to go on.
    """
    root = find_engine()
    known = sorted(path.name for path in (root / "examples").iterdir() if path.is_dir())
    if example not in known:
        hint = did_you_mean(example, known) or f"There are: {', '.join(known)}."
        raise CannotRun(f'there is no example "{example}". {hint}')
    if folder.exists() and any(folder.iterdir()):
        raise CannotRun(f"{folder} is not empty. Name a folder that is not there yet.")
    if folder.absolute().is_relative_to(root / "docs"):
        raise CannotRun(f"{folder} lies in the pages of this guide. Name a folder elsewhere.")
    try:
        make_site(root, folder, example, current_day())
    except OSError as error:
        raise CannotRun(f"{folder} cannot be made: {error.strerror}.") from None
    click.echo(f"The new site is in {folder}. Its README.md says how to go on.")
    click.echo("To build it there, and to see what is still to fill in:")
    click.echo(f"  cd {shlex.quote(str(folder))}")
    click.echo("  make site")
    click.echo("Without make, as on Windows, CONTRIBUTING.md has the commands.")


def find_engine() -> Path:
    """Return the folder of this project; raise CannotRun where it is not the whole guide."""
    root = Path(kapguide.__file__).resolve().parents[2]
    if not all((root / name).is_dir() for name in ("overrides", "examples")):
        raise CannotRun(
            "a new site is made from templates, hooks and examples, which are not here. Run the "
            "command in the guide's own project."
        )
    return root


def make_site(root: Path, folder: Path, example: str, today: date) -> None:
    """Write a site's files: the engine's, then those of the pages, then the example's."""
    own_pages = (root / "examples" / example / "docs" / "index.md").is_file()
    for name in (*ENGINE, *(() if own_pages else GUIDE)):
        _copy(root / name, folder / name)
    if own_pages:
        (folder / _PICTURE).unlink(missing_ok=True)
    for layer in dict.fromkeys((START, example) if own_pages else (example,)):
        _lay_over(root / "examples" / layer, folder)
    if own_pages:
        for page in (folder / "docs").glob("*.md"):
            text = page.read_text("utf-8")
            page.write_text(_CHECKED.sub(f"sources_checked: {today}", text), "utf-8")
    _keep_one_language(root, folder)
    made = make_editor_files(read_settings(folder), Library())
    (folder / PAGES_CMS).write_text(made[PAGES_CMS], "utf-8", newline="\n")


def _keep_one_language(root: Path, folder: Path) -> None:
    """Let a site begin in one language: notices in another would be those of this guide."""
    first, *others = read_editions(read_settings(root)).all
    for edition in others:
        shutil.rmtree(folder / edition.settings.docs.relative_to(root), ignore_errors=True)
    settings = folder / SETTINGS
    names = [name_file(edition.settings.docs, first.settings.docs) for edition in others]
    settings.write_text(drop_languages(settings.read_text("utf-8"), names), "utf-8")


def _lay_over(layer: Path, folder: Path) -> None:
    """Put the files of a layer over those that are there; of settings only what it has."""
    for path in _files(layer):
        target = folder / path.relative_to(layer)
        if path.name == SETTINGS and target.exists():
            settings = exchange_blocks(target.read_text("utf-8"), path.read_text("utf-8"))
            target.write_text(settings, "utf-8")
        else:
            _copy(path, target)


def _files(layer: Path) -> Iterator[Path]:
    return (path for path in sorted(layer.rglob("*")) if path.is_file())


def _copy(path: Path, target: Path) -> None:
    if path.is_dir():
        shutil.copytree(path, target, ignore=_LEFT_OUT, dirs_exist_ok=True)
    elif path.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        shutil.copymode(path, target)
