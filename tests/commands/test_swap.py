"""Where the site lies, and how the next one takes its place."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from kapguide.commands.placing import swap
from kapguide.project.config_file import CannotRun

Run = Callable[..., Result]


def _site(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True)
    (folder / "404.html").write_text(text, "utf-8")
    return folder


def _read(folder: Path) -> str:
    return (folder / "404.html").read_text("utf-8")


@pytest.fixture(params=["at once", "in two renames"])
def places(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, Path, Path]:
    """Give the fresh site, the place of the last one, and where that may wait."""
    if request.param == "in two renames":
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    return _site(tmp_path / ".site-new", "new"), tmp_path / "site", tmp_path / ".site-old"


def test_first_site(places: tuple[Path, Path, Path]) -> None:
    """Where nothing stood, the fresh one is put."""
    fresh, site, old = places
    swap.publish(fresh, site, old)
    assert _read(site) == "new"
    assert not fresh.exists()


def test_next_site(places: tuple[Path, Path, Path]) -> None:
    """The last good site is replaced, and what is left of it is dropped."""
    fresh, site, old = places
    _site(site, "old")
    swap.publish(fresh, site, old)
    assert _read(site) == "new"
    swap.tidy(site, fresh, old)
    assert (_read(site), fresh.exists(), old.exists()) == ("new", False, False)


def test_system_that_refuses(
    places: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mount that nobody saw, as one folder of a disk at another place: all stays as it was."""
    fresh, site, old = places
    _site(site, "old")
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == fresh:
            raise OSError(errno.EBUSY, "Device or resource busy")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(CannotRun, match="is mounted from elsewhere"):
        swap.publish(fresh, site, old)
    assert _read(site) == "old"


@pytest.mark.parametrize("kind", ["a link", "a link to nothing", "a file", "a folder"])
@pytest.mark.parametrize("name", [".site-new", ".site-old"])
def test_what_is_left_over_stops_no_build(tmp_path: Path, name: str, kind: str) -> None:
    """Whatever an earlier run has left at our places beside the site goes."""
    site = _site(tmp_path / "site", "good")
    left = tmp_path / name
    if kind == "a folder":
        _site(left, "left")
    elif kind == "a file":
        left.write_text("left", "utf-8")
    else:
        left.symlink_to(_site(tmp_path / "other", "other") if kind == "a link" else "nowhere")
    swap.tidy(site, tmp_path / ".site-new", tmp_path / ".site-old")
    assert not os.path.lexists(left)
    assert _read(site) == "good"
    assert kind != "a link" or _read(tmp_path / "other") == "other"


def test_link(run: Run, project: Path, tmp_path: Path) -> None:
    """What a link leads to is renewed, each time, and the link stays: a server may look there."""
    served = tmp_path / "served"
    served.mkdir()
    (project / "site").symlink_to(served)
    for _ in range(2):
        result = run("build")
        assert result.exit_code == 0, result.output
        assert result.stdout.startswith("The site is in site/index.html.")
        assert (project / "site").readlink() == served
        assert (served / "index.html").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a project", "served"]
    assert not list(project.glob(".site*"))


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("docs", "it holds or lies in the sources"),
        ("site", "is a link that leads to itself"),
        ("mkdocs.yml", "cannot be the site's folder: Not a directory"),
    ],
    ids=["the sources", "itself", "a file"],
)
def test_link_elsewhere(run: Run, project: Path, target: str, message: str) -> None:
    """A link is judged by where it leads."""
    (project / "site").symlink_to(target)
    result = run("build")
    assert result.exit_code == 2
    assert message in " ".join(result.output.split())
    assert (project / "docs" / "index.md").is_file()


def test_mount(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A container's volume cannot be replaced: it is said before any long work, with a way out."""
    _site(project / "site", "old")
    mounts = os.path.ismount
    monkeypatch.setattr(os.path, "ismount", lambda path: path == project / "site" or mounts(path))
    result = run("build")
    assert result.exit_code == 2
    output = " ".join(result.output.split())
    assert f"{project / 'site'} is mounted from elsewhere" in output
    assert output.endswith(f"Name a folder in it: --site-dir {project / 'site' / 'public'}")
    assert run("build", "--site-dir", "site/public").exit_code == 0
