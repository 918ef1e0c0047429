"""The table of problems: each example does what it says, and no code is missing from it."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import markdown_citations.library
import pytest
from markdown_citations.library.checks import check_library
from markdown_citations.library.customization import Customization, ExtraField
from markdown_citations.library.reading import read_library
from markdown_citations.library_rules import RULES
from markdown_citations.problems import Problem, Rule

KINDS = Customization({"kind": ExtraField("What it is.", "review", {"review": "Review"})})
# These examples are said in words, because they are no text of a .bib file.
IN_WORDS: dict[str, Callable[[Path], Path]] = {
    "bibliography-missing": lambda folder: folder / "refrences.bib",
    "bibliography-encoding": lambda folder: _write(folder, "% Müller".encode("cp1252")),
}


def _write(folder: Path, data: bytes) -> Path:
    path = folder / "a.bib"
    path.write_bytes(data)
    return path


def _problems(example: str, folder: Path) -> list[Problem]:
    """Read and check an example; what is cited is all but what is called nobody."""
    if not example.startswith("@"):
        example = f"@misc{{smith2027, title = {{A title}}, year = {{2026}},\n{example}}}"
    path = _write(folder, example.encode())
    library, problems = read_library([path], folder)
    cited = {key for key in library.entries if not key.startswith("nobody")}
    return problems + check_library(
        library, today=date(2026, 11, 22), cited=cited, customization=KINDS
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_example(rule: Rule, tmp_path: Path):
    """The wrong example gives this problem, the right one gives none at all."""
    if rule.code in IN_WORDS:
        _, problems = read_library([IN_WORDS[rule.code](tmp_path)], tmp_path)
        assert [problem.code for problem in problems] == [rule.code]
        return
    found = [p for p in _problems(rule.wrong, tmp_path) if p.code == rule.code]
    assert found, rule.wrong
    assert {problem.severity for problem in found} == {rule.severity}
    assert _problems(rule.right, tmp_path) == []


def test_codes_are_unique_and_in_kebab_case():
    """A code names one rule, for good."""
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", code) for code in codes)


def test_every_rule_of_the_package_is_in_the_table():
    """No module has a rule that the table lacks."""
    found = set()
    package = markdown_citations.library
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        values = vars(importlib.import_module(module.name)).values()
        found |= {value.code for value in values if isinstance(value, Rule)}
    assert found == {rule.code for rule in RULES}
