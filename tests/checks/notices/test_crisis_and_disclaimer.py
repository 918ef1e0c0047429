"""The disclaimer and the crisis lines: taken away, hidden or altered, they are missed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from kapguide.notices.notice import render_notice

NAMES = ("disclaimer", "crisis")

HIDING = {
    "the attribute hidden": ("<div hidden>", "</div>", "by the attribute hidden"),
    "aria-hidden": ('<div aria-hidden="true">', "</div>", "by the attribute aria-hidden=true"),
    "inert": ("<div inert>", "</div>", "by the attribute inert"),
    "popover": ("<div popover>", "</div>", "by the attribute popover"),
    "closed details": ("<details><summary>More</summary>", "</details>", "inside <details>"),
    "open details": ("<details open><summary>More</summary>", "</details>", "inside <details>"),
    "a dialog": ("<dialog>", "</dialog>", "inside <dialog>"),
    "a template": ("<template>", "</template>", "inside <template>"),
    "noscript": ("<noscript>", "</noscript>", "inside <noscript>"),
    "display none": ('<div style="display:none">', "</div>", 'by style="display: none"'),
    "display none, spaced": (
        '<div style="color: red; DISPLAY : none !important">',
        "</div>",
        'by style="display: none"',
    ),
    "visibility hidden": (
        '<div style="visibility: hidden">',
        "</div>",
        'by style="visibility: hidden"',
    ),
    "opacity": ('<div style="opacity:0">', "</div>", 'by style="opacity: 0"'),
    "no font size": ('<div style="font-size:0">', "</div>", 'by style="font-size: 0"'),
    "off screen": ('<div style="left:-9999px">', "</div>", 'by style="left: -9999px"'),
    "a header": ("<header>", "</header>", "inside <header>"),
    "a footer": ("<footer>", "</footer>", "inside <footer>"),
    "navigation": ("<nav>", "</nav>", "inside <nav>"),
    "two elements deep": ("<section hidden><div>", "</div></section>", "by the attribute hidden"),
}


def _codes(problems: Any) -> list[str]:
    return [problem.code for problem in problems]


def test_a_page_with_its_notices_has_no_problem(frame: Any) -> None:
    """The frame of these tests is right, so what a change brings is the change's."""
    assert frame.problems() == ()


@pytest.mark.parametrize("name", NAMES)
def test_missing(frame: Any, name: str) -> None:
    """A page without a notice is found, by the notice's name."""
    html = frame.html.replace(render_notice(frame.notices[name]), "")
    (problem,) = frame.problems(html)
    assert problem.code == f"{name}-missing"
    assert problem.path == "docs/plain.md"
    assert problem.severity == "error"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("before", ["<!-- {} -->", '<div data-notice="{}"></div>'])
def test_an_empty_mark_is_no_notice(frame: Any, name: str, before: str) -> None:
    """The text counts: neither a comment nor an attribute stands for it."""
    notice = render_notice(frame.notices[name])
    html = frame.html.replace(notice, before.format(notice if "--" in before else name))
    assert _codes(frame.problems(html)) == [f"{name}-missing"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("start", "end", "way"), HIDING.values(), ids=HIDING)
def test_hidden(frame: Any, name: str, start: str, end: str, way: str) -> None:
    """A notice that a reader does not see, or cannot print, is found with the way it hides."""
    notice = render_notice(frame.notices[name])
    html = frame.html.replace(notice, f"{start}{notice}{end}")
    (problem,) = [p for p in frame.problems(html) if p.code.startswith(name)]
    assert problem.code == f"{name}-hidden"
    assert way in problem.message


@pytest.mark.parametrize("name", NAMES)
def test_a_hidden_sentence_hides_the_notice(frame: Any, name: str) -> None:
    """One sentence out of sight is enough."""
    notice = render_notice(frame.notices[name])
    changed = notice.replace("<strong>", '<strong style="display:none">')
    html = frame.html.replace(notice, changed)
    assert _codes(frame.problems(html)) == [f"{name}-hidden"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("start", "end"), [("<footer>", "</footer>"), ("<div>", "</div>")], ids=["footer", "div"]
)
def test_outside_of_main(frame: Any, name: str, start: str, end: str) -> None:
    """Outside of <main> a notice is neither printed nor met by who jumps to the content."""
    notice = render_notice(frame.notices[name])
    html = frame.html.replace(notice, "").replace("</main>", f"</main>{start}{notice}{end}")
    (problem,) = frame.problems(html)
    assert problem.code == f"{name}-hidden"
    assert "outside of <main>" in problem.message


def test_a_page_without_main(frame: Any) -> None:
    """Where there is no main content there is no place for a notice."""
    html = frame.html.replace("<main>", "<div>").replace("</main>", "</div>")
    problems = [p for p in frame.problems(html) if "missing" in p.code and "no <main>" in p.message]
    assert _codes(problems) == ["crisis-missing", "disclaimer-missing"]


def _words(name: str, frame: Any) -> list[str]:
    return re.findall(r"[A-Za-z]{2,}", re.sub("<[^>]*>", " ", render_notice(frame.notices[name])))


@pytest.mark.parametrize("name", NAMES)
def test_every_word_counts(frame: Any, name: str) -> None:
    """Any one word changed, dropped or doubled is found, and named."""
    notice = render_notice(frame.notices[name])
    words = _words(name, frame)
    assert len(words) >= 10
    for number, word in enumerate(words):
        for change in ("perhaps", "", f"{word} {word}"):
            count = words[:number].count(word) + 1
            changed = _replace_nth(notice, word, change, count)
            assert changed != notice
            found = frame.problems(frame.html.replace(notice, changed))
            assert f"{name}-altered" in _codes(found), (word, change)
            message = next(p.message for p in found if p.code == f"{name}-altered")
            assert (change.split() or [word])[-1] in message


def _replace_nth(html: str, word: str, new: str, n: int) -> str:
    """Change the n-th occurrence of a word in the text, leaving tags alone."""
    seen = 0

    def change(match: re.Match[str]) -> str:
        nonlocal seen
        if match[0] != word:
            return match[0]
        seen += 1
        return new if seen == n else match[0]

    return re.sub(r"<[^>]*>|[A-Za-z]{2,}", change, html)


def test_altered_names_the_words(frame: Any) -> None:
    """The message says which words differ, so that nobody must compare by eye."""
    html = frame.html.replace("They are not advice", "They are advice")
    (problem,) = frame.problems(html)
    assert (
        problem.message == 'disclaimer altered: after "information. They are" the page lacks "not"'
    )


def test_white_space_and_markup_do_not_count(frame: Any) -> None:
    """A theme may wrap lines and put elements around words; the reader sees the same text."""
    html = frame.html.replace("general information", "general\n   <em>infor</em>mation")
    assert html != frame.html
    assert frame.problems(html) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('href="tel:911"', 'href="tel:9111"'),
        ('href="tel:988"', ""),
        ('href="sms:988"', 'href="tel:988"'),
        ('<a href="sms:988">988</a>', "988"),
    ],
    ids=["wrong number", "no address", "text made a call", "no link"],
)
def test_crisis_links_work(frame: Any, old: str, new: str) -> None:
    """Each number calls or texts what the source says."""
    html = frame.html.replace(old, new)
    assert html != frame.html
    assert set(_codes(frame.problems(html))) == {"crisis-link"}


def test_hand_written_and_missing_pages_count(frames: Any) -> None:
    """A page that no template made, and the 404 page, must carry the notices as well."""
    for url in ("raw.html", "404.html"):
        problems = frames(url=url).problems("<html><body><main><p>Hello.</p></main></body></html>")
        found = [(p.code, p.path) for p in problems if p.code.endswith("-missing")]
        assert ("disclaimer-missing", f"site/{url}") in found
        assert ("crisis-missing", f"site/{url}") in found


STUB = (
    '<html><head><meta http-equiv="refresh" content="{}; url=../"></head>'
    "<body><p>{}</p></body></html>"
)


def test_redirect_stub_is_excepted(frame: Any) -> None:
    """Nobody reads a page that sends on at once."""
    assert frame.problems(STUB.format(0, 'Moved <a href="../">here</a>')) == ()


@pytest.mark.parametrize(
    ("delay", "text"), [(30, "Moved."), (0, "word " * 40)], ids=["later", "with content"]
)
def test_a_page_that_is_read_is_no_stub(frame: Any, delay: int, text: str) -> None:
    """Neither a delayed jump nor a page full of text is a stub."""
    assert "disclaimer-missing" in _codes(frame.problems(STUB.format(delay, text)))


def test_crisis_lines_have_one_place(frames: Any) -> None:
    """On one page above the text, on the others below it: the one is found."""
    from kapguide.checks.notices.crisis_misplaced import check_crisis_place
    from kapguide.pages.page import parse_page
    from kapguide.project.project import Site

    usual = frames(body="A few words of text.")
    crisis = render_notice(usual.notices["crisis"])
    odd = usual.html.replace(crisis, "").replace("<article>", f"<article>{crisis}")
    pages = [
        parse_page(html, f"site/{name}.html", f"{name}.html")
        for name, html in (("a", usual.html), ("b", odd), ("c", usual.html))
    ]
    (problem,) = check_crisis_place(Site(tuple(pages)), usual.project)
    assert (problem.code, problem.path) == ("crisis-misplaced", "site/b.html")
    assert "above the text" in problem.message


@pytest.mark.parametrize(
    ("css", "codes"),
    [
        (".notice { display: none }", ["crisis-hidden", "disclaimer-hidden"]),
        (".notice-disclaimer, h1 { display:none!important }", ["disclaimer-hidden"]),
        ("p { display: none }", ["crisis-hidden", "disclaimer-hidden"]),
        ('[data-notice="crisis"] { visibility: hidden }', ["crisis-hidden"]),
        ("@media print { .md-x, .notice-crisis p { display: none } }", ["crisis-hidden"]),
        (".notice { color: red } .other { display: none }", []),
        (".notice::before { opacity: 0 }", []),
        (".notice-under-18s { display: none }", []),
        ("/* .notice { display: none } */", []),
        (".notice { opacity: 0.9; font-size: 0.8rem }", []),
    ],
)
def test_hidden_by_a_stylesheet(frame: Any, css: str, codes: list[str]) -> None:
    """A stylesheet may not take away, on the screen or on paper, what the page carries."""
    frame.head = f"<style>{css}</style>"
    assert _codes(frame.problems()) == codes
    frame.head = ""
    frame.files = {**frame.files, "a.css": css.encode()}
    found = frame.problems()
    assert _codes(found) == codes
    assert all(problem.path == "site/a.css" and problem.line == 1 for problem in found)
