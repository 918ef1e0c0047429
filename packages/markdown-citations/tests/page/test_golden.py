"""Golden pairs: Markdown in, HTML and problems out, one behaviour a file.

The first lines of a case may name a style, as front matter does. `--update`
rewrites the results; look at each difference before keeping it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).resolve().parent.parent / "cases"
NAMES = sorted(path.stem for path in CASES.glob("*.md"))
STYLE = re.compile(r"\A---\nstyle: (.+)\n---\n")


@pytest.mark.parametrize("name", NAMES)
def test_golden(name: str, convert: Any, request: pytest.FixtureRequest) -> None:
    source = (CASES / f"{name}.md").read_text("utf-8")
    style = STYLE.match(source)
    page = convert(
        STYLE.sub("", source),
        path=f"{name}.md",
        style=style[1] if style else "vancouver",
        extensions=("admonition", "attr_list", "def_list", "fenced_code", "footnotes", "tables"),
    )
    problems = "\n".join(map(str, page.problems)) or "none"
    result = f"{page.html}\n<!-- problems:\n{problems}\n-->\n"
    golden = CASES / f"{name}.html"
    if request.config.getoption("--update"):
        golden.write_text(result, "utf-8")
    assert result == golden.read_text("utf-8")


def test_every_result_has_its_case() -> None:
    assert [path.stem for path in sorted(CASES.glob("*.html"))] == NAMES
