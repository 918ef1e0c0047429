"""Tell works of one author and year apart: 2020a and 2020b.

Letters are given for the whole library, not page by page, so that one work is
called the same on every page and on the page that lists all.

Works of a year are compared only where their raw author fields begin alike: no
other entry needs to be taken apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import count, product
from string import ascii_lowercase

from markdown_citations.library.entries import Entry, Library
from markdown_citations.printing.printed_names import short_names
from markdown_citations.printing.works import get, names_of, read_work
from markdown_citations.texts import Texts

_NO_LETTER = re.compile(r"\\\W?|[^\w]")


class Letters:
    """The letters of a library, found when they are asked for."""

    def __init__(self, library: Library, texts: Texts) -> None:
        self._library, self._texts = library, texts
        self._alike: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entry in library:
            self._alike[_rough(entry)].append(entry.citekey)
        self._letters: dict[str, str] = {}

    def __getitem__(self, citekey: str) -> str:
        """Return `a`, `b`, … or an empty text."""
        if citekey not in self._letters:
            self._compare(self._alike[_rough(self._library[citekey])])
        return self._letters[citekey]

    def _compare(self, citekeys: list[str]) -> None:
        groups: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for citekey in citekeys if len(citekeys) > 1 else ():
            work = read_work(self._library[citekey])
            people = names_of(work, "author") or names_of(work, "editor")
            name = short_names(people, self._texts) or f"\0{citekey}"
            groups[name, get(work, "year")].append((get(work, "title").casefold(), citekey))
        self._letters.update(dict.fromkeys(citekeys, ""))
        for (_, year), members in groups.items():
            if year and len(members) > 1:
                for letter, (_, citekey) in zip(_all_letters(), sorted(members), strict=False):
                    self._letters[citekey] = letter


def _all_letters() -> Iterator[str]:
    """Give a, b and so on, behind z aa and ab."""
    for length in count(1):
        yield from map("".join, product(ascii_lowercase, repeat=length))


def _rough(entry: Entry) -> tuple[str, str]:
    """Return the year and the first family name, roughly."""
    people = entry.get("author") or entry.get("editor")
    first = re.split(r"\s+and\s+", people.strip(), maxsplit=1)[0].strip()
    family = first.partition(",")[0] if "," in first else first.split()[-1] if first else ""
    year = entry.get("year") or entry.get("date")[:4]
    return year, _NO_LETTER.sub("", family).casefold()
