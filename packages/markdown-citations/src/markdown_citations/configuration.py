"""The options of `markdown_citations`: which .bib files, which style, which language.

They come from mkdocs.yml or from any other caller of Python-Markdown. What is made of
them is a library, a formatter for each style, and the extension that uses both.
"""

from __future__ import annotations

import atexit
import logging
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from markdown_citations.extension import CitationExtension, PageCitations, PageSource
from markdown_citations.formatting.formatter import Formatter
from markdown_citations.library.customization import NOTHING_ADDED, Customization
from markdown_citations.library.parsing.in_language import read_in
from markdown_citations.library.reading import read_library
from markdown_citations.problems import Problem, did_you_mean
from markdown_citations.rules import BY_CODE
from markdown_citations.styles import DEFAULT_STYLE
from markdown_citations.texts import LANGUAGES, Texts, change_texts, find_language, read_texts

log = logging.getLogger("markdown_citations")
OPTIONS = ("bibliography", "style", "root", "cache", "language", "texts")
DEFAULT = "references.bib"
_KEEP = 4
_kept: dict[tuple[object, ...], tuple[Configuration, set[Problem]]] = {}
"""Those of callers that only name the extension, and what was logged of each."""


class Configuration:
    """What the options of a site result in: a library, a formatter, problems."""

    def __init__(
        self,
        options: Mapping[str, Any],
        root: Path,
        customization: Customization = NOTHING_ADDED,
    ) -> None:
        """Read the files that `options` name, relative to `root`."""
        self.customization = customization
        self.problems: list[Problem] = [
            _option_problem(
                f'markdown_citations has no option "{name}"', did_you_mean(name, OPTIONS)
            )
            for name in options
            if name not in OPTIONS
        ]
        named = options.get("bibliography")
        if named and not _are_paths(named):
            message = "the option bibliography of markdown_citations takes a path or a list of them"
            hint = f"Write it as in `bibliography: references.bib`, not {str(named)[:40]!r}."
            self.problems.append(_option_problem(message, hint))
        self.paths = bibliography_paths(options, root)
        self.cache = cache_folder(options, root)
        read, found = read_library(self.paths, root, customization.pasted_hint)
        self.language = find_language(str(options.get("language") or "en")) or "en"
        self.library = read_in(read, self.language)
        self.problems += found
        self.style = str(options.get("style") or DEFAULT_STYLE)
        self.texts, found = choose_texts(options)
        self.problems += found
        self._formatters: dict[str, Formatter] = {}

    def formatter(self, style: str = "") -> Formatter:
        """Return the formatter of a style, made once; an empty name means the site's."""
        name = style or self.style
        if name not in self._formatters:
            safe = "".join(c if c.isalnum() or c in "-_" else "-" for c in name)
            safe += "" if self.language == "en" else f"-{self.language}"
            path = self.cache / f"style-{safe}.json" if self.cache else None
            self._formatters[name] = Formatter(
                self.library, name, path, self.customization, self.texts
            )
        return self._formatters[name]

    def extension(
        self,
        get_page: Callable[[], PageSource | None],
        report: Callable[[PageSource, PageCitations], None],
        *,
        always_list: bool = True,
    ) -> CitationExtension:
        """Make an extension that uses this library.

        `always_list` puts a bibliography at the end of a page that names no place for it.
        """
        return CitationExtension(self.formatter, get_page, report, always_list=always_list)

    def format_problems(self) -> list[Problem]:
        """Return the problems that the formatters met."""
        return [problem for f in self._formatters.values() for problem in f.problems]

    def save(self) -> None:
        """Write the caches."""
        for formatter in self._formatters.values():
            formatter.save()


def bibliography_paths(options: Mapping[str, Any], root: Path) -> list[Path]:
    """Return the .bib files that the option `bibliography` names.

    It names one or several; a folder stands for all that are in it, sorted by path.
    """
    named = options.get("bibliography") or DEFAULT
    names: Sequence[str | os.PathLike[str]] = _listed(named if _are_paths(named) else DEFAULT)
    paths: list[Path] = []
    for path in (root / name for name in names):
        paths += sorted(path.rglob("*.bib")) if path.is_dir() else [path]
    return paths


def _listed(named: Any) -> list[Any]:
    return list(named) if isinstance(named, list | tuple) else [named]


def _are_paths(named: Any) -> bool:
    return all(
        isinstance(name, str | os.PathLike) and "\0" not in os.fspath(name)
        for name in _listed(named)
    )


def cache_folder(options: Mapping[str, Any], root: Path) -> Path | None:
    """Return the folder that the option `cache` names; None where it says no.

    `.cache` if it is not given or says yes.
    """
    name = options.get("cache", True)
    if not name:
        return None
    return root / (".cache" if name is True else str(name)) / "citations"


def choose_texts(options: Mapping[str, Any]) -> tuple[Texts, list[Problem]]:
    """Return the texts of the option `language`, changed by the option `texts`.

    That one is a table of some texts, or a whole `Texts`.
    """
    language, changes = str(options.get("language") or "en"), options.get("texts") or {}
    if isinstance(changes, Texts):
        return changes, []
    problems = []
    found = find_language(language)
    if found is None:
        message = f'markdown_citations has no texts in the language "{language}"'
        hint = f"It has {', '.join(LANGUAGES)}; the option texts takes others."
        problems.append(_option_problem(message, hint))
    texts = read_texts(found or "en")
    if not isinstance(changes, Mapping):
        message = "the option texts of markdown_citations takes a table"
        hint = "Write it as in `texts: {references: Sources}`."
        return texts, [*problems, _option_problem(message, hint)]
    known = asdict(texts)
    texts, wrong = change_texts(texts, changes)
    for name in wrong:
        if name in known:
            message = f'the text "{name}" of markdown_citations cannot be {changes[name]!r}'
            hint = f"Write it in the form of {known[name]!r}."
        else:
            message, hint = f'markdown_citations has no text "{name}"', did_you_mean(name, known)
        problems.append(_option_problem(message, hint))
    return texts, problems


def _option_problem(message: str, hint: str) -> Problem:
    return BY_CODE["citations-option"].problem(message, hint=hint)


def make_extension(
    options: Mapping[str, Any], customization: Customization = NOTHING_ADDED
) -> CitationExtension:
    """Make the extension for a caller that only names it.

    Such a caller makes it anew for each page. So the library is kept until a
    file differs, and problems go to the log, each once.
    """
    root = Path(str(options.get("root") or "."))
    stamps = tuple(_stamp(path) for path in bibliography_paths(options, root))
    key = (str(root.resolve()), stamps, repr(sorted(options.items())), customization)
    if key not in _kept:
        while len(_kept) >= _KEEP:
            del _kept[next(iter(_kept))]
        _kept[key] = (Configuration(options, root, customization), set())
        # Such a caller says nowhere that it is done.
        atexit.register(_kept[key][0].save)
    configuration, logged = _kept[key]

    def report(page: PageSource, result: PageCitations) -> None:
        for problem in (
            *configuration.problems,
            *configuration.format_problems(),
            *result.problems,
        ):
            if problem not in logged or problem in result.problems:
                log.warning("%s", problem)
                logged.add(problem)

    return configuration.extension(lambda: None, report)


def _stamp(path: Path) -> tuple[str, int, int]:
    """Tell one state of a file from the next."""
    try:
        status = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), status.st_mtime_ns, status.st_size
