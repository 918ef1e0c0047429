"""What is published comes from the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HOME = {"docs/index.md": "# Home\n", "docs/assets/own.txt": "ours"}


@pytest.fixture
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder elsewhere on the machine, with a file in it."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "secret.txt").write_text("a secret", "utf-8")
    (folder / "secret.md").write_text("# A secret\n", "utf-8")
    return folder


def build(build_site: Callable[..., Any], tmp_path: Path, *, strict: bool = True) -> Any:
    return build_site(HOME, hooks=["check_files", "finish_site"], strict=strict)


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("assets/x.txt", "secret.txt"),
        ("x.md", "secret.md"),
        ("assets/folder", ""),
        ("_includes/under-18s.md", "secret.md"),
    ],
    ids=["a file", "a page", "a folder", "a notice"],
)
@pytest.mark.usefixtures("notices")
def test_link_that_leads_out(
    build_site: Callable[..., Any], tmp_path: Path, secret: Path, link: str, target: str
) -> None:
    """It stops a build; one that is not strict goes on, and leaves it out."""
    path = tmp_path / "docs" / link
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(secret / target if target else secret)
    built = build(build_site, tmp_path)
    assert built.failed
    assert built.lines[0].startswith(f"WARNING: docs/{link}")
    assert "file-outside: this file is a link that leads out of the project" in built.lines[0]
    built = build(build_site, tmp_path, strict=False)
    published = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert published
    assert not [path for path in published if "secret" in path.read_text("utf-8", "replace")]


@pytest.mark.usefixtures("notices")
def test_chain_of_links(build_site: Callable[..., Any], tmp_path: Path, secret: Path) -> None:
    """The end counts."""
    (tmp_path / "between").symlink_to(secret / "secret.txt")
    (tmp_path / "docs" / "a.txt").symlink_to(tmp_path / "between")
    built = build(build_site, tmp_path)
    assert "docs/a.txt: file-outside" in built.lines[0]


@pytest.mark.usefixtures("notices")
def test_link_that_leads_nowhere(build_site: Callable[..., Any], tmp_path: Path) -> None:
    """There is nothing to publish, and MkDocs would stop with a traceback."""
    (tmp_path / "docs" / "a.txt").symlink_to(tmp_path / "gone.txt")
    (line, *_) = build(build_site, tmp_path).lines
    assert "docs/a.txt: file-outside: this file is a link that leads nowhere" in line


@pytest.mark.usefixtures("notices")
def test_links_within_the_project(build_site: Callable[..., Any], tmp_path: Path) -> None:
    """They are as good as files; and what an editor keeps beside its file is not published."""
    (tmp_path / "shared.txt").write_text("ours", "utf-8")
    (tmp_path / "docs" / "a.txt").symlink_to(Path("..", "shared.txt"))
    (tmp_path / "docs" / ".#index.md").symlink_to("somebody@machine.1234")
    built = build(build_site, tmp_path)
    assert built.lines == []
    assert (tmp_path / "site" / "a.txt").read_text("utf-8") == "ours"
