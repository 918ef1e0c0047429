"""A notice or a fact that puts itself in: one message, and a page that ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

PAGE = "---\ntitle: Cost\n---\n\n# Cost\n\n::: {}\n\nThe end.\n"


@pytest.mark.parametrize(
    ("shown", "notices", "facts", "chain"),
    [
        ("clinic prices", {}, {"prices": "::: clinic prices"}, "prices → ::: clinic prices"),
        ("notice x", {"x": "Ask.\n\n::: notice x"}, {}, "x → ::: notice x"),
        (
            "notice x",
            {"x": "Ask.\n\n::: clinic prices"},
            {"prices": "::: notice x"},
            "x → ::: clinic prices → ::: notice x",
        ),
    ],
    ids=["a fact", "a notice", "a notice by way of a fact"],
)
def test_circle(
    build_site: Callable[..., Any],
    shown: str,
    notices: dict[str, str],
    facts: dict[str, str],
    chain: str,
) -> None:
    """The page says where it begins, the rest of the page is there."""
    files = {f"docs/_includes/{name}.md": text for name, text in notices.items()}
    built = build_site(
        {"docs/index.md": PAGE.format(shown), **files},
        hooks=["finish_site"],
        extra={"clinic": facts},
    )
    (line,) = built.lines
    assert line.startswith("WARNING: docs/index.md:7: directive-nested: ")
    assert f"{chain}. Take it out of the notice, or out of extra.clinic" in line
    assert "The end." in built.page("index.html").body.text()
