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
    r"'(?:self|none|report-sample|nonce-[\w+/=-]+|sha(?:256|384|512)-[\w+/=-]+)'", re.I | re.A
)
"""All that may stand under those: the site itself, and inline code by its name."""
_ANYWHERE = re.compile(r"(?:https?|wss?):(?://\*(?::.*)?)?|\*(?::.*)?", re.I)
_HASH = re.compile(r"'(sha(?:256|384|512))-([\w+/=-]+)'", re.I | re.A)

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
            if (not _is_strict(source) if guarded else _ANYWHERE.fullmatch(source))
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


def _is_strict(source: str) -> bool:
    """Whether a source is ours, or names inline code by a hash that can be one."""
    named = _HASH.fullmatch(source)
    if named:
        return len(_decode(named[2])) == hashlib.new(named[1].lower()).digest_size
    return bool(_STRICT.fullmatch(source))


def _decode(digest: str) -> bytes:
    """Return the bytes of a hash; none where it is malformed, and so names nothing."""
    standard = digest.replace("+", "-").replace("/", "_").rstrip("=")
    try:
        return base64.urlsafe_b64decode(standard + "=" * (-len(standard) % 4))
    except ValueError:
        return b""
