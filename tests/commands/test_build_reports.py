"""`kapguide build`: what it finds wrong is one list, whoever found it, in each format."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def _mistakes(project: Path) -> None:
    """Make a mistake that MkDocs finds, one that a hook finds, and one of the menu."""
    page = project / "docs" / "index.md"
    page.write_text(page.read_text("utf-8") + "\nIt is a cure.\n", "utf-8")
    config = project / "mkdocs.yml"
    # On import MkDocs has begun to read its settings; later hooks log what they like.
    (project / "unhappy.py").write_text(
        "import logging\n\ndef on_config(config):\n"
        "    logging.getLogger('mkdocs.plugins.unhappy').warning('The file index.md is odd.')\n",
        "utf-8",
    )
    menu = "nav: [index.md, a-to-z.md, get-help-now.md, gone.md]\n"
    quiet = "validation: {nav: {not_found: ignore}}\n"
    config.write_text(config.read_text("utf-8") + "  - unhappy.py\n" + menu + quiet, "utf-8")


CODES = ("mkdocs-warning", "promise", "menu-unknown")


def _line(project: Path, text: str) -> int:
    before, found, _ = (project / "mkdocs.yml").read_text("utf-8").partition(text)
    assert found
    return before.count("\n") + 1


def test_problems_of_all_parts_are_sorted(
    run: Run, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What MkDocs warns of stands in the one list, by file and line, and is counted."""
    _mistakes(project)
    result = run("build")
    lines = result.stderr.splitlines()
    errors = [line for line in lines if line.partition(": ")[2].startswith(CODES)]
    assert [line.split(": ")[:2] for line in errors] == [
        ["docs/index.md", "mkdocs-warning"],
        ["docs/index.md:14", "promise"],
        [f"mkdocs.yml:{_line(project, 'nav:')}", "menu-unknown"],
    ]
    assert lines.index("") == 2, "a paragraph a file"
    assert any(line.startswith("4 pages checked: 3 errors") for line in lines)
    assert "strict mode" not in capfd.readouterr().err, "MkDocs counts otherwise"
    assert result.exit_code == 1


def test_json(run: Run, project: Path) -> None:
    """Nothing else is on standard output."""
    _mistakes(project)
    result = run("build", "--format", "json")
    read = json.loads(result.stdout)
    errors = [p["code"] for p in read["problems"] if p["severity"] == "error"]
    assert tuple(errors) == CODES
    assert (read["errors"], read["pages"]) == (3, 4)
    assert "The site was not built." in result.stderr


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_another_program_reads_the_report_alone(project: Path, form: str) -> None:
    """What the engine prints of a build that it gave up is no part of it."""
    _mistakes(project)
    command = [sys.executable, "-m", "kapguide", "build", "--format", form]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert json.loads(done.stdout)
    assert "Building documentation" in done.stderr


def test_sarif(run: Run, project: Path) -> None:
    """Each code comes with its explanation."""
    _mistakes(project)
    (sarif,) = json.loads(run("build", "--format", "sarif").stdout)["runs"]
    errors = [result["ruleId"] for result in sarif["results"] if result["level"] == "error"]
    assert tuple(errors) == CODES
    assert all("help" in rule for rule in sarif["tool"]["driver"]["rules"])


def test_github(run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failed build leaves no folder to check: the build itself annotates the lines."""
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    _mistakes(project)
    lines = run("build", "--format", "github").stdout.splitlines()
    assert [line.split("::")[1] for line in lines if line.startswith("::error")] == [
        "error file=docs/index.md,title=mkdocs-warning",
        "error file=docs/index.md,line=14,title=promise",
        f"error file=mkdocs.yml,line={_line(project, 'nav:')},title=menu-unknown",
    ]
    assert summary.read_text("utf-8").startswith("**4 pages checked: 3 errors")


def test_mistyped_setting(run: Run, project: Path) -> None:
    """MkDocs stops before any page is read; the list says why, with line and name."""
    config = project / "mkdocs.yml"
    config.write_text("site_nam: Small\n" + config.read_text("utf-8"), "utf-8")
    result = run("build")
    assert result.stderr.splitlines()[0] == (
        'mkdocs.yml:1: mkdocs-warning: MkDocs has no setting "site_nam". Take it out; what a '
        "template of your own asks for goes under extra:."
    )
    assert result.exit_code == 1


def test_not_strict(run: Run, project: Path) -> None:
    """What only MkDocs warns of is listed, and stops nothing where nobody asked for that."""
    config = project / "mkdocs.yml"
    config.write_text("site_nam: Small\n" + config.read_text("utf-8"), "utf-8")
    result = run("build", "--no-strict")
    assert "mkdocs.yml:1: mkdocs-warning" in result.stderr
    assert result.exit_code == 0


def test_build_that_breaks(run: Run, project: Path) -> None:
    """What was found before a hook broke is listed, and at which page it broke."""
    (project / "broken.py").write_text(
        "def on_page_content(html, page, **others):\n"
        "    if page.file.src_uri == 'index.md':\n        raise ValueError('boom')\n",
        "utf-8",
    )
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "  - broken.py\n", "utf-8")
    page = project / "docs" / "a-to-z.md"
    page.write_text(page.read_text("utf-8").replace("type: reference", "type: odd"), "utf-8")
    result = run("build")
    assert "docs/a-to-z.md:4: front-matter-value: " in result.stderr
    assert (
        "docs/index.md: mkdocs-warning: Error reading page 'index.md': boom. "
        "Logged by mkdocs.commands.build." in result.stderr
    )
    assert result.exit_code == 1


@pytest.mark.parametrize("name", ["old.html", "index.md", "_includes/crisis.md"])
def test_file_in_another_encoding(
    run: Run, project: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    """A file that a word processor saved is named with its line; no hook breaks on it."""
    path = project / "docs" / name
    before = path.read_bytes() if path.exists() else b"<!doctype html><title>Old</title>"
    path.write_bytes(before + b"\nA caf\xe9.\n")
    result = run("build")
    line = before.count(b"\n") + 2
    found = [text for text in result.stderr.splitlines() if text.startswith(f"docs/{name}:")]
    assert [text for text in found if "page-encoding" in text] == [
        f"docs/{name}:{line}: page-encoding: the file is saved as Windows-1252 (Windows calls it "
        "ANSI), not as UTF-8. Save it again as UTF-8: many editors ask for the encoding under "
        "Save as."
    ]
    assert "Traceback" not in result.stderr + capfd.readouterr().err
    assert result.exit_code == 1
    assert not (project / "site").exists()


def test_page_in_utf_16(run: Run, project: Path) -> None:
    """One message says so of all such files; each is read as it was meant."""
    for name in ("get-help-now.md", "_includes/crisis.md"):
        path = project / "docs" / name
        path.write_bytes(path.read_text("utf-8").encode("utf-16"))
    result = run("build")
    found = [text for text in result.stderr.splitlines() if text.startswith("docs/")]
    assert [text.split(". ")[0] for text in found] == [
        "docs/_includes/crisis.md:1: page-encoding: the file is saved as UTF-16, not as UTF-8, "
        "here and in 1 more place: docs/get-help-now.md:1"
    ]


def test_page_that_is_no_text(run: Run, project: Path) -> None:
    """That is said, and nothing of what was made of it."""
    content = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))
    (project / "docs" / "lost.md").write_bytes(content)
    result = run("build")
    found = [text for text in result.stderr.splitlines() if text.startswith("docs/")]
    assert [text.split(". ")[0] for text in found] == [
        "docs/lost.md:1: front-matter-unreadable: the file is no text, so that nothing of it can "
        "be read"
    ]
