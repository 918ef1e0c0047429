"""Check that a page in another language follows what the first language says today."""

from __future__ import annotations

from dataclasses import replace

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report_setting
from kapguide.problems.invocation import COMMAND
from kapguide.project.editions.following import FOLLOWS, MARK, find_followed, has_mark
from kapguide.project.menu_targets import find_listed
from kapguide.project.moved.redirects import cause_page, read_redirects

BEHIND = Rule(
    "translation-behind",
    "warning",
    "A page in another language follows what the page of the same name says today.",
    "KAP Guide",
    "---\nfollows: 2026-01-31\nfollows_text: 0123456789ab\n---",
    "---\nfollows: 2026-11-29\nfollows_text: 5e0a6f6b2c1d\n---",
)


def check_translation(page: Page, project: Project) -> Problems:
    """Find a page that follows no other, or one that has changed since."""
    followed, source = project.languages.followed, project.markdown(page)
    if followed is None or source is None:
        return
    name, front = project.source_name(page), source.front_matter
    first = followed.get(name)
    hint = f"Compare the two, mend this page, and run: {COMMAND} translated {source.path}"
    cause = ""
    if first is None:
        moved = next((new for new, own in followed.items() if name in read_redirects(own)), "")
        meant = moved or find_followed(source, followed)
        message = f"it follows no page: none in the first language is called {name}"
        hint = "Give it the name of the page that it follows, or delete it."
        if moved:
            message += " any more"
            hint = (
                f"Rename it to {moved} as well, there and in this language's menu, and write "
                f"redirects: [{name}] at its top."
            )
        elif meant and meant not in project.sources:
            hint = f"Call it {meant}, as the page that it follows, here and in the menu."
            cause = cause_page(meant if _is_asked_for(meant, project) else name)
    elif not front.get(FOLLOWS) or not front.get(MARK):
        message = f"it does not say which text of {first.path} it follows"
    elif not has_mark(str(front.get(MARK)), name, followed):
        message = f"{first.path} has changed since {front.get(FOLLOWS)}, whose text this page has"
    else:
        return
    found = report_setting(BEHIND, message, page, project, setting=FOLLOWS, hint=hint)
    yield replace(found, cause=cause)


def _is_asked_for(name: str, project: Project) -> bool:
    """Whether the menu or a page of this language leads to a page, whether it is there or not."""
    linked = (source.find_literal(f"]({name}") for source in project.sources.values())
    return name in find_listed(project) or any(linked)


CHECK = Check((BEHIND,), page=check_translation)
