"""Tags of languages, and what is meant by what is none."""

from __future__ import annotations

import pytest
from kapguide.words.language_tags import find_language, is_language


@pytest.mark.parametrize(
    "tag",
    [
        "en",
        "es-419",
        "fr-CA",
        "pt-BR",
        "zh-Hant",
        "zh-Hant-TW",
        "de-CH-1996",
        "EN-us",
        "haw",
        "sm",
        "tl",
    ],
)
def test_tags_that_exist(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("english", "en"),
        ("Spanish", "es"),
        ("espa\u00f1ol", "es"),
        ("espanol", "es"),
        ("deutsch", "de"),
        ("eng", "en"),
        ("ger", "de"),
        ("spa", "es"),
        ("sp", ""),
        ("jp", "ja"),
        ("es_MX", "es-MX"),
        ("english-us", "en-US"),
        ("en-UK", "en-GB"),
        ("en-EN", "en"),
        ("xx", ""),
        ("e", ""),
        ("", ""),
        ("klingon", ""),
        ("-en", ""),
        ("scottish", ""),
    ],
)
def test_what_was_meant(typed: str, meant: str) -> None:
    """By a name, by three letters, by a country, or with another sign between."""
    assert not is_language(typed)
    assert find_language(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("ingl\u00e9s", "en"), ("ingles", "en"), ("aleman", "de"), ("perro", "")]
)
def test_what_was_meant_by_a_name_in_the_language_of_the_site(typed: str, meant: str) -> None:
    assert find_language(typed, "es") == meant
