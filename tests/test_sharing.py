"""Sharing pages: whoever works on one, the caller gets what it would have made itself."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from kapguide.directives import DirectiveExtension
from kapguide.sharing import LEAST_PAGES, Prepare, SharedPages, count_processes, find_strangers
from markdown import Extension

log = logging.getLogger("test_sharing")


@pytest.fixture(autouse=True)
def _nobody_stays() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def make(do: Callable[[int], object]) -> Prepare:
    return lambda number: (number, lambda: do(number))


def share(count: int, prepare: Prepare, processes: int = 2) -> SharedPages:
    return SharedPages([*map(str, range(count))], prepare, processes)


def run(count: int, do: Callable[[int], object], processes: int, *, wait: float = 0) -> list[str]:
    """Make all pages; tell of each who made it."""
    pages = share(count, make(do), processes)
    time.sleep(wait)
    made = []
    for number in range(count):
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


@pytest.mark.parametrize("count", [3, 100])
def test_helpers_make_what_the_caller_has_not_begun(count: int) -> None:
    """All but the first page, where the caller begins, though it comes late."""
    made = run(count, str, 2, wait=0.5)
    assert made == ["0", *(f"{number} by a helper" for number in range(1, count))]


def test_helpers_send_more_than_fits_at_once() -> None:
    """A page of half a megabyte waits in the pipe until somebody reads."""
    made = run(20, lambda number: f"{number}" * 500_000, 2, wait=0.2)
    assert [text.removesuffix(" by a helper") for text in made] == [
        f"{number}" * 500_000 for number in range(20)
    ]
    assert sum(text.endswith("by a helper") for text in made) >= 5


def test_what_helpers_change_is_lost_and_what_they_return_is_not() -> None:
    seen: list[int] = []
    made = run(3, lambda number: seen.append(number) or len(seen), 2, wait=0.5)
    assert (made, seen) == (["1", "1 by a helper", "2 by a helper"], [0])


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
        return fault(number) if number == 3 and os.getpid() != caller else number

    made = run(5, do, 2, wait=0.5)
    assert [text.removesuffix(" by a helper") for text in made] == [*map(str, range(5))]
    assert made == ["0", "1", "2 by a helper", "3", "4"]
    assert capfd.readouterr() == ("", "")


def test_hands_over_what_is_logged_meanwhile(caplog: pytest.LogCaptureFixture) -> None:
    """Not what is logged before: the caller prepares the page too, and says it itself."""

    def prepare(number: int) -> tuple[int, Callable[[], object]]:
        log.warning("preparing %s", number)
        return number, lambda: log.warning("making %s", number) or number

    caplog.set_level(logging.WARNING, logger="test_sharing")
    pages = share(3, prepare)
    time.sleep(0.5)
    said = []
    for number in range(3):
        assert pages.take(str(number), number) == (number or None)
        said.append(list(caplog.messages))
    assert said == [[], ["making 1"], ["making 1", "making 2"]]


def test_what_was_made_of_something_else_is_not_taken(caplog: pytest.LogCaptureFixture) -> None:
    """And what was logged then is not said."""
    pages = share(3, lambda number: ((number, "ab"), lambda: log.warning("x") or "made"))
    time.sleep(0.5)
    assert pages.take("1", (1, "ab")) == "made"
    assert pages.take("2", (2, "ac")) is None
    assert pages.take("3", (3, "ab")) is None
    assert caplog.messages == ["x"]
    pages.close()


def test_a_page_is_given_once() -> None:
    """Who asks again makes it again."""
    pages = share(2, make(str))
    time.sleep(0.5)
    assert pages.take("1", 1) == "1"
    assert pages.take("1", 1) is None
    pages.close()


def test_closing_leaves_the_rest_unmade() -> None:
    """A build that failed waits for nobody."""
    pages = share(1000, make(lambda number: time.sleep(600)), 3)
    pages.close()
    pages.close()
    assert pages.take("500", 500) is None


def test_strangers_may_note_things() -> None:
    """An extension by its name or as an object, a plug-in, a hook from another folder."""
    hooks = Path(__file__).parent
    ours, theirs = ModuleType("ours"), ModuleType("theirs")
    ours.__file__, theirs.__file__ = __file__, "/elsewhere/hook.py"
    extensions = ["toc", "pymdownx.details", "markdown.extensions.abbr", DirectiveExtension({})]
    plugins = {"material/search": object(), "hooks/ours.py": ours}
    assert find_strangers(extensions, plugins, hooks) == []
    extensions = ["mkdocstrings", "pymdownxtra", type("E", (Extension,), {"__module__": "other"})()]
    plugins = {"tags": object(), "theirs.py": theirs, "search": object()}
    strange = ["mkdocstrings", "pymdownxtra", "other", "tags", "theirs.py"]
    assert find_strangers(extensions, plugins, hooks) == strange


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
