"""Every code's own examples: the wrong one is found, the right one is not."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import kapguide.checks as package
import pytest
import yaml
from kapguide.checks import table
from kapguide.front_matter import checking as front_matter
from kapguide.front_matter.parsing import read_front_matter
from markdown_citations.problems import Rule

IN_WORDS = {
    **dict.fromkeys(
        [rule.code for rule in table.RULES if rule.code.startswith(("disclaimer-", "crisis-"))],
        "the whole page is the example: test_notices.py",
    ),
    "weight": "a photo of 9 MB is no snippet: test_site_checks.py",
    **dict.fromkeys(
        [rule.code for rule in table.RULES if rule.code.startswith("policy-")],
        "a policy stands in the head or in a file: test_policies.py",
    ),
    "notice-source": "it is about docs/_includes: tests/commandline/test_check.py",
    **dict.fromkeys(
        ["menu-unknown", "menu-absolute", "menu-left-out"],
        "they are about mkdocs.yml: test_menu_items.py",
    ),
}
SNIPPETS = [rule for rule in table.RULES if rule.code not in IN_WORDS]


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


@pytest.mark.parametrize("rule", front_matter.RULES, ids=lambda rule: rule.code)
def test_front_matter_examples(rule: Rule) -> None:
    """The examples of the settings do what their rules say."""

    def codes(text: str) -> set[str]:
        read = read_front_matter(text)
        return {problem.code for problem in front_matter.check_front_matter(read, "docs/x.md")}

    assert rule.code in codes(rule.wrong)
    assert rule.code not in codes(rule.right)


def test_codes_are_unique() -> None:
    """Two rules with one code could not be told apart, nor silenced apart."""
    codes = [rule.code for rule in table.RULES]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("rule", table.RULES, ids=lambda rule: rule.code)
def test_rule_is_written_out(rule: Rule) -> None:
    """A reader of the table learns the rule, whose it is, and how to keep it."""
    assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.code)
    assert rule.rule.endswith(".")
    assert rule.source
    assert rule.wrong.strip() != rule.right.strip()


def _modules() -> Iterator[ModuleType]:
    for name in dir(table):
        module = getattr(table, name)
        if inspect.ismodule(module) and module.__name__.startswith(package.__name__):
            yield module


def test_every_check_is_in_the_table() -> None:
    """A check that nobody calls would pass everything."""
    called = {check.__name__ for check in (*table.PAGE_CHECKS, *table.SITE_CHECKS)}
    written = {
        name
        for module in _modules()
        for name, value in vars(module).items()
        if name.startswith("check_") and inspect.isfunction(value)
    }
    # It is called with what the other checks found, not with a page.
    assert written - called == {"check_allowed"}


def test_every_rule_is_reported_by_its_module() -> None:
    """A rule that no check reports would be a promise that nobody keeps."""
    for module in _modules():
        tree = ast.parse(inspect.getsource(module))
        names = {
            target.id
            for node in tree.body
            if isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Call)
            and getattr(node.value.func, "id", "") == "Rule"
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        used = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
        for name in names:
            # Once where it is made, once in RULES, and at least once in a check.
            assert used.count(name) >= 3, f"{module.__name__}.{name}"
