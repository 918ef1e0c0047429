"""Citations in Pandoc's syntax, as a Python-Markdown extension.

    markdown_extensions:
      - markdown_citations:
          bibliography: references.bib   # a file, or a list of files
          style: vancouver               # or author-year, or any pybtex style
          cache: .cache                  # where formatted entries are kept; false for nowhere

Each page gets markers in its text and a bibliography at its end.
`::: references` puts a list of entries into a page. Problems are logged on
`markdown_citations`; who makes the extension itself can pass `report`.
"""

from __future__ import annotations

from typing import Any

from markdown.extensions import Extension


def makeExtension(**options: Any) -> Extension:  # noqa: N802 - Markdown's name
    """Make the extension from the options of a configuration."""
    # Here, so that `markdown_citations.rules` and the like import no Markdown.
    from markdown_citations.configuration import make_extension  # noqa: PLC0415

    return make_extension(options)
