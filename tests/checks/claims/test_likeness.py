"""What a sentence reads like, learned from examples."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from kapguide.claims.likeness import Likeness, find_reasons, learn, read_traits
from kapguide.words import Words, choose_words, load_words
from kapguide.words.loading import LABELS, CannotReadWords, read_examples

SITE = {"language": "en"}


def own(root: Path, text: str, language: str = "en") -> Path:
    """Write a site's own examples."""
    folder = root / "words" / "examples"
    folder.mkdir(parents=True)
    (folder / f"{language}.toml").write_text(text, "utf-8")
    return root


def rate(sentence: str, kind: str, words: Words) -> float:
    return learn(words)[kind].rate(read_traits(sentence, words))


def test_what_stands_in_examples_of_a_kind_speaks_for_it() -> None:
    words = load_words()
    sold, plain = "Feel alive again from your first visit.", "Bring a sweater for the session."
    assert rate(sold, "advertising", words) > 0 > rate(plain, "advertising", words)
    told = "She came to us after the war, and now she paints again."
    assert rate(told, "story", words) > 0 > rate(plain, "story", words)


def test_a_trait_weighs_what_its_frequencies_say() -> None:
    """By hand: "a" is in 2 of 2 and in 1 of 3, "b" in none and in 2 of 3, each and a tenth."""
    likeness = Likeness([["a"], ["a", "c"]], [["a"], ["b"], ["b"]])
    one = math.log((1 + 0.1) / (1 / 3 + 0.1))
    other = math.log((0 + 0.1) / (2 / 3 + 0.1))
    assert likeness.rate(["a"]) == pytest.approx(one / math.sqrt(5))
    assert likeness.rate(["a", "b"]) == pytest.approx((one + other) / math.sqrt(6))
    assert likeness.rate(["new"]) == 0


def test_no_plain_example_speaks_for_itself() -> None:
    """The limit is what the others say of them: of "a", that it is like the kind."""
    likeness = Likeness([["a"], ["a"]], [["a"], ["b"], ["b"]])
    assert likeness.limit == pytest.approx(math.log((1 + 0.1) / (0 + 0.1)) / math.sqrt(5))
    assert likeness.rate(["a"]) < likeness.limit


def test_the_words_that_weigh_most_are_given() -> None:
    sentence = "Feel alive again, and say goodbye to {} for good."
    assert "goodbye" in " ".join(find_reasons(sentence, "advertising", load_words()))
    assert not find_reasons("The door is green, and it is to the left.", "story", load_words())


@pytest.mark.parametrize("other", ["KAP", "TMS", "esketamine", "lithium"])
def test_a_treatment_is_one_word_like_another(other: str) -> None:
    words, sentence = load_words(), "{} gives you your mornings back."
    assert read_traits(sentence.format(other), words) == read_traits(
        sentence.format("Ketamine"), words
    )


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("It isn’t far from the bus.", "It is not far from the bus."),
        ("You cannot drive home.", "You can not drive home."),
        ("Didn't they call?", "Did not they call?"),
        ("It’s late, and that's where he's from.", "It is late, and that is where he is from."),
        ("We've got tea.", "We have got tea."),
    ],
)
def test_a_contraction_is_the_words_that_it_is_of(short: str, long: str) -> None:
    words = load_words()
    assert read_traits(short, words) == read_traits(long, words)
    assert {"you", "'ll", "'ll find"} <= {*read_traits("You'll find tea.", words)}


def test_the_reasons_are_words_as_they_stand() -> None:
    likeness = Likeness([["you 'll"], ["you 'll"]], [["a"], ["b"]])
    assert likeness.strongest(["you 'll", "'ll find"]) == ["you'll"]
    assert {"ca", "wo"}.isdisjoint(read_traits("You can't, and won't.", load_words()))


@pytest.mark.parametrize(
    ("examples", "found"),
    [
        ("", False),
        ('advertising = ["Une guérison pour tous."]\n', False),
        ('advertising = ["Une guérison pour tous."]\nplain = ["Le bus."]\n', False),
        ('plain = ["Le bus.", "La porte."]\nstory = []\n', False),
        ('advertising = ["Une guérison pour tous."]\nplain = ["Le bus.", "La porte."]\n', True),
    ],
)
def test_a_language_needs_examples_of_both(tmp_path: Path, examples: str, found: bool) -> None:
    site = own(tmp_path, examples, "fr")
    (site / "words" / "fr.toml").write_text('[dates]\nday = "{day} {month} {year}"\n', "utf-8")
    words = choose_words({"language": "fr"}, {}, site)
    assert bool(find_reasons("Une guérison pour tous.", "advertising", words)) is found


@pytest.mark.parametrize(
    "sentence",
    [
        "Feel alive again from your first visit.",
        "Say goodbye to depression and hello to the life you deserve.",
    ],
)
def test_a_site_adds_examples_of_its_own(tmp_path: Path, sentence: str) -> None:
    """A right sentence that is told is right once it stands among the plain ones."""
    assert find_reasons(sentence, "advertising", load_words())
    words = choose_words(SITE, {}, own(tmp_path, f'plain = ["{sentence}"]\n'))
    assert not find_reasons(sentence, "advertising", words)


def test_an_example_may_quote(tmp_path: Path) -> None:
    """A page's sentence is compared without what it quotes."""
    said = "Finally {} relief that works, for a brighter tomorrow."
    assert find_reasons(said.format("…"), "advertising", load_words())
    text = said.format("“the waiting of so many years in the dark”")
    words = choose_words(SITE, {}, own(tmp_path, f'plain = ["{text}"]\n'))
    assert not find_reasons(said.format("…"), "advertising", words)


@pytest.mark.parametrize(
    "text",
    [
        'good = ["A sentence."]\n',
        'plain = "A sentence."\n',
        "[plain]\na = 1\n",
        "plain = [1]\n",
        'plain = [["A sentence."]]\n',
    ],
)
def test_another_label_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(CannotReadWords, match=r"words/examples/en\.toml .* is no list of sent"):
        choose_words(SITE, {}, own(tmp_path, text))


@pytest.mark.parametrize("file", ["en", "en-GB"])
@pytest.mark.parametrize("words_too", [True, False])
def test_what_a_country_speaks_is_compared_too(tmp_path: Path, file: str, words_too: bool) -> None:
    sentence = "Feel alive again from your first visit."
    site = own(tmp_path, 'plain = ["The bus stops here."]\n', file)
    if words_too:
        (site / "words" / "en-GB.toml").write_text('[dates]\nday = "{day} {month} {year}"\n')
    language = {"language": "en-GB"}
    assert find_reasons(sentence, "advertising", choose_words(language, {}, site))
    (site / "words" / "examples" / f"{file}.toml").write_text(f'plain = ["{sentence}"]\n')
    words = choose_words(language, {}, site)
    assert words.examples
    assert not find_reasons(sentence, "advertising", words)


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_example_stands_twice_or_for_two_things(language: str) -> None:
    sentences = [sentence for _, sentence in read_examples(language)]
    assert len(sentences) == len(set(sentences))
    assert {label for label, _ in read_examples(language)} == set(LABELS)
