"""Say on which machine and with which versions something was measured."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "pybtex", "bibtexparser")


def describe_machine() -> str:
    """Give the day, the machine and the versions, in one line."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return (
        f"{datetime.now(UTC):%F}; {_processor()}, {os.cpu_count()} cores; "
        f"{platform.system()} {platform.machine()}; Python {platform.python_version()}; {packages}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()
