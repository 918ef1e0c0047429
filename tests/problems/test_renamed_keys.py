"""A citekey that was renamed in the library: what pages cite, and what no page cites."""

from __future__ import annotations

from dataclasses import replace

import pytest
from kapguide.problems.causes import tell_causes
from markdown_citations.problems import Problem, cause_citekey


def _unknown(path: str, line: int | None, key: str = "lee2020") -> Problem:
    return Problem("citekey-unknown", f'no entry "{key}"', path, line, "Add it.")


@pytest.mark.parametrize(
    ("gone", "unused", "meant"),
    [
        ("lee2020", ["lee2020jama"], "lee2020jama"),
        ("lee2020sleep", ["lee2020"], "lee2020"),
        ("lee2020", ["lee2020a", "lee2020b"], ""),
        ("lee2020", ["lee2021"], ""),
        ("lee2020", ["roe2020"], ""),
        ("w", ["who2020"], ""),
        ("roe", ["roe1999"], ""),
        ("roe19", ["roe1999"], ""),
        ("lee2020", ["lee20201"], ""),
        ("lee2020a", ["lee2020"], "lee2020"),
        ("lee2020", ["lee_sleep_2020"], "lee_sleep_2020"),
        ("lee2020", ["LeeSleepOfMany2020"], "LeeSleepOfMany2020"),
        ("lee_sleep_2020", ["lee2020"], "lee2020"),
        ("lee2020", ["leeper_sleep_2020"], ""),
        ("lee2020", ["lee_sleep_2021"], ""),
        ("lee2020", ["roe_lee_2020"], ""),
        ("lee_sleep_2020", ["lee2020sleep"], "lee2020sleep"),
        ("WHO2020", ["WHOGuideline2020"], "WHOGuideline2020"),
        ("vanDyke2020", ["van_dyke_sleep_2020"], "van_dyke_sleep_2020"),
        ("lee2020sleep", ["lee2020pain"], ""),
        ("lee_sleep_2020", ["lee_pain_2020"], ""),
        ("lee2020a", ["lee2020b"], ""),
        ("lee2020", ["lee2020-2"], ""),
        ("apa2013dsm", ["apa2013icd"], ""),
        ("fda2023label", ["fda2023warning"], ""),
        ("vanDyke2020", ["vanGogh2020"], ""),
        ("deJong2019", ["deWit2019"], ""),
        ("mcDonald2019", ["mcCarthy2019"], ""),
        ("DiForti2019", ["DiMarzo2019"], ""),
        ("OBrien2020", ["OKeefe2020"], ""),
        ("world-health2020", ["world-bank2020"], ""),
    ],
)
def test_key_that_was_renamed(gone: str, unused: list[str], meant: str) -> None:
    """It is unknown wherever it is cited, and nobody cites the new one: that is one mistake."""
    unknown = [
        replace(_unknown("a.md", 3, gone), cause=cause_citekey(gone)),
        Problem("figure-entry", f'names "{gone}"', "a.md", 1, "Add.", cause=cause_citekey(gone)),
    ]
    others = [
        Problem("entry-unused", f"{key}: no", "b.bib", at, "", "warning", cause_citekey(key))
        for at, key in enumerate(unused)
    ]
    first, *left = tell_causes([*unknown, *others])
    assert first.hint == (f'Did you mean "{meant}"?' if meant else "Add.")
    assert left == ([] if meant else others)


def test_hint_that_names_a_key_already() -> None:
    """It is kept, where that key is cited; another one is not taken for it."""
    hint = 'Did you mean "lee2021"?'
    cause = cause_citekey("lee2020")
    gone = replace(_unknown("a.md", 3), hint=hint, cause=cause)
    other = cause_citekey("lee2020jama")
    unused = Problem("entry-unused", "lee2020jama: no", "b.bib", 1, "", "warning", other)
    assert tell_causes([gone, unused]) == [gone, unused]
