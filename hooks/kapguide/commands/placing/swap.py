"""Put a fresh site in the place of the last good one, so that a whole site is there at all times.

Linux exchanges two folders in one step. Elsewhere there are two renames; what a run
that was killed between them has left, the next run undoes.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from kapguide.project.config_file import CannotRun

_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of renameat2(2)."""


def find_site(named: Path) -> Path:
    """Follow a link to the folder that the site lies in; raise CannotRun where none can."""
    if not named.is_symlink():
        return named
    try:
        return named.resolve()
    except (OSError, RuntimeError):
        raise CannotRun(f"{named} is a link that leads to itself. Remove it.") from None


def refuse_dangerous(site: Path, docs: Sequence[Path], others: Iterable[Path]) -> None:
    """Raise CannotRun where a folder is not a built site's own, or cannot be replaced.

    It may not lie in a folder of pages, and hold neither that nor one of the others.
    """
    real, pages = site.resolve(), [path.resolve() for path in docs]
    held = any(path.resolve().is_relative_to(real) for path in (*pages, *others))
    if held or any(path in real.parents for path in pages):
        raise CannotRun(f"{site} cannot be the site's folder: it holds or lies in the sources.")
    if os.path.ismount(site):
        raise CannotRun(_say_mounted(site))
    try:
        foreign = site.exists() and any(site.iterdir()) and not (site / "404.html").exists()
    except OSError as error:
        raise CannotRun(f"{site} cannot be the site's folder: {error.strerror}.") from None
    if foreign:
        raise CannotRun(f"{site} is no built site; it will not be replaced. Name another folder.")


def publish(fresh: Path, site: Path, old: Path) -> None:
    """Put `fresh` in the place of `site`; what stood there is in `fresh` or `old` then.

    Raises CannotRun, with all as it was, where the system refuses.
    """
    try:
        if not site.exists():
            fresh.rename(site)
        elif not _exchange(fresh, site):
            site.rename(old)
            try:
                fresh.rename(site)
            except OSError:
                old.rename(site)
                raise
    except OSError as error:
        mounted = error.errno in {16, 18}  # EBUSY, EXDEV
        reason = _say_mounted(site) if mounted else f"{site} cannot be replaced: {error.strerror}."
        raise CannotRun(reason) from None


def tidy(site: Path, fresh: Path, old: Path) -> None:
    """Undo half a swap, of this run or of one that was killed, and drop what is left over."""
    if old.exists() and not site.exists():
        old.rename(site)
    for left in (fresh, old):
        if left.is_symlink() or left.is_file():
            left.unlink()
        shutil.rmtree(left, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    paths = os.fsencode(one), os.fsencode(other)
    return bool(renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0)


def _say_mounted(site: Path) -> str:
    return (
        f"{site} is mounted from elsewhere, and nothing can take the place of a mount. "
        f"Name a folder in it: --site-dir {site / 'public'}"
    )
