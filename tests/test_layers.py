"""The import rule of hooks/README.md."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GLUE = sorted((ROOT / "hooks").glob("*.py"))
ENGINE = sorted((ROOT / "hooks" / "kapguide").rglob("*.py"))

BLOCK_MKDOCS = """
import importlib, pkgutil, sys
class Block:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"mkdocs", "material"}:
            raise ImportError(f"{name} is blocked")
sys.meta_path.insert(0, Block())
import kapguide
names = [m.name for m in pkgutil.walk_packages(kapguide.__path__, "kapguide.")]
for name in names:
    if name != "kapguide.__main__":
        importlib.import_module(name)
print(len(names))
"""


def imports(path: Path) -> set[str]:
    """Give the dotted names that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: import by the whole name"
            found.add(node.module or "")
    return found


def test_engine_runs_without_mkdocs() -> None:
    """The engine serves other site generators, so it imports with MkDocs out of reach."""
    done = subprocess.run(
        [sys.executable, "-c", BLOCK_MKDOCS], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 10


@pytest.mark.parametrize("path", GLUE, ids=lambda p: p.name)
def test_glue_imports_no_glue(path: Path) -> None:
    """A hook that imports another hook would get a second copy of its state."""
    assert not imports(path) & {other.stem for other in GLUE}


@pytest.mark.parametrize("path", GLUE, ids=lambda p: p.name)
def test_glue_is_thin(path: Path) -> None:
    """Glue only passes on: what needs more lines belongs into the engine, where it is tested."""
    assert len(path.read_text("utf-8").splitlines()) <= 90


@pytest.mark.parametrize(
    ("package", "forbidden"),
    [
        ("citations", "kapguide.page_checks"),
        ("page_checks", "markdown_citations"),
        ("bibliography", "markdown_citations"),
        ("bibliography", "kapguide.page_checks"),
    ],
)
def test_engine_imports_one_way(package: str, forbidden: str) -> None:
    """`citations` and `page_checks` stand beside each other, on `bibliography`."""
    for path in ENGINE:
        if package in path.parts:
            assert not [name for name in imports(path) if name.startswith(forbidden)], path


@pytest.mark.parametrize("path", ENGINE, ids=lambda p: p.name)
def test_modules_stay_small(path: Path) -> None:
    """A module over 300 lines has a seam that somebody should find."""
    assert len(path.read_text("utf-8").splitlines()) <= 300
