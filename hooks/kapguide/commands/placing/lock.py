"""Let one build at a time make a site: two would take each other's half-made one away.

The lock is a file beside the site, which names its process. The system lets go of it
when the last process that holds it ends, however it ends. filelock's own `FileLock`
cannot be handed to a process that we start; a file that we have opened can.

Where a command was killed, what it had started ends by itself, a moment later.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from filelock import lock_descriptor

from kapguide.project.config_file import CannotRun

_ENDING = 10
"""How many seconds what was started by a killed command may take to end."""


@contextmanager
def hold_lock(site: Path) -> Iterator[int]:
    """Hold the lock of a site; raise CannotRun where another process holds it.

    A process that is handed the lock's number (`pass_fds`) holds it as well.
    """
    path = site.with_name(f".{site.name}-lock")
    until = time.monotonic() + _ENDING
    while (file := _open_locked(path, until)) is None:
        time.sleep(0.05)
    with file:
        try:
            file.truncate(0)
            print(os.getpid(), file=file, flush=True)
            yield file.fileno()
        finally:
            with suppress(PermissionError):  # Windows removes no file that is open
                path.unlink(missing_ok=True)


def _open_locked(path: Path, until: float) -> TextIO | None:
    """Open and lock the file; None where that is worth another try."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise CannotRun(
            f"{path.parent} cannot hold the site: {error.strerror}. "
            "Name a folder elsewhere: --site-dir FOLDER"
        ) from None
    if lock_descriptor(file.fileno(), blocking=False):
        if os.fstat(file.fileno()).st_nlink:
            return file
        file.close()  # its holder has removed it since it was opened here
        return None
    with file:
        number = _read_number(file)
    if not _lives(number) and time.monotonic() < until:
        return None
    named = f" (process {number})" if _lives(number) else ""
    raise CannotRun(
        f"another build of this site is running{named}. "
        "Wait for it, or end it and run the same command again."
    )


def _read_number(file: TextIO) -> int:
    """Read the process's number; 0 where the file holds none, or none yet."""
    text = ""
    with suppress(PermissionError):  # Windows lets nobody read what is locked
        file.seek(0)
        text = file.read(20).strip()
    return int(text) if text.isascii() and text.isdigit() else 0


def _lives(number: int) -> bool:
    if os.name != "posix":
        return number > 0  # Windows would end it, whatever it is sent
    try:
        os.kill(number, 0)
    except PermissionError:
        return True  # it is somebody else's
    except (OSError, OverflowError):
        return False
    return number > 0
