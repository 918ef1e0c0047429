"""Time whole builds of one site, side by side: ours, without citations, and others.

\b
    benchmarks/run                          all sizes, the default programs
    benchmarks/run --sizes S,M --runs 7     smaller, more often
    benchmarks/run --tools plain,ours       only these
    benchmarks/run --json results.json      every single run, for other programs

The corpus comes from a seed. Each program builds as its users build, in a
process of its own. Times are medians; a ratio is the median of the ratios of
runs that followed each other (timing.py). A build that lacks its citations is
not timed but reported (sites.py).
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

import click
from corpus import SIZES, Corpus, make_corpus
from machine import describe_machine
from report import Measured, format_goals, format_table, write_results
from sites import OTHERS, ROOT, TOOLS, Tool, check_built, make_site
from timing import Round, Run, run, run_rounds

MORE_RUNS = {"S": 3}
"""How many times more often a size is built: short builds differ most from run to run."""
WORK = ROOT / ".cache" / "bench"
DEFAULT = ("plain", "ours-cold", "ours", "plugin", "mkdocs-bibtex")
# Others take many minutes there, and the goals speak of ours alone.
DEFAULT_XL = ("plain", "ours-cold", "ours")


def _names(known: Sequence[str]) -> Callable[..., list[str] | None]:
    """Make a reader of names with commas between them."""

    def read(
        context: click.Context, option: click.Parameter, value: str | None
    ) -> list[str] | None:
        if value is None:
            return None
        names = [name.strip() for name in value.split(",") if name.strip()]
        for name in names:
            if name not in known:
                raise click.BadParameter(f'"{name}" is none of {", ".join(known)}')
        return names

    return read


@click.command(help=__doc__, context_settings={"max_content_width": 100})
@click.option("--sizes", callback=_names(list(SIZES)), default="S,M,L,XL", show_default=True)
@click.option(
    "--tools", callback=_names(list(TOOLS)), help="Those of sites.py; by size if not given."
)
@click.option(
    "--runs",
    type=click.IntRange(1),
    default=5,
    show_default=True,
    help="That count; three times as many at S.",
)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option(
    "--patience",
    type=float,
    default=60,
    show_default=True,
    help="Seconds; a program that takes longer is run once.",
)
@click.option(
    "--by",
    type=click.Choice(["seconds", "cpu"]),
    default="seconds",
    show_default=True,
    help="What goals are judged by; on a busy machine only the time on the processor tells.",
)
@click.option("--json", "to_json", type=click.Path(path_type=Path), help="Write all runs here.")
@click.option("--write", is_flag=True, help="Put the table into benchmarks/README.md.")
@click.option("--keep", is_flag=True, help="Keep the sites in .cache/bench/sites.")
def main(  # noqa: PLR0917 - click hands the options in by name
    sizes: list[str],
    tools: list[str] | None,
    runs: int,
    seed: int,
    patience: float,
    by: str,
    to_json: Path | None,
    write: bool,
    keep: bool,
) -> None:
    measured = []
    for size in sizes:
        names = tools or (DEFAULT_XL if size == "XL" else DEFAULT)
        chosen = [TOOLS[name] for name in names if _is_installed(TOOLS[name])]
        rounds = measure(size, chosen, runs * MORE_RUNS.get(size, 1), seed, patience)
        measured.append(Measured(size, tuple(rounds)))
    if not keep:
        shutil.rmtree(WORK / "sites", ignore_errors=True)
    machine = describe_machine()
    parts = (format_table(measured), format_goals(measured, by), machine)
    found = "\n\n".join(part for part in parts if part)
    click.echo(f"\n{found}")
    if write:
        write_results("builds", found)
    if to_json:
        sizes_and_runs = [
            {
                "size": one.size,
                **asdict(SIZES[one.size]),
                "rounds": [{name: asdict(taken) for name, taken in r.items()} for r in one.rounds],
            }
            for one in measured
        ]
        everything = {"machine": machine, "seed": seed, "sizes": sizes_and_runs}
        to_json.write_text(json.dumps(everything, indent=1), "utf-8")


def measure(size: str, tools: Sequence[Tool], runs: int, seed: int, patience: float) -> list[Round]:
    """Time the builds of one size."""
    corpus = make_corpus(SIZES[size], seed)
    folders = {tool.folder: WORK / "sites" / size / tool.folder for tool in tools}
    for tool in {tool.folder: tool for tool in tools}.values():
        make_site(tool, corpus, folders[tool.folder])
    ways = {tool.name: partial(_build, tool, corpus, folders[tool.folder]) for tool in tools}
    rounds: list[Round] = [{} for _ in range(runs)]
    for name, number, taken in run_rounds(ways, runs, patience):
        counted = "" if number else " (warming up)"
        click.echo(
            f"{size} {number}/{runs} {name}: {taken.seconds:.2f} s, {taken.cpu:.2f} s of CPU, "
            f"{taken.megabytes:.0f} MB{counted}",
            err=True,
        )
        if number:
            rounds[number - 1][name] = taken
    return rounds


def _build(tool: Tool, corpus: Corpus, folder: Path) -> Run:
    for name in tool.forget:
        shutil.rmtree(folder / name, ignore_errors=True)
    taken = run(tool.command, folder)
    check_built(tool, corpus, folder)
    return taken


def _is_installed(tool: Tool) -> bool:
    if tool.command[0] == str(OTHERS) and not OTHERS.exists():
        click.echo(f"{tool.name} is not installed; benchmarks/run installs it.", err=True)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
