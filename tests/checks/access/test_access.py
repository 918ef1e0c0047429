"""What keeps readers out who use a keyboard, a screen reader or larger letters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from kapguide.checks.running import check_site
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import make_source
from kapguide.project.project import Site

LINK = '<a href="../risks/">What the risks are</a>'
FOUND = [
    pytest.param("aria-target", '<p aria-describedby="gone">Rest.</p>', id="described by nothing"),
    pytest.param("aria-target", '<p aria-labelledby="a gone" id="a">Rest.</p>', id="one of two"),
    pytest.param("aria-target", '<button aria-controls="gone">More</button>', id="controls none"),
    pytest.param("aria-target", '<label for="gone">Age</label>', id="label of nothing"),
    pytest.param("role-unknown", '<p role="remark">Rest.</p>', id="no such role"),
    pytest.param("role-unknown", '<p role="widget">Rest.</p>', id="abstract role"),
    pytest.param("role-unknown", '<p role="note remark">Rest.</p>', id="second role"),
    pytest.param(
        "focus-hidden",
        '<div aria-hidden="true"><details><summary>Rest</summary>Now.</details></div>',
        id="summary",
    ),
    pytest.param("focus-hidden", f'<div aria-hidden="true">{LINK}</div>', id="link"),
    pytest.param("focus-hidden", f'<p aria-hidden="TRUE"><span>{LINK}</span></p>', id="capitals"),
    pytest.param("focus-hidden", '<p aria-hidden="true"><button>Go</button></p>', id="button"),
    pytest.param("focus-hidden", '<p aria-hidden="true"><i tabindex="0">Go</i></p>', id="tabindex"),
    pytest.param("field-unnamed", '<input name="age">', id="field alone"),
    pytest.param("field-unnamed", '<input name="age" placeholder="Age">', id="words inside"),
    pytest.param("field-unnamed", '<select name="age"><option>1</option></select>', id="choice"),
    pytest.param("field-unnamed", '<label for="x"></label><input id="x">', id="empty label"),
    pytest.param("field-unnamed", "<textarea></textarea>", id="text area"),
    pytest.param("field-unnamed", "<button><svg></svg></button>", id="button of a picture"),
    pytest.param("form-unsent", "<form></form>", id="empty form"),
    pytest.param("form-unsent", '<form><button type="button">Go</button></form>', id="no submit"),
    pytest.param("form-unsent", '<form><button type="reset">Go</button></form>', id="only reset"),
    pytest.param("autoplay", '<audio src="../assets/a.mp3" autoplay></audio>', id="sound"),
    pytest.param("autoplay", '<video src="../assets/a.mp4" muted autoplay></video>', id="film"),
    pytest.param("autoplay", '<embed src="../a.html?autoplay=1">', id="by its address"),
    pytest.param("autoplay", "<marquee>Rest</marquee>", id="running text"),
]
CLEAN = [
    pytest.param(f'<p aria-labelledby="a" id="a" role="note">{LINK}</p>', id="targets and roles"),
    pytest.param(
        '<p aria-hidden="true"><a href="../risks/" tabindex="-1">Risks of it</a></p>', id="no stop"
    ),
    pytest.param(f'<p aria-hidden="true" hidden>{LINK}</p>', id="hidden from all"),
    pytest.param('<p aria-hidden="true"><button disabled>Go</button></p>', id="disabled"),
    pytest.param('<label>Age <input name="age"></label>', id="label around"),
    pytest.param('<label for="x">Age</label><input id="x">', id="label beside"),
    pytest.param('<input aria-label="Age">', id="named for screen readers"),
    pytest.param('<p id="y">Age</p><input aria-labelledby="y">', id="named by a text"),
    pytest.param('<input type="hidden" name="x">', id="hidden field"),
    pytest.param("<form><button>Search</button></form>", id="a button sends"),
    pytest.param('<form><input type="submit" value="Go"></form>', id="sent by a field"),
    pytest.param(
        '<form id="f"></form><button form="f" type="submit">Go</button>', id="sent from outside"
    ),
    pytest.param('<video src="../assets/a.mp4" controls></video>', id="film on demand"),
]
CODES = {
    *("aria-target", "role-unknown", "focus-hidden", "field-unnamed", "form-unsent", "autoplay"),
    *("zoom-forbidden", "noindex"),
}


@pytest.mark.parametrize(("code", "html"), FOUND)
def test_found(codes: Any, code: str, html: str) -> None:
    """Each by itself, and nothing beside it."""
    assert CODES & set(codes("", after=html)) == {code}


@pytest.mark.parametrize("html", CLEAN)
def test_left_alone(codes: Any, html: str) -> None:
    assert CODES & set(codes("", after=html)) == set()


@pytest.mark.parametrize(
    ("code", "head"),
    [
        ("zoom-forbidden", '<meta name="viewport" content="width=device-width,user-scalable=no">'),
        ("zoom-forbidden", '<meta name="viewport" content="user-scalable=0">'),
        ("zoom-forbidden", '<meta name="Viewport" content="maximum-scale=1.0">'),
        ("zoom-forbidden", '<meta name="viewport" content="initial-scale=1, maximum-scale = 2">'),
        ("zoom-forbidden", '<meta name="viewport" content="maximum-scale=yes">'),
        ("noindex", '<meta name="robots" content="noindex">'),
        ("noindex", '<meta name="ROBOTS" content="follow, NOINDEX">'),
        ("noindex", '<meta name="googlebot" content="none">'),
        ("noindex", '<meta http-equiv="X-Robots-Tag" content="noindex">'),
    ],
)
def test_found_in_the_head(codes: Any, code: str, head: str) -> None:
    assert CODES & set(codes("", head=head)) == {code}


def test_viewport_that_forbids_to_zoom_in_two_ways(frame: Any) -> None:
    """Told once: one tag is to be mended."""
    frame.head = '<meta name="viewport" content="maximum-scale=1.0,user-scalable=0">'
    assert len(frame.found("zoom-forbidden")) == 1


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="viewport" content="user-scalable=yes, maximum-scale=5">',
        '<meta name="robots" content="index, max-snippet:-1">',
        '<meta name="description" content="None of it is noindex.">',
    ],
)
def test_left_alone_in_the_head(codes: Any, head: str) -> None:
    assert CODES & set(codes("", head=head)) == set()


def test_an_error_page_need_not_be_found(codes: Any) -> None:
    """Search engines leave 404.html out with good reason."""
    assert (
        CODES & set(codes("", head='<meta name="robots" content="noindex">', url="404.html"))
        == set()
    )


@pytest.mark.parametrize(
    ("html", "code", "hint"),
    [
        ('<p aria-lable="A list">a</p>', "aria-unknown", 'Did you mean "aria-label"?'),
        ('<p aria-hiden="true">a</p>', "aria-unknown", 'Did you mean "aria-hidden"?'),
        ("<p aria-hiden='true'>a</p>", "aria-unknown", 'Did you mean "aria-hidden"?'),
        ('<p aria-hidden="yes">a</p>', "aria-unknown", 'Write aria-hidden="true"'),
        ("<p aria-hidden>a</p>", "aria-unknown", 'Write aria-hidden="true"'),
        ('<p role="buttton">a</p>', "role-unknown", 'Did you mean "button"?'),
        ('<p role="thing">a</p>', "role-unknown", "Take role= out"),
        ('<p tabindex="5">a</p>', "tab-order", "Take it out"),
        (
            '<form action="https://a.example/"><button>Go</button></form>',
            "third-party",
            "Link to a",
        ),
    ],
)
def test_what_to_do(frame: Any, html: str, code: str, hint: str) -> None:
    frame.body = html
    (problem,) = frame.found(code)
    assert problem.hint.startswith(hint)
    assert problem.line == frame.source[: frame.source.index(html)].count("\n") + 1


@pytest.mark.parametrize(
    "html",
    [
        '<p aria-label="A list" aria-hidden="FALSE">a</p>',
        '<p tabindex="0">a</p><p tabindex="-1">b</p>',
        "<p>The attribute aria-lable is none.</p>",
        '<p title="no aria-lable here">a</p>',
    ],
)
def test_attributes_that_are_right(codes: Any, html: str) -> None:
    assert not {"aria-unknown", "tab-order"} & set(codes(html))


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ('<p role="Header">Rest.</p>', 'Did you mean "banner"?'),
        ('<p role="list-box">Rest.</p>', 'Did you mean "listbox"?'),
        *(
            (f'<p role="{role}">Rest.</p>', "Take role= out; what the element is says most of it.")
            for role in ("remark", "logout", "feedback", "markdown", "form-group", "imagemap")
        ),
        ('<p aria-describedby="hnit" id="hint">Rest.</p>', 'Did you mean "hint"?'),
        *(
            (
                f'<p aria-describedby="{typed}" id="{other}">Rest.</p>',
                f'Give what is meant id="{typed}", or take aria-describedby out.',
            )
            for typed, other in (
                *(("step-1", "step-2"), ("q1", "q2"), ("hint-3", "hint-2"), ("b", "a")),
                *(("hint3", "hint"), ("step-a", "step-b"), ("stepA", "stepB")),
            )
        ),
        ('<label for="plan-name">Plan</label><input id="planname">', 'Did you mean "planname"?'),
        ('<p><label for="plan">Plan</label><input id="q1" name="plan"></p>', 'Write for="q1".'),
        (
            '<p><label for="plan">Plan</label><input id="q1"><input id="q2"></p>',
            'Give what is meant id="plan", or take for out.',
        ),
        ('<p aria-describedby="Hint" id="hint">Rest.</p>', 'Did you mean "hint"?'),
    ],
)
def test_role_or_id_that_was_meant(frame: Any, body: str, hint: str) -> None:
    """By a slip of the hand, by other signs, or by the element's name."""
    frame.body = body
    found = [p for p in frame.problems() if p.code in {"role-unknown", "aria-target"}]
    assert [problem.hint for problem in found] == [hint]


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        pytest.param(
            "focus-hidden",
            [
                f'<p aria-hidden="true"><b tabindex="{index}">{word}</b></p>'
                for index, word in enumerate(("One", "Two", "Three"))
            ],
            id="hidden",
        ),
        pytest.param(
            "focus-hidden",
            [f'<p aria-hidden="true"><i>{at}</i> {LINK} or {LINK}</p>' for at in range(3)],
            id="links that are hidden",
        ),
        pytest.param(
            "autoplay",
            [f'<{tag} src="../assets/a.mp3" autoplay></{tag}>' for tag in ("video", "audio")],
            id="an attribute without a value",
        ),
        pytest.param(
            "autocomplete-misplaced",
            [
                f'<p><label><input type="{kind}" autocomplete="off"> {kind}</label></p>'
                for kind in ("radio", "text", "file")
            ],
            id="autocomplete",
        ),
    ],
)
def test_lines_of_one_attribute(frame: Any, code: str, lines: list[str]) -> None:
    """Each is told at its own line, and what is right between them is passed over."""
    found = frame.found(code, body="\n\n".join(lines))
    wrong = [line for line in lines if "text" not in line]
    assert [frame.source.split("\n")[p.line - 1] for p in found] == wrong


@pytest.mark.parametrize("value", ["'a\"b'", '"&quot;"', '"a\nb"', "'off'"])
def test_line_of_an_attribute_with_signs(frame: Any, value: str) -> None:
    """What an attribute says is anything."""
    body = f'<p><label><input type="radio" autocomplete={value}> One</label></p>'
    (problem,) = frame.found("autocomplete-misplaced", body=body)
    assert "autocomplete=" in frame.source.split("\n")[problem.line - 1]


def test_line_of_a_tag_in_other_letters(frame: Any) -> None:
    (problem,) = frame.found("autoplay", body='Rest.\n\n<AUDIO AUTOPLAY src="a.mp3"></AUDIO>')
    assert "AUTOPLAY" in frame.source.splitlines()[problem.line - 1]


def test_line_of_an_attribute_in_other_letters(frame: Any) -> None:
    hidden = '<p {}><b tabindex="0">One</b></p>'
    body = "\n\n".join(hidden.format(each) for each in ("ARIA-HIDDEN='TRUE'", "aria-hidden='true'"))
    assert all(problem.line for problem in frame.found("focus-hidden", body=body))


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ("noindex", '<meta name="robots" content="none">'),
        ("noindex", "<meta name='robots' content='none'>"),
        ("noindex", "<meta name=robots content=none>"),
        ("noindex", '<meta name="robots" content = "noindex">'),
        ("zoom-forbidden", '<meta name="viewport" content="width=device-width,User-Scalable=No">'),
    ],
)
def test_line_in_a_template(frame: Any, code: str, tag: str) -> None:
    """A word of the tag may stand on pages, and in other letters in the template."""
    frame.body = "There is none here."
    template = make_source("overrides/main.html", f"<head>\n{tag}\n</head>")
    project = replace(frame.project, templates=(template,))
    page = parse_page(frame.html.replace("<head>", f"<head>{tag}"), "site/plain/index.html")
    found = [p for p in check_site(Site(pages=(page,)), project).problems if p.code == code]
    assert [(p.path, p.line) for p in found] == [("overrides/main.html", 2)]
