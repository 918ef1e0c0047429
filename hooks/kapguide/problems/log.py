"""Gather what a build logs, and make problems of what others warn of.

The log records of our hooks carry a `Problem`, those of MkDocs, its plug-ins and
Markdown's extensions a text. A text that warns becomes a problem in place, so that
what prints or counts the record afterwards sees the problem.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection
from pathlib import Path

from markdown_citations.problems import Problem, Rule, did_you_mean, find_line, nearest, show_unseen

from kapguide.problems.reports import Report

WARNING = Rule(
    "mkdocs-warning",
    "error",
    "What MkDocs, its plug-ins and Markdown's extensions warn of is mended, too.",
    "MkDocs",
    "site_nam: KAP Guide",
    "site_name: KAP Guide",
)

_SETTING = re.compile(r"Config value '([^']+)': ")
_STRANGE = re.compile(r"Unrecognised configuration name: (\S+)")
_FILE = re.compile(r"[\w./-]+\.(?:md|html|ya?ml|bib|css|js)\b")
_QUOTED = re.compile(r"'([^']+)'|\"([^\"]+)\"")


def engine_log() -> str:
    """Name the logger of the engine that runs in this process; what it prints comes by it."""
    # ProperDocs leads what is logged to MkDocs to its own.
    return "properdocs" if logging.getLogger("properdocs").handlers else "mkdocs"


def problem_of(record: logging.LogRecord) -> Problem | None:
    """Return the problem that a record carries, if it carries one."""
    args = record.args
    first = args[0] if isinstance(args, tuple) and len(args) == 1 else None
    return first if isinstance(first, Problem) else None


class ProblemLog(logging.Handler):
    """Gathers problems, each once."""

    def __init__(
        self,
        name: str,
        besides: Collection[str] = (),
        silent: str = "",
        settings: Collection[str] = (),
    ) -> None:
        """Gather what the logger `name` is told, and those `besides` that nobody else prints.

        `silent` is a logger whose warnings say nothing about the site; `settings` are the
        names of MkDocs's settings, one of which may have been meant.
        """
        super().__init__(logging.NOTSET)
        self.found: dict[Problem, None] = {}
        self.report = Report(())
        """The report of the last check."""
        self.keeps = False
        """Whether what was found is kept when a build ends, for the end of the process."""
        self._again = False
        self._root, self._docs = Path(), Path("docs")
        self._settings = settings
        self.logger = logging.getLogger(name)
        """Where it listens."""
        self._besides = tuple(map(logging.getLogger, besides))
        self._relay = _Relay(logging.getLogger(f"{name}.extensions"))
        self._silent = silent

    def begin(self, root: Path = Path(), docs: Path = Path("docs"), *, again: bool = False) -> None:
        """Listen to one build of a project, before all that print or count.

        `again`: this process builds again, as the live preview does, so it goes on listening.
        """
        self._root, self._docs, self._again = root, docs, again
        if self not in self.logger.handlers:
            self.logger.handlers.insert(0, self)
            for logger in self._besides:
                logger.addHandler(self._relay)

    def close(self) -> None:
        """Stop listening."""
        self.logger.removeHandler(self)
        for logger in self._besides:
            logger.removeHandler(self._relay)
        super().close()

    def forget_before(self, build: Callable[[], None]) -> Callable[[], None]:
        """Make a function that builds anew, and knows nothing of an attempt before.

        One that failed at its settings came to no event at which it could be ended.
        """

        def build_anew() -> None:
            self.found.clear()
            build()

        return build_anew

    def end(self) -> None:
        """Finish one build."""
        if self.keeps:
            return
        self.found.clear()
        if not self._again:
            self.close()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a problem; make one of a warning first."""
        problem = problem_of(record)
        if problem is None and record.levelno >= logging.WARNING and record.name != self._silent:
            problem = self.make_problem(record.getMessage(), record.name)
            record.msg, record.args = "%s", (problem,)
        if problem is not None:
            self.found[problem] = None
        else:
            # MkDocs lists files by name, each on a line of its own.
            lines = record.getMessage().split("\n")
            record.msg, record.args = "%s", ("\n".join(map(show_unseen, lines)),)

    def make_problem(self, text: str, name: str) -> Problem:
        """Make a problem of a warning, at the file and line that it speaks of."""
        setting = _SETTING.match(text)
        strange = _STRANGE.search(text)
        hint = f"Logged by {name}."
        message = " ".join(text.split()).removesuffix(".")
        if setting:
            path, line = self._place_setting(setting[1])
            message = message.removeprefix(setting[0])
            if strange:
                message = f'MkDocs has no setting "{strange[1]}"'
                hint = "Take it out; what a template of your own asks for goes under extra:."
                meant = nearest(strange[1], self._settings)
                if meant and not self._place_start(path, meant):  # else it is no mistyped one
                    hint = did_you_mean(strange[1], self._settings)
            else:
                message = f'"{setting[1]}": {message}'
        else:
            path, line = self._find(text)
        return WARNING.problem(message, path, line, hint)

    def _find(self, text: str) -> tuple[str, int | None]:
        """Find the first file that a text names, and in it what else the text quotes."""
        for match in _FILE.finditer(text):
            for path in (self._root / self._docs / match[0], self._root / match[0]):
                if path.is_file() and path.is_relative_to(self._root):
                    quoted = [a or b for a, b in _QUOTED.findall(text) if match[0] not in (a, b)]
                    return self._place(path.relative_to(self._root).as_posix(), *quoted)
        return "", None

    def _place_setting(self, name: str) -> tuple[str, int | None]:
        """Find a setting where its line starts with it, in whichever file of settings."""
        files = sorted((path.name for path in self._root.glob("mkdocs*.yml")), reverse=True)
        found = ((path, self._place_start(path, name)) for path in files)
        return next((one for one in found if one[1]), self._place("mkdocs.yml", f"{name}:"))

    def _place_start(self, path: str, name: str) -> int | None:
        try:
            lines = (self._root / path).read_text("utf-8", "replace").split("\n")
        except OSError:
            return None
        return next((at for at, line in enumerate(lines, 1) if line.startswith(f"{name}:")), None)

    def _place(self, path: str, *texts: str) -> tuple[str, int | None]:
        try:
            source = (self._root / path).read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return path, None
        lines = (find_line(source, text) for text in texts)
        return path, next((line for line in lines if line), None)


class _Relay(logging.Handler):
    """Says under another name what would not be counted under its own."""

    def __init__(self, target: logging.Logger) -> None:
        super().__init__(logging.WARNING)
        self._target = target

    def emit(self, record: logging.LogRecord) -> None:
        self._target.log(record.levelno, "%s", f"{record.getMessage()} ({record.name})")
