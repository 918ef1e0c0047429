"""Check that every page was saved as UTF-8.

What was saved in another encoding is read all the same, and one message says so. Letters
that no encoding tells are the sign of a lost letter (U+FFFD) on the page: it is found,
whatever file it came from.
"""

from __future__ import annotations

from markdown_citations.library.mojibake import find_mojibake

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site, report
from kapguide.front_matter.saved_text import UTF_8, WINDOWS

LOST = "\ufffd"
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
    lines = source.text.split("\n") if source else []
    if found := next(filter(None, map(find_mojibake, lines)), None):
        wrong, right = found
        message = f'letters were changed when the text was copied: "{wrong}"'
        again = "opy the text once more from where it was right."
        hint = f'Write "{right}", or c{again}' if right else f"C{again}"
        yield report(PAGE_ENCODING, message, page, project, literal=wrong, hint=hint)


CHECK = Check((PAGE_ENCODING,), page=check_encoding, site=check_files)
