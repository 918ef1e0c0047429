"""The set-up: locks, environment, and what a commit must not hold."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import time
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


def test_tests_run_with_the_versions_that_build_the_site() -> None:
    """The test lock holds every pin of the site's lock."""
    pins = [
        set(re.findall(r"^[\w.-]+==[^\s\\]+", (ROOT / "requirements" / name).read_text(), re.M))
        for name in ("site.txt", "test.txt")
    ]
    assert pins[0] <= pins[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a space in its name that holds what the set-up needs."""
    folder = tmp_path / "our site"
    (folder / "requirements").mkdir(parents=True)
    for name in ("requirements/install", "requirements/site.txt", "Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def stub(project: Path, body: str) -> Path:
    """Write an interpreter that makes an environment of nothing but itself."""
    path = project / "python"
    path.write_text(
        "#!/bin/sh\n"
        'case "$1 $2" in\n'
        '"-c import"*) exit 0;;\n'
        '"-m venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python; exit 0;;\n'
        f"*) {body};;\nesac\n"
    )
    path.chmod(0o755)
    return path


def test_failed_install_leaves_no_environment(project: Path) -> None:
    """A half-made environment would fail later, with a message that helps nobody."""
    python = stub(project, "echo no such package >&2; exit 1")
    done = subprocess.run(
        ["make", ".venv/site.stamp", f"PYTHON={python}"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "no such package" in done.stderr
    assert "run the same command again" in done.stderr
    assert not (project / ".venv").exists()


def test_interrupted_install_leaves_no_environment(project: Path) -> None:
    """Control-C in the middle of the installation cleans up after itself."""
    python = stub(project, "touch started; sleep 20 & wait")
    process = subprocess.Popen(
        ["requirements/install", str(python), "site"],
        cwd=project,
        start_new_session=True,
        stderr=subprocess.PIPE,
    )
    deadline = time.monotonic() + 15
    while not (project / "started").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert (project / ".venv").is_dir()
    import os

    os.killpg(process.pid, signal.SIGTERM)
    process.communicate(timeout=15)
    assert process.returncode != 0
    assert not (project / ".venv").exists()


def test_finished_install_is_not_done_again(project: Path) -> None:
    """A command that has nothing to install is fast."""
    python = stub(project, "echo pip >> calls; exit 0")
    command = ["make", ".venv/site.stamp", f"PYTHON={python}"]
    for _ in range(2):
        subprocess.run(command, cwd=project, check=True, capture_output=True)
    assert (project / "calls").read_text().count("pip") == 2  # the lock, and ourselves


def test_old_python_is_refused_by_name(project: Path) -> None:
    """Who has only an old Python learns so at once."""
    python = project / "python"
    python.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 && exit 0\nexit 1\n')
    python.chmod(0o755)
    done = subprocess.run(
        ["requirements/install", str(python), "site"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Python 3.11 or later" in done.stderr
    assert "Python 3.9.2" in done.stderr


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
    assert found in ([], [Path("tests/test_setup.py")])
