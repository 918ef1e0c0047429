"""The Python-Markdown extension `markdown_citations`, as this guide uses it.

mkdocs.yml names it, with the options of `markdown_citations`:
`- kapguide.citations: {bibliography: references.bib, style: vancouver}`
"""

from __future__ import annotations

from typing import Any

from markdown.extensions import Extension


def makeExtension(**options: Any) -> Extension:  # noqa: N802 - Markdown's name
    """Make the extension from the options of a configuration."""
    # Here, so that importing the package costs no Markdown.
    from markdown_citations.configuration import make_extension  # noqa: PLC0415
    from markdown_citations.texts import find_language  # noqa: PLC0415

    from kapguide.evidence.customization import make_customization  # noqa: PLC0415
    from kapguide.project.engine_pages.page_at_hand import find_settings  # noqa: PLC0415
    from kapguide.words import load_words  # noqa: PLC0415

    settings = find_settings()
    words = settings.words if settings else load_words(str(options.get("language") or "en"))
    options = {"language": find_language(words.asked) or "en", **options}
    return make_extension(options, make_customization(words))
