"""`kapguide build` of a site in two languages: all that is wrong in one run, and no half a site."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def add(page: Path, text: str) -> None:
    page.write_text(f"{page.read_text('utf-8')}\n{text}\n", "utf-8")


def problems(result: Result, *codes: str) -> list[str]:
    """Return where the report names these codes, in its order."""
    lines = [line.split(": ") for line in result.stderr.splitlines()]
    return [parts[0] for parts in lines if parts[1:] and parts[1].split()[0] in codes]


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_mistakes_in_each_language_are_told_in_one_run(run: Run, two: Path, engine: str) -> None:
    """Sorted as one list, each once; whether the first language fails or the last."""
    add(two / "docs/index.md", "It is a cure.")
    add(two / "docs/es/index.md", "La terapia cura la depresión.")
    result = run("build", "--engine", engine)
    assert problems(result, "promise") == ["docs/es/index.md:15", "docs/index.md:14"]
    assert "9 pages checked: 2 errors" in result.stderr
    assert result.exit_code == 1
    assert not (two / "site").exists()


def test_hints_name_the_files_of_the_pages_language(run: Run, two: Path) -> None:
    """A word or a number added to those of another language would change nothing."""
    add(two / "docs/index.md", "Take a xyzzyed walk. Call 1-800-273-8255.")
    add(two / "docs/es/index.md", "Lea la informasion. Llame al 1-800-273-8255.")
    lines = run("build").stderr.splitlines()
    for page, folder in (("index.md", "docs/_includes"), ("es/index.md", "docs/es/_includes")):
        hints = " ".join(line for line in lines if line.startswith(f"docs/{page}"))
        assert f"add it to {folder}/words.txt." in hints
        assert f"the lines in use stand in {folder}/crisis.md." in hints


def test_a_mistake_of_all_languages_is_told_once(
    run: Run, two: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Settings and studies are shared: each of them is read for each language."""
    (two / "references.bib").write_text("@article{a,\n  title = {One\n", "utf-8")
    settings = two / "mkdocs.yml"
    text = settings.read_text("utf-8").replace(
        "kapguide.directives]",
        "kapguide.directives, {kapguide.citations: {bibliography: references.bib}}]",
    )
    settings.write_text(f"site_nam: Small\n{text}", "utf-8")
    result = run("build", "--engine", "zensical")
    assert problems(result, "entry-broken") == ["references.bib:2"]
    result = run("build")
    assert problems(result, "mkdocs-warning") == ["mkdocs.yml:1"], result.stderr
    assert "1 more place" not in result.stderr


def test_a_language_that_breaks_keeps_no_other_from_being_looked_at(run: Run, two: Path) -> None:
    """Where the engine stops at one page, the others' mistakes are told all the same."""
    (two / "broken.py").write_text(
        "def on_page_content(html, page, config, **others):\n"
        "    if page.file.src_uri == 'index.md' and config.theme['language'] == 'en':\n"
        "        raise ValueError('boom')\n",
        "utf-8",
    )
    settings = two / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("hooks:\n", "hooks:\n  - broken.py\n")
    settings.write_text(text, "utf-8")
    add(two / "docs/es/index.md", "La terapia cura la depresión.")
    result = run("build")
    assert problems(result, "mkdocs-warning", "promise") == ["docs/es/index.md:15", "docs/index.md"]
    assert result.exit_code == 1
    assert not (two / "site").exists()


def test_settings_that_the_engine_refuses_are_told_once(
    run: Run, two: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The other languages inherit them, and MkDocs would print the same of each."""
    settings = two / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("plugins: []", "plugins: [search: {lang: 3}]")
    settings.write_text(text, "utf-8")
    assert run("build").exit_code == 1
    assert capfd.readouterr().err.count("Expected a list of language codes") == 1


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_what_any_language_cites_is_cited(run: Run, two: Path, engine: str) -> None:
    """Only an entry that no page in any language cites is told as unused."""
    names = ("english", "spanish", "nobody")
    entries = (f"@misc{{{n}, title = {{The title {n}}}, year = {{2026}}}}\n" for n in names)
    (two / "references.bib").write_text("".join(entries), "utf-8")
    settings = two / "mkdocs.yml"
    text = settings.read_text("utf-8").replace(
        "kapguide.directives]",
        "kapguide.directives, {kapguide.citations: {bibliography: references.bib}}]",
    )
    hook = Path(__file__).resolve().parents[2] / "hooks" / "cite_sources.py"
    settings.write_text(text.replace("hooks:\n", f"hooks:\n  - {hook}\n"), "utf-8")
    add(two / "docs/index.md", "A word [@english].")
    add(two / "docs/es/index.md", "Una palabra [@spanish].")
    told = ["references.bib:3"]
    assert problems(run("build", "--no-strict", "--engine", engine), "entry-unused") == told
    # Without looking at each language nobody can say so.
    part = ("site/index.html", "site/cost/index.html", "site/es/index.html")
    for looked_at, unused in ((("site",), told), (("site/es",), []), (part, [])):
        found = run("check", *looked_at, "--format", "json", "--only", "entry-unused").output
        places = [f"{p['path']}:{p['line']}" for p in json.loads(found)["problems"]]
        assert places == unused, looked_at


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
@pytest.mark.parametrize(
    ("file", "named"),
    [
        pytest.param("es.md", "docs/es.md", id="a page"),
        pytest.param("es/leaflet.pdf", "es/leaflet.pdf", id="a file"),
    ],
)
def test_folder_of_a_language_is_its_own(
    run: Run, two: Path, engine: str, file: str, named: str
) -> None:
    """What the first language publishes there would be lost, or mixed with the other's pages."""
    page = (two / "docs/cost.md").read_text("utf-8")
    (two / "docs" / file).write_text(page, "utf-8")
    settings = two / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("  es/\n", "  es/*.md\n  es/_includes/\n")
    settings.write_text(text, "utf-8")
    result = run("build", "--engine", engine)
    assert f"Error: {named} would be published in es/, which is for" in result.stderr
    assert result.exit_code == 2
    assert [path.name for path in two.iterdir() if "site" in path.name] == []


@pytest.mark.parametrize("folder", ["docs-es", "docs-es/out", "docs-es/.."])
def test_pages_in_no_language_are_replaced(run: Run, two: Path, folder: str) -> None:
    """Wherever they lie: a build would take them for its last site, or for pages."""
    (two / "docs/es").rename(two / "docs-es")
    spanish = two / "mkdocs.es.yml"
    text = spanish.read_text("utf-8").replace("docs/es", "docs-es")
    spanish.write_text(text, "utf-8")
    (two / "docs-es/404.html").write_text("own", "utf-8")
    result = run("build", "--site-dir", folder)
    assert "it holds or lies in the sources" in " ".join(result.output.split())
    assert result.exit_code == 2
    assert (two / "docs-es/index.md").is_file()
