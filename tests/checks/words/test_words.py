"""Words: repeated, short, and too many in a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from kapguide.checks.words.spelling_mixed import check_mixed
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source

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
    assert len(frame.found("article-wrong", body=f"This is {words} for you.")) == 1


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
        "an Rh-negative patient",
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
    assert frame.found("article-wrong", body=f"This is {words} for you.") == []


@pytest.mark.parametrize(
    "body",
    [
        "Ask for an ECG.",
        "You may have OCDX, or not.",
        "Ask about SSRIs before.",
        "Two ECGs.",
        "Or text [85258](sms:85258). Ask for an ECG.",
        "Get an ECG, or text [85258](sms:85258) with HOME.",
        "## What an ECG shows",
        "| A | B |\n| --- | --- |\n| ECG | heart |",
        "The RN's notes are yours.",
        "Ask your nurse (at the desk), RN or not.",
        "Ask Ana about cards, FSAs too.",
        "First, ECG leads are stuck on.",
        "Compare the EOB with our bill.",
        "The nurse looks at your SpO2.",
        "The Health Insurance Portability and Accountability Act (HIPPA) is a law.",
        "The National Institute of Mental Health (NIHM) is an agency.",
    ],
)
def test_unexplained(frame: Any, body: str) -> None:
    """Told once for each short form, also in a heading or a cell."""
    assert len(frame.found("abbreviation-unexplained", body=body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        "Ask for an electrocardiogram (ECG).\n\nAn ECG is short.",
        "An ECG (a test of the heart) is short.",
        "An ECG test (a picture of the heartbeat) is short.",
        "An ECG is a test of the heart.",
        "ECG stands for electrocardiogram.",
        "A test of the heart, called an ECG, is short.",
        "A test of the heart, or ECG, is short.",
        "FERPA, the law on school records, says so. Scan the QR code.",
        "The Food and Drug Administration, FDA, has rules.",
        'An <abbr title="electrocardiogram">ECG</abbr> is short.',
        "In the US, on TV, as a PDF, by a nurse (RN), on page III.",
        "Our office is in Boston, MA, near the park.",
        "- Salem, WA\n- Boston, MA 02115",
        "Call [SAMHSA's helpline](https://www.samhsa.gov), day and night.",
        "Ask Ana Diaz, MSN, PMHNP-BC, RN, Ana Diaz NP or Dr. Cho, DNP.",
        "Ask Bo Cho, PhD, LPC, Al Fox Jr., RN, or Ana Diaz (she/her), LCSW.",
        "[What an ECG is](risks.md)",
        "Do NOT drive. This is VERY important. Drink water the DAY BEFORE.",
        "REST IS FINE HERE",
        "`ECG` is code.",
        "You may see OT for occupational therapy, and PT for physical therapy.",
        "Or [text SHOUT to 85258](sms:85258).",
        "Or text [85258](sms:85258) with the word SHOUT, at any hour.",
        "| Letters | Words |\n| --- | --- |\n| RN | Registered nurse |",
        "The oxygen in your blood (SpO2) is looked at.",
        "The National Institute of Mental Health (NIMH) is an agency of the United States (US).",
        "Attention-deficit/hyperactivity disorder (ADHD) is one.",
        "We see people with posttraumatic stress disorder (PTSD).",
        "It is the Montgomery–Åsberg Depression Rating Scale (MADRS).",
    ],
)
def test_explained(frame: Any, body: str) -> None:
    assert frame.found("abbreviation-unexplained", body=body) == []


def test_the_glossary_explains(frame: Any) -> None:
    """In it a short form need only be part of a term."""
    glossary = "ECG test\n:   A test of the heart.\n"
    assert frame.found("abbreviation-unexplained", body="Ask for an ECG.", glossary=glossary) == []


def test_short_form_of_a_reviewer(frame: Any) -> None:
    """What stands behind the reviewer's name is the reviewer's own."""
    who = {"reviewer": "Ana Diaz", "credentials": "PMHNP, LCSW", "date": frame.today}
    frame.front["review"] = who
    assert frame.found("abbreviation-unexplained", body="Rest well.") == []


@pytest.mark.parametrize(("number", "found"), [(30, 0), (31, 1)])
def test_long_sentence(frame: Any, number: int, found: int) -> None:
    """Thirty words are not too many, with a dash and a citation beside them."""
    words = ["You", *["rest"] * (number - 1)]
    body = " ".join(words)
    problems = frame.found("sentence-long", body=f"{body} – [@trial].")
    assert len(problems) == found
    table = f"| Day | What we do |\n| --- | --- |\n| Friday | {body}. |"
    assert len(frame.found("sentence-long", body=table)) == found
    lines = "<br>".join(words)
    assert frame.found("sentence-long", body=table.replace(f"{body}.", lines)) == []


def test_list_of_links_is_no_sentence(frame: Any) -> None:
    """As in the A to Z; links within a sentence that is too long do not excuse it."""
    link = "[what the risks of it are](risks.md)"
    assert frame.found("sentence-long", body=f"- Rest: {', '.join([link] * 6)}") == []
    long = " ".join(["what the risks of it are"] * 6)
    assert frame.found("sentence-long", body=f"- [{long}](risks.md)")
    assert frame.found("sentence-long", body=f"- [{long}](risks.md), [costs](risks.md)")
    said = "Rest, if you like to, before you read"
    assert frame.found("sentence-long", body=f"{said} {', or before you read '.join([link] * 4)}.")


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
    assert [p.message for p in frame.found("description-length")] == found


def test_description_that_repeats_the_title(frame: Any) -> None:
    frame.front["title"] = "What should you bring to the clinic on the day itself?"
    frame.front["description"] = "What should you bring to the clinic on the day itself?"
    assert "description-length" in [p.code for p in frame.problems()]


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
    problems = frame.found("abbreviation-unexplained", body=body)
    assert [problem.message.split('"')[1] for problem in problems] == found


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Type `the the` here.", id="a word twice"),
        pytest.param("Type `the` `the` here.", id="in two pieces of code"),
        pytest.param("Type `a hour` here.", id="an article"),
        pytest.param("Type a `hour` here.", id="an article before code"),
        pytest.param("Press <kbd>more then</kbd> here.", id="words that are confused"),
        pytest.param("Type `recieve` here.", id="spelling"),
        pytest.param("Type `centre` here.", id="another country's spelling"),
        pytest.param("Type `ECG` here.", id="a short form"),
        pytest.param("Never type `addict` here.", id="a word that hurts"),
        pytest.param("Never type `committed suicide` here [@trial].", id="a word that blames"),
        pytest.param("Type `.the the` [@trial] here.", id="beside a citation"),
        pytest.param("```\nthe the an cat recieve\n```", id="a block"),
        pytest.param("<pre>the the an cat recieve</pre>", id="a block in HTML"),
    ],
)
def test_code_is_no_prose(codes: Any, body: str) -> None:
    """What is to be typed, or shown as it was typed, has words of its own."""
    assert codes(body) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Type `the` and and go.", "word-twice"),
        ("Type `x` for a hour.", "article-wrong"),
        ("Type `recieve`, and you recieve it.", "spelling"),
        ("Type `ECG` for an ECG.", "abbreviation-unexplained"),
        ("Type `x. Y` for addicts.", "stigma"),
    ],
)
def test_beside_code_all_is_prose(codes: Any, body: str, code: str) -> None:
    """A word in code excuses none beside it, and its marks end no sentence."""
    assert codes(body) == [code]


def test_a_word_that_may_be_parted(codes: Any) -> None:
    """By a sign that is not seen."""
    assert codes("The soft hy\u00adphen is right.") == []


def test_term_of_the_a_to_z(frame: Any) -> None:
    """It is told at the page that has the term, and not at the page that lists it."""
    frame.front["index_terms"] = ["bills", "a cheque"]
    index = make_source("docs/index.md", "---\ntitle: A to Z\n---\n\n::: a-to-z\n")
    project = replace(frame.project, sources={**frame.project.sources, "a-to-z.md": index})
    item = '<li><span>a cheque</span>: <a href="../plain/">A plain page</a></li>'
    listed = frame.html.replace("</article>", f"<ul>{item}</ul></article>")
    page = parse_page(listed, "site/a-to-z/index.html", "a-to-z/index.html")
    (found,) = check_mixed(page, project)
    line = next(n for n, text in enumerate(frame.source.split("\n"), 1) if "cheque" in text)
    assert (found.path, found.line) == ("docs/plain.md", line)
