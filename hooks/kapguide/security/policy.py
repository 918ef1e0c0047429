"""Write and read content security policies (W3C CSP Level 3).

A policy lets a page load from its own host alone, and run the inline scripts and
styles that it names by hash.
"""

from __future__ import annotations

from collections.abc import Mapping

from kapguide.security.inline import Inline

REFERRER = "same-origin"
"""No other site learns which page its reader came from; our own References page
does, and marks it."""

_SOURCES: Mapping[str, tuple[str, ...]] = {
    "default-src": ("'none'",),
    "base-uri": ("'none'",),
    "connect-src": ("'self'",),  # the search index, the references to copy
    "font-src": ("'self'",),
    "form-action": ("'none'",),  # the one form is the search, which sends nothing
    "img-src": ("'self'", "data:"),  # the theme's stylesheet holds its icons as data:
    "manifest-src": ("'self'",),
    "media-src": ("'self'",),
    "object-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "worker-src": ("'self'",),  # the search
}


def make_policy(inline: Inline, *, header: bool = False) -> str:
    """Return the policy, the same for the same hashes.

    As a header it also forbids other sites to show a page in a frame: browsers
    ignore that in a page. It does not ask to upgrade requests to https: all go
    to the page's own host, by the way that the page came, and a clinic may look
    at its site on a machine of its own that has no https.
    """
    sources = {name: [*values] for name, values in _SOURCES.items()}
    sources["script-src"] += sorted(inline.scripts)
    sources["style-src"] += sorted(inline.styles)
    if header:
        sources["frame-ancestors"] = ["'none'"]
    return "; ".join(" ".join([name, *values]) for name, values in sorted(sources.items()))


def read_policy(text: str) -> dict[str, tuple[str, ...]]:
    """Return the sources of each directive; of one that is named twice, the first counts."""
    directives: dict[str, tuple[str, ...]] = {}
    for part in text.split(";"):
        words = part.split()
        if words:
            directives.setdefault(words[0].lower(), tuple(words[1:]))
    return directives


def sources_of(policy: Mapping[str, tuple[str, ...]], directive: str) -> tuple[str, ...] | None:
    """Return where something may come from; None is anywhere.

    `script-src-attr` falls back to `script-src`, and this to `default-src`.
    """
    general = directive.removesuffix("-elem").removesuffix("-attr")
    for name in (directive, general, "default-src"):
        if name in policy:
            return policy[name]
    return None
