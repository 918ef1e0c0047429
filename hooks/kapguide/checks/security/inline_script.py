"""Check that a page runs no script but those of its templates, and these by its policies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site, report
from kapguide.checks.once import Noted, tell_once
from kapguide.front_matter.setting_lines import Setting, read_setting_lines
from kapguide.pages.source_lines import Source
from kapguide.security.as_served import in_text, inline_scripts, policies_of
from kapguide.security.judging import allows_code
from kapguide.security.template_code import read_template_code

INLINE = Rule(
    "inline-script",
    "error",
    "A script stands in a file of its own, or in a template, and the security policy names its "
    "hash; no page and no setting holds one, and no attribute does.",
    "W3C Content Security Policy",
    "<script>track('risks')</script>",
    "The page about risks.",
)

_HINT = "Take it out, or put it into a file of docs/assets."
_ENTITY = re.compile(r"<!ENTITY[^>]*", re.I)
_FEWEST = 5
"""A value of so many signs, digits among them, is in a script by no chance."""
_HANDLER = re.compile(r"on[a-z]{3,24}")


def check_scripts(page: Page, project: Project) -> Problems:
    """Find scripts in the text of a page, and event handlers anywhere on it."""
    for node in inline_scripts(page):
        if page.drawing or in_text(node, page):
            message = f'a script in the text of the page: "{_short(node.text())}"'
            literal = _first_line(node.text())
            yield report(INLINE, message, page, project, literal=literal, hint=_HINT)
    for node in page.select("*"):
        attributes = node.attributes
        for name in filter(_HANDLER.fullmatch, attributes):
            value = attributes[name] or ""
            message = f'the attribute {name} of <{node.tag}> holds a script: "{value[:80]}"'
            literal = _first_line(value) or name
            yield report(INLINE, message, page, project, literal=literal, hint="Take it out.")

    if page.drawing and (entity := _ENTITY.search(page.html)):
        # It may stand for anything, and is filled in when the drawing is shown.
        message, literal = "an entity of its own may hold a script", entity[0]
        yield report(INLINE, message, page, project, literal=literal, hint="Take it out.")


def check_other_scripts(site: Site, project: Project) -> Problems:
    """Find scripts around the text that no template has, or that a policy stops."""
    return tell_once(site.noted(note_other_scripts, project))


def note_other_scripts(page: Page, site: Site, project: Project) -> tuple[Noted, ...]:
    """Note the scripts around the text of a page that do not belong there."""
    return () if page.redirect else tuple(_judge(page, policies_of(page, site), project))


def _judge(page: Page, policies: list[str], project: Project) -> Iterator[Noted]:
    known = read_template_code(project.page_templates)
    for node in inline_scripts(page):
        code = node.text()
        if in_text(node, page):
            continue
        if project.page_templates and not known.has_script(code):
            message = f'a script that no template has: "{_short(code)}"'
        elif not all(allows_code(policy, code, "script-src-elem") for policy in policies):
            message = f'a script that the security policy does not name: "{_short(code)}"'
        else:
            continue
        if project.config and (made := _find_setting(code, project.config)):
            hint = f"The theme makes it of {'.'.join(made.names)}: take that setting out."
            yield code, INLINE.problem(message, project.config.path, made.line, hint)
            continue
        literal = _first_line(code)
        yield code, report(INLINE, message, page, project, literal=literal, hint=_HINT)


def _find_setting(code: str, config: Source) -> Setting | None:
    """Find the setting that a theme has filled into a script, such as a name for a counter."""
    for setting in read_setting_lines(config.text):
        value = setting.text or ""
        if len(value) >= _FEWEST and any(map(str.isdigit, value)) and value in code:
            return setting
    return None


def _short(code: str) -> str:
    return " ".join(code.split())[:40]


def _first_line(code: str) -> str:
    """Return what an editor's search finds in the source."""
    return next((line.strip() for line in code.splitlines() if line.strip()), "")


CHECK = Check(
    (INLINE,),
    page=check_scripts,
    site=check_other_scripts,
    note=note_other_scripts,
    drawings=True,
)
