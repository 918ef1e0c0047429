"""Bring what Markdown has made of a text with citations back to where the text stood.

Where citations stand, their text waits in an element `TEXT`, and in it, as elements
`PART`, the prefixes and suffixes, which are Markdown. Both are gone afterwards; marks are
left, and an element behind the mark of each citation that needs one.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Collection, Iterator, Mapping

from markdown.util import AtomicString

from markdown_citations.page.conversion import MARK

TEXT = "text-with-citations"
"""The element that holds a text while Markdown works on it."""
PART = "markdown-of-citation"
"""The element that holds a prefix or a suffix; its attribute `of` names the citation."""

Parts = dict[int, list[etree.Element]]


def unwrap(element: etree.Element, parts: Parts) -> None:
    """Put the content of each `TEXT` below an element in its place; collect the parts."""
    for position in range(len(element) - 1, -1, -1):
        child = element[position]
        if len(child):
            unwrap(child, parts)
        if child.tag == TEXT:
            _splice(element, position, child, parts)


def _splice(parent: etree.Element, position: int, whole: etree.Element, parts: Parts) -> None:
    inside = []
    for child in whole:
        if child.tag == PART:
            parts.setdefault(int(child.get("of", "")), []).append(child)
        else:
            inside.append(child)
    text, tail = whole.text or "", whole.tail or ""
    if inside:
        inside[-1].tail = (inside[-1].tail or "") + tail
    else:
        text += tail
    parent[position : position + 1] = inside
    if position:
        before = parent[position - 1]
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def write_out(root: etree.Element, texts: Mapping[int, str]) -> None:
    """Put texts in the place of the marks with these numbers."""

    def put(match: re.Match[str]) -> str:
        return texts.get(int(match[1]), match[0])

    def change(text: str) -> str:
        new = MARK.sub(put, text)
        return AtomicString(new) if new != text else text

    _change_texts(root, change)


def place_elements(
    root: etree.Element, wanted: Collection[int], parts: Parts
) -> dict[int, etree.Element]:
    """Put an element with its parts behind each mark that has one of these numbers."""
    found: dict[int, etree.Element] = {}
    trees = (root, *(part for several in parts.values() for part in several)) if wanted else ()
    for parent in [element for tree in trees for element in tree.iter()]:
        children: list[etree.Element] = []
        parent.text, new = _cut(parent.text, wanted, found)
        children += new
        for child in parent:
            child.tail, new = _cut(child.tail, wanted, found)
            children += [child, *new]
        if len(children) > len(parent):
            parent[:] = children
    for number, element in found.items():
        element.extend(parts.get(number, ()))
    return found


def _cut(
    text: str | None, wanted: Collection[int], found: dict[int, etree.Element]
) -> tuple[str | None, list[etree.Element]]:
    """Cut a text behind the marks that are wanted; each element has the next piece as tail."""
    new: list[etree.Element] = []
    done, first = 0, text
    for end, number in _marks(text or ""):
        if number not in wanted:
            continue
        piece = (text or "")[done:end]
        if new:
            new[-1].tail = piece
        else:
            first = piece
        new.append(etree.Element("span"))
        found[number] = new[-1]
        done = end
    if new:
        new[-1].tail = (text or "")[done:]
    return first, new


def _marks(text: str) -> Iterator[tuple[int, int]]:
    return ((match.end(), int(match[1])) for match in MARK.finditer(text))


def _change_texts(root: etree.Element, change: Callable[[str], str]) -> None:
    for element in root.iter():
        if element.text:
            element.text = change(element.text)
        if element.tail:
            element.tail = change(element.tail)
