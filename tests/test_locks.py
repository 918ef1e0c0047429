"""The locks, and what a commit must not hold."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_locks_have_hashes_and_no_address(lock: Path) -> None:
    """What is installed is what was locked, from whichever registry a machine uses."""
    text = lock.read_text("utf-8")
    requirements = re.findall(r"^[a-z0-9._-]+==.*?(?=^\S|\Z)", text, re.M | re.S | re.I)
    assert len(requirements) > 20
    assert [r.split()[0] for r in requirements if "--hash=sha256:" not in r] == []
    assert not re.search(r"https?:|file:|index-url|find-links|(^|\s)/", text)


def test_all_runs_with_the_versions_that_build_the_site() -> None:
    """The handouts' and the engines' locks hold the site's every pin, and the tests' every pin."""
    pins = [
        set(re.findall(r"^[\w.-]+==[^\s\\]+", (ROOT / "requirements" / name).read_text(), re.M))
        for name in ("site.txt", "handouts.txt", "engines.txt", "test.txt")
    ]
    assert pins[0] < pins[1] < pins[3]
    assert pins[0] < pins[2] < pins[3]


def test_handouts_need_no_tools_of_the_tests() -> None:
    """Who only publishes installs what prints, and no more."""
    text = (ROOT / "requirements" / "handouts.txt").read_text("utf-8")
    names = set(re.findall(r"^([\w.-]+)==", text, re.M))
    assert {"playwright", "pypdf"} <= names
    assert names & {"pytest", "mypy", "ruff", "uv", "hypothesis", "zensical"} == set()


def tracked() -> list[Path]:
    """Give the files that git would commit."""
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in done.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_file_names_this_machine() -> None:
    """A path of one machine, or the address of a package registry, helps nobody elsewhere."""
    home = re.escape(str(ROOT.parent))
    forbidden = re.compile(
        rf"{home}/|--(?:extra-)?index-url[ =]\S|pypi\.org/simple|files\.pythonhosted"
    )
    found = [
        path.relative_to(ROOT)
        for path in tracked()
        if path.suffix not in {".png", ".woff2", ".ico"}
        and forbidden.search(path.read_text("utf-8", errors="replace"))
    ]
    assert found in ([], [Path("tests/test_locks.py")])
