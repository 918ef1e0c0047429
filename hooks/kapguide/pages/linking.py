"""Know every attribute of HTML, SVG and MathML that names another file, page or host.

From the index of attributes of the HTML standard (its obsolete features too), SVG 2,
SVG 1.1, MathML Core and the specifications that add to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import tinycss2
from selectolax.lexbor import LexborNode

from kapguide.pages.style.stylesheets import shorten_numbers

LOADS, SENDS, LEADS, HOLDS = "loads", "sends", "leads", "holds"
"""Asked for while a page is opened; told that a reader did something; opened by a reader;
a document in itself."""

_ANY = ""
_SVG = (
    "animate animatecolor animatemotion animatetransform altglyph color-profile cursor discard "
    "feimage filter font-face-uri glyphref image lineargradient mpath pattern radialgradient "
    "script set textpath tref use"
)
_TABLE = (
    # attributes, elements, what they do, how they are written
    ("action", "form", SENDS, "one"),
    ("altimg", "math", LOADS, "one"),
    ("archive code codebase classid", "applet object", LOADS, "list"),
    ("attributionsrc ping", _ANY, SENDS, "list"),
    ("background", _ANY, LOADS, "one"),
    ("content", "meta", LEADS, "refresh"),
    ("data", "object", LOADS, "one"),
    ("dynsrc lowsrc", "img", LOADS, "one"),
    ("formaction", "button input", SENDS, "one"),
    ("href xlink:href", "a area", LEADS, "one"),
    ("href xlink:href", _SVG, LOADS, "one"),
    ("href", "base", LOADS, "one"),
    ("href", "link", LOADS, "relation"),
    ("icon", "command menuitem", LOADS, "one"),
    ("imagesrcset", "link", LOADS, "set"),
    ("longdesc", "frame iframe img", LEADS, "one"),
    ("manifest", "html", LOADS, "one"),
    ("poster", "video", LOADS, "one"),
    ("src", _ANY, LOADS, "one"),
    ("srcdoc", "iframe", HOLDS, "one"),
    ("srcset", "img source", LOADS, "set"),
    ("values from to by", "animate animatecolor set", LEADS, "animated"),
    ("xml:base", _ANY, LOADS, "one"),
    ("style", _ANY, LOADS, "style"),
    ("clip-path cursor fill filter marker marker-end", _ANY, LOADS, "style"),
    ("marker-mid marker-start mask stroke", _ANY, LOADS, "style"),
)
_RELATIONS = frozenset(
    {"stylesheet", "icon", "apple-touch-icon", "apple-touch-startup-image", "mask-icon"}
    | {"preload", "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch"}
    | {"manifest", "compression-dictionary", "pingback"}
)
"""The relations of a <link> by which browsers ask for what it names."""
_BY_NAME: Mapping[str, list[tuple[frozenset[str], str, str]]] = {}
for _names, _tags, _does, _form in _TABLE:
    for _name in _names.split():
        _BY_NAME.setdefault(_name, []).append((frozenset(_tags.split()), _does, _form))  # type: ignore[attr-defined]

SELECTOR = ", ".join(
    f"[{name.replace(':', chr(92) + ':')}]" for name in _BY_NAME if name != "content"
)
"""Finds all elements that have one of the attributes, but for <meta>."""

_IMAGES = re.compile(r"(?:^|,)\s*([^\s,]\S*)")
_REFRESH = re.compile(r"^[^;,]*[;,]?\s*(?:url\s*=\s*)?[\"']?([^\"']*)", re.I)
_WITH_ADDRESS = frozenset({"url", "src", "image", "image-set", "-webkit-image-set", "cross-fade"})
_DROPPED = re.compile(r"[\t\r\n]")
_ELSEWHERE = re.compile(r"^(?:(?:https?|wss?|ftp):/*|//+)([^/?#]+)", re.I)


class Link(NamedTuple):
    """An address on a page."""

    node: LexborNode
    tag: str
    attribute: str
    does: str
    """One of `LOADS`, `SENDS`, `LEADS`, `HOLDS`."""
    address: str


def find_links(node: LexborNode) -> Iterator[Link]:
    """Give every address that the attributes of an element name."""
    tag, attributes = (node.tag or "").lower(), node.attributes
    for name, value in attributes.items():
        for tags, does, form in _BY_NAME.get(name.lower(), ()):
            if value is None or (tags and tag not in tags):
                continue
            if form == "relation":
                relations = (attributes.get("rel") or "").lower().split()
                does = does if _RELATIONS.intersection(relations) else LEADS  # noqa: PLW2901
            for address in _read(value, form, attributes):
                yield Link(node, tag, name, does, address)


def _read(value: str, form: str, attributes: Mapping[str, str | None]) -> list[str]:
    """Return the addresses in a value."""
    if form == "list":
        return value.split()
    if form == "set":
        return [address.rstrip(",") for address in _IMAGES.findall(value)]
    if form == "style":
        return find_style_addresses(value) if "(" in value else []
    if form == "refresh":
        equiv = (attributes.get("http-equiv") or "").strip().lower()
        found = _REFRESH.match(value.strip()) if equiv == "refresh" else None
        return [found[1]] if found else []
    if form == "animated":
        moved = (attributes.get("attributename") or attributes.get("attributeName") or "").lower()
        return value.split(";") if moved.endswith("href") else []
    return [value]


def find_style_addresses(css: str) -> list[str]:
    """Return what a stylesheet, or a part of one, asks for."""
    found: list[str] = []
    waiting = [tinycss2.parse_component_value_list(shorten_numbers(css))]
    while waiting:
        imported = False
        for token in waiting.pop():
            if token.type == "url" or (token.type == "string" and imported):
                found.append(token.value)
            elif token.type == "function":
                waiting.append(token.arguments)
                if token.lower_name in _WITH_ADDRESS:
                    found += [inner.value for inner in token.arguments if inner.type == "string"]
            elif token.type.endswith(" block"):
                waiting.append(token.content)
            if token.type not in ("whitespace", "comment"):
                imported = token.type == "at-keyword" and token.lower_value == "import"
    return found


def host_of(address: str) -> str:
    """Return the host that an address names, as a browser reads it; empty for one's own."""
    plain = _DROPPED.sub("", address).strip("".join(map(chr, range(33)))).replace("\\", "/")
    found = _ELSEWHERE.match(plain)
    return found[1].lower() if found else ""
