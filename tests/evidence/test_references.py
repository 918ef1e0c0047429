"""The project's own references.bib: sound, sorted, and laid out for staff."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from kapguide.evidence.customization import make_customization
from kapguide.evidence.study_fields import make_fields
from kapguide.evidence.work_types import work_type
from kapguide.words import load_words
from markdown_citations import to_bibtex, to_csl_json
from markdown_citations.library.checks import check_library
from markdown_citations.library.entries import Library
from markdown_citations.library.reading import read_library
from markdown_citations.metadata.coins import describe_context

ROOT = Path(__file__).resolve().parents[2]
PATH = ROOT / "references.bib"


@pytest.fixture(scope="module")
def library() -> Library:
    library, problems = read_library([PATH], ROOT)
    assert problems == []
    return library


@pytest.mark.handed_over
def test_no_problem(library: Library):
    """Our own file breaks none of our rules."""
    assert (
        check_library(
            library, today=date(2026, 11, 28), customization=make_customization(load_words())
        )
        == []
    )


@pytest.mark.handed_over
def test_layout(library: Library):
    """One field a line, aligned, so that a diff shows a field; sorted by citekey."""
    assert list(library.entries) == sorted(library.entries)
    lines = PATH.read_text("utf-8").splitlines()
    form = re.compile(r"%.*|@[a-z]+\{[\w-]+,|  [a-z]+ *= \{.*\},|\}|")
    assert [line for line in lines if not form.fullmatch(line)] == []
    columns = {line.index("=") for line in lines if re.match(r"  [a-z]+ *=", line)}
    assert len(columns) == 1


@pytest.mark.handed_over
def test_every_entry_says_what_it_is(library: Library):
    """Each has a kind, a keyword, a status and its date: the References page needs them."""
    for entry in library:
        for name in ("studytype", "keywords", "status", "statusdate"):
            assert entry.get(name), (entry.citekey, name)


def test_extra_fields_are_explained():
    """Every field of ours has a sentence for staff and an example that its values allow."""
    for name, field in make_fields(load_words()).items():
        assert field.meaning.endswith("."), name
        assert not field.values or field.example in field.values


@pytest.mark.handed_over
def test_words_for_readers(library: Library):
    """US spelling, no labels for people, no promises, no dose in what readers see."""
    banned = re.compile(
        r"\b(?:randomis|anaesth|programme|centre\b|behaviour|alcoholics?\b|addicts?\b|suffer|"
        r"victim|cure[sd]?\b|breakthrough|proven|miracle)|\d\s*mg\b",
        re.I,
    )
    names = ("design", "sample", "population", "comparator", "followup", "finding", "limitation")
    for entry in library:
        for name in (*names, "statusnote"):
            assert not banned.search(entry.get(name)), (entry.citekey, name)


def test_export_is_the_same_library(library: Library, tmp_path: Path):
    """What readers download holds what we hold."""
    path = tmp_path / "out.bib"
    path.write_text(to_bibtex(library), "utf-8")
    again, problems = read_library([path], tmp_path)
    assert problems == []
    assert {e.citekey: dict(e.fields) for e in again} == {
        e.citekey: dict(e.fields) for e in library
    }


def test_coins_say_what_csl_json_says(library: Library):
    """Both exports have the same titles, numbers and dates of our sources."""
    exported = json.loads(to_csl_json(library))
    for entry, csl in zip(library, exported, strict=True):
        pairs = dict(describe_context(entry, work_type(entry)))
        title = pairs.get("rft.atitle") or pairs.get("rft.btitle") or pairs.get("rft.title")
        assert title == csl["title"]
        assert pairs.get("rft.volume", "") == csl.get("volume", "")
        assert pairs.get("rft.pages", "") == csl.get("page", "")
        day = csl.get("issued", {"date-parts": [[]]})["date-parts"][0]
        assert pairs.get("rft.date", "") == "-".join(f"{part:02}" for part in day)
