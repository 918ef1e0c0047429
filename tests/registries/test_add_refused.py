"""What `kapguide add` writes nothing for, and what it says."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from markdown_citations.library.reading import read_library

Run = Callable[..., Result]


KNOWN = {
    "by its DOI": ("doi = {10.5555/Plain.1}", "title = {Another title}"),
    "by its PubMed number": ("pmid = {90000001}", "title = {Another title}"),
    "by its PMC number": ("pmcid = {PMC9000001}", "title = {Another title}"),
    "by its title": ("title = {Walking after {Dinner} -- a Randomized trial of 40 adults}",),
}


@pytest.mark.parametrize("fields", KNOWN.values(), ids=KNOWN.keys())
def test_what_is_there_already(project: Path, run: Run, fields: tuple[str, ...]) -> None:
    """It is named and not added."""
    text = f"@misc{{known, {', '.join(fields)}, year = {{2026}}}}\n"
    (project / "references.bib").write_text(text, "utf-8")
    result = run("add", "10.5555/plain.1")
    assert result.exit_code == 1
    assert "Already there: known (references.bib:1)" in result.stderr
    assert (project / "references.bib").read_text("utf-8") == text


def test_the_same_twice(project: Path, run: Run) -> None:
    """Two names of one work make one entry."""
    result = run("add", "10.5555/plain.1", "90000001")
    assert "Twice in what you gave, taken once: doe2026" in result.stderr
    library, problems = read_library([project / "references.bib"], project)
    assert problems == []
    assert [*library.entries] == ["adams2020", "doe2026", "zulu2021"]


REFUSED = {
    "retracted": (
        ["10.5555/retracted.1"],
        'Not added, for this work was retracted: "Cold baths for everybody"',
    ),
    "retracted for Retraction Watch only": (
        ["10.5555/watched.1"],
        "  Retraction, 2026-08-01 (Retraction Watch): https://doi.org/10.5555/watched.1.n",
    ),
    "withdrawn": (["10.5555/withdrawn.1"], "Not added, for this work was withdrawn"),
    "a notice": (["10.5555/retracted.1.n"], "  Add that work: kapguide add 10.5555/retracted.1"),
    "a notice, though in the background": (
        ["--background", "10.5555/retracted.1.n"],
        "is itself a notice about",
    ),
    "unknown": (["10.5555/nowhere"], "has no work 10.5555/nowhere. Is it typed as it is"),
    "of another agency": (["10.5555/nowhere"], "It may be DataCite's"),
}


@pytest.mark.parametrize(("what", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(project: Path, run: Run, what: list[str], message: str) -> None:
    """No page may rest on it, so it is not even there; the reason is told."""
    before = (project / "references.bib").read_bytes()
    result = run("add", *what)
    assert (result.exit_code, (project / "references.bib").read_bytes()) == (1, before)
    assert message in result.stderr


TAKEN_BACK = {
    "RIS with a publisher's mark": (
        "a.ris",
        "TY  - JOUR\nAU  - Doe, H.\nTI  - RETRACTED: Only in a file\nT2  - J\nER  - \n",
    ),
    "a file of PubMed": (
        "a.nbib",
        "PMID- 1\nTI  - Only in a file.\nPT  - Retracted Publication\n",
    ),
}


@pytest.mark.parametrize(("name", "text"), TAKEN_BACK.values(), ids=TAKEN_BACK.keys())
def test_a_retracted_work_in_a_file(project: Path, run: Run, name: str, text: str) -> None:
    """What the file itself tells counts without a network, too."""
    (project / name).write_text(text, "utf-8")
    result = run("add", "--offline", name)
    assert result.exit_code == 1
    assert 'Not added, for this work was retracted: "Only in a file"' in result.stderr


MISTAKES = {
    "nothing that names a work": (
        ["walking", "after", "dinner"],
        'there is no DOI, PMID or PMCID in "walking after dinner". A DOI looks like',
    ),
    "one of two mistyped": (["10.5555/plain.1", "1O.5555/plain.2"], '"1O.5555/plain.2" is no DOI'),
    "a file that is not there": (["nothing.nbib"], "nothing.nbib cannot be read: No such file"),
    "offline without a file": (["--offline", "10.5555/plain.1"], "--offline takes a file"),
    "nothing": ([], "Missing argument 'WHAT...'"),
}


@pytest.mark.parametrize(("what", "message"), MISTAKES.values(), ids=MISTAKES.keys())
def test_mistakes(project: Path, run: Run, registries: Any, what: list[str], message: str) -> None:
    """Each is told in a sentence, and nothing is asked or written."""
    before = (project / "references.bib").read_bytes()
    result = run("add", *what)
    assert (result.exit_code, registries.asked) == (2, [])
    assert message in result.stderr
    assert (project / "references.bib").read_bytes() == before


def test_a_file_that_changes_meanwhile(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an editor saved while the registries were asked is not lost."""
    path = project / "references.bib"

    def save_meanwhile(*arguments: object) -> str:
        path.write_text("% saved by hand\n", "utf-8")
        return "new"

    module = importlib.import_module("kapguide.commands.add")
    monkeypatch.setattr(module, "insert_entries", save_meanwhile)
    result = run("add", "10.5555/plain.1")
    assert result.exit_code == 2
    assert "references.bib was changed meanwhile; nothing was written." in result.stderr
    assert path.read_text("utf-8") == "% saved by hand\n"


def test_latin_1_is_not_written_into(project: Path, run: Run) -> None:
    """A file of another encoding would be spoiled."""
    (project / "references.bib").write_bytes(b"@misc{a, title = {Caf\xe9}, year = {2026}}\n")
    result = run("add", "10.5555/plain.1")
    assert result.exit_code == 2
    assert "UTF-8" in result.stderr
