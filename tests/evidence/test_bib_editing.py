"""A .bib file changes where it is meant to, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.evidence.bib_editing import (
    ORDER,
    encode,
    format_entry,
    insert_entries,
    set_fields,
)
from kapguide.registries.merging import format_name
from markdown_citations.library.entries import Library
from markdown_citations.library.names import Name
from markdown_citations.library.parsing.in_language import split_language
from markdown_citations.library.reading import read_library

ROOT = Path(__file__).resolve().parents[2]
FILE = """% Head.

@article{bay2020,
  title         = {A, {B} and "C"},
  year          = {2020},
  unconfirmed   = {volume, pages},
  status        = {unchecked},
  statusdate    = {2026-11-01}
}

% About the next.
@misc{elm2021, title = "In one line, \\"o", year = 2021}
"""


def read(text: str, tmp_path: Path) -> Library:
    path = tmp_path / "a.bib"
    path.write_bytes(text.encode())
    library, problems = read_library([path], tmp_path)
    assert problems == []
    return library


PLACES = {
    "first": ("ash2020", "@article{bay2020"),
    "between, where a comment belongs to the next": ("dee2020", "% About the next."),
    "last": ("zed2020", ""),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("citekey", "following"), PLACES.values(), ids=PLACES.keys())
def test_an_entry_in_its_place(citekey: str, following: str, newline: str, tmp_path: Path) -> None:
    """Sorted by citekey, with an empty line on each side; every other byte stays."""
    text = FILE.replace("\n", newline)
    block = format_entry("misc", citekey, {"title": "New", "year": "2020"})
    after = insert_entries(text, read(text, tmp_path), "a.bib", {citekey: block})
    written = block.replace("\n", newline)
    if following:
        assert after == text.replace(following, f"{written}{newline}{following}")
    else:
        assert after == f"{text}{newline}{written}"
    assert [*read(after, tmp_path).entries] == sorted(["bay2020", "elm2021", citekey])


def test_many_entries_at_once(tmp_path: Path) -> None:
    """Each in its place, though they shift each other's lines."""
    keys = ["ash2020", "cay2020", "cay2020a", "dee2020", "yew2020", "zed2020"]
    blocks = {key: format_entry("misc", key, {"title": key, "year": "2020"}) for key in keys}
    after = insert_entries(FILE, read(FILE, tmp_path), "a.bib", blocks)
    assert [*read(after, tmp_path).entries] == sorted([*keys, "bay2020", "elm2021"])
    assert "\n\n\n" not in after
    assert "% About the next.\n@misc{elm2021" in after


@pytest.mark.parametrize("text", ["", "% Only a comment", "% One line\n"])
def test_into_an_empty_file(text: str, tmp_path: Path) -> None:
    """The first entry of all."""
    block = format_entry("misc", "a2020", {"title": "New", "year": "2020"})
    after = insert_entries(text, read(text, tmp_path), "a.bib", {"a2020": block})
    assert after.startswith(text)
    assert after.endswith(block)
    assert [*read(after, tmp_path).entries] == ["a2020"]


def test_the_house_s_layout_is_that_of_our_own_file() -> None:
    """Each entry of references.bib, written anew, is the same but for the spelling of LaTeX."""
    text = (ROOT / "references.bib").read_text("utf-8")
    library, _ = read_library([ROOT / "references.bib"], ROOT)
    different = [
        entry.citekey
        for entry in library
        if format_entry(entry.entry_type, entry.citekey, entry.fields) not in text
    ]
    assert different == []


CHANGES = {
    "a value": ({"year": "2021"}, "  year          = {2021},\n", "  year          = {2020},\n"),
    "two values": (
        {"status": "none", "statusdate": "2026-11-22"},
        "  status        = {none},\n  statusdate    = {2026-11-22}\n",
        "  status        = {unchecked},\n  statusdate    = {2026-11-01}\n",
    ),
    "a new field in its place": (
        {"volume": "7"},
        "  year          = {2020},\n  volume        = {7},\n",
        "  year          = {2020},\n",
    ),
    "a new field at the end, where the comma is missing": (
        {"statusfrom": "PubMed"},
        "  statusdate    = {2026-11-01},\n  statusfrom    = {PubMed},\n",
        "  statusdate    = {2026-11-01}\n",
    ),
    "a new first field": (
        {"author": "Bay, B."},
        "@article{bay2020,\n  author        = {Bay, B.},\n",
        "@article{bay2020,\n",
    ),
    "a field less": ({"unconfirmed": ""}, "", "  unconfirmed   = {volume, pages},\n"),
    "a field that is not there less": ({"note": ""}, "", ""),
}


@pytest.mark.parametrize(("changes", "new", "old"), CHANGES.values(), ids=CHANGES.keys())
def test_fields(changes: dict[str, str], new: str, old: str, tmp_path: Path) -> None:
    """A field is changed, added in the house's order, or taken out."""
    library = read(FILE, tmp_path)
    after = set_fields(FILE, [(library["bay2020"], changes)])
    assert after == (FILE.replace(old, new, 1) if old else FILE)
    read(after, tmp_path)


def test_an_entry_in_one_line(tmp_path: Path) -> None:
    """Another layout than ours is left as it is."""
    library = read(FILE, tmp_path)
    after = set_fields(FILE, [(library["elm2021"], {"title": "New", "year": "2022"})])
    assert "@misc{elm2021, title = {New}, year = {2022}}\n" in after
    assert after.startswith(FILE.partition("% About")[0])


COMMENTED = """@misc{a2020,
  title = {New}, % from the cover
  year  = {2020},
}
"""


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"year": "2021"}, "{2020}", "{2021}"),
        ({"title": "Old"}, "{New}", "{Old}"),
        ({"journal": "J"}, "the cover\n", "the cover\n  journal = {J},\n"),
        ({"doi": "10.5555/a"}, "{2020},\n", "{2020},\n  doi   = {10.5555/a},\n"),
    ],
    ids=["a value", "a value before a comment", "a field between", "a field at the end"],
)
def test_comments_within_an_entry(
    changes: dict[str, str], old: str, new: str, tmp_path: Path
) -> None:
    """A comment stays behind the field that it is about, and hides no field below it."""
    after = set_fields(COMMENTED, [(read(COMMENTED, tmp_path)["a2020"], changes)])
    assert after.splitlines() == COMMENTED.replace(old, new).splitlines()


def test_several_entries(tmp_path: Path) -> None:
    """Changes of one entry do not shift those of another."""
    library = read(FILE, tmp_path)
    changes = [
        (library["bay2020"], {"volume": "7", "unconfirmed": "pages", "note": "N"}),
        (library["elm2021"], {"status": "none"}),
    ]
    again = read(set_fields(FILE, changes), tmp_path)
    assert again["bay2020"].get("volume") == "7"
    assert again["bay2020"].get("unconfirmed") == "pages"
    assert again["elm2021"].get("status") == "none"
    assert again["elm2021"].get("title") == library["elm2021"].get("title")


@given(text=st.text(max_size=60), name=st.sampled_from(["title", "journal", "note", "finding"]))
def test_any_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, text: str, name: str
) -> None:
    """What a registry says is what readers see, and never breaks the file."""
    clean = " ".join("".join(c for c in text if c.isprintable()).split())
    block = format_entry("misc", "a2020", {name: encode(name, clean), "year": "2020"})
    library = read(block, tmp_path_factory.mktemp("any"))
    shown = library["a2020"].text(name)
    assert letters(shown) == letters(clean)


@given(people=st.lists(st.builds(Name, st.text(max_size=12), st.text(max_size=8)), max_size=3))
def test_any_name_keeps_the_file_whole(
    tmp_path_factory: pytest.TempPathFactory, people: list[Name]
) -> None:
    """A brace or a backslash in a name ends nothing, and takes no other field with it."""
    names = " and ".join(format_name(one) for one in people)
    block = format_entry("misc", "a2020", {"author": encode("author", names), "title": "Walks"})
    assert read(block, tmp_path_factory.mktemp("any"))["a2020"].get("title") == "Walks"


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum() and c.isascii())


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        (
            "title",
            "Ketamine for PTSD & ADHD: 50% of mice",
            r"Ketamine for {PTSD} \& {ADHD}: 50\% of mice",
        ),
        ("title", "McIntyre and the iPhone", "{McIntyre} and the {iPhone}"),
        ("title", "Walks _X and CYP_2D", r"Walks {\_X} and {CYP\_2D}"),
        ("title", "#NMDA~CO^K", r"\#{NMDA}\textasciitilde{}{CO}\textasciicircum{}K"),
        ("journal", "Taylor & Francis", r"Taylor \& Francis"),
        ("author", "{Smith & Sons} and Doe, J.", r"{Smith \& Sons} and Doe, J."),
        ("author", "{Roe{}, J. and }Doe{, K.", "Roe, J. and Doe, K."),
        ("author", "{A body\\}", "{A body}"),
        ("doi", "10.5555/a_b%20&c", "10.5555/a_b%20&c"),
        ("doi", "10.5555/a{b}", "10.5555/a%7Bb%7D"),
        ("finding", r"a\b~c^d", r"a\textbackslash{}b\textasciitilde{}c\textasciicircum{}d"),
    ],
)
def test_signs_of_latex(name: str, text: str, value: str) -> None:
    """What LaTeX reads as its own is escaped; words in capitals stay so in any style."""
    assert encode(name, text) == value


def test_every_field_of_ours_has_a_place() -> None:
    """references.bib holds no field that the layout does not know."""
    library, _ = read_library([ROOT / "references.bib"], ROOT)
    names = {name for entry in library for name in entry.fields}
    assert {split_language(name)[0] for name in names} <= {*ORDER}
