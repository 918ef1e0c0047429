"""How well claims are told from other sentences, on a set labelled by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kapguide.claims.claims import find_claim
from kapguide.claims.counts import read_numbers
from kapguide.notices.notice import Notice
from kapguide.words import load_words

WORDS = load_words()
ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("sentences.tsv").read_text("utf-8").splitlines()
]


def test_the_set_is_large_and_of_both_kinds() -> None:
    """Fewer sentences, or one kind only, would prove little."""
    labels = [label for label, _ in ROWS]
    assert set(labels) == {"claim", "plain"}
    assert len({sentence for _, sentence in ROWS}) == len(ROWS) >= 200
    assert min(labels.count("claim"), labels.count("plain")) >= 100


def test_precision_and_recall() -> None:
    """At least 95 in 100 of what it finds are claims, and it finds 90 in 100 of them."""
    found = [(label, sentence) for label, sentence in ROWS if find_claim(sentence, WORDS)]
    right = [sentence for label, sentence in found if label == "claim"]
    claims = [sentence for label, sentence in ROWS if label == "claim"]
    wrong = [sentence for label, sentence in found if label == "plain"]
    missed = [sentence for sentence in claims if sentence not in right]
    assert len(right) / len(found) >= 0.95, wrong
    assert len(right) / len(claims) >= 0.90, missed


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Ketamine eases depression.", True),
        ("Ketamine eases depression [@trial].", False),
        ("Ketamine eases depression. [@trial]", False),
        ("Ketamine eases depression. [@trial] It is a medicine.", False),
        ("It is a medicine [@trial]. Ketamine eases depression.", True),
        ("A trial counted [@trial]:\n\n- nausea in 10 of 41 people\n- headache in 8 of 41", False),
        ("A trial counted:\n\n- nausea in 10 of 41 people", True),
        ("> Ketamine eases depression.", False),
        ("| what |\n| --- |\n| Ketamine eases depression. |", True),
        ("A word\n:   Ketamine eases it.", False),
        ("A word\n:   In 9 of 10 people ketamine eases depression.", True),
        ('They say "ketamine eases depression" there.', False),
    ],
)
def test_where_a_citation_must_stand(codes: Any, body: str, found: bool) -> None:
    """In the sentence, right behind it, or in the line that introduces its list."""
    assert ("claim-uncited" in codes(body)) is found


@pytest.mark.parametrize(
    "body",
    [
        "Of those who came, 24% felt sick.",
        "Twice as many people felt sick.",
        "It doubles the risk of a relapse.",
    ],
)
def test_a_number_without_a_source_is_told_for_that_alone(codes: Any, body: str) -> None:
    """Its counts are asked for where it has one."""
    assert codes(body) == ["claim-uncited"]
    assert "claim-uncited" not in codes(f"{body[:-1]} [@trial].")


def test_the_line_of_a_claim_is_found(frame: Any) -> None:
    """One sentence a line: the message names the sentence's own line."""
    frame.body = "It is a medicine.\nKetamine **eases** [depression](risks.md).\nRest well."
    problem = next(p for p in frame.problems() if p.code == "claim-uncited")
    assert frame.source.splitlines()[problem.line - 1].startswith("Ketamine")


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("In a trial of 17 teenagers, 13 felt better.", "claim-uncited"),
        ("This therapy cures depression.", "promise"),
        ("Take 300 mg of ketamine.", "dose"),
        ("He committed suicide.", "suicide-words"),
        ("Ask the staff what it costs.", ""),
    ],
)
def test_a_notice_speaks_for_its_page(frame: Any, claim: str, code: str) -> None:
    """What it claims is told at its own line, once for all pages."""
    text = f"{frame.notices['crisis'].text}\n{claim}\n"
    path = "docs/_includes/crisis.md"
    frame.notices = {**frame.notices, "crisis": Notice("crisis", path, text)}
    seen = [one for one in frame.problems() if one.path == path and one.code != "notice-says"]
    assert [(one.code, one.line) for one in seen] == ([(code, text.count("\n"))] if code else [])


ROW = "| What | Why |\n| --- | --- |\n| {} | {} |\n"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (ROW.format("Yoga", "It reduces anxiety."), "claim-uncited"),
        (ROW.format("Yoga on Mondays", "Reduces anxiety"), "claim-uncited"),
        (ROW.format("Yoga", "Cures anxiety"), "promise"),
        (ROW.format("Ketamine", "Ketamine is approved for depression"), "approval-false"),
    ],
)
def test_a_cell_of_a_table_claims_as_prose_does(frame: Any, body: str, code: str) -> None:
    """Once, at its line, with a full stop or without."""
    frame.body = body
    (problem,) = frame.problems()
    assert problem.code == code
    assert frame.source.splitlines()[problem.line - 1] == body.splitlines()[2]


@pytest.mark.parametrize(
    "body",
    [
        ROW.format("Yoga", "It reduces anxiety [@dore2019]."),
        ROW.format("Yoga reduces anxiety", "[@dore2019]"),
        ROW.replace("Why", "Why [@dore2019]").format("Yoga", "Reduces anxiety"),
        "So says one study [@dore2019]:\n\n" + ROW.format("Yoga", "Reduces anxiety"),
        ROW.format('"It cures depression."', "Nobody knows."),
        ROW.format("Blanket", "Helps you stay warm"),
        ROW.format("Room 2", "3 of 4 chairs have arms"),
    ],
)
def test_a_cell_of_a_table_that_cites_or_claims_nothing(codes: Any, body: str) -> None:
    """A citation is for the row, and for the table in its headings or before it."""
    assert not {"claim-uncited", "promise", "approval-false"}.intersection(codes(body))


TABLE = "<table><thead><tr><th>What</th><th>Why</th></tr></thead><tbody>{}</tbody></table>\n"
CLAIM = "<tr><td>Ketamine</td><td>Ketamine eased depression.</td></tr>"


@pytest.mark.parametrize(
    ("body", "times"),
    [
        (ROW.format("Ketamine [@dore2019]", "It eased depression<br>for a day."), 0),
        (ROW.format("Ketamine", "It eased depression. |\n| A study [@dore2019] | None."), 1),
        (ROW.format("Yoga", "Reduces anxiety |\n| Yoga [@dore2019] | Reduces anxiety"), 1),
        (f"So says a study [@dore2019]:\n\n{TABLE.format(CLAIM)}\n{TABLE.format(CLAIM)}", 1),
        (f"So says a study [@dore2019].\n\n## More\n\n{TABLE.format(CLAIM)}", 1),
        (f"- So says a study [@dore2019]\n\n{TABLE.format(CLAIM)}", 0),
        (
            TABLE.format(f'<tr><th scope="row">Ketamine [@dore2019]</th><td>No.</td></tr>{CLAIM}'),
            1,
        ),
        (TABLE.format(CLAIM).replace("<thead>", "<caption>Of one [@dore2019]</caption><thead>"), 0),
        (TABLE.format(CLAIM.replace("Ketamine eased depression.", "<p>It eased pain.</p>")), 1),
        (TABLE.format("<tr><td><ul><li>It reduces anxiety.</li><li>Rest</li></ul></td></tr>"), 1),
        (TABLE.format("<tr><th>Yoga eases pain</th><td>So one says</td></tr>"), 1),
        (
            TABLE.format(
                '<tr><td rowspan="2">One study [@dore2019]</td><td>It eased pain.</td></tr>'
                "<tr><td>It eased grief.</td></tr><tr><td>One</td><td>It eased stress.</td></tr>"
            ),
            1,
        ),
        (TABLE.format("<tr><td><p>In 3 of 4 chairs</p></td></tr>"), 0),
    ],
)
def test_a_citation_is_for_its_own_row(codes: Any, body: str, times: int) -> None:
    """Whatever stands in the cells, and whichever other row says the same."""
    assert codes(body).count("claim-uncited") == times


OF_TABLES = {"claim-uncited", "promise", "approval-false"}


@pytest.mark.parametrize(
    "body",
    [
        "| Red flag | Why |\n| --- | --- |\n| Guaranteed results | Nobody can know. |",
        "| Myth | Fact |\n| --- | --- |\n| Ketamine cures depression. | It does not. |",
        "| Myth | Fact |\n| --- | --- |\n| Ketamine relieves depression. | One trial only |",
        "| Common myths | Fact |\n| --- | --- |\n| Ketamine relieves depression. | Partly |",
        "| Say | Do not say |\n| --- | --- |\n| It may help | It is a miracle |",
        "| Instead of | Say |\n| --- | --- |\n| It is a miracle | It may help |",
        "| Avoid | Say |\n| --- | --- |\n| It is a miracle | It may help |",
        "| Word | In Spanish |\n| --- | --- |\n| guaranteed | garantizado |",
        "| Word | Meaning |\n| --- | --- |\n| Breakthrough | A word of ads |",
        "| The term | Meaning |\n| --- | --- |\n| Breakthrough | A word of ads |",
        "| What | How |\n| --- | --- |\n| Deposit | Guaranteed for 30 days |",
        "| Claim | True? |\n| --- | --- |\n| Ketamine is FDA-approved for depression | False |",
        "| Who | Says |\n| --- | --- |\n| Ketamine is FDA-approved for depression | Not true |",
        "| What ads say | Known |\n| --- | --- |\n| It relieves depression for good. | No |",
        "| You may hear | What is known |\n| --- | --- |\n"
        "| It cures depression. | Nobody has shown that. |",
        "| A | B |\n| --- | --- |\n| It cures depression. | Nobody has shown that. |",
        "| A | B |\n| --- | --- |\n| Myth | Ketamine cures depression. |",
        "<table><tr><th scope=row>Myth</th><td>Ketamine cures depression.</td></tr></table>",
        "<table><caption>Red flags</caption><tr><td>Guaranteed results</td></tr></table>",
        "<table><tr><th colspan=2>Myths</th><th>Fact</th></tr>"
        "<tr><td>Old</td><td><p>Ketamine cures depression.</p></td><td>No.</td></tr></table>",
    ],
)
def test_a_cell_that_is_not_the_page_s_own_word(codes: Any, body: str) -> None:
    """Its heading says so, or what stands beside it."""
    assert not OF_TABLES.intersection(codes(body))


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (ROW.replace("Why", "Myth").format("Ketamine cures depression", "One says so"), "promise"),
        ("| Myth | Fact |\n| --- | --- |\n| It is bad. | It cures depression. |", "promise"),
        (ROW.format("Ketamine cures depression", "Not covered by insurance"), "promise"),
        ("| Guaranteed results | Price |\n| --- | --- |\n| One | $9 |", "promise"),
        (ROW.format("Ketamine cures depression", "It does not hurt"), "promise"),
        (ROW.format("Ketamine cures depression", "Nobody goes home sad"), "promise"),
        (ROW.replace("Why", "Harms").format("Ketamine cures depression", "None"), "promise"),
        (ROW.replace("Why", "Paid?").format("Ketamine cures depression", "No"), "promise"),
        (ROW.format("Ketamine cures depression", "The dose is not known"), "promise"),
        (ROW.format("Ketamine cures depression", "Avoid alcohol |\n| Rest | False"), "promise"),
        (
            ROW.replace("What", "Blood pressure").format("Reduces blood pressure", "So one says"),
            "claim-uncited",
        ),
        (
            "| Claim | True? |\n| --- | --- |\n| Ketamine is FDA-approved for depression | True |",
            "approval-false",
        ),
    ],
)
def test_a_cell_that_nothing_takes_back(codes: Any, body: str, code: str) -> None:
    """Words that deny or warn of something else do not make it another's."""
    assert OF_TABLES.intersection(codes(body)) == {code}


@pytest.mark.parametrize(
    ("head", "row", "code"),
    [
        (("Qué", "Por qué"), ("La ketamina cura la depresión.", "Así es"), "promise"),
        (("Qué", "Por qué"), ("Yoga", "El yoga alivia la ansiedad."), "claim-uncited"),
        (("Qué", "Por qué"), ("La ketamina cura la depresión.", "No duele"), "promise"),
        (("Qué", "Por qué"), ("La ketamina cura la depresión.", "No es dolorosa"), "promise"),
        (("Qué", "Pago"), ("La ketamina cura la depresión.", "No"), "promise"),
        (("Mito", "Realidad"), ("Es mala.", "La ketamina cura la depresión."), "promise"),
        (("Afirmación", "¿Es cierta?"), ("La ketamina cura la depresión.", "Es cierto"), "promise"),
        (("Mito", "Realidad"), ("La ketamina cura la depresión.", "No la cura."), ""),
        (("Mito", "Realidad"), ("La ketamina alivia la depresión.", "Un solo estudio"), ""),
        (("Señal de alerta", "Por qué"), ("Resultados garantizados", "Nadie lo sabe"), ""),
        (("Lo que puede oír", "Qué se sabe"), ("La ketamina cura la depresión.", "Poco"), ""),
        (("Diga", "No diga"), ("Puede ayudar", "La ketamina cura la depresión."), ""),
        (("Palabra", "En inglés"), ("Garantizado", "Guaranteed"), ""),
        (("Término", "Significado"), ("Garantizado", "Palabra de anuncios"), ""),
        (("Evite", "Diga"), ("La ketamina cura la depresión.", "Puede ayudar"), ""),
        (("En lugar de", "Diga"), ("La ketamina cura la depresión.", "Puede ayudar"), ""),
        (("Qué", "Por qué"), ("La ketamina cura la depresión.", "Falso"), ""),
        (("Qué", "Por qué"), ("La ketamina cura la depresión.", "No es cierto."), ""),
        (("Qué", "Por qué"), ("La ketamina cura la depresión.", "Nadie lo ha demostrado."), ""),
        (("Qué", "Cómo"), ("Depósito", "Garantizado por 30 días"), ""),
    ],
)
def test_tables_in_spanish(
    spanish: Any, head: tuple[str, str], row: tuple[str, str], code: str
) -> None:
    """The same, by the words of the language."""
    heads, cells = (
        "".join(f"<th>{one}</th>" for one in head),
        "".join(f"<td>{one}</td>" for one in row),
    )
    found = {one.code for one in spanish(f"<table><tr>{heads}</tr><tr>{cells}</tr></table>")}
    assert OF_TABLES & found == ({code} if code else set())


def test_doses_in_a_table_are_told_once(codes: Any) -> None:
    """They go together."""
    row = ROW.format("First visit", "100 mg") + "| Second visit | 200 mg |\n"
    assert codes(row).count("dose") == 1


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("About 47 in 100 felt better.", ((47, "in", 100),)),
        ("It helped 73 of 111 people, against 24 of 100.", ((73, "of", 111), (24, "of", 100))),
        ("One in five felt sick.", ((1, "in", 5),)),
        ("Twenty-four out of forty patients slept.", ((24, "in", 40),)),
        ("Step 2 of 4 is next.", ()),
        ("You choose one of two rooms.", ()),
        ("The 20% coinsurance starts later, and one of its members comes from outside.", ()),
        ("Phones work just as well as tablets for our video calls.", ()),
        ("The ramp has a slope of 8%. The zoom is set to 150%.", ()),
        ("The battery falls below 20%, and the rooms have 45% humidity.", ()),
        ("Two in three parking spaces are free, and 6 of our 12 rooms are dark.", ()),
        ("A 2 in 1 shampoo.", ()),
        ("In 2019 of 40 people 3 left.", ()),
        ("Rated 4.2 out of 5 by our patients.", ()),
        ("Rated 5 out of 5 on a site, and 4 out of 5 stars on another.", ()),
        ("Rated better by 4 out of 5 people.", ((4, "in", 5),)),
        ("Some 2.5 in 1,000 people fainted.", ((2.5, "in", 1000),)),
    ],
)
def test_frequencies(sentence: str, expected: tuple[tuple[float, str, float], ...]) -> None:
    """Counts of people are read from digits and words; other numbers are not counts."""
    assert read_numbers(sentence, WORDS).frequencies == expected
