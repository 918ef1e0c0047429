"""Markdown that the build takes for something else: what is found, and what is left alone."""

from __future__ import annotations

from typing import Any

import pytest

CITATIONS = [
    pytest.param(r"It helped \[@dore2019].", "[@dore2019]", id="backslash before the bracket"),
    pytest.param(r"It helped \[@dore2019\].", "[@dore2019]", id="backslashes on both sides"),
    pytest.param(r"It helped [@dore2019\].", "[@dore2019]", id="backslash at the end"),
    pytest.param(
        r"It helped \[-@dore2019, p. 5\].", "[-@dore2019, p. 5]", id="escaped, with a page"
    ),
    pytest.param(r"It helped \[@dore2019; @trial\].", "[@dore2019; @trial]", id="escaped pair"),
    pytest.param("It helped [dore2019].", "[@dore2019]", id="no @"),
    pytest.param("It helped [[dore2019]].", "[@dore2019]", id="two brackets"),
    pytest.param("It helped [^dore2019].", "[@dore2019]", id="a footnote's sign"),
    pytest.param("It helped [smith2020; jones2021a].", "[@smith2020; @jones2021a]", id="unknown"),
    pytest.param("It helped @[dore2019].", "[@dore2019]", id="@ before the bracket"),
    pytest.param("It helped @{dore2019}.", "[@dore2019]", id="@ before a brace"),
    pytest.param(r"It helped \cite{dore2019}.", "[@dore2019]", id="LaTeX"),
    pytest.param(
        r"It helped \parencite[p. 5]{dore2019,trial}.", "[@dore2019; @trial]", id="natbib"
    ),
    pytest.param("It helped {cite}`dore2019`.", "[@dore2019]", id="MyST"),
    pytest.param("It helped :cite:p:`dore2019`.", "[@dore2019]", id="Sphinx"),
]


@pytest.mark.parametrize(("body", "right"), CITATIONS)
def test_citation_of_another_program(frame: Any, body: str, right: str) -> None:
    """It is named with its line, and the right form is shown."""
    frame.body = f"Rest well.\n\n{body}"
    found = frame.found("citation-escaped")
    assert [p.hint for p in found] == [f"Write {right}."]
    assert found[0].line == len(frame.source.split(body)[0].splitlines()) + 1


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("It helped [@dore2019].", id="as it should be"),
        pytest.param("It helped [see @dore2019, pp. 3 and 5; also @trial].", id="with words"),
        pytest.param("As @dore2019 (see @trial) says.", id="in the text"),
        pytest.param("It was so [sic], and [in part] as he [the doctor] said.", id="brackets"),
        pytest.param("[what the risks are](risks.md)", id="link"),
        pytest.param("`\\cite{dore2019}`", id="code"),
        pytest.param("<!-- [dore2019] -->", id="comment"),
        pytest.param(r"Write to clinic\@example.org.", id="e-mail"),
        pytest.param("The trial [label] was small.", id="a citekey that is a word"),
    ],
)
def test_what_is_no_foreign_citation(codes: Any, body: str) -> None:
    """Brackets have other uses."""
    assert "citation-escaped" not in codes(body)


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


TABLES = [
    pytest.param("| A | B |\n| one | two |", "| --- | --- |", id="no rule"),
    pytest.param("A | B\none | two", "| --- | --- |", id="no rule and no outer bars"),
    pytest.param("| A | B | C |\n| 1 | 2 | 3 |", "| --- | --- | --- |", id="three columns"),
    pytest.param("Text\n| A | B |\n| --- | --- |\n| one | two |", "empty line", id="no empty line"),
    pytest.param("Drug\tWatch for\nlithium\tshaking", "| --- |", id="tabs of a spreadsheet"),
    pytest.param(
        "| A | B | C |\n| --- | --- |\n| 1 | 2 | 3 |", "| --- | --- | --- |", id="short rule"
    ),
    pytest.param("| A | B |\n| — | — |\n| 1 | 2 |", "| --- | --- |", id="dashes in the rule"),
    pytest.param("| A | B |\n\n| --- | --- |\n\n| 1 | 2 |", "empty lines", id="empty lines"),
    pytest.param("| A | B |\n\n| --- | --- |\n| 1 | 2 |", "empty lines", id="one empty line"),
    pytest.param(
        "｜ A ｜ B ｜\n｜ --- ｜ --- ｜\n｜ 1 ｜ 2 ｜", "place of ｜", id="full-width bars"
    ),
    pytest.param("│ A │ B │\n│ 1 │ 2 │", "place of │", id="drawn bars"),
]


@pytest.mark.parametrize(("body", "hint"), TABLES)
def test_table_that_is_text(frame: Any, body: str, hint: str) -> None:
    """Told once for a table, with what is missing."""
    frame.body = body
    found = frame.found("table-broken")
    assert len(found) == 1
    assert hint in found[0].hint


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("| A | B |\n| --- | --- |\n| one | two |", id="table"),
        pytest.param("A | B\n--- | ---\none | two", id="without outer bars"),
        pytest.param("Say yes | no.", id="a bar in a sentence"),
        pytest.param("Say yes | no.\n\nOr so | so.", id="bars in two paragraphs"),
        pytest.param("| A | B |\n| --- | --- |\n| 1 | |\n| 2 |", id="cells that are empty"),
        pytest.param("| A | B |\n| --- | --- |\n| 1 | a \\| b |", id="a bar in a cell"),
        pytest.param("| A | B |\n| --- | --- |\n| 1 | `a | b` |", id="a bar in code"),
        pytest.param(
            "| A | B |\n| --- | --- |\n| 1 | 2 |\n\n| A | B |\n| --- | --- |\n| 1 | 2 |",
            id="two tables",
        ),
        pytest.param("Term\n:\tIts meaning.", id="tab of a definition"),
    ],
)
def test_what_is_no_broken_table(codes: Any, body: str) -> None:
    assert "table-broken" not in codes(body)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Rest.\n\n    Eat a light meal.", id="four blanks"),
        pytest.param("Rest.\n\n\tEat a light meal.", id="a tab"),
        pytest.param("- one\n\n        Eat a light meal.", id="eight blanks in a list"),
    ],
)
def test_text_that_became_code(codes: Any, body: str) -> None:
    assert "code-by-indent" in codes(body)


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


@pytest.mark.parametrize(
    ("body", "code"),
    [
        pytest.param("Bring:\n\n-a coat\n-a list", "list-broken", id="hyphens without a blank"),
        pytest.param("1.Rest\n2.Eat", "list-broken", id="numbers without a blank"),
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
    ("typed", "right"),
    [
        pytest.param(r"\citep{dore2019}", "[@dore2019]", id="natbib"),
        pytest.param("(dore2019)", "[@dore2019]", id="round brackets"),
        pytest.param("[@ dore2019]", "[@dore2019]", id="a blank behind the @"),
        pytest.param("[\u00a0@\u00a0dore2019]", "[@dore2019]", id="blanks that do not break"),
        pytest.param("[@\u200bdore2019]", "[@dore2019]", id="a sign that is not seen"),
        pytest.param("[＠dore2019]", "[@dore2019]", id="a full-width @"),
        pytest.param("【@dore2019】", "[@dore2019]", id="lenticular brackets"),
        pytest.param("［@dore2019; @trial］", "[@dore2019; @trial]", id="full-width brackets"),
        pytest.param("{{@dore2019}}", "[@dore2019]", id="two braces"),
        pytest.param("⟦@dore2019⟧", "[@dore2019]", id="brackets of formulas"),
        pytest.param("<@dore2019>", "[@dore2019]", id="angle brackets"),
        pytest.param("^[@dore2019]", "[@dore2019]", id="an inline footnote"),
        pytest.param("[[@dore2019]]", "[@dore2019]", id="two brackets with an @"),
        pytest.param("[cite:@dore2019]", "[@dore2019]", id="Org"),
        pytest.param("[cite/t:@dore2019]", "[@dore2019]", id="Org, with a style"),
        pytest.param("(@dore2019]", "[@dore2019]", id="two kinds of brackets"),
        pytest.param("{Dore, 2019, #12}", "[@dore2019]", id="EndNote"),
        pytest.param("{Dore, 2019 #12}", "[@dore2019]", id="EndNote, without a comma"),
        pytest.param("{Nobody, 2020, #1}", "[@citekey]", id="EndNote, of no work that is known"),
        pytest.param("(Dore et al., 2019)", "[@dore2019]", id="as an author and a year"),
        pytest.param("[Dore 2019]", "[@dore2019]", id="as an author and a year in brackets"),
        pytest.param("(Lee et al. 2020)", "[@citekey]", id="an author and a year, unknown"),
        pytest.param("[1]", "[@citekey]", id="as a number"),
        pytest.param("[2, 4–6]", "[@citekey]", id="as several numbers"),
        pytest.param("[dore2019, p. 3]", "[@dore2019, p. 3]", id="no @, with a page"),
        pytest.param("[see dore2019]", "[see @dore2019]", id="no @, with a word"),
        pytest.param("{dore2019}", "[@dore2019]", id="braces without an @"),
        pytest.param("@dore2019]", "[@dore2019]", id="a bracket that nothing opens"),
    ],
)
def test_other_signs_around_a_citekey(frame: Any, typed: str, right: str) -> None:
    """Told once, though the sentence makes a claim; what is proposed passes."""
    frame.body = f"Rest well.\n\nIn it, 235 people felt sick {typed}."
    found = [p for p in frame.problems() if p.code in {"citation-escaped", "claim-uncited"}]
    assert [(p.code, p.hint) for p in found] == [("citation-escaped", f"Write {right}.")]
    assert found[0].line == frame.source[: frame.source.index(typed)].count("\n") + 1
    frame.body = f"Rest well.\n\nSo it is {right}."
    assert frame.found("citation-escaped") == []


@pytest.mark.parametrize(
    "body",
    [
        "The paper (@dore2019) is long.",
        "It is so (see [@dore2019]).",
        "Write to <ana@clinic.example>.",
        "It was a year (maybe2019) ago.",
        "The {name} stays, and {Dore, 2019}.",
        "It costs more 【in euros】.",
        "See [a][@dore2019].",
        "See [[@dore2019], and more].",
        "The law (Congress, 2019) and a day (May 2019).",
        "See [see @dore2019] and [the list [@dore2019]].",
        "See [1](risks.md), and note [^1].\n\n[^1]: Rest.",
        "A {name} and a (word).",
    ],
)
def test_other_signs_that_are_right(codes: Any, body: str) -> None:
    assert "citation-escaped" not in codes(body)


def test_a_cell_beyond_the_last_column(frame: Any) -> None:
    """Markdown leaves it out without a word."""
    frame.body = "| A | B |\n| --- | --- |\n| lithium | shaking | levels |"
    (problem,) = frame.found("table-broken")
    assert problem.message.startswith('"levels" stands beyond the last column')
    assert problem.line == frame.source[: frame.source.index("| lithium")].count("\n") + 1


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
