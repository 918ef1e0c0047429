"""`kapguide check --browser`: what the browser sees becomes problems."""

from __future__ import annotations

import shutil
from pathlib import Path

from kapguide.browser.proof import prove_notices
from kapguide.browser.visible_text import Word, find_unseen
from kapguide.checks.folder import load_whole_project
from kapguide.project.disk import read_site
from kapguide.project.settings import read_settings
from PIL import Image, ImageDraw
from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent.parent


def test_problems_name_page_notice_and_look(
    built_site: Path, tmp_path: Path, browser: Browser
) -> None:
    """One for each notice of a page, at its Markdown."""
    site = tmp_path / "site"
    shutil.copytree(built_site, site)
    with (site / "assets" / "kapguide.js").open("a", encoding="utf-8") as file:
        code = "document.querySelector('[data-notice=crisis]').style.opacity = 0"
        file.write(f"\ndocument.addEventListener('DOMContentLoaded', () => {{ {code} }})\n")
    project = load_whole_project(read_settings(ROOT))
    one = read_site(site, only=[site / "about" / "index.html"])
    (problem,) = prove_notices(one, project, browser)
    assert (problem.code, problem.path) == ("crisis-hidden", "docs/about.md")
    assert problem.message.startswith(
        "the notice crisis is not seen on a phone's screen, light, with scripts: "
    )


def picture(tmp_path: Path, colour: str | None) -> bytes:
    """Draw a text in a colour on white, or none."""
    image = Image.new("RGB", (200, 40), "white")
    if colour:
        ImageDraw.Draw(image).text((10, 10), "Call 988 now", fill=colour)
    image.save(tmp_path / "a.png")
    return (tmp_path / "a.png").read_bytes()


def test_words_in_pictures(tmp_path: Path) -> None:
    """Dark letters are seen; pale ones, missing ones and those out of the picture are not."""
    word, outside = Word("Call", 10, 10, 24, 12), Word("now", 300, 10, 24, 12)
    bare = picture(tmp_path, None)
    assert [*find_unseen(picture(tmp_path, "#111"), bare, [word, outside])] == [1]
    assert [*find_unseen(picture(tmp_path, "#ddd"), bare, [word])] == [0]
    assert [*find_unseen(bare, bare, [word])] == [0]
