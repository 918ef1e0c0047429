"""Keep the ids of many pages apart in one document, and turn links between them to it.

Ids get their chapter's name before them, wherever HTML, ARIA and SVG name one.
A link to a printed page becomes a link inside the document, followed by the
number of the page it leads to; every other address becomes a whole one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote, urldefrag, urljoin

from selectolax.lexbor import LexborNode

from kapguide.words import Words

START, END = "\ue010", "\ue011"
"""Around an anchor in the text: here stands the number of its page (private characters)."""

_LISTS = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-details", "aria-controls")
"""Attributes that hold ids, with blanks between them."""

_OWN = re.compile(r"url\((['\"]?)#")
_UNNUMBERED = ".citation a, .backlinks a, nav a"
"""Links whose target is near, or that would be a page of numbers."""


def join(name: str, anchor: str) -> str:
    """Give the id that an id of a chapter has in the document."""
    return f"{name}--{anchor}" if anchor else name


def number_of(anchor: str) -> str:
    """Give what stands for the number of an anchor's page."""
    return f"{START}{anchor}{END}"


def fill_numbers(html: str, numbers: Mapping[str, int]) -> str:
    """Put the numbers of pages in; one that is not known is as wide as most."""
    return re.sub(f"{START}(.*?){END}", lambda match: str(numbers.get(match[1], 100)), html)


def fit_into_booklet(
    article: LexborNode, name: str, address: str, chapters: Mapping[str, str], words: Words
) -> None:
    """Rename the article's ids, and turn its links, in place.

    `address` is the page's own, `chapters` the names of all chapters by theirs, unquoted:
    who writes a link by hand quotes more or less than others.
    """
    unnumbered = {node.mem_id for node in article.css(_UNNUMBERED)}
    for node in article.css("*"):
        for key, value in node.attributes.items():
            if not value:
                continue
            if key == "id":
                node.attrs[key] = join(name, value)
            elif key in _LISTS:
                node.attrs[key] = " ".join(join(name, one) for one in value.split())
            elif key in {"href", "xlink:href", "src"}:
                node.attrs[key] = _turn(value, name, address, chapters)
            elif "url(" in value:
                node.attrs[key] = _OWN.sub(rf"url(\1#{name}--", value)
    for link in article.css("a[href^='#']"):
        target = (link.attributes["href"] or "")[1:]
        if target.partition("--")[0] != name and link.mem_id not in unnumbered:
            number = words.say("handouts.page_number", number=number_of(target))
            link.insert_after(f" {number}")


def _turn(value: str, name: str, address: str, chapters: Mapping[str, str]) -> str:
    if value.startswith("#"):
        return f"#{join(name, unquote(value[1:]))}"
    whole, anchor = urldefrag(urljoin(address, value))
    there = chapters.get(unquote(whole))
    return f"#{join(there, unquote(anchor))}" if there else urljoin(address, value)
