"""Find the scripts and styles that stand in a page itself, and their hashes.

None is judged here: a script in a page's text is hashed like the theme's, and
stopped by the check `inline-script`. That check reads pages by a parser and not by
this module, so that neither hides the other's mistakes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

CODE_TYPES = frozenset(
    {"", "module", "importmap", "speculationrules"}
    | {f"text/{name}" for name in ("javascript", "ecmascript", "jscript", "livescript")}
    | {f"text/x-{name}" for name in ("javascript", "ecmascript")}
    | {f"text/javascript1.{minor}" for minor in range(6)}
    | {f"application/{name}" for name in ("javascript", "ecmascript")}
    | {f"application/x-{name}" for name in ("javascript", "ecmascript")}
)
"""The types of <script> that browsers act on; under every other it is data, as in JSON-LD."""

ATTRIBUTES = r"(?:=\s*+(?:\"[^\"]*\"|'[^']*')|[^>])*+"
"""What stands in a tag behind its name: within quotation marks a > does not end it."""
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


def read_inline(html: str) -> Inline:
    """Find the scripts and styles of a page that has them in itself."""
    scripts, styles = set(), set()
    for match in _ELEMENT.finditer(html):
        tag, attributes = (match["tag"] or "").lower(), match["attributes"] or ""
        if tag == "style":
            styles.add(hash_code(match["code"]))
        elif tag == "script" and not _SOURCE.search(attributes) and _is_code(attributes):
            scripts.add(hash_code(match["code"]))
    return Inline(frozenset(scripts), frozenset(styles))


def _is_code(attributes: str) -> bool:
    found = _TYPE.search(attributes)
    kind = next((value for value in found.groups() if value is not None), "") if found else ""
    return kind.strip().lower() in CODE_TYPES
