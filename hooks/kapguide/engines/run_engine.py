"""Run the engine that makes pages of Markdown: MkDocs, ProperDocs or Zensical.

MkDocs and ProperDocs run our hooks, and finish and check the folder themselves. Zensical
ignores hooks without a word: `without_hooks` does what they do. What any of them says of
its own success decides nothing: what was built is checked from outside.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import IO

import click
from markdown_citations.problems import sort_problems

from kapguide.checks.fitness import check_sources
from kapguide.checks.folder import load_project
from kapguide.engines.without_hooks import ZensicalCopy
from kapguide.notices.cited_in_notices import place_in_texts
from kapguide.problems.handover import VARIABLE, receive, receiving
from kapguide.problems.log import WARNING
from kapguide.problems.reports import Report
from kapguide.project.config_file import CannotRun
from kapguide.project.settings import Settings

ENGINES = ("mkdocs", "properdocs", "zensical")
WITHOUT_HOOKS = ("zensical",)
_ERRORS = 2
"""The number of what standard errors are written to."""
_CHATTER = re.compile(r"Build (?:started|finished)|No issues found")
"""What Zensical says of each build that went well."""


def engine_environment() -> dict[str, str]:
    """Return the environment in which an engine is started."""
    alphabet = os.environ.get("PYTHONIOENCODING", "").partition(":")[0]
    return {
        **os.environ,
        # Notices of these programs about each other are nothing that staff can act on.
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "PYTHONIOENCODING": f"{alphabet}:backslashreplace",  # as `main` does for this process
    }


def require_engine(engine: str) -> None:
    """Raise CannotRun where an engine is not installed."""
    if find_spec(engine) is None:
        raise CannotRun(
            f"{engine} is not installed here. Install it: make site ENGINE={engine}, "
            f"or without make: {sys.executable} -m pip install {engine}"
        )


def run_engine(
    engine: str, folder: Path, settings: Settings, *, strict: bool, lock: int
) -> tuple[int, Report]:
    """Build into a folder, the engine's own output passing through; say what was found.

    Returns 0 where nothing speaks against the folder yet, and 1 where something does.
    """
    with receiving() as handed:
        environment = {**engine_environment(), VARIABLE: str(handed)}
        if engine in WITHOUT_HOOKS:
            status, report = _run_zensical(folder, settings, environment, handed, lock)
        else:
            file = ["--config-file", str(settings.file), "--site-dir", str(folder)]
            counts = "--strict" if strict else "--no-strict"
            arguments = [engine, "build", "--clean", *file, counts]
            status, report = _run(arguments, settings.root, environment, lock), receive(handed)
    failed = strict and any(problem.severity == "error" for problem in report.problems)
    return 1 if status or failed else 0, report


def _run_zensical(
    folder: Path, settings: Settings, environment: Mapping[str, str], handed: Path, lock: int
) -> tuple[int, Report]:
    with ZensicalCopy(settings) as copy:
        arguments = ["zensical", "build", "--clean", "--config-file", str(copy.config)]
        environment = {**environment, **copy.environment}
        said = copy.folder / "said.txt"
        with said.open("w") as output:
            status = _run(arguments, settings.root, environment, lock, output)
        lines = said.read_text("utf-8", "replace").splitlines()
        found, report = [*filter(None, map(str.strip, lines))], receive(handed)
        if status or not copy.take(folder):
            stopped = WARNING.problem(
                f"Zensical stopped: {found[-1] if found else f'status {status}'}",
                hint="Logged by zensical.",
            )
            project = load_project(copy.build.settings, copy.build.editions)
            problems = [*report.problems, *check_sources(settings, project), stopped]
            return 1, replace(report, problems=sort_problems(dict.fromkeys(problems)))
    for line in found:
        if not _CHATTER.match(line):
            click.echo(line, err=True)
    shown = copy.build.shown_texts
    placed = [place_in_texts(one, shown) for one in (*report.problems, *copy.build.reported)]
    return 0, replace(report, problems=sort_problems(dict.fromkeys(placed)))


def _run(
    arguments: Sequence[str],
    root: Path,
    environment: Mapping[str, str],
    lock: int,
    output: IO[str] | None = None,
) -> int:
    # It holds the lock too, for as long as it writes, and ends when this process does:
    # then its input ends, see `hand_over`.
    passed = (lock,) if os.name == "posix" else ()
    with subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=root,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=output or _ERRORS,  # beside the report, which another program may read
        stderr=output,
        pass_fds=passed,
    ) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.terminate()
            raise
