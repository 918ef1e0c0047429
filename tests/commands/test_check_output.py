"""`kapguide check`: colours, progress and summaries, each where somebody can use it."""

from __future__ import annotations

import contextlib
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def promising(site: Path) -> Path:
    """Let the built page promise what nobody can."""
    page = site / "index.html"
    text = page.read_text("utf-8")
    page.write_text(text.replace("plain words.</p>", "plain words. It is a cure.</p>"), "utf-8")
    return site


def test_no_colours_in_a_pipe(run: Run, promising: Path) -> None:
    """Escape codes are for terminals."""
    assert "\x1b" not in run("check", "site").output


def test_github(run: Run, promising: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Annotations for the changed lines, and a summary of the job."""
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = run("check", "site", "--format", "github")
    assert result.output.splitlines()[0] == (
        '::error file=docs/index.md,title=promise::"cure" promises more than anyone can know. '
        "Say what was found, in whom and how often, or leave it out."
    )
    assert summary.read_text("utf-8").startswith("**1 page checked: 1 error in 1 file.**")


def _on_a_terminal(arguments: list[str], folder: Path, **environment: str) -> tuple[str, str]:
    """Run the command with standard output and errors on a terminal each; give what they show."""
    pairs = [pty.openpty() for _ in range(2)]
    with subprocess.Popen(
        [sys.executable, "-m", "kapguide", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=pairs[0][1],
        stderr=pairs[1][1],
    ) as process:
        shown = ["", ""]
        for _, inner in pairs:
            os.close(inner)
        for number, (outer, _) in enumerate(pairs):
            with contextlib.suppress(OSError):  # Linux ends a terminal by an error
                while read := os.read(outer, 65536):
                    shown[number] += read.decode()
            os.close(outer)
        process.wait(timeout=60)
    return shown[0], shown[1]


def _many(site: Path, number: int) -> None:
    text = (site / "index.html").read_text("utf-8")
    for page in range(number):
        (site / f"p{page}.html").write_text(text.replace("plain words", f"words {page}"), "utf-8")


def test_colours_on_a_terminal(promising: Path, project: Path) -> None:
    """The code and the summary are red there, and the text is the same."""
    out, _ = _on_a_terminal(["check", "site"], project, NO_COLOR="")
    assert "\x1b[31mpromise\x1b[0m: " in out
    assert "\x1b[31m1 page checked: 1 error in 1 file.\x1b[0m" in out


def test_no_color(promising: Path, project: Path) -> None:
    """NO_COLOR forbids colours on a terminal, too (no-color.org)."""
    out, err = _on_a_terminal(["check", "site"], project, NO_COLOR="1")
    assert "promise: " in out
    assert "\x1b" not in out + err


def test_progress_on_a_terminal(site: Path, project: Path) -> None:
    """A long run shows how far it is, aside of the report."""
    _many(site, 120)
    out, err = _on_a_terminal(["check", "site"], project)
    assert "Checking" in err
    assert "100%" in err
    assert "Checking" not in out
    assert "121 pages checked" in out


def test_no_progress_in_a_pipe(site: Path, project: Path) -> None:
    """A log is no place for a bar; neither is a short run."""
    _many(site, 120)
    done = subprocess.run(
        [sys.executable, "-m", "kapguide", "check", "site"],
        cwd=project,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert "121 pages checked" in done.stdout
    assert "\x1b" not in done.stdout


def test_no_progress_in_a_short_run(site: Path, project: Path) -> None:
    """What takes a moment needs no bar."""
    assert _on_a_terminal(["check", "site"], project)[1] == ""
