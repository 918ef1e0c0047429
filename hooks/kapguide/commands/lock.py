"""Let one build at a time make a site: two would take each other's half-made one away.

The lock is a file beside the site, which names its process. The system lets go of it
when the last process that holds it ends, however it ends. filelock's own `FileLock`
cannot be handed to a process that we start; a file that we have opened can.
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
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise CannotRun(f"{site.parent} cannot hold the site: {error.strerror}.") from None
    with file:
        free = lock_descriptor(file.fileno(), blocking=False)
        # Its holder may have removed the file since it was opened here.
        if not free or os.fstat(file.fileno()).st_nlink == 0:
            file.seek(0)
            number = file.read().strip()
            raise CannotRun(
                "another build of this site is running"
                f"{f' (process {number})' if number else ''}. "
                "Wait for it, or end it and run the same command again."
            )
        try:
            file.truncate(0)
            print(os.getpid(), file=file, flush=True)
            yield file.fileno()
        finally:
            path.unlink(missing_ok=True)
