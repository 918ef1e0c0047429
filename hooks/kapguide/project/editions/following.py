"""Tell by a short mark whether a page has changed since another language's page followed it."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Mapping

from kapguide.pages.source_lines import Source
from kapguide.project.moved.redirects import read_redirects

FOLLOWS, MARK = "follows", "follows_text"
"""The settings of a page that follows one in another language: the day, and the mark."""
_LENGTH = 12
_LINKED = re.compile(r"(?<=\]\()[^()\s#:]+\.md(?=[#)\s])")


def mark_text(name: str, pages: Mapping[str, Source]) -> str:
    """Return the mark of a page's text; its settings and its line ends do not count.

    `pages` are all of its language, by the names of their files. A link to a page that was
    renamed counts as before, as long as that page says what it was called.
    """
    source, folder = pages[name], posixpath.dirname(name)
    lines = source.text.splitlines()[source.front_matter.body_line - 1 :]
    first = {page: old for page, own in pages.items() for old in read_redirects(own)[:1]}

    def rename(link: re.Match[str]) -> str:
        old = first.get(posixpath.normpath(posixpath.join(folder, link[0])))
        return posixpath.relpath(old, folder or ".") if old else link[0]

    folded = _LINKED.sub(rename, " ".join(" ".join(lines).split()))
    return hashlib.sha256(folded.encode()).hexdigest()[:_LENGTH]


def find_followed(source: Source, followed: Mapping[str, Source]) -> str:
    """Return the page whose text this one follows, whatever either is called; or nothing."""
    mark = source.front_matter.get(MARK)
    found = [name for name in followed if mark and mark_text(name, followed) == mark]
    return found[0] if len(found) == 1 else ""


def find_renamed(name: str, own: Mapping[str, Source], followed: Mapping[str, Source]) -> str:
    """Return the page that follows this one by its text, and has another name; or nothing."""
    new = (page for page in own if page not in followed) if name in followed else ()
    return next((page for page in new if find_followed(own[page], followed) == name), "")
