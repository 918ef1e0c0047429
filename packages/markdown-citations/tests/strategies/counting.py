"""Count what a piece of work costs, whatever the machine."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any


def count_lines(run: Callable[[], object]) -> int:
    """Return how many lines of Python a call runs."""
    lines = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return lines


def measure_growth(run: Callable[[int], object], size: int) -> float:
    """Return how many times longer a call takes with four times the size.

    That is about 4 where time grows with the length, and 16 where it grows with its square.
    """
    return _least_seconds(run, 4 * size) / _least_seconds(run, size)


def _least_seconds(run: Callable[[int], object], size: int) -> float:
    times: list[float] = []
    for _ in range(3):
        start = time.process_time()
        run(size)
        times.append(time.process_time() - start)
    return min(times)
