"""The Markdown of a notice is held against what readers see of it, as a page's is."""

from __future__ import annotations

import pytest
from kapguide.checks.notices.notice_markdown import check_notices
from kapguide.notices.notice import Notice
from kapguide.pages.source_lines import make_source
from kapguide.project.project import Project, Site

PATH = "docs/_includes/money.md"


def _check(text: str) -> list[str]:
    project = Project({"money": Notice("money", PATH, text)}, templates=(make_source(PATH, text),))
    return [f"{one.path}:{one.line}: {one.code}" for one in check_notices(Site(()), project)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("You can:\n- ask us\n- wait", ["list-broken"]),
        ("You can:\n• ask us\n• wait", ["list-broken"]),
        ("Fees:\n| a | b |\n| 1 | 2 |", ["table-broken"]),
        ("So it is:\n\n- a card\n  - of the insurer", ["list-flat"]),
        ("You can:\n\n- ask [us](about.md) [@lee2025]\n- call [988](tel:988)", []),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |", []),
    ],
)
def test_notice(text: str, found: list[str]) -> None:
    """Each is told at the notice's own line."""
    assert [one.rpartition(" ")[2] for one in _check(text)] == found
    assert all(one.startswith(f"{PATH}:") for one in _check(text))
