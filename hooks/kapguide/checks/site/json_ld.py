"""Check that what a page tells machines (JSON-LD) is well formed, and true of the page.

Types and properties are held against the part of schema.org that the site
uses: what else exists there needs a look before it goes into the table.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from markdown_citations.problems import did_you_mean
from selectolax.lexbor import LexborNode

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.machine_data.vocabulary import (
    PROPERTIES,
    TYPES,
    kinds_of,
    properties_of,
    takes_text,
    takes_thing,
)
from kapguide.pages.page import fold
from kapguide.project.menu_targets import menu_target

JSON_LD = Rule(
    "json-ld",
    "error",
    "Structured data can be read, uses types and properties of schema.org, and says what the page "
    "shows.",
    "schema.org; Google Search Central",
    '<script type="application/ld+json">{"@context": "https://schema.org", '
    '"@type": "MedicalWebpage"}</script>',
    '<script type="application/ld+json">{"@context": "https://schema.org", '
    '"@type": "MedicalWebPage"}</script>',
)

_Finding = tuple[str, str]
# A page has the same few types again and again.
_properties = functools.lru_cache(maxsize=64)(properties_of)
_takes_thing = functools.lru_cache(maxsize=256)(takes_thing)
_HINT = "Structured data is made by the build: see hooks/kapguide/machine_data."
_DEEPEST = 20
"""How many values may stand within each other; ours go down six."""
_KEYWORDS = frozenset({"@context", "@id", "@type", "@graph"})
_NO_LETTER = re.compile(r"[\W_]+")
_RECORDS = ("https://doi.org/", "https://pubmed.ncbi.nlm.nih.gov/")

_TRAIL = '"breadcrumb" has the step'


def check_json_ld(page: Page, project: Project) -> Problems:
    """Find structured data that is broken, made up, or other than what the page shows."""
    for node in page.select('script[type="application/ld+json" i]'):
        for message, hint in _read(node.text(), page):
            if message.startswith(_TRAIL) and not _is_listed_once(page, project):
                continue  # the menu is wrong, and what follows from it
            yield report(JSON_LD, message, page, project, hint=hint or _HINT)


def _read(text: str, page: Page) -> Iterator[_Finding]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield f"the structured data cannot be read: {error}", ""
        return
    if _goes_deep(data):
        yield f"the structured data goes deeper than {_DEEPEST} values within each other", ""
        return
    for root in data if isinstance(data, list) else [data]:
        if not isinstance(root, dict) or "schema.org" not in str(root.get("@context")):
            yield 'the structured data names no "@context" of schema.org', ""
            continue
        for item in root["@graph"] if isinstance(root.get("@graph"), list) else [root]:
            if isinstance(item, dict):
                yield from _check_terms(item)
                if "WebPage" in kinds_of(_types(item)):
                    yield from _check_page(item, page)


def _is_listed_once(page: Page, project: Project) -> bool:
    """Whether the menu, where there is one, has the page once and the home page as well."""
    menu = project.menu
    targets = [menu_target(item, menu) for item in menu.items] if menu else []
    source = project.source_name(page)
    return menu is None or ("index.md" in targets and targets.count(source) <= 1)


def _goes_deep(data: object) -> bool:
    level = [data]
    for _ in range(_DEEPEST):
        level = [inner for value in level for inner in _inside(value)]
    return bool(level)


def _inside(value: object) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _types(item: dict[str, Any]) -> list[str]:
    return [str(name) for name in _listed(item.get("@type"))]


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _check_terms(item: dict[str, Any]) -> Iterator[_Finding]:
    """Check a thing and all things in it: types, properties, and kinds of values."""
    types = _types(item)
    if not types:
        yield 'a part of the structured data has no "@type"', ""
    for name in types:
        if name not in TYPES:
            yield (
                f'"{name}" is no type of schema.org that this site uses',
                did_you_mean(name, TYPES),
            )
    known = _properties(tuple(types))
    for name, value in item.items():
        if name in _KEYWORDS:
            continue
        if known and name not in known:
            yield f'"{name}" is no property of {", ".join(types)}', did_you_mean(name, known)
        for part in _listed(value):
            if isinstance(part, dict):
                yield from _check_terms(part)
                inner = tuple(kind for kind in _types(part) if kind in TYPES)
                if inner and name in PROPERTIES and not _takes_thing(name, inner):
                    yield f'"{name}" takes no {", ".join(inner)}', ""
            elif name in PROPERTIES and not takes_text(name):
                yield f'"{name}" takes a thing with a type, not "{part}"', ""


def _check_page(item: dict[str, Any], page: Page) -> Iterator[_Finding]:
    """Check what the data says of the page itself."""
    title = page.tree.css_first("head title")
    titles = {fold(title.text()) if title else "", *(h.text for h in page.headings if h.level == 1)}
    said = fold(str(item.get("name", "")))
    if said and said not in titles:
        yield f'"name" says "{said}", and the page\'s title does not', ""
    for name, selector, attribute in (
        ("description", "meta[name=description]", "content"),
        ("url", "link[rel=canonical]", "href"),
        ("inLanguage", "html", "lang"),
    ):
        node = page.tree.css_first(selector)
        shown = fold((node.attributes.get(attribute) or "") if node else "")
        if name in item and fold(str(item[name])) != shown:
            yield f'"{name}" says "{item[name]}", and the page "{shown}"', ""
    yield from _check_days(item, page)
    yield from _check_trail(item.get("breadcrumb"), page)
    yield from _check_works(_listed(item.get("citation")), page)


def _check_days(item: dict[str, Any], page: Page) -> Iterator[_Finding]:
    for name, selector in (
        ("lastReviewed", "main time[data-review=reviewed]"),
        ("datePublished", "main time"),
    ):
        days = {node.attributes.get("datetime") for node in page.select(selector)}
        if name in item and str(item[name]) not in days:
            yield f'"{name}" says {item[name]}, a day that the page does not show', ""
    for person in _listed(item.get("reviewedBy")):
        name = str(person.get("name")) if isinstance(person, dict) else str(person)
        if not any(name in fold(node.text()) for node in page.select("main .review")):
            yield f'"reviewedBy" names {name}, whom the page does not name', ""


def _check_trail(trail: object, page: Page) -> Iterator[_Finding]:
    """Check that the steps stand in the order in which the page shows them, if it shows a trail."""
    steps = _listed(trail.get("itemListElement")) if isinstance(trail, dict) else []
    places = [step.get("position") for step in steps if isinstance(step, dict)]
    if places != list(range(1, len(places) + 1)):
        yield '"breadcrumb" does not count its steps from 1', ""
    shown = [fold(node.text()) for node in page.select("nav.breadcrumb li")]
    left = iter(shown)
    for step in steps if shown else ():
        name = fold(str(step.get("name"))) if isinstance(step, dict) else str(step)
        if not any(name == other for other in left):
            yield f'{_TRAIL} "{name}", which the page does not show there', ""
            return


def _check_works(works: list[Any], page: Page) -> Iterator[_Finding]:
    """Check that `citation` has the entries of the page's bibliography, and only those."""
    entries = {f"#{node.attributes.get('id')}": node for node in page.select("li.csl-entry[id]")}
    for work in works:
        said = work.get("@id") if isinstance(work, dict) else None
        entry = entries.pop(str(said), None)
        if entry is None:
            name = work.get("name", work) if isinstance(work, dict) else work
            yield f'"citation" has "{name}", which the page does not list', ""
        elif mistake := _compare_work(work, entry):
            yield mistake, ""
    for anchor in entries:
        yield f'"citation" lacks the entry {anchor} of the page', ""


def _compare_work(work: dict[str, Any], entry: LexborNode) -> str:
    """Say in what a work is other than its entry, if in anything."""
    text, name = entry.text(), str(work.get("name", ""))
    if name not in text and _letters(name) not in _letters(text):
        return f'"citation" has the title "{work.get("name")}", which its entry does not'
    if str(work.get("datePublished", ""))[:4] not in text:
        return f'"citation" dates "{work.get("name")}" {work.get("datePublished")}'
    links = {unquote(node.attributes.get("href") or "") for node in entry.css("a[href]")}
    records = {link for link in links if link.startswith(_RECORDS)}
    if "identifier" in work and records and unquote(str(work["identifier"])) not in records:
        return f'"citation" has {work["identifier"]}, which its entry does not link'
    return ""


def _letters(text: str) -> str:
    """Fold what styles change in a title: capitals, quotes, dashes, blanks."""
    return _NO_LETTER.sub("", text.casefold())


CHECK = Check((JSON_LD,), page=check_json_ld)
