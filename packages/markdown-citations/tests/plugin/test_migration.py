"""A site written for mkdocs-bibtex 4.4 is moved as the README says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from markdown_citations.migration import OLD_OPTIONS, nearest_style, read_options

README = Path(__file__).resolve().parents[2] / "docs" / "from-mkdocs-bibtex.md"
CASES = Path(__file__).resolve().parent.parent / "sites" / "from-mkdocs-bibtex"


def settings() -> list[str]:
    """The two files that the page shows side by side."""
    return re.findall(r"```yaml\n(.*?)```", README.read_text("utf-8"), re.S)[:2]


def rename(site: Path) -> list[str]:
    """Do the first step alone: the plug-in's name."""
    path = site / "mkdocs.yml"
    text = path.read_text("utf-8").replace("bibtex:", "citations:")
    path.write_text(text, "utf-8")
    return text.splitlines()


def test_page_shows_the_site_of_the_test(old_site: Path) -> None:
    assert settings()[0] == (old_site / "mkdocs.yml").read_text("utf-8")


def test_moved_site_builds_without_a_word(old_site: Path, build_folder: Any) -> None:
    """With all its citations, where they stood; pages need no change."""
    (old_site / "mkdocs.yml").write_text(settings()[1], "utf-8")
    built = build_folder(old_site)
    assert (built.failed, built.log) == (False, [])
    assert built.texts(".citation") == [
        "(Heisenberg and Wolf 1984)",
        "(Ito and Shinomiya 2014; Van Swinderen 2011)",
        "(2014)",
    ]
    assert len(built.texts(".references li.csl-entry")) == 3
    there = built.page("attention/index.html").css_first(".citation")
    assert there.text().split() == ["(see", "Van", "Swinderen", "2011,", "pp.", "51,", "60)"]
    assert there.css_first("a").attributes["href"] == "../full_bib/#ref-van-swinderen2011"
    assert len(built.texts(".footnote li")) == 1
    assert len(built.texts(".csl-entry", "full_bib/index.html")) == 3
    assert "\\bibliography" in built.page("attention/index.html").css_first("pre").text()
    for page in ("index.html", "attention/index.html", "full_bib/index.html"):
        assert "\\bibliography" not in "".join(built.texts("p", page))


def test_only_renamed_each_option_is_read_or_answered_once(
    old_site: Path, build_folder: Any
) -> None:
    """The exact log: what to write, and on which line."""
    lines = rename(old_site)
    built = build_folder(old_site)
    assert built.failed
    at = {line.split(":")[0].strip(): number for number, line in enumerate(lines, 1)}
    assert built.log == [
        f'WARNING: mkdocs.yml:{at["csl_file"]}: option-moved: "csl_file" is not read: '
        '"styles/author-date.csl" is a style in CSL. Write style: author-year',
        f'WARNING: mkdocs.yml:{at["csl_file_encoding"]}: option-moved: "csl_file_encoding" is not '
        'read, as "csl_file" is not. Remove it.',
        f'WARNING: mkdocs.yml:{at["footnote_format"]}: option-moved: "footnote_format" is not '
        "read: markers are links, and no footnotes. Remove it; the address of an entry is #ref- "
        "and its citekey.",
    ]


def test_renamed_commands_are_read(old_site: Path, build_folder: Any) -> None:
    (old_site / "mkdocs.yml").write_text(
        settings()[1].replace(
            "page_bibliography: false",
            "bib_by_default: false\n      bib_command: (sources)\n      full_bib_command: (all)",
        ),
        "utf-8",
    )
    for name, old, new in (
        ("index", r"\bibliography", "(sources)"),
        ("full_bib", r"\full_bibliography", "(all)"),
    ):
        path = old_site / "docs" / f"{name}.md"
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    built = build_folder(old_site)
    assert (built.failed, built.log) == (False, [])
    assert len(built.texts(".references li.csl-entry")) == 3
    assert len(built.texts(".csl-entry", "full_bib/index.html")) == 3


READ: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "file": ({"bib_file": "refs.bib"}, {"bibliography": "refs.bib"}),
    "folder": ({"bib_dir": "bibs"}, {"bibliography": "bibs"}),
    "list on each page": ({"bib_by_default": False}, {"page_bibliography": False}),
    "commands": (
        {"bib_command": "[[here]]", "full_bib_command": "[[all]]"},
        {"bibliography_command": "[[here]]", "references_command": "[[all]]"},
    ),
    "authors in the text, which are always read": ({"enable_inline_citations": True}, {}),
}


@pytest.mark.parametrize(("old", "new"), READ.values(), ids=READ)
def test_options_are_read(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert read_options(old, Path(), "mkdocs.yml", {}) == (new, [])


ANSWERED: dict[str, tuple[dict[str, Any], str]] = {
    "address": (
        {"bib_file": "https://api.zotero.example/items?format=bibtex"},
        '"bib_file" is an address, and a build fetches nothing. '
        "Download it to references.bib, and write bibliography: references.bib",
    ),
    "address of a file": (
        {"bib_file": "https://example.org/mine.bib"},
        '"bib_file" is an address, and a build fetches nothing. '
        "Download it to mine.bib, and write bibliography: mine.bib",
    ),
    "old beside new": (
        {"bib_file": "a.bib", "bibliography": ["b.bib"]},
        '"bib_file" is not read beside "bibliography". Remove it.',
    ),
    "wrong kind": (
        {"bib_by_default": "no"},
        "\"bib_by_default\" cannot be 'no'. Write true or false.",
    ),
    "style beside CSL": (
        {"csl_file": "a.csl", "style": "plain"},
        '"csl_file" is not read: "a.csl" is a style in CSL. Remove it: the style is "plain".',
    ),
    "CSL that is an address": (
        {"csl_file": "https://example.org/apa.csl"},
        '"csl_file" is not read: "https://example.org/apa.csl" is a style in CSL. '
        "Write style: author-year",
    ),
    "encoding": (
        {"csl_file_encoding": "utf-8"},
        '"csl_file_encoding" is not read, as "csl_file" is not. Remove it.',
    ),
    "footnotes": (
        {"footnote_format": "{key}"},
        '"footnote_format" is not read: markers are links, and no footnotes. '
        "Remove it; the address of an entry is #ref- and its citekey.",
    ),
    "no authors in the text": (
        {"enable_inline_citations": False},
        '"enable_inline_citations" is not read: @citekey in a sentence is a citation. '
        r"Remove it, and write \@citekey where it is none.",
    ),
    "inline, before 3.0": (
        {"cite_inline": True},
        '"cite_inline" is not read: the style says what a marker looks like. '
        "Write style: author-year",
    ),
    "Pandoc, before 2.0": (
        {"cite_style": "pandoc"},
        '"cite_style" is not read: Pandoc is not needed. Remove it.',
    ),
    "Arithmatex, before 2.0": (
        {"unescape_for_arithmatex": "yes"},
        '"unescape_for_arithmatex" is not read: nothing is escaped. Remove it.',
    ),
}


@pytest.mark.parametrize(("old", "message"), ANSWERED.values(), ids=ANSWERED)
def test_other_options_are_answered_once(old: dict[str, Any], message: str) -> None:
    """Where they stand."""
    lines = dict.fromkeys(old, 7)
    _, problems = read_options(old, Path(), "mkdocs.yml", lines)
    assert [str(problem) for problem in problems] == [f"mkdocs.yml:7: option-moved: {message}"]


def test_every_old_option_is_in_a_table() -> None:
    tried = {name for table in (READ, ANSWERED) for old, _ in table.values() for name in old}
    assert set(OLD_OPTIONS) <= tried


NUMERIC = '<category citation-format="numeric"/><bibliography>'
STYLES = {
    "numeric": (f"{NUMERIC}<layout/></bibliography>", "vancouver"),
    "numeric, sorted": (f"{NUMERIC}<sort><key/></sort></bibliography>", "plain"),
    "author and date": ('<category citation-format="author-date"/>', "author-year"),
    "author": ('<category citation-format="author"/>', "author-year"),
    "label": ('<category citation-format="label"/>', "alpha"),
    "note": ('<category citation-format="note"/>', "vancouver"),
    "child of another": (
        '<link href="https://styles.example/apa" rel="independent-parent"/>',
        "author-year",
    ),
}


@pytest.mark.parametrize(("text", "style"), STYLES.values(), ids=STYLES)
def test_nearest_style_by_what_the_file_says(tmp_path: Path, text: str, style: str) -> None:
    (tmp_path / "x.csl").write_text(text, "utf-8")
    assert nearest_style("x.csl", tmp_path) == style


@pytest.mark.parametrize(
    ("name", "style"),
    [
        ("nature.csl", "vancouver"),
        ("ieee.csl", "vancouver"),
        ("american-medical-association.csl", "vancouver"),
        ("apa.csl", "author-year"),
        ("springer-basic-author-date.csl", "author-year"),
        ("harvard-cite-them-right.csl", "author-year"),
    ],
)
def test_nearest_style_by_name(tmp_path: Path, name: str, style: str) -> None:
    """Of a file that is not there."""
    assert nearest_style(name, tmp_path) == style
