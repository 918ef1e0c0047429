"""An entry of a .bib file and the library of them, as plain values."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from markdown_citations.library.fields import unlabelled
from markdown_citations.library.latex import decode, decode_field
from markdown_citations.problems import Problem, Rule

_SUBTITLES = {
    "title": "subtitle",
    "booktitle": "booksubtitle",
    "maintitle": "mainsubtitle",
    "journaltitle": "journalsubtitle",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a .bib file."""

    citekey: str
    entry_type: str
    """In lower case: `article`, `misc`, …"""
    fields: Mapping[str, str]
    """Names in lower case; values as the file has them, without the outer
    braces or quotes; `@string` names replaced, crossref inherited."""
    path: str
    """The .bib file, relative to the project."""
    line: int
    """The line of the `@`, counted from 1."""
    field_lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The line on which each field starts, counted from 1."""

    def get(self, name: str, default: str = "") -> str:
        """Return a field's value, or `default` where the entry has none."""
        return self.fields.get(name, default)

    def text(self, *names: str) -> str:
        """Return the first of these fields that the entry has, decoded, with its subtitle.

        What biblatex calls the addon of a title stands behind both.
        """
        name = next(filter(self.fields.get, names), "")
        both = filter(self.fields.get, (name, _SUBTITLES.get(name, "")))
        text = ": ".join(filter(None, (decode_field(part, self.fields[part]) for part in both)))
        addon = f"{name}addon" if name in _SUBTITLES else ""
        added = decode_field(addon, self.get(addon)) if addon in self.fields else ""
        return ". ".join(filter(None, (text, added)))

    def title(self) -> str:
        """Return the title, decoded, or what readers see in its place."""
        return " ".join(self.text("title", "booktitle", "howpublished", "journal").split())

    def problem(self, rule: Rule, message: str, field: str = "", hint: str = "") -> Problem:
        """Make a problem of a field, or of the entry itself."""
        line = self.field_lines.get(field, self.line)
        return rule.problem(f"{self.citekey}: {message}", self.path, line, hint)


@dataclass(frozen=True, slots=True)
class Library:
    """The entries of all .bib files, in their order, by citekey."""

    entries: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))
    paths: tuple[str, ...] = ()
    """The files that were read, relative to the project."""
    broken: frozenset[str] = frozenset()
    """Citekeys of entries that could not be read. They are reported where they
    stand; who cites one need not be told that there is no such entry."""

    aliases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Other citekeys, which the field `ids` of an entry names, each with the entry's own."""
    xdata: tuple[Entry, ...] = ()
    """What is no work, but holds values for entries."""
    cut: frozenset[str] = frozenset()
    """Citekeys of entries whose last fields stand outside of them, or in an entry that does
    not exist, which is reported there."""
    headless: tuple[str, ...] = ()
    """Who wrote entries whose first lines are gone, and when, which is reported there."""

    def __contains__(self, citekey: object) -> bool:
        return citekey in self.entries or citekey in self.aliases

    def __getitem__(self, citekey: str) -> Entry:
        return self.entries[self.aliases.get(citekey, citekey)]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)

    def has_unread(self, citekey: str) -> bool:
        """Whether an entry that could not be read has a citekey, or is of its name and year."""
        name, year = (re.search(sign, citekey.lower()) for sign in (r"[^\W\d_]+", r"\d{4}"))
        return citekey in self.broken or any(
            name and year and words >= {name[0], year[0]} for words in _words_of(self.headless)
        )


@functools.lru_cache(maxsize=8)  # pages ask for each citekey
def _words_of(texts: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(re.findall(r"\w+", text.lower())) for text in texts)


def split_list(text: str) -> list[str]:
    """Split a list with commas, such as `ids`."""
    return [item.strip() for item in text.split(",") if item.strip()]


def split_keywords(entry: Entry) -> list[str]:
    """Return an entry's keywords; where semicolons part them, they may have commas."""
    text = entry.text("keywords", "keyword")
    words = text.split(";" if ";" in text else ",")
    return [word.strip() for word in words if word.strip()]


_DASH = re.compile(r"\s*(?:---?|–|—|‒|―)\s*")
# What PubMed has for pages until there are any: S0140-6736(20)30183-5
_ARTICLE = re.compile(r"[A-Z]\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX]")
_HYPHEN = re.compile(r"\s*[-‐‑−]\s*")


def decode_pages(value: str) -> str:
    r"""Return pages as text, with `--` for ranges: `1\,--\,10` is `1--10`."""
    if value.isascii() and value.replace("-", "").isalnum():
        return value
    for command, dash in (("textendash", "--"), ("textemdash", "---"), ("textminus", "-")):
        value = re.sub(rf"\{{?\\{command}(?:\{{\}}|\b)\s*\}}?", dash, value)
    value = re.sub(r"\\[,;:! /]|[{}$~]", " ", value)
    value = decode(re.sub(r"-{2,}", "–", value)) if "\\" in value else value
    value = re.sub(r"\s*(?:-{2,}|–)\s*", "--", value)
    value = re.sub(r"(?<=\d)\s+(?=e\d)", ".", value)  # 63 e1--8, of pages that are online
    return unlabelled("pages", " ".join(value.split()))


def split_pages(text: str) -> list[str]:
    """Split `1--4, 7` at what stands between several pages or ranges."""
    return re.split(r"\s*(?:[,;&]|\+(?=\s*\w)|\band\b)\s*", text)


def split_range(text: str) -> list[str]:
    """Split `189--198` at hyphens and dashes: one page, two ends, more where it is no range.

    Where there is a dash, a hyphen belongs to the label of a page: `A-12--A-15`.
    """
    parts = _DASH.split(text) if _DASH.search(text) else _HYPHEN.split(text)
    if len(parts) == 4 and parts[0] == parts[2]:  # A-12-A-15, 16--1--16--17
        return [f"{parts[0]}-{parts[1]}", f"{parts[2]}-{parts[3]}"]
    whole = "-".join(parts)
    if len(parts) > 2 and (parts[0].isalpha() or _ARTICLE.fullmatch(whole)):
        return [whole]  # bcr-2019-229
    if len(parts) == 3 and re.search(r"\.e\d+$", parts[1]):  # 238-246.e1-e4
        return [parts[0], f"{parts[1]}-{parts[2]}"]
    is_label = (
        len(parts) == 2 and parts[0].isalpha() and parts[1][:1].isdigit() and len(parts[0]) <= 2
    )
    # A-12 is one page.
    return [text] if is_label and not _DASH.search(text) else parts
