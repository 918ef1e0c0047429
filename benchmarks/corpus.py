"""Make pages and a library from a seed: the same seed, the same bytes.

Takes a size and a seed. Gives pages as blocks of sentences with citations, and
the library as the text of a .bib file.
Must stay free of the programs that are compared: `sites.py` writes the pages
down in the language of each.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

_WORDS = """
people study weeks treatment care session therapist evidence answer symptom change group trial
result effect year clinic question plan family sleep mood pain body medicine home visit person
support risk method review sample scale score measure follow report find ask help compare explain
describe suggest improve return begin remain small large early late common rare likely careful
open several many few most some after before during between without about under over the a of in
and with for from that this which when where while
"""
_FAMILIES = """
Smith Jones Lee Kim Patel Garcia Silva Rossi Novak Kowalski Haddad Okafor Tanaka Nguyen Andersson
Schmidt Dubois Ivanov Cohen Murphy Santos Khan Weber Lopez Fischer Costa Hansen
"""
_GIVEN = "Ana Bo Chris Dana Eli Farah Gil Hana Ines Jo Kai Lena Max Nora Omar Pia Rui Sara"
WORDS, FAMILIES, GIVEN = _WORDS.split(), _FAMILIES.split(), _GIVEN.split()
ACCENTED = (r"M{\"u}ller", r"Fern{\'a}ndez", r"{\O}stergaard", "Łukasiewicz", r"G{\"o}del")
JOURNALS = (
    ("Journal of Careful Results", "J Careful Results"),
    ("Annals of Slow Medicine", "Ann Slow Med"),
    ("The Quarterly of Open Questions", "Q Open Quest"),
    ("Reports on Care and Support", "Rep Care Support"),
)
STUDY_TYPES = ("randomized trial", "uncontrolled study", "case series", "survey")


@dataclass(frozen=True, slots=True)
class Size:
    """How large a site is."""

    pages: int
    entries: int
    citations: int
    """On each page."""


SIZES = {
    "S": Size(15, 30, 10),
    "M": Size(200, 500, 20),
    "L": Size(1_000, 2_000, 20),
    "XL": Size(1_000, 20_000, 20),
}


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in the text."""

    citekeys: tuple[str, ...]
    page: str = ""
    """The locator of the first item; empty for none."""
    in_text: bool = False
    """The authors are a part of the sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, and what they rest on."""

    text: str
    cited: Cited | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list or a table."""

    kind: str
    sentences: tuple[Sentence, ...]
    """A heading's text, a paragraph's sentences, a list's items or a table's rows."""


@dataclass(frozen=True, slots=True)
class CorpusPage:
    """A page of the site."""

    folder: str
    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A whole site, in no program's language."""

    size: Size
    pages: tuple[CorpusPage, ...]
    citekeys: tuple[str, ...]
    bibliography: str
    """The text of the .bib file."""


def make_corpus(size: Size, seed: int) -> Corpus:
    """Make the pages and the library of a size."""
    rng = random.Random(f"{seed} {size}")
    citekeys = tuple(_citekey(rng, number) for number in range(size.entries))
    pages = tuple(_page(rng, number, size, citekeys) for number in range(size.pages))
    cited = {
        key
        for page in pages
        for block in page.blocks
        for sentence in block.sentences
        if sentence.cited
        for key in sentence.cited.citekeys
    }
    entries = "\n".join(_entry(rng, number, key, cited) for number, key in enumerate(citekeys))
    return Corpus(size, pages, citekeys, entries)


def _citekey(rng: random.Random, number: int) -> str:
    return f"{rng.choice(FAMILIES).lower()}{rng.randint(1990, 2025)}x{number}"


def _words(rng: random.Random, least: int, most: int) -> str:
    text = " ".join(rng.choices(WORDS, k=rng.randint(least, most)))
    return text[0].upper() + text[1:]


def _page(rng: random.Random, number: int, size: Size, citekeys: tuple[str, ...]) -> CorpusPage:
    """Make a page of the length that ours have: nine sections, about 1,200 words."""
    kinds = []
    for section in range(9):
        kinds += ["heading", "paragraph", "paragraph"]
        kinds += ["list"] if section % 2 else []
        kinds += ["table"] if section in {4, 7} else []
    lengths = {"heading": 1, "paragraph": 4, "list": 4, "table": 4}
    places = [
        (at, n) for at, kind in enumerate(kinds) if kind != "heading" for n in range(lengths[kind])
    ]
    chosen = set(rng.sample(places, size.citations))
    blocks = []
    for at, kind in enumerate(kinds):
        least, most = (2, 6) if kind == "heading" else (8, 16)
        sentences = [
            Sentence(_words(rng, least, most), _cited(rng, citekeys) if (at, n) in chosen else None)
            for n in range(lengths[kind])
        ]
        blocks.append(Block(kind, tuple(sentences)))
    return CorpusPage(
        f"part-{number // 25 + 1:03}",
        f"page-{number + 1:04}",
        f"{_words(rng, 2, 4)} {number + 1}",
        tuple(blocks),
    )


def _cited(rng: random.Random, citekeys: tuple[str, ...]) -> Cited:
    """Make a citation: mostly of one entry, some of several, with a page, or in the text."""
    draw = rng.random()
    if draw < 0.70:
        return Cited((rng.choice(citekeys),))
    if draw < 0.85:
        return Cited(tuple(rng.sample(citekeys, rng.randint(2, 3))))
    if draw < 0.95:
        return Cited((rng.choice(citekeys),), page=str(rng.randint(1, 400)))
    return Cited((rng.choice(citekeys),), in_text=True)


def _entry(rng: random.Random, number: int, citekey: str, cited: set[str]) -> str:
    """Make an article as reference managers export it, half of them with study fields."""
    journal, short = rng.choice(JOURNALS)
    first = rng.randint(1, 900)
    fields = {
        "author": " and ".join(_name(rng) for _ in range(rng.randint(1, 8))),
        "title": f"{_words(rng, 8, 14)}: {_words(rng, 2, 4)} {number}",
        "journal": journal,
        "shortjournal": short,
        "year": str(rng.randint(1990, 2025)),
        "volume": str(rng.randint(1, 90)),
        "number": str(rng.randint(1, 12)),
        "pages": f"{first}--{first + rng.randint(1, 20)}",
        "doi": f"10.5555/bench.{number}",
        "pmid": str(10_000_000 + number),
    }
    if number % 2:
        people = rng.randint(8, 900)
        fields |= {
            "studytype": rng.choice(STUDY_TYPES),
            "sample": f"{people} people",
            "people": str(people),
            "finding": _words(rng, 8, 14) + ".",
            "limitation": _words(rng, 6, 10) + ".",
            "status": "unchecked",
            "statusdate": "2026-01-31",
        }
    if citekey not in cited:
        fields["background"] = "yes"
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
    return "\n".join([f"@article{{{citekey},", *lines, "}", ""])


def _name(rng: random.Random) -> str:
    """Make a name; one in ten has an accent, as LaTeX or as itself."""
    family = rng.choice(ACCENTED if rng.random() < 0.1 else FAMILIES)
    return f"{family}, {rng.choice(GIVEN)} {rng.choice('ABCDEFGH')}."


def sentences(page: CorpusPage) -> Iterator[Sentence]:
    """Iterate over all sentences of a page."""
    for block in page.blocks:
        yield from block.sentences
