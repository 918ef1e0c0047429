"""`kapguide check`: run the page checks over a built folder or some of its files."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click
from markdown_citations.problems import Problem, Rule, did_you_mean

from kapguide.browser.proof import prove_notices
from kapguide.browser.windows import why_no_browser
from kapguide.checks.fitness import check_published
from kapguide.checks.folder import check_bibliography, load_whole_project, make_report
from kapguide.checks.running import Outcome, select_problems
from kapguide.commands.output import choose_format, choose_project, paint, run_checks, write_report
from kapguide.commands.targets import list_targets, read_target
from kapguide.handouts.chromium import open_browser
from kapguide.problems.catalog import find_rules
from kapguide.project.editions.editions import Edition, read_editions
from kapguide.project.project import Project, Site
from kapguide.project.settings import CannotRun, read_settings


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@choose_format
@click.option("--only", multiple=True, metavar="CODE", help="Report this code only; repeatable.")
@click.option("--ignore", multiple=True, metavar="CODE", help="Leave this code out; repeatable.")
@click.option(
    "--browser", is_flag=True, help="Look at each page with a Chromium, too: are the notices seen?"
)
@click.option("--explain", metavar="CODE", help="Say what a code means, and check nothing.")
@choose_project
def check(  # noqa: PLR0917 - click hands the options in by name
    paths: tuple[Path, ...],
    form: str,
    only: tuple[str, ...],
    ignore: tuple[str, ...],
    browser: bool,
    explain: str | None,
    project: Path,
) -> None:
    """Check built pages: a FOLDER such as site/, or single HTML files in it.

    A folder is checked with the sites in other languages that lie in it.
    """
    if explain is not None:
        click.echo("\n\n".join(_explain(rule) for rule in _known(explain)))
        return
    for name in (*only, *ignore):
        _known(name)
    settings = read_settings(project)
    editions = read_editions(settings)
    found: list[Problem] = []
    looked: dict[Edition, tuple[Project, Outcome]] = {}
    whole = True
    for edition, meant in list_targets(paths, editions):
        truth = load_whole_project(edition.settings, editions)
        site = read_target(meant, settings.root, editions.folders_within(edition))
        outcome = run_checks(site, truth)
        looked[edition] = truth, outcome
        whole = whole and site.complete and all(path.is_dir() for path in meant)
        found += outcome.problems
        found += check_published(edition.settings) if site.complete else ()
        found += _look(site, truth) if browser else ()
    outcomes = [outcome for _, outcome in looked.values()]
    site_found = outcomes if whole and len(looked) == len(editions.all) else ()
    for edition, (truth, _) in looked.items():
        found += check_bibliography(edition.settings, truth, () if edition.folder else site_found)
    report = make_report(select_problems(found, only, ignore), *outcomes)
    write_report(report, form)
    sys.exit(1 if report.errors else 0)


def _look(site: Site, project: Project) -> Iterable[Problem]:
    """Look at the pages with a browser; without one, say that it was not done."""
    missing = why_no_browser()
    if missing:
        click.echo(
            f"No browser looked at the pages: their files alone were read.\n{missing}", err=True
        )
        return ()
    with open_browser("look at the pages") as opened:
        return tuple(prove_notices(site, project, opened))


def _known(name: str) -> list[Rule]:
    """Return the rules of a code, or of all codes that start with it: `disclaimer`."""
    rules = find_rules()
    found = [rule for code, rule in rules.items() if code == name or code.startswith(f"{name}-")]
    if not found:
        hint = did_you_mean(name, rules) or "CONTRIBUTING.md lists all codes."
        raise CannotRun(f'no check is called "{name}". {hint}')
    return found


def _explain(rule: Rule) -> str:
    level = "blocks publishing" if rule.severity == "error" else "warns"
    parts = [
        f"{paint(rule.code, rule.severity)} ({level})",
        rule.rule,
        f"Source: {rule.source}",
        f"Wrong:\n{_indent(rule.wrong)}",
        f"Right:\n{_indent(rule.right)}",
    ]
    return "\n".join(parts)


def _indent(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.splitlines())
