"""All rules together."""

from __future__ import annotations

import subprocess
import sys

BLOCKED = """
import sys
sys.modules.update(dict.fromkeys(("pypdf", "playwright", "playwright.sync_api")))
from kapguide.problems.catalog import find_rules
assert "index-empty" in find_rules()
"""


def test_site_alone_needs_nothing_of_the_handouts() -> None:
    """Who only builds the site has not installed what prints and tests it."""
    subprocess.run([sys.executable, "-c", BLOCKED], check=True)
