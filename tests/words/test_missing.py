"""A site in a language that the guide has no words for, or not all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from kapguide.checks.site.words_missing import check_words
from kapguide.pages.source_lines import make_source
from kapguide.project.project import Project, Site
from kapguide.words import Words, choose_words, load_words
from markdown_citations.texts import read_texts

CONFIG = make_source("mkdocs.yml", "site_name: Guía\ntheme:\n  name: material\n  language: xx\n")


def check(words: Words) -> list[str]:
    project = Project({}, config=CONFIG, words=words)
    return [str(problem) for problem in check_words(Site(()), project)]


def test_the_files_to_add_are_named() -> None:
    """One problem, at the line that asks for the language."""
    assert check(choose_words({"language": "xx-YY"}, {})) == [
        "mkdocs.yml:4: words-missing: words for the language of this site are missing: it uses"
        " English. Add hooks/kapguide/words/xx.toml and"
        " hooks/kapguide/words/topics/ketamine/xx.toml and"
        " packages/markdown-citations/src/markdown_citations/texts/xx.toml,"
        " made from the English one."
    ]


def test_a_topic_of_its_own() -> None:
    """An error, for pages would say what is true of another treatment."""
    assert check(choose_words({"language": "en"}, {"topic": "sleep"})) == [
        'mkdocs.yml: topic-words: there are no words for the topic "sleep", so those on ketamine'
        " are used. Write words/topics/sleep/en.toml as"
        " hooks/kapguide/words/topics/ketamine/en.toml is."
    ]


def test_a_topic_that_is_spelt_wrong() -> None:
    (problem,) = check(choose_words({}, {"topic": "ketamin"}))
    assert problem.endswith('Did you mean "ketamine"?')


def test_nothing_is_said_where_words_are_there() -> None:
    """Of English, of nothing named, and of a theme that is only a name."""
    for theme in ({"language": "en"}, {}, "material", None):
        assert check(choose_words(theme, None)) == []


def test_what_the_citations_lack_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the guide's own texts are, each by its file."""
    module = "kapguide.checks.site.words_missing"
    monkeypatch.setattr(f"{module}.find_language", lambda _: "xx")
    monkeypatch.setattr(f"{module}.read_language", lambda _: (read_texts(), ("kinds.report",)))
    assert check(choose_words({"language": "xx-YY"}, {}))[1:] == [
        "packages/markdown-citations/src/markdown_citations/texts/xx.toml: words-missing:"
        ' no "kinds.report", or not in the form that en.toml has, so English is used.'
        " Translate the English one."
    ]


GENERAL = """
[review]
due = "{day} is next."
[count]
things = { one = "1 thing", other = "{count} things" }
[numbers]
values = { one = 1 }
[pieces]
people = ["people"]
[[effects]]
pattern = "{people}"
[[pairs]]
first = ["is"]
better = "{first} it"
[[pairs]]
first = ["its"]
second = ["own"]
better = "own {second}"
"""
TOPIC = '[topic]\nname = "Ketamine"\n[pieces]\nmade = "{people}"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with English alone."""
    (tmp_path / "topics" / "ketamine").mkdir(parents=True)
    (tmp_path / "en.toml").write_text(GENERAL, "utf-8")
    (tmp_path / "topics/ketamine/en.toml").write_text(TOPIC, "utf-8")
    return tmp_path


@pytest.mark.parametrize("file", ["xx.toml", "topics/ketamine/xx.toml"])
def test_each_file_falls_back_by_itself(folder: Path, file: str) -> None:
    """A site speaks the language in all but what one missing file holds."""
    english = GENERAL if file == "xx.toml" else TOPIC
    (folder / file).write_text(english.replace("is next", "NEXT").replace("Ket", "KET"), "utf-8")
    words = load_words("xx", folders=(folder,))
    theirs = {"xx.toml", "topics/ketamine/xx.toml"} - {file}
    assert (set(words.missing), words.lacking) == (theirs, ())
    general, topic = words["review.due"], words["topic.name"]
    assert (general, topic) == (
        ("{day} NEXT.", "Ketamine") if file == "xx.toml" else ("{day} is next.", "KETamine")
    )
    assert words.language == ("xx" if file == "xx.toml" else "en")


@pytest.mark.parametrize(
    ("old", "new", "lacking"),
    [
        pytest.param('due = "{day} is next."', "", ["review.due"], id="a text is not there"),
        pytest.param("{day}", "{tag}", ["review.due"], id="nothing fills its place"),
        pytest.param('"{day} is next."', "3", ["review.due"], id="a number"),
        pytest.param(', other = "{count} things"', "", ["count.things.other"], id="one form"),
        pytest.param("[[effects]]\npattern", "[[effects]]\nmuster", ["effects"], id="a row"),
        pytest.param('= "{people}"', '= "{personnes}"', ["effects"], id="an unknown piece"),
        pytest.param("[review]", "[revue]", ["review"], id="another table"),
        pytest.param("one = 1", "un = 1, deux = 2", [], id="its own words for numbers"),
        pytest.param("[pieces]", '[pieces]\nmore = "x"', [], id="a piece of its own"),
        pytest.param("is next", "next", [], id="another text"),
        pytest.param("{first} it", "{first} {second}", [], id="what fills another row"),
        pytest.param("{first} it", "{fist} it", ["pairs"], id="what fills no row"),
        pytest.param('second = ["own"]', "", [], id="what not all rows have"),
    ],
)
def test_english_is_used_for_a_text_alone(
    folder: Path, old: str, new: str, lacking: list[str]
) -> None:
    """No text that is missing stops a build, and each is named."""
    assert old in GENERAL
    (folder / "xx.toml").write_text(GENERAL.replace(old, new), "utf-8")
    (folder / "topics/ketamine/xx.toml").write_text(TOPIC, "utf-8")
    words = load_words("xx", folders=(folder,))
    assert words.lacking == tuple(f"xx.toml: {name}" for name in lacking)
    assert words.say("review.due", day="Monday").startswith("Monday ")
    assert words.pattern("effects").search("people")
    told = check(words)[1:]  # the first is of the citations' texts
    assert told == [
        f'hooks/kapguide/words/xx.toml: words-missing: no "{name}", or not in the form that'
        " en.toml has, so English is used. Translate the English one."
        for name in lacking
    ]


def test_a_topic_in_its_own_english_before_another_topic(folder: Path) -> None:
    (folder / "topics" / "sleep").mkdir()
    (folder / "topics/sleep/en.toml").write_text(TOPIC.replace("Ket", "Sleep, not ket"), "utf-8")
    words = load_words("xx", "sleep", (folder,))
    assert (words.topic, words["topic.name"]) == ("sleep", "Sleep, not ketamine")
    assert words.missing == ("xx.toml", "topics/sleep/xx.toml")


def test_what_a_topic_lacks_in_english_is_an_error(folder: Path) -> None:
    """In each language: what stands in for it is of another treatment."""
    (folder / "topics" / "sleep").mkdir()
    (folder / "topics/sleep/en.toml").write_text('[pieces]\nmade = "{people}"\n', "utf-8")
    for language in ("en", "xx"):
        words = load_words(language, "sleep", (folder,))
        assert words["topic.name"] == "Ketamine"
        assert [line for line in check(words) if "topic-words" in line] == [
            'hooks/kapguide/words/topics/sleep/en.toml: topic-words: no "topic", or not in the form'
            " that en.toml has, so that on ketamine is used. Write it as"
            " hooks/kapguide/words/topics/ketamine/en.toml does."
        ]
