"""Words: spelled as the page's language has them."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any
from unicodedata import normalize

import pytest
from kapguide.pages.wording.dictionary import suggest
from kapguide.pages.wording.own_words import read_own_words
from kapguide.project.clinic_facts import Clinic, ClinicFact
from kapguide.words import load_words
from markdown_citations.library.entries import Library


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("recieve", "receive"),
        ("beforethe", "before the"),
        ("Wensday", "Wednesday"),
        ("treatrnent", "treatment"),
        ("governrnent", "government"),
        ("inorder", "in order"),
        ("calender", "calendar"),
        ("costumers", "customers"),
        ("alot", "a lot"),
        ("infact", "in fact"),
        ("theres", "there's"),
        ("heres", "here's"),
        ("allone", "alone"),
        ("dont", "don't"),
        ("seperate", "separate"),
        ("definately", "definitely"),
        ("occured", "occurred"),
        ("watter", "water"),
        ("carefull", "careful"),
        ("runer", "runner"),
        ("symtoms", "symptoms"),
        ("medecine", "medicine"),
        ("untill", "until"),
        ("ketmaine", "ketamine"),
        ("midazolan", "midazolam"),
        ("\ufb01rst", "first"),
        ("wether", "whether"),
        ("pervious", "previous"),
        ("oder", "order"),
        ("immediatly", "immediately"),
        ("Immediatly", "Immediately"),
    ],
)
def test_misspelt(frame: Any, wrong: str, right: str) -> None:
    """It is named with the word that was meant, at its line."""
    frame.body = f"Rest well.\n\nYou may see the {wrong} of it there."
    (problem,) = frame.found("spelling")
    assert f'"{wrong}"' in problem.message
    assert problem.hint.startswith(f'Did you mean "{right}"?')
    assert problem.line == frame.source.splitlines().index(frame.body.splitlines()[2]) + 1


def test_a_word_that_a_hyphen_has_torn(frame: Any) -> None:
    """Text copied from a PDF has such; both parts make one word again."""
    (problem,) = frame.found("spelling", body="When the treat- ment is over, you rest.")
    assert problem.hint.startswith('Did you mean "treatment"?')
    (problem,) = frame.found("spelling", body="Bring your medi-cines along.")
    assert problem.hint.startswith('Did you mean "medicines"?')
    (problem,) = frame.found("spelling", body="What you say stays confi dential, but for the law.")
    assert problem.hint.startswith('Did you mean "confidential"?')


def test_letters_that_a_pdf_has_as_one_sign(frame: Any) -> None:
    """They are lost in what was copied; three torn words are no passage in another language."""
    body = (
        "What you say stays con dential. It may have side e ects. It is di erent. It is bene cial."
    )
    hints = {problem.hint.split('"')[1] for problem in frame.found("spelling", body=body)}
    assert hints == {"confidential", "effects", "different", "beneficial"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("You wont feel it.", "won't"),
        ("Cant you stay?", "Can't"),
        ("The womens room is here.", "women's"),
        ("Ask the costumer desk.", "customer"),
        ("See the list bellow.", "below"),
        ("Pleas call the desk.", "Please"),
        ("Please come whit a friend.", "with"),
        ("Wait wile we look.", "while"),
        ("We discus it with you.", "discuss"),
        ("Bring your card ans your phone.", "and"),
        ("It is mot a test.", "not"),
        ("Thee desk is open.", "The"),
        ("The chair is conformable.", "comfortable"),
        ("Your heath matters.", "health"),
        ("The pts may rest in the lounge.", "patients"),
        ("Your tx plan is in the binder.", "treatment"),
        ("We ask about hx of falls.", "history"),
        ("Your appt is on Monday.", "appointment"),
    ],
)
def test_words_that_are_slips_here(frame: Any, typed: str, meant: str) -> None:
    """Some dictionary has them, and no clinic needs them."""
    (problem,) = frame.found("spelling", body=typed)
    assert problem.hint.startswith(f'Did you mean "{meant}"?')


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("We call to con rm the time.", "confirm"),
        ("Your pharmacist wi11 get a letter.", "will"),
        ("Call the c1inic.", "clinic"),
        ("Drive h0me with somebody.", "home"),
        ("They tr eat you well.", "treat"),
        ("Ask your fam11y.", "family"),
        ("Pay the bi11.", "bill"),
        ("Bring y0ur card.", "your"),
    ],
)
def test_words_that_were_scanned(frame: Any, typed: str, meant: str) -> None:
    """Digits that stand for letters, and parts too short for words."""
    (problem,) = frame.found("spelling", body=typed)
    assert problem.hint.startswith(f'Did you mean "{meant}"?')


def test_a_paragraph_that_was_scanned(frame: Any) -> None:
    """Three such words are no passage in another language."""
    assert len(frame.found("spelling", body="Bring y0ur card, and c0me n0t late.")) == 3


def test_digits_and_parts_that_are_right(frame: Any) -> None:
    body = (
        "Room a10 is on level b1, and gate co10 is shut. Vitamin b12 is it. You should've slept. "
        "An a1c at 10am, on the 11th or 1st, and h1n1."
    )
    assert frame.found("spelling", body=body) == []


def test_misspelt_before_what_the_build_adds(frame: Any) -> None:
    """The language of what a link leads to stands in no file; the word has its line."""
    frame.body = "Rest well.\n\nSee [the symtoms](https://example.org)."
    mark = '<span class="language-mark"> (in Spanish)</span>'
    (problem,) = frame.found("spelling", frame.html.replace("the symtoms", f"the symtoms{mark}"))
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
        pytest.param("We offer Ketamin and more.", id="a name that is nearly a medicine's"),
    ],
)
def test_misspelt_anywhere(frame: Any, body: str) -> None:
    assert len(frame.found("spelling", body=body)) == 1


@pytest.mark.parametrize(
    ("wrong", "right"), [("anesthesiolgist", "anesthesiologist"), ("akathesia", "akathisia")]
)
def test_the_nearest_word_is_meant(wrong: str, right: str) -> None:
    """One of the site's own only where none of the language is nearer."""
    own = ("anesthesiologists", "akathisia")
    assert suggest(wrong, load_words("en"), own) == right


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Dr. Okonkwo sees you with Ms. Nguyen.", id="names"),
        pytest.param("Dr. J. R. Okafor signs it.", id="initials"),
        pytest.param("You may get a stye.", id="a rare word"),
        pytest.param("Bring your earbuds.", id="a word that only the second dictionary has"),
        pytest.param("She is retying her shoes, whiling away an hour.", id="rare forms"),
        pytest.param("Ask Ms. Doering or Prof. Titley.", id="names that are near a word"),
        pytest.param("Ask Camila or Paloma in Edinburg, near Escobar.", id="names near a word"),
        pytest.param("The cafe, a cliche, her fiance and an entree.", id="without their accents"),
        pytest.param("A tech reads her bio, and overthinking 5 lbs.", id="words of today"),
        pytest.param("Keep the status quo, or vice versa.", id="parts of phrases"),
        pytest.param("A résumé, a café and Gutiérrez from Kraków.", id="accents"),
        pytest.param("Take the biopsychosocial view of telepsychiatry.", id="compounds"),
        pytest.param("Ask about zolpidem, Xanax or desvenlafaxine.", id="common medicines"),
        pytest.param("`recieve` it", id="code"),
        pytest.param("Ketamine (KET-uh-meen), the thyroid (THY-roid).", id="how words are said"),
        pytest.param("Write to recieve@clinic.example.", id="e-mail"),
        pytest.param("Take 200mg at 8am, as in PubMed and SSRIs.", id="measures and short forms"),
        pytest.param('<p>It is <span lang="de">Behandlungszimmer</span>.</p>', id="other language"),
        pytest.param("The therapist’s room, the patients' chairs, don't, isn’t.", id="apostrophes"),
        pytest.param("Esketamine and midazolam are medicines.", id="medicines of the topic"),
        pytest.param("They despatch it; a vender had a gage. Their technic forbad it.", id="rare"),
        pytest.param("The colour of the room.", id="the other spelling has a code of its own"),
    ],
)
def test_rightly_spelled(frame: Any, body: str) -> None:
    assert frame.found("spelling", body=body) == []


def test_slip_beside_a_name(frame: Any) -> None:
    """A word with a small letter is no name, whatever stands beside it."""
    found = frame.found(
        "spelling", body="Ask for an apointment with Wiśniewski. Your Recieved form."
    )
    assert {problem.message.split('"')[1] for problem in found} == {"apointment", "Recieved"}


def test_a_rare_word_is_no_slip_of_one_that_is_rarer(frame: Any) -> None:
    """Only where what is near is common, or sounds the same, is it what was meant."""
    rare = "A leaky mitral valve, dystonia and petechiae were seen, and adhesions, too."
    assert frame.found("spelling", body=rare) == []
    (slip,) = frame.found("spelling", body=f"{rare} It was seen befoe.")
    assert slip.hint.startswith('Did you mean "before"?')


@pytest.mark.parametrize(
    ("word", "right"),
    [("questionaire", "questionnaire"), ("recuring", "recurring"), ("diptheria", "diphtheria")],
)
def test_what_many_people_misspell_is_no_rare_word(frame: Any, word: str, right: str) -> None:
    """Though another list has it, and what was meant is not common."""
    (slip,) = frame.found("spelling", body=f"It is a {word}, like infarctions.")
    assert slip.hint.startswith(f'Did you mean "{right}"?')


def test_a_word_is_told_once(frame: Any) -> None:
    """However often it stands on the site."""
    frame.other = frame.other.replace("Serious ones", "Zorblaxian ones")
    found = frame.found("spelling", body="Zorblaxian rooms. A zorblaxian chair.")
    assert [problem.message for problem in found] == [
        '"Zorblaxian" is in no dictionary; it stands on 2 pages'
    ]


@pytest.mark.parametrize(
    ("typed", "meant"), [("thew", "the"), ("yoke", "yoke"), ("fader", "fader"), ("hern", "her")]
)
def test_a_rare_word_near_a_frequent_one(frame: Any, typed: str, meant: str) -> None:
    """It is hardly meant, though a dictionary has it; others of the kind are listed as right."""
    found = [p.message for p in frame.found("spelling", body=f"It is in {typed} room.")]
    assert found == ([] if typed == meant else [f'"{typed}" is hardly meant'])
    assert frame.found("spelling", body=f"It is in {typed.title()} Hall.") == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_accent_that_is_a_sign_of_its_own(frame: Any, tmp_path: Any, form: str) -> None:
    """It looks the same on a page and in the site's own list."""
    word = normalize(form, "kaiāwhina")
    path = tmp_path / "words.txt"
    path.write_text(word, "utf-8")
    assert read_own_words(path, Library()) == {"kaiāwhina"}
    [problem] = frame.found("spelling", body=f"Ask our {word} first.")
    assert problem.message.startswith('"kaiāwhina"')


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
        (
            "en",
            "Whilst we dialled, the apnoea and the oedema of your mum were learnt amongst us.",
            ["Whilst", "dialled", "apnoea", "oedema", "mum", "learnt", "amongst"],
        ),
        ("en", "The mums at the curb, the wool, and what was filled or totally new.", []),
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
    messages = [p.message for p in frame.found("spelling-mixed", html)]
    assert sorted(message.split('"')[1] for message in messages) == sorted(found)


def test_a_clinic_s_name_is_spelled_as_it_is(frame: Any) -> None:
    """At the start of a line its capital says nothing, so that the settings tell."""
    facts = MappingProxyType({"name": ClinicFact("name", "Harbour Clinic")})
    frame.clinic = Clinic(facts)
    assert frame.found("spelling-mixed", body="Harbour Clinic opens at nine.") == []
    quoted = 'It says: <span lang="en-GB">"Organise a ride to the centre."</span>'
    assert frame.found("spelling-mixed", body=quoted) == []
    assert len(frame.found("spelling-mixed", body="Harbour Clinic is at the harbour.")) == 1


def test_a_term_of_the_glossary_is_a_word(frame: Any) -> None:
    """Where no other word is near it: who explains one knows how it is written."""
    glossary = "Pulse oximeter\n:   It measures oxygen.\n\nDissocation\n:   Feeling apart.\n"
    body = "We use an oximeter. It shows dissocation."
    [problem] = frame.found("spelling", body=body, glossary=glossary)
    assert problem.message.startswith('"dissocation"')


def test_who_has_read_a_page_is_spelled_as_they_say(frame: Any) -> None:
    """The review line shows the name that stands in the settings."""
    frame.front["review"] = {"reviewer": "Maria Doering", "credentials": "MD", "date": frame.today}
    assert [p.code for p in frame.problems()] == []


def test_another_country_s_spelling_is_told_once(codes: Any) -> None:
    """Though the dictionary lacks the word."""
    assert codes("You may have a tumour.") == ["spelling-mixed"]


@pytest.mark.parametrize(
    "body",
    [
        "’Tis best to ask.",
        "We know Carmel and Ned, and a cancelation is free.",
        "Tell ’em.",
        "Ask Ana van der Berg and Eva von Hof.",
        "Our nurse, Tomasz Wiśniewski, knows. Tomasz Wiśniewski speaks Polish.",
    ],
)
def test_letters_left_out_and_names(frame: Any, body: str) -> None:
    assert frame.found("spelling", body=body) == []
