"""What robots.txt tells crawlers."""

from __future__ import annotations

from collections.abc import Iterable


def make_robots(addresses: Iterable[str]) -> str:
    """Return robots.txt: everything may be read; the site map in each language is named.

    Crawlers read it at the root of a host only. Below a path it does no harm.
    """
    lines = ["User-agent: *", "Allow: /"]
    maps = [f"Sitemap: {address.rstrip('/')}/sitemap.xml" for address in addresses if address]
    return "\n".join([*lines, *([""] if maps else []), *maps, ""])
