"""`kapguide build --handouts`: what the printing needs to know.

It is checked before any long work begins.
"""

from __future__ import annotations

from pathlib import Path

import click

from kapguide.handouts.booklet import Guide
from kapguide.handouts.pdf_printing import require_press
from kapguide.project.clock import current_day
from kapguide.project.settings import Settings


def read_guide(settings: Settings) -> Guide:
    """Read what is said of the guide; raise CannotRun where what printing needs is missing."""
    require_press(settings.site_url)
    name, description = settings.site_name, settings.site_description
    address = settings.site_url.rstrip("/") + "/"
    return Guide(name, description, address, current_day(), settings.words)


def print_handouts(folder: Path, settings: Settings, guide: Guide, paper: str) -> None:
    """Print the handouts into a fresh site, before its last check."""
    # It needs pypdf, which an environment that only builds the site does not have.
    from kapguide.handouts.print_run import make_handouts  # noqa: PLC0415

    items = settings.menu.items if settings.menu else ()
    made = make_handouts(folder, [(item.section, item.target) for item in items], guide, paper)
    pages = sum(printed.pages for printed in made)
    click.echo(f"{len(made)} handouts printed, {pages} pages in all.", err=True)
