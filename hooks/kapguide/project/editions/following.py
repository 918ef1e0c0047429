"""Tell by a short mark whether a page has changed since another language's page followed it."""

from __future__ import annotations

import hashlib
import itertools
import posixpath
import re
from collections.abc import Iterator, Mapping

from kapguide.pages.source_lines import Source
from kapguide.project.moved.redirects import read_redirects

FOLLOWS, MARK = "follows", "follows_text"
"""The settings of a page that follows one in another language: the day, and the mark."""
_LENGTH = 12
_MOST = 6
"""Of how many renamed pages that one page links each may be taken for another."""
_LINKED = re.compile(r"(?<=\]\()[^()\s#:]+\.md(?=[#)\s])")


def mark_text(name: str, pages: Mapping[str, Source]) -> str:
    """Return the mark of a page's text; its settings and its line ends do not count.

    `pages` are all of its language, by the names of their files. A link to a page that was
    renamed counts as before, as long as that page says what it was called.
    """
    return next(_mark_texts(name, pages))


def has_mark(mark: str, name: str, pages: Mapping[str, Source]) -> bool:
    """Whether a page has the text of which a mark was made.

    A page that says what it was called may be that page, renamed, or one that took its place.
    """
    return mark in _mark_texts(name, pages)


def _mark_texts(name: str, pages: Mapping[str, Source]) -> Iterator[str]:
    """Give the mark with all renamed pages called as before, then those with some of them."""
    source, folder = pages[name], posixpath.dirname(name)
    lines = source.text.splitlines()[source.front_matter.body_line - 1 :]
    text = " ".join(" ".join(lines).split())

    def follow(link: str) -> str:
        return posixpath.normpath(posixpath.join(folder, link))

    linked = sorted({follow(link) for link in _LINKED.findall(text)} & pages.keys())
    first = {page: old for page in linked for old in read_redirects(pages[page])[:1]}
    for number in range(len(first), -1, -1) if len(first) <= _MOST else (len(first), 0):
        for some in itertools.combinations(first, number):

            def rename(link: re.Match[str], some: tuple[str, ...] = some) -> str:
                page = follow(link[0])
                return posixpath.relpath(first[page], folder or ".") if page in some else link[0]

            yield hashlib.sha256(_LINKED.sub(rename, text).encode()).hexdigest()[:_LENGTH]


def find_followed(source: Source, followed: Mapping[str, Source]) -> str:
    """Return the page whose text this one follows, whatever either is called; or nothing."""
    mark = source.front_matter.get(MARK)
    found = [name for name in followed if mark and has_mark(str(mark), name, followed)]
    return found[0] if len(found) == 1 else ""


def find_renamed(name: str, own: Mapping[str, Source], followed: Mapping[str, Source]) -> str:
    """Return the page that follows this one by its text, and has another name; or nothing."""
    new = (page for page in own if page not in followed) if name in followed else ()
    return next((page for page in new if find_followed(own[page], followed) == name), "")


def advise_name(
    name: str, page: str, own: Mapping[str, Source], followed: Mapping[str, Source]
) -> str:
    """Say what to do about a page that only the first language has by a name; or nothing.

    `page` is the one that names it.
    """
    if name not in followed or name in own:
        return ""
    if renamed := find_renamed(name, own, followed):
        return f"Rename {renamed} back to {name}: a page has one name in all languages."
    return f'Write "{lead_to_first(name, page)}": only the first language has that page.'


def lead_to_first(name: str, page: str = "") -> str:
    """Return what a page writes to link one that only the first language has."""
    return "../" * (page.count("/") + 1) + name
