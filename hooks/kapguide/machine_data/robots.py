"""What robots.txt tells crawlers."""

from __future__ import annotations


def make_robots(address: str) -> str:
    """Return robots.txt: everything may be read; the site map is named by its address.

    Crawlers read it at the root of a host only. Below a path it does no harm.
    """
    lines = ["User-agent: *", "Allow: /"]
    if address:
        lines += ["", f"Sitemap: {address.rstrip('/')}/sitemap.xml"]
    return "\n".join([*lines, ""])
