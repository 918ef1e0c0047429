"""Leftovers of Markdown: what is found does not depend on what stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.checks.markup.markup_left import check_leftovers
from kapguide.pages.page import parse_page
from kapguide.project.project import Project

Codes = Callable[..., list[str]]
PIECES = st.sampled_from(
    (
        *("a", "b", "TODO", "XXX", "**", "***", "##", "###", ":::", "::::", "[", "]", "(", ")"),
        *("[^", "](", "][", "{", "}", "{:", "{{", "%}", "&", "amp;", "<b", "</p", ">"),
        *("=======", "<<<<<<<", ">>>>>>>"),
    )
)
BLOCKS = st.lists(st.lists(PIECES, min_size=1, max_size=5), min_size=1, max_size=4)


def _messages(*blocks: str) -> list[str]:
    text = "".join(f"<p>{escape(block)}</p>" for block in blocks)
    page = parse_page(f"<main>{text}</main>", "site/a.html")
    return [problem.message for problem in check_leftovers(page, Project(notices={}))]


@given(blocks=BLOCKS, blank=st.sampled_from(["", " "]))
def test_a_block_is_judged_by_itself(blocks: list[list[str]], blank: str) -> None:
    """All blocks together have the problems that each has alone."""
    texts = [blank.join(pieces) for pieces in blocks]
    assert _messages(*texts) == [message for text in texts for message in _messages(text)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Text. ::: notice services", "It stands alone on its line, with an empty line"),
        ("::: note", "Take the line out: there are ::: notice NAME"),
        ("Ask us. :::", "Take the line out: there are ::: notice NAME"),
    ],
    ids=["known", "unknown", "the end of what has none"],
)
def test_line_of_colons(text: str, hint: str) -> None:
    """What to do depends on whether there is such a line."""
    page = parse_page(f"<main><p>{text}</p></main>", "site/a.html")
    (found,) = check_leftovers(page, Project(notices={}))
    assert found.hint.startswith(hint)


@pytest.mark.parametrize(
    "code",
    [
        "</div>",
        "<b>",
        "**bold** text",
        "TODO",
        "::: notice crisis",
        "[a] (b.md)",
        "{{ x }}",
        "[@lost]",
    ],
)
@pytest.mark.parametrize("text", ["`{}`", "See `{}` there.", "- **`{}`**: a sign", "## On `{}`"])
def test_code_is_no_leftover(codes: Codes, code: str, text: str) -> None:
    """It is there to be read as it was typed."""
    assert not {"markup-left", "citation-left"} & set(codes(text.format(code)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("`x` and TODO", "TODO"),
        ("**`x` is bold", "**"),
        ("[what `x` is] (`x.md`)", "] (x.md)"),
    ],
    ids=["a word", "stars", "a link"],
)
def test_leftover_beside_code(frame: Any, text: str, said: str) -> None:
    """Is found, and shown with the code in it."""
    frame.body = text
    shown = [p.message.split('"')[1] for p in frame.found("markup-left")]
    assert shown == [said]


LEFTOVERS = [
    ("! [A room](assets/room.jpg)", "!", "Write ![A room](assets/room.jpg) without the blank."),
    ("Rest *well before the day.", "*", "Emphasis is *like this*"),
    ("Rest _well before the day.", "_", "Emphasis is *like this*"),
    ("Rest __well before the day.", "__", "It is opened and not closed: write __ behind"),
    ("Rest well__ before the day.", "__", "It is closed and not opened: write __ before"),
    ("Rest **well before the day.", "**", "It is opened and not closed: write ** behind"),
    ("**Rest well before the day.", "**", "It is opened and not closed"),
    ("Rest **well **before the day.", "**", "Bold text is"),
    ("Rest**well before the day.", "**", "Bold text is"),
    ("Type `make and wait.", "`", "Code stands between"),
    ("It isn`t so.", "`", "Code stands between"),
    ("See [what the risks are(risks.md) and ask.", "(risks.md)", "A link is"),
    ("See what the risks are (risks.md#serious).", "(risks.md#serious)", "A link is"),
    ("See (what the risks are)[risks.md].", ")[risks.md]", "A link is"),
    ("See [the risks]risks.md first.", "[the risks]risks.md", "A link is [words](risks.md)"),
    ("See [the risks]https://a.org.", "[the risks]https://a.org.", "A link is"),
    ("See [[risks]].", "[[risks]]", "A link is"),
    ("![Two chairs (assets/room.svg)", "![Two chairs (assets/room.svg)", "An image is"),
    ("Look: ![A room", "![A room", "An image is"),
    ("> [!NOTE]\n> Rest well.", "[!NOTE]", "A box starts with"),
    ("??? note\n    Rest well.", "??? note", "A box starts with"),
    ("- [ ] a coat\n- [x] a bag", "[ ]", "There are no boxes"),
    ("Rest ~~well~~ before.", "~~", "Nothing is struck out"),
    ("Rest ==well== before.", "==", "Nothing is struck out"),
    ("It costs \\$500.", "\\", "Take the backslash out."),
    ("Rest well.\\\nThen go.", "\\", "Take the backslash out."),
    ("Rest \\*\\*well\\*\\* today.", "**", "Take the backslash out; to show"),
    ("Rest \\_\\_well\\_\\_ today.", "__", "Take the backslash out; to show"),
    ("\\## What to bring", "## What", "Take the backslash out; to show"),
    ("See \\[the risks\\](risks.md).", "](risks.md)", "Take the backslash out; to show"),
    ("~~~\nRest well.", "~~~", "Take the line out"),
    ("```\nRest well.", "```", "Take the line out"),
    ("\\newpage", "\\newpage", "Take the command out"),
    (":warning: Rest well.", ":warning:", "Write the character itself."),
    ("!! note\n    Eat little.", "!! note", "A box starts with"),
    ("/// note\nEat little.\n///", "/// note", "A box starts with"),
    ("<!-- Rest well.\n\nThen go.", "<!--", "A comment starts with"),
    ("Rest <!-- a note to me", "<!--", "A comment starts with"),
    ("<!— a note —>", "<!—", "A comment starts with"),
    ("Rest <!- a note -> well.", "<!-", "A comment starts with"),
    ("Rest well. a note -->", "-->", "A comment starts with"),
    ("<div>\n\nRest **well** today.\n\n</div>", "**", "Markdown is not read within HTML"),
    ("<p>Rest *well* today.</p>", "*", "Markdown is not read within HTML"),
    ("Drink H~2~O with it.", "~2~", "Nothing is set lower or higher here"),
    ("A score of $x^2$ is high.", "$x^2$", "There are no formulas here"),
    ("A score of x^2 is high.", "^2", "There are no formulas here"),
    ("Rest _well_before the day.", "_", "Emphasis is *like this*"),
    ("Take a sip_ and rest.", "_", "Emphasis is *like this*"),
    ("__Rest well_ today.", "_", "Emphasis is *like this*"),
    ("_Rest well today.", "_", "Emphasis is *like this*"),
    ("!(A room)[room.jpg]", "!(A room)[room.jpg]", "An image is"),
    ("See [the study][@trial].", "[the study]", "Take the brackets around the words out."),
    ('=== "Before"\n\n    Rest well.', '=== "Before"', "There are no tabs here"),
    ("h2. What to eat", "h2. What to eat", "A heading starts with ##"),
    ("== What to eat ==", "== What to eat ==", "A heading starts with ##"),
    ("Rest '''well''' today.", "'''", "Bold text is"),
    ("Rest [b]well[/b] today.", "[b]", "Take the command out"),
    ("Rest * well* today.", "*", "Emphasis is *like this*"),
    ("Term\n:What it means.", ":", "A colon and a blank"),
    ("Term\n:A clip on a finger.", ":", "A colon and a blank"),
    (":A clip on a finger.", ":", "A colon and a blank"),
    (
        "See Error! Reference source not found.",
        "Error! Reference source not found.",
        "Write what it led to",
    ),
    ("Rest //well// today.", "//well//", "Emphasis is *like this*"),
    ("Rest well.**", "**", "It is closed and not opened"),
    ("Rest {well} today.", "{well}", "A name for links is {#name}"),
]


@pytest.mark.parametrize(("body", "shown", "hint"), LEFTOVERS, ids=[row[0] for row in LEFTOVERS])
def test_what_is_left(frame: Any, body: str, shown: str, hint: str) -> None:
    """Told once for a paragraph, at its line, with what its own cause asks for."""
    frame.body = f"Rest **well** now.\n\n{body}"
    first, *_ = frame.found("markup-left")
    assert first.message == f'"{shown}" is shown as it was typed'
    assert first.hint.startswith(hint)
    rows = frame.source.split("\n")
    row = rows[first.line - 1]
    assert shown.strip("#") in (row if "\\" in shown else row.replace("\\", ""))


@pytest.mark.parametrize(
    "body",
    [
        "The sign \\* marks a field, and \\*this one too.",
        "The file is named a\\_b, or \\_b too.",
        "*Prices may change.",
        "It costs $5* a day.",
        "Three * four is twelve.",
        "Write your name: ____",
        "Rest [sic] well, a == b, and wait!!!",
        "Really??? Yes.",
        "At 10:30:15, in the ratio 3:one:2, and/or so.",
        'Write C:\\\\Users, as in "a\\\\b".',
        "*Rest* well, and __sleep__ well, `a` and ``b`c``.",
        '<div markdown="1">\n\nRest **well** today.\n\n</div>',
        "You pay $5, or ~$8 at night; ~10 people wait, from $5 to $10 a day = a lot.",
        "## Rest well {#rest}",
        "Three * four * five, the R&D team, and 2 * 3* a day.",
        "[The risks](risks.md){target=_self} of it.",
        "[The list](list.pdf){download} of it.",
        "[The risks](risks.md){data-half} of it.",
        "***Rest* well** and **eat *well***.",
        "**Tea**: *rest* at 5*3, and `*a**`.",
        r"The price of **tea**\* is low.",
    ],
)
def test_what_is_meant(codes: Codes, body: str) -> None:
    """A backslash says so, or the place."""
    assert "markup-left" not in codes(body)


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("````\nRest well.\n```\n\nThen go.", 1, '"`" is shown beside "Rest well."'),
        ("Rest, as in ``make`.", 1, '"`" is shown beside "make"'),
        ("*Mania.** In a trial.", 1, '"*" is shown beside "Mania."'),
        ("- Rest.\n- **Tea* and milk", 2, '"*" is shown beside "Tea"'),
        ("*See [the risks](risks.md).**", 1, '"*" is shown beside "See the risks."'),
        ("In **a small\ntrial*** of it.", 1, '"*" is shown beside "a small trial"'),
        ("## What to ask {questions}", 1, '"{questions}" names nothing'),
        ("Rest.\n\n[The risks](risks.md){risky}", 3, '"{risky}" names nothing'),
    ],
)
def test_what_the_build_takes_for_something_else(
    frame: Any, body: str, line: int, said: str
) -> None:
    """Nothing of it is left in the text, and still it says something else."""
    frame.body = body
    (problem,) = frame.found("markup-left")
    assert problem.message == said
    assert frame.source.split("\n")[problem.line - line :][: len(body.split("\n"))] == body.split(
        "\n"
    )


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Rest @amps; eat.", [('"@amps;" names no character', "Write @ instead.")]),
        ("Rest@nbps;well.", [('"@nbps;" names no character', "Write @nbsp; instead.")]),
        ("Rest @lts; eat.", [('"@lts;" names no character', "Write @lt; instead.")]),
        ("Smith@Sons; both. Rest@eat; or wait.", []),
        ("Rest @amp; eat@nbsp;well, @eacute; and @#8217;.", []),
        ("See [it](https://www.fda.gov/a?b=1@c=2), and `@amps;`; R@D is fine.", []),
    ],
)
def test_name_of_no_character(frame: Any, body: str, found: list[tuple[str, str]]) -> None:
    """A browser shows a part of it as the character, and the rest beside it."""
    body = body.replace("@", chr(38))
    told = [f"{p.message}|{p.hint}" for p in frame.found("markup-left", body=body)]
    assert told == ["|".join(texts).replace("@", chr(38)) for texts in found]


def test_footnote_that_has_another_name(frame: Any) -> None:
    """The one that has a text and is not mentioned is the one that was meant."""
    frame.body = "Rest well.[^1]\n\nAnd eat.[^2]\n\n[^2]: A text."
    assert "write the text of [^1]" not in frame.found("markup-left")[0].hint
    frame.body = "Rest well.[^1]\n\n[^2]: A text."
    assert frame.found("markup-left")[0].hint.startswith("Write [^2], whose text is on the page")


def test_footnote_without_its_colon(frame: Any) -> None:
    """Told once, where the footnote stands."""
    frame.body = "Rest well.[^a]\n\n[^a] As long as you like."
    (problem,) = frame.found("markup-left")
    assert problem.hint == "A footnote is defined with a colon: [^a]: and its text."
    assert frame.source.split("\n")[problem.line - 1].startswith("[^a]")


def test_boxes_to_tick(frame: Any) -> None:
    """Told once for a list; what else is wrong in its items is told for each."""
    frame.body = "- [ ] a coat\n- [x] a bag\n\nRest.\n\n- [ ] **a hat\n- **a scarf"
    shown = [problem.message.split('"')[1] for problem in frame.found("markup-left")]
    assert shown == ["[ ]", "[ ]", "**"]


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ("See [the risks][risks.md] first.", "A link is"),
        ("What the risks are: [risks.md]", "A link is"),
        (":: notice crisis", "Such a line starts with three colons."),
        ("::: notise crisis", "Did you mean ::: notice?"),
        ("::: box", "Take the line out: there are ::: notice NAME, ::: figure NAME"),
    ],
)
def test_lines_that_others_know(frame: Any, body: str, hint: str) -> None:
    (problem,) = frame.found("markup-left", body=body)
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize(
    "body",
    [
        "<div>\n\n- one\n- two\n\n</div>",
        "<details>\n<summary>What</summary>\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n</details>",
    ],
)
def test_lists_and_tables_within_html(frame: Any, body: str) -> None:
    """An empty line more would not help."""
    frame.body = body
    (problem,) = [p for p in frame.problems() if p.code in {"list-broken", "table-broken"}]
    assert problem.hint.startswith('Markdown is not read within HTML: write markdown="1"')
