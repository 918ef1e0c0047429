"""Measure how well claims that need a citation are told from other sentences.

Reads sentences that were labelled by hand (tests/checks/claims/sentences.tsv):
half of them were looked at while the patterns were written, the other half was
held back. Prints precision (of what is found, how much is a claim) and recall
(of the claims, how many are found) for both halves, and what went wrong.

    python benchmarks/claims.py
"""

from __future__ import annotations

from pathlib import Path

from kapguide.claims.claims import find_claim
from kapguide.words import load_words

WORDS = load_words()
SENTENCES = Path(__file__).resolve().parent.parent / "tests" / "checks" / "claims" / "sentences.tsv"


def measure(rows: list[tuple[str, str]], name: str) -> None:
    """Print precision and recall for some rows, with each mistake."""
    found = {sentence for _, sentence in rows if find_claim(sentence, WORDS)}
    claims = {sentence for label, sentence in rows if label == "claim"}
    right = found & claims
    precision, recall = len(right) / len(found), len(right) / len(claims)
    print(f"{name}: {len(rows)} sentences, precision {precision:.3f}, recall {recall:.3f}")
    for sentence in sorted(found - claims):
        print(f"  no claim: {sentence} [{find_claim(sentence, WORDS)}]")
    for sentence in sorted(claims - found):
        print(f"  missed:   {sentence}")


def main() -> None:
    """Print the figures for both halves and for all."""
    lines = SENTENCES.read_text("utf-8").splitlines()
    rows = [(label, sentence) for label, _, sentence in (line.partition("\t") for line in lines)]
    measure(rows[0::2], "looked at")
    measure(rows[1::2], "held back")
    measure(rows, "all")


if __name__ == "__main__":
    main()
