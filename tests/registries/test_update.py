"""`kapguide update`: from an export into entries that are there, and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from kapguide.commands import main
from markdown_citations.library.reading import read_library

Run = Callable[..., Result]
OURS = """% Head: { stays.

@article{doe2026,
  author        = {Doe, H. J. and Berg, J.},
  title         = {Walking after dinner: a randomized trial of 40 adults},
  journal       = {Journal of Imaginary Medicine}, % typed by hand
  year          = {2026},
  volume        = 21,
  doi           = {10.5555/plain.1},
  note          = {Our own note},
  unconfirmed   = {pages},
  finding       = {8 of 40 people slept better.},
  status        = {none},
  statusdate    = {2026-11-01},
}

% About the next.
@misc{roe2025, title = "Reading aloud", year = 2025, howpublished = {A server}}
@article{lee2024,
  title         = {Cold baths},
  journaltitle  = {J Baths},
  date          = {2024-05-01},
  issue         = {3},
  pmid          = {90000009},
}
"""


def write(project: Path, text: str, newline: str = "\n") -> Path:
    path = project / "references.bib"
    path.write_bytes(text.replace("\n", newline).encode())
    return path


def export(project: Path, name: str = "zotero.bib", **fields: str) -> str:
    inner = ", ".join(f"{key} = {{{value}}}" for key, value in fields.items() if key != "citekey")
    (project / name).write_text(f"@article{{{fields.get('citekey', 'x')}, {inner}}}\n", "utf-8")
    return name


TITLE = "Walking after dinner: a randomized trial of 40 adults"
FOUND = {
    "DOI": ({"doi": "10.5555/PLAIN.1", "volume": "12"}, "DOI or PubMed number"),
    "citekey": ({"citekey": "doe2026", "title": TITLE, "volume": "12"}, "citekey"),
    "title": ({"title": f"{{{TITLE.title()}}}", "volume": "12"}, "title"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("fields", "by"), FOUND.values(), ids=FOUND.keys())
def test_one_value_changes(
    project: Path, run: Run, fields: dict[str, str], by: str, newline: str
) -> None:
    """Whatever the work is found by, and whatever the line ends: no other byte."""
    path = write(project, OURS, newline)
    before = path.read_bytes()
    result = run("update", "--yes", export(project, **fields))
    assert result.stdout == (f"doe2026 (references.bib:3), found by its {by}\n  volume: 21 → 12\n")
    assert result.exit_code == 0
    assert path.read_bytes() == before.replace(b"= 21,", b"= {12},")


def test_found_by_a_pubmed_number(project: Path, run: Run) -> None:
    """And fields keep the names that the entry has for them."""
    path = write(project, OURS)
    nbib = "PMID- 90000009\nTI  - Cold baths.\nJT  - Annals of Water\nDP  - 2025\nIP  - 4\n"
    (project / "a.nbib").write_text(nbib, "utf-8")
    assert run("update", "--yes", "a.nbib").exit_code == 0
    changed = OURS.replace("{J Baths}", "{Annals of Water}").replace("{2024-05-01}", "{2025}")
    assert path.read_text("utf-8") == changed.replace("issue         = {3}", "issue         = {4}")


def test_every_kind_of_file(project: Path, run: Run) -> None:
    """Fields that the entry lacks come into their places; people's own fields stay."""
    csl = {"id": "doe2026", "type": "article-journal", "title": TITLE, "page": "165-183"}
    csl |= {"note": "junk", "abstract": "junk", "publisher": "A publisher"}
    ris = f"TY  - JOUR\nID  - doe2026\nTI  - {TITLE}\nSP  - 165\nEP  - 183\nER  - \n"
    added = OURS.replace("= 21,\n", "= 21,\n  pages         = {165--183},\n")
    for name, text in (("a.json", json.dumps([csl])), ("a.ris", ris)):
        path = write(project, OURS)
        (project / name).write_text(text, "utf-8")
        result = run("update", "--yes", name)
        assert path.read_text("utf-8") == added
        assert "  pages: (nothing) → 165--183\n" in result.stdout
        assert "doe2026: unconfirmed names pages. If the paper says so, take it" in result.stderr


SAME = {
    "case": {"title": TITLE.upper()},
    "whole given names": {"author": "Doe, Heather Jane and Berg, Jean"},
    "an abbreviated journal": {"journal": "J. Imag. Med."},
    "fields of people": {"finding": "Another", "status": "retracted", "note": "Another"},
    "nothing more": {},
}


@pytest.mark.parametrize("fields", SAME.values(), ids=SAME.keys())
def test_what_means_nothing_stays(project: Path, run: Run, fields: dict[str, str]) -> None:
    """Nobody is asked about it, and the file is not even written."""
    path = write(project, OURS)
    result = run("update", export(project, doi="10.5555/plain.1", **fields))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 entry is as in the file.\n"
    assert path.read_text("utf-8") == OURS


def test_asked_once(project: Path, run: Run) -> None:
    """Yes writes all, no writes nothing; who has no terminal is told how to go on."""
    path = write(project, OURS)
    csl = [
        {"id": "doe2026", "type": "article-journal", "title": TITLE, "volume": "12"},
        {"id": "roe2025", "title": "Reading aloud", "issued": {"date-parts": [[2026]]}},
    ]
    (project / "a.json").write_text(json.dumps(csl), "utf-8")
    for answer, status, said in (
        ("n\n", 1, "Nothing was written."),
        ("", 2, "nobody answered, so nothing was written. With --yes nobody is asked."),
        ("y\n", 0, "references.bib: 2 changes of 2 entries written."),
    ):
        assert path.read_text("utf-8") == OURS
        result = CliRunner().invoke(main, ["update", "a.json"], input=answer)
        assert result.exit_code == status
        assert result.stderr.count("Write 2 changes of 2 entries into references.bib?") == 1
        assert said in result.stderr
    changed = OURS.replace("= 21,", "= {12},").replace("year = 2025", "year = {2026}")
    assert path.read_text("utf-8") == changed


DOUBTS = {
    "a citekey of another work": (
        {"citekey": "doe2026", "title": "Something else entirely", "volume": "9"},
        'doe2026 is here another work: "Walking after dinner',
    ),
    "a number of another work": (
        {"doi": "10.5555/plain.1", "title": "Something else entirely", "volume": "9"},
        'doe2026 has its number, but the title "Walking after dinner',
    ),
    "two entries": (
        {"doi": "10.5555/plain.1", "pmid": "90000009", "title": TITLE, "volume": "9"},
        "its DOI and its PubMed numbers are those of doe2026 and lee2024",
    ),
}


@pytest.mark.parametrize(("fields", "message"), DOUBTS.values(), ids=DOUBTS.keys())
def test_what_is_in_doubt_is_not_touched(
    project: Path, run: Run, fields: dict[str, str], message: str
) -> None:
    """Nobody's study is overwritten by another one."""
    path = write(project, OURS)
    result = run("update", "--yes", export(project, **fields))
    assert result.exit_code == 1
    assert message in " ".join(result.stderr.split())
    assert path.read_text("utf-8") == OURS


def test_a_title_of_two_entries(project: Path, run: Run) -> None:
    """Which of them it is, only a number says."""
    twice = OURS + "@misc{lee2025, title = {Cold baths}, year = {2025}}\n"
    path = write(project, twice)
    result = run("update", "--yes", export(project, title="Cold baths", year="2020"))
    assert "its title is that of lee2024 and lee2025" in " ".join(result.stderr.split())
    assert path.read_text("utf-8") == twice


def test_a_subtitle_of_its_own(project: Path, run: Run) -> None:
    """The registry's title has it in it, so the field goes."""
    ours = OURS.replace("= {Cold baths}", "= {Cold baths},\n  subtitle      = {Who likes them}")
    path = write(project, ours)
    title = "Cold baths: who likes them so?"
    assert run("update", "--yes", export(project, pmid="90000009", title=title)).exit_code == 0
    assert path.read_text("utf-8") == OURS.replace("{Cold baths}", f"{{{title}}}")


def test_one_entry_twice(project: Path, run: Run) -> None:
    """The first counts, the second is named."""
    write(project, OURS)
    one = export(project, "one.bib", doi="10.5555/plain.1", volume="12")
    two = export(project, "two.bib", title=TITLE, volume="13")
    result = run("update", "--yes", one, two)
    assert result.exit_code == 1
    assert "doe2026 stands twice in what you gave." in " ".join(result.stderr.split())
    assert "volume        = {12}" in (project / "references.bib").read_text("utf-8")


def test_nothing_of_ours(project: Path, run: Run) -> None:
    """It is said, with the command that adds it."""
    write(project, OURS)
    result = run("update", export(project, title="Not ours"))
    assert result.exit_code == 1
    assert result.stderr == (
        'Not in the bibliography: "Not ours". `kapguide add FILE` adds works.\n'
    )


def test_a_retracted_work(project: Path, run: Run) -> None:
    """The mark is no part of the title; what it means is for `verify`."""
    path = write(project, OURS)
    title = f"RETRACTED: {TITLE}"
    result = run("update", "--yes", export(project, doi="10.5555/plain.1", title=title))
    assert path.read_text("utf-8") == OURS
    said = "doe2026: zotero.bib says it was retracted. Ask: kapguide verify doe2026"
    assert said in " ".join(result.stderr.split())


MISTAKES = {
    "no such file": (["nothing.bib"], "nothing.bib cannot be read: No such file or directory."),
    "another kind": (["mkdocs.yml"], "mkdocs.yml: only files ending in .nbib, .ris, .bib, .json"),
    "nothing": ([], "Missing argument 'FILE...'"),
}


@pytest.mark.parametrize(("files", "message"), MISTAKES.values(), ids=MISTAKES.keys())
def test_mistakes(project: Path, run: Run, files: list[str], message: str) -> None:
    """Each is told in a sentence, and nothing is written."""
    path = write(project, OURS)
    result = run("update", "--yes", *files)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert path.read_text("utf-8") == OURS


def test_nobody_is_asked(project: Path, run: Run, registries: Any) -> None:
    """A file is enough; there may be no network."""
    write(project, OURS)
    run("update", "--yes", export(project, doi="10.5555/plain.1", volume="12"))
    assert registries.asked == []


def test_two_files_of_studies(project: Path, run: Run) -> None:
    """Each entry changes in its own file."""
    config = project / "mkdocs.yml"
    both = "bibliography:\n    - references.bib\n    - more.bib"
    config.write_text(config.read_text("utf-8").replace("bibliography: references.bib", both))
    config.write_text(config.read_text("utf-8").replace("    - ", "      - "))
    write(project, OURS)
    more = "@misc{zoe2020, title = {Another}, year = {2020}}\n"
    (project / "more.bib").write_text(more, "utf-8")
    assert run("update", "--yes", export(project, title="Another", year="2021")).exit_code == 0
    assert (project / "references.bib").read_text("utf-8") == OURS
    assert (project / "more.bib").read_text("utf-8") == more.replace("2020}}", "2021}}")


WORDS = st.text(st.sampled_from("abc XYZ&%$#_{}~^\\é—\"'.,:;()@"), min_size=1, max_size=30)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(title="_X", journal=":", volume="0")
@example(title=":", journal="{", volume="0")
@example(title=":", journal="~", volume="0")
@given(title=WORDS, journal=WORDS, volume=st.from_regex(r"[A-Za-z0-9]{1,6}", fullmatch=True))
def test_whatever_a_file_says(
    project: Path, run: Run, title: str, journal: str, volume: str
) -> None:
    """The file can be read afterwards, all other lines are as they were, and a second run
    finds nothing to change."""
    path = write(project, OURS)
    csl = {"type": "article-journal", "DOI": "10.5555/plain.1", "title": f"{TITLE} {title}"}
    csl |= {"container-title": journal, "volume": volume}
    (project / "a.json").write_text(json.dumps([csl]), "utf-8")
    assert run("update", "--yes", "a.json").exit_code == 0
    named = ("  title  ", "  journal  ", "  volume  ", "  shortjournal  ")
    kept = [line for line in OURS.splitlines() if not line.startswith(named)]
    after = path.read_bytes().decode().split("\n")[:-1]
    assert [line for line in after if not line.startswith(named)] == kept
    _, problems = read_library([path], project)
    assert problems == []
    assert run("update", "a.json").stdout == ""
