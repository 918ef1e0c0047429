"""The weekly run: who holds which right, and what becomes of the issue."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
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
    assert len(named) == 7
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


DIFFER = "2 entries: 1 agree, 1 differ.\n\n### doe2026\n\n- **differs**: retracted, but …\n"
AGREE = "2 entries: 2 agree, 0 differ.\n"
GH_API = """#!/bin/sh
if [ "$1 $2" = "issue list" ]; then printf '%s' "$OPEN"; exit; fi
printf '%s\\n' "$*" >> "$CALLS"
case "$*" in
  *git/blobs*) cat > "$CALLS.blob"; echo blob1;;
  *git/refs\\ *) test -z "$BRANCH";;
  *pr\\ create*) test -z "$FORBIDDEN";;
  *api*) echo sha1;;
esac
"""


def _offer(folder: Path, said: str | None, **environment: str) -> list[str]:
    """Run the step that offers statuses, with a `gh` that notes how it was called."""
    tool = folder / "bin" / "gh"
    tool.parent.mkdir()
    tool.write_text(GH_API, "utf-8")
    tool.chmod(0o755)
    if said is not None:
        (folder / "studies.md").write_text(said, "utf-8")
    (folder / "studies.bib").write_text("@misc{doe2026}\n", "utf-8")
    calls = folder / "calls"
    calls.touch()
    given = {"OPEN": "", "BRANCH": "", "FORBIDDEN": "", **environment}
    subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", JOBS["studies"]["steps"][-1]["run"]],
        cwd=folder,
        env={
            "PATH": f"{tool.parent}{os.pathsep}{os.environ['PATH']}",
            "GH_REPO": "clinic/guide",
            "TITLE": "What they say",
            "SHA": "base1",
            "BASE": "main",
            "COMPARE": "https://ci.example/compare/studies",
            "CALLS": str(calls),
            **given,
        },
        check=True,
    )
    return calls.read_text("utf-8").splitlines()


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_a_study_that_differs_is_told_and_offered(tmp_path: Path) -> None:
    """One commit on a branch, a pull request, an issue with the sentences."""
    calls = _offer(tmp_path, DIFFER)
    assert calls[-3:] == [
        "api repos/clinic/guide/git/refs -f ref=refs/heads/studies -f sha=sha1",
        "pr create --head studies --base main --title What they say --body-file studies.md",
        "issue create --title What they say --body-file studies.md",
    ]
    blob = json.loads((tmp_path / "calls.blob").read_text("utf-8"))
    assert base64.b64decode(blob["content"]) == b"@misc{doe2026}\n"
    assert "-f tree=sha1 -f parents[]=base1" in " ".join(calls)


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_the_branch_and_the_issue_are_there_already(tmp_path: Path) -> None:
    """Both are brought up to date; where no pull request is allowed, the address is told."""
    calls = _offer(tmp_path, DIFFER, OPEN="12", BRANCH="there", FORBIDDEN="yes")
    assert "api -X PATCH repos/clinic/guide/git/refs/heads/studies" in " ".join(calls)
    assert calls[-1] == "issue edit 12 --body-file studies.md"
    assert "https://ci.example/compare/studies" in (tmp_path / "studies.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("said", "open_issue", "calls"),
    [
        (AGREE, "", []),
        (AGREE, "12", ["issue close 12 --comment All agree again."]),
        (None, "12", []),
    ],
    ids=["all agree", "all agree again", "nobody could be asked"],
)
def test_nothing_to_offer(
    tmp_path: Path, said: str | None, open_issue: str, calls: list[str]
) -> None:
    """No branch; an issue is closed only where the registries answered."""
    assert _offer(tmp_path, said, OPEN=open_issue) == calls
