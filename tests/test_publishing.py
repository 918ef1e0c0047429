"""What the hooks do on every way to publish, and wherever a project keeps its pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

HOOKS = [
    *("check_front_matter", "cite_sources", "check_pages"),
]
EXTENSIONS = ["kapguide.directives", "kapguide.citations", "attr_list", "md_in_html"]
HEAD = (
    "---\ntitle: {title}\ndescription: One sentence of fair length that says what this is.\n---\n"
)


def _page(title: str, text: str) -> str:
    return f"{HEAD.format(title=title)}\n# {title}\n\n{text}\n"


@pytest.mark.parametrize("command", ["build", "gh-deploy", "serve"])
@pytest.mark.usefixtures("notices")
def test_only_the_live_preview_goes_on(
    build_site: Callable[..., Any], tmp_path: Path, log: Any, command: str
) -> None:
    """`mkdocs gh-deploy` publishes too: a page with a mistake must not leave the machine by it."""
    build_site({"docs/index.md": _page("Home", "It is a cure.")})
    file = str(tmp_path / "mkdocs.yml")
    folder = Path(__file__).parent.parent / "hooks"
    hooks = [str(folder / f"{name}.py") for name in ("begin_build", "check_pages")]
    config = load_config(file, hooks=hooks, strict=False)
    config.plugins.on_startup(command=command, dirty=False)
    if command != "serve":
        with pytest.raises(Abort, match="Not fit to publish"):
            build(config)
    else:
        build(config)
    assert any(": promise: " in line for line in log.lines)


def test_files_are_named_as_they_lie(
    build_site: Callable[..., Any], notices: Path, tmp_path: Path
) -> None:
    """`docs_dir` may be another folder: an editor opens the file that a message names."""
    shutil.move(notices.parent, tmp_path / "text" / "pages")
    files = {
        "text/pages/index.md": _page("Home", "::: notice under18\n\n::: figure lost"),
        "text/pages/deep/costs.md": _page("Costs", "::: clinic telefone\n\nIt helped [@lost]."),
        "text/pages/deep/list.md": _page("A to Z", "::: a-to-z"),
        "references.bib": "",
    }
    settings = {"docs_dir": "text/pages", "markdown_extensions": EXTENSIONS}
    clinic = {"clinic": {"telephone": "555"}}
    built = build_site(files, hooks=HOOKS, extra=clinic, **settings)
    places = {line.split(": ")[2]: line.split(": ")[1] for line in built.lines}
    assert built.failed
    assert places["notice-unknown"] == "text/pages/index.md:8"
    assert places["figure-unknown"] == "text/pages/index.md:10"
    assert places["clinic-fact-unknown"] == "text/pages/deep/costs.md:8"
    assert places["citekey-unknown"] == "text/pages/deep/costs.md:10"
    assert places["front-matter-missing"].startswith("text/pages/")
    assert not any(line.startswith("WARNING: docs/") for line in built.lines)
    listed = built.page("deep/list/index.html").css(".md-content li a, article li a")
    addresses = {node.attributes["href"] for node in listed}
    assert {"../../", "../costs/"} <= addresses, "links are relative to the page"
    assert "./" not in addresses, "the list leaves itself out"
