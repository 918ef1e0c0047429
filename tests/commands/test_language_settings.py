"""The settings of a site in several languages: what is wrong in them is told before the build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize(
    ("named", "language", "said"),
    [
        pytest.param("[es, fr]", "es", "there is no mkdocs.fr.yml", id="no settings"),
        pytest.param(
            "[es]",
            "en",
            "its theme.language must be es. Write language: es below theme:",
            id="another",
        ),
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
    assert f"mkdocs.yml:{line}: " in result.output or "mkdocs.es.yml:" in result.output


def test_language_whose_code_yaml_reads_as_false(run: Run, two: Path) -> None:
    """What its own file must say is told as it has to be written."""
    settings = two / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("languages: [es]", 'languages: ["no"]')
    settings.write_text(text, "utf-8")
    spanish = (two / "mkdocs.es.yml").read_text("utf-8")
    (two / "mkdocs.no.yml").write_text(spanish.replace("language: es", "language: no"), "utf-8")
    assert 'its theme.language must be "no". Write language: "no"' in run("build").output


def test_line_of_a_setting(run: Run, two: Path) -> None:
    """Neither a note nor an extension's own language is the site's."""
    file = two / "mkdocs.es.yml"
    before = "# language: es\nmarkdown_extensions:\n  - toc:\n      language: es\n"
    text = before + file.read_text("utf-8").replace("language: es", "language: en")
    file.write_text(text, "utf-8")
    line = text.splitlines().index("  language: en") + 1
    assert f"mkdocs.es.yml:{line}: its theme.language must be es" in run("build").output
    whole = (two / "mkdocs.yml").read_text("utf-8").replace("languages: [es]", "languages: es")
    (two / "mkdocs.yml").write_text("# languages: [es]\n" + whole, "utf-8")
    line = whole.splitlines().index("  languages: es") + 2
    assert f"mkdocs.yml:{line}: extra.languages is a list" in run("build").output


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
