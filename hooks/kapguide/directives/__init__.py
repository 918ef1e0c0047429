"""The Python-Markdown extension for all `:::` lines of the guide but those of citations.

mkdocs.yml names it: `- kapguide.directives`. It takes no options: what the lines show
stands in docs/_includes, in front matter, in mkdocs.yml and in the library.
"""

from __future__ import annotations

from markdown.extensions import Extension


def makeExtension() -> Extension:  # noqa: N802 - Markdown's name
    """Make the extension."""
    # Here, so that to import one directive costs no other.
    from kapguide.directives.guide_directives import GuideDirectives  # noqa: PLC0415

    return GuideDirectives()
