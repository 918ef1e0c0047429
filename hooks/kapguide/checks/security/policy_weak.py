"""Check that security policies tell browsers to refuse what no page of ours needs."""

from __future__ import annotations

from collections.abc import Iterator

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site, report
from kapguide.checks.once import Noted, tell_once
from kapguide.security.as_served import HEADERS, POLICY, own_policies, read_headers
from kapguide.security.judging import find_weaknesses

WEAK = Rule(
    "policy-weak",
    "error",
    "A security policy says where scripts, styles and plugins may come from: from the site itself, "
    "never from another host, and no inline code but what it names by hash.",
    "OWASP Content Security Policy Cheat Sheet; W3C CSP Level 3",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
    "default-src 'none'; script-src 'self' 'sha256-…'; style-src 'self'; base-uri 'none'",
)

_HINT = "Take it out of the policy, or leave the policy to hooks/finish_site.py."


def check_weakness(site: Site, project: Project) -> Problems:
    """Find policies that allow too much; the same one on many pages is one mistake."""
    shared = read_headers(site).get(POLICY)
    for weakness in () if shared is None else find_weaknesses(shared):
        yield WEAK.problem(f"the security policy {weakness}", site.prefix + HEADERS, hint=_HINT)
    yield from tell_once(site.noted(note_weakness, project))


def note_weakness(page: Page, site: Site, project: Project) -> tuple[Noted, ...]:
    """Note where the policies in the head of a page are weak."""
    if page.redirect:
        return ()
    found = [
        weakness
        for text in own_policies(page)
        for weakness in (*find_weaknesses(text), *_late(page))
    ]
    return tuple(
        (text, report(WEAK, f"the security policy of the page {text}", page, project, hint=_HINT))
        for text in found
    )


def _late(page: Page) -> Iterator[str]:
    """Tell when something comes before the policy: browsers run and load that as they like."""
    for node in page.select("head meta[http-equiv], script, style, link[rel~=stylesheet]"):
        if node.tag != "meta":
            yield f"comes after a <{node.tag}>"
            return
        if (node.attributes.get("http-equiv") or "").lower() == POLICY:
            return


CHECK = Check((WEAK,), site=check_weakness, note=note_weakness)
