"""A mistyped plug-in or extension is told at its line, with the nearest right name."""

from __future__ import annotations

from pathlib import Path

import pytest
from kapguide.project.config_file import CannotRun, read_config
from kapguide.project.config_mistakes.sound_settings import find_config_mistakes, require_sound


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("plugins:\n  - serch\n", '18: no plug-in is called "serch". Did you mean "search"?'),
        ("plugins:\n  serch: {}\n", '18: no plug-in is called "serch". Did you mean "search"?'),
        (
            "markdown_extensions:\n  - abbr\n  - tabels:\n      use_align_attribute: true\n",
            '19: no extension of Markdown is called "tabels". Did you mean "tables"?',
        ),
        (
            "markdown_extensions:\n  - kapguide.directive\n",
            '18: no extension of Markdown is called "kapguide.directive". '
            'Did you mean "kapguide.directives"?',
        ),
        (
            "markdown_extensions:\n  - nothing.like_it\n",
            '18: no extension of Markdown is called "nothing.like_it". '
            "Take the line out, or install what has it.",
        ),
    ],
    ids=["plug-in", "plug-in in a group", "extension with options", "our own", "like none"],
)
def test_mistyped_name(config: Path, lines: str, said: str) -> None:
    """One message, in words for staff."""
    text = config.read_text("utf-8").replace("exclude_docs:", f"{lines}exclude_docs:")
    config.write_text(text, "utf-8")
    assert [*find_config_mistakes(read_config(config))] == [f"mkdocs.yml:{said}"]


def test_right_names(config: Path) -> None:
    """Names of a theme, names with options, and modules."""
    lines = (
        "plugins: [material/search, {citations: {bibliography: references.bib}}]\n"
        "markdown_extensions: [abbr, {toc: {permalink: false}}, markdown.extensions.tables]\n"
    )
    config.write_text(config.read_text("utf-8") + lines, "utf-8")
    require_sound(config)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_encoding(config: Path, encoding: str) -> None:
    """It is told at the first line that shows it."""
    text = config.read_text("utf-8").replace("site_url:", "site_description: Un café\nsite_url:")
    config.write_text(text, encoding)
    line = 2 if encoding == "latin-1" else 1
    with pytest.raises(CannotRun, match=f"^mkdocs.yml:{line}: the file is not saved as UTF-8"):
        read_config(config)
