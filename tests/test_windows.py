"""What a machine with Windows can run: no call that only Unix has, unless it is asked for.

No Windows is here to try it on; these tests hold what can be known without one.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from kapguide.commands import main
from kapguide.commands.placing.lock import hold_lock
from kapguide.engines.run_engine import engine_environment
from kapguide.project.config_file import CannotRun

ROOT = Path(__file__).resolve().parent.parent
CODE = [
    *sorted((ROOT / "hooks").rglob("*.py")),
    *sorted((ROOT / "packages" / "markdown-citations" / "src").rglob("*.py")),
]
MODULES = {"fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty"}
CALLS = {
    *("os.chown", "os.fork", "os.geteuid", "os.getpgid", "os.getuid", "os.kill", "os.killpg"),
    *("os.mkfifo", "os.nice", "os.setsid", "os.uname", "signal.SIGHUP", "signal.SIGKILL"),
    *("os.O_DIRECTORY", "os.O_NOFOLLOW", "os.sync", "os.symlink", "os.fchmod", "os.wait"),
    *("os.openpty", "os.posix_spawn", "os.statvfs", "os.sysconf", "time.tzset", "asyncio.unix"),
    *("signal.alarm", "signal.setitimer", "pass_fds", "preexec_fn", "start_new_session"),
    *("signal.ITIMER_VIRTUAL", "signal.ITIMER_REAL", "signal.SIGALRM", "signal.SIGVTALRM"),
}
"""`os.kill` is there on Windows, and ends the process whatever signal it is given."""
ASKS = re.compile(r"os\.name|sys\.platform|hasattr\(")


def found_in(path: Path) -> Iterator[str]:
    """Name what only Unix has, where the function around it asks for no system."""
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    parents = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for node in ast.walk(tree):
        names: set[str] = set()
        if isinstance(node, ast.Import):
            names = {alias.name for alias in node.names} & MODULES
        elif isinstance(node, ast.ImportFrom):
            names = {str(node.module)} & MODULES
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            names = {f"{node.value.id}.{node.attr}"} & CALLS
        elif isinstance(node, ast.keyword):
            names = {str(node.arg)} & CALLS
        if names:
            line = getattr(node, "lineno", 0)
            around = [f for f in parents if f.lineno <= line <= (f.end_lineno or 0)]
            if not any(ASKS.search(ast.get_source_segment(text, f) or "") for f in around):
                yield f"{path.relative_to(ROOT)}:{line}: {', '.join(names)}"


def test_no_call_that_only_unix_has() -> None:
    """Windows would end in a traceback, or do something else."""
    assert [text for path in CODE for text in found_in(path)] == []


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("import fcntl\n", 1),
        ("import os\ndef f():\n    os.kill(1, 0)\n", 1),
        ("import os\ndef f():\n    if os.name == 'posix':\n        os.kill(1, 0)\n", 0),
        ("def f(run):\n    run(pass_fds=(1,))\n", 1),
    ],
)
def test_such_calls_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, count: int
) -> None:
    """By name, unless the function asks which system it runs on."""
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    (tmp_path / "a.py").write_text(code, "utf-8")
    assert len(list(found_in(tmp_path / "a.py"))) == count


def test_a_lock_that_cannot_be_removed_while_it_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to; the lock is let go of all the same, and can be taken again."""

    def refuse(self: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "The process cannot access the file", str(self))

    monkeypatch.setattr(Path, "unlink", refuse)
    for _ in range(2):
        with (
            hold_lock(tmp_path / "site"),
            pytest.raises(CannotRun, match="another build"),
            hold_lock(tmp_path / "site"),
        ):
            pass


@pytest.mark.parametrize("command", ["site", "build", "serve", "check", "new-site", "editor-files"])
def test_a_command_for_each_that_make_has(command: str) -> None:
    """`py -m kapguide site` does what `make site` does."""
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert command in result.output.splitlines()[0]


@pytest.mark.parametrize("lock", ["site.txt"])
def test_the_lock_serves_windows(lock: str) -> None:
    """What click needs there to show colours is pinned with the rest."""
    text = (ROOT / "requirements" / lock).read_text("utf-8")
    assert re.search(r"^colorama==", text, re.M)


@pytest.mark.parametrize("alphabet", ["cp1252", "latin-1:strict"])
def test_a_pipe_whose_alphabet_lacks_our_signs(alphabet: str) -> None:
    """Windows gives one to whoever writes `> problems.txt`; nothing ends in the middle."""
    done = subprocess.run(
        [sys.executable, "-m", "kapguide", "codes"],
        env={**os.environ, "PYTHONIOENCODING": alphabet, "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u23ce" in done.stdout


@pytest.mark.parametrize(("given", "alphabet"), [(None, ""), ("cp1252", "cp1252"), ("a:b", "a")])
def test_the_same_for_an_engine(
    monkeypatch: pytest.MonkeyPatch, given: str | None, alphabet: str
) -> None:
    """It is a process of its own, and names pages with what letters they have."""
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    if given:
        monkeypatch.setenv("PYTHONIOENCODING", given)
    assert engine_environment()["PYTHONIOENCODING"] == f"{alphabet}:backslashreplace"
