"""Time the page checks over a built site of many pages.

\b
    benchmarks/run checks
    benchmarks/run checks --pages 200 --runs 1

The pages are the project's own, copied with all their links until there are
enough: what the checks take depends on what pages say. The site is built first,
with every hook but the one that checks, and that does not count. Then
`kapguide check` runs as staff run it, in a process of its own.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import click
import yaml
from machine import describe_machine
from report import write_results
from sites import ROOT, UNTIMED, read_settings
from timing import Run, run

WORK = ROOT / ".cache" / "bench" / "page-checks"
ONCE = ("a-to-z.md", "references.md")
"""These list all others: a site has one of each, however large it is."""
START, EACH = 1.0, 0.019
"""At most so many seconds of CPU to start, and for each page: 20 for 1,000."""


@click.command(help=__doc__, context_settings={"max_content_width": 100})
@click.option("--pages", type=click.IntRange(1), default=1_000, show_default=True)
@click.option("--runs", type=click.IntRange(1), default=3, show_default=True)
@click.option("--json", "to_json", type=click.Path(path_type=Path), help="Write all runs here.")
@click.option("--write", is_flag=True, help="Put the time into benchmarks/README.md.")
@click.option("--keep", is_flag=True, help="Keep the site in .cache/bench/page-checks.")
def main(pages: int, runs: int, to_json: Path | None, write: bool, keep: bool) -> None:
    made = make_project(pages)
    run((sys.executable, "-m", "mkdocs", "build", "--quiet"), WORK)
    codes = find_codes()
    taken = [_check() for _ in range(runs)]
    if not keep:
        shutil.rmtree(WORK)
    seconds = statistics.median(one.seconds for one in taken)
    cpu = statistics.median(one.cpu for one in taken)
    most = START + EACH * made
    found = (
        f"{made:,} pages checked in {seconds:.1f} s, {cpu:.1f} s of CPU, with "
        f"{sum(codes.values()):,} problems found; at most {most:.1f} s of CPU: "
        f"{'reached' if cpu <= most else 'missed'}\n\n{describe_machine()}"
    )
    click.echo(found)
    if write:
        write_results("checks", found)
    if to_json:
        runs_and_codes = {"pages": made, "runs": [asdict(one) for one in taken], "problems": codes}
        to_json.write_text(json.dumps(runs_and_codes, indent=1), "utf-8")


def make_project(pages: int) -> int:
    """Copy the project's pages until there are at least so many; return how many there are."""
    shutil.rmtree(WORK, ignore_errors=True)
    docs = WORK / "docs"
    shutil.copytree(ROOT / "docs", docs, ignore=shutil.ignore_patterns("es"))
    sources = {path.name: path.read_text("utf-8") for path in sorted(docs.glob("*.md"))}
    copied = {name: text for name, text in sources.items() if name not in ONCE}
    copies = max(0, -(-(pages - len(sources)) // len(copied)))
    settings = read_settings()
    for number in range(2, copies + 2):
        folder = docs / f"part-{number:03}"
        folder.mkdir()
        for name, text in copied.items():
            (folder / name).write_text(_change(text, number), "utf-8")
        settings["nav"].append({f"Part {number}": [f"{folder.name}/{name}" for name in copied]})
    shutil.copy(ROOT / "references.bib", WORK)
    hooks = [str(ROOT / name) for name in settings["hooks"] if Path(name).stem != UNTIMED]
    settings |= {"hooks": hooks, "strict": False, "validation": {}}
    settings["theme"]["custom_dir"] = str(ROOT / "overrides")
    settings["theme"].setdefault("features", []).append("navigation.prune")
    (WORK / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    return len(sources) + len(copied) * copies


def _change(text: str, number: int) -> str:
    """Give a copy a title of its own, and lead it to what stands only once."""
    for name in (*ONCE, "assets/", "downloads/"):
        text = text.replace(f"]({name}", f"](../{name}")
    lines = text.split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("title:"))
    title = lines[at].partition(":")[2].strip().strip("\"'")
    lines[at] = f"title: {json.dumps(f'{title} ({number})')}"
    return "\n".join(lines)


def find_codes() -> dict[str, int]:
    """Say which problems the checks find: a run that looked at nothing finds none either."""
    done = subprocess.run(
        [*_command(), "--format", "json"], cwd=WORK, capture_output=True, text=True, check=False
    )
    found = json.loads(done.stdout)
    return dict(Counter(problem["code"] for problem in found["problems"]))


def _command() -> list[str]:
    return [sys.executable, "-m", "kapguide", "check", "site"]


def _check() -> Run:
    return run(_command(), WORK, accept=(0, 1))


if __name__ == "__main__":
    sys.exit(main())
