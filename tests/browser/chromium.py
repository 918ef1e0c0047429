"""Find a Chromium for the browser tests, or say how to get one.

Takes KAPGUIDE_CHROMIUM, the PATH and what Playwright has installed.
Gives the program's path; as a command prints it, or exits 1 with the message.
`--install` gets one where none is there.
Must stay free of pytest, so that `make test` can ask before it starts any test.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
)
HOW_TO_GET_IT = """\
The browser tests need Chromium, and none was found. Get one by any of these:
    sudo apt-get install chromium              (Debian, Ubuntu)
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
"""How the tests start it: also as root, and without requests of its own."""


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


def _find_playwrights() -> Path | None:
    """Ask Playwright last: it takes a second to answer."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def install_chromium() -> None:
    """Install Debian's package where we may, Playwright's own build elsewhere."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update"], check=False)
        done = subprocess.run(["apt-get", "install", "-y", "chromium"], check=False)
        if done.returncode == 0:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)


def main(arguments: list[str]) -> int:
    """Print the path, or the message and 1; with --install, get one first where none is."""
    try:
        try:
            found = find_chromium()
        except LookupError:
            if "--install" not in arguments:
                raise
            install_chromium()
            found = find_chromium()
    except (LookupError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    print(found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
