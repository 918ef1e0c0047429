"""Which files can be read as sources of pages, and how much of any file is read.

No reader can use a page of megabytes on a phone; a mistake, a cut-off download or a
database under a page's name must not hold a build up, or fill the memory.
"""

from __future__ import annotations

import re
from pathlib import Path

from markdown_citations.problems import Problem, Rule

MOST_SOURCE = 1_000_000
"""How many bytes a page of docs/ may have; long ones have 50,000."""
MOST_BUILT = 5_000_000
"""How many bytes of a built page, or of what comes with it, are read."""

UNREADABLE = Rule(
    "file-unreadable",
    "error",
    "Each file of docs is there and can be read; a page has at most 1 MB, a built one 5 MB.",
    "KAP Guide",
    "docs/minutes.md with 50 MB",
    "docs/minutes.md with 50 KB",
)
RULES = (UNREADABLE,)

_NO_SIGN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_READ = frozenset({".md", ".html", ".htm", ".xhtml", ".svg", ".css"})


def check_file(path: Path, name: str) -> Problem | None:
    """Say why a file of docs, by its `name` in the project, is not read, if it is not."""
    hint = "Put the file back, or take it out of docs."
    try:
        if not path.is_file():
            said = "is no file" if path.exists() else "leads nowhere"
            return UNREADABLE.problem(f"this {said}", name, hint=hint)
        with path.open("rb"):
            size = path.stat().st_size
    except OSError as error:
        return UNREADABLE.problem(f"it cannot be read: {error.strerror}", name, hint=hint)
    return report_size(size, MOST_SOURCE, name) if path.suffix.lower() in _READ else None


def report_size(size: int, most: int, name: str) -> Problem | None:
    """Make a problem of a file that is larger than `most` bytes."""
    if size <= most:
        return None
    message = f"the file has {size / 1e6:.1f} MB; at most {most / 1e6:.0f} MB are read"
    hint = "Divide it into several pages, or see whether it is what it should be."
    return UNREADABLE.problem(message, name, hint=hint)


def is_text(text: str) -> bool:
    """Whether what was read as UTF-8 was that: few of its signs are lost, or no signs at all.

    A letter of another encoding is lost here and there; of a text in UTF-16, of a picture or
    a program, so much is that nothing said of the rest would help.
    """
    return len(_NO_SIGN.findall(text)) * 10 <= len(text)


def read_bytes(path: Path) -> bytes:
    """Read a file, but no more of it than MOST_BUILT bytes."""
    with path.open("rb") as file:
        return file.read(MOST_BUILT)
