"""Read what was printed, and make its bytes the same on every run of a day."""

from __future__ import annotations

import io
import re
from datetime import date
from urllib.parse import unquote

from pypdf import PdfReader

_DATE = re.compile(rb"(/(?:Creation|Mod)Date \(D:)\d{14}")


def count_pages(pdf: bytes) -> int:
    """Count the pages."""
    return len(PdfReader(io.BytesIO(pdf)).pages)


def read_anchors(pdf: bytes) -> dict[str, int]:
    """Give the number of the page on which each linked anchor stands, the first being 1."""
    reader = PdfReader(io.BytesIO(pdf))
    numbers = {}
    for name, destination in reader.named_destinations.items():
        page = reader.get_destination_page_number(destination)
        if page is not None:
            numbers[unquote(name.removeprefix("/"))] = page + 1  # Chromium quotes them
    return numbers


def set_date(pdf: bytes, day: date) -> bytes:
    """Say midnight of a day for when it was made; byte for byte, so that nothing moves."""
    return _DATE.sub(rb"\g<1>" + f"{day:%Y%m%d}000000".encode(), pdf)
