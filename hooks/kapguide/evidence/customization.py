"""What this guide adds to the entries of its library."""

from __future__ import annotations

from markdown_citations.library.customization import Customization

from kapguide.evidence.rendering import annotate

GUIDE = Customization(annotate=annotate)
"""Study fields, and what the study was and found beside each entry."""
