"""What runs on GitHub: which code, and what it is allowed to do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / ".github" / "workflows", ROOT / "examples" / "start" / ".github" / "workflows")
WORKFLOWS = sorted(path for folder in FOLDERS for path in folder.glob("*.yml"))
PUBLISHING = ("pages", "id-token")


def named(path: Path) -> str:
    """Name a workflow in a test's id."""
    return path.relative_to(ROOT).as_posix()


def jobs(path: Path) -> list[tuple[str, dict[str, str], dict[str, Any]]]:
    """Give each job: its name, what it may do, and the job."""
    read = yaml.safe_load(path.read_text("utf-8"))
    shared = read.get("permissions")
    return [(name, job.get("permissions", shared), job) for name, job in read["jobs"].items()]


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_actions_are_pinned(path: Path) -> None:
    """A tag can be moved to other code, a commit cannot; the comment says which version it is."""
    used = re.findall(r"^.*\buses:.*$", path.read_text("utf-8"), re.M)
    assert used
    for line in used:
        assert re.search(r"uses: [\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_one_action_has_one_commit() -> None:
    """Two versions of an action would be two things to look after."""
    named: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for action, rest in re.findall(r"uses: ([^@\s]+)@(.*)$", path.read_text("utf-8"), re.M):
            named.setdefault(action, set()).add(rest)
    assert {action: pins for action, pins in named.items() if len(pins) > 1} == {}


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_permissions_are_said(path: Path) -> None:
    """Without a word on them, a job may do what the repository's settings happen to allow."""
    for name, allowed, _ in jobs(path):
        assert allowed is not None, name


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_what_may_be_written_has_a_reason(path: Path) -> None:
    """A comment says what for, so that nobody keeps a permission that nothing needs."""
    writing = re.findall(r"^ +[\w-]+: write\b.*$", path.read_text("utf-8"), re.M)
    assert [line for line in writing if not re.search(r": write # \S+ \S+", line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_runs_take_turns(path: Path) -> None:
    """Two runs of one workflow for one branch would do its work twice, or against each other."""
    assert yaml.safe_load(path.read_text("utf-8"))["concurrency"]["group"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_who_publishes_builds_nothing(path: Path) -> None:
    """A package that goes bad must not find the key of the site in its job."""
    for name, allowed, job in jobs(path):
        if any(allowed.get(scope) == "write" for scope in PUBLISHING):
            assert [step["uses"].partition("@")[0] for step in job["steps"]] == [
                "actions/deploy-pages"
            ], name


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_check_out_leaves_no_token(path: Path) -> None:
    """What the job runs afterwards would find it in .git/config."""
    for _, allowed, job in jobs(path):
        for step in job["steps"]:
            if "actions/checkout@" in step.get("uses", "") and allowed.get("contents") != "write":
                assert step["with"]["persist-credentials"] is False


def test_only_wheels_are_installed() -> None:
    """A source package runs code of its own while it is installed, before anything checks it."""
    text = (ROOT / "requirements" / "install").read_text("utf-8")
    fetching = [line for line in text.splitlines() if "pip install" in line and " -r " in line]
    assert fetching
    assert all("--only-binary :all:" in line and "--require-hashes" in line for line in fetching)
