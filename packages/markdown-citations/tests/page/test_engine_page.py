"""Which page is converted, as engines leave it on the Markdown object."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markdown import Markdown
from markdown_citations.page.engine_page import find_page, find_source

TEXT = "---\ntitle: Risks\n---\n\n# Risks\n"


def _leave(md: Markdown, **what: object) -> Markdown:
    """Register a processor with what an engine leaves on its own."""
    processor: Any = SimpleNamespace(run=lambda lines: lines, **what)
    md.preprocessors.register(processor, "an engine's", 500)
    return md


def _zensical(docs: str, root: Path, meta: object = None) -> Markdown:
    page = SimpleNamespace(path="deep/risks.md", meta=meta)
    return _leave(Markdown(), page=page, config={"docs_dir": docs, "root_dir": str(root)})


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "text" / "pages"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "risks.md").write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_mkdocs_leaves_a_file(docs: Path) -> None:
    """Its folder is absolute; the page is named from where the engine runs."""
    file = SimpleNamespace(src_uri="deep/risks.md", src_dir=str(docs))
    source = find_source(_leave(Markdown(), file=file))
    assert source is not None
    assert (source.path, source.get_text()) == ("text/pages/deep/risks.md", TEXT)


def test_zensical_leaves_a_page(docs: Path, tmp_path: Path) -> None:
    """Its folder is relative to its settings, and the page's settings name a style."""
    source = find_source(_zensical("text/pages", tmp_path, {"citation_style": "author-year"}))
    assert source is not None
    assert (source.path, source.style) == ("text/pages/deep/risks.md", "author-year")
    assert source.get_text() == TEXT


def test_pages_from_elsewhere(docs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that does not lie where the engine runs is named by its last part."""
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    source = find_source(_zensical(str(docs), tmp_path))
    assert source is not None
    assert (source.path, source.get_text()) == ("pages/deep/risks.md", TEXT)


def test_page_that_is_no_file(docs: Path) -> None:
    """A page that a plug-in makes has a name and no text to count lines in."""
    source = find_source(_zensical("nowhere", docs))
    assert source is not None
    assert (source.path, source.get_text()) == ("nowhere/deep/risks.md", "")


@pytest.mark.parametrize(
    "left",
    [{}, {"file": object()}, {"page": "risks.md"}, {"page": SimpleNamespace(path=None)}],
    ids=["nothing", "another file", "another page", "a page without a path"],
)
def test_python_markdown_alone(left: dict[str, object]) -> None:
    """Where no engine says it, nobody guesses."""
    md = _leave(Markdown(), **left)
    assert (find_page(md), find_source(md)) == (None, None)
