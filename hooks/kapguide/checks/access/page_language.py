"""Check that a page says which language it is in: screen readers choose their voice by it."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.words.language_tags import find_language, is_language

LANGUAGE = Rule(
    "page-language",
    "error",
    "A page names its own language, and each lang is one that exists.",
    "WCAG 2.2, 3.1.1 and 3.1.2",
    '<p lang="english">Bring a list.</p>',
    '<p lang="en">Bring a list.</p>',
)

_CURVED = "“”‘’"
"""Of these around a value markup-invalid tells."""


def check_language(page: Page, project: Project) -> Problems:
    """Find a page without a language or with the wrong one, and languages that do not exist."""
    own = "".join(node.attributes.get("lang") or "" for node in page.tree.css("html")).strip()
    site = project.words.language.partition("-")[0]
    hint = f'Write <html lang="{site}">.'
    if not own:
        message = "the page does not say its language"
        yield report(LANGUAGE, message, page, project, literal="<html", hint=hint)
    elif is_language(own) and own.lower().partition("-")[0] != site and not project.words.missing:
        message = f'the page says that it is in "{own}", and the site is in "{site}"'
        yield report(LANGUAGE, message, page, project, literal=f'lang="{own}"', hint=hint)
    for node in page.select("[lang]"):
        value = (node.attributes.get("lang") or "").strip()
        if value != own and not value and node.tag != "html":
            message = "a lang is empty"
        elif value and not is_language(value) and value[0] not in _CURVED:
            message = f'there is no language "{value}"'
        else:
            continue
        literal = f'lang="{value}"'
        meant = find_language(value, site)
        hint = f'Write lang="{meant}".' if meant else "Write its code, as en, es or zh."
        yield report(LANGUAGE, message, page, project, literal=literal, hint=hint)


CHECK = Check((LANGUAGE,), page=check_language)
