"""Share what is to be made of a list of pages among processes.

Takes the pages' names, and what makes something of one. Gives what others have
made of a page to the process that goes through them in their order, or nothing:
then it makes it itself. So an error comes up where it would have come up without
helpers, and no helper is needed for a right result.
Must stay free of what is made.

A helper is a fork: it knows all that its parent knew, and what it changes is
lost, but for what it returns and logs. It begins with the last page, and both go
on until they meet: nobody has to know how long a page takes.
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
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from markdown.util import get_installed_extensions

LEAST_PAGES = 100
"""Fewer are built before other processes are of any help."""
MOST_PROCESSES = 8
KNOWN_EXTENSIONS = ("markdown.extensions.", "pymdownx.", "kapguide.")
KNOWN_PLUGINS = ("search", "material/search")

Prepare = Callable[[int], tuple[object, Callable[[], object]]]
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
    """Pages that helpers work on from their end while the caller takes them in order."""

    def __init__(self, names: Sequence[str], prepare: Prepare, processes: int) -> None:
        """Start `processes - 1` helpers; OSError where processes can share no memory."""
        fork = multiprocessing.get_context("fork")
        self._numbers = {name: number for number, name in enumerate(names)}
        self._left = fork.Array("l", [0, len(names)])
        """The first page that nobody has begun, and the first that a helper has."""
        self._made: dict[int, bytes] = {}
        self._helpers: list[tuple[multiprocessing.process.BaseProcess, Connection]] = []
        sys.stdout.flush()
        sys.stderr.flush()
        gc.freeze()  # or each helper's first collection copies all that there is
        for _ in range(processes - 1):
            ours, theirs = fork.Pipe(duplex=False)
            helper = fork.Process(target=self._help, args=(prepare, theirs), daemon=True)
            try:
                helper.start()
            except OSError:  # no more processes, no more memory
                break
            theirs.close()
            self._helpers.append((helper, ours))
        gc.unfreeze()

    def take(self, name: str, given: object) -> object | None:
        """Return what a helper made of a page, and log what it logged.

        None where the caller is to make it: nobody else has begun, or could do it,
        or it was made of something else than `given`.
        To be called for each page, in their order.
        """
        number = self._numbers.get(name)
        if number is None:
            return None
        with self._left:
            if number < self._left[1]:
                self._left[0] = number + 1
                return None
        self.close()
        data = self._made.pop(number, None)
        if data is None:
            return None
        made_of, made, records = pickle.loads(data)
        if made_of != _sum_up(given):
            return None
        for record in records:
            logging.getLogger(record.name).handle(record)
        result: object = made
        return result

    def close(self) -> None:
        """Wait for the helpers to finish what they have begun."""
        with self._left:
            self._left[0] = self._left[1]
        while self._helpers:
            helper, results = self._helpers.pop()
            with suppress(EOFError, OSError):
                self._made |= results.recv()
            results.close()
            helper.join()

    def _help(self, prepare: Prepare, results: Connection) -> None:
        """Work, from the last page on, until none is left or one cannot be made."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is asked to stop, and stops us
        records: list[logging.LogRecord] = []
        setattr(logging.Logger, "callHandlers", lambda _, record: records.append(record))  # noqa: B010
        made: dict[int, bytes] = {}
        # Whatever is wrong with a page: the parent makes it again and says it.
        with suppress(BaseException):
            while (number := self._claim()) is not None:
                given, make = prepare(number)
                made_of = _sum_up(given)
                records.clear()
                made[number] = pickle.dumps((made_of, make(), records))
        with suppress(OSError):  # a parent that is gone
            results.send(made)

    def _claim(self) -> int | None:
        with self._left:
            first, end = self._left[:]
            if first >= end:
                return None
            self._left[1] = end - 1
            return int(end - 1)


def _sum_up(given: object) -> int:
    """Return a number that stands for a value; the same in forks of one process."""
    return hash(repr(given))
