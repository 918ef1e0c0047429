"""Words of a site's own: a country that writes otherwise, a treatment that is not ours."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click
import pytest
from kapguide.checks.site.words_missing import check_words
from kapguide.project.project import Project, Site
from kapguide.words import choose_words, load_words
from kapguide.words.loading import FOLDER, OWN_FOLDER

KETAMINE = (FOLDER / "topics" / "ketamine" / "en.toml").read_text("utf-8")


def own(root: Path, **files: str) -> Path:
    """Write files into a site's folder of words: `en`, `topics/sleep/en`."""
    for name, text in files.items():
        path = root / OWN_FOLDER / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return root


def test_what_differs_stands_over_ours(tmp_path: Path) -> None:
    """All else is as it was."""
    words = choose_words({}, {}, own(tmp_path, en='[dates]\nday = "{day} {month} {year}"\n'))
    assert words.format_day(date(2026, 11, 3)) == "3 November 2026"
    assert words["review.pending"] == load_words()["review.pending"]
    assert (words.missing, words.lacking) == ((), ())


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ('[dates]\nday = "{dya}"\n', "en.toml: dates.day"),
        ("[dates]\nday = 3\n", "en.toml: dates.day"),
        ('[dates]\nday = "{day"\n', "en.toml: dates.day"),
        ('[dates]\nday = "{day!x}"\n', "en.toml: dates.day"),
        ('[dates]\nday = "{} {0}"\n', "en.toml: dates.day"),
        ("[dates]\nmonths = [1, 2]\n", "en.toml: dates.months"),
        ('[dates]\nmonths = ["January"]\n', "en.toml: dates.months"),
        ('[gaps]\nleft = "[("\n', "en.toml: gaps.left"),
        ('[pieces]\nstudy = ["trials?", "(stud"]\n', "en.toml: pieces.study"),
        ('[pieces]\nmine = "(stud"\n', "en.toml: pieces.mine"),
        ("[pieces]\nmine = 3\n", "en.toml: pieces.mine"),
        (
            '[[confused.pairs]]\nfirst = ["a"]\nsecond = ["(b"]\nbetter = "c"\n',
            "en.toml: confused.pairs",
        ),
        ('[numbers.values]\none = "1"\n', "en.toml: numbers.values"),
        ("[[disclaimer.must]]\nname = 1\n", "en.toml: disclaimer.must"),
        ("disclaimer = 5\n", "en.toml: disclaimer"),
    ],
    ids=[
        *("a name that nothing fills in", "no text", "a brace that stays open"),
        *("a way to write that is none", "places without a name", "numbers for names"),
        "a year of one month",
        *("no expression", "no expression among words", "a broken piece", "a number for a piece"),
        "no expression among second words",
        *("a text for a number", "half a row", "a value for a table"),
    ],
)
def test_a_text_in_another_form_is_named(tmp_path: Path, text: str, lacking: str) -> None:
    """It would end a build in the middle; the one here is used."""
    words = choose_words({}, {}, own(tmp_path, en=text))
    assert words.lacking == (lacking,)
    assert words.format_day(date(2026, 11, 3)) == "November 3, 2026"
    assert words.pattern("gaps.left").search("[fill in: x]")
    assert words.pattern("pieces.study").search("trial")


def test_problems_name_the_sites_own_file(tmp_path: Path) -> None:
    """A name that is mistyped changes nothing, and a text in another form neither."""
    text = '[dates]\ndya = "{day}"\nday = 3\n[revue]\ndue = "x"\n'
    words = choose_words({}, {}, own(tmp_path, en=text))
    found = [str(problem) for problem in check_words(Site(()), Project({}, words=words))]
    assert [problem.partition(", so")[0] for problem in found] == [
        'words/en.toml: words-missing: no "dates.day", or not in the form that en.toml has',
        'words/en.toml: words-missing: nothing asks for "dates.dya"',
        'words/en.toml: words-missing: nothing asks for "revue"',
    ]


def test_a_topic_of_a_sites_own(tmp_path: Path) -> None:
    """It is found beside mkdocs.yml, and what it lacks is named."""
    text = KETAMINE.replace('short = "KAP"', 'short = "SLP"').replace('named = "ketamine"', "")
    root = own(tmp_path, **{"topics/sleep/en": text})
    words = choose_words({}, {"topic": "sleep"}, root)
    assert words["topic.short"] == "SLP"
    assert words.missing == ()
    assert words.lacking == ("topics/sleep/en.toml: topic.named",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[dates\n", "line 1"),
        ("\xff", "line 1"),
        (f"a = {'[' * 5000}", "too deep"),
        (f"a = {'9' * 5000}", "digits"),
        (f"# {'x' * 1_000_000}", "more than 1,000,000 bytes"),
    ],
    ids=["no TOML", "a stray letter", "brackets", "a long number", "a long file"],
)
def test_a_broken_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    """With its line, and without a traceback."""
    with pytest.raises(click.ClickException, match=rf"words/en\.toml cannot be read.*{said}"):
        choose_words({}, {}, own(tmp_path, en=text))


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    """The live preview is one process, in which staff change words."""
    for day in ("{day}.", "on {day}"):
        path = own(tmp_path, en=f'[dates]\nday = "{day}"\n') / OWN_FOLDER / "en.toml"
        os.utime(path, ns=(0, len(day) * 10**9))
        words = choose_words({}, {}, tmp_path)
        assert words.format_day(date(2026, 11, 3)) == day.format(day=3)


@pytest.mark.parametrize("topic", ["../../secret", "/etc", "a/b/c", ""])
def test_a_topic_leads_out_of_no_folder(tmp_path: Path, topic: str) -> None:
    """What mkdocs.yml names is a name, and no path."""
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "en.toml").write_text(KETAMINE, "utf-8")
    words = choose_words({}, {"topic": topic}, own(tmp_path, en=""))
    assert words.table == load_words().table


@pytest.mark.parametrize("name", ["comparisons.groups", "pieces.named_rival"])
def test_an_empty_list_finds_nothing(tmp_path: Path, name: str) -> None:
    """A topic without groups or rivals must not find one in every text."""
    group, key = name.split(".")
    text = f"[{group}]\n{key} = []\n"
    root = own(tmp_path, **{"topics/ketamine/en": text})
    words = choose_words({}, {}, root)
    if name == "comparisons.groups":
        assert not words.pattern(name).search("ketamine, placebo and nothing at all")
    else:
        assert not words.pattern("pieces.named_rival").search("midazolam")
