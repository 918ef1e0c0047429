"""Which lines of a source mention a citekey."""

from __future__ import annotations

from typing import Any

import pytest
from markdown_citations.page.mentioned_lines import find_mention, find_mentions

MENTIONS = {
    "in brackets": ("a\n[@k]\n", [2]),
    "in a group": ("[@other; see @k, p. 3]", [1]),
    "braced": ("\n[@{k}]", [2]),
    "in text": ("a\n\n@k says", [3]),
    "twice": ("@k\n\n@k @k\n", [1, 3, 3]),
    "part of a longer key": ("@k2 @k-b @k_c @k:d", []),
    "before a full stop": ("by @k.\n", [1]),
    "behind a letter": ("a@k", []),
    "in a code span": ("`@k` and ``[@k] ` `` @k", [1]),
    "in a fence": ("```\n@k\n```\n~~~~ md\n@k\n~~~~\n@k", [7]),
    "in a fence of a list": ("- a\n\n    ```\n    @k\n    ```\n\n- @k", [7]),
    "in an open fence": ("@k\n```\n@k", [1]),
    "in a comment": ("<!-- @k\n@k -->\n@k", [3]),
    "escaped": ("\\@k\n@k", [2]),
    "in the front matter": ("---\ntitle: by @k\n---\n@k", [4]),
    "Windows line ends": ("a\r\n\r\n[@k]\r\n", [3]),
}


@pytest.mark.parametrize(("source", "lines"), MENTIONS.values(), ids=MENTIONS.keys())
def test_mentions(source: str, lines: list[int]) -> None:
    assert find_mentions(source, "k") == lines


def test_odd_keys() -> None:
    assert find_mentions("a\n[@a.b+c; @{x y}]", "a.b+c") == [2]
    assert find_mentions("a\n[@{https://x.org/?a}]", "https://x.org/?a") == [2]


def test_one_mention() -> None:
    source = "[@k]\n\n## A @k\n\n@k"
    assert [find_mention(source, "k", nth) for nth in range(4)] == [1, 3, 5, 5]
    assert find_mention(source, "k", 0, lambda row: row.startswith("#")) == 3
    assert find_mention(source, "k", 0, lambda row: row.startswith("nothing")) == 1
    assert find_mention(source, "j") is None


@pytest.mark.parametrize(
    "citation", ["[@dore2019, @kew2023]", "[@dore2019, kew2023]", '[@dore2019"]']
)
def test_line_of_a_work_that_is_cited_before(convert: Any, citation: str) -> None:
    (problem,) = convert(f"a [@dore2019] b\n\nc [@kew2023; @dore2019]\n\nd {citation}\n").problems
    assert problem.line == 5


def test_lines_of_a_citation_that_stands_twice(convert: Any) -> None:
    page = convert('a [@dore2019"]\n\nb\n\nc [@kew2023; @dore2019"]\n\nd [@dore2019"]\n')
    assert [problem.line for problem in page.problems] == [1, 5, 7]


def test_citekeys_joined_by_and_in_the_language(convert: Any) -> None:
    (problem,) = convert("[@dore2019 y @kew2023]", language="es").problems
    assert problem.hint == "Write [@dore2019; @kew2023]."
    assert convert("[véase @dore2019, p. 4, y tabla 2]", language="es").problems == []
