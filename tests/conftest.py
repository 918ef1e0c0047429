"""What all tests share: the real site built once, small sites, and two guards."""

from __future__ import annotations

import logging
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import hypothesis
import pytest
import yaml
from filelock import FileLock
from kapguide.problems.log import ProblemLog
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).resolve().parent.parent
DAY = "1795824000"
"""28 November 2026: no fact of the guide has ended then."""

# The same cases every time, so that a red run is the change's doing.
# `--hypothesis-profile=random` looks for new ones.
hypothesis.settings.register_profile("default", derandomize=True, deadline=None)
hypothesis.settings.register_profile("random", deadline=None)
hypothesis.settings.load_profile("default")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test reach further than this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else "unix"
        if host not in {"unix", "127.0.0.1", "::1", "localhost"}:
            pytest.fail(f"a test tried to connect to {host}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


class Log(logging.Handler):
    """What MkDocs, its hooks and the engine logged, from warnings up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._lines: list[str] = []
        self.claimed = False

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(f"{record.levelname}: {record.getMessage()}")

    @property
    def lines(self) -> list[str]:
        """The lines so far. To look at them is to claim them."""
        self.claimed = True
        return list(self._lines)

    @property
    def count(self) -> int:
        return len(self._lines)

    @property
    def unclaimed(self) -> list[str]:
        return [] if self.claimed else self._lines


@pytest.fixture(autouse=True)
def log() -> Iterator[Log]:
    """Record warnings; a test fails when it leaves one that it did not look at."""
    handler = Log()
    loggers = [
        logging.getLogger(name)
        for name in ("mkdocs", "kapguide", "markdown_citations", "bibtexparser")
    ]
    for logger in loggers:
        logger.addHandler(handler)
    yield handler
    for logger in loggers:
        logger.removeHandler(handler)
    # A build that failed at its settings came to no event at which its hook stops listening.
    for left in [one for one in loggers[0].handlers if isinstance(one, ProblemLog)]:
        left.close()
    assert handler.unclaimed == []


@dataclass(frozen=True)
class Built:
    """A small site after its build."""

    folder: Path
    failed: bool
    _log: Log
    _from: int
    _to: int

    @property
    def lines(self) -> list[str]:
        """The log's warnings and errors of this build. To look at them is to claim them."""
        return self._log.lines[self._from : self._to]

    def page(self, name: str) -> LexborHTMLParser:
        """Give one built page, parsed: `page("index.html")`."""
        return LexborHTMLParser((self.folder / "site" / name).read_text("utf-8"))


Builder = Callable[..., Built]


@pytest.fixture
def build_site(tmp_path: Path, log: Log) -> Builder:
    """Write a small site, build it strictly, give what came out.

    `build_site({"docs/index.md": "…"}, hooks=["cite_sources"])`;
    `begin_build` comes before them. Keyword arguments beside `hooks` go into
    mkdocs.yml. A second call in one test builds again in the same folder and the
    same process.
    """

    def run(
        files: Mapping[str, str], *, hooks: list[str] | None = None, **settings: object
    ) -> Built:
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        config: dict[str, object] = {
            "site_name": "Small",
            "theme": {
                "name": "material",
                "font": False,
                "custom_dir": str(ROOT / "overrides"),
            },
            "plugins": [],
            "hooks": [
                str(ROOT / "hooks" / f"{name}.py") for name in ("begin_build", *(hooks or ()))
            ],
            "exclude_docs": "_includes/",
            "markdown_extensions": [
                *("attr_list", "tables", "footnotes", "def_list", "admonition"),
                "kapguide.directives",
            ],
            "strict": True,
            **settings,
        }
        (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
        before = log.count
        failed = False
        try:
            loaded = load_config(str(tmp_path / "mkdocs.yml"))
            # Hooks stay in memory from test to test; an earlier one may have been a preview.
            loaded.plugins.on_startup(command="build", dirty=False)
            build(loaded)
        except (Abort, BuildError):
            failed = True
        return Built(tmp_path, failed, log, before, log.count)

    return run


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    """Copy the project's own notices into the small site."""
    return Path(shutil.copytree(ROOT / "docs" / "_includes", tmp_path / "docs" / "_includes"))


@dataclass(frozen=True)
class Guide:
    """The real site after a build."""

    folder: Path
    said: str
    """What the command printed."""


BuildGuide = Callable[..., Guide]


@pytest.fixture(scope="session")
def build_guide(tmp_path_factory: pytest.TempPathFactory) -> BuildGuide:
    """Build the real site by a command, once for all tests, whichever process runs them.

    `build_guide("name", "kapguide", "build", SOURCE_DATE_EPOCH=…)`. Who needs the same name
    while another builds it waits, and nobody changes what was built.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def build_once(name: str, *command: str, **environment: str) -> Guide:
        folder, said = shared / name / "site", shared / name / "said.txt"
        with FileLock(shared / f"{name}.lock"):
            if not said.is_file():
                done = subprocess.run(
                    [sys.executable, "-m", *command, "--site-dir", str(folder)],
                    cwd=ROOT,
                    env={**os.environ, **environment},
                    capture_output=True,
                    text=True,
                    check=False,
                )
                if done.returncode:
                    pytest.fail(
                        f"the site does not build:\n{done.stdout}{done.stderr}", pytrace=False
                    )
                said.write_text(done.stdout + done.stderr, "utf-8")
        return Guide(folder, said.read_text("utf-8"))

    return build_once


@pytest.fixture(scope="session")
def built_site(build_guide: BuildGuide) -> Path:
    """The real site, built strictly, once for all tests."""
    return build_guide("english", "mkdocs", "build", "--strict").folder


@pytest.fixture(scope="session")
def built_by(build_guide: BuildGuide) -> Callable[[str], Guide]:
    """The real site in all its languages, as an engine builds it, checked as it is published."""

    def give(engine: str) -> Guide:
        if find_spec(engine) is None:
            pytest.skip(f"{engine} is not installed, so nothing is known about it")
        command = ("kapguide", "build", "--engine", engine)
        return build_guide(engine, *command, SOURCE_DATE_EPOCH=DAY)

    return give


@pytest.fixture(scope="session")
def built_languages(built_by: Callable[[str], Guide]) -> Path:
    """The real site in all its languages, built and checked as it is published."""
    return built_by("mkdocs").folder
