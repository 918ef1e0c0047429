"""Check that a page holds no style that its security policies stop."""

from __future__ import annotations

from collections.abc import Iterator

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site, report
from kapguide.checks.once import Noted, tell_once
from kapguide.pages.wording.pasted_markup import is_pasted
from kapguide.security.as_served import policies_of
from kapguide.security.judging import allows_code, allows_style_attributes
from kapguide.security.template_code import read_template_code

STYLE = Rule(
    "policy-style",
    "error",
    'A page holds no style="…", and no style element but its template\'s, named by its security '
    "policy: browsers would leave it out, though the live preview shows it.",
    "W3C CSP Level 3",
    '<p style="color: red">Bring somebody with you.</p>',
    '<p class="warning">Bring somebody with you.</p>',
)


def check_styles(site: Site, project: Project) -> Problems:
    """Find style elements that no template has, and what else a policy stops."""
    return tell_once(site.noted(note_styles, project))


def note_styles(page: Page, site: Site, project: Project) -> tuple[Noted, ...]:
    """Note the styles of a page that do not belong there."""
    return () if page.redirect else tuple(_judge(page, policies_of(page, site), project))


def _judge(page: Page, policies: list[str], project: Project) -> Iterator[Noted]:
    known = read_template_code(project.page_templates)
    for node in page.select("style"):
        code = node.text()
        shown = " ".join(code.split())[:40]
        if project.page_templates and not known.has_style(code):
            message = f'a style that no template has: "{shown}"'
        elif not all(allows_code(policy, code, "style-src-elem") for policy in policies):
            message = f'a style that the security policy does not name: "{shown}"'
        else:
            continue
        literal = next((line.strip() for line in code.splitlines() if line.strip()), "")
        hint = "Take it out, or put it into a file of docs/assets."
        yield code, report(STYLE, message, page, project, literal=literal, hint=hint)
    if all(map(allows_style_attributes, policies)):
        return
    for node in page.select("[style]"):
        if is_pasted(node):  # pasted-html says what to do
            continue
        style = node.attributes.get("style") or ""
        message = f'browsers leave out style="{style[:40]}" of <{node.tag}>'
        hint = "Use a class instead, and say its looks in a file of docs/assets."
        yield None, report(STYLE, message, page, project, literal=style, hint=hint)


CHECK = Check((STYLE,), site=check_styles, note=note_styles)
