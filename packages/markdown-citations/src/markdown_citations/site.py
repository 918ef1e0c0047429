"""Gather the citations of all pages of a site.

The extension reports page after page; in the end each entry knows the pages that
cite it, and all problems are listed. Pages are names, titles and addresses here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from markdown_citations.configuration import Configuration
from markdown_citations.extension import PageCitations, PageSource
from markdown_citations.library.checks import check_library
from markdown_citations.page.bibliography import link_markers, listed_ids
from markdown_citations.page.cited_by import CitingPage, fill_cited_by, has_placeholders
from markdown_citations.page.mentioned_lines import find_mentions
from markdown_citations.problems import Problem, cause_cited, sort_problems
from markdown_citations.rules import BY_CODE


class SiteCitations:
    """The citations of one build."""

    def __init__(
        self, configuration: Configuration, root: Path, *, always_list: bool = True
    ) -> None:
        """Start a build; `always_list` puts a bibliography on each page that cites."""
        self._configuration = configuration
        self._start = f"{root}{os.sep}"
        self._always_list = always_list
        self._name = ""
        self._page: PageSource | None = None
        self._cited: dict[str, dict[str, None]] = {}
        """The citekeys that each page cites, by its name, in order."""
        self._pages: dict[str, PageSource] = {}
        """The file of each page, by the page's name."""
        self._problems: list[Problem] = list(configuration.problems)
        self.extension = configuration.extension(
            lambda: self._page, self._report, always_list=always_list
        )

    def start_page(self, name: str, path: str | None, style: object = None) -> None:
        """Say which page is converted next."""
        self._name = name
        shown = name
        if path and path.startswith(self._start):
            shown = path.removeprefix(self._start).replace(os.sep, "/")
        self._page = PageSource(shown, partial(_read, path), str(style or ""))
        self._pages[name] = self._page

    def fill(self, html: str, pages: Sequence[tuple[str, str, str]]) -> str:
        """Fill a page's lists; `pages` are name, title, and address from that page."""
        uses: dict[str, list[CitingPage]] = {}
        for name, title, address in pages:
            page = CitingPage(title, address)
            for citekey in self._cited.get(name, ()):
                uses.setdefault(citekey, []).append(page)
        formatter = self._configuration.formatter()
        return fill_cited_by(html, uses, formatter)

    def link_pages(
        self, pages: Mapping[str, str], address: Callable[[str, str], str]
    ) -> dict[str, str]:
        """Let markers lead to a page that shows the entry, where their own does not.

        `pages` are HTML by name; `address` gives that of the first page from the second.
        """
        if self._always_list:  # then each page shows what it cites
            return dict(pages)
        shown: dict[str, str] = {}
        for name, html in pages.items():
            for entry in listed_ids(html) if has_placeholders(html) else ():
                shown.setdefault(entry, name)
        return {name: self._link_page(name, html, shown, address) for name, html in pages.items()}

    def _link_page(
        self, name: str, html: str, shown: Mapping[str, str], address: Callable[[str, str], str]
    ) -> str:
        linked, missing = link_markers(
            html, lambda entry: address(shown[entry], name) if entry in shown else None
        )
        if missing:
            message = f"no page shows what this one cites: {len(missing)} of its entries"
            hint = "Write ::: bibliography on it, or ::: references on another page."
            rule = BY_CODE["bibliography-not-shown"]
            self._problems.append(rule.problem(message, self._pages[name].path, None, hint))
        return linked

    def finish(self, *, today: date) -> list[Problem]:
        """Return all problems, sorted, and keep what was formatted for the next build."""
        site = self._configuration
        site.save()
        cited = {citekey for keys in self._cited.values() for citekey in keys}
        checked = check_library(
            site.library, today=today, cited=cited, customization=site.customization
        )
        placed = (one for problem in checked for one in self._place_citing(problem))
        return sort_problems([*self._problems, *site.format_problems(), *checked, *placed])

    def _place_citing(self, problem: Problem) -> Iterator[Problem]:
        """Say what is wrong about citing an entry at each place that does."""
        citekey = problem.cause.removeprefix(cause_cited(""))
        for name, cited in self._cited.items() if citekey != problem.cause else ():
            if citekey in cited and (page := self._pages.get(name)):
                lines = find_mentions(page.get_text(), citekey)
                yield from (replace(problem, path=page.path, line=line) for line in lines)

    def _report(self, page: PageSource, result: PageCitations) -> None:
        self._problems += result.problems
        cited = dict.fromkeys(entry.citekey for entry in result.bibliography)
        self._cited.setdefault(self._name, {}).update(cited)


def _read(path: str | None) -> str:
    if path is None or not Path(path).is_file():
        return ""
    return Path(path).read_text("utf-8-sig", errors="replace")
