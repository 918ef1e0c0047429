"""Check that every page was saved as UTF-8.

What was saved in another encoding is read all the same, and one message says so. Letters
that no encoding tells are the sign of a lost letter (U+FFFD) on the page: it is found,
whatever file it came from.
"""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site, report
from kapguide.front_matter.saved_text import UTF_8, WINDOWS

LOST = "\ufffd"
_TWICE = re.compile("â€[\u0080-\u02ff\u2010-\u2122]|Ã[\u0080-\u00bf\u0152-\u0192]|Â[\u00a0-\u00bf]")
"""What becomes of signs in UTF-8 that were read as Windows reads them, and saved so: â€™ for ’."""

PAGE_ENCODING = Rule(
    "page-encoding",
    "error",
    "Every file that pages are made from is saved as UTF-8.",
    "KAP Guide",
    f"Eat no breakfast, and no caf{LOST} food.",
    "Eat no breakfast, and no café food.",
)

_NAMES = {WINDOWS: "Windows-1252 (Windows calls it ANSI)"}
_HINT = "Save it again as UTF-8: many editors ask for the encoding under Save as."


def check_files(site: Site, project: Project) -> Problems:
    """Find the files that were saved in another encoding, at the first line that shows it."""
    for source in (*project.sources.values(), *project.templates):
        if source.saved and source.saved.encoding not in ("", UTF_8):
            name = _NAMES.get(source.saved.encoding, source.saved.encoding)
            message = f"the file is saved as {name}, not as UTF-8"
            yield PAGE_ENCODING.problem(message, source.path, source.saved.line, _HINT)


def check_encoding(page: Page, project: Project) -> Problems:
    """Find letters that were lost, at the first line that lost one."""
    if LOST in page.html:
        message = f'letters were lost when the file was saved: readers see "{LOST}" in their place'
        hint = "Write them anew, and save the file as UTF-8."
        yield report(PAGE_ENCODING, message, page, project, literal=LOST, hint=hint)
    source = project.source(page)
    if wrong := _TWICE.search(source.text) if source else None:
        message = f'letters were changed when the text was copied: "{wrong[0]}"'
        hint = "Write them anew, as in isn't, or copy the text once more from where it was right."
        yield report(PAGE_ENCODING, message, page, project, literal=wrong[0], hint=hint)


CHECK = Check((PAGE_ENCODING,), page=check_encoding, site=check_files)
