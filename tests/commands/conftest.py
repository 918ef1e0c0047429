"""A small project with a built site, for the command to look at."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from kapguide.commands import main

ROOT = Path(__file__).resolve().parent.parent.parent

CONFIG = """site_name: Small
site_url: https://kap-guide.example/
plugins: []
theme:
  name: material
  font: false
  custom_dir: {root}/overrides
exclude_docs: _includes/
markdown_extensions: [attr_list, md_in_html, tables, kapguide.directives]
hooks:
  - {root}/hooks/begin_build.py
  - {root}/hooks/check_front_matter.py
  - {root}/hooks/finish_site.py
  - {root}/hooks/check_pages.py
"""
"""Strict, and with the hooks that make a page complete."""

PAGE = """---
title: A plain page
description: What a reader finds on this page, said in one sentence of fair length.
type: reference
sources_checked: 2026-11-01
review: pending
review_every: 12
---

# A plain page

A few plain words.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a small project, with the project's own notices and templates; work in it."""
    folder = tmp_path / "a project"
    shutil.copytree(ROOT / "docs" / "_includes", folder / "docs" / "_includes")
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    (folder / "docs" / "index.md").write_text(PAGE, "utf-8")
    for name in ("a-to-z", "get-help-now"):
        page = PAGE.replace("A plain page", f"The page {name}")
        (folder / "docs" / f"{name}.md").write_text(page, "utf-8")
    (folder / "references.bib").write_text("", "utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG.format(root=ROOT), "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    return folder


@pytest.fixture
def run() -> Callable[..., Result]:
    """Run the command: `run("check", "site")`."""

    def invoke(*arguments: str) -> Result:
        result = CliRunner().invoke(main, arguments)
        # A command may end by an exit status, never by a traceback.
        assert result.exception is None or isinstance(result.exception, SystemExit), result
        return result

    return invoke
