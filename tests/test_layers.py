"""The rules of hooks/README.md: who may import whom, and how large and how named a module is."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GLUE = sorted((ROOT / "hooks").glob("*.py"))
GUIDE = ROOT / "hooks" / "kapguide"
LIBRARY = ROOT / "packages" / "markdown-citations" / "src" / "markdown_citations"
MODULES = sorted([*GUIDE.rglob("*.py"), *LIBRARY.rglob("*.py")])

FLOORS = (
    {"__main__"},
    {"commands"},
    {"browser", "engines"},
    {"checks"},
    {"preview", "finishing"},
    {"directives"},
    {"figures", "handouts", "machine_data", "security", "citations"},
    {"project"},
    {"notices"},
    {"pages"},
    {"registries"},
    {"claims", "evidence"},
    {"front_matter", "problems"},
    {"words"},
)
"""The packages in kapguide, top to bottom: each imports only from those below it."""

LIBRARY_FLOORS = (
    {"__init__"},
    {"mkdocs"},
    {"mkdocs_options", "site"},
    {"configuration", "library_rules", "migration"},
    {"extension"},
    {"page"},
    {"language", "formatting", "exports", "metadata"},
    {"styles", "rules", "directives"},
    {"printing"},
    {"library"},
    {"cache", "problems", "texts"},
)
"""The same of markdown_citations, where a module beside the packages has a floor, too."""

SAME_NAME = {
    "checks": "of entries in the library, of pages in the guide",
    "customization": "what a caller may add to the library, and what the guide adds",
    "directives": "how ::: lines are read in the library, and those of the guide",
    "handouts": "the command and what it runs",
    "page": "one page: with citations in the library, built in the guide",
    "parsing": "of .bib files in the library, of front matter in the guide",
    "problems": "what a problem is in the library, and how the guide tells them",
}
"""The names that two modules or packages may have, and why."""

BLOCK_MKDOCS = """
import importlib, pkgutil, sys
class Block:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"mkdocs", "material", "properdocs"}:
            raise ImportError(f"{name} is blocked")
sys.meta_path.insert(0, Block())
import kapguide, markdown_citations
count = 0
for package in (kapguide, markdown_citations):
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not module.name.startswith(("kapguide.__main__", "markdown_citations.mkdocs")):
            importlib.import_module(module.name)
            count += 1
print(count)
"""


def imports(path: Path) -> set[str]:
    """Give the dotted names that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: import by the whole name"
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def rooms(path: Path, package: Path = GUIDE) -> set[str]:
    """Give the rooms of a package that a file imports from."""
    return {name.split(".")[1] for name in imports(path) if name.startswith(f"{package.name}.")}


def room_of(path: Path, package: Path) -> str:
    """Give the room of a package that a module stands in."""
    return path.relative_to(package).parts[0].removesuffix(".py")


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def test_engine_runs_without_mkdocs() -> None:
    """Guide and library serve other site generators, so they import with MkDocs out of reach."""
    done = subprocess.run(
        [sys.executable, "-c", BLOCK_MKDOCS], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 100


@pytest.mark.parametrize("path", GLUE, ids=lambda p: p.name)
def test_glue_imports_no_glue(path: Path) -> None:
    """A hook that imports another hook would get a second copy of its state."""
    assert not imports(path) & {other.stem for other in GLUE}


@pytest.mark.parametrize("path", GLUE, ids=lambda p: p.name)
def test_glue_imports_no_command(path: Path) -> None:
    """What a hook and a command have in common belongs to neither."""
    assert "commands" not in rooms(path)


@pytest.mark.parametrize("path", GLUE, ids=lambda p: p.name)
def test_glue_is_thin(path: Path) -> None:
    """Glue only passes on: what needs more lines belongs into the engine, where it is tested."""
    assert lines(path) <= 60


@pytest.mark.parametrize("path", GLUE, ids=lambda p: p.name)
def test_glue_is_named_in_mkdocs_yml(path: Path) -> None:
    """A hook that nobody lists never runs."""
    assert f"\n  - hooks/{path.name}\n" in (ROOT / "mkdocs.yml").read_text("utf-8")


def test_library_knows_no_guide() -> None:
    """`markdown_citations` imports nothing of the guide."""
    for path in LIBRARY.rglob("*.py"):
        assert not rooms(path), path


def test_library_has_a_floor_for_each_room() -> None:
    """A room that stands on no floor would be held to nothing."""
    assert {room_of(path, LIBRARY) for path in LIBRARY.rglob("*.py")} == set().union(
        *LIBRARY_FLOORS
    )


@pytest.mark.parametrize(
    ("package", "pattern", "floors"),
    [(GUIDE, "*/*.py", FLOORS), (LIBRARY, "*.py", LIBRARY_FLOORS)],
    ids=["guide", "library"],
)
def test_rooms_import_downward(package: Path, pattern: str, floors: Sequence[set[str]]) -> None:
    """Data goes down through the floors, and never back up."""
    floor = {room: number for number, names in enumerate(floors) for room in names}
    upward = set()
    for path in package.rglob(pattern):
        here = room_of(path, package)
        assert here in floor, f"say where the room {here} stands"
        upward |= {(here, to) for to in rooms(path, package) - {here} if floor[to] <= floor[here]}
    assert not upward


@pytest.mark.parametrize(
    ("package", "floors"),
    [(GUIDE, FLOORS[1:]), (LIBRARY, LIBRARY_FLOORS[1:])],
    ids=["guide", "library"],
)
def test_map_has_the_rooms_in_their_order(package: Path, floors: Sequence[set[str]]) -> None:
    """hooks/README.md says of each from where it may import."""
    text = (ROOT / "hooks/README.md").read_text("utf-8")
    part = text.partition(f"## The packages in `{package.name}`")[2]
    rows = re.findall(r"^\| (`\w+`(?: `\w+`)*) \|", part.partition("\n## ")[0], re.M)
    named = re.findall(r"\w+", " ".join(rows))
    order = [number for name in named for number, names in enumerate(floors) if name in names]
    assert order == sorted(order)
    assert sorted(named) == sorted(set().union(*floors))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.name)
def test_modules_stay_small(path: Path) -> None:
    """A module over 300 lines has a seam that somebody should find."""
    assert lines(path) <= 300


def test_folders_stay_small() -> None:
    """Nobody finds a file among more than fifteen; the one that each package has is no find."""
    files = defaultdict(list)
    for path in [*GLUE, *MODULES]:
        if path.name != "__init__.py":
            files[path.parent.relative_to(ROOT).as_posix()].append(path.name)
    large = {folder: len(names) for folder, names in files.items() if len(names) > 15}
    assert not large


def repeated(found: Iterator[tuple[str, Path]]) -> set[str]:
    """Give the names that stand in more than one place."""
    places = defaultdict(set)
    for name, path in found:
        places[name].add(path)
    return {name for name, paths in places.items() if len(paths) > 1}


def test_no_two_modules_or_packages_share_a_name() -> None:
    """A name that is said of two things says little of either.

    A family of checks is named after what it looks at, and a package after its first module.
    """
    families = GUIDE / "checks"
    names = (
        (path.parent.name if path.stem == "__init__" else path.stem, path)
        for path in MODULES
        if path.parent.parent != families or path.stem != "__init__"
        if path.stem != path.parent.name
    )
    assert repeated(names) == set(SAME_NAME)


def test_no_two_classes_share_a_name() -> None:
    """Who reads `Page` knows which one."""
    names = (
        (node.name, path)
        for path in MODULES
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert not repeated(names)
