"""What `make lighthouse` makes of Lighthouse's reports, and what it installs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


@pytest.fixture
def lighthouse(
    load_browser_module: Callable[[str], ModuleType], root: Path, monkeypatch: pytest.MonkeyPatch
) -> ModuleType:
    """Load the program, which finds the modules beside it as programs do."""
    monkeypatch.syspath_prepend(root / "tests" / "browser")
    return load_browser_module("lighthouse")


@pytest.fixture(autouse=True)
def _kept_to_itself() -> None:
    """Nothing here opens a page."""


def make_result(performance: float, accessibility: float = 1, **audits: float) -> dict[str, Any]:
    """Write a report with the parts that are read."""
    scores = {
        "performance": performance,
        "accessibility": accessibility,
        "best-practices": 1,
        "seo": 1,
    }
    return {
        "lighthouseVersion": "12.8.2",
        "environment": {"benchmarkIndex": 1000},
        "categories": {
            name: {"score": score, "auditRefs": [{"id": id, "weight": 10} for id in audits]}
            for name, score in scores.items()
        },
        "audits": {
            id: {"score": score, "displayValue": f"{score} s"} for id, score in audits.items()
        },
    }


def test_performance_is_the_median_and_the_rest_the_worst(
    lighthouse: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    """One slow run is the machine's doing; one run that finds a fault has found it."""
    bars = dict.fromkeys(lighthouse.CATEGORIES, 100)
    noisy = {"": [make_result(1), make_result(0.6), make_result(0.996)]}
    assert lighthouse.print_report(noisy, bars)
    assert "60" not in capsys.readouterr().out
    slow = {"": noisy[""], "risks/": [make_result(0.99), make_result(0.98), make_result(1)]}
    assert not lighthouse.print_report(slow, bars)
    assert "99 !" in capsys.readouterr().out
    assert lighthouse.print_report(slow, {**bars, "performance": 99})
    faulty = {"": [make_result(1), make_result(1, 0.97), make_result(1)]}
    assert not lighthouse.print_report(faulty, bars)
    assert "97 !" in capsys.readouterr().out


def test_each_audit_below_one_is_named_once(lighthouse: ModuleType) -> None:
    """With its weight, and for each page the worst that any run found."""
    runs = [make_result(1, paint=0.9, image=1), make_result(1, paint=0.7, image=1)]
    judged = {"": runs, "risks/": [make_result(1, paint=1, image=0)]}
    assert lighthouse.list_faults(judged) == [
        "image (weight 10): /risks/ 0.00 0 s",
        "paint (weight 10): / 0.70 0.7 s",
    ]


def test_missing_node_is_said(
    lighthouse: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Where it cannot be had, one message names it; nothing is installed."""
    (tmp_path / "404.html").touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert lighthouse.main([str(tmp_path)]) == 2
    assert "Lighthouse needs Node" in capsys.readouterr().err


def test_lock_has_hashes_and_no_address(root: Path) -> None:
    """What is installed is what was locked, from whichever registry a machine uses."""
    folder = root / "requirements" / "lighthouse"
    packages = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    asked = json.loads((folder / "package.json").read_text("utf-8"))["dependencies"]
    assert packages.pop("")["dependencies"] == asked
    assert len(packages) > 100
    assert [name for name, package in packages.items() if "integrity" not in package] == []
    assert [name for name, package in packages.items() if "resolved" in package] == []
