"""`kapguide build`: the last good site stays until a better one is ready."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from filelock import lock_descriptor
from kapguide.commands.placing import lock

Run = Callable[..., Result]


def _leftovers(project: Path) -> list[str]:
    return [path.name for path in project.iterdir() if path.name.startswith(".site")]


def _earlier(site: Path) -> None:
    """Make what an earlier build left."""
    site.mkdir()
    (site / "404.html").write_text("old", "utf-8")


def test_build(run: Run, project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """It builds, says where the site is and how to open it, and leaves nothing behind."""
    _earlier(project / "site")
    result = run("build")
    assert result.exit_code == 0, capfd.readouterr().err
    assert (project / "site" / "404.html").read_text("utf-8") != "old"
    assert result.stdout.startswith("The site is in site/index.html.\nTo look at it: ")
    assert "-m http.server --directory site\n" in result.output
    assert (project / "site" / "index.html").is_file()
    assert _leftovers(project) == []


def test_failed_build_keeps_the_last_good_site(
    run: Run, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A page that must not be published does not replace one that may be."""
    _earlier(project / "site")
    page = project / "docs" / "index.md"
    page.write_text(page.read_text("utf-8") + "\nIt is a cure.\n", "utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert 'docs/index.md:14: promise: "cure"' in result.stderr
    assert result.stderr.endswith(
        "\nThe site was not built. The last good site is still in site.\n"
    )
    assert "promise" not in capfd.readouterr().err, "once is enough"
    assert (project / "site" / "404.html").read_text("utf-8") == "old"
    assert _leftovers(project) == []


def test_failed_first_build(run: Run, project: Path) -> None:
    """Without an earlier site there is none, and the message says so."""
    (project / "docs" / "index.md").write_text("# A plain page\n", "utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert result.stderr.endswith("\nThe site was not built. There is no earlier site.\n")
    assert not (project / "site").exists()


def test_without_the_hook_the_site_is_checked_all_the_same(run: Run, project: Path) -> None:
    """A hook that was taken out of mkdocs.yml checks nothing; the command still does."""
    config = project / "mkdocs.yml"
    lines = config.read_text("utf-8").splitlines(keepends=True)
    config.write_text("".join(line for line in lines if "check_pages" not in line), "utf-8")
    page = project / "docs" / "index.md"
    page.write_text(page.read_text("utf-8") + "\nIt is a cure.\n", "utf-8")
    result = run("build")
    assert "docs/index.md:14: promise" in result.output
    assert result.exit_code == 1


def test_half_a_swap_is_undone(run: Run, project: Path) -> None:
    """A run that was killed between two renames left the old site aside: it comes back."""
    _earlier(project / ".site-old")
    (project / "docs" / "index.md").write_text("# A plain page\n", "utf-8")
    assert run("build").exit_code == 1
    assert (project / "site" / "404.html").read_text("utf-8") == "old"
    assert _leftovers(project) == []


@pytest.mark.parametrize(
    ("folder", "message"),
    [
        (".", "it holds or lies in the sources"),
        ("docs", "it holds or lies in the sources"),
        ("docs/out", "it holds or lies in the sources"),
        ("photos", "is no built site; it will not be replaced"),
    ],
)
def test_dangerous_folders(run: Run, project: Path, folder: str, message: str) -> None:
    """The sources, and folders of something else, are never replaced."""
    (project / "photos").mkdir()
    (project / "photos" / "one.jpg").write_bytes(b"1")
    result = run("build", "--site-dir", folder)
    assert message in " ".join(result.output.split())
    assert result.exit_code == 2
    assert (project / "photos" / "one.jpg").is_file()


def test_no_project(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of a project it says what is missing."""
    monkeypatch.chdir(tmp_path)
    result = run("build")
    assert "there is no mkdocs.yml" in result.output
    assert result.exit_code == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl+C", "ended"])
def test_interrupted(project: Path, number: signal.Signals) -> None:
    """Stopped halfway, it cleans up, keeps what was there, and says so."""
    _earlier(project / "site")
    process = subprocess.Popen(
        [sys.executable, "-m", "kapguide", "build"],
        cwd=project,
        env=os.environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A runner in the background ignores Ctrl+C, and what it starts inherits that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    until = time.monotonic() + 60
    while not (project / ".site-new").exists() and time.monotonic() < until:
        assert process.poll() is None
        time.sleep(0.005)
    # A terminal sends Ctrl+C to the whole group, a supervisor ends the one process.
    if number == signal.SIGINT:
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "The build was stopped. The last good site is still in site." in errors
    assert (project / "site" / "404.html").read_text("utf-8") == "old"
    assert _leftovers(project) == []


def _start(project: Path) -> subprocess.Popen[bytes]:
    """Start a build, and wait until it is at work."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kapguide", "build"],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 60
    while not (project / ".site-new").exists() and time.monotonic() < until:
        assert process.poll() is None
        time.sleep(0.005)
    return process


def test_second_build_touches_nothing(run: Run, project: Path) -> None:
    """Two at once would take each other's half-made site away, or publish it."""
    first = _start(project)
    try:
        result = run("build")
        assert first.poll() is None, "the first was too fast for this test"
        assert result.output == (
            f"Error: another build of this site is running (process {first.pid}). "
            "Wait for it, or end it and run the same command again.\n"
        )
        assert result.exit_code == 2
        other = run("build", "--site-dir", "elsewhere")
        assert other.exit_code == 0, "another site is another's"
    finally:
        first.wait(timeout=60)
    assert first.returncode == 0
    assert (project / "site" / "index.html").is_file()
    assert _leftovers(project) == []


def test_build_that_was_killed_stops_no_other(run: Run, project: Path) -> None:
    """What a killed command had started ends with it, and so does its lock."""
    first = _start(project)
    first.kill()
    first.wait(timeout=60)
    assert (project / ".site-lock").read_text("utf-8") == f"{first.pid}\n"
    result = run("build")
    assert result.exit_code == 0, result.output
    assert _leftovers(project) == []


@pytest.mark.parametrize("text", ["", "x", "99999999999999999999", "-1", "0"])
def test_lock_that_names_nobody(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """Who holds a lock is named only where somebody of that number lives."""
    monkeypatch.setattr(lock, "_ENDING", 0)
    path = project / ".site-lock"
    path.write_text(text, "utf-8")
    with path.open() as held:
        assert lock_descriptor(held.fileno(), blocking=False)
        result = run("build")
    assert result.exit_code == 2
    assert "another build of this site is running. Wait for it" in result.output
    assert run("build").exit_code == 0


def test_folder_that_cannot_be_written(run: Run, project: Path) -> None:
    """One message that names the folder."""
    (project / "taken").write_text("a file", "utf-8")
    result = run("build", "--site-dir", "taken/site")
    assert f"Error: {project / 'taken'} cannot hold the site: " in result.output
    assert result.exit_code == 2


@pytest.mark.parametrize("name", ["a:b", "a\nb", "a%20b [1]*", "é 😀", "'\"", "$HOME", "-x"])
def test_folder_of_any_name(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Wherever a project lies, it builds; nobody needs a home for it."""
    folder = project.rename(project.with_name(name))
    monkeypatch.chdir(folder)
    monkeypatch.delenv("HOME", raising=False)
    assert run("build").exit_code == 0
    assert (folder / "site" / "index.html").is_file()
