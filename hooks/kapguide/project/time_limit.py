"""Stop what takes so long that it would never end, with a message.

Python-Markdown takes four times as long for twice as many open brackets: a page of 50 KB
of them would hold a build up for ten minutes.
"""

from __future__ import annotations

import signal
import threading

from kapguide.project.config_file import CannotRun

SECONDS = 60
"""How long the processor may work at one page; ours take a tenth of one."""


def start_limit(path: str) -> None:
    """Begin to count for a file; raises CannotRun in whatever runs when the time is over.

    Only in the main thread, where MkDocs builds, and where the system counts (not on
    Windows).
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() != threading.main_thread():
        return

    def stop(number: int, frame: object) -> None:
        raise CannotRun(
            f"{path}: to convert this page takes more than {SECONDS} seconds. Look in it for "
            "hundreds of open brackets or the like, and take them out."
        )

    signal.signal(signal.SIGVTALRM, stop)
    # Again each second, should somebody have caught the first.
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS, 1)


def end_limit() -> None:
    """Stop counting."""
    if hasattr(signal, "setitimer") and threading.current_thread() == threading.main_thread():
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
