"""Keep on disk, from one build to the next, what is slow to make.

A key is the digest of everything that the result depends on (the input, the
options, the code that makes it), so a stale result is impossible: what changed
has another key. A cache that cannot be read or written, or that was damaged, costs
time, never the build.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

_LIBRARIES = ("bibtexparser", "pybtex", "pylatexenc", "rispy")


def digest(*parts: object) -> str:
    """Return a digest of plain values: text, numbers, lists and dictionaries."""
    data = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return digest_bytes(data.encode("utf-8", "surrogatepass"))


def digest_bytes(*parts: bytes) -> str:
    """Return a digest of contents in their order."""
    sums = [hashlib.sha256(part).digest() for part in parts]
    return hashlib.sha256(b"".join(sums)).hexdigest()[:32]


def digest_files(paths: Iterable[Path]) -> str:
    """Return a digest of the contents of files."""
    return digest_bytes(*(path.read_bytes() for path in sorted(paths)))


@functools.cache
def code_version(package: Path = Path(__file__).parent) -> str:
    """Return a digest of what makes entries: this package with its tables, and what it uses."""
    paths = (path for path in package.rglob("*") if path.suffix in {".py", ".toml"})
    return digest(digest_files(paths), [_version(name) for name in _LIBRARIES])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


class DiskCache:
    """A dictionary in a file: what this build used, and nothing else, stays."""

    def __init__(self, path: Path | None) -> None:
        """Read the file; without a path nothing outlives the process."""
        self._path = path
        self._old: dict[str, Any] = _load(path) if path is not None else {}
        self._used: dict[str, Any] = {}

    def get(self, key: str) -> Any:
        """Return a value, or None."""
        value = self._used.get(key, self._old.get(key))
        if value is not None:
            self._used[key] = value
        return value

    def put(self, key: str, value: dict[str, Any]) -> None:
        """Remember a value."""
        self._used[key] = value

    def save(self) -> None:
        """Write what was used, at once and whole, if it differs from the file."""
        if self._path is None or not self._used or self._used.keys() == self._old.keys():
            return
        # Escaped, so that half a sign, which no file can hold, does no harm.
        data = json.dumps(self._used).encode("ascii")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent, suffix=".tmp")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(digest_bytes(data).encode("ascii") + b"\n" + data)
                Path(name).replace(self._path)
            except OSError:
                Path(name).unlink()
                raise
            self._old = dict(self._used)


def _load(path: Path) -> dict[str, Any]:
    """Read a file whose first line is the digest of the rest; nothing, if it is not."""
    with suppress(OSError, ValueError):
        name, _, data = path.read_bytes().partition(b"\n")
        loaded = json.loads(data) if name.decode("ascii") == digest_bytes(data) else {}
        if isinstance(loaded, dict):
            return {key: value for key, value in loaded.items() if isinstance(value, dict)}
    return {}
