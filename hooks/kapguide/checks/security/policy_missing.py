"""Check that every page stands under a content security policy."""

from __future__ import annotations

import re
from typing import NamedTuple

from kapguide.checks.definition import Check, Page, Place, Problems, Project, Rule, Site, report
from kapguide.security.as_served import (
    HEADERS,
    POLICY,
    inline_scripts,
    own_policies,
    policies_of,
    read_headers,
)

MISSING = Rule(
    "policy-missing",
    "warning",
    "The site has a content security policy that names its inline scripts; where pages have it in "
    "their heads, each has: some hosts send no headers.",
    "W3C Content Security Policy",
    "<head> without a policy, and a script of the theme in the page",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self' 'sha256-…'\">",
)

LONGEST_LINE = 2000
"""Cloudflare Pages leaves out a longer line of `_headers`."""

_GIVEN = re.compile(r"^[^#\n]*\bfinish_site\.py\b", re.M)


class _Standing(NamedTuple):
    """How a page stands with policies."""

    place: Place
    lacks: bool | None
    """It has no policy in its head; None where it only sends on to another page."""
    unguarded: bool
    """It runs inline scripts under no policy at all."""


def check_policies(site: Site, project: Project) -> Problems:
    """Find pages without a policy, and one in `_headers` that a host leaves out."""
    yield from _check_length(site)
    noted = site.noted(note_policies, project)
    # `_headers` is the build's own as well, and proves nothing of the pages.
    if any(page.lacks is False for page in noted) or _gives_policies(project):
        for page in noted:
            if page.lacks:
                message = "the page has no security policy in its head"
                hint = (
                    "hooks/finish_site.py puts it there: see that mkdocs.yml runs it, "
                    "after all other hooks."
                )
                yield report(MISSING, message, page.place, project, hint=hint)
        return
    first = next((page for page in noted if page.unguarded), None)
    if first:
        message = "pages run the theme's inline scripts without a content security policy"
        hint = "Put hooks/finish_site.py back among the hooks of mkdocs.yml."
        path = project.config.path if project.config else first.place.path
        yield MISSING.problem(message, path, hint=hint)


def note_policies(page: Page, site: Site, project: Project) -> _Standing:
    """Note whether a page has a policy, and whether it needs one."""
    place = Place(page.path, page.url)
    if page.redirect:
        return _Standing(place, None, unguarded=False)
    unguarded = not policies_of(page, site) and any(inline_scripts(page))
    return _Standing(place, not own_policies(page), unguarded)


def _gives_policies(project: Project) -> bool:
    """Whether the build is meant to put its policy into each page."""
    return bool(project.config and _GIVEN.search(project.config.text))


def _check_length(site: Site) -> Problems:
    policy = read_headers(site).get(POLICY, "")
    if len(policy) + len("  Content-Security-Policy: ") > LONGEST_LINE:
        message = f"the security policy has more than {LONGEST_LINE} characters"
        hint = "Cloudflare Pages leaves it out; put inline scripts into files of docs/assets."
        yield MISSING.problem(message, site.prefix + HEADERS, hint=hint)


CHECK = Check((MISSING,), site=check_policies, note=note_policies)
