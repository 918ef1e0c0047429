"""One cause, one message, with all places that show it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kapguide.problems.causes import drop_following, format_places, tell_causes
from markdown_citations.problems import Problem

_PLACES = st.tuples(st.sampled_from(["a.md", "b.md", "c.md"]), st.none() | st.integers(1, 40))


def _unknown(path: str, line: int | None, key: str = "lee2020") -> Problem:
    return Problem("citekey-unknown", f'no entry "{key}"', path, line, "Add it.")


def test_one_key_that_many_pages_cite() -> None:
    """Told where it stands first; the lines of one file together."""
    found = [_unknown("b.md", 7), _unknown("a.md", 9), _unknown("a.md", 3), _unknown("c.md", None)]
    assert [str(problem) for problem in tell_causes(found)] == [
        'a.md:3: citekey-unknown: no entry "lee2020", here and in 3 more places: a.md:9; b.md:7; '
        "c.md. Add it."
    ]


def test_place_without_a_line() -> None:
    """What a notice cites stands on no line of a page that shows it; another one is told."""
    first, second = _unknown("a.md", None), _unknown("b.md", 7)
    assert [(one.path, one.line) for one in tell_causes([first, second])] == [("b.md", 7)]


def test_words_of_a_citation_that_is_half_read() -> None:
    """It names its work by a title, whose words stand on no line of the page."""
    half = Problem("citation-malformed", '"[@a" is no citation', "a.md", 7)
    title = Problem("spelling", '"prevalence" is in no dictionary', "a.md", None, "", "warning")
    own = Problem("spelling", '"recieve" is in no dictionary', "a.md", 9, "", "warning")
    assert drop_following([half, title, own]) == [half, own]


def test_page_that_is_gone_in_two_languages() -> None:
    """Its line in the menu, the links to it and those of another language are one mistake."""
    hint = "Was the page renamed? Write the new name, and redirects: [cost.md] at the top of it."
    links = [
        Problem("link-broken", f'the link "{to}" leads nowhere', path, line, hint, cause="cost.md")
        for to, path, line in (("cost.md", "docs/about.md", 15), ("../cost.md", "docs/es/a.md", 17))
    ]
    assert [str(problem) for problem in tell_causes(links)] == [
        'docs/about.md:15: link-broken: the link "cost.md" leads nowhere, here and in 1 more '
        f"place: docs/es/a.md:17. {hint}"
    ]
    said = 'the menu names "cost.md"'
    menu = Problem("menu-unknown", said, "mkdocs.yml", 60, hint, cause="cost.md")
    behind = Problem("translation-behind", "it follows none", "b.md", 8, "", "warning", "cost.md")
    assert [str(problem) for problem in tell_causes([*links, menu, behind])] == [
        'mkdocs.yml:60: menu-unknown: the menu names "cost.md", and 2 links lead there: '
        f"docs/about.md:15; docs/es/a.md:17. {hint}"
    ]


def test_links_of_which_some_name_what_was_meant() -> None:
    """The words of links are the new page's title in one language alone: that place is told."""
    hints = {"docs/es/a.md": "Was the page renamed?", "docs/risks.md": 'Did you mean "fees.md"?'}
    links = [
        Problem("link-broken", 'the link "cost.md" leads nowhere', path, 7, hint, cause="cost.md")
        for path, hint in hints.items()
    ]
    assert [str(problem) for problem in tell_causes(links)] == [
        'docs/risks.md:7: link-broken: the link "cost.md" leads nowhere, here and in 1 more '
        'place: docs/es/a.md:7. Did you mean "fees.md"?'
    ]


def test_list_that_lacks_what_could_not_be_read() -> None:
    """A library that is broken is not empty."""
    empty = Problem("references-empty", 'no entry fits "::: references"', "docs/a.md", 3)
    broken = Problem("entry-broken", 'entry "lee2020" could not be read', "references.bib", 6)
    assert tell_causes([empty, broken]) == [broken]
    assert tell_causes([empty]) == [empty]


def test_fact_that_a_page_asks_for_by_a_name_like_it() -> None:
    """One name is mistyped, on the page or in mkdocs.yml: that is one mistake."""
    hint = 'Did you mean "price"?'
    asked = Problem("clinic-fact-unknown", 'no fact "prices"', "docs/cost.md", 3, hint)
    unshown = [
        Problem(
            "clinic-fact-unshown", f'no page shows the clinic\'s "{name}"', "mkdocs.yml", at, ""
        )
        for name, at in (("price", 6), ("team", 7))
    ]
    assert tell_causes([asked, *unshown]) == [asked, unshown[1]]
    assert tell_causes(unshown) == unshown
    other = replace(asked, hint="Write one of: price.")
    (told,) = tell_causes([other, unshown[1]])
    hint = 'If "team" in mkdocs.yml:7 is meant, write one name in both places.'
    assert told.hint == f"Write one of: price. {hint}"
    assert len(tell_causes([other, *unshown])) == 3


@pytest.mark.parametrize(
    ("cause", "follows"),
    [
        (
            ("unconfirmed-unknown", 'a: "autor" is none', 'Did you mean "author"?'),
            ("field-missing", 'a: lacks "author"'),
        ),
        (
            ("people-malformed", 'a: no number: "4 people"', ""),
            ("figure-entry", 'names "a", which has no number'),
        ),
        (("notice-source", "this notice is missing", ""), ("notice-unknown", 'no notice "a"')),
        (("entry-duplicate", 'x: one DOI as "a"', ""), ("entry-unused", "a: no page cites it")),
    ],
)
def test_what_has_the_names_of_another_mistake(
    cause: tuple[str, str, str], follows: tuple[str, str]
) -> None:
    """A field that a misspelt name was to excuse, an entry in a figure, a notice that is gone."""
    code, said = follows
    path = "b.bib" if code in {"field-missing", "entry-unused"} else "c.md"
    first = Problem(cause[0], cause[1], "a.bib", 9, cause[2])
    other = [Problem(code, text, path, 5) for text in (said, re.sub(r'(^|")a', r"\1b", said))]
    expected = [first, other[1]]
    assert sorted(tell_causes([first, *other]), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("cause", "follows"),
    [
        ("front-matter-unreadable", "figure-unknown"),
        ("citation-in-heading", "key-points"),
        ("notice-unknown", "notice-missing"),
        ("directive-nested", "notice-missing"),
        ("notice-says", "notice-behind"),
    ],
)
def test_what_a_mistake_brings_about_elsewhere_on_its_page(cause: str, follows: str) -> None:
    """A figure whose data could not be read, key points whose heading has a citation, …"""
    first = Problem(cause, "wrong", "a.md", 1, "")
    other = [Problem(follows, "wrong", path, 5, "") for path in ("a.md", "b.md")]
    assert tell_causes([first, *other]) == [first, other[1]]


def test_eleven_places() -> None:
    """The word for many is not that for one, whatever the number ends with."""
    (problem,) = tell_causes(_unknown("a.md", line) for line in range(1, 13))
    assert ", here and in 11 more places: " in problem.message


def test_two_places() -> None:
    """In good English, too."""
    (problem,) = tell_causes([_unknown("a.md", 3), _unknown("b.md", 7)])
    assert problem.message == 'no entry "lee2020", here and in 1 more place: b.md:7'


def test_other_causes_stay_apart() -> None:
    """Another key, another hint or another severity is another mistake."""
    found = [
        _unknown("a.md", 1),
        _unknown("a.md", 1, "kew2023"),
        Problem("citekey-unknown", 'no entry "lee2020"', "a.md", 2, "Write it."),
        Problem("citekey-unknown", 'no entry "lee2020"', "a.md", 3, "Add it.", "warning"),
    ]
    assert len(tell_causes(found)) == 4


def test_many_places_are_counted() -> None:
    """A dozen are named; whoever mends those finds the others."""
    said = format_places(("a.md", line) for line in range(1, 16))
    assert said == "a.md:1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 3 more"


@given(st.lists(_PLACES, max_size=30))
def test_nothing_is_lost_and_nothing_told_twice(places: list[tuple[str, int | None]]) -> None:
    """However many places there are: one message if there is any, at the first that has a line."""
    told = tell_causes(_unknown(*place) for place in places)
    assert len(told) == min(len(places), 1)
    if told:
        first = min(places, key=lambda place: (place[1] is None, place[0], place[1] or 0))
        assert (told[0].path, told[0].line or 0) == (first[0], first[1] or 0)
    assert tell_causes(told) == told


def _shown(text: str, line: int) -> Problem:
    return Problem("citation-left", f'"{text}" is shown as it was typed', "a.md", line, "See.")


def test_what_is_shown_of_a_citation_that_is_told_already() -> None:
    """On its line alone, and of the same citation."""
    told = Problem("citation-in-heading", '"lee2020" is cited in a heading', "a.md", 3, "Move it.")
    others = [_shown("[@lee2020]", 4), _shown("[@kew2023]", 3)]
    assert drop_following([_shown("[@lee2020]", 3), told, *others]) == [told, *others]
    assert drop_following([_shown("[@lee2020]", 3)], [told]) == []
    assert drop_following([_shown("[@lee2020]", 3)]) == [_shown("[@lee2020]", 3)]


@pytest.mark.parametrize(
    ("message", "line", "told"),
    [
        ('"@wolfson2019" is no citekey but looks like one', 3, 1),
        ('"@wolfson2019" is no citekey but looks like one', 4, 2),
        ('"@wolfson2021" is no citekey but looks like one', 3, 2),
    ],
    ids=["a part of the signs", "on another line", "no part of them"],
)
def test_part_of_what_is_wrong_as_a_whole(message: str, line: int, told: int) -> None:
    """Who mends the whole mends the part."""
    said = 'no semicolon between citekeys in "[@dore2019, @wolfson2019]"'
    whole = Problem("citation-malformed", said, "a.md", 3, "")
    part = Problem("citekey-misspelt", message, "a.md", line, "")
    assert len(drop_following([whole, part])) == told


def test_error_beside_a_warning_of_the_same_signs() -> None:
    """What stops a build is told, whatever is warned of."""
    warned = Problem("citation-repeated", '"[@lee2020; @lee2020]" twice', "a.md", 3, "", "warning")
    shown = _shown("[@lee2020]", 3)
    assert drop_following([warned, shown]) == [warned, shown]
    assert drop_following([shown], [warned]) == [shown]


@pytest.mark.parametrize("code", ["number-unsupported", "sentence-long"])
def test_sentence_whose_citation_could_not_be_read(code: str) -> None:
    """It seems to have none, or numbers or words of its own; other lines have their own causes."""
    unread = Problem("citation-malformed", '"[@kew2023; p. 4]" is no citation', "a.md", 3, "")
    others = [
        Problem(code, 'no source cited has "4"', path, line, "")
        for path, line in (("a.md", None), ("a.md", 3), ("a.md", 4), ("b.md", None))
    ]
    assert drop_following([unread, *others]) == [unread, *others[2:]]


def test_what_a_missing_glossary_brings_about() -> None:
    """Terms that it explains are no mistakes of pages, unless it is left out everywhere."""
    menu = Problem("menu-unknown", "it is not in docs", "mkdocs.yml", 9, cause="page glossary.md")
    short = Problem("abbreviation-unexplained", "nobody explains it", "a.md", 3, "", "warning")
    assert drop_following([menu, short]) == [menu]
    assert drop_following([short]) == [short]


@pytest.mark.parametrize(("path", "told"), [("docs/_includes/a.md", 1), ("docs/a.md", 2)])
def test_what_a_notice_leaves_open(path: str, told: int) -> None:
    """It stands around all that the template closes behind it."""
    torn = Problem("tag-unbalanced", "<b> is left open", path, 2)
    closed = Problem("markup-invalid", "</main> comes too early", "overrides/main.html", 113)
    assert len(drop_following([torn, closed])) == told


def test_number_that_is_wrong_in_one_place() -> None:
    """A link that calls another number than its words is one mistake, whatever else is so."""
    found = [
        Problem("tel-differs", 'the words give "988"', "a.md", 3),
        Problem("tel-unsupported", '"988" leads to 998', "a.md", 3),
        Problem("tel-unsupported", '"911" leads to 912', "a.md", 4),
    ]
    assert drop_following(found) == [found[0], found[2]]


def test_link_to_a_file_that_is_not_published() -> None:
    """The file's own message says what to do; a link to another file is one of its own."""
    stray = Problem("file-stray", "the file is not published", "docs/assets/room.heic")
    links = [
        Problem("link-broken", f'the link "assets/{name}" leads nowhere', "docs/a.md", 3)
        for name in ("room.heic", "room.jpg")
    ]
    assert drop_following([stray, *links]) == [stray, links[1]]


def test_help_number_on_a_page() -> None:
    """It is taken out, whatever its link calls; what another line calls is told."""
    found = [
        Problem("number-single-source", '"988" stands in docs/_includes', "a.md", 3),
        Problem("tel-differs", 'the words give "988"', "a.md", 3),
        Problem("tel-differs", 'the words give "911"', "a.md", 4),
        Problem("tel-unsupported", '"116 132" is shown', "a.md", 5),
        Problem("notice-behind", "it lacks 116 123", "a.md", 5),
    ]
    assert drop_following(found) == [found[0], found[2], found[3]]


def test_entry_whose_key_no_page_can_cite() -> None:
    """The citation says what to call it; of an entry that no page means it is said there."""
    hint = 'If the entry "lee 2020" is meant, call it lee2020.'
    unknown = replace(_unknown("a.md", 3), hint=hint)
    invalid = [
        Problem("citekey-invalid", f"{key}: no page can cite it", "references.bib", 1)
        for key in ("lee 2020", "roe 2020")
    ]
    assert drop_following([unknown, *invalid]) == [unknown, invalid[1]]


def test_heading_that_an_open_element_takes_in() -> None:
    """Links to it lead nowhere until the element is closed; those to other pages are told."""
    opened = Problem("tag-unbalanced", "<div> is left open", "docs/cost.md", 3, "Close it.")
    links = [
        Problem("anchor-broken", f'the link "{name}.md#pay" names a part', "docs/a.md", 5, "See.")
        for name in ("cost", "risks")
    ]
    assert drop_following([opened, *links]) == [opened, links[1]]
    assert drop_following(links) == links
