"""Check that no other site is told which of our pages its reader came from."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problem, Problems, Project, Rule, Site, report
from kapguide.security.as_served import policies_of, read_headers, read_metas

REFERRER = Rule(
    "policy-referrer",
    "error",
    "No other site is told which of our pages its reader came from.",
    "W3C Referrer Policy; HHS on online tracking",
    '<meta name="referrer" content="unsafe-url">',
    '<meta name="referrer" content="same-origin">',
)

_DISCREET = frozenset({"no-referrer", "same-origin"})


def check_referrer(site: Site, project: Project) -> Problems:
    """Find pages that let other sites know."""
    yield from filter(None, site.noted(note_referrer, project))


def note_referrer(page: Page, site: Site, project: Project) -> Problem | None:
    """Note what a page tells; of one under no policy at all, policy-missing says enough."""
    if page.redirect or not policies_of(page, site):
        return None
    said = read_metas(page, "name", "referrer") or [read_headers(site).get("referrer-policy", "")]
    if said[-1].strip().lower() in _DISCREET:
        return None
    message = "other sites are told which page a reader comes from"
    hint = 'Give it <meta name="referrer" content="same-origin">.'
    return report(REFERRER, message, page, project, hint=hint)


CHECK = Check((REFERRER,), site=check_referrer, note=note_referrer)
