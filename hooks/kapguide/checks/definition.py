"""What a check is, and what a file that holds one is made of: import it from here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from markdown_citations.problems import Problem, Rule, find_line
from selectolax.lexbor import LexborNode

from kapguide.front_matter.parsing import KeyPath
from kapguide.pages.page import Page
from kapguide.pages.visibility import with_above
from kapguide.project.project import Named, Place, Project, Site

__all__ = [
    "Check",
    "Note",
    "Page",
    "Place",
    "Problem",
    "Problems",
    "Project",
    "Rule",
    "Site",
    "report",
    "report_meta",
    "report_node",
    "report_setting",
]

_MENUS = frozenset({"nav", "header", "footer"})
Problems = Iterator[Problem]
"""What a check gives."""
Note = Callable[[Page, Site, Project], object]


@dataclass(frozen=True, slots=True)
class Check:
    """One check; a file in a family's folder registers it by defining it.

    Raises ValueError where it has nothing to say or nowhere to look.
    """

    rules: tuple[Rule, ...]
    """What it reports; documented wherever codes are."""
    page: Callable[[Page, Project], Iterable[Problem]] | None = None
    """Looks at one page; called with each but redirect stubs."""
    site: Callable[[Site, Project], Iterable[Problem]] | None = None
    """Looks at the whole site, once all pages have gone by."""
    note: Note | None = None
    """Keeps of each page the little that `site` asks for, so that no tree outlives its page;
    `Site.noted` gives it."""
    drawings: bool = False
    """Whether `page` is called with drawings, too: they are shown as pages are."""

    def __post_init__(self) -> None:
        if not self.rules or not (self.page or self.site):
            raise ValueError("a Check needs rules, and a function as page= or site=")


def report(
    rule: Rule,
    message: str,
    page: Named,
    project: Project,
    *,
    text: str = "",
    literal: str = "",
    hint: str = "",
) -> Problem:
    """Make a problem of a rule, at the source line that a text came from."""
    path, line = project.place(page, text, literal)
    return rule.problem(message, path, line, hint)


def report_meta(
    rule: Rule,
    message: str,
    page: Named,
    project: Project,
    *,
    meta: Mapping[str, str | None],
    hint: str = "",
) -> Problem:
    """Make a problem of a rule at the line of a tag's content, in the quotes that a file has."""
    typed = re.compile(rf"content\s*=\s*[\"']?{re.escape(meta.get('content') or '')}", re.I)
    texts = [one.text for one in (project.source(page), *project.templates) if one]
    literal = next((match[0] for text in texts if (match := typed.search(text))), "")
    return report(rule, message, page, project, literal=literal, hint=hint)


def report_node(
    rule: Rule,
    message: str,
    page: Page,
    project: Project,
    *,
    node: LexborNode,
    attribute: str,
    hint: str = "",
) -> Problem:
    """Make a problem of a rule at the line of an element's attribute, which others may have, too.

    Where the file has the attribute as often as the page, both have it in the same order.
    """
    value = node.attributes.get(attribute)
    literal = attribute if value is None else f'{attribute}="{value}"'
    path, line = project.place(page, "", literal)
    if line is None:  # typed in other letters or signs
        path, line = project.place(page, "", attribute)
    source = project.source(page)
    found = page.main.css(f"[{attribute}]") if page.main is not None else []
    alike = [one for one in found if one.attributes.get(attribute) == value]
    same = [one for one in alike if not any(above.tag in _MENUS for above in with_above(one))]
    if source and source.text.count(literal) == len(same):
        at = next((at for at, one in enumerate(same) if one.mem_id == node.mem_id), None)
        line = line if at is None else find_line(source.text, literal, at + 1)
    return rule.problem(message, path, line, hint)


def report_setting(
    rule: Rule,
    message: str,
    page: Named,
    project: Project,
    *,
    setting: str | KeyPath,
    hint: str = "",
) -> Problem:
    """Make a problem of a rule, at the line of a setting in the front matter, or inside one."""
    source = project.source(page)
    if source is None:
        return rule.problem(message, page.path, hint=hint)
    path = (setting,) if isinstance(setting, str) else setting
    line = source.front_matter.find_line(*path) or 1
    return rule.problem(message, source.path, line, hint)
