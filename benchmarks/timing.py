"""Time commands side by side: in turns, so that what slows the machine slows all.

Takes named ways to run. Gives the time of each run, in rounds; a round holds
one run of each, close together, and a ratio compares runs of one round only.
Must stay free of sites.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took, with those that it started; but memory is that of the largest."""

    seconds: float
    """By the clock on the wall."""
    cpu: float
    """On a processor, kernel included: a busy machine changes it little."""
    megabytes: float
    """At its largest."""


Round = dict[str, Run]
"""One run of each, by name; who is too slow to be repeated is missing from later rounds."""


def run(command: Sequence[str], folder: Path, accept: Sequence[int] = (0,)) -> Run:
    """Run a command to its end; raises RuntimeError with its output where it fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    # Where it is set, all but installed packages would be compiled in each run.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        # Not wait(): only wait4 tells what this one process and its own used.
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in accept:
            output.seek(0)
            raise RuntimeError(f"{' '.join(command)} failed:\n{output.read()[-3000:]}")
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def run_rounds(
    ways: dict[str, Callable[[], Run]], rounds: int, patience: float
) -> Iterator[tuple[str, int, Run]]:
    """Run each way once per round, each round in another order.

    Round 0 warms up (byte code, the file system's cache) and does not count.
    Who took longer than `patience` seconds in it is not run again: that one
    run counts, for a warm-up matters little to it.
    """
    names = list(ways)
    for number in range(rounds + 1):
        shift = number % max(len(names), 1)
        for name in [*names[shift:], *names[:shift]] if number else list(names):
            taken = ways[name]()
            if number == 0 and taken.seconds > patience:
                names.remove(name)
                yield name, 1, taken
            else:
                yield name, number, taken


def median(rounds: Sequence[Round], name: str, what: str = "seconds") -> float:
    """Return the median of a way over all rounds that have it."""
    return statistics.median(getattr(one[name], what) for one in rounds if name in one)


def ratio(rounds: Sequence[Round], name: str, base: str, what: str = "seconds") -> float:
    """Return the median over the rounds of how many times longer than `base` it took."""
    pairs = [(getattr(one[name], what), getattr(one[base], what)) for one in rounds if name in one]
    return statistics.median(taken / of for taken, of in pairs)
