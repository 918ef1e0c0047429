"""Find the scripts and styles that stand in a page itself, and their hashes.

The check `inline-script` reads pages by a parser and not by this module, so that
neither hides the other's mistakes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kapguide.pages.tags.balance import ATTRIBUTES

CODE_TYPES = frozenset(
    {"", "module", "importmap", "speculationrules"}
    | {f"text/{name}" for name in ("javascript", "ecmascript", "jscript", "livescript")}
    | {f"text/x-{name}" for name in ("javascript", "ecmascript")}
    | {f"text/javascript1.{minor}" for minor in range(6)}
    | {f"application/{name}" for name in ("javascript", "ecmascript")}
    | {f"application/x-{name}" for name in ("javascript", "ecmascript")}
)
"""The types of <script> that browsers act on; under every other it is data, as in JSON-LD."""

_ELEMENT = re.compile(
    rf"<!--.*?-->|<(?P<tag>script|style)\b(?P<attributes>{ATTRIBUTES})>(?P<code>.*?)</(?P=tag)\s*>",
    re.I | re.S,
)
_TYPE = re.compile(r"\stype\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.I)
_SOURCE = re.compile(r"\ssrc\s*=", re.I)


@dataclass(frozen=True, slots=True)
class Inline:
    """The hashes of what stands in a page, or in all pages of a site."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()

    def __or__(self, other: Inline) -> Inline:
        return Inline(self.scripts | other.scripts, self.styles | other.styles)


def hash_code(code: str) -> str:
    """Return the hash of a script or style, as a policy names it."""
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class InlineElement(NamedTuple):
    """A script or style that stands in a page or template itself."""

    tag: str
    code: str


def find_inline(html: str) -> Iterator[InlineElement]:
    """Find the scripts and styles that a page, or a template, has in itself."""
    for match in _ELEMENT.finditer(html):
        tag, attributes = (match["tag"] or "").lower(), match["attributes"] or ""
        if tag == "style" or (
            tag == "script" and not _SOURCE.search(attributes) and _is_code(attributes)
        ):
            yield InlineElement(tag, match["code"])


def _is_code(attributes: str) -> bool:
    found = _TYPE.search(attributes)
    kind = next((value for value in found.groups() if value is not None), "") if found else ""
    return kind.strip().lower() in CODE_TYPES
