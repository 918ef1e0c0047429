"""Measure how well claims and unsupported numbers are told from what is right.

Claims: sentences that were labelled by hand (tests/checks/claims/sentences.tsv).
Numbers: sentences with what they cite (numbers.tsv, and the entries in
numbers.bib), in which the numbers that no entry bears out stand in braces.
Half of each was looked at while the rules were written, the other half was held
back. Prints precision (of what is found, how much is right to be found) and
recall (of what should be found, how much is) for both halves, and what went wrong.

    python benchmarks/claims.py
"""

from __future__ import annotations

from pathlib import Path

from kapguide.claims.claims import find_claim
from kapguide.claims.support import find_unsupported
from kapguide.words import load_words
from markdown_citations.library.reading import read_library

WORDS = load_words()
CASES = Path(__file__).resolve().parent.parent / "tests" / "checks" / "claims"


def main() -> None:
    """Print the figures for both halves and for all."""
    claims = _read("sentences.tsv")
    numbers = _read("numbers.tsv")
    for name, step in (("looked at", 0), ("held back", 1)):
        measure_claims(claims[step::2], f"claims, {name}")
        measure_numbers(numbers[step::2], f"numbers, {name}")
    measure_claims(claims, "claims, all")
    measure_numbers(numbers, "numbers, all")


def measure_claims(rows: list[tuple[str, str]], name: str) -> None:
    """Print precision and recall for some rows, with each mistake."""
    found = {sentence for _, sentence in rows if find_claim(sentence, WORDS)}
    claims = {sentence for label, sentence in rows if label == "claim"}
    print(_figures(name, len(rows), len(found & claims), len(found), len(claims)))
    for sentence in sorted(found - claims):
        print(f"  no claim: {sentence} [{find_claim(sentence, WORDS)}]")
    for sentence in sorted(claims - found):
        print(f"  missed:   {sentence}")


def measure_numbers(rows: list[tuple[str, str]], name: str) -> None:
    """Print precision and recall, number by number, with each mistake."""
    library, _ = read_library([CASES / "numbers.bib"], CASES)
    right = found = wrong = 0
    mistakes = []
    for citekeys, marked in rows:
        sentence, spans = read_marks(marked)
        entries = [library[key] for key in citekeys.split()]
        reported = [
            range(quantity.start, quantity.start + len(quantity.text))
            for quantity in find_unsupported(sentence, entries, WORDS)
        ]
        hits = [span for span in spans if any(span.start in each for each in reported)]
        extra = [each for each in reported if not any(span.start in each for span in spans)]
        right, wrong = right + len(hits), wrong + len(spans)
        found += len(hits) + len(extra)
        mistakes += [f"  supported: {marked} [{_cut(sentence, each)}]" for each in extra]
        missed = [span for span in spans if span not in hits]
        mistakes += [f"  missed:    {marked} [{_cut(sentence, each)}]" for each in missed]
    print(_figures(name, len(rows), right, found, wrong))
    print("\n".join(mistakes))


def read_marks(marked: str) -> tuple[str, list[range]]:
    """Return a sentence without its braces, and where each pair of them stood."""
    sentence, spans = "", []
    for piece in marked.split("{"):
        inside, brace, rest = piece.partition("}")
        if brace:
            spans.append(range(len(sentence), len(sentence) + len(inside)))
        sentence += inside + rest
    return sentence, spans


def _read(name: str) -> list[tuple[str, str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [(label, sentence) for label, _, sentence in (line.partition("\t") for line in lines)]


def _figures(name: str, rows: int, right: int, found: int, wanted: int) -> str:
    precision, recall = right / found, right / wanted
    return f"{name}: {rows} sentences, precision {precision:.3f}, recall {recall:.3f}"


def _cut(sentence: str, span: range) -> str:
    return sentence[span.start : span.stop]


if __name__ == "__main__":
    main()
