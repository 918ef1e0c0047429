"""Every code of citations stands in the table that CONTRIBUTING.md shows."""

from __future__ import annotations

import re
from pathlib import Path

import markdown_citations
from markdown_citations.rules import RULES

FOLDER = Path(markdown_citations.__file__).parent


def test_each_rule_is_used() -> None:
    """A code that no module gives would be explained for nothing."""
    texts = [*FOLDER.glob("*.py"), *FOLDER.glob("page/*.py"), *FOLDER.glob("formatting/*.py")]
    own = {"problems.py", "rules.py"}
    text = "\n".join(path.read_text("utf-8") for path in texts if path.name not in own)
    assert [rule.code for rule in RULES if f'"{rule.code}"' not in text] == []
    assert "Problem(" not in text, "a rule makes its problems"


def test_each_rule_is_explained() -> None:
    for rule in RULES:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.code)
        assert rule.rule.endswith("."), rule.code
        assert rule.source, rule.code
        assert rule.wrong != rule.right, rule.code
