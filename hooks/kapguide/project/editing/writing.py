"""Write into files that people edit: all that a command changes, or nothing.

A file is written only if it is still what the command read, and it is never seen
half-written. Line ends, encoding and rights stay as they are.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from kapguide.project.config_file import CannotRun


class FileChange(NamedTuple):
    """What becomes of one file."""

    path: Path
    before: str | None
    """What was read; None for a file that is not there yet."""
    after: str


def read_text(path: Path) -> str:
    """Read a file with its line ends as they are. Raises CannotRun."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise CannotRun(f"{path.name} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        hint = "Save it again with the encoding UTF-8."
        raise CannotRun(f"{path.name} is not UTF-8. {hint}") from None


def write_files(changes: Sequence[FileChange]) -> None:
    """Write all files, or none. Raises CannotRun, and then nothing has changed."""
    # A link to a file stays one.
    changes = [change._replace(path=change.path.resolve()) for change in changes]
    for change in changes:
        _compare(change)
    at = changes[0].path if changes else Path()
    with ExitStack() as undo:
        try:
            made = []
            for change in changes:
                at = change.path
                undo.callback(_remove, _make_folders(at.parent))
                made.append(_write_beside(at, change.after))
                undo.callback(_remove, [made[-1]])
            for change, new in zip(changes, made, strict=True):
                at = change.path
                undo.callback(_restore, change)
                new.replace(at)
        except OSError as error:
            hint = "Nothing was written."
            raise CannotRun(f"{at.name} cannot be written: {error.strerror}. {hint}") from None
        undo.pop_all()


def _compare(change: FileChange) -> None:
    """Look whether a file is still what it was."""
    there = change.path.exists()
    if change.before is None and there:
        raise CannotRun(f"{change.path.name} is there already; nothing was written.")
    if change.before is not None and (not there or read_text(change.path) != change.before):
        raise CannotRun(
            f"{change.path.name} was changed meanwhile; nothing was written. Run the command again."
        )


def _make_folders(folder: Path) -> list[Path]:
    """Make the folder of a new file; return those that were missing, the innermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _write_beside(path: Path, text: str) -> Path:
    """Write a file beside the one that it will replace, with the same rights."""
    made = path.with_name(f".{path.name}-{uuid4().hex[:8]}.tmp")
    try:
        with made.open("xb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            made.chmod(path.stat().st_mode & 0o7777)
    except BaseException:
        made.unlink(missing_ok=True)
        raise
    return made


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)


def _restore(change: FileChange) -> None:
    """Give a file back what it held."""
    if change.before is None:
        change.path.unlink(missing_ok=True)
    elif read_text(change.path) != change.before:
        _write_beside(change.path, change.before).replace(change.path)
