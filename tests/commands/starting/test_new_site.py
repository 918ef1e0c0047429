"""`kapguide new-site`, and the examples that it begins from: each is built, and checked."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from kapguide.commands import main
from kapguide.project.settings import read_settings

ROOT = Path(__file__).resolve().parent.parent.parent.parent
EXAMPLES = ROOT / "examples"
GAP = re.compile(r"\[fill in\b[^\]]*\]")
Run = Callable[..., Result]


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result
    return result


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795910400")  # 29 November 2026
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site of each example, made and built once; the folder has a blank in its name."""
    made = {}
    for name in ("canada", "tms"):
        folder = tmp_path_factory.mktemp("new sites") / name
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SOURCE_DATE_EPOCH", "1795910400")
            assert run("new-site", str(folder), "--example", name).exit_code == 0
            built = run("build", "--project", str(folder), "--site-dir", str(folder / "site"))
        assert built.exit_code == 0, built.output
        made[name] = folder
    return made


def shown(site: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(site.rglob("*.html")))


@pytest.mark.parametrize("name", ["canada", "start"])
def test_a_site_begins_in_one_language(tmp_path: Path, name: str) -> None:
    """Neither pages nor settings of another one are left, on this guide's pages or bare ones."""
    assert run("new-site", str(tmp_path / "own"), "--example", name).exit_code == 0
    settings = read_settings(tmp_path / "own")
    assert "languages" not in settings.extra
    assert settings.excluded[-1] == "_includes/"
    assert not (settings.docs / "es").exists()


@pytest.mark.parametrize("name", ["canada", "tms"])
def test_an_example_is_what_must_be_changed(name: str) -> None:
    """At most 15 files, and none that says what the guide or the bare pages say already."""
    files = [path for path in (EXAMPLES / name).rglob("*") if path.is_file()]
    assert 0 < len(files) <= 15
    below = EXAMPLES / "start" if (EXAMPLES / name / "docs" / "index.md").exists() else ROOT
    for path in files:
        other = below / path.relative_to(EXAMPLES / name)
        assert not other.exists() or other.read_bytes() != path.read_bytes(), path


@pytest.mark.parametrize("name", ["canada", "tms"])
def test_an_example_passes_its_checks(sites: dict[str, Path], name: str) -> None:
    """From outside, too. What only the US pages cite may be left in the file of studies."""
    folder = sites[name]
    result = run("check", str(folder / "site"), "--project", str(folder))
    assert result.exit_code == 0, result.output
    codes = set(re.findall(r": ([a-z-]+) \(warning\)", result.output))
    assert codes <= {"entry-unused", "fact-due"}


def test_a_canadian_clinic_has_its_own_lines_and_dates(sites: dict[str, Path]) -> None:
    """On every page: 9-8-8, the day before the month, and no word of US telephone numbers."""
    site = sites["canada"] / "site"
    pages = sorted(site.rglob("index.html"))
    assert len(pages) >= 28
    for page in pages:
        text = page.read_text("utf-8")
        assert '<a href="tel:988">call 9-8-8</a>' in text, page
        assert "for Spanish press 2" not in text, page
    text = shown(site)
    days = re.findall(r"<time datetime=[^>]*data-review[^>]*>([^<]*)</time>", text)
    assert "28 November 2026" in days
    assert all(re.fullmatch(r"\d+ [A-Z][a-z]+ \d{4}", day) for day in days)
    assert 'content="en_CA"' in text
    assert "tel:1800" not in text.replace("-", "")
    assert "Health Canada" in (site / "legal-status" / "index.html").read_text("utf-8")


def test_a_clinic_for_another_treatment_has_no_word_of_ketamine(sites: dict[str, Path]) -> None:
    """In no file that is served, whatever its kind; and the engine does what it does for us."""
    site = sites["tms"] / "site"
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        text = path.read_bytes().decode("utf-8", "replace")
        assert not re.search(r"ketamin|\bKAP\b|psychotherap", text, re.I), path
    home = (site / "index.html").read_text("utf-8")
    assert 'data-cites="res_clinicaltrials"' in home
    assert '"name":"Transcranial magnetic stimulation"' in home
    assert 'id="ref-res_clinicaltrials"' in home


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("## What to ask", "TMS eased depression in 12 of 41 people.\n\n## What to ask", "claim"),
        ("::: notice regulatory-status\n", "", "notice-missing"),
    ],
    ids=["a claim about the treatment", "the notice before claims"],
)
def test_another_treatment_has_its_claims_and_notices_checked(
    sites: dict[str, Path], tmp_path: Path, before: str, after: str, code: str
) -> None:
    """The topic's own words are what the checks look for."""
    copy = tmp_path / "copy"
    shutil.copytree(sites["tms"], copy, ignore=shutil.ignore_patterns("site"))
    pages = [path for path in (copy / "docs").glob("*.md") if before in path.read_text("utf-8")]
    page = pages[0]
    page.write_text(page.read_text("utf-8").replace(before, after, 1), "utf-8")
    result = run("build", "--project", str(copy), "--site-dir", str(copy / "site"))
    assert result.exit_code == 1
    assert re.search(rf"docs/{page.name}(?::\d+)?: {code}", result.output), result.output


def test_a_new_site_asks_to_be_filled_in_and_then_passes(tmp_path: Path) -> None:
    """Each gap is named with file and line, nothing else is wrong; filled in, all is well."""
    folder = tmp_path / "our clinic"
    made = run("new-site", str(folder))
    assert made.exit_code == 0
    assert f"  cd '{folder}'\n  make site\n" in made.output
    first = run("build", "--project", str(folder), "--site-dir", str(folder / "site"))
    assert first.exit_code == 1
    gaps = [
        f"{path.relative_to(folder).as_posix()}:{number}: gap-left"
        for path in (folder / "mkdocs.yml", *sorted((folder / "docs").rglob("*.md")))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if GAP.search(line)
    ]
    assert len(gaps) > 10
    assert "No .bib file has an entry yet" in first.output
    assert set(re.findall(r"\S+:\d+: gap-left", first.output)) == set(gaps)
    assert set(re.findall(r"^[\w./-]+\.\w+(?::\d+)?: ([a-z-]+)", first.output, re.M)) == {
        "gap-left",
        "notice-says",
        "references-empty",
    }
    crisis = folder / "docs" / "_includes" / "crisis.md"
    crisis.write_text("**Help now.**\n[Call 911](tel:911) or [call 988](tel:988).\n", "utf-8")
    for path in (folder / "mkdocs.yml", *(folder / "docs").rglob("*.md")):
        path.write_text(GAP.sub("we do not say it yet", path.read_text("utf-8")), "utf-8")
    bib = (EXAMPLES / "tms" / "references.bib").read_text("utf-8")
    (folder / "references.bib").write_text(bib, "utf-8")
    about = folder / "docs" / "about.md"
    cited = about.read_text("utf-8").replace(
        "Please tell us.", "Studies stand in a public register [@res_clinicaltrials]."
    )
    about.write_text(cited, "utf-8")
    second = run("build", "--project", str(folder), "--site-dir", str(folder / "site"))
    assert second.exit_code == 0, second.output
    assert (folder / "site" / "index.html").is_file()


def test_a_new_site_has_what_it_needs(tmp_path: Path) -> None:
    """Engine, CI and an editor's help, without this guide's tests, pages and picture."""
    folder = tmp_path / "new"
    run("new-site", str(folder))
    for name in (
        *("Makefile", "requirements/site.txt", "hooks/begin_build.py", "hooks/kapguide/words"),
        *("overrides/main.html", "docs/assets/kapguide.css", ".github/workflows/publish.yml"),
        *(".github/workflows/check.yml", ".github/workflows/weekly.yml", "README.md"),
        *(".devcontainer/devcontainer.json", ".vscode/tasks.json", ".pages.yml"),
        *re.findall(
            r"tests/browser/chromium\S+", (ROOT / "requirements/install").read_text("utf-8")
        ),
    ):
        assert (folder / name).exists(), name
    for name in ("docs/assets/share.png", "docs/under-18s.md", "tests/words", ".venv"):
        assert not (folder / name).exists(), name
    assert (folder / "references.bib").read_text("utf-8") == ""
    assert "docs/es" not in (folder / ".pages.yml").read_text("utf-8")
    # What staff read takes no other language for granted, outside of what is said of one.
    before, _, after = (
        (folder / "CONTRIBUTING.md").read_text("utf-8").partition("another language\n")
    )
    condition, _, after = after.partition("you need nothing of this section.")
    for part in (before, condition, after.partition("\n## ")[2].partition("<!-- codes -->")[0]):
        assert "docs/es" not in part
        assert "mkdocs.es" not in part
    settings = read_settings(folder)
    assert GAP.search(settings.site_name)
    assert "generator: false" in (folder / "mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("full",), "not empty"),
        (("new", "--example", "canda"), 'Did you mean "canada"?'),
        ((str(ROOT / "docs" / "new"),), "lies in the pages"),
    ],
    ids=["a folder that holds something", "no such example", "among our pages"],
)
def test_what_cannot_be_made_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    """One line, status 2, and nothing is written."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("Dear patient", "utf-8")
    monkeypatch.chdir(tmp_path)
    result = run("new-site", *arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert [path.name for path in tmp_path.rglob("*")] == ["full", "letter.txt"]


def test_a_site_that_was_made_makes_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has the engine and no examples; the message says where to go."""
    package = tmp_path / "hooks" / "kapguide" / "__init__.py"
    monkeypatch.setattr("kapguide.__file__", str(package))
    (tmp_path / "overrides").mkdir()
    result = run("new-site", str(tmp_path / "other"))
    assert result.exit_code == 2
    assert "in the guide's own project" in result.output
    assert not (tmp_path / "other").exists()
