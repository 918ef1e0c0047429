"""Our styles against citeproc: the same entries, every difference listed and meant.

`citeproc.json` holds entries and what Pandoc's citeproc made of them with two
styles of the CSL project: NLM's for `vancouver`, and that of the Council of
Science Editors (name and year) for `author-year`. `run_citeproc.py` makes it
anew where Pandoc is.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markdown_citations.formatting.formatter import Formatter
from markdown_citations.library.entries import Entry, Library

FILE = Path(__file__).with_name("citeproc.json")
FROZEN: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
CASES = [(style, name) for style in FROZEN["printed"] for name in FROZEN["entries"]]
ALL = ""

# Style, entry, what citeproc prints, what we print; both may be empty for "all".
DIFFERENCES = (
    # The list numbers its items itself.
    ("vancouver", ALL, r"^1\. ", ""),
    # Pandoc 2.17 prints names whole in this style, whatever the style says of
    # initials; the other style shows that we agree on names.
    ("vancouver", ALL, r"Sandhaya J\. Drozdz, Akash Goel", "Drozdz SJ, Goel A"),
    ("vancouver", ALL, r"Ana Kew", "Kew A"),
    ("vancouver", "edited book", r"^, editors(.*?)\.", r"\1, editors."),
    ("vancouver", "chapter", r"In, editors(.*?)\.", r"In: \1, editors."),
    # A DOI is an address, so that it can be followed from paper too.
    (ALL, ALL, r"doi:(\S+?)\.?(?= |$)", r"https://doi.org/\1"),
    ("vancouver", ALL, r"PubMed PMID: (\d+); PubMed Central PMCID: (\w+)\.", r"PMID: \1 PMCID: \2"),
    ("author-year", "article", r"$", " PMID: 35734507 PMCID: PMC9207256"),
    # NLM shortens ranges of pages, in a list with years too.
    ("author-year", "article", r"1691–1706", "1691–706"),
    # What has an address is on the internet.
    ("vancouver", ALL, r" \[Internet\]", ""),
    ("author-year", ALL, r"(?<!from: )(https://(?!doi)\S+?)\.$", r"Available from: \1"),
    # Who reads must know which report, version, day, and whether somebody has reviewed it.
    (ALL, "report", r"(NICE(?:; 2022)?\.) ", r"\1 Report No.: 854. "),
    (ALL, "dataset", r"Data\. ", "Data. Version 2. "),
    ("author-year", "dataset", r"Version 2\. ", "Version 2. Dryad. "),
    ("vancouver", "preprint", r"2023\. ", "2023 Jan 18. Not peer reviewed. "),
    ("author-year", "preprint", r"A preprint\. ", "A preprint. medRxiv. Not peer reviewed. "),
    (ALL, "thesis", r"A thesis\. \[Oslo\]", "A thesis [dissertation]. Oslo"),
    (ALL, "web page", r"$", " Accessed 2024-01-02."),
    # A body without authors speaks for its own page, and is not named twice.
    ("vancouver", "web page", r"^A page\. A body; 2023\.", "A body. A page. 2023 Oct."),
    ("author-year", "web page", r"^A page\. 2023 Oct\.", "A body. 2023. A page."),
    ("vancouver", "guideline", r"^(.*) A society; 2019\.", r"A society. \1 2019."),
    ("author-year", "guideline", r"^A guideline\. 2019\. 4th ed\. A society\.",
     "A society. 2019. A guideline. 4th ed."),
    ("vancouver", "report by its publisher", r"NICE; 2022\.$", "2022."),
    ("author-year", "report by its publisher", r" NICE\.$", ""),
    # Where it is published says the date already; citeproc drops it in the other style.
    ("vancouver", "label", r"2024; 2024\.", "2024."),
    ("author-year", "label", r"A label\. ", "A label. DailyMed, updated 16 May 2024. "),
)  # fmt: skip


def ours(style: str, name: str) -> str:
    given = FROZEN["entries"][name]
    entry = Entry("key", given["type"], given["fields"], "made.bib", 1)
    html = Formatter(Library({"key": entry}), style).format("key").html
    return re.sub(r"<[^>]+>", "", html)


def expected(style: str, name: str, used: set[int] | None = None) -> str:
    """Give what citeproc prints, with the differences that are meant."""
    text: str = FROZEN["printed"][style][name]
    for number, (for_style, for_name, theirs, mine) in enumerate(DIFFERENCES):
        if for_style in {ALL, style} and for_name in {ALL, name}:
            changed = re.sub(theirs, mine, text, count=1)
            if used is not None and changed != text:
                used.add(number)
            text = changed
    return text


@pytest.mark.parametrize(("style", "name"), CASES)
def test_agrees_but_for_what_is_meant(style: str, name: str) -> None:
    assert ours(style, name) == expected(style, name)


def test_each_difference_is_one() -> None:
    """What citeproc has come to print like us is no difference any more."""
    used: set[int] = set()
    for style, name in CASES:
        expected(style, name, used)
    assert [d for number, d in enumerate(DIFFERENCES) if number not in used] == []
