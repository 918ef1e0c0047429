"""What hooks/README.md says is still bound to one treatment or country: code has no more of it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAP = (ROOT / "hooks" / "README.md").read_text("utf-8")
CODE = sorted((ROOT / "hooks").rglob("*.py"))
SERVED = [
    *sorted((ROOT / "overrides").rglob("*.html")),
    *sorted((ROOT / "overrides").rglob("*.css")),
    *sorted((ROOT / "docs" / "assets").glob("*.js")),
    *sorted((ROOT / "docs" / "assets").glob("*.css")),
    ROOT / "hooks" / "kapguide" / "words" / "en.toml",
]
"""What stands on the pages of any site; a topic has files of its own."""
OURS = re.compile(
    r"(?i:ketamin\w*|psychedelics?|spravato|medicare|medicaid|united states)|\bKAP\b(?! Guide)"
    r"|\b(?:988|911|US|FDA|DEA)\b"
)
BOUND = {
    "hooks/kapguide/words/loading.py": {"ketamine"},  # the topic where none is named
    "hooks/kapguide/words/en.toml": {"FDA", "DEA", "US"},  # whose statements are claims
    "hooks/kapguide/pages/wording/dictionary.py": {"US"},  # a file of the two spellings
    "hooks/kapguide/evidence/study_fields.py": {"ketamine"},  # an example of a field
    "hooks/kapguide/checks/notices/crisis.py": {"988"},  # where a rule is from
}
"""What hooks/README.md says of these files."""


def said_by(path: Path) -> Iterator[str]:
    """Give the texts that a module has, but for docstrings and the examples of rules."""
    tree = ast.parse(path.read_text("utf-8"))
    apart: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            apart.add(id(node.value))
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Rule"):
            apart |= {id(part) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            yield node.value


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.stem)
def test_code_speaks_of_no_treatment_or_country(path: Path) -> None:
    """What it says and looks for stands in words/, where another clinic has its own."""
    found = {word for text in said_by(path) for word in OURS.findall(text)}
    assert found == BOUND.get(path.relative_to(ROOT).as_posix(), set())


@pytest.mark.parametrize("path", SERVED, ids=lambda path: path.name)
def test_what_every_site_serves_speaks_of_none(path: Path) -> None:
    """But for what the map says."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    found = set(OURS.findall("\n".join(lines)))
    assert found == BOUND.get(path.relative_to(ROOT).as_posix(), set())


def test_the_map_lists_what_is_bound() -> None:
    """Each file that speaks of ours is in its table."""
    part = MAP.partition("## What is still bound")[2]
    assert [name for name in BOUND if name.removeprefix("hooks/") not in part] == []
