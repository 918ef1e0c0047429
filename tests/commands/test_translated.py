"""`kapguide translated`: a page in another language says which text it follows."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Build = Callable[[], str]


def add(page: Path, text: str) -> None:
    page.write_text(f"{page.read_text('utf-8')}\n{text}\n", "utf-8")


def test_translated(run: Run, build: Build, two: Path) -> None:
    """It sets day and mark and no other byte; a change in English is told, with what to do."""
    page = two / "docs/es/index.md"
    before = page.read_text("utf-8")
    assert "it does not say which text of docs/index.md it follows" in build()
    result = run("translated", "docs/es/index.md", "docs/es/get-help-now.md")
    assert result.exit_code == 0, result.output
    after = page.read_text("utf-8").splitlines()
    (mark,) = [line for line in after if line.startswith("follows_text: ")]
    after.remove(mark)
    assert after == before.replace("2026-11-20", "2026-11-22").splitlines()
    add(two / "docs/get-help-now.md", "One more sentence.")
    said = build()
    assert "docs/index.md" not in said
    assert (
        "docs/es/get-help-now.md:8: translation-behind (warning): docs/get-help-now.md has "
        "changed since 2026-11-22" in said
    )
    assert "kapguide translated docs/es/get-help-now.md" in said


def test_translation_of_a_renamed_page(run: Run, build: Build, two: Path) -> None:
    """A link's new file is no change of a text; the page's own new name is told, with both."""
    docs = two / "docs"
    add(docs / "index.md", "See [the cost](cost.md#pays) and [help](get-help-now.md).")
    add(docs / "cost.md", "See [help](get-help-now.md).")
    spanish = ("docs/es/index.md", "docs/es/get-help-now.md")
    assert run("translated", *spanish).exit_code == 0
    (docs / "cost.md").rename(docs / "money.md")
    (docs / "get-help-now.md").rename(docs / "help.md")
    for name, old in (("money", "cost"), ("help", "get-help-now")):
        page = docs / f"{name}.md"
        text = page.read_text("utf-8")
        text = text.replace("review_every", f"redirects: [{old}.md]\nreview_every", 1)
        page.write_text(text, "utf-8")
    for page in docs.glob("*.md"):
        text = page.read_text("utf-8").replace("(cost.md", "(money.md")
        page.write_text(text.replace("(get-help-now.md", "(help.md"), "utf-8")
    menu = two / "mkdocs.yml"
    text = menu.read_text("utf-8").replace("get-help-now.md", "help.md")
    menu.write_text(text.replace("cost.md", "money.md"), "utf-8")
    said = build()
    assert "docs/index.md has changed" not in said
    assert (
        "none in the first language is called get-help-now.md any more. Rename it to help.md as "
        "well, there and in this language's menu, and write redirects: [get-help-now.md] at its "
        "top." in said
    )


@pytest.mark.parametrize(
    "written",
    ["docs/es/get-help-now.md", "es/get-help-now.md", "es/get-help-now", "es/get-help-now/"],
)
def test_translated_takes_what_review_takes(run: Run, two: Path, written: str) -> None:
    """A page is named by its file or by its address, with or without the folder docs/."""
    for command in (
        ("translated", written),
        ("review", written, "--reviewer", "Ana Ruiz", "--credentials", "MD, psychiatry"),
    ):
        result = run(*command)
        assert result.exit_code == 0, result.output
        assert result.output.startswith("docs/es/get-help-now.md:"), result.output


def test_translated_in_a_folder_of_its_own(run: Run, two: Path) -> None:
    """Pages in another language need not lie in those of the first."""
    (two / "docs/es").rename(two / "pages-es")
    settings = two / "mkdocs.es.yml"
    settings.write_text(settings.read_text("utf-8").replace("docs/es", "pages-es"), "utf-8")
    result = run("translated", "pages-es/index.md", "--project", "mkdocs.es.yml")
    assert result.exit_code == 0, result.output
    for written in ("pages-es/get-help-now.md", "pages-es/get-help-now"):
        result = run("translated", written)
        assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("page", "said"),
    [
        pytest.param("docs/index.md", "in the first language itself", id="the first language"),
        pytest.param("docs/es/nada.md", 'there is no page "docs/es/nada.md"', id="no page"),
        pytest.param("es/get-help", 'Did you mean "es/get-help-now.md"?', id="nearly a page"),
        pytest.param("cost", "in the first language itself", id="the last part of an address"),
        pytest.param("docs/es/solo.md", "no page of the name solo.md", id="it follows none"),
    ],
)
def test_translated_writes_nothing_where_it_cannot(
    run: Run, two: Path, page: str, said: str
) -> None:
    """All that is wrong is told, and no page is written."""
    shutil.copyfile(two / "docs/es/index.md", two / "docs/es/solo.md")
    before = (two / "docs/es/index.md").read_text("utf-8")
    result = run("translated", "docs/es/index.md", page)
    assert result.exit_code == 2
    assert said in result.output
    assert (two / "docs/es/index.md").read_text("utf-8") == before
