"""Texts with citations, drawn at random from what Pandoc's users write."""

from __future__ import annotations

import random
import re

from markdown_citations.language.locators import LABELS
from markdown_citations.texts import read_texts

NEW_LABELS = {
    *("act", "appendix", "article-locator", "canon", "elocation", "equation", "rule", "scene"),
    *("supplement", "table", "timestamp", "title-locator"),
}

KEYS = ["doe99", "Smith_2020", "a:b", "x.y-z", "_u", "item1", "é1", "k/v", "q//r", "m+n?o", "c&d"]
WORDS = ["see", "also", "e.g.,", "cf.", "our italics", "and", "x", "3", "the", "(in press)", "5–6"]
MARKUP = ["*em*", "`co de`", "**b**", "[li](http://u.v/)", r"\;", r"\@", r"\!"]
PLACES = [
    *("p. 3", "pp. 33-35", "pp. 33, 35-37", "3", "33-4", "chap. 2", "fig. 3a", "vol. 2", "§ 4"),
    *("sec. 4.2", "iv", "p. iv", "{p. A}", "{}x 3", "page 7", "3(a)", "bk. II", "no. 4", "l. 3"),
    *("s.v. 9", "para. 12", "12 ff", "p. [3]", "Chapter 4, section 2"),
]
VALUES = [
    *(
        "3",
        "33-35",
        "33, 35-37",
        "iv",
        "vi-xi",
        "(xv)-(xvii)",
        "3a",
        "C22",
        "1.2",
        "1.2.3",
        "2:33-44",
    ),
    *("34(1)", "34A(A)", "34(1)(i)(i)", "(1)(a)", "[17]", "[17]-[18]", "591 [84]", "a", "A", "3."),
    *(
        "12 ff",
        "3 and 5",
        "4–6",
        "2 3",
        "3, 7, see 9",
        "3,4",
        "1/2",
        "12e4",
        "x3y",
        "3'",
        "3!",
        "S1-S5",
    ),
]
TAILS = ["", ", our italics", " with suffix", " and note 3", ", see also 4", ".", " (cf. 3)", "!"]
JUNK = [*"[];@- .,{}()a1\"':/!", " ", "\n", "p. 3", "@doe99", "-@item1", "see"]


def words(rng: random.Random) -> str:
    pool = WORDS + MARKUP if rng.random() < 0.3 else WORDS
    return " ".join(rng.choice(pool) for _ in range(rng.randint(1, 3)))


def key(rng: random.Random) -> str:
    name = rng.choice(KEYS)
    return f"@{{{name}}}" if rng.random() < 0.15 else f"@{name}"


def item(rng: random.Random) -> str:
    text = f"{words(rng)} " if rng.random() < 0.3 else ""
    text += ("-" if rng.random() < 0.2 else "") + key(rng)
    if rng.random() < 0.5:
        text += rng.choice([", ", " ", ",", ": "]) + rng.choice(PLACES)
    if rng.random() < 0.4:
        text += rng.choice([", ", " ", ". ", " ("]) + words(rng)
    return text


def group(rng: random.Random) -> str:
    separator = rng.choice(["; ", ";", " ; "])
    return f"[{separator.join(item(rng) for _ in range(rng.randint(1, 3)))}]"


def textual(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.3:
        tail = f", {words(rng)}" if rng.random() < 0.3 else ""
        return f"{key(rng)}{rng.choice([' ', '', chr(10)])}[{rng.choice(PLACES)}{tail}]"
    if kind < 0.5:
        return f"{key(rng)} [{rng.choice(PLACES)}; {item(rng)}]"
    return f"{key(rng)} {group(rng)}" if kind < 0.6 else key(rng)


def sentence(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.45:
        return f"Text {group(rng)}{rng.choice(['.', ' and', ', so'])}"
    if kind < 0.7:
        return f"As {textual(rng)}{rng.choice(['.', ' said', '; so'])}"
    if kind < 0.8:
        return f"A {group(rng)} b {textual(rng)} x"
    return f"T {''.join(rng.choice(JUNK) for _ in range(rng.randint(3, 12)))} z"


def is_fair(source: str) -> bool:
    """Leave out what differs on purpose, and blocks that are no paragraph."""
    apart = r"@\{\}|\n\s*[-\n(]|\n=|\]\s*[:\[({]|[\w/]/@|^\s*$"
    outside = re.sub(r"\[[^\[\]]*\]", "", source)
    return not re.search(apart, source) and "-@" not in outside


def suffix(rng: random.Random) -> str:
    forms = [
        form
        for name in LABELS
        if name not in NEW_LABELS
        for form in (*read_texts().locators[name], *LABELS[name])
    ]
    label = rng.choice([*forms, "p.", "pp.", "page", "p", "Page", "CHAP.", "Fig.", "foo"])
    value, kind = rng.choice(VALUES), rng.random()
    if kind < 0.45:
        text = label + rng.choice([" ", "", " "]) + value
    elif kind < 0.65:
        text = value
    elif kind < 0.75:
        text = f"{{{rng.choice([label + ' ', ''])}{value}{rng.choice(['', ', A'])}}}"
    elif kind < 0.8:
        text = f"{{}}{label} {value}"
    else:
        text = f"{label} {value}{rng.choice([', ', ' ', '-'])}{rng.choice(VALUES)}"
    return rng.choice([", ", " ", ",", ", ", " , "]) + text + rng.choice(TAILS)


def has_new_word(text: str) -> bool:
    """`issue` as a word came to CSL's labels later than its short form."""
    return bool(re.search(r"\b(issues?|numbers?)\b", text, re.I))
