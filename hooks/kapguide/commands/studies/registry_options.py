"""What `add`, `update` and `verify` have in common: settings, the client, the library."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.reading import read_library

from kapguide.commands.output import paint
from kapguide.evidence.bib_editing import set_fields
from kapguide.project.clock import current_day
from kapguide.project.config_file import CannotRun
from kapguide.project.editing.writing import FileChange, read_text, write_files
from kapguide.project.fact_forms import MAIL
from kapguide.project.settings import Settings, read_settings
from kapguide.registries.asking import crossref_works, pubmed_records
from kapguide.registries.asking.client import Client, Registry
from kapguide.registries.asking.lookup import Registries
from kapguide.registries.work import CROSSREF, PUBMED

_CACHE = Path(".cache", "registries.json")
_LONG = 20
"""From so many works on, a run shows its progress."""

choose_mailto = click.option(
    "--mailto",
    metavar="ADDRESS",
    help="Your e-mail address, for the registries; else that of extra.clinic.contact.",
)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a command works with."""

    settings: Settings
    library: Library
    texts: Mapping[Path, str]
    """The .bib files as they were when the library was read, the first of them that into
    which new entries are written."""
    today: date
    client: Client
    registries: Registries

    @property
    def name(self) -> str:
        """The name of the first file in messages."""
        return self.library.paths[0]

    def set_fields(self, changes: Sequence[tuple[Entry, Mapping[str, str]]]) -> None:
        """Write encoded fields into entries of all files, or into none."""
        made = []
        for (path, before), name in zip(self.texts.items(), self.library.paths, strict=True):
            here = [change for change in changes if change[0].path == name]
            if here:
                made.append(FileChange(path, before, set_fields(before, here)))
        write_files(made)


@contextmanager
def open_desk(project: Path, mailto: str | None) -> Iterator[Desk]:
    """Read the project and prepare to ask; what was asked is kept in any case."""
    settings = read_settings(project)
    if not settings.bibliographies:
        raise CannotRun("mkdocs.yml names no bibliography.")
    paths = [path for path in dict.fromkeys(settings.bibliographies) if path.is_file()]
    texts = {path: read_text(path) for path in paths}
    library, problems = read_library(settings.bibliographies, settings.root)
    broken = [problem for problem in problems if problem.severity == "error"]
    if broken:
        first = "\n".join(f"  {problem}" for problem in broken[:3])
        raise CannotRun(f"the bibliography has mistakes; mend them first:\n{first}")
    chosen = _registry_settings(settings.extra)
    today = current_day()
    client = Client(
        today,
        mailto=mailto or _find_mail(settings.extra),
        cache=settings.root / _CACHE,
        timeout=chosen.pop("timeout"),
    )
    try:
        yield Desk(settings, library, texts, today, client, Registries(**chosen))
    finally:
        client.close()


def _registry_settings(extra: Mapping[str, Any]) -> dict[str, Any]:
    """Read `extra.registries`: addresses of mirrors, and the patience with them."""
    given = extra.get("registries") or {}
    if not isinstance(given, dict):
        raise CannotRun("extra.registries in mkdocs.yml is no group of settings.")
    known = {
        "crossref": Registry(CROSSREF, crossref_works.ADDRESS, crossref_works.PAUSE),
        "pubmed": Registry(PUBMED, pubmed_records.EUTILS, pubmed_records.PAUSE),
        "idconv": Registry("PubMed Central", pubmed_records.IDCONV, pubmed_records.PAUSE),
    }
    made: dict[str, Any] = {"timeout": 30.0}
    for name in given:
        if name not in {*known, *made}:
            names = ", ".join([*known, *made])
            raise CannotRun(f'extra.registries in mkdocs.yml knows no "{name}", only {names}.')
    try:
        made["timeout"] = max(0.1, float(given.get("timeout", 30)))
    except (TypeError, ValueError):
        raise CannotRun("extra.registries.timeout in mkdocs.yml counts seconds.") from None
    for name, registry in known.items():
        address = str(given.get(name) or registry.address).rstrip("/")
        if urlsplit(address).scheme not in {"http", "https"}:
            raise CannotRun(f"extra.registries.{name} in mkdocs.yml is no address: {address}")
        made[name] = Registry(registry.name, address, registry.pause)
    return made


def _find_mail(extra: Mapping[str, Any]) -> str:
    """Return the first e-mail address of `extra.clinic.contact`."""
    clinic = extra.get("clinic")
    match = re.search(MAIL, str(clinic.get("contact") or "")) if isinstance(clinic, dict) else None
    return match[0] if match else ""


@contextmanager
def show_progress(count: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal where there is much to ask."""
    if count < _LONG or not sys.stderr.isatty():
        yield lambda steps: None
        return
    # Each work is asked for at two registries.
    with click.progressbar(length=2 * count, label="Asking", file=sys.stderr) as bar:
        yield bar.update


def tell(text: str, style: str = "") -> None:
    """Print a line to people, on the terminal's other stream."""
    click.echo(paint(text, style) if style else text, err=True)
