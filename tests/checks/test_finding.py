"""Every code's own examples: the wrong one is found, the right one is not."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import kapguide
import markdown_citations
import pytest
import yaml
from kapguide import checks
from kapguide.checks import allowing
from kapguide.checks.definition import Check
from kapguide.checks.finding import find_check_rules, find_checks
from kapguide.front_matter import checking as front_matter
from kapguide.front_matter.parsing import read_front_matter
from kapguide.problems.catalog import find_rules
from kapguide.problems.handbook import format_rules
from markdown_citations.problems import Rule, rules_in

RULES = (*find_check_rules(), allowing.UNUSED, allowing.UNKNOWN)
IN_WORDS = {
    **dict.fromkeys(
        [rule.code for rule in RULES if rule.code.startswith(("disclaimer-", "crisis-"))],
        "the whole page is the example: notices/test_crisis_and_disclaimer.py",
    ),
    **dict.fromkeys(
        ["notice-says", "notice-settings"],
        "they are about the notices' own files: notices/test_notice_texts.py",
    ),
    "review-missing": "what a page lacks, no example has: review/test_review.py",
    **dict.fromkeys(
        ["language-other", "language-unmarked"],
        "they are about files, and sites in two languages: words/test_language_other.py",
    ),
    "title-length": "a title is the heading of the example, too: words/test_words.py",
    "file-name": "it is about files: files/test_file_name.py",
    "weight": "a photo of 9 MB is no snippet: site/test_site_checks.py",
    "file-stray": "it is about files: files/test_stray_files.py",
    "doctype-missing": "it is the first line of a page: markup/test_markup.py",
    **dict.fromkeys(
        [rule.code for rule in RULES if rule.code.startswith("policy-")],
        "a policy stands in the head or in a file: security/test_policies.py",
    ),
    **dict.fromkeys(
        ["menu-unknown", "menu-absolute", "menu-left-out", "menu-twice"],
        "they are about mkdocs.yml: site/test_menu.py",
    ),
    **dict.fromkeys(
        [
            *("clinic-fact-form", "clinic-fact-value", "clinic-fact-unshown"),
            *("site-url-example", "text-cut", "clinic-fact-untranslated"),
        ],
        "they are about mkdocs.yml: site/test_own_facts.py",
    ),
    **dict.fromkeys(
        ["language-unlinked", "translation-behind"],
        "they take a site in two languages: tests/commands/test_languages.py",
    ),
    "notice-behind": "it is about files in two languages: notices/test_notice_behind.py",
    "tel-unsupported": "an entry of the library decides: notices/test_tel_unsupported.py",
    "home-missing": "the whole site is the example: site/test_menu.py",
    "search-missing": "the files beside the page decide: links/test_search_missing.py",
    "redirect-wrong": "a page of its own is the example: tests/project/test_redirects.py",
    "topic-words": "it is about mkdocs.yml: tests/words/test_missing.py",
    "words-missing": "it is about mkdocs.yml: tests/words/test_missing.py",
}
SNIPPETS = [rule for rule in RULES if rule.code not in IN_WORDS]


def _front(example: str, front: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Part an example into the settings that it has, over those of the frame, and its text."""
    match = re.match(r"---\n(.*?)\n---\n?(.*)", example, re.S)
    if not match:
        return front, example
    return {**front, **(yaml.safe_load(match[1]) or {})}, match[2]


def _codes(frames: Any, example: str) -> list[str]:
    frame = frames()
    frame.front, frame.body = _front(example, frame.front)
    return [problem.code for problem in frame.problems()]


@pytest.mark.parametrize("rule", SNIPPETS, ids=lambda rule: rule.code)
def test_wrong_example_is_found(frames: Any, rule: Rule) -> None:
    """The wrong example breaks its rule."""
    assert rule.code in _codes(frames, rule.wrong)


@pytest.mark.parametrize("rule", SNIPPETS, ids=lambda rule: rule.code)
def test_right_example_passes(frames: Any, rule: Rule) -> None:
    """The right example does not break its rule."""
    assert rule.code not in _codes(frames, rule.right)


@pytest.mark.parametrize("rule", rules_in(front_matter), ids=lambda rule: rule.code)
def test_front_matter_examples(rule: Rule) -> None:
    """The examples of the settings do what their rules say."""

    def codes(text: str) -> set[str]:
        read = read_front_matter(text)
        return {problem.code for problem in front_matter.check_front_matter(read, "docs/x.md")}

    assert rule.code in codes(rule.wrong)
    assert rule.code not in codes(rule.right)


@pytest.mark.parametrize("rule", find_rules().values(), ids=lambda rule: rule.code)
def test_rule_is_written_out(rule: Rule) -> None:
    """A reader of the table learns the rule, whose it is, and how to keep it."""
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.code)
    assert rule.rule.endswith(".")
    assert rule.source
    assert rule.wrong.strip() != rule.right.strip()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Give an empty package of checks, in a folder of its own."""
    (tmp_path / "own_checks" / "family").mkdir(parents=True)
    for folder in ("own_checks", "own_checks/family"):
        (tmp_path / folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    yield import_module("own_checks")
    for name in [name for name in sys.modules if name.startswith("own_checks")]:
        del sys.modules[name]


def _write(package: ModuleType, name: str, text: str) -> None:
    folder = Path(package.__path__[0])
    (folder / name).write_text(text, "utf-8")


CHECK = """
from kapguide.checks.definition import Check, Rule

RULE = Rule("own-code", "error", "A rule.", "KAP Guide", "wrong", "right")
CHECK = Check((RULE,), page=lambda page, project: ())
"""


def test_a_check_is_registered_by_being_there(package: ModuleType) -> None:
    """A new check is one file: nothing else names it."""
    _write(package, "family/new.py", CHECK)
    (check,) = find_checks(package)
    assert [rule.code for rule in check.rules] == ["own-code"]


NEW = """
from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

LOUD = Rule("own-code", "error", "No page is loud.", "KAP Guide", "SHOUTED", "Hey")


def check_loud(page: Page, project: Project) -> Problems:
    if "SHOUTED" in page.shown:
        yield report(LOUD, "the page is loud", page, project, text="shouted")


CHECK = Check((LOUD,), page=check_loud)
"""


@pytest.fixture
def family(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the empty folder of one more family of the guide's own checks."""
    (tmp_path / "manners").mkdir()
    (tmp_path / "manners" / "__init__.py").touch()
    monkeypatch.setattr(checks, "__path__", [*checks.__path__, str(tmp_path)])
    found = (find_checks, find_rules)
    for function in found:
        function.cache_clear()
    yield tmp_path / "manners"
    for function in found:
        function.cache_clear()
    for name in [name for name in sys.modules if name.startswith("kapguide.checks.manners")]:
        del sys.modules[name]


def test_a_new_check_touches_one_file(family: Path, frame: Any) -> None:
    """It is found, documented, run, and may be silenced, and nothing else was written."""
    (family / "loud.py").write_text(NEW, "utf-8")
    frame.body = "Hello.\n\nSHOUTED there."
    assert [str(problem) for problem in frame.problems()] == [
        f"docs/plain.md:{frame.source.splitlines().index('SHOUTED there.') + 1}: "
        "own-code: the page is loud"
    ]
    assert "| `own-code` | error | No page is loud. |" in format_rules(find_rules().values())
    frame.front["allow"] = [{"code": "own-code", "reason": "it is a quotation"}]
    assert not frame.problems()


def test_a_file_that_registers_nothing_is_a_mistake(package: ModuleType) -> None:
    """A check that nobody calls would pass everything."""
    _write(package, "family/new.py", "def check_new(page, project):\n    return ()\n")
    with pytest.raises(LookupError, match=r"new\.py: no check in this file"):
        find_checks(package)


def test_what_stands_beside_the_families_is_no_check(package: ModuleType) -> None:
    """The engine of the checks has its own files there."""
    _write(package, "engine.py", "")
    assert find_checks(package) == ()


@pytest.mark.parametrize(
    "make",
    [lambda: Check((), page=lambda page, project: ()), lambda: Check((RULES[0],))],
    ids=["no rules", "nowhere to look"],
)
def test_a_check_that_does_nothing_is_refused(make: Callable[[], Check]) -> None:
    """Half a check would look like a whole one."""
    with pytest.raises(ValueError, match="rules"):
        make()


def test_no_rule_is_missing_from_the_catalog() -> None:
    """Whatever module defines a rule, `--explain` knows its code."""
    defined = {
        code
        for root in (kapguide, markdown_citations)
        for path in Path(root.__path__[0]).rglob("*.py")
        for code in _codes_in(path)
    }
    assert len(defined) > 100
    assert defined - set(find_rules()) == set()


def _codes_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Rule":
            code = node.args[0]
            assert isinstance(code, ast.Constant), f"{path}: the code of a rule is written out"
            yield str(code.value)


@pytest.mark.parametrize("code", ["index-empty", "promise", "citekey-unknown"])
def test_codes_of_all_rooms_are_known(code: str) -> None:
    """Rules of directives, of checks and of the citation library are found alike."""
    assert find_rules()[code].code == code
