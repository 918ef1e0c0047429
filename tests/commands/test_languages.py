"""A site in two languages: built, checked and replaced as one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from kapguide.project.editions import editions
from kapguide.project.engine_pages.page_list import SitePage, list_pages
from kapguide.project.settings import Settings
from selectolax.lexbor import LexborHTMLParser

Run = Callable[..., Result]


def build(run: Run, capfd: pytest.CaptureFixture[str]) -> str:
    """Build the site; give what was said."""
    result = run("build")
    said = result.stderr + capfd.readouterr().err
    assert result.exit_code == 0, said
    return said


def read(project: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((project / "site" / name).read_text("utf-8"))


def alternates(page: LexborHTMLParser) -> dict[str | None, str | None]:
    links = page.css('link[rel="alternate"][hreflang]')
    return {link.attributes["hreflang"]: link.attributes["href"] for link in links}


def add(page: Path, text: str) -> None:
    page.write_text(f"{page.read_text('utf-8')}\n{text}\n", "utf-8")


def test_one_site_in_two_languages(run: Run, two: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Each page says its language, leads to the other and names it to search engines, mutually."""
    build(run, capfd)
    english, spanish = read(two, "index.html"), read(two, "es/index.html")
    for page, language in ((english, "en"), (spanish, "es")):
        assert page.css_first("html").attributes["lang"] == language
    assert alternates(english) == alternates(spanish)
    assert alternates(english) == {
        "en": "https://kap-guide.example/",
        "es": "https://kap-guide.example/es/",
        "x-default": "https://kap-guide.example/",
    }
    for page, address, language in ((english, "es/", "es"), (spanish, "../", "en")):
        (link,) = page.css(".languages a")
        assert link.attributes["href"] == address
        assert link.attributes["hreflang"] == link.parent.attributes["lang"] == language
    assert (two / "site/es/assets/kapguide.css").read_bytes() == (
        two / "docs/assets/kapguide.css"
    ).read_bytes()
    assert "Sitemap: https://kap-guide.example/es/sitemap.xml" in (
        two / "site/robots.txt"
    ).read_text("utf-8")


def test_a_spanish_page_says_what_it_follows(
    run: Run, two: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The day and the page, with a link; and that no clinician has read it."""
    build(run, capfd)
    page = read(two, "es/get-help-now/index.html")
    line = page.css_first(".follows")
    assert line.text() == (
        "Esta página corresponde a la página en inglés tal como estaba el 20 de noviembre de 2026."
    )
    assert line.css_first("a").attributes == {"href": "../../get-help-now/", "hreflang": "en"}
    assert (
        "Ningún profesional de la salud ha revisado todavía esta página"
        in page.css_first(".review").text()
    )
    assert read(two, "get-help-now/index.html").css(".follows") == []


def test_a_missing_page_is_told_in_the_language_that_lacks_it(
    run: Run, two: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """And so the way to the home page stands in for it; no page claims another language."""
    build(run, capfd)
    page = read(two, "cost/index.html")
    (said,) = page.css(".languages [lang=es]")
    assert said.text() == "Esta página todavía no está en español. Página de inicio en español"
    assert said.css_first("a").attributes["href"] == "../es/"
    assert alternates(page) == {}
    for name, address in (("404.html", "/es/"), ("es/404.html", "/")):
        assert read(two, name).css_first(".languages a").attributes["href"] == address


def test_links_to_pages_in_another_language(
    run: Run, two: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Markdown names the file; readers are told the language, and so are programs."""
    add(two / "docs/es/get-help-now.md", "Vea [quién paga](../cost.md#pays).")
    build(run, capfd)
    (link,) = read(two, "es/get-help-now/index.html").css("article p > a[hreflang]:not(.follows a)")
    assert link.attributes == {"href": "../../cost/#pays", "hreflang": "en"}
    assert link.text() == "quién paga (en inglés)"


@pytest.mark.parametrize(
    ("link", "said"),
    [
        pytest.param("../cots.md", "link-broken", id="a page that is not there"),
        pytest.param("../a%00b.md", "link-broken", id="what no file may be called"),
        pytest.param("../cost.md#pay", "anchor-broken", id="a part that it does not have"),
    ],
)
def test_a_broken_link_to_another_language(
    run: Run, two: Path, capfd: pytest.CaptureFixture[str], link: str, said: str
) -> None:
    """It is named with file and line, and the last good site stays."""
    add(two / "docs/es/get-help-now.md", f"Vea [quién paga]({link}).")
    result = run("build")
    assert result.exit_code == 1
    told = result.stderr + capfd.readouterr().err
    assert f"docs/es/get-help-now.md:15: {said}:" in told, told
    assert not (two / "site").exists()


def test_never_half_a_site(run: Run, two: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What stops one language stops both."""
    build(run, capfd)
    before = (two / "site/index.html").read_text("utf-8")
    add(two / "docs/index.md", "One more sentence.")
    add(two / "docs/es/index.md", "La terapia cura la depresión.")
    result = run("build")
    assert result.exit_code == 1
    assert "docs/es/index.md:15: promise:" in result.stderr
    assert (two / "site/index.html").read_text("utf-8") == before


def test_crisis_number_changed_in_one_language(
    run: Run, two: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The old one is not published in the other; one message names both files."""
    notice = two / "docs/_includes/crisis.md"
    notice.write_text(notice.read_text("utf-8").replace("911", "112"), "utf-8")
    result = run("build")
    told = result.stderr + capfd.readouterr().err
    assert result.exit_code == 1
    assert told.count("notice-behind") == 1, told
    assert (
        "docs/es/_includes/crisis.md:2: notice-behind: docs/_includes/crisis.md has a number "
        "that this notice lacks: call 112." in told
    )
    assert not (two / "site").exists()


def test_translated(run: Run, two: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """It sets day and mark and no other byte; a change in English is told, with what to do."""
    page = two / "docs/es/index.md"
    before = page.read_text("utf-8")
    assert "it does not say which text of docs/index.md it follows" in build(run, capfd)
    result = run("translated", "docs/es/index.md", "docs/es/get-help-now.md")
    assert result.exit_code == 0, result.output
    after = page.read_text("utf-8").splitlines()
    (mark,) = [line for line in after if line.startswith("follows_text: ")]
    after.remove(mark)
    assert after == before.replace("2026-11-20", "2026-11-22").splitlines()
    add(two / "docs/get-help-now.md", "One more sentence.")
    said = build(run, capfd)
    assert "docs/index.md" not in said
    assert (
        "docs/es/get-help-now.md:8: translation-behind (warning): docs/get-help-now.md has "
        "changed since 2026-11-22" in said
    )
    assert "kapguide translated docs/es/get-help-now.md" in said


def test_translation_of_a_renamed_page(
    run: Run, two: Path, capfd: pytest.CaptureFixture[str]
) -> None:
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
    said = build(run, capfd)
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


@pytest.mark.parametrize(
    ("named", "language", "said"),
    [
        pytest.param("[es, fr]", "es", "there is no mkdocs.fr.yml", id="no settings"),
        pytest.param("[es]", "en", "mkdocs.es.yml: its theme.language must be es", id="another"),
        pytest.param("es", "es", "extra.languages is a list", id="no list"),
        pytest.param("[../es]", "es", 'names "../es", which is no code of a language', id="a path"),
        pytest.param("[5]", "es", 'names "5", which is no code of a language', id="a number"),
        pytest.param("[en]", "es", "the site is in that language already", id="its own"),
        pytest.param("[es, ES]", "es", "the site is in that language already", id="twice"),
        pytest.param("[no]", "es", 'in quotes: ["no"]', id="Norwegian as YAML reads it"),
        pytest.param('["no"]', "es", "there is no mkdocs.no.yml", id="Norwegian in quotes"),
    ],
)
def test_wrong_settings(run: Run, two: Path, named: str, language: str, said: str) -> None:
    """They are told before anything is built."""
    for name, old, new in (
        ("mkdocs.yml", "languages: [es]", f"languages: {named}"),
        ("mkdocs.es.yml", "language: es", f"language: {language}"),
    ):
        file = two / name
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    result = run("build")
    assert result.exit_code == 2
    assert said in result.output
    line = (two / "mkdocs.yml").read_text("utf-8").splitlines().index(f"  languages: {named}") + 1
    assert f"mkdocs.yml:{line}: " in result.output or "mkdocs.es.yml: " in result.output


def test_language_whose_code_yaml_reads_as_false(run: Run, two: Path) -> None:
    """What its own file must say is told as it has to be written."""
    settings = two / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("languages: [es]", 'languages: ["no"]')
    settings.write_text(text, "utf-8")
    spanish = (two / "mkdocs.es.yml").read_text("utf-8")
    (two / "mkdocs.no.yml").write_text(spanish.replace("language: es", "language: no"), "utf-8")
    assert 'mkdocs.no.yml: its theme.language must be "no".' in run("build").output


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        pytest.param("es", "mkdocs.fr.yml: it needs a docs_dir of its own.", id="the same"),
        pytest.param("es/fr", "mkdocs.es.yml: name fr/ under exclude_docs", id="in the other's"),
    ],
)
def test_each_language_has_pages_of_its_own(run: Run, two: Path, folder: str, said: str) -> None:
    """Those of a third language are not published in the second, too."""
    settings = two / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("languages: [es]", "languages: [es, fr]")
    settings.write_text(text, "utf-8")
    third = (two / "mkdocs.es.yml").read_text("utf-8").replace("language: es", "language: fr")
    (two / "mkdocs.fr.yml").write_text(third.replace("docs/es", f"docs/{folder}"), "utf-8")
    result = run("build")
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize(
    ("file", "left_out", "said"),
    [
        pytest.param("mkdocs.yml", "  es/\n", "mkdocs.yml: name es/ under", id="in both"),
        pytest.param("mkdocs.es.yml", "docs_dir: docs/es\n", "mkdocs.es.yml: it needs", id="none"),
    ],
)
def test_pages_of_one_language(run: Run, two: Path, file: str, left_out: str, said: str) -> None:
    """What would be published twice, once in the wrong language, is told before the build."""
    settings = (two / file).read_text("utf-8")
    (two / file).write_text(settings.replace(left_out, ""), "utf-8")
    result = run("build")
    assert result.exit_code == 2
    assert said in result.output


def test_due_names_pages_of_each_language(run: Run, two: Path) -> None:
    """A review that is due is due in Spanish, too."""
    result = run("due", "--days", "365")
    assert "docs/index.md:" in result.output
    assert "docs/es/index.md:" in result.output


def test_pages_of_each_language_are_read_once(
    run: Run, two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not once more for each language that is held against them."""
    read: list[Path] = []

    def counting(settings: Settings) -> list[SitePage]:
        read.append(settings.docs.relative_to(settings.root))
        return list_pages(settings)

    monkeypatch.setattr(editions, "list_pages", counting)
    assert run("due").exit_code == 0
    assert sorted(read) == [Path("docs"), Path("docs/es")]


def test_new_page_in_another_language(run: Run, two: Path) -> None:
    """It goes into that language's folder and menu, and that menu is named."""
    spanish = two / "mkdocs.es.yml"
    spanish.write_text(f"{spanish.read_text('utf-8')}nav:\n- Inicio: index.md\n", "utf-8")
    result = run("new", "dormir", "--title", "¿Cómo voy a dormir?", "--project", "mkdocs.es.yml")
    assert result.exit_code == 0, result.output
    assert (two / "docs/es/dormir.md").is_file()
    line = spanish.read_text("utf-8").splitlines().index("- ¿Cómo voy a dormir?: dormir.md") + 1
    assert f"mkdocs.es.yml:{line}: " in result.output
