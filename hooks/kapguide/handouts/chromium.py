"""Find and start a Chromium, or say how to get one.

Looked for in KAPGUIDE_CHROMIUM, on the PATH and where Playwright installs its own.
Handouts are printed with it, and the tests look at pages with it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kapguide.project.config_file import CannotRun

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = (
    "chromium-headless-shell",  # the same without windows, which cost most of the time
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
)
MAC_APPS = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
)
HOW_TO_GET_IT = """\
Chromium is needed, and none was found. Get one by any of these:
    sudo apt-get install chromium-headless-shell  (Debian; chromium on Ubuntu)
    python -m playwright install chromium      (every system)
    KAPGUIDE_CHROMIUM=/path/to/chromium        (one that you have)"""

ARGUMENTS = (
    "--no-sandbox",  # root in a container has no user namespaces; the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""How to start it: also as root, and without requests of its own."""


def find_chromium() -> Path:
    """Give the first Chromium there is; raise LookupError with what to do about none."""
    named = os.environ.get("KAPGUIDE_CHROMIUM")
    if named:
        if found := shutil.which(named):
            return Path(found)
        raise LookupError(f"KAPGUIDE_CHROMIUM names no program: {named}")
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        for app in MAC_APPS:
            if (folder / app).exists():
                return folder / app
    own = _find_playwrights()
    if own is None:
        raise LookupError(HOW_TO_GET_IT)
    return own


@contextmanager
def open_browser(purpose: str) -> Iterator[Browser]:
    """Start a Chromium for a purpose, a verb such as "print".

    Raises CannotRun where it does not start, breaks or takes too long.
    """
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - may be missing

    try:
        with (
            sync_playwright() as started,
            closing(
                started.chromium.launch(
                    executable_path=find_chromium(), args=ARGUMENTS, handle_sigint=False
                )
            ) as browser,
        ):
            yield browser
    except Error as error:
        first = next(iter(error.message.splitlines()), type(error).__name__)
        raise CannotRun(f"The browser could not {purpose}: {first}") from None


def own_browsers() -> Path:
    """Give where the set-up has Playwright put its browsers: into the environment."""
    return Path(sys.prefix) / "browsers"


def _find_playwrights() -> Path | None:
    """Ask Playwright last: it takes a second to answer."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - may be missing
    except ImportError:
        return None
    with sync_playwright() as playwright:
        usual = Path(playwright.chromium.executable_path)
    start = next((n for n, part in enumerate(usual.parts) if part.startswith("chromium-")), 0)
    found = (usual, own_browsers() / Path(*usual.parts[start:]))
    return next((path for path in found if path.exists()), None)
