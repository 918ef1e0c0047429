"""The small clinic's site, in which staff make mistakes.

It builds without a word (tests/sites/clinic). Each mistake touches a file or two of it; then it
is built as `kapguide build` builds.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError

Change = tuple[str, str] | str | bytes | None
"""What becomes of a file: a text in it is replaced; it is written anew; None: deleted."""
INDEX, SENTENCE = "docs/index.md", "Someone you trust takes you home."


@dataclass(frozen=True)
class Clinic:
    """A copy of the small clinic's site, with the project's own notices and templates."""

    folder: Path

    def change(self, changes: Mapping[str, Change] | str) -> None:
        """Change files of it, as somebody does by mistake.

        A text alone is written in the place of a sentence of the home page.
        """
        if isinstance(changes, str):
            changes = {INDEX: (SENTENCE, changes)}
        for name, change in changes.items():
            path = self.folder / name
            if change is None:
                path.unlink()
            elif isinstance(change, bytes):
                path.write_bytes(change)
            elif isinstance(change, str):
                path.write_text(change, "utf-8")
            else:
                text = path.read_text("utf-8")
                assert change[0] in text
                path.write_bytes(text.replace(*change).encode())

    def build(self) -> bool:
        """Build strictly; say whether it may be published."""
        try:
            build(load_config(str(self.folder / "mkdocs.yml"), strict=True))
        except (Abort, BuildError):
            return False
        return True


@pytest.fixture
def clinic(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clinic:
    """Copy the small clinic's site."""
    folder = tmp_path / "a clinic"
    shutil.copytree(root / "tests" / "sites" / "clinic", folder)
    shutil.copytree(root / "docs" / "_includes", folder / "docs" / "_includes")
    shutil.copytree(root / "overrides", folder / "overrides")
    config = folder / "mkdocs.yml"
    text = config.read_text("utf-8").replace("../../../overrides", "overrides")
    config.write_text(text.replace("../../../hooks", str(root / "hooks")), "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    return Clinic(folder)


@pytest.fixture
def hold(clinic: Clinic, log: Any) -> Callable[[Mapping[str, Change] | str, Sequence[str]], None]:
    """Hold that a mistake is told so: nothing raises, and only what is right is published."""

    def hold(changes: Mapping[str, Change] | str, messages: Sequence[str]) -> None:
        clinic.change(changes)
        published = clinic.build()
        assert tuple(log.lines) == messages
        assert published is (not messages)

    return hold
