"""A site in two languages: built, checked and replaced as one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from kapguide.project.editions import editions
from kapguide.project.engine_pages.page_list import SitePage, list_pages
from kapguide.project.settings import Settings
from selectolax.lexbor import LexborHTMLParser

Run = Callable[..., Result]
Build = Callable[[], str]


def read(project: Path, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((project / "site" / name).read_text("utf-8"))


def alternates(page: LexborHTMLParser) -> dict[str | None, str | None]:
    links = page.css('link[rel="alternate"][hreflang]')
    return {link.attributes["hreflang"]: link.attributes["href"] for link in links}


def add(page: Path, text: str) -> None:
    page.write_text(f"{page.read_text('utf-8')}\n{text}\n", "utf-8")


def test_one_site_in_two_languages(build: Build, two: Path) -> None:
    """Each page says its language, leads to the other and names it to search engines, mutually."""
    build()
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


@pytest.mark.parametrize("address", ["cost.md", "../cost.md"])
def test_notice_that_links_a_page_of_the_first_language(
    build: Build, two: Path, address: str
) -> None:
    """Below each page, in a page's text and on the page for all missing ones."""
    notices = two / "docs/es/_includes"
    add(notices / "disclaimer.md", f"\nVea [los costos]({address}).")
    (notices / "money.md").write_text(f"Vea [los costos]({address}).", "utf-8")
    add(two / "docs/es/index.md", "::: notice money")
    build()
    for name, leads in (("index", "../cost/"), ("get-help-now/index", "../../cost/")):
        links = read(two, f"es/{name}.html").css("[data-notice] a[href*=cost]")
        assert {link.attributes["href"] for link in links} == {leads}, name
    (link,) = read(two, "es/404.html").css("[data-notice] a[href*=cost]")
    assert link.attributes["href"] == "/cost/"


def test_a_spanish_page_says_what_it_follows(build: Build, two: Path) -> None:
    """The day and the page, with a link; and that no clinician has read it."""
    build()
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


def test_a_missing_page_is_told_in_the_language_that_lacks_it(build: Build, two: Path) -> None:
    """And so the way to the home page stands in for it; no page claims another language."""
    build()
    page = read(two, "cost/index.html")
    (said,) = page.css(".languages [lang=es]")
    assert said.text() == "Esta página todavía no está en español. Página de inicio en español"
    assert said.css_first("a").attributes["href"] == "../es/"
    assert alternates(page) == {}
    for name, address in (("404.html", "/es/"), ("es/404.html", "/")):
        assert read(two, name).css_first(".languages a").attributes["href"] == address


def test_notices_that_link_pages_in_another_language(build: Build, two: Path) -> None:
    """Readers are told the language as in a page's text, and the notice is as its file has it."""
    add(two / "docs/es/_includes/crisis.md", "Vea [el costo](../cost.md#pays).")
    (two / "docs/es/_includes/fees.md").write_text("Vea [el costo](../cost.md#pays).\n", "utf-8")
    add(two / "docs/es/get-help-now.md", "::: notice fees")
    built = build()
    for name in ("crisis", "fees"):
        page = read(two, "es/get-help-now/index.html")
        (link,) = page.css(f"[data-notice={name}] a[hreflang]")
        assert link.attributes == {"href": "../../cost/#pays", "hreflang": "en"}
        assert link.text() == "el costo (en inglés)"
    assert "crisis-" not in built
    assert "notice-" not in built


@pytest.mark.parametrize("part", ["pays", "fees"], ids=["a heading", "a name in HTML"])
def test_links_to_pages_in_another_language(build: Build, two: Path, part: str) -> None:
    """Markdown names the file; readers are told the language, and so are programs."""
    add(two / "docs/cost.md", 'What <a name="fees">you</a> pay.')
    links = f"Vea [quién paga](../cost.md#{part}) o "
    links += "[los precios, en inglés](../cost.md) y [más (en inglés)](../cost.md)."
    add(two / "docs/es/get-help-now.md", links)
    build()
    page = read(two, "es/get-help-now/index.html")
    link, *named = page.css("article p > a[hreflang]:not(.follows a)")
    assert link.attributes == {"href": f"../../cost/#{part}", "hreflang": "en"}
    assert link.text() == "quién paga (en inglés)"
    assert [one.text() for one in named] == ["los precios, en inglés", "más (en inglés)"]


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


def test_never_half_a_site(run: Run, build: Build, two: Path) -> None:
    """What stops one language stops both."""
    build()
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
    link = {"docs": "[call 112](tel:112)", "docs/es": "[llame al 911](tel:911)"}
    for folder, said in link.items():
        text = f"**Ayuda.**\n{said}\n"
        (two / folder / "_includes/crisis.md").write_text(text, "utf-8")
    result = run("build")
    told = result.stderr + capfd.readouterr().err
    assert result.exit_code == 1
    assert told.count("notice-behind") == 1, told
    assert (
        "docs/es/_includes/crisis.md:2: notice-behind: docs/_includes/crisis.md has a number "
        "that this notice lacks: call 112." in told
    )
    assert not (two / "site").exists()


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
