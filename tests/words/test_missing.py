"""A site in a language that the guide has no words for."""

from __future__ import annotations

from kapguide.checks.site.words_missing import check_words
from kapguide.pages.source_lines import make_source
from kapguide.project.project import Project, Site
from kapguide.words import choose_words

CONFIG = make_source("mkdocs.yml", "site_name: Guía\ntheme:\n  name: material\n  language: xx\n")


def check(theme: object, extra: object) -> list[str]:
    project = Project({}, config=CONFIG, words=choose_words(theme, extra))
    return [str(problem) for problem in check_words(Site(()), project)]


def test_the_files_to_add_are_named() -> None:
    """One problem, at the line that asks for the language."""
    assert check({"language": "xx"}, {}) == [
        "mkdocs.yml:4: words-missing: the guide has no words for the language or the topic of this"
        " site: it uses English. Add hooks/kapguide/words/xx.toml and"
        " hooks/kapguide/words/topics/ketamine/xx.toml, made from the English one."
    ]


def test_a_topic_of_its_own() -> None:
    """The language is there, words on the topic are not."""
    (problem,) = check({"language": "en"}, {"topic": "sleep"})
    assert "Add hooks/kapguide/words/topics/sleep/en.toml, made" in problem


def test_nothing_is_said_where_words_are_there() -> None:
    """Of English, of nothing named, and of a theme that is only a name."""
    for theme in ({"language": "en"}, {}, "material", None):
        assert check(theme, None) == []
