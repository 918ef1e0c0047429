"""What a sentence reads like, learned from examples."""

from __future__ import annotations

from pathlib import Path

import pytest
from kapguide.claims.likeness import Likeness
from kapguide.words import choose_words, load_words
from kapguide.words.loading import LABELS, CannotReadWords, read_examples

SITE = {"language": "en"}


def own(root: Path, text: str, language: str = "en") -> Path:
    """Write a site's own examples."""
    folder = root / "words" / "examples"
    folder.mkdir(parents=True)
    (folder / f"{language}.toml").write_text(text, "utf-8")
    return root


def test_what_stands_in_examples_of_a_kind_speaks_for_it() -> None:
    likeness = Likeness(load_words())
    sold, plain = "Feel alive again from your first visit.", "Bring a sweater for the session."
    assert likeness.rate(sold, "advertising") > 0 > likeness.rate(plain, "advertising")
    told = "She came to us after the war, and now she paints again."
    assert likeness.rate(told, "story") > 0 > likeness.rate(plain, "story")


def test_the_words_that_weigh_most_are_given() -> None:
    likeness = Likeness(load_words())
    first, *_ = likeness.reasons("The door is green, and you will feel alive again.", "advertising")
    assert "alive" in first


@pytest.mark.parametrize("other", ["KAP", "TMS", "esketamine", "lithium"])
def test_a_treatment_is_one_word_like_another(other: str) -> None:
    likeness = Likeness(load_words())
    sentence = "{} gives you your mornings back."
    one = likeness.rate(sentence.format("Ketamine"), "advertising")
    assert likeness.rate(sentence.format(other), "advertising") == one


def test_a_language_without_examples_has_no_likeness(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "fr.toml").write_text('[dates]\nday = "{day} {month} {year}"\n', "utf-8")
    words = choose_words({"language": "fr"}, {}, tmp_path)
    assert Likeness(words).rate("Une guérison pour tous.", "advertising") == 0


def test_a_site_adds_examples_of_its_own(tmp_path: Path) -> None:
    """A right sentence that is told is right once it stands among the plain ones."""
    sentence = "Feel alive again from your first visit."
    words = choose_words(SITE, {}, own(tmp_path, f'plain = ["{sentence}"]\n'))
    before = Likeness(load_words()).rate(sentence, "advertising")
    assert Likeness(words).rate(sentence, "advertising") < before


@pytest.mark.parametrize(
    "text", ['good = ["A sentence."]\n', 'plain = "A sentence."\n', "[plain]\na = 1\n"]
)
def test_another_label_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(CannotReadWords, match=r"words/examples/en\.toml .* is no list of sent"):
        choose_words(SITE, {}, own(tmp_path, text))


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_example_stands_twice_or_for_two_things(language: str) -> None:
    sentences = [sentence for _, sentence in read_examples(language)]
    assert len(sentences) == len(set(sentences))
    assert {label for label, _ in read_examples(language)} == set(LABELS)
