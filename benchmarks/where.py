"""Say where our time goes: what a build with citations does that one without does not.

\b
    benchmarks/run where --size M
    benchmarks/run where --size L --rows 60

Both builds are interrupted a thousand times for each second of work, to note
which functions are running. A row is a function; its seconds include those of
all that it called. Time on the processor is counted, so a busy machine does not
matter much; a function that is rarely seen is not known to better than a few
hundredths of a second.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from types import FrameType

import click
from corpus import SIZES, make_corpus
from machine import describe_machine
from report import write_results
from sites import ROOT, TOOLS, make_site

WORK = ROOT / ".cache" / "bench" / "where"
INTERVAL = 0.001
Times = dict[str, float]


@click.command(help=__doc__, context_settings={"max_content_width": 100})
@click.option("--size", type=click.Choice(list(SIZES)), default="M", show_default=True)
@click.option("--rows", type=click.IntRange(1), default=40, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--write", is_flag=True, help="Put the rows into benchmarks/README.md.")
def main(size: str, rows: int, seed: int, write: bool) -> None:
    corpus = make_corpus(SIZES[size], seed)
    times = {}
    for name in ("plain", "ours"):
        folder = WORK / size / name
        make_site(TOOLS[name], corpus, folder)
        subprocess.run(TOOLS[name].command, cwd=folder, check=True)  # fills the caches
        times[name] = _watch(folder)
    more = {
        place: seconds - times["plain"].get(place, 0.0) for place, seconds in times["ours"].items()
    }
    lines = [f"size {size}", " without     ours     more"]
    for place, seconds in sorted(more.items(), key=lambda item: -item[1])[:rows]:
        without = times["plain"].get(place, 0.0)
        lines.append(f"{without:8.2f} {times['ours'][place]:8.2f} {seconds:8.2f}  {place}")
    found = "\n".join(lines)
    click.echo(found)
    if write:
        write_results("where", f"```text\n{found}\n```\n\n{describe_machine()}")


def _watch(folder: Path) -> Times:
    command = (sys.executable, str(Path(__file__).resolve()), "--build")
    done = subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    times: Times = json.loads(done.stdout)
    return times


def _name(path: str) -> str:
    """Shorten a path to what tells one module from another, on any machine."""
    parts = Path(path).parts
    for folder in ("site-packages", "hooks"):
        if folder in parts:
            parts = parts[parts.index(folder) + 1 :]
    return "/".join(parts[-3:])


def build_and_watch() -> None:
    """Build the site of this folder; print how long each function was running."""
    seen: Counter[str] = Counter()

    def note(_signal: int, frame: FrameType | None) -> None:
        running = set()
        while frame is not None:
            code = frame.f_code
            running.add(f"{code.co_name} ({_name(code.co_filename)})")
            frame = frame.f_back
        seen.update(running)
        seen["everything"] += 1

    signal.signal(signal.SIGPROF, note)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    started = time.process_time()
    from mkdocs.commands.build import build  # noqa: PLC0415 - its import is a part of a build
    from mkdocs.config import load_config  # noqa: PLC0415

    config = load_config("mkdocs.yml")
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()
    signal.setitimer(signal.ITIMER_PROF, 0)
    # The kernel may tick more slowly than it was asked to.
    each = (time.process_time() - started) / max(seen["everything"], 1)
    print(json.dumps({place: count * each for place, count in seen.items()}))


if __name__ == "__main__":
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # as in timing.py
    if sys.argv[1:] == ["--build"]:
        build_and_watch()
    else:
        main()
