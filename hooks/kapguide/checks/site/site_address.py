"""Check that a clinic's site has an address of its own.

Canonical addresses, the sitemap, what is shared and what paper shows are made from it.
While mkdocs.yml names no clinic, the guide is nobody's yet, and may keep the example.
"""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Problems, Project, Rule, Site

ADDRESS = Rule(
    "site-url-example",
    "warning",
    "A site that names its clinic has the clinic's address (site_url), not an example's.",
    "RFC 2606; Google Search Central",
    "site_url: https://kap-guide.example/\nextra:\n  clinic:\n    name: A Clinic",
    "site_url: https://a-clinic.com/guide/\nextra:\n  clinic:\n    name: A Clinic",
)
_RESERVED = re.compile(
    r"(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|invalid|localhost)(?::\d+)?$"
    r"|^127\.|^0\.0\.0\.0|^\[::1\]"
)


def check_address(site: Site, project: Project) -> Problems:
    """Find that the address is still that of the example, or that there is none."""
    if project.languages.followed is not None:
        return  # the address of another language follows from that of the first
    if not project.clinic.is_named or not (not project.host or _RESERVED.search(project.host)):
        return
    config = project.config
    line = config.find_literal("site_url:") if config else None
    if project.host:
        message = f'the site\'s address is still the example "{project.site_url}"'
    else:
        message = "the site has no address"
    hint = "Write the one that it will have behind site_url: https://…"
    yield ADDRESS.problem(message, config.path if config else "mkdocs.yml", line, hint)


CHECK = Check((ADDRESS,), site=check_address)
