"""The real site in its languages: what a reader is promised of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from kapguide.checks.folder import load_whole_project
from kapguide.checks.running import check_site
from kapguide.notices.notice import EVERYWHERE, read_notices
from kapguide.project.disk import read_site
from kapguide.project.editions.editions import Edition, read_editions
from kapguide.project.settings import read_settings
from selectolax.lexbor import LexborHTMLParser

ROOT = Path(__file__).resolve().parent.parent
EDITIONS = read_editions(read_settings(ROOT))
OTHERS = [pytest.param(edition, id=edition.language) for edition in EDITIONS.others]


def read(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_text("utf-8"))


@pytest.mark.parametrize("edition", OTHERS)
def test_each_language_passes_its_checks(built_languages: Path, edition: Edition) -> None:
    """No error, no text in English for want of another, and no page behind the one it follows."""
    folder = built_languages / edition.folder
    outcome = check_site(read_site(folder), load_whole_project(edition.settings))
    stop = ("words-missing", "translation-behind")
    assert [str(p) for p in outcome.problems if p.severity == "error" or p.code in stop] == []
    assert outcome.pages == len(list(folder.rglob("*.html"))) > len(edition.pages)


@pytest.mark.parametrize("edition", OTHERS)
def test_every_page_has_the_notices_of_its_language(
    built_languages: Path, edition: Edition
) -> None:
    """Crisis lines and disclaimer, word for word; no clinician has read it, unless one has."""
    notices = read_notices(edition.settings.docs / "_includes", ROOT)
    for page in edition.pages.values():
        main = read(built_languages / edition.folder / page.file).css_first("main")
        assert main is not None
        text = " ".join(main.text(separator=" ").split()).replace(" .", ".").replace(" ,", ",")
        for name in EVERYWHERE:
            assert notices[name].text in text, (page.path, name)
        assert main.css_first(".follows a").attributes["hreflang"] == EDITIONS.first.language
        if page.front_matter.get("review") == "pending":
            assert edition.settings.words["review.pending"] in text


def test_languages_name_each_other(built_languages: Path) -> None:
    """Two pages of one name have the same links between languages; all are pages that are there."""
    first = EDITIONS.first
    for edition in EDITIONS.others:
        for name, page in edition.pages.items():
            both = [
                {
                    link.attributes["hreflang"]: link.attributes["href"]
                    for link in read(built_languages / one.folder / file).css(
                        'link[rel="alternate"][hreflang]'
                    )
                }
                for one, file in ((edition, page.file), (first, first.pages[name].file))
            ]
            assert both[0] == both[1] == {**EDITIONS.alternates(name), "x-default": both[0]["en"]}
            for address in both[0].values():
                path = address.removeprefix(first.settings.site_url)
                assert (built_languages / path / "index.html").is_file(), address
