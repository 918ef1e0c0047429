"""What a content security policy lets pass, and what it should not."""

from __future__ import annotations

import base64
import functools
import hashlib
import re

from kapguide.security.policy import read_policy, sources_of

_SAID = ("script-src", "style-src", "object-src")
_GUARDED = (*_SAID, "default-src", "base-uri", "worker-src", "child-src")
_STRICT = re.compile(
    r"'(?:self|none|report-sample|nonce-[\w+/=-]+|sha(?:256|384|512)-[\w+/=-]+)'", re.I
)
"""All that may stand under those: the site itself, and inline code by its name."""
_ANYWHERE = re.compile(r"(?:https?|wss?):(?://\*(?::.*)?)?|\*(?::.*)?", re.I)
_HASH = re.compile(r"'(sha(?:256|384|512))-([\w+/=-]+)'", re.I)

# Most pages of a site have the same policy, and the same scripts of its theme.
_read = functools.lru_cache(maxsize=64)(read_policy)


@functools.lru_cache(maxsize=64)
def find_weaknesses(text: str) -> tuple[str, ...]:
    """Say where a policy allows too much; each continues "the security policy …"."""
    policy, found = _read(text), []
    for directive in _SAID:
        if sources_of(policy, directive) is None:
            found.append(f"does not say where {directive.removesuffix('-src')}s may come from")
    if "base-uri" not in policy:
        found.append("does not say base-uri")
    for directive, sources in policy.items():
        guarded = directive.startswith(_GUARDED)
        # Pictures and the like run nothing: they may be data:, or of hosts that are named.
        found += [
            f"has {source} under {directive}"
            for source in sources
            if (not _STRICT.fullmatch(source) if guarded else _ANYWHERE.fullmatch(source))
        ]
    return tuple(found)


@functools.lru_cache(maxsize=256)
def allows_code(policy: str, code: str, directive: str) -> bool:
    """Whether a policy lets an inline script or style be: by its hash, or all of them."""
    sources = sources_of(_read(policy), directive)
    if sources is None:
        return True
    named = [match for match in map(_HASH.fullmatch, sources) if match]
    if not named:
        return "'unsafe-inline'" in (source.lower() for source in sources)
    return any(
        hashlib.new(match[1].lower(), code.encode()).digest() == _decode(match[2])
        for match in named
    )


def allows_style_attributes(policy: str) -> bool:
    """Whether a policy lets `style="…"` be."""
    sources = sources_of(_read(policy), "style-src-attr")
    return sources is None or "'unsafe-inline'" in (source.lower() for source in sources)


def _decode(digest: str) -> bytes:
    standard = digest.replace("+", "-").replace("/", "_").rstrip("=")
    return base64.urlsafe_b64decode(standard + "=" * (-len(standard) % 4))
