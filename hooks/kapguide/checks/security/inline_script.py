"""Check that a page runs no script but those that its security policies name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site, report
from kapguide.checks.once import Noted, tell_once
from kapguide.security.as_served import in_text, is_code, policies_of
from kapguide.security.judging import allows_code

INLINE = Rule(
    "inline-script",
    "error",
    "A script stands in a file of its own, or the security policy names its hash; the text of a "
    "page holds none.",
    "W3C Content Security Policy",
    "<script>track('risks')</script>",
    "The page about risks.",
)

_HINT = "Take it out, or put it into a file of docs/assets."


def check_scripts(page: Page, project: Project) -> Problems:
    """Find scripts and event handlers in the text of a page."""
    for node in page.select("script:not([src])"):
        if is_code(node) and in_text(node, page):
            code = " ".join(node.text().split())[:40]
            message = f'a script in the text of the page: "{code}"'
            yield report(INLINE, message, page, project, literal=code, hint=_HINT)
    source = project.source(page)
    found = page.handlers
    if source is None or not source.path.endswith(".md"):
        # No template of ours made the rest of the page either.
        found = [(node, name) for node in page.select("*") for name in node.attributes]
    for node, name in found:
        if re.fullmatch(r"on[a-z]{3,24}", name):
            value = node.attributes.get(name) or ""
            message = f'the attribute {name} of <{node.tag}> holds a script: "{value}"'
            literal = value or name
            yield report(INLINE, message, page, project, literal=literal, hint="Take it out.")


def check_stopped_scripts(site: Site, project: Project) -> Problems:
    """Find scripts around the text that a policy stops; the theme's are the same on each page."""
    return tell_once(site.noted(note_stopped_scripts, project))


def note_stopped_scripts(page: Page, site: Site, project: Project) -> tuple[Noted, ...]:
    """Note the scripts around the text of a page that one of its policies stops."""
    policies = () if page.redirect else policies_of(page, site)
    return tuple(_stopped(page, policies, project)) if policies else ()


def _stopped(page: Page, policies: list[str], project: Project) -> Iterator[Noted]:
    for node in page.select("script:not([src])"):
        code = node.text()
        if not is_code(node) or in_text(node, page):
            continue
        if not all(allows_code(policy, code, "script-src-elem") for policy in policies):
            shown = " ".join(code.split())[:40]
            message = f'a script that the security policy does not name: "{shown}"'
            yield code, report(INLINE, message, page, project, literal=shown, hint=_HINT)


CHECK = Check((INLINE,), page=check_scripts, site=check_stopped_scripts, note=note_stopped_scripts)
