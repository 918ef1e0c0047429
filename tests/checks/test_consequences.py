"""One cause, one message: what follows from a mistake is not told beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kapguide.checks.consequences import leave_out_following
from kapguide.pages.source_lines import make_source
from kapguide.pages.tags.raw_html import IN_HTML
from kapguide.problems.causes import tell_causes
from markdown_citations.problems import Problem

PAIRS = {
    "a list without its empty line": (
        "You need:\n- your card and the letter of your doctor\n- your list of all the medicines "
        "that you take each day\n- a friend who waits and takes you home by car\n- some water\n",
        "list-broken",
    ),
    "a citation without its sign": (
        "One small trial of 41 people found that 12 of 41 felt sick [dore2019].\n",
        "citation-escaped",
    ),
    "the citation of a template": ("Rest is part of it {{cite|dore2019}}.\n", "markup-left"),
    "a claim of benefit that nobody has shown": (
        "Ketamine relieves depression.\n",
        "claim-uncited",
    ),
    "a word processor's tags": (
        '<span style="mso-spacerun:yes">Rest <b>well.</span>\n',
        "pasted-html",
    ),
    "a table within a paragraph": (
        "<p>Bring: <table><tr><td>a coat</td></tr></table></p>\n",
        "markup-invalid",
    ),
    "values with semicolons": (
        "Drug;Watch for\nlithium;shaking\naspirin;bleeding\n",
        "table-broken",
    ),
    "what many of a clinic's patients feel": (
        "About 7 in 10 of our patients feel better.\n",
        "testimonial",
    ),
    "praise that others give": (
        "We are the leading ketamine center here, trusted by thousands of happy patients.\n",
        "testimonial",
    ),
    "an image whose sign stands within its bracket": (
        "[!My green book, open on the last page](https://example.org/a.png)\n",
        "markup-left",
    ),
    "a word that puts a label on people": (
        "Our groups are open to schizophrenics and their families.\n",
        "stigma",
    ),
    "a table whose rule has long dashes": (
        "| Day | Hours |\n| — | — |\n| Christmas Eve | 9 to noon |\n| New Year's Eve | 9 to 3 |\n",
        "table-broken",
    ),
    "a language in curved quotation marks": (
        "Point to <span lang=“es”>hablo</span> on the card.\n",
        "markup-invalid",
    ),
    "how somebody died": (
        "She took her own life with pills after a long illness.\n",
        "suicide-words",
    ),
    "a link without words": ("See [](https://example.org/a).\n", "link-text"),
    "a comment that is not closed": (
        "Ask which job they do, and who does the other. <!-- What is said here of the clinic and "
        "of all of its staff is what they have told us on the telephone in the winter of 2024\n",
        "markup-left",
    ),
    "a line of colons": ("::: crisis:::\n", "markup-left"),
    "an address without its s": ("See <http://www.fda.gov/drugs>.\n", "link-text"),
    "an apostrophe of Windows": ("It\x92s a quiet room.\n", "page-encoding"),
    "a sign of nothing": ("It\x81s a quiet room.\n", "markup-invalid"),
    "a mistyped line of ours": ("::: notise under-18s\n", "markup-left"),
}


@pytest.mark.parametrize("name", ["<name>", "[Your name here]"])
def test_place_for_a_reviewer(frame: Any, name: str) -> None:
    """It is a name to be filled in: no element that somebody forgot to close, and no other gap."""
    review = {"reviewer": name, "credentials": "MD", "date": date(2026, 11, 1)}
    frame.front["review"] = review
    assert [problem.code for problem in frame.problems()] == ["review-placeholder"]


@pytest.mark.parametrize("setting", ["description", "title"])
def test_text_that_ends_too_early(frame: Any, monkeypatch: Any, setting: str) -> None:
    """It is too short, or says nothing, for its end is not read: the end alone is told."""
    whole = f"{frame.front[setting]} # 1 of the questions that many people ask us here"
    frame.front[setting] = "Question"
    source = frame.source.replace("Question\n", f"Question # 1 of many: {whole}\n", 1)
    monkeypatch.setattr(type(frame), "source", source)
    assert [problem.code for problem in frame.problems()] == ["text-cut"]


@pytest.mark.parametrize(("body", "cause"), PAIRS.values(), ids=PAIRS)
def test_cause_alone(frame: Any, body: str, cause: str) -> None:
    """What Markdown made of it is no mistake of its own."""
    frame.body = f"## The house\n\n{body}"
    assert {problem.code for problem in tell_causes(frame.problems())} == {cause}


def test_page_without_its_language(frame: Any) -> None:
    """Structured data has it, and is not what is wrong."""
    data = '{"@context": "https://schema.org", "@type": "WebPage", "inLanguage": "en"}'
    frame.head = f'<script type="application/ld+json">{data}</script>'
    html = frame.html.replace('<html lang="en">', "<html>")
    assert [problem.code for problem in frame.run(html).problems] == ["page-language"]


def test_mistake_in_another_paragraph(frame: Any) -> None:
    """It has a cause of its own, and both are told in one run."""
    frame.body = "## The house\n\n::: notise under-18s\n\nYou will recieve a letter.\n"
    assert [problem.code for problem in frame.problems()] == ["markup-left", "spelling"]


def test_error_beside_a_warning(frame: Any) -> None:
    """A link that is not secure excuses no words that say nothing."""
    frame.body = "## The house\n\nSee [here](http://www.fda.gov/drugs).\n"
    assert {problem.code for problem in frame.problems()} == {"link-insecure", "link-text"}


def test_warning_brings_about_nothing() -> None:
    """What stops a build is told, whatever is warned of in its paragraph."""
    source = make_source("docs/a.md", "Some words.\n")
    follows = Problem("link-text", "no words", "docs/a.md", 1, "See.")
    for severity, left in (("warning", 2), ("error", 1)):
        cause = Problem("markup-invalid", "nested", "docs/a.md", 1, "See.", severity)
        assert len([*leave_out_following([cause, follows], source)]) == left


def test_label_of_another_field(frame: Any) -> None:
    """The field has no name for the label names none; a field without a label is told."""
    label = '<label for="age">Your age</label>'
    frame.body = f'<p>{label} <input id="ago"></p>'
    assert [problem.code for problem in frame.problems()] == ["aria-target"]
    for other in ('\n\n<p><input id="name"></p>', '\n<p><input id="name"></p>'):
        frame.body = f'<p>{label} <input id="ago"></p>{other}'
        assert [p.code for p in frame.problems()] == ["aria-target", "field-unnamed"]


@pytest.mark.parametrize("value", ["9999-01-01", "0001-01-01"])
def test_day_that_cannot_be(frame: Any, value: str) -> None:
    """It is neither late nor in the future."""
    source = frame.source.replace("sources_checked: 2026-11-01", f"sources_checked: {value}")
    assert source != frame.source
    frame.front["sources_checked"] = date.fromisoformat(value)
    assert {problem.code for problem in frame.problems()} == {"front-matter-value"}


@pytest.mark.parametrize("code", ["crisis-hidden", "notice-says", "unknown-absent"])
def test_what_an_open_element_takes_in(code: str) -> None:
    """In its file alone, and not where the page allows the element to stay open."""
    source = make_source("a.md", "Text.\n\n<details>\n")
    opened = Problem("tag-unbalanced", "<details> is left open", "a.md", 3, "Close it.")
    hidden = [Problem(code, "not read", path, None, "") for path in ("a.md", "b.md")]
    assert [*leave_out_following([opened, *hidden], source)] == [opened, hidden[1]]
    assert [*leave_out_following(hidden, source)] == hidden


def test_what_is_no_markdown_in_an_open_element() -> None:
    """What is no matter of Markdown is told, and all where each element is closed."""
    source = make_source("docs/a.md", "---\n---\n\n# A\n\nRest.\n\n<div>\n\n- Eat.\n\nRest.\n")
    opened = _problem("tag-unbalanced", 8, "Write </div> where it ends, or take it out.")
    unread = [_problem("list-broken", 10, IN_HTML), _problem("citation-left", 6, IN_HTML)]
    before, behind = _problem("spelling", 6, "See."), _problem("spelling", 12, "See.")
    unlisted, below = _problem("list-broken", 6, "See."), _problem("list-broken", 12, "See.")
    joined = [_problem(code, 12, "") for code in ("risks-absent", "testimonial")]
    found = [opened, *unread, before, behind, unlisted, below, *joined]
    assert [*leave_out_following(found, source)] == [opened, before, behind, unlisted]
    assert [*leave_out_following(found[1:], source)] == found[1:]
    apart = [opened, before, behind, unlisted, below]
    assert [*leave_out_following(apart, source)] == [opened, before, behind, unlisted]
    read = make_source("docs/a.md", source.text.replace("<div>", '<div markdown="1">'))
    assert [*leave_out_following(apart, read)] == apart


@pytest.mark.parametrize(
    "typed",
    [
        "<table><tr><td>Tea",
        "Tea <textarea> and rest.",
        "Tea <select> and rest.",
        "<title>",
        "<style>",
    ],
)
def test_an_element_that_is_open_is_told_first(frame: Any, typed: str) -> None:
    """What it lacks beside its end is told once it has one."""
    frame.body = f"## The house\n\n{typed}\n"
    assert {problem.code for problem in frame.problems()} == {"tag-unbalanced"}


@pytest.mark.parametrize(
    ("typed", "follows"),
    [(":: notice status", True), ("::: notise status", True), ("::: notice crisis", False)],
)
def test_a_notice_whose_line_is_mistyped(typed: str, follows: bool) -> None:
    """It is missing for that; another one is missing by itself."""
    source = make_source("docs/a.md", f"Text.\n\n{typed}\n\nRest.\n")
    shown = _problem("markup-left", 3, "See.")
    missing = _problem("notice-missing", 5, "Add a line ::: notice status right behind it.")
    left = [shown] if follows else [shown, missing]
    assert [*leave_out_following([shown, missing], source)] == left


def test_key_points_that_are_shown_as_text() -> None:
    """They follow from that alone, and another list says nothing of them."""
    text = "# A\n\n## Key points\n\n Rest well.\n- Eat well.\n\n## More\n\nRest:\n- Eat.\n"
    source = make_source("docs/a.md", text)
    missing = _problem("key-points", 3, "Open with it.")
    broken, other = _problem("list-broken", 6, "See."), _problem("list-broken", 11, "See.")
    assert [*leave_out_following([missing, broken], source)] == [broken]
    assert [*leave_out_following([missing, other], source)] == [missing, other]


def test_paragraphs_that_an_open_element_joins(frame: Any) -> None:
    """They are no long sentence, and what they hold is hidden by nobody."""
    frame.body = (
        "## The house\n\n<details>\n<summary>What a bill has</summary>\n<p>Many parts.</p>\n\n"
        "## The garden\n\n" + "- Ask for the price of the next visit and the room\n" * 5 + "\n"
        "Is it safe\n\nRest well.\n"
    )
    assert {problem.code for problem in frame.problems()} == {"tag-unbalanced"}


def test_text_that_is_sold_where_a_link_is_broken(frame: Any) -> None:
    """What is said of a link's words waits for where it leads."""
    source = make_source("docs/a.md", "Text.\n\n[More and more](gone.md)\n")
    broken, sold = _problem("link-broken", 3, "See."), _problem("advertising", 3, "See.")
    assert [*leave_out_following([broken, sold], source)] == [broken]
    assert [*leave_out_following([sold], source)] == [sold]


def test_what_follows_from_what_a_page_allows(frame: Any) -> None:
    """It is told: nobody would mend the cause."""
    frame.front["allow"] = [{"code": "markup-left", "reason": "It is an example."}]
    frame.body = "## The house\n\nRest **notise well.\n"
    assert [problem.code for problem in frame.problems()] == ["spelling"]


def test_footnote_of_another_name_is_told_once() -> None:
    """Where it is mentioned, with the name that has a text."""
    left = _problem("markup-left", 3, "Write [^2], whose text is on the page.")
    unused = _problem("anchor-broken", 5, "Write [^2] where the footnote belongs.")
    other = _problem("anchor-broken", 7, "Write [^3] where the footnote belongs.")
    source = make_source(
        "docs/a.md", "---\n---\n\n# A\n\nRest.[^1]\n\n[^2]: A text.\n\n[^3]: One.\n"
    )
    assert [*leave_out_following([left, unused, other], source)] == [left, other]


def _problem(code: str, line: int, hint: str) -> Problem:
    return Problem(code, "A message", "docs/a.md", line, hint)
