"""Find files of docs/ that are none of the project's: links that lead out of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from markdown_citations.problems import Problem, Rule

from kapguide.pages.source_lines import name_file

OUTSIDE = Rule(
    "file-outside",
    "error",
    "Every file of docs/ lies in the project itself; none is a link that leads out of it, or "
    "nowhere.",
    "KAP Guide; CWE-59",
    "docs/assets/prices.pdf, a link to /home/clinic/prices.pdf",
    "docs/assets/prices.pdf, a copy",
)


def find_outside(path: Path, docs: Path, root: Path) -> Iterator[Problem]:
    """Say what is wrong with a file that would be published from elsewhere.

    `docs` may lie outside of `root`: then it counts as the project's too. What is of the
    project and yet no file, `file_limits` finds.
    """
    try:
        real = path.resolve(strict=True)
        if any(real.is_relative_to(own.resolve()) for own in (root, docs)):
            return
        wrong = "leads out of the project"
    except (OSError, RuntimeError):  # a link to nothing, or to itself
        wrong = "leads nowhere"
    message = f"this file is a link that {wrong}, and is not published"
    yield OUTSIDE.problem(message, name_file(path, root), hint="Put a copy of the file here.")
