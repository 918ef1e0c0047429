"""Share what is to be made of a list of pages among processes.

Takes the pages' names, and what makes something of one. Gives what others have
made of a page to the process that goes through them in their order, or nothing:
then it makes it itself. So an error comes up where it would have come up without
helpers, and no helper is needed for a right result.
Must stay free of what is made.

A helper is a fork: it knows all that its parent knew, and what it changes is
lost, but for what it returns and logs. It works some pages ahead, and what it has
not begun when the caller comes there is the caller's: so both have work to the end,
and nobody has to know how long a page takes.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from multiprocessing.connection import Connection, wait
from pathlib import Path

from markdown.util import get_installed_extensions

if sys.platform == "linux":
    import fcntl

LEAST_PAGES = 100
"""Fewer are built before other processes are of any help."""
MOST_PROCESSES = 8
MOST_AHEAD = 16
"""Pages that a helper leaves to the caller before it begins with one."""
PIPE_SIZE = 1 << 20
"""Bytes that a helper can send before anybody reads; all that Linux gives everybody."""
KNOWN_EXTENSIONS = ("markdown.extensions.", "pymdownx.", "kapguide.")
KNOWN_PLUGINS = ("search", "material/search")

Prepare = Callable[[int], tuple[Hashable, Callable[[], object]]]
"""Gives, for the number of a page, what something is made of and what makes it.

What is made is not None. What is logged while preparing is lost, for whoever takes
the result has prepared it, too."""


def count_processes(pages: int) -> int:
    """Return how many processes are of use; 1 for few pages, and where forks are not safe."""
    if pages < LEAST_PAGES or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), MOST_PROCESSES)


def find_strangers(
    extensions: Iterable[object], plugins: Mapping[str, object], hooks: Path
) -> list[str]:
    """List what may note things from page to page, which a helper would lose.

    That is every Markdown extension and plug-in that is not known here, and every
    hook that is not in the folder `hooks`.
    """
    installed = {entry.name: entry.value for entry in get_installed_extensions()}
    names = (one if isinstance(one, str) else type(one).__module__ for one in extensions)
    strange = [
        name for name in names if not f"{installed.get(name, name)}.".startswith(KNOWN_EXTENSIONS)
    ]
    for name, plugin in plugins.items():
        file = Path(getattr(plugin, "__file__", None) or "")
        if name not in KNOWN_PLUGINS and file.resolve().parent != hooks.resolve():
            strange.append(name)
    return list(dict.fromkeys(strange))


def share(names: Sequence[str], prepare: Prepare) -> SharedPages | None:
    """Start helpers, if they are of use."""
    processes = count_processes(len(names))
    if processes > 1:
        with suppress(OSError):  # no memory that processes can share
            return SharedPages(names, prepare, processes)
    return None


class SharedPages:
    """Pages that helpers make something of, some pages ahead of the caller."""

    def __init__(self, names: Sequence[str], prepare: Prepare, processes: int) -> None:
        """Start `processes - 1` helpers; OSError where processes can share no memory."""
        fork = multiprocessing.get_context("fork")
        self._numbers = {name: number for number, name in enumerate(names)}
        self._is_begun = fork.Array("b", len(names))
        self._position = fork.RawValue("l", 0)
        """The page that the caller asked for last; the lock of `_is_begun` guards it, too."""
        self._made: dict[int, bytes] = {}
        self._helpers: dict[Connection, multiprocessing.process.BaseProcess] = {}
        sys.stdout.flush()
        sys.stderr.flush()
        gc.freeze()  # or each helper's first collection copies all that there is
        for _ in range(processes - 1):
            ours, theirs = fork.Pipe(duplex=False)
            if sys.platform == "linux":
                with suppress(OSError):  # it stays small then, and helpers may have to wait
                    fcntl.fcntl(theirs.fileno(), fcntl.F_SETPIPE_SZ, PIPE_SIZE)
            helper = fork.Process(target=self._help, args=(prepare, theirs), daemon=True)
            try:
                helper.start()
            except OSError:  # no more processes, no more memory
                break
            theirs.close()
            self._helpers[ours] = helper
        gc.unfreeze()

    def take(self, name: str, given: Hashable) -> object | None:
        """Return what a helper made of a page, and log what it logged.

        None where the caller is to make it: nobody else has begun, or could do it,
        or it was made of something else than `given`.
        To be called for each page, in their order.
        """
        number = self._numbers.get(name)
        if number is None or not (self._helpers or self._made):
            return None
        with self._is_begun:
            self._position.value = number
            is_begun = self._is_begun[number]
            self._is_begun[number] = True
        self._receive(0)
        while is_begun and number not in self._made and self._helpers:
            self._receive(None)
        data = self._made.pop(number, None)
        if number == len(self._numbers) - 1:
            self.close()
        if data is None:
            return None
        made_of, made, records = pickle.loads(data)
        if made_of != hash(given):
            return None
        for record in records:
            logging.getLogger(record.name).handle(record)
        result: object = made
        return result

    def close(self) -> None:
        """Stop the helpers; what they made and nobody took is lost."""
        self._made.clear()
        while self._helpers:
            results, helper = self._helpers.popitem()
            helper.terminate()
            helper.join()
            results.close()

    def _receive(self, timeout: float | None) -> None:
        """Read what helpers have sent; with None wait until one has sent something."""
        while self._helpers and (ready := wait(list(self._helpers), timeout)):
            for results in ready:
                assert isinstance(results, Connection)
                try:
                    number, data = results.recv()
                    self._made[number] = data
                except (EOFError, OSError):
                    self._helpers.pop(results).join()
                    results.close()
            timeout = 0

    def _help(self, prepare: Prepare, results: Connection) -> None:
        """Work until no page is left, or one cannot be made."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is asked to stop, and stops us
        records: list[logging.LogRecord] = []
        setattr(logging.Logger, "callHandlers", lambda _, record: records.append(record))  # noqa: B010
        # Whatever is wrong with a page: the parent makes it again and says it.
        with suppress(BaseException):
            while (number := self._claim()) is not None:
                given, make = prepare(number)
                made_of = hash(given)  # the same in all forks of a process
                records.clear()
                results.send((number, pickle.dumps((made_of, make(), records))))

    def _claim(self) -> int | None:
        """Return the next page to begin with, so far ahead that the caller seldom has to wait."""
        with self._is_begun:
            position, count = self._position.value, len(self._numbers)
            ahead = max(1, min(MOST_AHEAD, (count - position) // 2))
            near = range(position + ahead - 1, position, -1)
            for number in chain(range(position + ahead, count), near):
                if not self._is_begun[number]:
                    self._is_begun[number] = True
                    return number
        return None
