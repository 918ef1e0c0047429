"""Ask a registry over HTTP: politely, with patience, and never twice on one day.

A question is tried three times with growing pauses; a registry that says when to come
back is taken at its word. Answers stay in a cache until the day is over, so that a run
that broke off goes on where it was.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from markdown_citations.cache import DiskCache, digest

if TYPE_CHECKING:
    import requests

T = TypeVar("T")

TRIES = 3
PAUSES = (1.0, 4.0)
LONGEST_PAUSE = 120.0
"""A registry that asks for more is not waited for."""
LARGEST = 64 * 1024 * 1024
WEB_PAGE = "is a web page, not data: a network that asks you to sign in does so"
_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})


class RegistryError(Exception):
    """A registry could not be asked; the message says why, and what to do."""


class UnreadableAnswerError(Exception):
    """An answer is not what it should be; it is asked for again."""

    def __init__(self, message: str = "is not whole, or not what it should be") -> None:
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Registry:
    """Where a registry is, and how it wants to be asked."""

    name: str
    address: str
    """Without a slash at its end."""
    pause: float
    """Seconds between two questions."""


class _TryAgainError(Exception):
    """A try failed; another may not."""

    def __init__(self, message: str, pause: float | None = None) -> None:
        super().__init__(message)
        self.pause = pause


class Client:
    """Asks registries, one question after another."""

    def __init__(
        self,
        today: date,
        *,
        mailto: str = "",
        cache: Path | None = None,
        timeout: float = 30,
        sleep: Callable[[float], None] | None = None,
    ) -> None:
        """Prepare to ask; `cache` is a file, `timeout` counts seconds."""
        self._today = today.isoformat()
        self.mailto = mailto
        """The e-mail address by which a registry can reach us."""
        self._cache = DiskCache(cache)
        self._timeout = timeout
        self._sleep = sleep or time.sleep
        self._last: dict[str, float] = {}
        # Here and below: a build, which asks nobody, would wait for it.
        import requests  # noqa: PLC0415

        self._session = requests.Session()
        contact = f"; mailto:{mailto}" if mailto else ""
        self._session.headers["User-Agent"] = f"kapguide/0.1 (checks a list of studies{contact})"
        self.questions = 0
        """How many were sent, those that were tried again included."""

    def close(self) -> None:
        """Keep the answers for the rest of the day."""
        self._cache.save()
        self._session.close()

    def ask(
        self,
        registry: Registry,
        path: str,
        parameters: Mapping[str, str],
        read: Callable[[bytes], T],
    ) -> T | None:
        """Ask a question and read its answer; None where the registry has no such record.

        Raises RegistryError where there is no answer that `read` can read; it says so
        by raising UnreadableAnswerError.
        """
        address = f"{registry.address}{path}"
        key = digest(address, dict(parameters), self._today)
        kept = self._cache.get(key)
        if kept is not None:
            with suppress(UnreadableAnswerError):
                return read(str(kept["answer"]).encode())
        failure: _TryAgainError | None = None
        for attempt in range(TRIES):
            if failure is not None:
                pause = PAUSES[attempt - 1] if failure.pause is None else failure.pause
                if pause > LONGEST_PAUSE:
                    break
                self._sleep(pause)
            try:
                body = self._send(registry, address, parameters)
                answer = None if body is None else read(body)
            except _TryAgainError as error:
                failure = error
            except UnreadableAnswerError as error:
                failure = _TryAgainError(f"{registry.name} sent something that {error}")
            else:
                if body is not None:
                    self._cache.put(key, {"asked": self._today, "answer": body.decode()})
                return answer
        raise RegistryError(_give_up(failure))

    def _send(
        self, registry: Registry, address: str, parameters: Mapping[str, str]
    ) -> bytes | None:
        """Send one question at the registry's pace; None for "there is no such record"."""
        import requests  # noqa: PLC0415
        import urllib3  # noqa: PLC0415

        now = time.monotonic()
        wait = self._last.get(registry.name, now - registry.pause) + registry.pause - now
        if wait > 0:
            self._sleep(wait)
        self._last[registry.name] = time.monotonic()
        self.questions += 1
        name, deadline = registry.name, time.monotonic() + 4 * self._timeout
        try:
            with self._session.get(
                address, params=dict(parameters), timeout=self._timeout, stream=True
            ) as response:
                if response.status_code == 404:
                    return None
                if response.status_code in _TRY_AGAIN:
                    raise _TryAgainError(f"{name} {_explain(response)}", _retry_after(response))
                if not response.ok:
                    raise RegistryError(f"{name} {_explain(response)}.")
                return _read_body(response, name, deadline)
        except (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError):
            raise _TryAgainError(f"{name} took longer than {self._timeout:g} seconds") from None
        except requests.exceptions.SSLError:
            message = f"{name}: the connection to {address} is not secure, so nothing was asked"
            raise RegistryError(f"{message}. Is the date of this computer right?") from None
        except requests.exceptions.ConnectionError:
            host = urlsplit(address).netloc or address
            raise _TryAgainError(f"{name} could not be reached at {host}") from None
        except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError):
            raise _TryAgainError(f"{name} broke off in the middle of its answer") from None


def _read_body(response: requests.Response, name: str, deadline: float) -> bytes:
    """Read an answer, as long as it is no flood and no trickle."""
    parts, size = [], 0
    # As it comes in: to wait for a full block would be to wait for a trickle.
    while part := response.raw.read1(65536, decode_content=True):
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            raise RegistryError(f"{name} sent more than {LARGEST // 2**20} MB, so it was not read.")
        if time.monotonic() > deadline:
            raise _TryAgainError(f"{name} was too slow to send its answer")
    body = b"".join(parts)
    try:
        body.decode()
    except UnicodeDecodeError:
        raise _TryAgainError(f"{name} sent something that is not UTF-8") from None
    return body


def _explain(response: requests.Response) -> str:
    if response.status_code == 429:
        return "says that it was asked too often"
    if response.status_code >= 500:
        return f"has trouble of its own (status {response.status_code})"
    status = f"{response.status_code} {response.reason or ''}".strip()
    return f"refused the question (status {status})"


def _retry_after(response: requests.Response) -> float | None:
    """Return for how many seconds the registry asks us to wait, if it does."""
    from urllib3.exceptions import InvalidHeader  # noqa: PLC0415
    from urllib3.util import Retry  # noqa: PLC0415

    written = response.headers.get("Retry-After")
    if not written:
        return None
    try:
        return float(Retry().parse_retry_after(written))
    except InvalidHeader:
        return None


def _give_up(failure: _TryAgainError | None) -> str:
    said = str(failure)
    if failure is not None and failure.pause is not None and failure.pause > LONGEST_PAUSE:
        minutes = round(failure.pause / 60) or 1
        return f"{said}, and to wait {minutes} minutes. Try again then."
    tried = f"{said}. It was asked {TRIES} times."
    if "could not be reached" in said:
        return f"{tried} Is this computer online? Nothing was changed."
    return f"{tried} Try again later."


def read_json(answer: bytes) -> dict[str, Any]:
    """Read an answer that is an object of JSON; raise UnreadableAnswerError for any other."""
    if answer.lstrip()[:1] == b"<":
        raise UnreadableAnswerError(WEB_PAGE)
    try:
        read = json.loads(answer)
    except ValueError:
        raise UnreadableAnswerError from None
    if not isinstance(read, dict):
        raise UnreadableAnswerError
    return read
