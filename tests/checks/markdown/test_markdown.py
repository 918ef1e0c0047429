"""Markdown that the build takes for something else: what is found, and what is left alone."""

from __future__ import annotations

import re
from typing import Any

import pytest

LISTS = [
    pytest.param("Bring these:\n- one coat\n- one list", 1, id="no empty line before it"),
    pytest.param("Bring these:\n* one coat\n* one list", 1, id="stars"),
    pytest.param("Bring these:\n1. one coat\n2. one list", 1, id="numbered"),
    pytest.param("1) one coat\n2) one list", 0, id="number and bracket"),
    pytest.param("(a) one coat\n(b) one list", 0, id="letters"),
    pytest.param("• one coat\n• one list", 0, id="bullets of a word processor"),
    pytest.param("•\tone coat\n•\tone list", 0, id="bullets and tabs"),
    pytest.param("· one coat\n· one list", 0, id="middle dots"),
    pytest.param("▪ one coat\n▪ one list", 0, id="squares"),
    pytest.param("o\tone coat\no\tone list", 0, id="circles as letters"),
    pytest.param("– one coat\n– one list", 0, id="dashes"),
    pytest.param("- one\n- two\n\nText.\n\n• one coat", 5, id="a right one before it"),
    pytest.param("&bull; one coat\n&bull; one list", 0, id="bullets as entities"),
    pytest.param("Rest.\n\nBring: • water • a blanket • music", 2, id="bullets in one line"),
    pytest.param("Bring:• water• a blanket", 0, id="bullets in one line, without blanks"),
    pytest.param("What to bring? ✓ water ✓ a blanket", 0, id="ticks in one line"),
    pytest.param("Bring: • water\n• a blanket\n• music", 0, id="the first behind words"),
    pytest.param("Bring:<br>• water<br>• a blanket", 0, id="bullets between line breaks"),
    pytest.param("- Bring: • water • a blanket", 0, id="bullets within an item"),
    pytest.param("> Bring: • water • a blanket", 0, id="bullets within a quotation"),
    pytest.param("Bring: - water - a blanket - music", 0, id="hyphens in one line"),
    pytest.param("Bring: * water * a blanket * music", 0, id="stars in one line"),
    pytest.param("**Bring:** • water • a blanket", 0, id="bullets behind bold words"),
    pytest.param("> • water\n> • a blanket", 0, id="bullets in a quotation"),
    pytest.param("- • water\n- • a blanket", 0, id="bullets in a right list"),
    pytest.param("• water • a blanket", 0, id="a line of nothing but bullets"),
    pytest.param("a. Rest.\nb. Eat.", 0, id="letters and full stops"),
    pytest.param("i) Rest.\nii) Eat.\niii) Go.", 0, id="roman numbers"),
    pytest.param("✅ a coat\n✅ a bag", 0, id="ticks in boxes"),
    pytest.param("✔️ a coat\n✔️ a bag", 0, id="ticks drawn as pictures"),
    pytest.param("➤ a coat\n➤ a bag", 0, id="arrowheads"),
    pytest.param("💊 a coat\n🧥 a bag", 0, id="pictures"),
    pytest.param("» a coat\n» a bag", 0, id="angles"),
    pytest.param("–\u00a0a coat\n–\u00a0a bag", 0, id="dashes and blanks that do not break"),
    pytest.param("-\u00a0a coat\n-\u00a0a bag", 0, id="hyphens and blanks that do not break"),
    pytest.param("1.\u00a0Rest.\n2.\u00a0Eat.", 0, id="numbers and blanks that do not break"),
    pytest.param("1: Rest.\n2: Eat.", 0, id="numbers and colons"),
    pytest.param("1 - Rest.\n2 - Eat.", 0, id="numbers and hyphens"),
    pytest.param("1.) Rest.\n2.) Eat.", 0, id="numbers, full stops and brackets"),
    pytest.param("1） Rest.\n2） Eat.", 0, id="numbers and full-width brackets"),
    pytest.param("A) Rest.\nB) Eat.", 0, id="large letters"),
    pytest.param("① Rest.\n② Eat.", 0, id="numbers in circles"),
    pytest.param("◾ Rest.\n◾ Eat.", 0, id="small squares"),
    pytest.param("\\- a coat\n\\- a bag", 0, id="hyphens with backslashes"),
    pytest.param("1\\. Rest.\n2\\. Eat.", 0, id="numbers with backslashes"),
    pytest.param("- a coat\n-- a warm one", 1, id="two hyphens for an item below"),
    pytest.param("* a coat\n** a warm one", 1, id="two stars for an item below"),
    pytest.param("1. Rest.\n1.1 Eat.", 1, id="numbers of two parts"),
    pytest.param("~ a coat\n~ a bag", 0, id="tildes"),
]


@pytest.mark.parametrize(("body", "line"), LISTS)
def test_list_that_is_text(frame: Any, body: str, line: int) -> None:
    """Told once for a list, at its first item."""
    frame.body = body
    found = frame.found("list-broken")
    first = frame.source.split(body)[0].count("\n") + 1
    assert [p.line for p in found] == [first + line]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("- one\n- two", id="list"),
        pytest.param("1. one\n2. two", id="numbered list"),
        pytest.param("-\tone\n-\ttwo", id="tab behind the mark"),
        pytest.param("## Bring\n\n- one\n\n    More.\n\n- two", id="paragraphs in items"),
        pytest.param(
            "It began in\n1998. A year later\n2 more came.", id="a year at a line's start"
        ),
        pytest.param("He was here\n– and she was too –\nall day.", id="dashes in a sentence"),
        pytest.param("It was 5 - 6 hours, and he-or-she came.", id="a hyphen"),
        pytest.param("```\n• one\n```", id="code"),
        pytest.param("`Bring: • water • music` is how it looks.", id="code in a line"),
        pytest.param("Bring – if you like – a blanket – or two.", id="dashes in one line"),
        pytest.param("Bring: – if you like – a blanket.", id="a dash behind a colon"),
        pytest.param("Monday • Wednesday • Friday", id="bullets that part words"),
        pytest.param("Menu → Settings → Print: → is an arrow.", id="arrows"),
        pytest.param("It takes: 5 - 6 hours.", id="a range behind a colon"),
        pytest.param("We open on May 2\\*.\n\n\\* Call before.", id="a star of a note"),
        pytest.param("☎ Call the clinic.", id="a picture at the start of a line"),
        pytest.param("It was seen by J.\na. Smith and others.", id="an initial at a line's start"),
        pytest.param("At\n5: it is time.", id="a number and a colon at a line's start"),
        pytest.param("- ✅ a coat\n- ✅ a bag", id="pictures in a list"),
        pytest.param("| A | B |\n| --- | --- |\n| one | • two<br>• three |", id="a cell"),
    ],
)
def test_what_is_no_broken_list(codes: Any, body: str) -> None:
    """Lists, and sentences with a mark in them."""
    assert not {"list-broken", "table-broken"} & set(codes(body))


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ("Bring:\n- water\n- a blanket", "Put an empty line before the list."),
        ("• water\n• a blanket", "Start each item with a hyphen"),
        ("1) water\n2) a blanket", "Start each item with 1. and a space"),
        ("Bring: • water • a blanket", "Give each item a line of its own"),
        ("- • water\n- • a blanket", "Take the • out"),
        ("-\u00a0water\n-\u00a0a blanket", "Type the space behind the - anew"),
        ("\u00a0- water\n\u00a0- a blanket", "Type the space before the - anew"),
        ("\\- water\n\\- a blanket", "Take the backslash out"),
        ("a. Rest.\nb. Eat.", "Start each item with 1. and a space"),
        ("✅ water\n✅ a blanket", "Start each item with a hyphen"),
    ],
)
def test_what_to_do_with_a_list(frame: Any, body: str, hint: str) -> None:
    """What is right already is not asked for."""
    frame.body = body
    (problem,) = frame.found("list-broken")
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        pytest.param("Rest.\n\n    Eat a light meal.", "spaces", id="four blanks"),
        pytest.param("Rest.\n\n\tEat a light meal.", "tab", id="a tab"),
        pytest.param("Rest.\n\n  \tEat a light meal.", "tab", id="blanks and a tab"),
    ],
)
def test_text_that_became_code(frame: Any, body: str, wrong: str) -> None:
    (problem,) = frame.found("code-by-indent", body=body)
    assert problem.hint == f"Take the {wrong} at the start of the line away."


@pytest.mark.parametrize(
    ("body", "spaces"),
    [("- one\n\n        Eat well.", 4), ("- one\n    - two\n\n\t\t\tEat well.", 8)],
)
def test_text_of_an_item_that_became_code(frame: Any, body: str, spaces: int) -> None:
    """At the margin it would end the list."""
    (problem,) = frame.found("code-by-indent", body=body)
    assert problem.hint == f"Start the line with {spaces} spaces: it belongs to the item."


@pytest.mark.parametrize("opening", ['=== "Before"', "::: details", "??? note"])
def test_text_of_what_is_no_box(codes: Any, opening: str) -> None:
    """The line above it is told, and it is code for that line alone."""
    assert "code-by-indent" not in codes(f"{opening}\n\n    Eat a light meal.")


def test_a_paragraph_of_an_item_is_no_code(codes: Any) -> None:
    assert "code-by-indent" not in codes("- one\n\n    Eat a light meal.\n\n- two")


@pytest.mark.parametrize(
    "body",
    [
        r"![A quiet room](C:\Users\me\room.jpg)",
        "![A quiet room](C:/Users/me/room.jpg)",
        "![A quiet room](file:///home/me/room.jpg)",
        r"![A quiet room](\\server\share\room.jpg)",
        "[the leaflet](file://server/leaflet.pdf)",
        "[the list of risks](http://localhost:8000/risks/)",
        "![A quiet room](cid:image001.jpg)",
        "![A quiet room](blob:https://web.example/1234)",
        "![A quiet room](/Users/ana/Pictures/room.jpg)",
        "![A quiet room](/home/ana/room.jpg)",
        "![A quiet room](/private/var/folders/a/room.jpg)",
        "![A quiet room](~/Pictures/room.jpg)",
        "![A quiet room](%USERPROFILE%/room.jpg)",
        "[the leaflet](smb://server/leaflet.pdf)",
        "[the leaflet](http://192.168.0.10/leaflet.pdf)",
        "![A quiet room](sandbox:/mnt/data/room.png)",
        "![A quiet room](/mnt/c/Users/a/room.jpg)",
        "[the leaflet](C:%5CUsers%5Cana%5Cleaflet.pdf)",
        '<img src="D:/pics/room.jpg" alt="A quiet room">',
    ],
)
def test_file_on_one_machine(frame: Any, body: str) -> None:
    """It is named once, with its line; nobody else has it."""
    frame.body = f"Rest well.\n\n{body}"
    found = frame.problems()
    assert {p.code for p in found} == {"file-local"}
    assert [p.line for p in found] == [frame.source.splitlines().index(body) + 1]
    named = re.search(r"(?:room|leaflet)\.\w+", body)
    assert f"assets/{named[0] if named else ' and its name'}." in found[0].hint


@pytest.mark.parametrize(
    ("body", "code"),
    [
        pytest.param("Bring:\n\n-a coat\n-a list", "list-broken", id="hyphens without a blank"),
        pytest.param("1.Rest\n2.Eat", "list-broken", id="numbers without a blank"),
        pytest.param("[!A room](risks.md)", "markup-left", id="an image with its ! inside"),
        pytest.param("+---+---+\n| A | B |\n+---+---+\n| 1 | 2 |", "table-broken", id="a frame"),
        pytest.param("Most got better {@dore2019}.", "citation-escaped", id="braces"),
    ],
)
def test_other_ways_to_type_it(codes: Any, body: str, code: str) -> None:
    assert code in codes(body)


@pytest.mark.parametrize(
    "body",
    ["*Rest* well\n*and eat* well.", "Some\n-and a dash\nmore", "In all\n3.5 hours\npass"],
)
def test_a_mark_at_the_start_of_a_line_is_no_list(codes: Any, body: str) -> None:
    assert codes(body) == []


@pytest.mark.parametrize(
    ("body", "said", "hint"),
    [
        ("!!! note Rest well\n    Eat little.", '"Rest well" is no title', '!!! note "Rest well"'),
        ("!!! note\nRest well.", "is empty", "four spaces"),
        ('!!! note "Rest"\n\n  Eat little.', "is empty", "four spaces"),
        ("- one\n\n    !!! note\n\n    Eat little.", "is empty", "four spaces"),
    ],
)
def test_box_that_loses_words(frame: Any, body: str, said: str, hint: str) -> None:
    frame.body = f"Rest well.\n\n{body}"
    (problem,) = frame.found("box-broken")
    assert said in problem.message
    assert hint in problem.hint
    assert problem.line == frame.source[: frame.source.index("!!!")].count("\n") + 1


@pytest.mark.parametrize(
    "body",
    [
        '!!! note "Rest well"\n    Eat little.',
        "!!! note\n\n    Eat little.",
        "!!! note\n\tEat little.",
        '!!! note inline end "Rest"\n\n    Eat little.',
        "- one\n\n    !!! note\n\n        Eat little.",
        '!!! note ""\n    Eat little.',
        "```\n!!! note\nEat little.\n```",
    ],
)
def test_box(codes: Any, body: str) -> None:
    assert "box-broken" not in codes(body)


@pytest.mark.parametrize(
    "body",
    ["[our home](/home/)", "[the risks](risks.md)", "[a page](https://users.example/~ana/a.html)"],
)
def test_file_that_others_have(codes: Any, body: str) -> None:
    assert "file-local" not in codes(body)


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[What the risks are]: risks.md", 1),
        ("Rest.\n\n[a]: risks.md\n[b]: risks.md\n\nSee [the risks of it][a].", 1),
        ("See [what the risks are].\n\n[What the  risks are]: risks.md", 0),
        ("See [what the risks are][].\n\n[What the risks are]: risks.md", 0),
        ("`[a]: risks.md`", 0),
        ("[^1]: Rest well.", 0),
        ("*[ECG]: a test of the heart", 0),
        ("See this [sic]: it is so.", 0),
        ("[What the risks are]: see below.", 0),
        ('[What the risks are]: risks.md "Risks"', 1),
    ],
)
def test_a_line_that_is_read_as_an_address(frame: Any, body: str, found: int) -> None:
    """No link of the page asks for it, and its words are lost."""
    assert len(frame.found("link-unused", body=body)) == found
