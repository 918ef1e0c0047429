"""What a check is: its rules, and the functions that look for what breaks them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markdown_citations.problems import Problem, Rule

from kapguide.pages.page import Page
from kapguide.project.project import Project, Site

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

    def __post_init__(self) -> None:
        if not self.rules or not (self.page or self.site):
            raise ValueError("a Check needs rules, and a function as page= or site=")
