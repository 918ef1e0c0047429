"""Run all checks over a site, each page once; nothing is printed here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from markdown_citations.problems import Problem, sort_problems

from kapguide.checks.allowing import Silenced, check_allowed, split_allowed
from kapguide.checks.consequences import leave_out_following
from kapguide.checks.definition import Check, Note
from kapguide.checks.files.file_stray import is_draft
from kapguide.checks.finding import find_check_rules, find_checks
from kapguide.front_matter.checking import check_front_matter
from kapguide.front_matter.file_limits import MOST_BUILT, is_text, report_size
from kapguide.pages.page import Page
from kapguide.pages.source_lines import Source
from kapguide.problems.failures import report_failure
from kapguide.project.project import Project, Site

_MANY = 3
"""From so many pages on, what all of them have is one problem."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found."""

    problems: tuple[Problem, ...]
    silenced: tuple[Silenced, ...]
    pages: int
    """How many were looked at."""
    cited: frozenset[str] = frozenset()
    """The citekeys of all citations."""


def check_site(
    site: Site,
    project: Project,
    progress: Callable[[Page], None] = lambda page: None,
    checks: Iterable[Check] | None = None,
) -> Outcome:
    """Check every page of a site, with all checks or those given; `progress` hears of each page.

    The problems of the outcome are sorted by file and line.
    """
    checks = find_checks() if checks is None else tuple(checks)
    found: dict[str, list[Problem]] = defaultdict(list)
    sources: dict[str, Source] = {}
    notes: dict[Note, list[Any]] = {check.note: [] for check in checks if check.note}
    cited: set[str] = set()
    read = 0
    for page in site.pages:
        if project.languages.shares(page.url):
            continue
        if too_large := report_size(site.files.get(page.url, 0), MOST_BUILT, page.path):
            found[page.path].append(too_large)
            continue
        source = project.source(page)
        owner = source.path if source else page.path
        if source:
            sources[owner] = source
            if is_draft(project.source_name(page)):
                continue  # file-stray says that it is none of the site
            if owner.endswith(".md"):
                found[owner] += check_front_matter(source.front_matter, source.path)
            if not is_text(source.text):  # nothing else that is said of it would help
                continue
        if not page.redirect:
            read += 1
            found[owner] += _look(checks, page, project, owner)
        found[owner] += _take(notes, page, site, project, owner)
        cited.update(key for block in page.blocks for keys in block.cites for key in keys.split())
        progress(page)
    for drawing in (one for one in site.drawings if not project.languages.shares(one.url)):
        owner = source.path if (source := project.source(drawing)) else drawing.path
        found[owner] += _look((c for c in checks if c.drawings), drawing, project, owner)
    site = replace(site, notes=notes)
    for check in checks:
        for problem in _try(check.site, site, project, path="") if check.site else ():
            found[problem.path].append(problem)
    standing, silenced = _settle(found, sources, project)
    shared = _join_shared(standing, read, project)
    return Outcome(tuple(shared), tuple(silenced), len(site.pages), frozenset(cited))


def _look(checks: Iterable[Check], page: Page, project: Project, owner: str) -> list[Problem]:
    """Run the checks that look at one page."""
    looks = (check.page for check in checks if check.page)
    return [problem for look in looks for problem in _try(look, page, project, owner)]


def _take(
    notes: dict[Note, list[Any]], page: Page, site: Site, project: Project, owner: str
) -> Iterator[Problem]:
    """Take the notes of one page for the checks on the site; yield what failed."""
    for take, taken in notes.items():
        try:
            taken.append(take(page, site, project))
        except Exception as error:
            yield report_failure(error, owner, f"the check {take.__name__}")


def _try(
    check: Callable[[Any, Project], Iterable[Problem]],
    seen: Page | Site,
    project: Project,
    path: str,
) -> list[Problem]:
    """Run a check; where it fails, that is a problem, and all others have their turn."""
    try:
        return list(check(seen, project))
    except Exception as error:
        return [report_failure(error, path, f"the check {check.__name__}")]


def _join_shared(problems: Iterable[Problem], pages: int, project: Project) -> Iterator[Problem]:
    """Make one problem of those that stand on every page: a template has it."""
    problems = list(problems)
    number = Counter((p.code, p.message) for p in problems if p.line is None)
    shared = {key for key, times in number.items() if times == pages >= _MANY}
    for problem in problems:
        key = (problem.code, problem.message)
        if key not in shared or problem.line is not None:
            yield problem
        elif number.pop(key, 0):
            yield replace(
                problem,
                path=project.main_template,
                message=f"{problem.message}, on all {pages} pages",
            )


def _settle(
    found: dict[str, list[Problem]], sources: dict[str, Source], project: Project
) -> tuple[list[Problem], list[Silenced]]:
    """Split all problems into those that remain and those that pages silence, both sorted."""
    standing: list[Problem] = []
    silenced: list[Silenced] = []
    checked = frozenset(rule.code for rule in find_check_rules())
    for owner, problems in found.items():
        source = sources.get(owner)
        if source is None:
            standing += problems
            continue
        left, allowed = split_allowed(problems, source)
        used = {item.allowance for item in allowed}
        # What a page allows is no cause: what follows from it is told.
        standing += leave_out_following(left, source)
        standing += check_allowed(source, used, checked, project.codes)
        silenced += allowed
    silenced.sort(key=lambda item: (item.problem.path, item.problem.line or 0, item.problem.code))
    return sort_problems(standing), silenced


def select_problems(
    problems: Iterable[Problem], only: Iterable[str] = (), ignore: Iterable[str] = ()
) -> list[Problem]:
    """Keep the problems of some codes, or drop those of others; `heading` takes `heading-…` in."""
    wanted, dropped = tuple(only), tuple(ignore)
    return [
        problem
        for problem in problems
        if (not wanted or _matches(problem.code, wanted)) and not _matches(problem.code, dropped)
    ]


def _matches(code: str, names: tuple[str, ...]) -> bool:
    return any(code == name or code.startswith(f"{name}-") for name in names)
