"""Files of a project are written whole, all or none."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from kapguide.project.config_file import CannotRun
from kapguide.project.editing.writing import FileChange, write_files


def names(folder: Path) -> list[str]:
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*"))


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    """With the same rights, nothing left beside it, and also behind a link."""
    path = tmp_path / "a.bib"
    path.write_bytes(b"one\r\n")
    path.chmod(0o640)
    link = tmp_path / "link.bib"
    link.symlink_to(path)
    write_files([FileChange(link, "one\r\n", "two\r\n")])
    assert path.read_bytes() == b"two\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert names(tmp_path) == ["a.bib", "link.bib"]


def test_a_new_file_in_a_new_folder(tmp_path: Path) -> None:
    """With the rights that files have here."""
    (tmp_path / "other").write_text("")
    path = tmp_path / "more" / "a.md"
    write_files([FileChange(path, None, "new")])
    assert path.read_text() == "new"
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode


MEANWHILE = {
    "somebody else wrote into it": ("three", "one", r"a\.bib was changed meanwhile; nothing was"),
    "somebody else took it away": (None, "one", r"a\.bib was changed meanwhile; nothing was"),
    "somebody else made it": ("three", None, r"a\.bib is there already; nothing was written"),
}


@pytest.mark.parametrize(("there", "before", "message"), MEANWHILE.values(), ids=MEANWHILE.keys())
def test_what_somebody_else_did_is_kept(
    tmp_path: Path, there: str | None, before: str | None, message: str
) -> None:
    """An editor that saved meanwhile loses nothing, and the other file is not written either."""
    path, other = tmp_path / "a.bib", tmp_path / "b.md"
    other.write_text("first")
    if there is not None:
        path.write_text(there)
    was = names(tmp_path)
    with pytest.raises(CannotRun, match=message):
        write_files([FileChange(other, "first", "second"), FileChange(path, before, "two")])
    assert other.read_text() == "first"
    assert names(tmp_path) == was
    assert there is None or path.read_text() == there


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_write_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """A full disk or a lost connection leaves every file as it was, whichever it strikes."""
    one, two, new = tmp_path / "one.md", tmp_path / "two.md", tmp_path / "folder" / "new.md"
    one.write_text("1")
    two.write_text("2")
    replace, count = Path.replace, iter(range(1, 99))

    def fail(self: Path, target: Path) -> Path:
        if next(count) == at:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    changes = [FileChange(one, "1", "a"), FileChange(new, None, "b"), FileChange(two, "2", "c")]
    with pytest.raises(CannotRun, match=r"cannot be written: No space left on device\. Nothing"):
        write_files(changes)
    assert (one.read_text(), two.read_text()) == ("1", "2")
    assert names(tmp_path) == ["one.md", "two.md"]


def test_a_folder_that_nobody_may_write_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names the file, and says that nothing was written."""
    path = tmp_path / "a.md"
    path.write_text("one")
    opened = Path.open

    def refuse(self: Path, mode: str = "r", *other: object) -> object:
        if "x" in mode:
            raise PermissionError(13, "Permission denied")
        return opened(self, mode, *other)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CannotRun, match=r"a\.md cannot be written: Permission denied\. Nothing"):
        write_files([FileChange(path, "one", "two")])
    assert names(tmp_path) == ["a.md"]
