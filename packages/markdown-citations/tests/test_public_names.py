"""What the package promises to those who import it."""

from __future__ import annotations

import subprocess
import sys

import markdown_citations

NAMES = """
Annotation Customization Entry ExtraField Library Problem Rule Texts
check_library makeExtension read_library to_bibtex to_csl_json to_ris
"""


def test_the_public_names_are_these() -> None:
    """A name that goes or comes is a change for others."""
    assert sorted(markdown_citations.__all__) == sorted(NAMES.split())
    for name in NAMES.split():
        assert getattr(markdown_citations, name).__name__ == name


def test_importing_the_package_loads_nothing_heavy() -> None:
    """Who needs a rule or an entry pays for no Markdown, and nobody needs MkDocs."""
    code = "import sys, markdown_citations; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True)
    assert {"markdown", "mkdocs", "pybtex", "bibtexparser"}.isdisjoint(loaded.stdout.split())
