"""The reader holds for any text: it never raises, and what goes in comes out."""

from __future__ import annotations

import json
import tempfile
import time
from datetime import date
from pathlib import Path

import markdown
import pytest
import rispy
from bib_files import BIB_FILES, CITING, CRUMBS, DEEP
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_citations import to_bibtex, to_csl_json, to_ris
from markdown_citations.configuration import Configuration
from markdown_citations.library.checks import check_library
from markdown_citations.library.entries import Library
from markdown_citations.library.fields import FIELDS
from markdown_citations.library.reading import read_library
from markdown_citations.library_rules import RULES
from markdown_citations.problems import Problem

CODES = {rule.code for rule in RULES}
TODAY = date(2026, 11, 22)


def read(*contents: bytes) -> tuple[Library, list[Problem]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{number}.bib" for number in range(len(contents))]
        for path, data in zip(paths, contents, strict=True):
            path.write_bytes(data)
        return read_library(paths, folder)


@settings(max_examples=400, deadline=None)
@given(st.one_of(CRUMBS.map(str.encode), st.text().map(str.encode), st.binary(max_size=200)))
def test_any_text(data):
    """Reading, checking, and exporting raise on nothing."""
    library, problems = read(data)
    problems = problems + check_library(library, today=TODAY, cited=set())
    assert {problem.code for problem in problems} <= CODES
    assert all(problem.line is None or problem.line >= 1 for problem in problems)
    written, _ = read(to_bibtex(library).encode("utf-8", "surrogatepass"))
    assert len(written) <= len(library)
    rispy.loads(to_ris(library))
    json.loads(to_csl_json(library))


@pytest.mark.parametrize("style", ["vancouver", "author-year", "plain"])
@settings(max_examples=120, deadline=None)
@given(text=BIB_FILES | DEEP)
def test_no_bibliography_stops_a_build(style, text):
    """Whatever a .bib file holds, a page that cites it is made, in seconds, with any style."""
    start = time.process_time()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.bib").write_bytes(text.encode("utf-8", "surrogatepass"))
        site = Configuration({"bibliography": "a.bib", "style": style, "cache": False}, folder)
        extension = site.extension(lambda: None, lambda _page, _result: None)
        html = markdown.markdown(CITING, extensions=[extension])
        check_library(site.library, today=TODAY, cited=set(site.library.entries))
        to_bibtex(site.library), to_ris(site.library), to_csl_json(site.library)
    assert "citation" in html or not site.library
    # Our own styles need no last resort; others need fields that an entry may lack.
    allowed = {"entry-unformatted"} if style == "plain" else set()
    assert {problem.code for problem in site.format_problems()} <= allowed
    assert time.process_time() - start < 5


KEYS = st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True)
# Those that no program knows, for a value of which means nothing but itself.
NAMES = KEYS.filter(lambda name: name not in FIELDS)
_LIGATURES = "".join(map(chr, range(0xFB00, 0xFB07)))
_PIECES = st.one_of(
    st.text(
        alphabet=st.characters(
            blacklist_characters='{}\\"@' + _LIGATURES, blacklist_categories=("C", "Z")
        )
    ),
    st.sampled_from(["{PTSD}", r"{\'e}", r"\&", '{"}', " ", "a, b", "x = y", "mail@home"]),
)
VALUES = st.lists(_PIECES, max_size=5).map("".join).map(lambda text: " ".join(text.split()))
ENTRIES = st.dictionaries(KEYS, st.dictionaries(NAMES, VALUES, max_size=4), min_size=1, max_size=5)


@settings(max_examples=200, deadline=None)
@given(ENTRIES, st.sampled_from('{"'), st.sampled_from(["\n", "\r\n"]), st.integers(0, 3))
def test_what_goes_in_comes_out(entries, opening, end, split):
    """Any balanced value, in braces or quotation marks, whatever the line ends and files."""
    closing = "}" if opening == "{" else '"'
    blocks = [
        f"@misc{{{key},{end}"
        + "".join(f"  {n} = {opening}{value}{closing},{end}" for n, value in fields.items())
        + f"}}{end}"
        for key, fields in entries.items()
    ]
    files = ["".join(blocks[:split]).encode(), "".join(blocks[split:]).encode()]
    library, problems = read(*files)
    assert [problem for problem in problems if problem.code != "citekey-case"] == []
    assert {entry.citekey: dict(entry.fields) for entry in library} == entries
    again, _ = read(to_bibtex(library).encode())
    assert {entry.citekey: dict(entry.fields) for entry in again} == entries


@settings(max_examples=150, deadline=None)
@given(CRUMBS.filter(lambda text: "@comment" not in text))
def test_neighbours_are_unharmed(rubbish):
    """Whatever stands between them, sound entries on lines of their own are read."""
    before = "@book{before, title = {Before}}\n"
    after = "\n@book{after, title = {After}}\n"
    library, _ = read((before + after).encode())
    assert list(library.entries) == ["before", "after"]
    library, _ = read((before + rubbish.replace('"', "") + after).encode())
    assert library["before"].get("title") == "Before"
    assert library["after"].get("title") == "After"
