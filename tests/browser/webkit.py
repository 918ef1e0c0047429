"""Drive WebKit, the engine of every browser on an iPhone, by the W3C's WebDriver.

Takes KAPGUIDE_WEBKIT, or WebKitWebDriver in the PATH; and Xvfb, for the windows
that nobody is to see. Gives a `Session` with one window as wide as a phone.
As a command prints the program's path, or exits 1 with the message; `--install`
gets it where we may. A session is a dozen calls over loopback, so no library
stands between.
Must stay free of pytest, so that `make test` can ask before it starts any test.
"""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HOW_TO_GET_IT = """\
WebKit is not on this machine, so no page was looked at in it. Get it by
    sudo apt-get install webkit2gtk-driver xvfb     (Debian, Ubuntu)
or name one that you have: KAPGUIDE_WEBKIT=/path/to/WebKitWebDriver"""

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key by which the W3C's protocol names an element."""
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c"}
PATIENCE = 15
"""How many seconds something may take, on a machine that does much else."""
CONTROL = "\ue009"
NARROW = "* { min-width: 0; min-height: 0; margin: 0; border-width: 0; padding: 0 }"
"""The browser's own buttons, without which its window can be as narrow as a phone."""


class WebDriverError(Exception):
    """The browser could not do what it was asked to."""


class NotYetError(WebDriverError):
    """A script put another element in its place, something lies over it, or the page leaves."""


NOT_YET = {
    *("stale element reference", "element click intercepted", "element not interactable"),
    "no such frame",  # while a page gives way to the next
}


def find_webkit() -> Path:
    """Give the driver; raise LookupError with what to do where it or Xvfb is missing."""
    named = os.environ.get("KAPGUIDE_WEBKIT")
    found = shutil.which(named or "WebKitWebDriver")
    if named and not found:
        raise LookupError(f"KAPGUIDE_WEBKIT names no program: {named}")
    if not (found and shutil.which("Xvfb")):
        raise LookupError(HOW_TO_GET_IT)
    return Path(found)


def install_webkit() -> None:
    """Install Debian's packages as root; somebody's own machine is left alone."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update"], check=False)
        command = ["apt-get", "install", "-y", "--no-install-recommends"]
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*command, "webkit2gtk-driver", "xvfb"], check=False, env=quiet)


@dataclass(frozen=True, slots=True)
class Session:
    """One window; elements are named by CSS selectors."""

    port: int
    path: str

    def call(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        """Send one command below the session; give its value."""
        return call(self.port, method, self.path + path, body)

    def open(self, address: str) -> None:
        """Open a page, and wait until it has loaded."""
        self.call("POST", "/url", {"url": address})

    def run(self, script: str, *arguments: object) -> Any:
        """Give the value of a JavaScript expression; `arguments` are there by that name."""
        return self.call("POST", "/execute/sync", {"script": f"return {script}", "args": arguments})

    def wait(self, script: str, *arguments: object) -> Any:
        """Wait for an expression to be true; give its value."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with suppress(NotYetError):
                if value := self.run(script, *arguments):
                    return value
            time.sleep(0.02)
        raise WebDriverError(f"never true: {script} {arguments}")

    def find(self, selector: str) -> dict[str, str]:
        """Give the first element, as the other commands name it."""
        found: dict[str, str] = self.call(
            "POST", "/element", {"using": "css selector", "value": selector}
        )
        return found

    def click(self, selector: str) -> None:
        """Click the middle of the first element, once nothing lies over it any more."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self.call("POST", f"/element/{self._reach(selector)[ELEMENT]}/click", {})
            except NotYetError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)
            else:
                return

    def hover(self, selector: str) -> None:
        """Move the mouse onto the first element."""
        move = {"type": "pointerMove", "x": 0, "y": 0, "origin": self._reach(selector)}
        self._act("pointer", [move])

    def type(self, text: str) -> None:
        """Press keys, each by its sign, into whatever has the focus."""
        self._act(
            "key", [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        )

    def press(self, key: str) -> None:
        """Press a key that has a name."""
        self.type(KEYS[key])

    def paste(self) -> None:
        """Put what was copied where the focus is."""
        keys = [("keyDown", CONTROL), ("keyDown", "v"), ("keyUp", "v"), ("keyUp", CONTROL)]
        self._act("key", [{"type": kind, "value": key} for kind, key in keys])

    def shown(self, selector: str) -> bool:
        """Say whether the first element can be seen."""
        return bool(self.call("GET", f"/element/{self.find(selector)[ELEMENT]}/displayed"))

    def _reach(self, selector: str) -> dict[str, str]:
        """Scroll as far as a reader would: not just out from below the header."""
        found = self.find(selector)
        self.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", found)
        return found

    def _act(self, kind: str, actions: list[dict[str, Any]]) -> None:
        self.call("POST", "/actions", {"actions": [{"type": kind, "id": kind, "actions": actions}]})


def call(port: int, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
    """Send one command of the protocol; give its value."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, path, None if body is None else json.dumps(body))
        value = json.loads(connection.getresponse().read())["value"]
    finally:
        connection.close()
    if isinstance(value, dict) and "error" in value:
        error = NotYetError if value["error"] in NOT_YET else WebDriverError
        raise error(f"{method} {path}: {value['error']}: {value['message']}")
    return value


@contextmanager
def start(work: Path, width: int = 360, height: int = 800) -> Iterator[Session]:
    """Give a window of a browser in which nothing is stored.

    `work` is a folder for the browser's own files.
    """
    program = find_webkit()
    settings = work / "config" / "gtk-3.0"
    settings.mkdir(parents=True)
    (settings / "gtk.css").write_text(NARROW, "utf-8")
    (settings / "settings.ini").write_text("[Settings]\ngtk-enable-animations=0\n", "utf-8")
    with ExitStack() as stack:
        # The pointer starts in the middle, and the window under it has the focus.
        size = ["-screen", "0", f"{width}x{height}x24"]
        screen = stack.enter_context(
            _running(["Xvfb", "-displayfd", "1", "-nolisten", "tcp", *size])
        )
        assert screen.stdout is not None
        number = screen.stdout.readline().decode().strip()  # empty where it could not start
        if not number:
            raise WebDriverError("Xvfb did not start")
        environment = {
            **{key: value for key, value in os.environ.items() if "proxy" not in key.lower()},
            **{
                f"XDG_{name.upper()}_HOME": str(work / name) for name in ("config", "cache", "data")
            },
            "DISPLAY": f":{number}",
            "GDK_BACKEND": "x11",
            "GSETTINGS_BACKEND": "memory",
            "NO_AT_BRIDGE": "1",
        }
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            port = taken.getsockname()[1]
        stack.enter_context(_running([str(program), f"--port={port}"], environment))
        made = _retry(lambda: call(port, "POST", "/session", {"capabilities": {}}))
        session = Session(port, f"/session/{made['sessionId']}")
        stack.callback(session.call, "DELETE", "")
        session.call("POST", "/window/rect", {"width": width, "height": height})
        yield session


@contextmanager
def _running(
    command: list[str], environment: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


def _retry(ask: Callable[[], Any]) -> Any:
    """Ask until the driver listens."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return ask()
        except ConnectionRefusedError:
            if time.monotonic() > until:
                raise WebDriverError("WebKitWebDriver did not start") from None
            time.sleep(0.05)


def main(arguments: list[str]) -> int:
    """Print the path, or the message and 1; with --install, get it first where it is missing."""
    try:
        try:
            found = find_webkit()
        except LookupError:
            if "--install" not in arguments:
                raise
            install_webkit()
            found = find_webkit()
    except LookupError as error:
        print(error, file=sys.stderr)
        return 1
    print(found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
