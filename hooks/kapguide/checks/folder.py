"""Check a built folder: read the site and its project, run all checks.

The steps that the command line and the hook have in common: which files are read is
what mkdocs.yml says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from markdown_citations.library.checks import check_library
from markdown_citations.library.reading import read_library
from markdown_citations.page.mentioned_lines import find_mention
from markdown_citations.problems import Problem, sort_problems

from kapguide.checks.links.language_unlinked import UNLINKED
from kapguide.checks.running import Outcome, check_site
from kapguide.checks.security.policy_missing import MISSING as POLICY_MISSING
from kapguide.evidence.customization import make_customization
from kapguide.notices.missing_sources import find_missing_sources
from kapguide.problems.catalog import find_rules
from kapguide.problems.reports import Report
from kapguide.project.clock import current_day, latest_day
from kapguide.project.config_file import CannotRun
from kapguide.project.disk import read_project, read_site
from kapguide.project.editions.editions import Editions, read_editions
from kapguide.project.project import Project, Site
from kapguide.project.settings import Settings, read_settings

_NOT_IN_PREVIEW = frozenset({POLICY_MISSING.code, UNLINKED.code})


@dataclass(frozen=True, slots=True)
class CheckedFolder:
    """A built folder, and what the checks found in it."""

    site: Site
    project: Project
    outcome: Outcome


def check_folder(folder: Path, config: Path, *, preview: bool = False) -> CheckedFolder:
    """Check a folder that was just built with a config file.

    If a notice's source is missing, that is the only problem.

    A live preview adds a script of its own to pages, so none of them has a policy there, and
    it stands at an address of its own.
    """
    settings = read_settings(config)
    site, project = read_site(folder), load_project(settings)
    missing = find_missing_notice(project)
    outcome = Outcome((missing,), (), len(site.pages)) if missing else check_site(site, project)
    if preview:
        kept = tuple(p for p in outcome.problems if p.code not in _NOT_IN_PREVIEW)
        outcome = replace(outcome, problems=kept)
    return CheckedFolder(site, project, outcome)


def make_report(problems: Iterable[Problem], *outcomes: Outcome) -> Report:
    """Report these problems, sorted and each once, beside what was found in folders."""
    allowed = [(item.problem, item.reason) for found in outcomes for item in found.silenced]
    pages = sum(outcome.pages for outcome in outcomes)
    return Report(sort_problems(dict.fromkeys(problems)), allowed, pages)


def load_project(settings: Settings, known: Editions | None = None) -> Project:
    """Read what pages are compared with, whether it is all there or not.

    `known` are the editions of its site, where they are read already, the pages of each with them.
    """
    files = [path for path in settings.bibliographies if path.is_file()]
    editions = known.seen_by(settings) if known else read_editions(settings)
    return read_project(
        settings.root,
        settings.docs,
        today=current_day(),
        latest=latest_day(),
        library=read_library(files, settings.root)[0],
        codes=find_rules(),
        templates=settings.templates,
        themes=settings.themes,
        config=settings.config,
        menu=settings.menu,
        site_url=settings.site_url,
        clinic=settings.clinic,
        words=settings.words,
        without=editions.foreign_docs(),
        languages=editions.languages(),
    )


def load_whole_project(settings: Settings, known: Editions | None = None) -> Project:
    """Read what pages are compared with; raise CannotRun where a notice is missing."""
    project = load_project(settings, known)
    missing = find_missing_notice(project)
    if missing:
        raise CannotRun(str(missing))
    return project


def find_missing_notice(project: Project) -> Problem | None:
    """Find a notice without which no page can be proved to be whole."""
    return next(find_missing_sources(project.notices, project.includes), None)


def check_bibliography(
    settings: Settings, project: Project, site: Collection[Outcome] = ()
) -> list[Problem]:
    """Check the .bib files.

    `site` is what was found in a whole site, in each of its languages: nothing less can tell
    that no page cites an entry.
    """
    _, problems = read_library(settings.bibliographies, settings.root)
    cited = {citekey for outcome in site for citekey in outcome.cited}
    # What a notice cites is asked for, whether a page finds it by its name or not.
    notices = "\n".join(one.text for one in project.templates if one.path.endswith(".md"))
    cited.update(one.citekey for one in project.library if find_mention(notices, one.citekey))
    several = sum(outcome.pages for outcome in site) > 1
    customization = make_customization(project.words)
    # All that the library asks is whether a day is yet to come.
    found = check_library(
        project.library,
        today=max(project.today, project.latest),
        cited=cited if several else None,
        customization=customization,
    )
    return [*problems, *found]
