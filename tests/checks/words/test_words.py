"""Words: spelled, repeated, confused, short, and too many in a sentence."""

from __future__ import annotations

from typing import Any

import pytest
from kapguide.pages.wording.own_words import read_own_words
from markdown_citations.library.entries import Library


def _found(frame: Any, code: str, body: str, **parts: Any) -> list[str]:
    frame.body = body
    for name, value in parts.items():
        setattr(frame, name, value)
    return [problem.message for problem in frame.problems() if problem.code == code]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("recieve", "receive"),
        ("seperate", "separate"),
        ("definately", "definitely"),
        ("occured", "occurred"),
        ("symtoms", "symptoms"),
        ("medecine", "medicine"),
        ("untill", "until"),
        ("ketmaine", "ketamine"),
        ("midazolan", "midazolam"),
    ],
)
def test_misspelt(frame: Any, wrong: str, right: str) -> None:
    """It is named with the word that was meant, at its line."""
    frame.body = f"Rest well.\n\nYou may see the {wrong} of it there."
    (problem,) = [p for p in frame.problems() if p.code == "spelling"]
    assert f'"{wrong}"' in problem.message
    assert problem.hint.startswith(f'Did you mean "{right}"?')
    assert problem.line == frame.source.splitlines().index(frame.body.splitlines()[2]) + 1


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Recieve it.", id="at a sentence's start"),
        pytest.param("## What you recieve", id="heading"),
        pytest.param("> You recieve it.", id="quotation"),
        pytest.param("- **recieve** it", id="bold in a list"),
        pytest.param("| A | B |\n| --- | --- |\n| recieve | it |", id="table"),
        pytest.param("![What you recieve](assets/room.jpg)", id="text of an image"),
        pytest.param("A well-recieved talk.", id="part of a word"),
        pytest.param("See us on Thrusday.", id="a name that is nearly one"),
    ],
)
def test_misspelt_anywhere(frame: Any, body: str) -> None:
    assert len(_found(frame, "spelling", body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Dr. Okonkwo sees you with Ms. Nguyen.", id="names"),
        pytest.param("Ask Ms. Doering or Prof. Titley.", id="names that are near a word"),
        pytest.param("A résumé, a café and Gutiérrez from Kraków.", id="accents"),
        pytest.param("Take the biopsychosocial view of telepsychiatry.", id="compounds"),
        pytest.param("Ask about zolpidem, Xanax or desvenlafaxine.", id="common medicines"),
        pytest.param("`recieve` it", id="code"),
        pytest.param("Write to recieve@clinic.example.", id="e-mail"),
        pytest.param("Take 200mg at 8am, as in PubMed and SSRIs.", id="measures and short forms"),
        pytest.param('<p>It is <span lang="de">Behandlungszimmer</span>.</p>', id="other language"),
        pytest.param("The therapist’s room, the patients' chairs, don't, isn’t.", id="apostrophes"),
        pytest.param("Esketamine and midazolam are medicines.", id="medicines of the topic"),
        pytest.param("The colour of the room.", id="the other spelling has a code of its own"),
    ],
)
def test_rightly_spelled(frame: Any, body: str) -> None:
    assert _found(frame, "spelling", body) == []


def test_a_word_is_told_once(frame: Any) -> None:
    """However often it stands on the site."""
    frame.other = frame.other.replace("Serious ones", "Zorblaxian ones")
    assert _found(frame, "spelling", "Zorblaxian rooms. A zorblaxian chair.") == [
        '"Zorblaxian" is in no dictionary; it stands on 2 pages'
    ]


def test_the_sites_own_list(tmp_path: Any) -> None:
    """A word on each line, and notes."""
    path = tmp_path / "words.txt"
    path.write_text("# names\nOkonkwo\nZyprexa # a medicine\n\nSt. Ives\n", "utf-8")
    assert read_own_words(path, Library()) == {"okonkwo", "zyprexa", "st", "ives"}
    assert read_own_words(tmp_path / "none.txt", Library()) == frozenset()


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("en", "The centre organised its programme.", ["centre", "organised", "programme"]),
        ("en", "The center organized its program.", []),
        (
            "en",
            "Paediatric anaesthetists counselled and hospitalised foetal diarrhoea.",
            ["Paediatric", "anaesthetists", "counselled", "hospitalised", "foetal", "diarrhoea"],
        ),
        ("en", "Our four skilled sellers poured, drilled, toured and surprised all.", []),
        ("en", "Advise, exercise, promise, compromise, otherwise; dialyses of the killer.", []),
        ("en-GB", "The center organized its behavior.", ["center", "organized", "behavior"]),
        ("en-GB", "The centre organised its programme.", []),
        ("en-CA", "The centre organized its behaviour.", []),
        ("en", "The Maudsley Centre is in London.", []),
        ("en", "> The colour was gray.", []),
        ("en", "A dialogue on the catalogue, in my judgement.", []),
        ("en-GB", "They were biased and focused on the meter.", []),
    ],
)
def test_one_spelling(frame: Any, language: str, body: str, found: list[str]) -> None:
    """That of the page's language; names and quotations keep theirs."""
    frame.body = body
    html = frame.html.replace('lang="en"', f'lang="{language}"')
    messages = [p.message for p in frame.problems(html) if p.code == "spelling-mixed"]
    assert sorted(message.split('"')[1] for message in messages) == sorted(found)


@pytest.mark.parametrize(
    "body",
    [
        "You may may feel tired.",
        "The the team is here.",
        "It is in in the room.",
        "You feel it in the in the room.",
        "Rest **well** well today.",
        "So it was was.",
    ],
)
def test_twice(frame: Any, body: str) -> None:
    assert len(_found(frame, "word-twice", body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        "We said that that is so.",
        "She had had it before.",
        "It comes again and again.",
        "Go step by step by the book.",
        "We met in Walla Walla.",
        "Call 55 55 55.",
        "It is what it is. Is it?",
        "No, no, we do not.",
        "It is very, very small.",
    ],
)
def test_not_twice(frame: Any, body: str) -> None:
    assert _found(frame, "word-twice", body) == []


ARTICLES = [
    *(
        "a hour",
        "an nurse",
        "a easy day",
        "an unit",
        "a honest talk",
        "an university",
        "a FDA rule",
    ),
    "a 8-week plan",
    "a 11-hour day",
    "an 9-hour day",
    "a MRI",
    "an KAP session",
    "a SSRI",
    "an one-time visit",
    "a ECT room",
    "a esketamine spray",
]


@pytest.mark.parametrize("words", ARTICLES)
def test_wrong_article(frame: Any, words: str) -> None:
    """What counts is the sound, of letters and numbers too."""
    assert len(_found(frame, "article-wrong", f"This is {words} for you.")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "an hour",
        "a nurse",
        "an easy day",
        "a unit",
        "an honest talk",
        "a university",
        "an FDA rule",
        "an 8-week plan",
        "an 11-hour day",
        "a 9-hour day",
        "an MRI",
        "a one-day",
        "a KAP session",
        "an SSRI",
        "a SAMHSA line",
        "a historic day",
        "an historic day",
        *(
            "vitamin A every day",
            "a “good” day",
            "a US label",
            "a European plan",
            "a once-only dose",
        ),
        "plan A or plan B",
        "an esketamine spray",
        "an EMDR session",
        "a NAMI group",
        "an X-ray",
    ],
)
def test_right_article(frame: Any, words: str) -> None:
    assert _found(frame, "article-wrong", f"This is {words} for you.") == []


@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("It takes more then an hour.", "more than"),
        ("Rather then wait, ask.", "rather than"),
        ("It was better then before.", "better than"),
        ("You rest and than go home.", "and then"),
        ("You should of asked.", "should have"),
        ("Each has it's effects.", "its effects"),
        ("Its not a cure.", "it's not"),
        ("Your not alone.", "you're not"),
        ("It has side affects.", "side effects"),
        ("Ask for medical advise.", "medical advice"),
        ("You may loose hope.", "may lose"),
    ],
)
def test_confused(frame: Any, body: str, right: str) -> None:
    frame.body = body
    hints = [problem.hint for problem in frame.problems() if problem.code == "word-confused"]
    assert hints == [f'Write "{right}".']


@pytest.mark.parametrize(
    "body",
    [
        "First rest, then eat.",
        "It takes more. Then you go.",
        "If so, then ask.",
        "It is more than that, and then some.",
        "It's not a cure, and its effects vary.",
        "He was older; then he came.",
        "Of course you could, of all people.",
    ],
)
def test_not_confused(frame: Any, body: str) -> None:
    assert _found(frame, "word-confused", body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Ask for an ECG.",
        "You may have OCDX, or not.",
        "Ask about SSRIs before.",
        "Two ECGs.",
        "## What an ECG shows",
        "| A | B |\n| --- | --- |\n| ECG | heart |",
    ],
)
def test_unexplained(frame: Any, body: str) -> None:
    """Told once for each short form, also in a heading or a cell."""
    assert len(_found(frame, "abbreviation-unexplained", body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        "Ask for an electrocardiogram (ECG).\n\nAn ECG is short.",
        "An ECG (a test of the heart) is short.",
        "An ECG is a test of the heart.",
        "ECG stands for electrocardiogram.",
        "A test of the heart, called an ECG, is short.",
        "A test of the heart, or ECG, is short.",
        "The Food and Drug Administration, FDA, has rules.",
        'An <abbr title="electrocardiogram">ECG</abbr> is short.',
        "In the US, on TV, as a PDF, by a nurse (RN), on page III.",
        "[What an ECG is](risks.md)",
        "Do NOT drive. This is VERY important.",
        "REST IS FINE HERE",
        "`ECG` is code.",
    ],
)
def test_explained(frame: Any, body: str) -> None:
    assert _found(frame, "abbreviation-unexplained", body) == []


def test_the_glossary_explains(frame: Any) -> None:
    """In it a short form need only be part of a term."""
    glossary = "ECG test\n:   A test of the heart.\n"
    assert _found(frame, "abbreviation-unexplained", "Ask for an ECG.", glossary=glossary) == []


@pytest.mark.parametrize(("number", "found"), [(30, 0), (31, 1)])
def test_long_sentence(frame: Any, number: int, found: int) -> None:
    """Thirty words are not too many, with a dash and a citation beside them."""
    words = ["You", *["rest"] * (number - 1)]
    body = " ".join(words)
    messages = _found(frame, "sentence-long", f"{body} – [@trial].")
    assert len(messages) == found


@pytest.mark.parametrize(
    ("description", "found"),
    [
        ("Dosing.", ["the description has 7 characters"]),
        ("What a reader finds here, in a sentence. " * 6, ["the description has 245 characters"]),
        ("What a reader finds on this page, said in one sentence of fair length.", []),
    ],
)
def test_description(frame: Any, description: str, found: list[str]) -> None:
    frame.front["description"] = description
    assert [p.message for p in frame.problems() if p.code == "description-length"] == found


def test_description_that_repeats_the_title(frame: Any) -> None:
    frame.front["title"] = "What should you bring to the clinic on the day itself?"
    frame.front["description"] = "What should you bring to the clinic on the day itself?"
    assert "description-length" in [p.code for p in frame.problems()]


def test_who_has_read_a_page_is_spelled_as_they_say(frame: Any) -> None:
    """The review line shows the name that stands in the settings."""
    frame.front["review"] = {"reviewer": "Maria Doering", "credentials": "MD", "date": frame.today}
    assert [p.code for p in frame.problems()] == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("The PHQ-9 is a list of questions.", [], id="said what it is"),
        pytest.param("You fill in the PHQ-9 first.", ["PHQ"], id="a number behind it"),
        pytest.param("See [SAMHSA](https://www.samhsa.gov/) and ask.", [], id="a link"),
        pytest.param(
            "The DSM-5 (a book of illnesses) lists it.", [], id="explained with its number"
        ),
    ],
)
def test_short_forms_with_numbers_and_links(frame: Any, body: str, found: list[str]) -> None:
    messages = _found(frame, "abbreviation-unexplained", body)
    assert [message.split('"')[1] for message in messages] == found
