"""Tell a stub that only sends on to another page of the site from a page that is read."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kapguide.pages.linking import host_of

_AT_ONCE = re.compile(r"\s*0\s*;\s*url\s*=\s*([^\s\"']+)\s*", re.I)
_HEAD = frozenset({"meta", "title", "link"})
_BODY = frozenset({"p", "a"})
_NAMES = frozenset({"charset", "name", "http-equiv", "content", "rel", "href", "lang"})
_MOST_WORDS = 30
"""Room for "This page has moved to …"."""


def is_redirect(tree: LexborHTMLParser) -> bool:
    """Whether a page has an address to go to at once, a link to it, and nothing else."""
    refreshing = [node for node in tree.css("meta[http-equiv]") if _value(node) == "refresh"]
    if len(refreshing) != 1 or tree.head is None or tree.body is None:
        return False
    found = _AT_ONCE.fullmatch(refreshing[0].attributes.get("content") or "")
    if not found or host_of(found[1]) or re.match(r"[a-z][a-z0-9+.-]*:", found[1], re.I):
        return False
    heads, bodies = tree.head.css("*")[1:], tree.body.css("*")[1:]
    plain = all(node.tag in _HEAD for node in heads) and all(node.tag in _BODY for node in bodies)
    known = all(_NAMES.issuperset(node.attributes) for node in tree.css("*"))
    links = tree.css("a[href], link")
    same = all(_leads_there(node, found[1]) for node in links)
    return plain and known and same and len(tree.body.text(separator=" ").split()) < _MOST_WORDS


def _value(node: LexborNode) -> str:
    return (node.attributes.get("http-equiv") or "").strip().lower()


def _leads_there(node: LexborNode, target: str) -> bool:
    if node.tag == "link":
        return (node.attributes.get("rel") or "").lower() == "canonical"
    return node.attributes.get("href") == target
