"""Check that a page holds no style that its security policies stop."""

from __future__ import annotations

from collections.abc import Iterator

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site, report
from kapguide.checks.once import Noted, tell_once
from kapguide.security.as_served import policies_of
from kapguide.security.judging import allows_code, allows_style_attributes

STYLE = Rule(
    "policy-style",
    "error",
    'A page holds no style="…", and no style element that its security policy does not name: '
    "browsers would leave it out, though the live preview shows it.",
    "W3C CSP Level 3",
    '<p style="color: red">Bring somebody with you.</p>',
    '<p class="warning">Bring somebody with you.</p>',
)


def check_styles(site: Site, project: Project) -> Problems:
    """Find style elements and attributes that a policy stops."""
    return tell_once(site.noted(note_styles, project))


def note_styles(page: Page, site: Site, project: Project) -> tuple[Noted, ...]:
    """Note the styles of a page that one of its policies stops."""
    policies = () if page.redirect else policies_of(page, site)
    return tuple(_stopped(page, policies, project)) if policies else ()


def _stopped(page: Page, policies: list[str], project: Project) -> Iterator[Noted]:
    for node in page.select("style"):
        code = node.text()
        if not all(allows_code(policy, code, "style-src-elem") for policy in policies):
            shown = " ".join(code.split())[:40]
            message = f'a style that the security policy does not name: "{shown}"'
            hint = "Take it out, or put it into a file of docs/assets."
            yield code, report(STYLE, message, page, project, literal=shown, hint=hint)
    if all(map(allows_style_attributes, policies)):
        return
    for node in page.select("[style]"):
        style = node.attributes.get("style") or ""
        message = f'browsers leave out style="{style[:40]}" of <{node.tag}>'
        hint = "Use a class instead, and say its looks in a file of docs/assets."
        yield None, report(STYLE, message, page, project, literal=style, hint=hint)


CHECK = Check((STYLE,), site=check_styles, note=note_styles)
