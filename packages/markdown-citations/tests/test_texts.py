"""What readers see is in one language, chosen by an option and changed by another."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from typing import Any

import markdown
import markdown_citations
import pytest
from markdown_citations.configuration import Configuration
from markdown_citations.extension import PageSource
from markdown_citations.page.cited_by import CitingPage, fill_cited_by
from markdown_citations.texts import (
    LANGUAGES,
    Texts,
    change_texts,
    find_language,
    read_language,
    read_texts,
)
from selectolax.lexbor import LexborHTMLParser

ENGLISH = read_texts()
GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "αβγδεζηθικλμνξοπρστυφχψωάέΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈ",
)


def translate(value: Any) -> Any:
    """Make a text of another script out of an English one; what is filled in stays."""
    if isinstance(value, dict):
        return {name: translate(text) for name, text in value.items()}
    if isinstance(value, str):
        pieces = re.split(r"(\{\w+\})", value)
        return "".join(p if p.startswith("{") else p.translate(GREEK) for p in pieces)
    return [translate(text) for text in value]


MADE_UP = Texts(**translate(asdict(ENGLISH)))
BIB = """
@article{one, author={Ω, Ψ.}, title={Σ}, journal={Π}, year={2001}, pages={3--9}, keywords={κ}}
@book{two, author={Ω, Ψ. and Δ, Φ.}, title={Λ}, edition={2}, publisher={Π}, year={2002}}
@incollection{three, author={Ω, Ψ. and Δ, Φ. and Ξ, Θ.}, title={Λ}, booktitle={Γ},
  editor={Δ, Φ.}, pages={1--2}, publisher={Π}, year={2003}}
@inproceedings{four, author={Δ, Φ. and others}, title={Λ}, booktitle={Γ},
  editor={Δ, Φ. and Ξ, Θ.}, year={2003}}
@phdthesis{five, author={Ξ, Θ.}, title={Λ}, school={Π}, year={2004}}
@techreport{six, editor={Ξ, Θ.}, title={Λ}, institution={Π}, number={7}, date={2005-02-03},
  year={2005}}
@misc{seven, author={Ω, Ψ.}, title={Λ}, version={8}, url={https://example.org},
  urldate={2006-01-01}}
"""
PAGE = """# Α

[@one, p. 3; @two, chap. 4-5] @two @three @four [-@seven] [@one; @five; @six] @seven.

::: references group=keyword

::: references group=year as=links
"""


@pytest.mark.parametrize("style", ["vancouver", "author-year"])
def test_no_english_is_left_in_another_language(style: str, tmp_path: Path) -> None:
    (tmp_path / "references.bib").write_text(BIB, "utf-8")
    options = {"style": style, "texts": MADE_UP, "cache": False}
    site = Configuration(options, tmp_path)
    assert site.problems == []
    extension = site.extension(lambda: PageSource("a.md", lambda: PAGE), lambda *_: None)
    # Entries that a page cites stand in its bibliography, others in its lists.
    html = markdown.markdown(PAGE, extensions=[extension])
    html += markdown.markdown("::: references\n\n::: references group=page", extensions=[extension])
    html = fill_cited_by(html, {"one": [CitingPage("Α", "a/")]}, site.formatter())
    tree = LexborHTMLParser(html)
    read = [tree.root.text(separator=" ")] if tree.root else []
    for node in tree.css("[aria-label], [data-entry], [title], [alt]"):
        names = ("aria-label", "data-entry", "title", "alt")
        read += [node.attributes.get(name) or "" for name in names]
    words = re.findall(r"[A-Za-z]+", re.sub(r"https?://\S+", "", " ".join(read)))
    assert words == []
    flat = " ".join(read)
    expected = ("references", "back_to_text", "not_cited", "et_al", "other_group", "date_unknown")
    for name in expected[: None if style == "author-year" else -1]:
        assert getattr(MADE_UP, name) in flat, name


def names_in(table: dict[str, Any], within: str = "") -> set[str]:
    """Give the names of all texts of a file; forms by number are one text."""
    names: set[str] = set()
    for name, value in table.items():
        inner = isinstance(value, dict) and name != "ordinals"
        names |= names_in(value, f"{name}.") if inner else {f"{within}{name}"}
    return names


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_language_has_is_used(language: str) -> None:
    """There are such texts, and they fill in the same places; English has every text."""
    file = files("markdown_citations.texts") / f"{language}.toml"
    told = names_in(tomllib.loads(file.read_text("utf-8")))
    texts, lacking = read_language(language)
    assert told <= names_in(asdict(texts)) - {*lacking}
    assert lacking == () or language != "en"
    # Voice control finds a link by the text that it shows (WCAG 2.5.3).
    assert texts.back_to_text in texts.back_to_text_name
    assert "{place}" in texts.back_to_place_name
    assert "{label}" in texts.marker_name


FILES = {
    "all texts": ("{english}", 'references = "References"', []),
    "one text": ("", "", ["marker_name", "kinds", "months", "ordinals"]),
    "another place to fill in": ("{english}", "cited_on = ", ["cited_on"]),
    "a table in part": ("{english}", 'report = "Report"', ["kinds.report"]),
}
"""Of a file: what it has of the English one, the line there that it has not, and what it lacks."""


@pytest.mark.parametrize(("rest", "without", "lacks"), FILES.values(), ids=FILES)
def test_a_new_file_is_a_new_language(
    rest: str, without: str, lacks: list[str], tmp_path: Path
) -> None:
    """English is used for a text that it lacks, and is named."""
    package = tmp_path / "markdown_citations"
    shutil.copytree(Path(markdown_citations.__file__).parent, package)
    english = (package / "texts" / "en.toml").read_text("utf-8").splitlines()
    assert [line for line in english if line.startswith(without)]
    other = "cited_on = '{nobody}'\n" if lacks == ["cited_on"] else ""
    greek = [line for line in english if not line.startswith((without or " ", "references ="))]
    text = other + 'references = "Αναφορές"\n' + rest.format(english="\n".join(greek))
    (package / "texts" / "el.toml").write_text(text, "utf-8")
    (tmp_path / "references.bib").write_text("@misc{a, title={A}, year={2000}}\n", "utf-8")
    code = (
        "import markdown\n"
        "from markdown_citations.texts import read_language\n"
        "print(*read_language('el')[1])\n"
        "options = {'language': 'el', 'cache': False}\n"
        "configs = {'markdown_citations': options}\n"
        "print(ascii(markdown.markdown('[@a]', extensions=[*configs], extension_configs=configs)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    command = [sys.executable, "-c", code]
    made = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    lacking, _, html = made.stdout.partition("\n")
    assert ascii(">Αναφορές</h2>")[1:-1] in html
    assert {*lacks} <= {*lacking.split()} if rest == "" else lacks == lacking.split()
    assert made.stderr == ""


def test_some_texts_can_be_changed() -> None:
    changes = {"references": "Sources", "kinds": {"thesis": "habilitation"}}
    texts, wrong = change_texts(ENGLISH, changes)
    assert (texts.references, texts.kinds["thesis"], wrong) == ("Sources", "habilitation", [])
    assert texts.kinds["phdthesis"] == ENGLISH.kinds["phdthesis"]


WRONG = {
    "no such text": (
        {"texts": {"referencs": "Sources"}},
        'markdown_citations has no text "referencs". Did you mean "references"?',
    ),
    "nothing filled in": (
        {"texts": {"marker_name": "Source"}},
        "the text \"marker_name\" of markdown_citations cannot be 'Source'. "
        "Write it in the form of 'Reference {label}, {who}'.",
    ),
    "a brace that stands alone": (
        {"texts": {"et_al": "and {others"}},
        "the text \"et_al\" of markdown_citations cannot be 'and {others'. "
        "Write it in the form of 'et al.'.",
    ),
    "a number": (
        {"texts": {"et_al": 5}},
        "the text \"et_al\" of markdown_citations cannot be 5. Write it in the form of 'et al.'.",
    ),
    "no such language": (
        {"language": "xx"},
        'markdown_citations has no texts in the language "xx". '
        f"It has {', '.join(LANGUAGES)}; the option texts takes others.",
    ),
    "no table": (
        {"texts": "Sources"},
        "the option texts of markdown_citations takes a table. "
        "Write it as in `texts: {references: Sources}`.",
    ),
}


@pytest.mark.parametrize(("options", "message"), WRONG.values(), ids=WRONG.keys())
def test_wrong_options_are_problems(options: dict[str, Any], message: str, tmp_path: Path) -> None:
    (tmp_path / "references.bib").touch()
    site = Configuration({**options, "cache": False}, tmp_path)
    assert [str(problem) for problem in site.problems] == [f"citations-option: {message}"]
    assert site.texts == ENGLISH


@pytest.mark.parametrize(
    ("asked", "found"), [("en", "en"), ("en-GB", "en"), ("xx", None), ("xx-en", None)]
)
def test_a_language_serves_its_countries(asked: str, found: str | None, tmp_path: Path) -> None:
    assert find_language(asked) == found
    problems = Configuration({"language": asked, "cache": False}, tmp_path).problems
    assert any("no texts" in str(problem) for problem in problems) == (found is None)
