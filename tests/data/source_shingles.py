"""Hash every run of eight words of the documents that the site was written from.

The documents are not ours to publish. Their hashes are enough to find a
sentence of theirs on a page, and say nothing else of them. Where a document
is added, write the list anew, from a folder with all of them as text:

    python tests/data/source_shingles.py FOLDER > tests/data/source_shingles.txt
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

LENGTH = 8


def hash_runs(text: str) -> set[str]:
    """Return a hash of each run of words, in lower case without punctuation."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    runs = (" ".join(words[i : i + LENGTH]) for i in range(len(words) - LENGTH + 1))
    return {hashlib.blake2b(run.encode(), digest_size=8).hexdigest() for run in runs}


if __name__ == "__main__":
    texts = (path.read_text("utf-8") for path in Path(sys.argv[1]).glob("*.txt"))
    sys.stdout.write("".join(f"{line}\n" for line in sorted(set().union(*map(hash_runs, texts)))))
