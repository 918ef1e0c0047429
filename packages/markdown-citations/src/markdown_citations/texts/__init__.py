"""The fixed texts that readers see, by language: one TOML file each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

LANGUAGES = tuple(
    sorted(
        file.name.removesuffix(".toml")
        for file in files(__name__).iterdir()
        if file.name.endswith(".toml")
    )
)


@dataclass(frozen=True, slots=True)
class Texts:
    """Fixed texts; en.toml says what each is for."""

    references: str
    marker_name: str
    marker_name_without_number: str
    no_date: str
    before_christ: str
    about: str
    back_to_text: str
    back_to_text_name: str
    back_to_place_name: str
    numbered_reference: str
    cited_on: str
    not_cited: str
    other_group: str
    undated_group: str
    two_names: str
    et_al: str
    editor: str
    editors: str
    date_unknown: str
    contained_in: str
    edition: str
    ordinals: Mapping[str, str]
    version: str
    page_range: str
    page_total: str
    report_number: str
    available_from: str
    accessed: str
    volume: str
    part: str
    volumes: str
    chapter: str
    number: str
    patent: str
    months: tuple[str, ...]
    seasons: tuple[str, ...]
    kinds: Mapping[str, str]
    roles: Mapping[str, tuple[str, str]]
    places: Mapping[str, str]
    series: Mapping[str, str]
    states: Mapping[str, str]
    closing: Mapping[str, str]
    locators: Mapping[str, tuple[str, str]]

    def name_places(self, value: str) -> str:
        """Return places, with words for biblatex's keys: "Germany, France" for two of them."""
        names = [name.strip() for name in value.split(" and ")]
        if self.places.keys().isdisjoint(map(str.lower, names)):
            return value
        return ", ".join(self.places.get(name.lower(), name) for name in names)


_BY_NUMBER = "ordinals"


def find_language(language: str) -> str | None:
    """Return which of `LANGUAGES` serves a language: `pt` serves `pt-BR`; None if none does."""
    codes = (language, language.partition("-")[0])
    return next((code for code in codes if code in LANGUAGES), None)


def read_texts(language: str = "en") -> Texts:
    """Read the texts of one of `LANGUAGES`, in English where its file has none."""
    return read_language(language)[0]


@cache
def read_language(language: str) -> tuple[Texts, tuple[str, ...]]:
    """Read the texts of one of `LANGUAGES`; the second value names those that are English.

    Its file lacks such a text, or has it with other places to fill in.
    """
    own, english = (
        tomllib.loads((files(__name__) / f"{code}.toml").read_text("utf-8"))
        for code in (language, "en")
    )
    values, lacking = _complete(own, english)
    return Texts(**values), tuple(lacking)


def _complete(
    own: Mapping[str, Any], english: Mapping[str, Any], within: str = ""
) -> tuple[dict[str, Any], list[str]]:
    """Return a table with the names of the English one, and those that are from there."""
    whole, lacking = dict(english), []
    for name, text in english.items():
        value, full = own.get(name), f"{within}{name}"
        if name == _BY_NUMBER and isinstance(value, Mapping):
            # Each language has its own rows; the English ones would spoil them.
            fits = all(_shape(form) == {"number"} for form in value.values())
        elif isinstance(text, Mapping) and isinstance(value, Mapping):
            value, gaps = _complete(value, text, f"{full}.")
            lacking += gaps
            fits = True
        else:
            fits = name in own and _shape(value) == _shape(text)
        if fits:
            whole[name] = value
        elif text:
            lacking.append(full)
    return whole, lacking


def change_texts(texts: Texts, changes: Mapping[str, Any]) -> tuple[Texts, list[str]]:
    """Replace some texts; the second value names those that stay.

    Such a name is unknown, or the new text has other places to fill in than the old one.
    """
    known, wrong = asdict(texts), []
    for name, new in changes.items():
        old = known.get(name)
        if isinstance(old, dict) and isinstance(new, Mapping):
            new = {**old, **new}  # noqa: PLW2901 - a table may change in part
        if name in known and _shape(new) == _shape(old):
            known[name] = new
        else:
            wrong.append(name)
    return Texts(**known), wrong


def _shape(value: object) -> object:
    """Return what the places are that a text, or each text in a table, has filled in."""
    if isinstance(value, Mapping):
        return {name: _shape(text) for name, text in value.items()}
    if isinstance(value, list | tuple):
        return [_shape(text) for text in value]
    if isinstance(value, str):
        with suppress(ValueError):  # a brace that stands alone
            return {name for _, name, _, _ in Formatter().parse(value) if name is not None}
    return None
