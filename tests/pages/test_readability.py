"""The grade of a text."""

from __future__ import annotations

import pytest
from kapguide.pages.readability import count_syllables, measure, split_sentences
from kapguide.words import load_words

WORDS = load_words()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("One. Two.", ["One.", "Two."], id="full stops"),
        pytest.param("Really? Yes!", ["Really?", "Yes!"], id="other ends"),
        pytest.param(
            "Ask Dr. Who, e.g. Monday.", ["Ask Dr. Who, e.g. Monday."], id="abbreviations"
        ),
        pytest.param(
            "About 24.8 in 100 felt sick.", ["About 24.8 in 100 felt sick."], id="decimals"
        ),
        pytest.param("one\ntwo", ["one", "two"], id="list items end at the line's end"),
        pytest.param('He said "no." Then left.', ['He said "no."', "Then left."], id="quotation"),
        pytest.param("See No. 5. No. Yes.", ["See No. 5.", "No.", "Yes."], id="numbers and noes"),
        pytest.param("Ya. Él va. ¿Y tú?", ["Ya.", "Él va.", "¿Y tú?"], id="Spanish"),
        pytest.param("  \n. \n", [], id="nothing with a word in it"),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    """A sentence ends where a reader takes a breath."""
    assert split_sentences(text, WORDS) == sentences


def test_longer_words_and_sentences_are_harder() -> None:
    """The grade grows with both, as the two formulas say."""
    easy = measure("The cat sat. The dog ran. It was hot.", WORDS)
    long = measure("The cat sat and the dog ran and it was hot and they slept in the shade.", WORDS)
    hard = measure("Administration necessitates individualized psychological evaluation.", WORDS)
    assert easy.level < long.level < hard.level
    assert (easy.sentences, easy.words) == (3, 9)


def test_known_formulas() -> None:
    """Flesch-Kincaid: 0.39 × words per sentence + 11.8 × syllables per word - 15.59."""
    reading = measure("The medicine is given here.", WORDS)
    assert reading.levels["Flesch-Kincaid"] == pytest.approx(0.39 * 5 + 11.8 * 8 / 5 - 15.59)
    assert reading.levels["SMOG"] == pytest.approx(1.043 * 30**0.5 + 3.1291)


def test_glossary_terms_are_known_words() -> None:
    """A term that the glossary explains counts as a word of two syllables at most."""
    text = "Esketamine is psychotherapy."
    assert measure(text, WORDS, {"esketamine", "psychotherapy"}).level < measure(text, WORDS).level


def test_longest_sentences_first() -> None:
    """The message about a hard page names the sentences to mend."""
    assert measure("A b c. A b c d e. A.", WORDS).longest == ("A b c d e.", "A b c.", "A.")


def test_no_words_no_grade() -> None:
    """An empty page is not hard to read."""
    assert measure("", WORDS).level == 0.0


SPANISH = load_words("es")
SYLLABLES = {
    "que": 1, "y": 1, "muy": 1, "hay": 1, "quien": 1, "guía": 2, "agua": 2, "aire": 2, "cuando": 2,
    "día": 2, "oír": 2, "país": 2, "leer": 2, "maya": 2, "ruido": 2, "ahora": 3, "caía": 3,
    "cuidado": 3, "aéreo": 4, "averigüe": 4, "ketamina": 4, "construyeron": 4, "psicoterapia": 5,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), SYLLABLES.items(), ids=SYLLABLES.keys())
def test_syllables_in_spanish(word: str, count: int) -> None:
    """Each has one strong vowel, with the weak ones beside it that are said with it."""
    assert count_syllables(word, SPANISH) == count


def test_formula_for_spanish() -> None:
    """Szigriszt-Pazos: 206.835 − 62.3 × syllables per word − words per sentence."""
    reading = measure("La sesión dura un rato. Usted descansa.", SPANISH)
    assert reading.level == pytest.approx(206.835 - 62.3 * 13 / 7 - 7 / 2)
