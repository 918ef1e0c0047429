"""Every code of citations stands in the table that CONTRIBUTING.md shows."""

from __future__ import annotations

import re
from pathlib import Path

import markdown_citations
from markdown_citations.rules import RULES

FOLDER = Path(markdown_citations.__file__).parent


def used() -> dict[str, str]:
    """Give the codes in the code, each with its severity."""
    texts = [*FOLDER.glob("*.py"), *FOLDER.glob("page/*.py"), *FOLDER.glob("styles/*.py")]
    text = "\n".join(path.read_text("utf-8") for path in texts if path.name != "rules.py")
    calls = re.findall(r"Problem\(\s*f?\"([a-z{}-]+)\"((?:[^()]|\([^()]*\))*)\)", text)
    codes = {}
    for code, rest in calls:
        names = [f"citation-in-{w}" for w in ("heading", "link")] if "{" in code else [code]
        codes |= dict.fromkeys(names, "warning" if '"warning"' in rest else "error")
    return codes


def test_code_and_table_agree() -> None:
    codes = used()
    assert len(codes) >= 10
    assert codes == {rule.code: rule.severity for rule in RULES}


def test_each_rule_is_explained() -> None:
    for rule in RULES:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.code)
        assert rule.rule.endswith("."), rule.code
        assert rule.source, rule.code
        assert rule.wrong != rule.right, rule.code
