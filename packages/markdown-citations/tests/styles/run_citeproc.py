"""Print the entries of citeproc.json with Pandoc's citeproc, and write what it prints there.

Needs Pandoc, and a folder with these two styles of the CSL project:

    python packages/markdown-citations/tests/styles/run_citeproc.py FOLDER

`git diff` then shows what has become different; `test_citeproc.py` says what is meant.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from markdown_citations import to_csl_json
from markdown_citations.library.entries import Entry

FILE = Path(__file__).with_name("citeproc.json")
STYLES = {"vancouver": "nlm-citation-sequence-brackets", "author-year": "cse-name-year-8th-edition"}


def run_citeproc(entry: Entry, style: Path) -> str:
    """Return an entry as citeproc prints it in a list."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder, "library.json")
        library.write_text(to_csl_json([entry]), "utf-8")
        command = ["pandoc", "--citeproc", "-f", "markdown", "-t", "plain", "--wrap=none"]
        files = ["--csl", str(style), "--bibliography", str(library)]
        done = subprocess.run(
            [*command, *files], input="[@key]", capture_output=True, text=True, check=True
        )
    return done.stdout.split("\n\n", 1)[1].strip()


if __name__ == "__main__":
    frozen: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
    entries = {
        name: Entry("key", given["type"], given["fields"], "made.bib", 1)
        for name, given in frozen["entries"].items()
    }
    frozen["printed"] = {
        style: {
            name: run_citeproc(entry, Path(sys.argv[1], f"{csl}.csl").resolve())
            for name, entry in entries.items()
        }
        for style, csl in STYLES.items()
    }
    FILE.write_text(json.dumps(frozen, ensure_ascii=False, indent=1) + "\n", "utf-8")
