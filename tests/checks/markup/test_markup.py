"""HTML that is broken: not closed, overlapping, without a language or a doctype."""

from __future__ import annotations

from typing import Any

import pytest
from kapguide.checks.access.page_language import check_language
from kapguide.checks.markup.doctype_missing import check_doctype
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source
from kapguide.project.project import Project


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<div>Rest well.", id="never closed"),
        pytest.param("<div>Rest <b>well</div>", id="closed too late"),
        pytest.param("<div>Rest <b>a <i>lot</b> more</i></div>", id="overlapping"),
        pytest.param("<div>Rest well.</div></section>", id="closes nothing"),
        pytest.param('<div><a href="#a">a <a href="#b">b</a></a></div>', id="a link in a link"),
        pytest.param("<table><tr><p>Rest</p><td>well</td></tr></table>", id="text between cells"),
        pytest.param('<div class="a" class="b">Rest well.</div>', id="an attribute twice"),
        pytest.param("<div><li>Rest well.</li></div>", id="an item outside of a list"),
    ],
)
def test_broken_html(codes: Any, body: str) -> None:
    """It is told by one of two codes, never by both."""
    found = [code for code in codes(body) if code in {"markup-invalid", "tag-unbalanced"}]
    assert set(found) in ({"markup-invalid"}, {"tag-unbalanced"})


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<div>Rest <b>a <i>lot</i></b> more</div>", id="nested"),
        pytest.param("<ul><li>One<li>Two</ul>", id="ends that may be left out"),
        pytest.param(
            "<p>One<br>two<br />three <img src='../assets/room.jpg' alt='A quiet room'></p>",
            id="void elements",
        ),
        pytest.param("- one\n    - two", id="list of Markdown"),
        pytest.param("`<div>` and <!-- <div> -->", id="code and comments"),
    ],
)
def test_right_html(codes: Any, body: str) -> None:
    assert not {"markup-invalid", "tag-unbalanced"} & set(codes(body))


BROKEN = [
    ('<div class="a" class="b">Rest.</div>', "attribute stands twice", "Keep one"),
    ("<div class=>Rest.</div>", "no value", 'name="value"'),
    ('<div class="a"id="b">Rest.</div>', "no space", 'name="value"'),
    ('<div class"a">Rest.</div>', "attribute's name", 'name="value"'),
    ('<p>Rest.</p class="a">', "end tag has an attribute", "An end tag"),
    ('<div><a href="#a">a <a href="#b">b</a></a></div>', "<a> stands in another <a>", "Close"),
    ("<table><tr><p>Rest</p><td>well</td></tr></table>", "<p> stands in a table", "a cell"),
    ("<table><td>Rest</td></table>", "outside of its rows", "in a row"),
    ("<div>Rest &#x80;</div>", "of no character", "the character itself"),
    ("<div>Rest &copy now</div>", "no semicolon", "the character itself"),
    ("<div>Rest </> </div>", "</> names no element", "An end tag"),
    ("<div>Rest <3 </div>", "stands before no name", "&lt;"),
    ("<div>Rest <!- a -></div>", "starts no comment", "A comment"),
    ("<div>Rest <?php a ?></div>", "<?", "Take it out"),
    ("<div>Rest</br></div>", "</br>", "write <br>"),
    ('<image src="../assets/room.jpg" alt="A room">', "<image> is no tag", "Write <img>"),
    ("<select><p>Rest</p></select>", "<p> stands in a <select>", "<option>"),
    ("<div><body>Rest</body></div>", "<body> must not", "the template writes"),
    ("<!doctype html>", "stands in the page", "the template writes"),
    ("<svg><p>Rest</p></svg>", "drawing", "Close"),
    ("<h2>One <h3>two</h3></h2>", "<h3> must not", "Take it out"),
    ("Rest\x0b well.", "(U+000B)", "Delete it"),
    ("<p class=“lead”>Rest.</p>", "the value “lead” stands in curved", "straight quotation marks"),
    ("<p>Rest.<p>Eat.</p></p>", "<p> stands in another <p>, and ends it", "Write </p> before <p>"),
    (
        "<p>Rest.<div>Eat.</div></p>",
        "<div> stands in a <p>, and ends it",
        "Write </p> before <div>",
    ),
    ("<p>Rest.<ul><li>Eat.</li></ul></p>", "<ul> stands in a <p>", "take the </p> out"),
    ("<p>Rest.</p></p>", "</p> closes nothing", "Take it out"),
    ("<em>Rest <p>well.</p></em>", "<p> stands in a paragraph", "an empty line"),
    ("<span>Rest <div>well.</div></span>", "<div> stands in a paragraph", "an empty line"),
    ('<html lang="de"><p>Rest.</p></html>', "<html> must not", "the template writes"),
    ("<tr><td>Rest</td></tr>", "a part of a table stands outside", "a row stands in a <table>"),
    ("<div>Rest\x7f</div>", "(U+007F)", "Delete it"),
]


@pytest.mark.parametrize(("body", "said", "hint"), BROKEN, ids=[row[0] for row in BROKEN])
def test_what_is_wrong_is_said_once(frame: Any, body: str, said: str, hint: str) -> None:
    """With a hint of its kind, at its line; what a mistake brings with it is not told."""
    frame.body = f"Rest well.\n\n{body}"
    (problem,) = [p for p in frame.problems() if p.code in {"markup-invalid", "tag-unbalanced"}]
    assert said in problem.message
    assert hint in problem.hint
    assert problem.line == frame.source.split(body)[0].count("\n") + 1


@pytest.mark.parametrize(
    "body",
    [
        "<div>AT&T, and a & b</div>",
        '<a href="?a=1&copy=2">What the risks are</a>',
        "<div>Rest<!-- one -- two --></div>",
    ],
)
def test_what_the_standard_allows(codes: Any, body: str) -> None:
    """Though the parser is of an older standard."""
    assert "markup-invalid" not in codes(body)


@pytest.mark.parametrize(
    "body",
    [
        "<p>Rest.<o:p/></p>",
        "<p>Rest.<o:p></o:p></p>",
        "<v:shape/>Rest.",
        '<font face="Arial">Rest.',
        '<b style="mso-bidi-font-weight:normal">Rest.\n\nWell.',
        '<b style="mso-bidi-font-weight:normal">Rest.',
        "<![if !supportLists]>Rest<![endif]> well.",
    ],
)
def test_what_a_word_processor_left_is_told_once(frame: Any, body: str) -> None:
    """Nobody has to close what has to go."""
    frame.body = f"Rest well.\n\n{body}"
    (problem,) = frame.problems()
    assert problem.code == "pasted-html"
    assert problem.line == frame.source.split(body)[0].count("\n") + 1


def test_the_line_of_a_tag_that_others_have_too(frame: Any) -> None:
    """What stands before it tells it from the same tag above."""
    frame.body = "<p>Rest.</p>\n\n<p>Eat.</p>\n\n<p>Go.</p></p>"
    (problem,) = frame.problems()
    assert problem.line == frame.source[: frame.source.index("<p>Go.")].count("\n") + 1


def test_each_place_of_items_that_stand_outside_of_a_list(frame: Any) -> None:
    """Those side by side are one mistake."""
    first = "<li>A *coat*</li>\n<li>A bag</li>"
    frame.body = f"{first}\n\n<div><p>And:</p><LI class=a>A hat</LI></div>"
    found = frame.found("markup-invalid")
    lines = frame.source.splitlines()
    assert [lines[p.line - 1][:4] for p in found] == ["<li>", "<div"]


def test_a_tag_that_is_shown_is_told_once(codes: Any) -> None:
    """Its end tag, which is none any more, is no second mistake."""
    assert codes('<a href="x"y">The risks of it</a>') == ["markup-left"]


def test_an_overlap_is_told_once(frame: Any) -> None:
    frame.body = "<div>Rest <b>a <i>lot</b> more</i></div>"
    (problem,) = frame.problems()
    assert problem.message == "<i> is still open where </b> stands"
    assert problem.hint.startswith("Write </i> before </b>")


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ('<p id="food">One.</p>\n\n<p id="food">Two.</p>', 1),
        ("One.\n{: #food }\n\nTwo.\n{: #food }", 2),
        ('<p id="">One.</p>', 1),
    ],
)
def test_id_twice(frame: Any, body: str, line: int) -> None:
    """Told once for each id, where it stands first."""
    frame.body = body
    found = frame.found("id-twice")
    first = frame.source.split(body)[0].count("\n")
    assert [p.line for p in found] == [first + line]


def test_an_id_twice_names_all_lines(frame: Any) -> None:
    """A link to it is no place, nor is a longer id."""
    frame.body = (
        "## Food {#food}\n\n[Food](#food)\n\n<p ID = 'food'>One.</p>\n<p id=food-2>Two.</p>"
    )
    (problem,) = frame.found("id-twice")
    line = problem.line or 0
    assert problem.message == f'the id "food" stands 2 times, on lines {line} and {line + 4}'


def test_an_id_with_a_space(frame: Any) -> None:
    frame.body = '<p id="a b">One.</p>'
    (problem,) = frame.found("id-twice")
    assert problem.message == 'the id "a b" has a space in it'


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<html>", "does not say its language"),
        ('<html lang="">', "does not say its language"),
        ('<html lang="xx">', 'no language "xx"'),
        ('<html lang="eng">', 'no language "eng"'),
        ('<html lang="english">', 'no language "english"'),
        ('<html lang="de">', 'the site is in "en"'),
    ],
)
def test_wrong_language(frame: Any, written: str, said: str) -> None:
    html = frame.html.replace('<html lang="en">', written)
    found = frame.found("page-language", html)
    assert len(found) == 1
    assert said in found[0].message


@pytest.mark.parametrize("written", ['<html lang="en-US">', '<html lang="EN">'])
def test_right_language(frame: Any, written: str) -> None:
    assert not frame.problems(frame.html.replace('<html lang="en">', written))


def test_words_of_another_language_may_say_so(codes: Any) -> None:
    assert codes('<p>In Spanish, <span lang="es">Hola</span>.</p>') == []


@pytest.mark.parametrize(
    "start",
    ["", '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">', "<p>Hello</p><!doctype html>"],
)
def test_no_doctype(frame: Any, start: str) -> None:
    """Browsers show such a page by the rules of 1999."""
    html = frame.html.replace("<!doctype html>", start)
    assert "doctype-missing" in [p.code for p in frame.problems(html)]


def test_lines_of_what_a_hand_written_page_lacks() -> None:
    """Both belong to where its HTML starts, whatever stands before it."""
    html = "<!-- by hand -->\n<HTML>\n<main>Rest.</main>\n"
    page = parse_page(html, "site/leaflet.html", "leaflet.html")
    sources = {"leaflet.html": make_source("docs/leaflet.html", html)}
    project = Project(notices={}, sources=sources)
    found = [*check_doctype(page, project), *check_language(page, project)]
    assert [(problem.path, problem.line) for problem in found] == [("docs/leaflet.html", 2)] * 2


@pytest.mark.parametrize("start", ["<!DOCTYPE HTML>", "<!-- -->\n<!doctype html>"])
def test_doctype(frame: Any, start: str) -> None:
    assert not frame.problems(frame.html.replace("<!doctype html>", start))


def test_image_without_words_that_is_all_of_a_link(codes: Any) -> None:
    """The link has no words then, and is told; the image beside words is told as such."""
    found = codes("[![](assets/room.jpg)](risks.md)")
    assert [code for code in found if code in {"alt-text", "link-text"}] == ["link-text"]
    found = codes("[The risks ![](assets/room.jpg)](risks.md)")
    assert [code for code in found if code in {"alt-text", "link-text"}] == ["alt-text"]


@pytest.mark.parametrize("link", ["[here](risks.md)", '<a href="risks/">here</a>'])
def test_words_of_a_link_at_their_line(frame: Any, link: str) -> None:
    """The same word may stand further up, and be no link."""
    frame.body = f"What you read here is general.\n\nRead more {link}."
    (problem,) = frame.found("link-text")
    assert "Read more" in frame.source.split("\n")[(problem.line or 0) - 1]
