"""Hand the problems of a build from MkDocs's process to `kapguide build`.

The command names a file in the environment; the process writes what it found
there when it ends, however it ends, and prints none of it: the command does,
sorted with what it finds itself in the pages, in the format that was asked for.

The process ends with its command: it waits for the end of its input, which comes when
the command has ended, by a kill as well.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from markdown_citations.problems import sort_problems

from kapguide.problems.log import ProblemLog, problem_of
from kapguide.problems.reports import Report, format_json, parse_report

VARIABLE = "KAPGUIDE_REPORT"
"""The environment's variable that names the file."""


def hand_over(log: ProblemLog, environment: Mapping[str, str] = os.environ) -> bool:
    """Write to the file at the process's end, if the environment names one; say whether."""
    name = environment.get(VARIABLE)
    if not name:
        return False
    for handler in log.logger.handlers:
        if handler is not log and isinstance(handler, logging.StreamHandler):
            handler.addFilter(lambda record: problem_of(record) is None)
    log.keeps = True
    threading.Thread(target=_end_with_the_command, daemon=True).start()
    atexit.register(lambda: Path(name).write_text(_format(log), "utf-8"))
    return True


def end_build(log: ProblemLog, folder: Path, *, strict: bool) -> None:
    """Say how many pages were built: the command checks them itself.

    Ends the process where something was found on the way, so that MkDocs says nothing of it.
    """
    log.report = Report((), pages=len(list(folder.rglob("*.html"))))
    if strict and any(problem.severity == "error" for problem in log.found):
        sys.exit(1)


def _end_with_the_command() -> None:
    with suppress(OSError):
        while os.read(0, 1024):  # not sys.stdin: it is locked when Python ends
            pass
    os._exit(130)


def _format(log: ProblemLog) -> str:
    """Format the last report, or what was logged where it never came to one."""
    return format_json(replace(log.report, problems=sort_problems(log.found)))


@contextmanager
def receiving() -> Iterator[Path]:
    """Give the name of a file to hand over in, for as long as it is needed."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "problems.json"


def receive(path: Path) -> Report:
    """Read what was handed over; an empty report where the process came to nothing."""
    try:
        return parse_report(path.read_text("utf-8"))
    except (OSError, json.JSONDecodeError):
        return Report(())
