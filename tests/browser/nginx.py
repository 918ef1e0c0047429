"""Serve a built site by nginx with the headers that its build wrote, as a clinic would.

Takes KAPGUIDE_NGINX, the PATH and the places where systems keep it. Gives an
address; as a command prints the program's path, or exits 1 with the message.
`--install` gets nginx where none is there and we may.
Must stay free of pytest, so that `make test` can ask before it starts any test.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLACES = ("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")
"""Debian keeps it out of the PATH of everybody but root."""
HOW_TO_GET_IT = """\
The tests of the site's headers need nginx, and none was found. Get it by any of these:
    sudo apt-get install nginx-light     (Debian, Ubuntu)
    brew install nginx                   (macOS)
    KAPGUIDE_NGINX=/path/to/nginx        (one that you have)"""

CONFIG = """\
daemon off;
master_process off;
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{}}
http {{
    types {{
        text/html html;
        text/css css;
        application/javascript js;
        application/json json map;
        image/svg+xml svg;
        image/png png;
        text/plain txt;
    }}
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root "{site}";
        include "{site}/hosting/nginx.conf";
    }}
}}
"""


def find_nginx() -> Path:
    """Give the first nginx there is; raise LookupError with what to do about none."""
    named = os.environ.get("KAPGUIDE_NGINX")
    if named:
        if found := shutil.which(named):
            return Path(found)
        raise LookupError(f"KAPGUIDE_NGINX names no program: {named}")
    for name in ("nginx", *PLACES):
        if found := shutil.which(name):
            return Path(found)
    raise LookupError(HOW_TO_GET_IT)


def install_nginx() -> None:
    """Install Debian's package as root, without starting its service; Homebrew's only in CI.

    Nobody's own machine gets a web server that nobody asked for.
    """
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update"], check=False)
        command = ["apt-get", "install", "-y", "--no-install-recommends", "nginx-light"]
        # RUNLEVEL=1 keeps a package's script from starting what it installed.
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        subprocess.run(command, check=False, env=quiet)
    elif os.environ.get("CI") == "true" and (brew := shutil.which("brew")):
        subprocess.run([brew, "install", "nginx"], check=False)


@contextmanager
def serve(site: Path, work: Path) -> Iterator[str]:
    """Give the address of the served folder, which ends with a slash.

    `work` is a folder for nginx's own files. It needs no rights and leaves nothing.
    """
    program = find_nginx()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    config = work / "nginx.conf"
    config.write_text(CONFIG.format(work=work, site=site, port=port), "utf-8")
    command = [str(program), "-p", str(work), "-c", str(config)]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    if checked.returncode:
        raise ValueError(f"nginx refuses what the build wrote:\n{checked.stderr}")
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _await(process, port, work)
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def _await(process: subprocess.Popen[bytes], port: int, work: Path) -> None:
    for _ in range(100):
        if process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
    log = (work / "error.log").read_text("utf-8")
    raise ValueError(f"nginx did not start:\n{log}")


def main(arguments: list[str]) -> int:
    """Print the path, or the message and 1; with --install, get it first where it is missing."""
    try:
        try:
            found = find_nginx()
        except LookupError:
            if "--install" not in arguments:
                raise
            install_nginx()
            found = find_nginx()
    except LookupError as error:
        print(error, file=sys.stderr)
        return 1
    print(found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
