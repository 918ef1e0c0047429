"""Say what a failure of the guide's own code was, and how to report it.

The last resort: what readers of pages, settings and data foresee has a message of its
own. With KAPGUIDE_TRACEBACK in the environment, whoever mends the code gets it whole.
"""

from __future__ import annotations

import os
import traceback
from pathlib import Path

from markdown_citations.problems import Problem, Rule

FAILED = Rule(
    "guide-failed",
    "error",
    "The guide's own code reads any file and any setting; where it fails, its keepers are told.",
    "KAP Guide",
    "a page on which a check breaks off",
    "the same page, looked at by all checks",
)
RULES = (FAILED,)

TRACEBACK = "KAPGUIDE_TRACEBACK"
"""The environment's variable by which a failure shows all that Python knows of it."""
_REPORT = (
    "This is a mistake in the guide's code, not in your text: report this line, and the file, to "
    f"those who keep the code ({TRACEBACK}=1 shows them more)."
)
_DEEP = (
    "Look for brackets, lists, quotes, rules or elements that stand hundreds deep in each other, "
    "and take them out. If there are none, report this line, and the file, to those who keep the "
    "guide's code."
)


def report_failure(error: Exception, path: str = "", doing: str = "") -> Problem:
    """Make a problem of a failure; `path` is the file that was read, `doing` what failed.

    What a disk refuses is no mistake of ours. Raises the failure where a traceback is wanted.
    """
    if os.environ.get(TRACEBACK):
        raise error
    if isinstance(error, OSError) and error.strerror:
        name = Path(os.fsdecode(error.filename)).as_posix() if error.filename else path
        hint = "See that it is there, that it may be read and written, and that there is room."
        return FAILED.problem(f"the system says: {error.strerror}", name, hint=hint)
    if isinstance(error, RecursionError):
        message = f"{doing or 'the guide'} ended where something stands too deep within itself"
        return FAILED.problem(f"{message} ({_name_place(error)})", path, hint=_DEEP)
    said = " ".join(str(error).split())[:200]
    what = f"{type(error).__name__}: {said}" if said else type(error).__name__
    message = f"{doing or 'the guide'} failed: {what} ({_name_place(error)})"
    return FAILED.problem(message, path, hint=_REPORT)


def _name_place(error: Exception) -> str:
    """Name the line of our own code at which it broke, as `project/disk.py:87`."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if {"kapguide", "markdown_citations"} & _folders(frame)]
    frame = (ours or frames)[-1] if frames else None
    return f"{'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno}" if frame else "?"


def _folders(frame: traceback.FrameSummary) -> set[str]:
    return set(Path(frame.filename).parts)
