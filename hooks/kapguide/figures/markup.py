"""Write the text of a figure into the page, beside its drawing."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterable

from markdown.util import AtomicString


def add(parent: etree.Element, tag: str, plain: str = "", css_class: str = "") -> etree.Element:
    """Append an element with plain text: Markdown and citations in it are not read."""
    element = etree.SubElement(parent, tag)
    if css_class:
        element.set("class", css_class)
    if plain:
        element.text = AtomicString(plain)
    return element


def add_markdown(parent: etree.Element, tag: str, text: str) -> etree.Element:
    """Append an element whose text holds Markdown: emphasis, links, citations."""
    element = etree.SubElement(parent, tag)
    element.text = text
    return element


def add_item(items: etree.Element, label: str, text: str, note: str) -> None:
    """Append a list item: its label in bold, a plain sentence, and a note."""
    ended = f" {end_sentence(note)}" if note else ""
    add(add(items, "li"), "strong", label).tail = f": {text}.{ended}"


def add_sentence(parent: etree.Element, plain: str, citekeys: Iterable[str]) -> None:
    """Append a paragraph of plain text with a citation before its full stop."""
    text = add(add(parent, "p"), "span", plain)
    citation = format_citation(citekeys)
    text.tail = f" {citation}." if citation else "."


def format_citation(citekeys: Iterable[str]) -> str:
    """Write one citation of all citekeys, as a page would."""
    keys = "; ".join(f"@{citekey}" for citekey in citekeys)
    return f"[{keys}]" if keys else ""


def capitalize(text: str) -> str:
    """Make the first letter a capital, and leave the others: "PTSD" stays as it is."""
    return text[:1].upper() + text[1:]


def end_sentence(text: str) -> str:
    """Put a full stop after a text that has no end of its own."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
