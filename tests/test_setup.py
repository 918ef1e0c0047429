"""The set-up: an environment is made whole or not at all."""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from kapguide.handouts.chromium import find_chromium
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
WHAT = "WHAT"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a space in its name that holds what the set-up needs."""
    folder = tmp_path / "our site"
    locks = [f"requirements/{name}.txt" for name in ("site", "engines", "handouts", "test")]
    settings = ("pyproject.toml", "packages/markdown-citations/pyproject.toml")
    for name in ("requirements/install", *locks, "Makefile", *settings):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
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


@pytest.mark.parametrize("name", ["a:b", "a\nb"], ids=["a colon", "a line break"])
def test_folder_in_which_python_makes_no_environment(project: Path, name: str) -> None:
    """What is wrong is the folder's name, and not what the system lacks."""
    folder = project.rename(project.with_name(name))
    done = subprocess.run(
        ["requirements/install", sys.executable, "site"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "has a colon or a line break. Rename or move it: " in done.stderr
    assert not (folder / ".venv").exists()


def test_folder_that_cannot_be_written(project: Path) -> None:
    """A checkout that is read only gets a hint before anything is loaded."""
    project.chmod(0o555)
    try:
        if os.access(project, os.W_OK):
            pytest.skip("this user may write everywhere")
        done = subprocess.run(
            ["requirements/install", sys.executable, "site"],
            cwd=project,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1
        assert "This folder cannot be written to" in done.stderr
    finally:
        project.chmod(0o755)


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


@pytest.mark.parametrize("what", ["handouts", "test"])
@pytest.mark.parametrize("fails", ["tests/browser/chromium.py", f"requirements/{WHAT}.txt"])
def test_failed_addition_keeps_the_environment(project: Path, what: str, fails: str) -> None:
    """Without a network there is no Chromium, but what builds the site is there and stays."""
    fails = fails.replace(WHAT, what)
    python = stub(project, f'case "$*" in *{fails}*) echo no network >&2; exit 1;; esac')
    (project / ".venv").mkdir()
    command = ["make", f".venv/{what}.stamp", f"PYTHON={python}"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "no network" in done.stderr
    assert "What was there before is kept; run the same command again." in done.stderr
    assert (project / ".venv" / "bin" / "python").exists()
    assert [path.name for path in (project / ".venv").glob("*.stamp")] == ["site.stamp"]


def test_handouts_install_neither_server_nor_second_engine(project: Path) -> None:
    """What prints is one browser; only the tests look for more."""
    python = stub(project, 'echo "$@" >> calls; exit 0')
    for what in ("handouts", "test"):
        (project / "calls").unlink(missing_ok=True)
        command = ["make", f".venv/{what}.stamp", f"PYTHON={python}"]
        subprocess.run(command, cwd=project, check=True, capture_output=True)
        calls = (project / "calls").read_text()
        assert f"requirements/{what}.txt" in calls
        assert "chromium.py --install" in calls
        assert ("nginx.py --install" in calls) == (what == "test")
        assert ("webkit.py --install" in calls) == (what == "test")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine that has nothing but apt-get, brew and Playwright, which write down their call."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("apt-get", "brew", "python"):
        path = folder / name
        path.write_text(
            f'#!/bin/sh\necho "{name} $@ ${{PLAYWRIGHT_BROWSERS_PATH-}}" >> {tmp_path}/calls\n'
        )
        path.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr("sys.executable", str(folder / "python"))
    (tmp_path / "calls").touch()
    return tmp_path / "calls"


@pytest.mark.parametrize(
    ("program", "who", "expected"),
    [
        ("nginx", "somebody", []),
        ("nginx", "CI", ["brew install nginx"]),
        ("nginx", "root", ["apt-get update", "apt-get install -y"]),
        ("webkit", "somebody", []),
        ("webkit", "CI", []),
        ("webkit", "root", ["apt-get update", "apt-get install -y"]),
        ("chromium", "somebody", ["python -m playwright install"]),
        ("chromium", "root", ["apt-get update", "apt-get install -y"]),
    ],
)
def test_system_is_left_alone(
    machine: Path, monkeypatch: pytest.MonkeyPatch, program: str, who: str, expected: list[str]
) -> None:
    """Packages of the system are installed by root and in CI, as README.md says; else never."""
    monkeypatch.setattr("os.geteuid", lambda: 0 if who == "root" else 1000)
    if who == "CI":
        monkeypatch.setenv("CI", "true")
    path = ROOT / "tests" / "browser" / f"{program}.py"
    spec = importlib.util.spec_from_file_location(f"setup_{program}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    getattr(module, f"install_{program}")()
    calls = machine.read_text().splitlines()
    assert [
        call for call, start in zip(calls, expected, strict=True) if call.startswith(start)
    ] == (calls)
    # Playwright's own build lies in the environment, and goes with it.
    assert all(call.endswith(f" {sys.prefix}/browsers") for call in calls if "playwright" in call)


def test_browser_in_the_environment_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where the set-up put it, without a variable that says so."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("KAPGUIDE_CHROMIUM", raising=False)
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "nothing"))
    monkeypatch.setattr("kapguide.handouts.chromium.MAC_APPS", ())

    def ask_playwright() -> Path:
        with sync_playwright() as playwright:
            return Path(playwright.chromium.executable_path)

    # In a thread of its own: in this one another test may have a browser open, and
    # Playwright allows one to a thread.
    with ThreadPoolExecutor(1) as pool:
        with pytest.raises(LookupError):
            pool.submit(find_chromium).result()
        usual = pool.submit(ask_playwright).result().relative_to(tmp_path / "nothing")
    ours = tmp_path / "environment" / "browsers" / usual
    ours.parent.mkdir(parents=True)
    ours.touch()
    monkeypatch.setattr("sys.prefix", str(tmp_path / "environment"))
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(find_chromium).result() == ours


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
