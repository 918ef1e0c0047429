"""How many texts each reader gets, and what it took: `make fuzz` prints it."""

from __future__ import annotations

import resource
import sys
from dataclasses import dataclass, field

import hypothesis
import pytest

# `make test` takes some of the same; a run for long looks for new ones.
hypothesis.settings.register_profile("fuzz", max_examples=20_000, deadline=None, print_blob=True)


@dataclass
class Figures:
    """What the readers took."""

    seconds: dict[str, list[float]] = field(default_factory=dict)

    def add(self, name: str, seconds: float) -> None:
        """Note what one text took."""
        self.seconds.setdefault(name, []).append(seconds)

    @property
    def megabytes(self) -> float:
        """How much memory the process had at most, all that it has loaded in it."""
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (1e6 if sys.platform == "darwin" else 1e3)


_figures = Figures()


@pytest.fixture
def figures() -> Figures:
    """Give the one that the summary prints."""
    return _figures


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures of a run by itself; those of `make test` are with its workers."""
    for name, seconds in _figures.seconds.items():
        terminalreporter.write_line(
            f"{name}: {len(seconds)} texts, {sum(seconds) / len(seconds) * 1000:.1f} ms each, "
            f"the slowest {max(seconds):.2f} s"
        )
    if _figures.seconds:
        terminalreporter.write_line(f"memory: at most {_figures.megabytes:.0f} MB")
