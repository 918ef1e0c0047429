"""The weekly run: who holds which right, and what becomes of the issue."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / ".github" / "workflows" / "weekly.yml"
JOBS: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))["jobs"]

TABLE = "As of 2026-11-28: 1 overdue.\n\n| by | what |\n| --- | --- |\n| 2026-11-01 | a page |\n"
NOTHING = "As of 2026-11-28: 0 overdue, 0 due within 60 days.\n"
GH = """#!/bin/sh
if [ "$1 $2" = "issue list" ]; then printf '%s' "$OPEN"; exit; fi
for word; do printf '%s\\n' "$word"; done >> "$CALLS"
"""


def test_every_action_is_named_by_its_commit() -> None:
    """A tag can be moved; the comment says which version the commit is."""
    named = re.findall(r"uses: (.*)", FILE.read_text("utf-8"))
    assert len(named) == 6
    assert [line for line in named if not re.fullmatch(r"\S+@[0-9a-f]{40} # v[\d.]+", line)] == []


def test_who_may_write_runs_nothing_of_the_project() -> None:
    """A fault in a page or a package reaches neither the published site nor the issues."""
    for job in JOBS.values():
        if "write" in job["permissions"].values():
            steps = str(job["steps"])
            assert "checkout" not in steps
            assert "kapguide" not in steps
            assert "make" not in steps
    assert JOBS["build"]["permissions"] == {"contents": "read"}


def _tell(folder: Path, due: str | None, *, open_issue: str = "", build: str = "success") -> str:
    """Run the step that writes the issue, with a `gh` that notes how it was called."""
    tool = folder / "bin" / "gh"
    tool.parent.mkdir()
    tool.write_text(GH, "utf-8")
    tool.chmod(0o755)
    if due is not None:
        (folder / "due.md").write_text(due, "utf-8")
    calls = folder / "calls"
    calls.touch()
    subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", JOBS["tell"]["steps"][-1]["run"]],
        cwd=folder,
        env={
            "PATH": f"{tool.parent}{os.pathsep}{os.environ['PATH']}",
            "TITLE": "What falls due",
            "BUILD": build,
            "RUN": "https://ci.example/7",
            "OPEN": open_issue,
            "CALLS": str(calls),
        },
        check=True,
    )
    return " ".join(calls.read_text("utf-8").split("\n")).strip()


@pytest.mark.parametrize(
    ("due", "open_issue", "done"),
    [
        (TABLE, "", "issue create --title What falls due --body-file due.md"),
        (TABLE, "12", "issue edit 12 --body-file due.md"),
        (NOTHING, "12", "issue close 12 --comment Nothing is due any more."),
        (NOTHING, "", ""),
    ],
    ids=["opened", "updated", "closed", "left alone"],
)
def test_there_is_one_issue_at_most(tmp_path: Path, due: str, open_issue: str, done: str) -> None:
    """It is there while something is due, and says what is due now."""
    assert _tell(tmp_path, due, open_issue=open_issue) == done


@pytest.mark.parametrize("due", [None, NOTHING], ids=["no list", "nothing due"])
def test_a_build_that_failed_is_told(tmp_path: Path, due: str | None) -> None:
    """Nobody reads the log of a run that nobody started."""
    assert _tell(tmp_path, due, build="failure").startswith("issue create")
    assert "https://ci.example/7" in (tmp_path / "due.md").read_text("utf-8")
