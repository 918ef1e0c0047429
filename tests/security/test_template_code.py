"""The scripts of templates, and what may be filled into them."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from kapguide.project.page_templates import find_themes, read_page_templates
from kapguide.security.template_code import read_template_code

CODE = read_template_code(
    (
        "<script>plain()</script>",
        '{% if x %}<script>go("{{ url }}"{% if y %}, 1{% endif %})</script>{% endif %}',
        "{# <script>comment()</script> #}{% raw %}<script>raw('{{ x }}')</script>{% endraw %}",
        '<style>:root{--font:"{{ font }}"}</style>',
        '<script type="application/json">{"a": 1}</script><script src="a.js"></script>',
        "{% broken",
    )
)


@pytest.mark.parametrize(
    "script",
    ["plain()", 'go("..")', 'go("https://a.example/b?c=d&e#f", 1)', 'go("")', "raw('{{ x }}')"],
)
def test_of_a_template(script: str) -> None:
    """With any address or name filled in."""
    assert CODE.has_script(script)


@pytest.mark.parametrize(
    "script",
    [
        "plain();evil()",
        " plain()",
        'go("");evil("")',
        'go("\\x3c")',
        'go("`")',
        'go("a\nb")',
        'go("${evil()}")',
        'go("</script><script>")',
        "comment()",
        '{"a": 1}',
    ],
)
def test_of_no_template(script: str) -> None:
    """A value can end neither its text nor the script."""
    assert not CODE.has_script(script)


def test_styles() -> None:
    """The same for the content of a style element."""
    assert CODE.has_style(':root{--font:"Roboto Mono"}')
    assert not CODE.has_style(':root{--font:"x"}.notice{display:none}')
    assert not CODE.has_style(':root{--font:"x"}body{display:"none"}')


def test_templates_of_a_project(tmp_path: Path) -> None:
    """Its own first, and of the theme's those that a page comes by."""
    own, theme = tmp_path / "own", tmp_path / "theme"
    for path, text in {
        own / "main.html": '{% extends "base.html" %}{% include icon ~ ".svg" %}own',
        theme / "main.html": "theme's main",
        theme / "base.html": '{% include "part.html" %}{% import "gone.html" as x %}base',
        theme / "part.html": "part",
        theme / "redirect.html": "nobody asks for it",
        theme / "404.html": '{% extends "main.html" %}404',
    }.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    found = read_page_templates([own, theme])
    assert sorted(text.rpartition("}")[2] for text in found) == ["404", "base", "own", "part"]


def test_theme() -> None:
    """An installed one is found by its name, with what Zensical has in its place."""
    folders = find_themes("material")
    assert len(folders) == 1 + (find_spec("zensical") is not None)
    assert all((folder / "base.html").is_file() for folder in folders)
    assert find_themes("no-such-theme") == ()
