"""The Python-Markdown extension `markdown_citations`, as this guide uses it.

markdown_extensions:
- kapguide.citations:
bibliography: references.bib
style: vancouver
"""

from __future__ import annotations

from markdown_citations import makeExtension

__all__ = ["makeExtension"]
