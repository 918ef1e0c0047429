"""Registries on this machine, a small project that asks them, and the commands."""

from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from kapguide.commands import main

HERE = Path(__file__).resolve().parent
BIBLIOGRAPHY = """% Our studies.

@article{adams2020,
  author        = {Adams, A.},
  title         = {A first study},
  journal       = {Journal of Imaginary Medicine},
  year          = {2020},
  status        = {unchecked},
  statusdate    = {2026-11-01},
}

% About zebras.
@misc{zulu2021,
  title         = {A last study},
  year          = {2021},
  status        = {unchecked},
  statusdate    = {2026-11-01},
}
"""


def load_module(name: str) -> ModuleType:
    """Load a module of this folder, which no test file may import by name."""
    spec = importlib.util.spec_from_file_location(f"kapguide_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where its dataclasses look for their types
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def loopback() -> ModuleType:
    """Give the module with the registries of this machine, and ways to fail."""
    return load_module("loopback")


@pytest.fixture
def registries(loopback: ModuleType) -> Iterator[Any]:
    """Serve Crossref and PubMed, who know the works of the folder `answers`."""
    with loopback.serve(loopback.read_answers()) as served:
        yield served


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Record for how long somebody would have waited, and wait for nothing."""
    asked: list[float] = []
    monkeypatch.setattr(time, "sleep", asked.append)
    return asked


@pytest.fixture
def project(
    registries: Any, pauses: list[float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Write a small project that asks the registries of this machine; work in it."""
    folder = tmp_path / "a project"
    (folder / "docs").mkdir(parents=True)
    (folder / "references.bib").write_text(BIBLIOGRAPHY, "utf-8")
    config = {
        "site_name": "Small",
        "markdown_extensions": [{"kapguide.citations": {"bibliography": "references.bib"}}],
        "extra": {
            "registries": {**registries.settings, "timeout": 0.5},
            "clinic": {"contact": "Write to [us](mailto:pages@clinic.example)."},
        },
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return folder


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run the command: `run("add", "10.5555/plain.1")`."""

    def invoke(*arguments: str) -> Result:
        result = CliRunner().invoke(main, arguments)
        # A command may end by an exit status, never by a traceback.
        assert result.exception is None or isinstance(result.exception, SystemExit), result
        return result

    return invoke
