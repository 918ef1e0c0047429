"""The PDFs of a small site: whole, accessible, right in their numbers, and linked."""

from __future__ import annotations

import io
import json
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

FOLDERS = {
    "index": "",
    "risks": "risks",
    "get-help-now": "get-help-now",
    "100-été-1": "100% été #1",
    "references": "references",
    "a-to-z": "a-to-z",
}
"""The folder of each page in the site, by the name of its handout."""
NAMES = tuple(FOLDERS)
NAVIGATION = ("Skip to the page", "Menu", "Search", "On this page", "Get help now", "Print this")


def squeeze(text: str) -> str:
    """Take out white space and undo ligatures: paper breaks lines where it likes."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def read_text(reader: PdfReader) -> str:
    return squeeze("".join(page.extract_text() for page in reader.pages))


@pytest.fixture(scope="module")
def guide(printed: Path) -> PdfReader:
    """Open the booklet of all pages."""
    return PdfReader(printed / "handouts" / "whole-guide.pdf")


def chapters(guide: PdfReader) -> dict[str, int]:
    """Give the bookmarks of the first level, each with the number of its page."""
    return {
        str(item.title): (guide.get_destination_page_number(item) or 0) + 1
        for item in guide.outline
        if not isinstance(item, list)
    }


def targets(reader: PdfReader) -> Iterator[tuple[str, str]]:
    """Give each link's target: ("page", its anchor) or ("address", where it leads)."""
    for page in reader.pages:
        for annotation in page.get("/Annots") or ():
            link = annotation.get_object()
            if "/Dest" in link:
                yield "page", unquote(str(link["/Dest"]).removeprefix("/"))
            else:
                yield "address", str(link["/A"]["/URI"])


def test_report_for_programs_stands_alone(printing: Any, printed: Path) -> None:
    """Standard output is the report and nothing else; how much was printed is said beside it."""
    report = json.loads(printing.stdout)
    assert [problem["code"] for problem in report["problems"]] == ["file-name"]
    assert f"{len(NAMES) + 1} handouts printed" in printing.stderr


def test_every_page_of_the_menu_has_one(printed: Path) -> None:
    """One PDF for each page, one of all; none of 404.html and of addresses elsewhere."""
    made = {path.stem for path in (printed / "handouts").iterdir()}
    assert made == {*NAMES, "whole-guide"}


@pytest.mark.parametrize("name", [*NAMES, "whole-guide"])
def test_handout_is_accessible(printed: Path, name: str) -> None:
    """Tagged, with a title, a language and bookmarks: a screen reader needs them all."""
    reader = PdfReader(printed / "handouts" / f"{name}.pdf")
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert reader.metadata is not None
    assert "Small Guide" in str(reader.metadata.title)
    assert reader.outline != []
    assert {tuple(page.mediabox[2:]) for page in reader.pages} == {(612, 792)}  # Letter


@pytest.mark.parametrize("name", NAMES)
def test_handout_is_whole(printed: Path, name: str) -> None:
    """Title, address, date, notices: a sheet that stands alone. Nothing that leads elsewhere."""
    page = LexborHTMLParser((printed / FOLDERS[name] / "index.html").read_text("utf-8"))
    text = read_text(PdfReader(printed / "handouts" / f"{name}.pdf"))
    address = str(page.css_first("link[rel=canonical]").attributes["href"])
    assert address.startswith("https://small.example/kap/")
    wanted = [address, "Sources last checked: November 1, 2026", "Page 1 of"]
    wanted += [node.text() for node in page.css("article h1, article [data-notice]")]
    assert len(wanted) >= 6
    assert [part for part in wanted if squeeze(part) not in text] == []
    assert [word for word in NAVIGATION if squeeze(word) in text] == []


def test_references_are_printed_with_their_addresses(printed: Path, guide: PdfReader) -> None:
    """On paper a link leads nowhere unless it says where."""
    page = LexborHTMLParser((printed / "risks" / "index.html").read_text("utf-8"))
    addresses = [str(node.attributes["href"]) for node in page.css(".csl-entry a[href^=http]")]
    assert addresses != []
    for reader in (PdfReader(printed / "handouts" / "risks.pdf"), guide):
        text = read_text(reader)
        assert [a for a in addresses if squeeze(a).split("/")[-1] not in text] == []
        assert squeeze("the regulator <https://www.fda.gov/>") in text


def test_links_lead_to_the_published_pages(printed: Path) -> None:
    """No address of this machine gets into a PDF; links go where readers can follow."""
    found = {
        address
        for kind, address in targets(PdfReader(printed / "handouts" / "risks.pdf"))
        if kind == "address"
    }
    assert "https://small.example/kap/get-help-now/#first" in found
    assert not [a for a in found if re.search(r"127\.0\.0\.1|localhost|file:", a)]


def test_numbers_in_the_contents_are_those_of_the_pages(guide: PdfReader) -> None:
    """The contents, the bookmarks and the pages themselves say the same."""
    listed = " ".join(guide.pages[1].extract_text().split())
    found = chapters(guide)
    titles = ["Where to start", "What can go wrong", "Who can help", "The talk"]
    titles += ["All studies", "The index"]
    assert list(found) == ["Small Guide", *titles]
    numbers = [found[title] for title in titles]
    assert numbers == sorted(set(numbers))
    for title, number in zip(titles, numbers, strict=True):
        assert re.search(rf"{re.escape(title)}\W*{number}\b", listed), listed
        assert squeeze(title) in squeeze(guide.pages[number - 1].extract_text())
        assert squeeze(f"Page {number} of {len(guide.pages)}") in squeeze(
            guide.pages[number - 1].extract_text()
        )
    assert "A part of it" in listed


def test_links_inside_the_booklet_say_their_page(guide: PdfReader) -> None:
    """Who holds paper turns to the page; who reads on a screen follows the link to it."""
    pages = {unquote(name.removeprefix("/")) for name in guide.named_destinations}
    inside = {anchor for kind, anchor in targets(guide) if kind == "page"}
    assert {"risks", "get-help-now--first", "references--ref-dore2019"} <= inside
    assert [anchor for anchor in inside if anchor not in pages] == []
    number = chapters(guide)["Who can help"]
    assert squeeze(f"who can help (page {number})") in read_text(guide)
    # A page whose name has signs that addresses do not.
    assert "100-été-1--Fragen-ü" in inside
    number = chapters(guide)["The talk"]
    assert squeeze(f"the talk (page {number})") in read_text(guide)


def test_what_a_study_found_is_told_once(guide: PdfReader) -> None:
    """The list of all studies tells it; elsewhere stands the number of its page."""
    number = chapters(guide)["All studies"]
    text = read_text(guide)
    assert text.count("Kindofstudy:") == 1
    assert squeeze(f"What it found: page {number}") in text


def test_title_page_says_what_it_is_and_of_which_day(guide: PdfReader) -> None:
    """Paper grows old: it says of which day it is, and where the newest is."""
    text = squeeze(guide.pages[0].extract_text())
    for part in (
        "Small Guide",
        "What a small guide says.",
        "November 28, 2026",
        "https://small.example/kap/",
        "Need help right now?",
        "not medical advice",
    ):
        assert squeeze(part) in text


def test_pages_link_their_handouts(printed: Path) -> None:
    """By form, length and weight; the whole guide from the home page."""
    for name in NAMES:
        path = printed / FOLDERS[name] / "index.html"
        line = LexborHTMLParser(path.read_text("utf-8")).css_first("main .handout")
        links = line.css("a")
        assert len(links) == (2 if name == "index" else 1)
        for link in links:
            pdf = (path.parent / unquote(str(link.attributes["href"]))).resolve()
            pages = len(PdfReader(pdf).pages)
            plural = "page" if pages == 1 else "pages"
            assert re.fullmatch(
                rf"Print (this page|the whole guide) \(PDF, {pages} {plural}, \d+\.\d MB\)",
                link.text(),
            )
        after = line.next
        while after is not None and after.tag == "-text":
            after = after.next
        assert after is not None
        assert after.attributes["data-notice"] == "crisis"


def test_made_again_it_is_the_same(
    printed: Path, plain_site: Path, print_site: Callable[[Path], None], tmp_path: Path
) -> None:
    """Byte for byte on one day, so that a site is published anew only when it changed."""
    print_site(shutil.copytree(plain_site, tmp_path / "again"))
    for path in sorted((printed / "handouts").iterdir()):
        again = (tmp_path / "again" / "handouts" / path.name).read_bytes()
        assert again == path.read_bytes(), path.name
        date = PdfReader(io.BytesIO(again)).metadata
        assert date is not None
        assert str(date.get("/CreationDate")).startswith("D:20261128000000")
