"""The pages of a site, held against those that MkDocs makes."""

from __future__ import annotations

from pathlib import Path

import pytest
from kapguide.project.engine_pages.page_list import list_pages
from kapguide.project.settings import read_settings
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import event_priority

FILES = {
    "index.md": "# Start\n",
    "risks.md": "---\ntitle: What are the risks?\n---\n\n# Risks\n",
    "in-menu.md": "# Its heading\n",
    "heading only.md": "# A *heading* of its own {#own}\n",
    "no_heading-here.md": "Text.\n",
    "CamelCase.md": "Text.\n",
    "deep/README.md": "# Deep\n",
    "deep/er/b.markdown": "# B\n",
    "deep/a.md": "---\ntitle: 7\n---\n",
    "left/out.md": "# Out\n",
    "left/draft.md": "# Draft\n",
    ".hidden.md": "# Hidden\n",
    "ünï.md": "# Ünï\n",
}
CONFIG = """\
site_name: A
theme: {{name: mkdocs}}
plugins: []
markdown_extensions: [attr_list]
use_directory_urls: {folders}
exclude_docs: left/o*
draft_docs: draft.md
nav: [index.md, Named here: in-menu.md, risks.md]
validation: {{nav: {{omitted_files: ignore}}}}
"""


@pytest.mark.parametrize("folders", ["true", "false"])
def test_pages_are_those_of_mkdocs(tmp_path: Path, folders: str) -> None:
    """Their order, their addresses, their files and their titles."""
    for name, text in FILES.items():
        path = tmp_path / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIG.format(folders=folders), "utf-8")
    config, found = load_config(str(tmp_path / "mkdocs.yml")), []

    @event_priority(0)
    def keep(env: object, *, files: object, **others: object) -> None:
        found.extend(
            (file.src_uri, file.dest_uri, file.url.replace("./", ""), str(file.page.title))
            for file in files.documentation_pages()  # type: ignore[attr-defined]
        )

    config.plugins.events["env"].append(keep)
    build(config)
    listed = list_pages(read_settings(tmp_path))
    assert [(page.path, page.file, page.url, page.title) for page in listed] == found
    assert len(found) == len(FILES) - 3
