"""Find a Chromium for the browser tests, and get one where none is there.

As a command prints the program's path, or exits 1 and says how to get one;
`--install` gets it.
Must stay free of pytest, so that `make test` can ask before it starts any test.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from kapguide.handouts.chromium import ARGUMENTS, HOW_TO_GET_IT, find_chromium, own_browsers

__all__ = ["ARGUMENTS", "find_chromium"]


def install_chromium() -> None:
    """Install Debian's package as root; elsewhere Playwright's own, into the environment."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update"], check=False)
        for package in ("chromium-headless-shell", "chromium"):  # Ubuntu has no shell of it
            done = subprocess.run(["apt-get", "install", "-y", package], check=False)
            if done.returncode == 0:
                return
    inside = {**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(own_browsers())}
    command = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    subprocess.run(command, check=True, env=inside)


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
        print(error if isinstance(error, LookupError) else HOW_TO_GET_IT, file=sys.stderr)
        return 1
    print(found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
