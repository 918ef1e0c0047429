"""Which addresses become links."""

from __future__ import annotations

import pytest
from markdown_citations.formatting.safe_html import safe_address


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=c&d=e%20f", "https://example.org/a?b=c&d=e%20f"),
        ("http://example.org", "http://example.org"),
        ("mailto:me@example.org", "mailto:me@example.org"),
        ("doi:10.1000/x", "https://doi.org/10.1000/x"),
        ("javascript:alert(1)", ""),
        (" javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("JAVASCRIPT:alert(1)", ""),
        ("data:text/html,x", ""),
        ("vbscript:x", ""),
        ("//example.org", ""),
        ("/etc/passwd", ""),
        ("example.org", ""),
        ("https:", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_only_sound_addresses_become_links(url: str, address: str) -> None:
    assert safe_address(url) == address
