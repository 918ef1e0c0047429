"""Sentences whose unsupported numbers were marked by hand, and how well they are found.

A line of NAME.tsv in tests/checks/claims/numbers holds citekeys of NAME.bib and a sentence in
which what these entries do not bear out stands in braces: "It had {14} people."
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kapguide.claims.support import find_unsupported
from kapguide.words import load_words
from markdown_citations.library.reading import read_library

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "checks" / "claims" / "numbers"
WORDS = load_words()


@dataclass
class Tally:
    """What was found of what should be, number by number."""

    sentences: int = 0
    right: int = 0
    wanted: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    """Numbers that were reported and are borne out."""

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.extra))

    @property
    def recall(self) -> float:
        return self.right / self.wanted


def read_rows(name: str) -> list[tuple[str, str]]:
    """Give the citekeys and the marked sentence of each line."""
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
    return [(citekeys, marked) for citekeys, _, marked in (line.partition("\t") for line in lines)]


def judge(name: str) -> Tally:
    """Look for unsupported numbers in all sentences of a set."""
    library, _ = read_library([FOLDER / f"{name}.bib"], FOLDER)
    tally = Tally()
    for citekeys, marked in read_rows(name):
        sentence, marks = read_marks(marked)
        entries = [library[key] for key in citekeys.split()]
        found = list(find_unsupported(sentence, entries, WORDS))
        spans = [range(each.start, each.start + len(each.text)) for each in found]
        hits = [mark for mark in marks if any(mark.start in span for span in spans)]
        tally.sentences += 1
        tally.right += len(hits)
        tally.wanted += len(marks)
        tally.missed += [f"{citekeys}: {marked}" for mark in marks if mark not in hits]
        tally.extra += [
            f"{citekeys}: {marked} [{each.text}]"
            for each, span in zip(found, spans, strict=True)
            if not any(mark.start in span for mark in marks)
        ]
    return tally


def read_marks(marked: str) -> tuple[str, list[range]]:
    """Return a sentence without its braces, and where each pair of them stood."""
    sentence, marks = "", []
    for piece in marked.split("{"):
        inside, brace, rest = piece.partition("}")
        if brace:
            marks.append(range(len(sentence), len(sentence) + len(inside)))
        sentence += inside + rest
    return sentence, marks
