"""Where pages cite an entry, with the sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from kapguide.pages.citing import find_citing

CASES = {
    "in brackets": ("It helped some [@doe2026].", ["It helped some [@doe2026]."]),
    "one of several": (
        "It helped [@ash2020; @doe2026, p. 3].",
        ["It helped [@ash2020; @doe2026, p. 3]."],
    ),
    "without authors": ("Doe asked 40 [-@doe2026].", ["Doe asked 40 [-@doe2026]."]),
    "in the text": ("Then @doe2026 found none.", ["Then @doe2026 found none."]),
    "in braces": ("So it was [@{doe2026}].", ["So it was [@{doe2026}]."]),
    "its sentence only": (
        "First this. Then that [@doe2026]. Last this.",
        ["Then that [@doe2026]."],
    ),
    "twice": ("A [@doe2026]. B [@doe2026].", ["A [@doe2026].", "B [@doe2026]."]),
    "in a list": ("- It helped [@doe2026]", ["It helped [@doe2026]"]),
    "a longer key": ("It helped [@doe2026a].", []),
    "an address": ("Write to me@doe2026.example.", []),
    "escaped": (r"The account \@doe2026 is ours.", []),
}


@pytest.mark.parametrize(("text", "sentences"), CASES.values(), ids=CASES.keys())
def test_places(text: str, sentences: list[str], tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(f"# A\n\n{text}\n", "utf-8")
    found = find_citing(tmp_path / "docs", tmp_path, ["doe2026"])["doe2026"]
    assert [(place.path, place.line, place.text) for place in found] == [
        ("docs/a.md", 3, sentence) for sentence in sentences
    ]


def test_nothing_to_look_for(tmp_path: Path) -> None:
    assert find_citing(tmp_path, tmp_path, []) == {}
