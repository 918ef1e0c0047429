"""Measure how well claims and unsupported numbers are told from what is right.

Claims: sentences that were labelled by hand (tests/checks/claims/sentences.tsv);
half of them were looked at while the patterns were written, the other half was
held back. Numbers: sentences with the entries that they cite, in which the numbers
that no entry bears out are marked (tests/checks/claims/numbers/); those held back
are of other studies, most of them in the words of other writers.

Likeness: lines that others wrote (tests/checks/claims/held_back.tsv), compared with the
examples alone: how many are found at the limit in use, and at others.

Prints precision (of what is found, how much is right to be found) and recall (of
what should be found, how much is), and what went wrong.

    python benchmarks/claims.py
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from kapguide.claims.claims import find_claim
from kapguide.claims.likeness import learn, read_traits
from kapguide.words import load_words
from labelled_numbers import judge

WORDS = load_words()
CASES = Path(__file__).resolve().parent.parent / "tests" / "checks" / "claims"


def measure(rows: list[tuple[str, str]], name: str) -> None:
    """Print precision and recall for some rows, with each mistake."""
    found = {sentence for _, sentence in rows if find_claim(sentence, WORDS)}
    claims = {sentence for label, sentence in rows if label == "claim"}
    right = found & claims
    precision, recall = len(right) / len(found), len(right) / len(claims)
    print(f"claims, {name}: {_say(len(rows), precision, recall)}")
    for sentence in sorted(found - claims):
        print(f"  no claim: {sentence} [{find_claim(sentence, WORDS)}]")
    for sentence in sorted(claims - found):
        print(f"  missed:   {sentence}")


def measure_numbers(name: str) -> None:
    """Print precision and recall for one set, with each mistake."""
    tally = judge(name)
    print(f"numbers, {name}: {_say(tally.sentences, tally.precision, tally.recall)}")
    for mistake in tally.extra:
        print(f"  borne out: {mistake}")
    for mistake in tally.missed:
        print(f"  missed:    {mistake}")


def measure_likeness(language: str) -> None:
    """Print how much reads like what it is by the examples alone, and at other limits."""
    lines = (CASES / "held_back.tsv").read_text("utf-8").splitlines()
    rows = [row[1:] for row in (line.split("\t") for line in lines) if row[0] == language]
    words = load_words(language)
    for label, kind in (("claim", "advertising"), ("story", "story")):
        likeness = learn(words)[kind]
        rates = [(likeness.rate(read_traits(text, words)), each) for each, text in rows]
        total = Counter(each for _, each in rates)
        for limit in (likeness.limit, 1.5, 2.0, 2.5, 3.0):
            found = Counter(each for rate, each in rates if rate > limit)
            said = f"{found[label]} of {total[label]} found"
            wrong = f"{found['plain']} of {total['plain']} plain ones"
            print(f"{kind}, {language}, above {limit:.2f}: {said}, {wrong}")


def _say(sentences: int, precision: float, recall: float) -> str:
    return f"{sentences} sentences, precision {precision:.3f}, recall {recall:.3f}"


def main() -> None:
    """Print the figures for both halves of the claims and all, for numbers and for likeness."""
    lines = (CASES / "sentences.tsv").read_text("utf-8").splitlines()
    rows = [(label, sentence) for label, _, sentence in (line.partition("\t") for line in lines)]
    measure(rows[0::2], "looked at")
    measure(rows[1::2], "held back")
    measure(rows, "all")
    measure_numbers("looked-at")
    measure_numbers("held-back")
    for language in ("en", "es"):
        measure_likeness(language)


if __name__ == "__main__":
    main()
