"""Make the handouts of a built site: print, write, link.

Who built the site, and where it is published, makes no difference. Their bytes are the
same on every run of a day.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

from pypdf import PdfReader

from kapguide.handouts.anchors import fill_numbers
from kapguide.handouts.booklet import Guide, compose_booklet
from kapguide.handouts.chapters import BOOKLET, Chapter, read_chapters
from kapguide.handouts.handout_links import Printed, place_links
from kapguide.handouts.pdf_printing import Press, open_press
from kapguide.project.config_file import CannotRun

_ROUNDS = 5
"""A number may be wider than the one before it, and so move what follows."""
_DATE = re.compile(rb"(/(?:Creation|Mod)Date \(D:)\d{14}")


def make_handouts(
    folder: Path, menu: Iterable[tuple[str, str]], guide: Guide, paper: str
) -> list[Printed]:
    """Print every page and the whole guide into the folder, and link them from its pages."""
    chapters = read_chapters(folder, menu)
    if not chapters:
        raise CannotRun(f"No page of the menu is in {folder}.")
    with open_press(folder, guide.address, paper) as press:
        made = [
            _write(folder, chapter.handout, press.print_page(chapter.address), guide)
            for chapter in chapters
        ]
        booklet = _write(folder, BOOKLET, _print_booklet(press, chapters, guide), guide)
    for chapter, printed in zip(chapters, made, strict=True):
        links = [(guide.words["handouts.page"], printed)]
        if chapter is chapters[0]:
            links.append((guide.words["handouts.guide"], booklet))
        (folder / chapter.path).write_text(
            place_links(chapter.html, chapter.path, links, guide.words), "utf-8", newline=""
        )
    return [*made, booklet]


def _print_booklet(press: Press, chapters: Sequence[Chapter], guide: Guide) -> bytes:
    """Print until the numbers in it are those of its pages."""
    html = compose_booklet(chapters, guide)
    numbers: Mapping[str, int] = {}
    for _ in range(_ROUNDS):
        known = numbers
        pdf = press.print_document(fill_numbers(html, known), BOOKLET + ".html")
        numbers = _read_anchors(pdf)
        if numbers == known:
            return pdf
    raise CannotRun(f"The numbers of pages do not settle after {_ROUNDS} prints of the guide.")


def _write(folder: Path, path: str, pdf: bytes, guide: Guide) -> Printed:
    target = folder / path
    if target.exists():
        raise CannotRun(f"{path} is there already. Give the page or file another name.")
    target.parent.mkdir(parents=True, exist_ok=True)
    # Midnight of the day is said for when it was made; byte for byte, so that nothing moves.
    data = _DATE.sub(rb"\g<1>" + f"{guide.day:%Y%m%d}000000".encode(), pdf)
    target.write_bytes(data)
    return Printed(path, len(PdfReader(io.BytesIO(data)).pages), len(data))


def _read_anchors(pdf: bytes) -> dict[str, int]:
    """Give the number of the page on which each linked anchor stands, the first being 1."""
    reader = PdfReader(io.BytesIO(pdf))
    numbers = {}
    for name, destination in reader.named_destinations.items():
        page = reader.get_destination_page_number(destination)
        if page is not None:
            numbers[unquote(name.removeprefix("/"))] = page + 1  # Chromium quotes them
    return numbers
