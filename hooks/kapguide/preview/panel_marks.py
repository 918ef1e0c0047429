"""The marks of the live preview's panels and of its overview."""

from __future__ import annotations

MARK = 'data-preview="problems"'
"""What the preview's panel and its overview carry, and nothing else."""
OVERVIEW = "_problems"
"""The folder of the preview's overview."""
LIST = f"{OVERVIEW}/index.html"
"""The overview, unless somebody has a page of this name."""
