"""A small project with a built site, for the command to look at."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from kapguide.commands import main
from kapguide.front_matter.review import render_review
from kapguide.notices.notice import read_notices, render_notice
from kapguide.words import load_words

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

SPANISH = """---
title: {title}
description: Lo que encuentra en esta página quien la lee, dicho en una sola oración de buen largo.
type: reference
sources_checked: 2026-11-01
review: pending
review_every: 12
follows: 2026-11-20
---

# {title}

Unas pocas palabras sencillas.
"""
ENGLISH = SPANISH.replace("follows: 2026-11-20\n", "").replace(
    "Lo que encuentra en esta página quien la lee, dicho en una sola oración de buen largo.",
    "What a reader finds on this page, said in one sentence of fair length.",
)
OTHERS = ("get-help-now", "a-to-z")
OTHERS_IN_SPANISH = dict(zip(OTHERS, ("Ayuda ahora", "De la A a la Z"), strict=True))


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
def two(project: Path) -> Path:
    """Add the same site in Spanish, but for one page."""
    docs, notices = project / "docs" / "es", ROOT / "docs" / "es" / "_includes"
    if not notices.is_dir():
        pytest.skip("the guide has no Spanish, so there are no notices in it to copy")
    shutil.copytree(notices, docs / "_includes")
    for name, title in (("index", "Una página"), *OTHERS_IN_SPANISH.items()):
        (docs / f"{name}.md").write_text(SPANISH.format(title=title), "utf-8")
    page = ENGLISH.format(title="What it costs").replace("Unas pocas palabras sencillas.", "A few.")
    (project / "docs" / "cost.md").write_text(
        f"{page}\n## Who pays {{: #pays }}\n\nYou.\n", "utf-8"
    )
    config = (project / "mkdocs.yml").read_text("utf-8")
    config = config.replace("exclude_docs: _includes/", "exclude_docs: |\n  _includes/\n  es/")
    (project / "mkdocs.yml").write_text(f"{config}extra:\n  languages: [es]\n", "utf-8")
    spanish = {
        "INHERIT": "mkdocs.yml",
        "site_name": "Pequeño",
        "site_url": "https://kap-guide.example/es/",
        "docs_dir": "docs/es",
        "site_dir": "site/es",
        "theme": {"language": "es"},
    }
    (project / "mkdocs.es.yml").write_text(yaml.safe_dump(spanish), "utf-8")
    return project


@pytest.fixture
def site(project: Path) -> Path:
    """Write a built page that is right in every way, without MkDocs."""
    notices = read_notices(project / "docs" / "_includes", project)
    shown = "".join(render_notice(notices[name]) for name in ("crisis", "disclaimer"))
    front = {"sources_checked": "2026-11-01", "review": "pending", "review_every": 12}
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    # Without the hook nobody has promised a policy.
    settings.write_text(re.sub(r"(?m)^  - .*finish_site\.py\n", "", text), "utf-8")
    folder = project / "site"
    folder.mkdir()
    (folder / "sitemap.xml").write_text("<urlset/>", "utf-8")
    (folder / "index.html").write_text(
        '<!doctype html><html lang="en"><title>A plain page</title>'
        '<meta name="description" content="What a reader finds on this page.">'
        f"<main><article><h1>A plain page</h1><p>A few plain words.</p>"
        f"{render_review(front, load_words(), date(2026, 11, 22))}{shown}</article></main>",
        "utf-8",
    )
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


@pytest.fixture
def build(run: Callable[..., Result], capfd: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """Build the site, which must be fit to publish; give what was said."""

    def invoke() -> str:
        result = run("build")
        said = result.stderr + capfd.readouterr().err
        assert result.exit_code == 0, said
        return said

    return invoke
