"""Serve a folder over loopback, as static hosts do.

404.html for what is not there, and the headers of the folder's `_headers`: all
that the tests do in a browser, they do under the site's security policy.

Takes a folder. Gives an address.
Must stay free of pytest: the screenshots are taken from it as well.
"""

from __future__ import annotations

import functools
import http
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

Rules = dict[str, list[tuple[str, str]]]


def read_headers(folder: Path) -> Rules:
    """Read `_headers` as Netlify and Cloudflare do: rules by path, `*` at its end."""
    rules: Rules = {}
    path = folder / "_headers"
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        if line.startswith("/"):
            rule = rules.setdefault(line.strip(), [])
        elif line.strip():
            name, _, value = line.partition(":")
            rule.append((name.strip(), value.strip()))
    return rules


class StaticHost(http.server.SimpleHTTPRequestHandler):
    """Answers for one folder, and keeps no log."""

    rules: ClassVar[Rules] = {}

    def end_headers(self) -> None:
        """Add the headers of all rules that name the path."""
        asked = self.path.partition("?")[0]
        for path, headers in self.rules.items():
            if asked == path or (path.endswith("*") and asked.startswith(path[:-1])):
                for name, value in headers:
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with 404.html where nothing is."""
        if code != http.HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Give the address of the served folder, which ends with a slash."""
    host = type("Host", (StaticHost,), {"rules": read_headers(folder)})
    handler = functools.partial(host, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
