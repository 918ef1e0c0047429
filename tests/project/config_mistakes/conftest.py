"""A small clinic's settings without a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

CONFIG = """\
site_name: A Clinic
site_url: https://a-clinic.com/
docs_dir: docs
theme:
  name: material
  language: en
  favicon: assets/favicon.svg
  icon:
    logo: material/book-open
extra_css:
  - assets/own.css
nav:
  - Home: index.md
  - Is it safe?:
      - What are the risks?: risks.md
      - What does it cost?: cost.md
exclude_docs: |
  _includes/
extra:
  clinic:
    name: ""
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Give the settings of a small clinic, without a mistake."""
    for name in ("index.md", "risks.md", "cost.md", "assets/favicon.svg", "assets/own.css"):
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# A page\n", "utf-8")
    (tmp_path / "docs" / "_includes").mkdir()
    path = tmp_path / "mkdocs.yml"
    path.write_text(CONFIG, "utf-8")
    return path
