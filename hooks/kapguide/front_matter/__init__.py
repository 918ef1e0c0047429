"""The settings at a page's top: read, checked, and what follows from them."""

from kapguide.front_matter.parsing import read_front_matter

__all__ = ["read_front_matter"]
