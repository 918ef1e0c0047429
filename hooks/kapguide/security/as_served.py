"""The scripts and policies of a built site, as browsers get them.

A page stands under the policy in its head and under that in `_headers`; a
browser runs only what both allow.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from kapguide.pages.page import Page
from kapguide.pages.visibility import with_above
from kapguide.project.project import Site
from kapguide.security.inline import CODE_TYPES

HEADERS = "_headers"
"""The file of headers of Netlify and Cloudflare Pages."""
POLICY = "content-security-policy"

_EVERY_PAGE = re.compile(r"^/\*[ \t]*\n((?:[ \t]+.*(?:\n|$))*)", re.M)
_HEADER = re.compile(r"^\s+([\w-]+)\s*:\s*(.*?)\s*$", re.M)


@functools.lru_cache(maxsize=2)
def read_headers(site: Site) -> dict[str, str]:
    """Return the headers of `_headers` that every page is sent with, by name in lower case."""
    if HEADERS not in site.files:
        return {}
    every = _EVERY_PAGE.search(site.read(HEADERS).decode("utf-8", "replace"))
    return {name.lower(): value for name, value in _HEADER.findall(every[1] if every else "")}


def read_metas(page: Page, attribute: str, value: str) -> list[str]:
    """Return what the <meta> elements of a name say; outside of the head they are void."""
    return [
        node.attributes.get("content") or ""
        for node in page.select(f"head meta[{attribute}]")
        if (node.attributes.get(attribute) or "").lower() == value
    ]


def own_policies(page: Page) -> list[str]:
    """Return the policies in the head of a page."""
    return read_metas(page, "http-equiv", POLICY)


def policies_of(page: Page, site: Site) -> list[str]:
    """Return all policies that a page stands under."""
    shared = read_headers(site).get(POLICY)
    return own_policies(page) + ([] if shared is None else [shared])


def is_code(node: LexborNode) -> bool:
    """Whether browsers act on a <script>; under any other type it is data."""
    return (node.attributes.get("type") or "").strip().lower() in CODE_TYPES


def inline_scripts(page: Page) -> Iterator[LexborNode]:
    """Give the scripts that stand in a page itself; in a picture, `src` names no file."""
    for node in page.select("script"):
        linked = "src" in node.attributes and all(one.tag != "svg" for one in with_above(node))
        if is_code(node) and not linked and node.text():
            yield node


def in_text(node: LexborNode, page: Page) -> bool:
    """Whether an element stands in the text of a page; the theme puts none of its own there."""
    for found in with_above(node) if page.main is not None else ():
        if found.tag == "article":
            return True
        if found.tag == "main":  # a theme without <article> has only the text itself in it
            return not found.css("article")
    return False
