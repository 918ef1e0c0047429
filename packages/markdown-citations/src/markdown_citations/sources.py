"""Make the extension from a configuration: which .bib files, which style.

Takes the options of `markdown_citations` in mkdocs.yml or of any other caller
of Python-Markdown.
Gives the library, a formatter per style, and the extension that uses them.
Must stay free of MkDocs: hooks/cite_sources.py passes what only it knows.
"""

from __future__ import annotations

import atexit
import logging
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from markdown_citations.extension import CitationExtension, Options, PageSource
from markdown_citations.library.customization import NOTHING_ADDED, Customization
from markdown_citations.library.reading import read_library
from markdown_citations.page.numbering import PageCitations
from markdown_citations.problems import Problem, did_you_mean
from markdown_citations.styles.formatter import DEFAULT_STYLE, Formatter

log = logging.getLogger("markdown_citations")
OPTIONS = ("bibliography", "style", "root", "cache")
_KEEP = 4
_kept: dict[tuple[object, ...], tuple[Sources, set[Problem]]] = {}
"""The libraries of callers that only name the extension, and what was logged of each."""


class Sources:
    """The library of a site and its formatters, as they are at one moment."""

    def __init__(
        self,
        options: Mapping[str, Any],
        root: Path,
        customization: Customization = NOTHING_ADDED,
    ) -> None:
        """Read the files that `options` name, relative to `root`."""
        self.customization = customization
        self.problems: list[Problem] = [
            Problem(
                "citations-option",
                f'markdown_citations has no option "{name}"',
                hint=did_you_mean(name, OPTIONS),
            )
            for name in options
            if name not in OPTIONS
        ]
        self.paths = bibliography_paths(options, root)
        self.cache = cache_folder(options, root)
        self.library, found = read_library(self.paths, root, self.cache)
        self.problems += found
        self.style = str(options.get("style") or DEFAULT_STYLE)
        self._formatters: dict[str, Formatter] = {}

    def formatter(self, style: str = "") -> Formatter:
        """Give the formatter of a style, made once; an empty name means the site's."""
        name = style or self.style
        if name not in self._formatters:
            safe = "".join(c if c.isalnum() or c in "-_" else "-" for c in name)
            path = self.cache / f"style-{safe}.json" if self.cache else None
            self._formatters[name] = Formatter(self.library, name, path, self.customization)
        return self._formatters[name]

    def extension(
        self,
        get_page: Callable[[], PageSource | None],
        report: Callable[[PageSource, PageCitations], None],
    ) -> CitationExtension:
        """Make an extension that uses this library."""
        return CitationExtension(Options(self.formatter, get_page, report))

    def format_problems(self) -> list[Problem]:
        """Give what the formatters met."""
        return [problem for f in self._formatters.values() for problem in f.problems]

    def save(self) -> None:
        """Write the caches."""
        for formatter in self._formatters.values():
            formatter.save()


def bibliography_paths(options: Mapping[str, Any], root: Path) -> list[Path]:
    """Return the .bib files that the option `bibliography` names, one or several."""
    named = options.get("bibliography") or "references.bib"
    names: Sequence[str] = [named] if isinstance(named, str) else list(named)
    return [root / name for name in names]


def cache_folder(options: Mapping[str, Any], root: Path) -> Path | None:
    """Return the folder that the option `cache` names; None where it says no.

    `.cache` if it is not given or says yes.
    """
    name = options.get("cache", True)
    if not name:
        return None
    return root / (".cache" if name is True else str(name)) / "citations"


def make_extension(
    options: Mapping[str, Any], customization: Customization = NOTHING_ADDED
) -> CitationExtension:
    """Make the extension for a caller that only names it.

    Such a caller makes it anew for each page. So the library is kept until a
    file differs, and problems go to the log, each once.
    """
    root = Path(str(options.get("root") or "."))
    stamps = tuple(_stamp(path) for path in bibliography_paths(options, root))
    key = (str(root.resolve()), stamps, repr(sorted(options.items())), id(customization))
    if key not in _kept:
        while len(_kept) >= _KEEP:
            del _kept[next(iter(_kept))]
        _kept[key] = (Sources(options, root, customization), set())
        # Such a caller says nowhere that it is done.
        atexit.register(_kept[key][0].save)
    sources, logged = _kept[key]

    def report(page: PageSource, result: PageCitations) -> None:
        for problem in (*sources.problems, *sources.format_problems(), *result.problems):
            if problem not in logged or problem in result.problems:
                log.warning("%s", problem)
                logged.add(problem)

    return sources.extension(lambda: None, report)


def _stamp(path: Path) -> tuple[str, int, int]:
    """Tell one state of a file from the next."""
    try:
        status = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), status.st_mtime_ns, status.st_size
