"""What scripts and stylesheets write on a page, and what they look for, is data as well."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from kapguide.words import load_words

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPTS = sorted((ROOT / "docs" / "assets").glob("*.js"))
STYLES = [*(ROOT / "docs" / "assets").glob("*.css"), *(ROOT / "overrides").rglob("*.css")]
WORDS = load_words()


def test_scripts_use_each_of_their_words() -> None:
    """And no word that is not there: on the page that would be "undefined"."""
    used = set()
    for path in SCRIPTS:
        used |= set(re.findall(r"\bwords\)?\.(\w+)", path.read_text("utf-8")))
    assert used == set(WORDS.group("scripts"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_have_no_texts_of_their_own(path: Path) -> None:
    code = re.sub(r"/\*.*?\*/|//.*", "", path.read_text("utf-8"), flags=re.S | re.M)
    assert re.findall(r"""["'`][A-Z][a-z]+ [^"'`]*["'`]|["'`][^"'`]+[.…]["'`]""", code) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_stylesheets_have_no_texts_of_their_own(path: Path) -> None:
    """What they print stands in an attribute, or in braces for the template."""
    style = re.sub(r"/\*.*?\*/|\{\{.*?\}\}", "", path.read_text("utf-8"), flags=re.S)
    values = re.findall(r"\bcontent:([^;}]*)", style)
    texts = [text for value in values for text in re.findall(r'"([^"]*)"', value)]
    assert [text for text in texts if re.search(r"[^\W\d_]", text)] == []


CRISIS = re.compile("|".join(WORDS.list("search.crisis")), re.I)


@pytest.mark.parametrize(
    "typed",
    [
        *("suicide", "Sucidal", "self harm", "self-harm", "selfharm", "overdosed", "in crisis"),
        *("I want to die", "wanna die", "kill myself", "hurting themselves", "end it all"),
        *("can't breathe", "can’t wake him", "not breathing", "EMERGENCY"),
    ],
)
def test_words_of_a_crisis(typed: str) -> None:
    """Misspelt ones too, and with either apostrophe."""
    assert CRISIS.search(typed)


@pytest.mark.parametrize(
    "typed",
    ["price", "side effects", "diet", "studied", "does breathing help", "kill pain"],
)
def test_words_of_no_crisis(typed: str) -> None:
    assert not CRISIS.search(typed)


def test_no_number_is_among_them() -> None:
    """The numbers are those that docs/_includes/crisis.md calls."""
    assert not re.search(r"\d", CRISIS.pattern)
