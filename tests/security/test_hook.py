"""The hook: in builds, after all that changes pages; never in the live preview."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from kapguide.security.inline import find_inline, hash_code
from mkdocs.commands.build import build
from mkdocs.config import load_config

FILES = {
    "docs/index.md": "# Home\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n",
    "docs/deep/er/page.md": "# Deep\n",
    "docs/hand.html": "<!doctype html><title>x</title><main>x</main><script>hand()</script>",
}
SETTINGS = {
    "hooks": ["finish_site"],
    "markdown_extensions": [{"tables": {"use_align_attribute": True}}],
    "theme": {"name": "material", "font": False},
}
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def read_site(folder: Path) -> dict[str, str]:
    paths = [path for path in (folder / "site").rglob("*") if path.is_file()]
    texts = [path for path in paths if path.suffix in {".html", ".conf"} or path.stem[0] in "_C"]
    return {path.relative_to(folder / "site").as_posix(): path.read_text("utf-8") for path in texts}


STAFF = "<script>mine()</script>"


@pytest.mark.parametrize(
    ("files", "settings"),
    [
        ({"docs/index.md": f"# Home\n\n{STAFF}\n"}, {}),
        ({"docs/index.md": f"# Home\n\n</article>\n\n{STAFF}\n\n<article>\n"}, {}),
        ({"docs/index.md": f"---\ntitle: Home {STAFF}\n---\n\n# Home\n"}, {}),
        ({"docs/index.md": "# Home\n"}, {"copyright": STAFF}),
        ({"docs/index.md": "# Home\n"}, {"site_name": f"Small {STAFF}"}),
        ({"docs/index.md": "# Home\n"}, {"site_description": f'"> {STAFF}'}),
        ({"docs/index.md": "# Home\n"}, {"nav": [{f"Home {STAFF}": "index.md"}]}),
        ({"docs/index.md": "# Home\n"}, {"extra": {"scope": '"),mine(),new URL("'}}),
        ({"docs/index.md": "# Home\n\n<style>p { color: red }</style>\n"}, {}),
    ],
    ids=[
        *("in the text", "behind the end of the article", "in a title", "in the copyright line"),
        *("in the site's name", "behind the end of an attribute", "in the menu"),
        *("in a value of the theme's own script", "a style"),
    ],
)
def test_policy_names_nothing_that_staff_wrote(
    build_site: Callable[..., Any],
    notices: Path,
    files: dict[str, str],
    settings: dict[str, Any],
) -> None:
    """The list is made from the templates: no browser runs what came by a page or a setting."""
    plain = read_site(build_site({"docs/index.md": "# Home\n"}, **SETTINGS).folder)
    given = read_site(build_site(files, **{**SETTINGS, **settings}).folder)
    for name in ("index.html", "_headers"):
        named = [set(re.findall(r"'sha256-[^']+'", site[name])) for site in (plain, given)]
        assert named[1] <= named[0]


def test_every_page_names_its_own_scripts(build_site: Callable[..., Any], notices: Path) -> None:
    """404 and HTML by hand too, and not those of other pages; the host's file names them all."""
    built = build_site(FILES, **SETTINGS)
    assert not built.failed
    assert built.lines == []
    site = read_site(built.folder)
    pages = {name: text for name, text in site.items() if name.endswith(".html")}
    assert sorted(pages) == ["404.html", "deep/er/page/index.html", "hand.html", "index.html"]
    found: dict[str, set[str]] = {}
    for name, text in pages.items():
        (policy,) = POLICY.findall(text)
        found[name] = set(re.findall(r"'sha256-[^']+'", policy))
        if name != "hand.html":
            assert found[name] == {hash_code(code) for _, code in find_inline(text)}
        assert 'data-notice="disclaimer"' in text, "the notices were put in after the policy"
        assert "style=" not in text
    assert found["index.html"] != found["deep/er/page/index.html"], "the theme's differ by depth"
    assert found["hand.html"] == set(), "what somebody wrote into a page is in no template"
    served = site["_headers"].splitlines()[1]
    assert set(re.findall(r"'sha256-[^']+'", served)) == set().union(*found.values())
    assert {"hosting/nginx.conf", "hosting/Caddyfile"} <= set(site)


def test_twice_the_same(build_site: Callable[..., Any], notices: Path) -> None:
    """To the byte."""
    one = read_site(build_site(FILES, **SETTINGS).folder)
    assert one == read_site(build_site(FILES, **SETTINGS).folder)
    assert len(one) == 7


def test_file_of_ones_own_stands(build_site: Callable[..., Any], notices: Path) -> None:
    """A clinic may write its headers itself."""
    built = build_site({**FILES, "docs/_headers": "/*\n  X-Own: 1\n"}, **SETTINGS)
    assert (built.folder / "site" / "_headers").read_text("utf-8") == "/*\n  X-Own: 1\n"
    assert (built.folder / "site" / "hosting" / "nginx.conf").exists()


def test_live_preview_is_not_told_to_have_one(
    build_site: Callable[..., Any],
    notices: Path,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """What the build alone mends is no problem that an editor could see to."""
    caplog.set_level(logging.INFO, "mkdocs")
    settings = {**SETTINGS, "hooks": ["check_pages"]}
    assert build_site(FILES, **settings).lines  # the pages have no front matter, and so on
    assert "policy-missing" in caplog.text
    caplog.clear()
    config = load_config(str(tmp_path / "mkdocs.yml"), strict=False)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    assert "pages checked" in caplog.text
    assert "policy-missing" not in caplog.text


def test_live_preview_has_none(
    build_site: Callable[..., Any], notices: Path, tmp_path: Path
) -> None:
    """It puts a script of its own into each page as it sends it, which a policy would stop."""
    build_site(FILES, **SETTINGS)
    config = load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "preview" / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    site = read_site(tmp_path / "preview")
    assert sorted(site) == ["404.html", "deep/er/page/index.html", "hand.html", "index.html"]
    assert not any("Content-Security-Policy" in text for text in site.values())
