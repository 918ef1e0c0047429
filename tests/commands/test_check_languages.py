"""`kapguide check` of a site in two languages: each page is held to the words of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from kapguide.checks.folder import check_folder

Run = Callable[..., Result]


@pytest.fixture
def built(two: Path, run: Run, capfd: pytest.CaptureFixture[str]) -> Path:
    """Build the site, in both languages."""
    result = run("build")
    assert result.exit_code == 0, result.stderr + capfd.readouterr().err
    return two


def test_what_is_checked_is_held_to_its_own_language(
    run: Run, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it is named from and by which settings: the folder says which it is."""
    for arguments, pages in (
        ((), 9),
        (("site",), 9),
        (("site/es",), 4),
        (("--project", "mkdocs.es.yml"), 4),
        (("site", "--project", "mkdocs.es.yml"), 9),
        (("site/index.html", "--project", "mkdocs.es.yml"), 1),
        (("site/es", "--project", "mkdocs.es.yml"), 4),
        (("site/404.html", "site/es/index.html"), 2),
        (("site/es/404.html", "site/cost/index.html", "site/index.html"), 3),
    ):
        result = run("check", "--ignore", "translation-behind", *arguments)
        assert f"{pages} page" in result.output.splitlines()[-1], (arguments, result.output)
        assert "no problems" in result.output, (arguments, result.output)
        assert result.exit_code == 0
    (built / "out").mkdir()
    (built / "site/es").rename(built / "out/alone")
    result = run("check", "out/alone", "--only", "page-language", "--project", "mkdocs.es.yml")
    assert result.output == "4 pages checked, no problems.\n"
    monkeypatch.chdir(built / "out/alone")
    result = run("check", ".", "--only", "page-language", "--project", str(built / "mkdocs.es.yml"))
    assert result.output == "4 pages checked, no problems.\n"


def test_what_is_wrong_in_a_language_is_found_however_it_is_named(
    run: Run, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the whole site, the folder, or the page."""
    page = built / "site/es/index.html"
    page.write_text(page.read_text("utf-8").replace('hreflang="es" href', "href"), "utf-8")
    for arguments in ((), ("site",), ("site/es",), ("site/es/index.html",)):
        result = run("check", "--only", "language-unlinked", *arguments)
        assert result.exit_code == 1
        assert 'does not name its address in "es"' in result.output
    monkeypatch.chdir(built / "site/es")
    result = run("check", ".", "--only", "page-language", "--project", str(built))
    assert result.output == "4 pages checked, no problems.\n"


def test_two_folders_at_a_time_are_refused(run: Run, built: Path) -> None:
    """Also where each holds the site in another language."""
    for arguments in (("site", "site/es"), ("site/es", "site/index.html")):
        result = run("check", *arguments)
        assert result.exit_code == 2
        assert "name one folder, or files of one folder, at a time." in result.output


@pytest.mark.parametrize("preview", [True, False])
def test_live_preview_has_an_address_of_its_own(built: Path, preview: bool) -> None:
    """Pages name it there in place of the site's, which is no mistake of theirs."""
    page = built / "site/index.html"
    text = page.read_text("utf-8")
    own = 'hreflang="en" href="'
    assert own in text
    page.write_text(text.replace(own, f"{own}http://127.0.0.1:8000/"), "utf-8")
    checked = check_folder(built / "site", built / "mkdocs.yml", preview=preview)
    codes = {problem.code for problem in checked.outcome.problems}
    assert ("language-unlinked" in codes) is not preview
