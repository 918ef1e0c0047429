"""Text of staff that closes, or holds, what stands around it."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize("tag", ["</article>", "</main>", "</div>", "</body>", "</html>"])
@pytest.mark.parametrize(
    "text", ["{}", "- a list {}", "> {}", "## A heading {}", "Some <b>words</b> {} and more"]
)
def test_end_tag_in_the_text(frame: Any, tag: str, text: str) -> None:
    """With the line on which it stands."""
    frame.body = f"A first line.\n\n{text.format(tag)}\n"
    (problem,) = frame.found("tag-unbalanced")
    line = frame.source.splitlines().index(text.format(tag)) + 1
    assert (problem.path, problem.line) == ("docs/plain.md", line)
    assert problem.message.startswith(tag)


@pytest.mark.parametrize("tag", ["progress", "div hidden", "details", "select", "section"])
def test_element_left_open(frame: Any, tag: str) -> None:
    """It would swallow the notices, which stand behind the text."""
    frame.body = f"Words.\n\n<{tag}>\n"
    found = {p.code for p in frame.problems()}
    assert "tag-unbalanced" in found


def test_settings_of_a_page(frame: Any) -> None:
    """A title is put into the page as it is."""
    frame.front["description"] = 'A plain sentence of fair length, and "></article><article>.'
    found = frame.found("tag-unbalanced")
    assert [(p.path, p.line) for p in found] == [("docs/plain.md", 3)] * 2


@pytest.mark.parametrize(
    ("setting", "lines"),
    [
        ('copyright: "</article><article>"', [2, 2]),
        ('copyright: "</div>"', [2]),
        ("extra:\n  clinic:\n    name: <section>", [4]),
        ("nav:\n  - Home </main>: index.md", [3]),
        ('copyright: <a href="x">by us</a>', []),
        ("theme:\n  custom_dir: !ENV [A, b]", []),
    ],
)
def test_settings_of_the_site(frame: Any, setting: str, lines: list[int]) -> None:
    """Each value for itself: what one opens, no other closes."""
    frame.config = f"site_name: x\n{setting}\n"
    found = frame.found("tag-unbalanced")
    assert [(p.path, p.line) for p in found] == [("mkdocs.yml", line) for line in lines]


def test_notices(frames: Any) -> None:
    """They stand on every page."""
    from kapguide.notices.notice import Notice

    frame = frames()
    notice = frame.notices["under-18s"]
    text = f"{notice.source}\n</div>\n"
    frame.notices = {**frame.notices, "under-18s": Notice("under-18s", notice.path, text)}
    (problem,) = frame.found("tag-unbalanced")
    assert problem.path == "docs/_includes/under-18s.md"


@pytest.mark.parametrize(
    "body",
    [
        "<p class=MsoNormal>Rest for a day.<o:p></o:p></p>",
        "<p class='MsoNormal'><span style='mso-list:Ignore'>Rest for a day.<o:p></o:p></span></p>",
        "Rest.<o:p>&nbsp;</o:p>",
        "<st1:place>Rest</st1:place> for a day.",
        "<p class=MsoNormal style='margin:0in'>Rest <b style=\"mso-bidi:x\">well</b>.</p>",
        "<p class=MsoNormal>Rest<![if !supportLists]> well<![endif]>.<o:p></o:p></p>",
    ],
)
def test_pasted_text_is_one_problem(frame: Any, body: str) -> None:
    """Its tags are opened and closed, whatever their names."""
    frame.body = f"{body}\n\nWait.\n\n{body}"
    assert [p.code for p in frame.problems()] == ["pasted-html"]


@pytest.mark.parametrize("name", ["br", "hr", "img", "wbr"])
@pytest.mark.parametrize("text", ["Rest <{0}> a day </{0}>.", "<{0}>\nRest\n</{0}>", "Go.</{0}>"])
def test_end_tag_of_what_has_none(frame: Any, text: str, name: str) -> None:
    """What is left is the tag that stands alone."""
    frame.body = f"A first line.\n\n{text.format(name)}"
    found = [p for p in frame.problems() if p.code in ("markup-invalid", "tag-unbalanced")]
    assert [p.message for p in found] == [f"</{name}> is no tag"]
    assert f"<{name}>, which stands alone" in found[0].hint
    line = next(i for i, row in enumerate(frame.source.split("\n"), 1) if f"</{name}>" in row)
    assert found[0].line == line


@pytest.mark.parametrize(
    "typed", ["<risks.md>", "<your name>", "<www.fda.gov/drugs>", "<ref name=dore2019 />", "<Name>"]
)
def test_words_that_are_read_as_a_tag(frame: Any, typed: str) -> None:
    """No reader sees them; told once."""
    frame.body = f"Rest well.\n\nWrite {typed} here."
    (problem,) = [p for p in frame.problems() if p.code != "citation-left"]
    assert problem.code == "tag-unbalanced"
    assert "is no element of HTML" in problem.message
    assert problem.line == frame.source[: frame.source.index(typed)].count("\n") + 1


@pytest.mark.parametrize("typed", ["<own-element>x</own-element>", "x < y > z", "<note>x</note>"])
def test_what_is_a_tag_or_none(frame: Any, typed: str) -> None:
    assert frame.found("tag-unbalanced", body=f"Write {typed} here.") == []


def test_a_tag_that_another_one_closes(frame: Any) -> None:
    """One mistake, told once."""
    frame.body = "Rest <b>well</i> now."
    (problem,) = frame.found("tag-unbalanced")
    assert problem.message == "<b> is closed by </i>"
    assert problem.hint == "Write </b> in place of </i>."


def test_a_link_that_is_left_open_has_no_second_message(frame: Any) -> None:
    frame.body = "Rest <a href='../risks/'>what the risks are."
    assert {problem.code for problem in frame.problems()} <= {"tag-unbalanced"}
