"""Let one build at a time make a site: two would take each other's half-made one away.

Takes the site's folder. Gives a lock beside it, a file that names its process.

The system itself lets go of the lock when the last process that holds it ends,
however it ends, so that a file left behind by one that was killed keeps nobody out.
filelock's own `FileLock` cannot be handed to a process that we start; a file that we
have opened can.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import lock_descriptor

from kapguide.project.config_file import CannotRun


@contextmanager
def hold_lock(site: Path) -> Iterator[int]:
    """Hold the lock of a site; raise CannotRun where another process holds it.

    A process that is handed the lock's number (`pass_fds`) holds it as well.
    """
    path = site.with_name(f".{site.name}-lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = _take(path)
    except OSError as error:
        raise CannotRun(f"{site.parent} cannot hold the site: {error.strerror}.") from None
    try:
        os.ftruncate(lock, 0)
        os.write(lock, f"{os.getpid()}\n".encode())
        yield lock
    finally:
        path.unlink(missing_ok=True)
        os.close(lock)


def _take(path: Path) -> int:
    while True:
        lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        if not lock_descriptor(lock, blocking=False):
            number = os.read(lock, 20).decode().strip()
            os.close(lock)
            raise CannotRun(
                "another build of this site is running"
                f"{f' (process {number})' if number else ''}. "
                "Wait for it, or end it and run the same command again."
            )
        # Its holder may have removed the file between those two lines.
        if path.exists() and os.path.samestat(os.fstat(lock), path.stat()):
            return lock
        os.close(lock)
