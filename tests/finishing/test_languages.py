"""What a page says of the site in other languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from kapguide.finishing.languages import render_switch
from kapguide.project.editions.editions import read_editions
from kapguide.project.settings import read_settings
from selectolax.lexbor import LexborHTMLParser


@pytest.mark.parametrize(
    ("first", "second", "homes"),
    [
        pytest.param("", "", ("/", "/es/", "/fr/"), id="no addresses"),
        pytest.param("https://a.example/", "", ("/", "/es/", "/fr/"), id="one address"),
        pytest.param("https://a.example/g", "", ("/g/", "/g/es/", "/g/fr/"), id="in a folder"),
        pytest.param(
            "https://a.example/", "https://a.example/sp/", ("/", "/sp/", "/fr/"), id="its own"
        ),
    ],
)
def test_page_at_any_address_leads_to_each_home_page(
    tmp_path: Path, first: str, second: str, homes: tuple[str, str, str]
) -> None:
    """404.html is shown wherever nothing is: no relative link would do."""
    (tmp_path / "mkdocs.yml").write_text(
        f"site_url: '{first}'\nexclude_docs: |\n  es/\n  fr/\nextra:\n  languages: [es, fr]\n",
        "utf-8",
    )
    for code, address in (("es", second), ("fr", "")):
        own = f"site_url: '{address}'\n" if address else ""
        (tmp_path / f"mkdocs.{code}.yml").write_text(
            f"INHERIT: mkdocs.yml\n{own}docs_dir: docs/{code}\ntheme: {{language: {code}}}\n",
            "utf-8",
        )
    editions = read_editions(read_settings(tmp_path))
    for seen in editions.all:
        links = LexborHTMLParser(render_switch(editions.seen_by(seen.settings), None)).css("a")
        expected = dict(zip(("en", "es", "fr"), homes, strict=True))
        del expected[seen.language]
        assert {a.attributes["hreflang"]: a.attributes["href"] for a in links} == expected
