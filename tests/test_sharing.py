"""Sharing pages: whoever works on one, the caller gets what it would have made itself."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from kapguide.sharing import LEAST_AHEAD, LEAST_PAGES, Prepare, SharedPages, count_processes

# This process may have threads of other tests, which sleep.
pytestmark = pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
log = logging.getLogger("test_sharing")


@pytest.fixture(autouse=True)
def _nobody_stays() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def make(do: Callable[[int], object]) -> Prepare:
    return lambda number: (number, lambda: do(number))


def share(count: int, prepare: Prepare, processes: int = 2) -> SharedPages:
    return SharedPages([*map(str, range(count))], prepare, processes)


def wait_for_helpers(pages: SharedPages) -> None:
    """Come so late to the third page that helpers have made all that they can."""
    assert pages.take("0", 0) is None
    assert pages.take("1", 1) is None
    while pages._handed:
        pages._receive(next(iter(pages._handed.values())))
        pages._hand_out()


def run(
    count: int, do: Callable[[int], object], processes: int, *, late: bool = False
) -> list[str]:
    """Make all pages; tell of each who made it."""
    pages = share(count, make(do), processes)
    made = []
    if late:
        made = [f"{do(0)}", f"{do(1)}"]
        wait_for_helpers(pages)
    for number in range(len(made), count):
        taken = pages.take(str(number), number)
        made.append(f"{do(number)}" if taken is None else f"{taken} by a helper")
    pages.close()
    return made


@pytest.mark.parametrize("processes", [1, 2, 4])
@pytest.mark.parametrize("count", [0, 1, 2, 50])
def test_each_page_is_made_once_in_its_place(count: int, processes: int) -> None:
    """Slow helpers, slow caller: nothing is lost where they meet."""
    times = multiprocessing.get_context("fork").Array("b", count or 1)

    def do(number: int) -> str:
        times[number] += 1
        time.sleep(0.001)
        return str(number)

    made = run(count, do, processes)
    assert [text.removesuffix(" by a helper") for text in made] == [*map(str, range(count))]
    assert times[:count] == [1] * count


@pytest.mark.parametrize("processes", [2, 4])
@pytest.mark.parametrize("count", [3, 100])
def test_helpers_make_what_the_caller_has_not_begun(count: int, processes: int) -> None:
    """All but the first pages, where the caller begins, though it comes late."""
    made = run(count, str, processes, late=True)
    assert made == ["0", "1", *(f"{number} by a helper" for number in range(2, count))]


def test_helpers_send_more_than_fits_at_once() -> None:
    """A page of a megabyte waits until somebody reads."""
    made = run(20, lambda number: f"{number}" * 1_000_000, 2)
    assert [text.removesuffix(" by a helper") for text in made] == [
        f"{number}" * 1_000_000 for number in range(20)
    ]
    assert any(text.endswith("by a helper") for text in made)


def test_what_helpers_change_is_lost_and_what_they_return_is_not() -> None:
    seen: list[int] = []
    made = run(4, lambda number: seen.append(number) or len(seen), 2, late=True)
    assert (made, seen) == (["1", "2", "3 by a helper", "4 by a helper"], [0, 1])


def test_what_is_loaded_for_the_first_page_is_there_for_all() -> None:
    """Helpers start when the second is asked for; for less there are none."""
    pages = share(2, make(str))
    pages.take("0", 0)
    assert not multiprocessing.active_children()
    pages.take("1", 1)


def fail(number: int) -> None:
    raise ValueError(number)


def exit_early(number: int) -> None:
    sys.exit(number)


def be_killed(number: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def be_unspeakable(number: int) -> Callable[[], int]:
    return lambda: number


@pytest.mark.parametrize("fault", [fail, exit_early, be_killed, be_unspeakable])
def test_what_a_helper_cannot_do_is_left_to_the_caller(
    fault: Callable[[int], object], capfd: pytest.CaptureFixture[str]
) -> None:
    """An error, an exit, a kill, a result that cannot be sent: said by the caller or nobody."""
    caller = os.getpid()

    def do(number: int) -> object:
        return fault(number) if number == 6 and os.getpid() != caller else number

    made = run(10, do, 2, late=True)
    assert made == [f"{number}{' by a helper' * (number == 5)}" for number in range(10)]
    assert capfd.readouterr() == ("", "")


def test_the_caller_waits_for_nobody_but_who_has_the_page() -> None:
    """One of three helpers fails, and the others go on for ever: the page is the caller's."""
    caller = os.getpid()

    def do(number: int) -> int:
        if os.getpid() != caller and number == LEAST_AHEAD + 1:
            raise ValueError
        return number if os.getpid() == caller else time.sleep(600) or number

    pages = share(100, make(do), 4)
    pages.take("0", 0)
    pages.take("1", 1)
    assert pages.take(str(LEAST_AHEAD + 1), LEAST_AHEAD + 1) is None
    pages.close()


PARENT = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever started the tests
sys.path.insert(0, "hooks")
from kapguide.sharing import SharedPages

pages = SharedPages(
    [*map(str, range(100))], lambda number: (number, lambda: "x" * 10_000_000), 3
)
pages.take("0", 0)
pages.take("1", 1)
print("ready", flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("way", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_no_helper_outlives_its_parent(way: signal.Signals) -> None:
    """Not even one that waits for somebody to read: the end of the output comes."""
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert parent.stdout is not None
    assert parent.stdout.readline() == "ready\n"
    parent.send_signal(way)
    said, _ = parent.communicate(timeout=60)  # ends when nobody holds the output open
    assert said == "" or way == signal.SIGINT


def test_hands_over_what_is_logged_meanwhile(caplog: pytest.LogCaptureFixture) -> None:
    """Not what is logged before: the caller prepares the page too, and says it itself."""

    def prepare(number: int) -> tuple[int, Callable[[], object]]:
        log.warning("preparing %s", number)
        return number, lambda: log.warning("making %s", number) or number

    caplog.set_level(logging.WARNING, logger="test_sharing")
    pages = share(4, prepare)
    wait_for_helpers(pages)
    said = []
    for number in (2, 3):
        assert pages.take(str(number), number) == number
        said.append(list(caplog.messages))
    assert said == [["making 2"], ["making 2", "making 3"]]


def test_what_was_made_of_something_else_is_not_taken(caplog: pytest.LogCaptureFixture) -> None:
    """And what was logged then is not said."""
    pages = share(5, lambda number: ((number, "ab"), lambda: log.warning("x") or "made"))
    wait_for_helpers(pages)
    assert pages.take("2", (2, "ab")) == "made"
    assert pages.take("3", (3, "ac")) is None
    assert pages.take("no such page", (4, "ab")) is None
    assert pages.take("4", (4, "ab")) == "made"
    assert caplog.messages == ["x", "x"]


def test_a_page_is_given_once() -> None:
    """Who asks again makes it again."""
    pages = share(4, make(str))
    wait_for_helpers(pages)
    assert pages.take("2", 2) == "2"
    assert pages.take("2", 2) is None
    assert pages.take("3", 3) == "3"


def test_closing_leaves_the_rest_unmade() -> None:
    """A build that failed waits for nobody."""
    pages = share(1000, make(lambda number: time.sleep(600)), 3)
    pages.take("0", 0)
    pages.take("1", 1)
    assert len(multiprocessing.active_children()) == 2
    pages.close()
    pages.close()
    assert pages.take("500", 500) is None


def test_few_processes_where_they_are_of_no_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(4)), raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert count_processes(LEAST_PAGES) == 4
    assert count_processes(LEAST_PAGES - 1) == 1
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)), raising=False)
    assert count_processes(LEAST_PAGES) == 8
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert count_processes(LEAST_PAGES) == 1
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert count_processes(LEAST_PAGES) == 1
