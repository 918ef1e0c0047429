"""`kapguide verify`, from the command line to the file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from click.testing import Result

Run = Callable[..., Result]

ENTRY = """@article{{{key},
  title         = {{{title}}},
  year          = {{2026}},
  volume        = {{{volume}}},
  doi           = {{{doi}}},
  unconfirmed   = {{journal}},
  status        = {{{status}}},
  statusdate    = {{2026-11-01}},
}}
"""


def write(project: Path, *entries: tuple[str, str, str, str, str]) -> Path:
    path = project / "references.bib"
    names = ("key", "title", "doi", "volume", "status")
    blocks = [ENTRY.format(**dict(zip(names, entry, strict=True))) for entry in entries]
    path.write_text("\n".join(blocks), "utf-8")
    return path


PLAIN = ("plain", "Walking after dinner: a randomized trial of 40 adults", "10.5555/plain.1", "12")
WATCHED = ("watched", "Warm milk against worry", "10.5555/watched.1", "12")


def test_all_agree(project: Path, run: Run) -> None:
    """Nothing to mend: status 0, and what was not asked for is named."""
    write(project, (*PLAIN, "unchecked"), (*WATCHED, "retracted"))
    result = run("verify")
    assert result.exit_code == 0
    assert result.stdout == (
        "watched (references.bib:11)\n"
        "  status: Retraction, 2026-08-01 (Retraction Watch):\n"
        "    https://doi.org/10.5555/watched.1.n\n"
        "\n"
        "Agree, and no correction or retraction known:\n"
        "  plain\n"
        "\n"
        "2 entries: 2 agree, 0 differ.\n"
    )


def test_a_correction_that_no_registry_knows(project: Path, run: Run) -> None:
    """Ours stays, and is not passed over in silence."""
    write(project, (*PLAIN, "corrected"))
    result = run("verify")
    assert result.exit_code == 0
    assert (
        "  status: no correction or retraction known to Crossref and PubMed; the entry\n"
        "    says corrected\n"
    ) in result.stdout


def test_a_number_that_nobody_has(project: Path, run: Run) -> None:
    """It is told where to look, and the entry is not called agreed."""
    text = "@misc{a, title = {T}, year = {2026}, pmcid = {PMC1}}\n"
    (project / "references.bib").write_text(text, "utf-8")
    result = run("verify")
    assert result.exit_code == 0
    assert result.stdout == (
        "a (references.bib:1)\n"
        "  look: PubMed has no PMC1. Look it up at\n"
        "    https://pmc.ncbi.nlm.nih.gov/articles/PMC1\n"
        "\n"
        "1 entry: 0 agree, 0 differ, 1 found nowhere.\n"
    )


def test_differences(project: Path, run: Run) -> None:
    """A retraction that pages rest on, and a wrong volume: status 1, with the sentences."""
    write(project, (*PLAIN[:3], "13", "none"), (*WATCHED, "none"))
    (project / "docs" / "milk.md").write_text(
        "# Milk\n\nIt is old. Warm milk may help [see @watched, p. 2]. More follows.\n"
        "Write to me@watched.example or \\@watched.\n",
        "utf-8",
    )
    result = run("verify")
    assert result.exit_code == 1
    assert result.stdout == (
        "plain (references.bib:1)\n"
        '  differs: volume: "13" here, "12" at Crossref and PubMed. Look into the paper\n'
        "    who is right.\n"
        "  status: no correction or retraction known to Crossref and PubMed\n"
        "\n"
        "watched (references.bib:11)\n"
        "  differs: retracted, but the entry says none: Retraction, 2026-08-01\n"
        "    (Retraction Watch): https://doi.org/10.5555/watched.1.n. Take it off every\n"
        "    page, with what rests on it; `--write` sets the status.\n"
        "  status: Retraction, 2026-08-01 (Retraction Watch):\n"
        "    https://doi.org/10.5555/watched.1.n\n"
        '  cited: docs/milk.md:3: "Warm milk may help [see @watched, p. 2]."\n'
        "\n"
        "2 entries: 0 agree, 2 differ.\n"
    )


def test_one_with_all_its_fields(project: Path, run: Run) -> None:
    """Who names an entry sees each field."""
    write(project, (*PLAIN, "unchecked"), (*WATCHED, "none"))
    result = run("verify", "plain")
    assert result.exit_code == 0
    assert "  agrees: title, year, volume, doi\n" in result.stdout
    assert "not in the entry: author Doe, H. J. and van der Berg, J. P., journal" in result.stdout
    assert "watched" not in result.stdout


def test_write(project: Path, run: Run) -> None:
    """What the registries know goes into the file; a second run finds nothing to do."""
    path = write(project, (*PLAIN, "unchecked"), (*WATCHED, "none"))
    result = run("verify", "--write")
    assert result.exit_code == 1
    assert path.read_text("utf-8") == (
        "@article{plain,\n"
        "  title         = {Walking after dinner: a randomized trial of 40 adults},\n"
        "  journal       = {Journal of Imaginary Medicine},\n"
        "  year          = {2026},\n"
        "  volume        = {12},\n"
        "  doi           = {10.5555/plain.1},\n"
        "  status        = {none},\n"
        "  statusdate    = {2026-11-22},\n"
        "  statusfrom    = {Crossref and PubMed},\n"
        "}\n"
        "\n"
        "@article{watched,\n"
        "  title         = {Warm milk against worry},\n"
        "  journal       = {Journal of Imaginary Medicine},\n"
        "  year          = {2026},\n"
        "  volume        = {12},\n"
        "  doi           = {10.5555/watched.1},\n"
        "  status        = {retracted},\n"
        "  statusdate    = {2026-11-22},\n"
        "  statusfrom    = {Crossref and PubMed},\n"
        "  statuslink    = {https://doi.org/10.5555/watched.1.n},\n"
        "}\n"
    )
    assert "references.bib: watched: set" in result.stderr
    after = path.read_bytes()
    again = run("verify", "--write")
    assert (again.exit_code, path.read_bytes(), again.stderr) == (0, after, "")


def test_github(project: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Notes on the lines of the files, and the whole in the job's summary."""
    write(project, (*WATCHED, "none"))
    (project / "docs" / "milk.md").write_text("Warm milk helps [@watched] | so.\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    lines = run("verify", "--format", "github").stdout.splitlines()
    assert lines[0].startswith(
        "::error file=references.bib,line=7,title=registry-status::watched: retracted, but"
    )
    assert lines[1:] == [
        "::warning file=docs/milk.md,line=1,title=cited::watched is cited here",
        "1 entry: 0 agree, 1 differ.",
    ]
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert "### watched" in summary
    assert "| `docs/milk.md:1` | Warm milk helps [&#64;watched] \\| so. |" in summary


def test_json(project: Path, run: Run) -> None:
    """For other programs: each field, each notice, each place."""
    write(project, (*WATCHED, "none"))
    read = json.loads(run("verify", "--format", "json").stdout)
    (entry,) = read["entries"]
    assert (read["differ"], entry["citekey"], entry["status"]) == (1, "watched", "retracted")
    assert entry["notices"][0]["source"] == "Retraction Watch"
    assert {one["field"]: one["verdict"] for one in entry["fields"]} == {
        "title": "agrees",
        "author": "not in the entry",
        "year": "agrees",
        "journal": "not in the entry",
        "volume": "agrees",
        "number": "not in the entry",
        "pages": "not in the entry",
        "doi": "agrees",
        "pmid": "not in the entry",
    }


def test_nothing_to_ask(project: Path, run: Run, registries: Any) -> None:
    """Laws and help lines have no number, so nobody is asked."""
    result = run("verify")
    assert result.exit_code == 0
    assert "2 without DOI or PubMed number, so not asked for." in result.stdout
    assert registries.asked == []


def test_could_not_ask(project: Path, run: Run, registries: Any, loopback: ModuleType) -> None:
    """A registry that is down is no statement about entries: status 2, and nothing written."""
    path = write(project, (*PLAIN, "unchecked"))
    before = path.read_bytes()
    registries.answer_next("/works", *[loopback.status(503)] * 3)
    result = run("verify", "--write")
    assert (result.exit_code, result.stdout, path.read_bytes()) == (2, "", before)
    assert result.stderr == (
        "Error: Crossref has trouble of its own (status 503). It was asked 3 times. "
        "Try again later.\n"
    )


def test_what_was_asked_is_kept(
    project: Path, run: Run, registries: Any, loopback: ModuleType
) -> None:
    """A run that broke off goes on where it was."""
    write(project, (*PLAIN, "unchecked"))
    registries.answer_next("/works", *[loopback.status(503)] * 3)
    run("verify")
    asked = len(registries.paths("/eutils"))
    assert run("verify").exit_code == 0
    assert len(registries.paths("/eutils")) == asked > 0


MISTAKES = {
    "an unknown citekey": (["plan"], 'no entry "plan". Did you mean "plain"?'),
    "an unknown format": (["--format", "xml"], "'xml' is not one of"),
}


@pytest.mark.parametrize(("arguments", "message"), MISTAKES.values(), ids=MISTAKES.keys())
def test_mistakes(project: Path, run: Run, arguments: list[str], message: str) -> None:
    write(project, (*PLAIN, "unchecked"))
    result = run("verify", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


SETTINGS = {
    "a registry that nobody knows": ({"crosref": "http://x.example"}, 'knows no "crosref"'),
    "no address": (
        {"crossref": "x.example"},
        "extra.registries.crossref in mkdocs.yml is no address",
    ),
    "no time": ({"timeout": "long"}, "extra.registries.timeout in mkdocs.yml counts seconds"),
    "no group": ("x", "extra.registries in mkdocs.yml is no group of settings"),
}


@pytest.mark.parametrize(("settings", "message"), SETTINGS.values(), ids=SETTINGS.keys())
def test_settings(project: Path, run: Run, settings: object, message: str) -> None:
    """What mkdocs.yml says of mirrors is read with care."""
    config = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    config["extra"]["registries"] = settings
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    result = run("verify")
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_broken_bibliography(project: Path, run: Run) -> None:
    """What cannot be read is neither asked for nor written into."""
    (project / "references.bib").write_text("@article{a, title = {T}", "utf-8")
    result = run("verify", "--write")
    assert result.exit_code == 2
    assert "the bibliography has mistakes; mend them first:\n  references.bib:1:" in result.stderr


def test_it_fits_a_terminal(project: Path, run: Run) -> None:
    """Eighty columns, but for what cannot be broken."""
    write(project, (*PLAIN[:3], "13", "none"), (*WATCHED, "none"))
    for arguments in (["verify"], ["verify", "--all"], ["verify", "--help"], ["add", "--help"]):
        lines = run(*arguments).stdout.splitlines()
        assert [line for line in lines if len(line) > 80 and " " in line.strip()] == []
