"""`kapguide build --handouts`: what the printing needs to know, and its faults as messages.

The order is checked before any long work begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from kapguide.handouts.booklet import Guide
from kapguide.handouts.chapters import read_nav
from kapguide.handouts.press import PrintingError, require_press
from kapguide.project.clock import current_day
from kapguide.project.config_file import CannotRun, merge_config, read_config
from kapguide.words import choose_words


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed, and on what."""

    guide: Guide
    menu: tuple[tuple[str, str], ...]
    """The pages, each with the section of the menu that it stands in."""
    paper: str


def take_order(root: Path, paper: str) -> Order:
    """Read what is printed; raise CannotRun where something that printing needs is missing."""
    values = merge_config(read_config(root / "mkdocs.yml"))
    name, description, address = (
        str(values.get(key) or "") for key in ("site_name", "site_description", "site_url")
    )
    try:
        require_press(address)
    except PrintingError as error:
        raise CannotRun(str(error)) from None
    words = choose_words(values.get("theme"), values.get("extra"))
    guide = Guide(name, description, address.rstrip("/") + "/", current_day(), words)
    return Order(guide, tuple(read_nav(values.get("nav"))), paper)


def print_handouts(folder: Path, order: Order) -> None:
    """Print the handouts into a fresh site, before its last check."""
    # It needs pypdf, which an environment that only builds the site does not have.
    from kapguide.handouts.print_run import make_handouts  # noqa: PLC0415

    try:
        made = make_handouts(folder, order.menu, order.guide, order.paper)
    except PrintingError as error:
        raise CannotRun(str(error)) from None
    pages = sum(printed.pages for printed in made)
    click.echo(f"{len(made)} handouts printed, {pages} pages in all.", err=True)
