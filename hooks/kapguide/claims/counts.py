"""Find the counts in a sentence: shares of people, sizes of studies, statistics.

Of a sentence: the first count about people, studies or outcomes; and for
comparisons, absolute and relative numbers apart.
Doses, dates, times, telephone numbers, ages, money and lengths of sessions are
no such counts: they are blanked before anything is looked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kapguide.words import Words
from kapguide.words.patterns import as_written


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a sentence counts."""

    count: str = ""
    """The words of the first count about people, studies or outcomes."""
    frequencies: tuple[tuple[float, str, float], ...] = ()
    """Each "N in M" or "N of M" about people: N, "in" or "of", M."""
    percent: str = ""
    relative: str = ""
    """The words of the first relative effect: "twice as likely"."""
    text: str = ""
    """The sentence in lower case, without what is no such count."""


def read_numbers(sentence: str, words: Words) -> Numbers:
    """Read the counts in a sentence."""
    text = sentence.lower()
    for pattern in (words.pattern("counts.signed"), words.pattern("counts.blanked", lower=True)):
        text = pattern.sub(" … ", text)
    percent = words.pattern("counts.percent", lower=True).search(text)
    relative = words.pattern("counts.relative", lower=True).search(text)
    if (percent or relative) and words.pattern("counts.money", lower=True).search(text):
        percent = relative = None
    shares = _find_frequencies(text, words)
    first = next(iter(shares), None)
    found = percent[0] if percent else first[0] if first else relative[0] if relative else ""
    return Numbers(
        count=as_written(sentence, found or _find_other(text, words)),
        frequencies=tuple(share[1:] for share in shares),
        percent=as_written(sentence, percent[0]) if percent else "",
        relative=as_written(sentence, relative[0]) if relative else "",
        text=text,
    )


def gives_size(numbers: Numbers, words: Words) -> bool:
    """Whether a sentence says how many people or studies a study had."""
    # "47 in 100 people" is a share; no study had 100 people because of it.
    rest = words.pattern("counts.share_of_total", lower=True).sub(" … ", numbers.text)
    sizes = (words.pattern("counts.sized", lower=True), words.pattern("counts.whole", lower=True))
    return any(pattern.search(rest) for pattern in sizes)


def value_of(number: str, words: Words) -> float:
    """Turn a number in digits or words into its value."""
    text = number.lower().replace(words["numbers.thousands"], "")
    if text[0].isdigit():
        return float(text.replace(words["numbers.decimal"], "."))
    return float(sum(words.values("numbers.values")[word] for word in text.split("-")))


def _find_frequencies(text: str, words: Words) -> list[tuple[str, float, str, float]]:
    found = []
    for match in words.pattern("counts.frequency", lower=True).finditer(text):
        small, large = value_of(match["n"], words), value_of(match["m"], words)
        word = "of" if match["of"] else "in"
        if small > large or large < 2 or (word == "of" and not _counts_people(match, words)):
            continue
        found.append((match[0].removesuffix(match["after"]), small, word, large))
    return found


def _counts_people(match: re.Match[str], words: Words) -> bool:
    """Whether "N of M" counts people: "one of two rooms" does not, "12 of 15" does."""
    if words.pattern("counts.counted", lower=True).search(match["after"]):
        return True
    digits = match["n"][0].isdigit() and match["m"][0].isdigit()
    return digits and value_of(match["m"], words) >= 10


def _find_other(text: str, words: Words) -> str:
    for pattern in (
        words.pattern("counts.share", lower=True),
        words.pattern("counts.most", lower=True),
        words.pattern("counts.statistic", lower=True),
    ):
        match = pattern.search(text)
        if match:
            return match[0]
    sized = words.pattern("counts.sized", lower=True).search(text)
    if sized and not words.pattern("counts.cannot", lower=True).search(text):
        rest = f"{text[: sized.start()]} {text[sized.end() :]}"
        large = sized[0][0].isdigit() and value_of(sized[0].split()[0], words) >= 10
        if words.pattern("counts.outcome", lower=True).search(rest) or (
            large and words.pattern("counts.treated", lower=True).search(rest)
        ):
            return sized[0]
    return ""
