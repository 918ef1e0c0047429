"""Share what is to be made of a list of pages among processes.

Takes the pages' names, and what makes something of one. Gives what others have
made of a page to the process that goes through them in their order, or nothing:
then it makes it itself. So an error comes up where it would have come up without
helpers, and no helper is needed for a right result.
Must stay free of what is made.

A helper is a fork: it knows all that its parent knew, and what it changes is
lost, but for what it returns and logs. It is handed pages some way ahead of the
caller, few at a time, and what nobody has begun when the caller comes there is the
caller's: so both have work to the end, and nobody has to know how long a page takes.
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
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

LEAST_PAGES = 100
"""Fewer are built before other processes are of any help."""
MOST_PROCESSES = 8
LEAST_AHEAD = 32
"""Pages that are left to the caller between where it is and what helpers are handed."""
MOST_AT_ONCE = 3
"""Pages that a helper is handed before it has sent one back."""

Prepare = Callable[[int], tuple[Hashable, Callable[[], object]]]
"""Gives, for the number of a page, what something is made of and what makes it.

What is made is not None. What is logged while preparing is lost, for whoever takes
the result has prepared it, too."""


def count_processes(pages: int) -> int:
    """Return how many processes are of use; 1 for few pages, and where forks are not safe."""
    if pages < LEAST_PAGES or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), MOST_PROCESSES)


def share(names: Sequence[str], prepare: Prepare) -> SharedPages | None:
    """Make the pages something to share, if helpers are of use."""
    processes = count_processes(len(names))
    return SharedPages(names, prepare, processes) if processes > 1 else None


class SharedPages:
    """Pages that helpers make something of, ahead of the caller."""

    def __init__(self, names: Sequence[str], prepare: Prepare, processes: int) -> None:
        """Get ready for `processes - 1` helpers."""
        self._numbers = {name: number for number, name in enumerate(names)}
        self._prepare, self._processes = prepare, processes
        self._position = -1
        """The page that the caller asked for last."""
        self._was_handed = bytearray(len(names))
        self._is_started = False
        self._helpers: dict[Connection, BaseProcess] = {}
        self._handed: dict[int, Connection] = {}
        """Who has which page and has not sent it back."""
        self._made: dict[int, bytes] = {}

    def take(self, name: str, given: Hashable) -> object | None:
        """Return what a helper made of a page, and log what it logged.

        None where the caller is to make it: nobody else has begun, or could do it,
        or it was made of something else than `given`.
        To be called for each page, in their order. The helpers start with the second:
        what is loaded or compiled for the first is there for all.
        """
        number = self._numbers.get(name)
        if number is None:
            return None
        if self._position >= 0 and not self._is_started:
            self._start()
        self._position = number
        for results in wait(list(self._helpers), 0) if self._helpers else ():
            assert isinstance(results, Connection)
            self._receive(results)
        self._hand_out()
        while number in self._handed:
            self._receive(self._handed[number])
            self._hand_out()
        made: object = None
        if number in self._made:
            made_of, made, records = pickle.loads(self._made[number])
            if made_of != hash(given):
                return None
            del self._made[number]
            for record in records:
                logging.getLogger(record.name).handle(record)
        if number == len(self._was_handed) - 1:
            self.close()
        return made

    def close(self) -> None:
        """Stop the helpers; what they made and nobody took is lost."""
        self._is_started = True
        self._made.clear()
        for results in list(self._helpers):
            self._dismiss(results)

    def _start(self) -> None:
        fork = multiprocessing.get_context("fork")
        self._is_started = True
        sys.stdout.flush()
        sys.stderr.flush()
        gc.freeze()  # or each helper's first collection copies all that there is
        with suppress(OSError):  # no more processes, no more memory: fewer helpers
            for _ in range(self._processes - 1):
                ours, theirs = fork.Pipe()
                helper = fork.Process(target=self._help, args=(theirs, ours), daemon=True)
                helper.start()
                theirs.close()
                self._helpers[ours] = helper
        gc.unfreeze()

    def _dismiss(self, results: Connection) -> None:
        """Stop a helper; what it was handed is the caller's."""
        helper = self._helpers.pop(results)
        results.close()
        helper.kill()
        helper.join()
        self._handed = {page: who for page, who in self._handed.items() if who is not results}

    def _receive(self, results: Connection) -> None:
        """Read what a helper sends next."""
        try:
            number, data = results.recv()
        except (EOFError, OSError):
            self._dismiss(results)
        else:
            del self._handed[number]
            self._made[number] = data

    def _hand_out(self) -> None:
        """Give helpers work that nobody has begun."""
        busy = Counter(self._handed.values())
        for results in list(self._helpers):
            for _ in range(MOST_AT_ONCE - busy[results]):
                number = self._choose()
                if number < 0:
                    return
                self._was_handed[number] = True
                try:
                    results.send(number)
                except OSError:
                    self._dismiss(results)
                    break
                self._handed[number] = results

    def _choose(self) -> int:
        """Return a page so far ahead that the caller seldom has to wait; -1 for none."""
        here, count = self._position, len(self._was_handed)
        ahead = here + max(1, min(LEAST_AHEAD, (count - here) // 2))
        number = self._was_handed.find(0, ahead)
        return number if number >= 0 else self._was_handed.rfind(0, here + 1, ahead)

    def _help(self, work: Connection, ours: Connection) -> None:
        """Work until there is nobody to work for, or a page cannot be made."""
        # The caller is asked to stop, and stops us; or it is gone, and with it these ends.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        for end in (ours, *self._helpers):
            end.close()
        self._helpers.clear()
        records: list[logging.LogRecord] = []
        setattr(logging.Logger, "callHandlers", lambda _, record: records.append(record))  # noqa: B010
        # Whatever is wrong with a page: the caller makes it again and says it.
        with suppress(BaseException):
            while True:
                number = work.recv()
                given, make = self._prepare(number)
                made_of = hash(given)  # the same in all forks of a process
                records.clear()
                work.send((number, pickle.dumps((made_of, make(), records))))
