"""Real builds of small sites with the plug-in."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from selectolax.lexbor import LexborHTMLParser

SITES = Path(__file__).resolve().parent.parent / "sites"
THEME = "{% for item in nav %}{% endfor %}<main>{{ page.content }}</main>"
SETTINGS: dict[str, Any] = {
    "site_name": "Small",
    "theme": {"name": None, "custom_dir": "theme"},
    "validation": {"links": {"anchors": "warn"}},
}


@dataclass(frozen=True)
class Built:
    """A site after a build."""

    folder: Path
    log: list[str]
    """What MkDocs and its plug-ins said, from warnings up, and all that `citations` said."""
    failed: bool

    def page(self, path: str = "index.html") -> LexborHTMLParser:
        return LexborHTMLParser((self.folder / path).read_text("utf-8"))

    def texts(self, selector: str, path: str = "index.html") -> list[str]:
        return [node.text().strip() for node in self.page(path).css(selector)]


class Said(logging.Handler):
    """The lines that one build logged."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.WARNING or record.name.endswith(".citations"):
            self.lines.append(f"{record.levelname}: {record.getMessage()}")


@pytest.fixture
def said() -> Iterator[Said]:
    """Listen to MkDocs."""
    logger, handler = logging.getLogger("mkdocs"), Said()
    level = logger.level
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    yield handler
    logger.removeHandler(handler)
    logger.setLevel(level)


Build = Callable[..., Built]


@pytest.fixture
def build_folder(said: Said) -> Build:
    """Build the site in a folder, strictly."""

    def run(folder: Path, **settings: Any) -> Built:
        said.lines.clear()
        failed = False
        try:
            config = load_config(str(folder / "mkdocs.yml"), strict=True, **settings)
            build(config)
        except Abort:
            failed = True
        return Built(folder / "site", list(said.lines), failed)

    return run


@pytest.fixture
def build_site(tmp_path: Path, build_folder: Build) -> Build:
    """Build a site of the files given, with the options of the plug-in given."""

    def run(files: dict[str, str], options: dict[str, Any] | None = None, **settings: Any) -> Built:
        plugin = {"citations": {"cache": False, **(options or {})}}
        made = {"plugins": [plugin], **SETTINGS, **settings}
        (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(made, sort_keys=False), "utf-8")
        for name, text in {"theme/main.html": THEME, **files}.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")
        return build_folder(tmp_path)

    return run


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    """A site as it was written for mkdocs-bibtex 4.4."""
    return Path(shutil.copytree(SITES / "from-mkdocs-bibtex", tmp_path / "old"))
