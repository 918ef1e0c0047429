"""What may note things from page to page, and so keeps a site in one process."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from kapguide.directives import DirectiveExtension
from kapguide.strangers import find_strangers
from markdown import Extension

HOOKS = Path(__file__).parent


def hook(file: str | None) -> ModuleType:
    module = ModuleType("hook")
    module.__file__ = file
    return module


def count_pages() -> None:
    """Stand for a function that a site of its own names in its options."""


class Theirs(Extension):
    """Stand for an extension that another hook has made."""


@pytest.mark.parametrize(
    ("settings", "strange"),
    [
        ({"markdown_extensions": ["toc", "pymdownx.details", "markdown.extensions.abbr"]}, []),
        ({"markdown_extensions": ["mkdocstrings", "pymdownxtra"]}, ["mkdocstrings", "pymdownxtra"]),
        ({"markdown_extensions": [DirectiveExtension({})]}, []),
        ({"markdown_extensions": [Theirs(), Theirs()]}, [__name__]),
        # Without our hook it keeps what it knows in each process.
        ({"markdown_extensions": ["kapguide.citations"]}, ["kapguide.citations"]),
        ({"mdx_configs": {"toc": {"slugify": str.lower, "levels": [1, 2]}}}, []),
        ({"mdx_configs": {"x": [{"format": count_pages}]}}, [f"{__name__}.count_pages"]),
        ({"mdx_configs": {"toc": {"slugify": Theirs}}}, [f"{__name__}.Theirs"]),
        ({"plugins": {"material/search": object(), "search": object()}}, []),
        ({"plugins": {"tags": object()}}, ["tags"]),
        ({"plugins": {"hooks/ours.py": hook(__file__)}}, []),
        ({"plugins": {"theirs.py": hook("/elsewhere/theirs.py")}}, ["theirs.py"]),
        ({"plugins": {"nowhere": hook(None)}}, ["nowhere"]),
    ],
)
def test_what_is_known(settings: dict[str, Any], strange: list[str]) -> None:
    everything = {"markdown_extensions": [], "mdx_configs": {}, "plugins": {}} | settings
    assert find_strangers(everything, HOOKS) == strange


def test_a_folder_is_no_hook(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plug-in has no file, wherever the command runs."""
    monkeypatch.chdir(HOOKS / "citations")
    settings = {"markdown_extensions": [], "mdx_configs": {}, "plugins": {"tags": object()}}
    assert find_strangers(settings, HOOKS) == ["tags"]
