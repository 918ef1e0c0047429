"""Check that links lead to addresses that nobody on the way can read or change."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.linking import LEADS, SENDS
from kapguide.pages.local_files import is_local
from kapguide.project.addresses import lead_straight

INSECURE = Rule(
    "link-insecure",
    "warning",
    "A link to another site starts with https.",
    "NHS service manual",
    "[SAMHSA](http://www.samhsa.gov/)",
    "[SAMHSA](https://www.samhsa.gov/)",
)

_PLAIN = re.compile(r"http://(?P<host>[^/:?#]+)", re.I)
_NEAR = re.compile(r"[^.]+|127\.0\.0\.1|.*\.(?:local|test|invalid|onion)", re.I)
"""Names within a network, which have no dot, and hosts that need no certificate."""


def check_secure(page: Page, project: Project) -> Problems:
    """Find links that start with http, each address once."""
    told: set[str] = set()
    for link in page.links:
        address = link.address.strip()
        match = _PLAIN.match(address) if link.does in (LEADS, SENDS) else None
        if not match or link.tag == "link" or address in told or _NEAR.fullmatch(match["host"]):
            continue
        if is_local(address) or (link.node.text() or "").strip() == address:
            continue  # file-local says so, or link-text: its words are its address
        told.add(address)
        message = f'the link "{address}" is not secure'
        hint = f"Write {lead_straight(f'https{address[4:]}')}, and see that it opens."
        yield report(INSECURE, message, page, project, literal=address, hint=hint)


CHECK = Check((INSECURE,), page=check_secure)
