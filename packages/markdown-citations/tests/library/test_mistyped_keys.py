"""The entry that a mistyped citekey was meant for, and never another study."""

from __future__ import annotations

import pytest
from counting import count_lines
from hypothesis import given
from hypothesis import strategies as st
from markdown_citations.library import mistyped_keys
from markdown_citations.library.mistyped_keys import find_meant, suggest_citekey
from markdown_citations.problems import ask_meant, did_you_mean, is_slip

KEYS = [
    "feder2014",
    "dore2019",
    "li2020",
    "lee2021a",
    "lee2021b",
    "kap-part-a",
    "fda_offlabel",
    "fda2023notice",
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("feder2041", "feder2014"),
        ("fedr2014", "feder2014"),
        ("fedder2014", "feder2014"),
        ("fader2014", "feder2014"),
        ("efder2014", "feder2014"),
        ("Dore2019", "dore2019"),
        ("fda_offlabl", "fda_offlabel"),
        ("fda2023notcie", "fda2023notice"),
        ("il2020", "li2020"),
        ("fedre2014", "feder2014"),
        ("fda_offlebal", "fda_offlabel"),
        ("defer2014", "feder2014"),
        ("dore2091", "dore2019"),
        ("dore_2019", "dore2019"),
        ("fda-offlabel", "fda_offlabel"),
        ("Doré:2019", "dore2019"),
    ],
)
def test_one_slip(typed: str, meant: str) -> None:
    """A letter too many, too few, another, or two that changed places, also around a third."""
    assert find_meant(typed, KEYS) == meant
    assert suggest_citekey(typed, KEYS, "Add it.") == f'Did you mean "{meant}"?'


@pytest.mark.parametrize(
    "deleted",
    [
        "feder2015",
        "dore2018",
        "efder2015",
        "lee2012a",
        "lu2020",
        "lee2021",
        "lee2021c",
        "le2021a",
        "dore201",
        "kew2023",
        "kap-part-b",
    ],
)
def test_another_study_is_never_offered(deleted: str) -> None:
    """Another year, another letter behind it, another short name: another work."""
    assert find_meant(deleted, KEYS) is None
    assert suggest_citekey(deleted, KEYS, "Add it.") == "Add it."


@pytest.mark.parametrize("number", ["smc2258", "rfc9999", "law1737"])
def test_a_number_in_a_citekey_is_no_year(number: str) -> None:
    """A year to come stays none because a law has a larger number."""
    assert find_meant("dore2091", [*KEYS, number]) == "dore2019"
    assert find_meant("dore2109", [*KEYS, number]) == "dore2019"
    assert find_meant("feder2015", [*KEYS, number]) is None


def test_two_that_may_be_meant() -> None:
    """Nobody knows which, so none is offered."""
    assert find_meant("smih2020", ["smith2020", "smiih2020"]) is None


@given(st.text(max_size=8), st.integers(0, 8), st.characters())
def test_slips_are_known(text: str, at: int, letter: str) -> None:
    """Whatever is put in, taken out, replaced or swapped once, in both directions."""
    at = min(at, len(text))
    others = [text[:at] + text[at : at + n][::-1] + text[at + n :] for n in (2, 3)]
    for other in (text[:at] + letter + text[at:], text[:at] + letter + text[at + 1 :], *others):
        assert is_slip(text, other) is (text != other)
        assert is_slip(other, text) is (text != other)


@given(st.text("abÉ_-", max_size=9), st.lists(st.text("abÉ_-", max_size=9), max_size=9))
def test_looked_up_is_as_compared(typed: str, keys: list[str]) -> None:
    """What is looked up by its parts is what a comparison with each would find."""
    near = {key for key in keys if key != typed and mistyped_keys._is_mistyped(typed, key, 0)}
    assert find_meant(typed, keys) == (near.pop() if len(near) == 1 else None)


def test_many_that_are_gone_take_no_time() -> None:
    """Each entry of a library may name one that stands in another file."""

    def look_up(size: int) -> None:
        keys = [f"roe-et-al-icaps{number}" for number in range(size)]
        for number in range(size):
            find_meant(f"icaps{number}", keys)

    assert count_lines(lambda: look_up(800)) < 6 * count_lines(lambda: look_up(200))


def test_same_word_is_never_offered() -> None:
    """Who typed it has typed it already."""
    assert did_you_mean("about.md", ["about.md", "abuot.md"]) == 'Did you mean "abuot.md"?'
    assert did_you_mean("about.md", ["about.md"]) == ""


@pytest.mark.parametrize(
    ("typed", "meant", "said"),
    [
        ("getting\u2011ready.md", "getting-ready.md", ' It has "\u2011" (U+2011): type that place'),
        ("getting\u2212ready.md", "getting-ready.md", ' It has "\u2212" (U+2212): type that place'),
        ("fees\uff0emd", "fees.md", ' It has "\uff0e" (U+FF0E): type that place'),
        ("fe\u200bes.md", "fees.md", " It has a sign that is not seen (U+200B): type that place"),
        ("getting\u2011redy.md", "getting-ready.md", ""),
        ("caf\u00e9.md", "cafe\u0301.md", ""),
        ("abuot.md", "about.md", ""),
    ],
)
def test_sign_that_looks_the_same(typed: str, meant: str, said: str) -> None:
    """What looks like the word that is meant would be typed so again."""
    question = f'Did you mean "{meant}"?'
    assert ask_meant(typed, meant) == (
        f"{question}{said} anew on the keyboard." if said else question
    )


def test_entry_that_no_page_can_cite() -> None:
    """Its key would fail as well: the entry gets the one that is cited."""
    said = suggest_citekey("kew2023", ("kew 2023", "lee2020"), "Add it.")
    assert said == 'If the entry "kew 2023" is meant, call it kew2023.'
