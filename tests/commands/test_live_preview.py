"""`kapguide serve`: what is wrong in mkdocs.yml is told before anything starts; one language."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from kapguide.commands import main

Run = Callable[..., Result]


def test_settings_that_cannot_be_read(tmp_path: Path) -> None:
    """In plain words, with file, line and the mend."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Rest: a clinic\n", "utf-8")
    result = CliRunner().invoke(main, ["serve", "--project", str(tmp_path)])
    assert result.exit_code == 2
    assert result.output == (
        'Error: mkdocs.yml:1: the value of "site_name" cannot be read as it stands, for it has a '
        'colon. Put the whole value in straight quotes: site_name: "Rest: a clinic"\n'
    )


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gather by which files of settings MkDocs was started, without starting it."""
    files: list[str] = []

    def start(command: list[str], **others: object) -> subprocess.CompletedProcess[str]:
        files.append(Path(command[command.index("--config-file") + 1]).name)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", start)
    return files


SHOWN = {
    "mkdocs.yml": ("English", "Spanish", "es"),
    "mkdocs.es.yml": ("Spanish", "English", "en"),
}


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        pytest.param((), "mkdocs.yml", id="the first"),
        pytest.param(("--language", "en"), "mkdocs.yml", id="the first by its code"),
        pytest.param(("--language", "es"), "mkdocs.es.yml", id="another"),
        pytest.param(("--project", "mkdocs.es.yml"), "mkdocs.es.yml", id="another by its file"),
    ],
)
def test_one_language_is_shown_and_the_others_named(
    run: Run, two: Path, served: list[str], arguments: tuple[str, ...], file: str
) -> None:
    """With what to type for each."""
    result = run("serve", *arguments)
    assert result.exit_code == 0
    assert served == [file]
    own, other, code = SHOWN[file]
    assert result.output == (
        f"This preview is in {own} alone.\n"
        f"To see it in {other}: .venv/bin/python -m kapguide serve --language {code}\n"
    )


def test_site_in_one_language_says_nothing_of_others(
    run: Run, project: Path, served: list[str]
) -> None:
    """There is nothing else to see."""
    assert run("serve").output == ""
    assert served == ["mkdocs.yml"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "Its languages: en, es."), ("ess", 'Did you mean "es"?'), ("", "Its languages: en")],
)
def test_language_that_there_is_not(
    run: Run, two: Path, served: list[str], language: str, said: str
) -> None:
    """The message names those that there are."""
    result = run("serve", "--language", language)
    assert result.exit_code == 2
    assert f'the site is in no language "{language}". {said}' in result.output
    assert served == []
