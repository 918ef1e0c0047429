"""All page checks, and the one table of their codes.

A check on a page is handed each page but redirect stubs; a check on the site
sees all files, and what it noted of each page: no tree outlives its page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markdown_citations.problems import Problem, Rule

from kapguide.checks import allowing
from kapguide.checks.claims import (
    balance,
    claim_uncited,
    comparisons,
    design,
    promise,
    safety_hidden,
)
from kapguide.checks.links import links
from kapguide.checks.markup import (
    citation_left,
    headings,
    images,
    key_points,
    leftovers,
    link_text,
    lists,
    tables,
)
from kapguide.checks.notices import crisis, disclaimer, notice_source, notice_styles, numbers
from kapguide.checks.review import reviewed
from kapguide.checks.security import policies, scripts, third_party
from kapguide.checks.site import encoding, json_ld, menu_items, preview_left, titles, weight
from kapguide.checks.words import reading_level, stigma
from kapguide.pages.page import Page
from kapguide.project.project import Project, Site

PAGE_CHECKS: tuple[Callable[[Page, Project], Iterable[Problem]], ...] = (
    disclaimer.check_disclaimer,
    crisis.check_crisis,
    notice_styles.check_page_styles,
    balance.check_notices,
    numbers.check_numbers,
    citation_left.check_citation_left,
    claim_uncited.check_claims,
    comparisons.check_comparisons,
    design.check_design,
    promise.check_promises,
    stigma.check_stigma,
    balance.check_balance,
    safety_hidden.check_safety_hidden,
    reviewed.check_review,
    reviewed.check_dated_facts,
    reading_level.check_reading_level,
    headings.check_headings,
    key_points.check_key_points,
    titles.check_title,
    link_text.check_link_text,
    images.check_images,
    lists.check_lists,
    tables.check_tables,
    leftovers.check_leftovers,
    encoding.check_encoding,
    third_party.check_third_party,
    scripts.check_scripts,
    json_ld.check_json_ld,
)

Note = Callable[[Page, Site, Project], object]

NOTES: tuple[Note, ...] = (
    crisis.note_place,
    links.note_links,
    menu_items.note_source,
    preview_left.note_panel,
    titles.note_title,
    policies.note_policies,
    weight.note_load,
)
"""What the checks on the site keep of each page, once it was looked at."""

SITE_CHECKS: tuple[Callable[[Site, Project], Iterable[Problem]], ...] = (
    crisis.check_crisis_place,
    notice_styles.check_notice_styles,
    links.check_links,
    menu_items.check_menu,
    preview_left.check_preview,
    titles.check_titles,
    third_party.check_styles,
    policies.check_policies,
    weight.check_weight,
)

_MODULES = (
    disclaimer,
    crisis,
    notice_source,
    balance,
    numbers,
    citation_left,
    claim_uncited,
    comparisons,
    design,
    promise,
    stigma,
    safety_hidden,
    reviewed,
    reading_level,
    headings,
    key_points,
    titles,
    link_text,
    images,
    lists,
    tables,
    leftovers,
    encoding,
    third_party,
    scripts,
    policies,
    json_ld,
    links,
    menu_items,
    preview_left,
    weight,
    allowing,
)

RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in module.RULES)
"""Each code's rule, in the order of the checks."""
