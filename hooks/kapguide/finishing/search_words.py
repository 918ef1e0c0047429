"""Let the search find a page by words that are not on it.

The theme's search (Material for MkDocs 9.8.1) indexes each field that the index's
settings name, and shows readers only those that it knows itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from kapguide.front_matter.search_terms import BOOST, FIELD, list_search_terms
from kapguide.project.engine_pages.page_list import SitePage

INDEX = "search/search_index.json"


def add_search_words(folder: Path, pages: Iterable[SitePage]) -> None:
    """Give each page's entry in the index its words, and the index a field for them."""
    path = folder / INDEX
    if not path.is_file():
        return
    index = json.loads(path.read_text("utf-8"))
    fields = index["config"].get("fields", {})
    index["config"]["fields"] = {FIELD: {"boost": BOOST}, **fields}
    terms = {page.url: list_search_terms(page.front_matter) for page in pages}
    for entry in index["docs"]:
        if found := terms.get(entry["location"]):
            entry[FIELD] = found
    path.write_text(json.dumps(index, separators=(",", ":")), "utf-8")
