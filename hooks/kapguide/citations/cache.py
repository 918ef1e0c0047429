"""Keep formatted entries on disk from one build to the next.

A key is the digest of everything that the result depends on (the entry, the
style, the code that formats), so a stale result is impossible: what changed
has another key.

Takes digests and JSON values. Gives them back.
Must stay free of what the values mean. A cache that cannot be read or written
costs time, never the build.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any


def digest(*parts: object) -> str:
    """Give one name for plain values: text, numbers, lists and dictionaries."""
    data = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def digest_files(paths: Iterable[Path]) -> str:
    """Give one name for the contents of files."""
    sums = [hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(paths)]
    return digest(sums)


class DiskCache:
    """A dictionary in a file: what this build used, and nothing else, stays."""

    def __init__(self, path: Path | None) -> None:
        """Read the file; without a path nothing outlives the process."""
        self._path = path
        self._old: dict[str, Any] = {}
        self._used: dict[str, Any] = {}
        if path is not None:
            with suppress(OSError, ValueError):
                loaded = json.loads(path.read_text("utf-8"))
                if isinstance(loaded, dict):
                    self._old = {k: v for k, v in loaded.items() if isinstance(v, dict)}

    def get(self, key: str) -> Any:
        """Return a value, or None."""
        value = self._used.get(key, self._old.get(key))
        if value is not None:
            self._used[key] = value
        return value

    def put(self, key: str, value: Any) -> None:
        """Remember a value."""
        self._used[key] = value

    def save(self) -> None:
        """Write what was used, at once and whole, if it differs from the file."""
        if self._path is None or self._used.keys() == self._old.keys():
            return
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent, suffix=".tmp")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(self._used, file, ensure_ascii=False)
            Path(name).replace(self._path)
            self._old = dict(self._used)
