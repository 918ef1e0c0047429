"""Try `kapguide add` and `kapguide verify` on registries of this machine, and time them.

The registries are those of tests/registries; what they answer is made of references.bib
itself, with a few differences put in, so nothing here says anything about the studies.

    python benchmarks/registries.py add       three forms of naming a study
    python benchmarks/registries.py verify    our own entries
    python benchmarks/registries.py many      500 entries: seconds and questions
"""

from __future__ import annotations

import html
import importlib.util
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as etree

import yaml
from kapguide.evidence.bib_editing import format_entry
from markdown_citations.library.entries import Entry, Library
from markdown_citations.library.names import parse_names
from markdown_citations.library.reading import read_library

ROOT = Path(__file__).resolve().parent.parent
MANY = 500
CITATION = (
    "Doe HJ, van der Berg JP. Walking after dinner: a randomized trial of 40 adults. "
    "J Imag Med. 2026 May 4;12(3):165-183. doi: 10.5555/plain.1. PMID: 90000001."
)


def load_loopback() -> ModuleType:
    """Load the registries of the tests."""
    path = ROOT / "tests" / "registries" / "loopback.py"
    spec = importlib.util.spec_from_file_location("kapguide_loopback", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def crossref_item(entry: Entry) -> dict[str, Any]:
    """Make what Crossref would say of an entry, if it said what the entry says."""
    authors, _ = parse_names(entry.get("author"))
    people = [
        {"name": one.family}
        if one.literal
        else {"family": one.whole_family, "given": one.given, "suffix": one.suffix}
        for one in authors
    ]
    year = int(entry.get("year") or 2020)
    return {
        "DOI": entry.text("doi"),
        "type": "journal-article" if entry.entry_type == "article" else "posted-content",
        "title": [html.escape(entry.text("title"))],
        "author": people,
        "container-title": [entry.text("journal")],
        "short-container-title": [entry.text("shortjournal")],
        "issued": {"date-parts": [[year]]},
        "volume": entry.text("volume"),
        "issue": entry.text("number"),
        "page": entry.text("pages").replace("–", "-"),
    }


def pubmed_article(entry: Entry) -> etree.Element:
    """Make PubMed's record; its abstract is what the entry says of sample and finding."""
    authors, _ = parse_names(entry.get("author"))
    names = "".join(
        f"<Author><CollectiveName>{html.escape(one.family)}</CollectiveName></Author>"
        if one.literal
        else f"<Author><LastName>{html.escape(one.whole_family)}</LastName>"
        f"<Initials>{''.join(c for c in one.given if c.isupper())}</Initials></Author>"
        for one in authors
    )
    said = html.escape(f"{entry.text('sample')} {entry.text('finding')} {entry.get('people')}")
    text = {name: html.escape(entry.text(name)) for name in entry.fields}
    # Some of our entries have a PMC number only; PubMed has a number for each of those.
    text.setdefault("pmid", "9" + entry.get("pmcid").removeprefix("PMC"))
    return etree.fromstring(
        f"<PubmedArticle><MedlineCitation><PMID>{text['pmid']}</PMID><Article><Journal>"
        f"<JournalIssue><Volume>{text.get('volume', '')}</Volume>"
        f"<Issue>{text.get('number', '')}</Issue>"
        f"<PubDate><Year>{text.get('year', '')}</Year></PubDate></JournalIssue>"
        f"<Title>{text.get('journal', '')}</Title></Journal>"
        f"<ArticleTitle>{text['title']}.</ArticleTitle>"
        f"<Pagination><MedlinePgn>{text.get('pages', '')}</MedlinePgn></Pagination>"
        f"<Abstract><AbstractText>{said}</AbstractText></Abstract>"
        f"<AuthorList>{names}</AuthorList></Article></MedlineCitation><PubmedData><ArticleIdList>"
        f"<ArticleId IdType='doi'>{text.get('doi', '')}</ArticleId>"
        f"<ArticleId IdType='pmc'>{text.get('pmcid', '')}</ArticleId>"
        "</ArticleIdList></PubmedData></PubmedArticle>"
    )


def put_differences_in(works: list[dict[str, Any]], articles: list[etree.Element]) -> None:
    """Let the registries know what entries don't: a volume, a retraction, another number."""
    by_doi = {work["DOI"]: work for work in works}
    by_doi["10.1136/bmj-2021-067194"]["volume"] = "377"
    by_doi["10.1016/S0006-3223(99)00230-9"]["updated-by"] = [
        {
            "DOI": "10.5555/made-up.notice",
            "type": "correction",
            "label": "Correction",
            "source": "retraction-watch",
            "updated": {"date-parts": [[2026, 11, 2]]},
        }
    ]
    for article in articles:
        if article.findtext(".//PMID") == "35110300":
            set_text(article, ".//Volume", "377")
        if article.findtext(".//PMID") == "37224232":
            set_text(article, ".//AbstractText", "Of 365 patients, 108 of 195 responded.")


def set_text(article: etree.Element, path: str, text: str) -> None:
    found = article.find(path)
    assert found is not None
    found.text = text


def project(folder: Path, bibliography: str, settings: dict[str, str]) -> None:
    """Write a project whose registries are on this machine."""
    (folder / "docs").mkdir()
    (folder / "references.bib").write_text(bibliography, "utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        (folder / "docs" / page.name).write_text(page.read_text("utf-8"), "utf-8")
    extensions = [{"kapguide.citations": {"bibliography": "references.bib"}}]
    config = {"markdown_extensions": extensions, "extra": {"registries": settings}}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")


def run(folder: Path, *arguments: str) -> None:
    """Show what a terminal would show."""
    shown = [f'"{one}"' if " " in one else one for one in arguments]
    print(f"$ kapguide {' '.join(shown)}", flush=True)
    done = subprocess.run(
        [sys.executable, "-m", "kapguide", *arguments], cwd=folder, check=False, text=True
    )
    print(f"(status {done.returncode})\n", flush=True)


def ours() -> tuple[str, Library]:
    library, _ = read_library([ROOT / "references.bib"], ROOT)
    return (ROOT / "references.bib").read_text("utf-8"), library


def many(library: Iterable[Entry]) -> str:
    """Make 500 entries of ours, each with numbers of its own."""
    with_both = [one for one in library if one.get("doi") and one.get("pmid")]
    blocks = []
    for number in range(MANY):
        entry = with_both[number % len(with_both)]
        fields = {**entry.fields, "doi": f"10.5555/many.{number}", "pmid": str(1000 + number)}
        fields.pop("pmcid", None)
        blocks.append(format_entry(entry.entry_type, f"many{number:03}", fields))
    return "\n".join(blocks)


def main(what: str) -> None:
    """Serve, and run the commands against it."""
    loopback = load_loopback()
    text, library = ours()
    if what == "many":
        text = many(library)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "made.bib").write_text(text, "utf-8")
        library, _ = read_library([folder / "made.bib"], folder)
        works = [crossref_item(entry) for entry in library if entry.get("doi")]
        known = [entry for entry in library if entry.get("pmid") or entry.get("pmcid")]
        articles = [pubmed_article(entry) for entry in known]
        if what == "verify":
            put_differences_in(works, articles)
        registries = loopback.Loopback(works, articles)
        if what == "add":
            registries = loopback.read_answers()
        with loopback.serve(registries):
            project(folder, text, registries.settings)
            if what == "add":
                (folder / "zotero.ris").write_text(
                    "TY  - BOOK\nTI  - A handbook of quiet rooms\nDO  - 10.5555/book.1\nER  - \n"
                )
                run(folder, "add", "https://doi.org/10.5555/watched.1")
                run(folder, "add", CITATION)
                run(folder, "add", "--print", "zotero.ris")
            elif what == "verify":
                run(folder, "verify")
                run(folder, "verify", "anand2023")
            else:
                start = time.monotonic()
                subprocess.run(
                    [sys.executable, "-m", "kapguide", "verify"],
                    cwd=folder,
                    check=False,
                    stdout=subprocess.DEVNULL,
                )
                seconds = time.monotonic() - start
                print(f"{MANY} entries: {len(registries.asked)} questions, {seconds:.1f} seconds")


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in {"add", "verify", "many"}:
        sys.exit(__doc__)
    main(sys.argv[1])
