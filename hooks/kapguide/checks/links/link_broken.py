"""Check that every link and file inside the site leads somewhere.

MkDocs checks links in Markdown; this looks at the built HTML, so that links of
templates, of hand-written pages and of generated lists are checked as well.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote

from markdown_citations.problems import ask_meant
from selectolax.lexbor import LexborNode

from kapguide.checks.definition import Check, Page, Place, Problem, Problems, Project, Rule, Site
from kapguide.checks.files.file_name import is_built, judge_name
from kapguide.pages.linking import LEADS, LOADS
from kapguide.pages.local_files import is_local
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import Source
from kapguide.pages.visibility import with_above
from kapguide.project.addresses import Anchors, Part, Wrong, advise_form, judge_address, judge_part
from kapguide.project.editions.following import advise_name
from kapguide.project.menu_targets import find_astray
from kapguide.project.moved.meant_files import (
    AS_MARKDOWN,
    advise_ending,
    advise_moved,
    advise_titled,
    find_alike,
    find_followed_target,
    find_meant,
    find_named,
    find_source_file,
    find_source_target,
    find_typed,
    find_written,
)
from kapguide.project.moved.moved_folders import find_moved_links
from kapguide.project.moved.redirects import cause_page

LINK = Rule(
    "link-broken",
    "error",
    "Every link inside the site leads to a page or file that exists.",
    "WCAG 2.2; NHS content guide",
    "[the risks](riks.md)",
    "[the risks](risks.md)",
)
ANCHOR = Rule(
    "anchor-broken",
    "error",
    "A link to a part of a page names a part that exists.",
    "WCAG 2.2; NHS content guide",
    "[serious risks](risks.md#serius)",
    "[serious risks](risks.md#serious)",
)


RENAMED = (
    "Was the page renamed? Write the new name, and redirects: [{}] at the top of the new page."
)
_GONE = "See whether it was renamed or removed."


class _Link(NamedTuple):
    """A link that leads nowhere, or to a part of another page."""

    address: str
    leads: Wrong | Part
    text: str
    menu: bool
    """It stands in a menu, header or footer."""


class _Linked(NamedTuple):
    """What is kept of a page: its anchors, and what is or may be wrong with its links."""

    place: Place
    anchors: Anchors
    links: tuple[_Link, ...]


@dataclass(slots=True)
class Broken:
    """A file or a part of a page that is not there, and all links to it."""

    rule: Rule
    wrong: Wrong
    address: str
    page: Place
    text: str
    menu: bool
    pages: set[str] = field(default_factory=set)
    """The pages whose menu has it."""
    texts: set[str] = field(default_factory=set)
    """The words of all links."""
    parts: set[str] = field(default_factory=set)
    """The parts of the page that they ask for."""
    places: dict[tuple[str, int | None], None] = field(default_factory=dict)
    """Where the links stand, the first at `page`."""

    @property
    def start(self) -> tuple[str, str]:
        """The folder of all pages that have the link, and its address, if it is one of Markdown."""
        folders = {posixpath.dirname(path) for path, _ in self.places}
        alone = self.rule is LINK and len(folders) == 1
        return (folders.pop(), self.address) if alone else ("", "")


def find_broken(site: Site, project: Project) -> Mapping[str, Broken]:
    """Find what links lead to and is not there, by its name: one cause has many links."""
    noted = site.noted(note_links, project)
    anchors = {page.place.url: page.anchors for page in noted}
    anchors |= _read_abroad(noted, site, project)
    found: dict[str, Broken] = {}
    for place, _, links in noted:
        for address, leads, text, menu in links:
            wrong = leads if isinstance(leads, Wrong) else judge_part(leads, anchors)
            named = find_named(address, place, project)
            html = named and not judge_name(named) and is_built(named, site)
            if wrong is None or (named and not html):
                continue  # of a name with # or % in it, file-name says who links it
            if html:
                wrong = wrong._replace(hint=AS_MARKDOWN.format(address))
            if isinstance(leads, Part):
                address = find_written(address, place, project)  # noqa: PLW2901
            target = "" if menu else find_source_target(address, place, project)
            target = target or ("" if menu else find_source_file(address, place, project))
            typed = None if menu else _place(address, text, place, project)
            if typed and not target and any(typed[0] == one.path for one in _notices(project)):
                target = address  # a notice's link leads from each page to somewhere else
            rule = LINK if isinstance(leads, Wrong) else ANCHOR
            cause = f"{'menu ' if menu else ''}{(rule is LINK and target) or wrong.target}"
            broken = found.setdefault(cause, Broken(rule, wrong, address, place, text, menu))
            broken.pages.add(place.url)
            broken.texts.add(text)
            broken.parts.update(filter(None, unquote(address).partition("#")[2:]))
            for one in find_alike(address, typed, place, project, html=bool(html)) if typed else ():
                broken.places.setdefault(one)
    return found


def _read_abroad(noted: Sequence[_Linked], site: Site, project: Project) -> dict[str, Anchors]:
    """Read the anchors of pages in other languages, or shared, where those are built already."""
    parts = (link.leads for page in noted for link in page.links)
    names = {part.page for part in parts if isinstance(part, Part)}
    abroad, shares = project.languages.elsewhere, project.languages.shares
    texts = {name: site.read(name) for name in names if name in abroad or shares(name)}
    pages = {
        name: parse_page(text.decode("utf-8", "replace"), name, name)
        for name, text in texts.items()
        if text
    }
    return {name: _anchors_of(page) for name, page in pages.items()}


def check_links(site: Site, project: Project) -> Problems:
    """Find links to files and anchors that do not exist."""
    # menu-unknown names the line and the page that was meant; once is enough.
    astray = {item.target.partition("#")[0] for item in find_astray(site, project)}
    told = astray | {posixpath.normpath(target).strip("/") for target in astray}
    home = "index.html" in site.files
    found = find_broken(site, project)
    moved = find_moved_links((one.start for one in found.values()), site, project)
    for cause, broken in sorted(found.items(), key=lambda item: item[1].menu):
        target = broken.wrong.target.strip("/")
        if not target and not home:
            continue  # home-missing says so
        if broken.menu and target not in told:
            yield _report_menu(broken, site, project)
        elif meant := moved.get(broken.start):
            yield from _report_moved(broken, meant)
        elif not broken.menu:
            hint = broken.wrong.hint or _advise(broken, site, project)
            yield from _report(broken, hint, _cause(broken, project) or cause_page(cause))


def note_links(page: Page, site: Site, project: Project) -> _Linked:
    """Note a page's anchors, and those of its links that are not surely right."""
    anchors = _anchors_of(page)
    here = frozenset("\0".join(anchors).split("\0"))
    judged: dict[str, Wrong | Part | None] = {}
    kept: dict[tuple[str, bool], _Link] = {}
    for link in page.links:
        if link.does not in (LOADS, LEADS):
            continue
        node, address = link.node, link.address.strip()
        if not address or (address[0] == "#" and address[1:] in here):
            continue
        if is_local(address):  # file-local says so
            continue
        if address not in judged:
            leads = judge_address(address, page.url, site, project)
            is_here = isinstance(leads, Part) and leads.page == page.url and leads.name in here
            judged[address] = None if is_here else leads
        leads = judged[address]
        if leads is not None:
            menu = _in_menu(node)
            if (address, menu) not in kept:
                text = " ".join(node.text().split())
                typed = not menu and isinstance(leads, Wrong)
                written = find_written(address, page, project) if typed else address
                kept[address, menu] = _Link(written, leads, text, menu)
    return _Linked(Place(page.path, page.url), anchors, tuple(kept.values()))


def _anchors_of(page: Page) -> Anchors:
    inside = page.main.css("[id]") if page.main is not None else ()
    ids = (node.attributes.get("id") for node in inside)
    named = (node.attributes.get("name") for node in page.select("a[name]"))
    own = dict.fromkeys(filter(None, (*ids, *named)))
    return Anchors("\0".join(own), "\0".join(name for name in page.ids if name not in own))


def _in_menu(node: LexborNode) -> bool:
    return any(one.tag in {"nav", "header", "footer", "head"} for one in with_above(node))


def _place(address: str, text: str, page: Place, project: Project) -> tuple[str, int | None]:
    source, typed = project.source(page), find_typed(address, page, project)
    for notice in () if typed else _notices(project):
        line = notice.find_literal(f"({address})")
        if line:
            return notice.path, line
    # A link may have the words of a link in some template.
    text = text if source is None or source.find(text) else ""
    return project.place(page, text, typed)


def _notices(project: Project) -> list[Source]:
    """Return what stands on pages and is no part of their Markdown."""
    return [template for template in project.templates if template.path.endswith(".md")]


def _report(broken: Broken, hint: str, cause: str) -> Problems:
    """Say the same wherever one thing is linked, so that it is told as one cause."""
    message = f'the link "{broken.address}" {broken.wrong.wrong}'
    for path, line in broken.places:
        yield broken.rule.problem(message, path, line, hint, cause)


def _cause(broken: Broken, project: Project) -> str:
    """Name the page, or the part of it, that is not there, in whichever language it is linked."""
    _, name = find_followed_target(broken.address, broken.page, project)
    if broken.rule is ANCHOR and not name:
        name = find_source_target(broken.address, broken.page, project)
    part = broken.address[broken.address.find("#") :] if broken.rule is ANCHOR else ""
    return cause_page(name + part) if name else ""


def _report_moved(broken: Broken, meant: str) -> Problems:
    """Say the same of all links that would lead somewhere from another folder."""
    message = "links lead nowhere from the folder of this page"
    for path, line in broken.places:
        hint = f'Write "{meant}" for "{broken.address}", and begin the others like it.'
        yield LINK.problem(message, path, line, hint, f"links from {posixpath.dirname(path)}")


def _advise(broken: Broken, site: Site, project: Project) -> str:
    """Say what was meant, or what to do about a page that is no more."""
    page, target = broken.page, broken.wrong.target
    if any(path == notice.path for path, _ in broken.places for notice in _notices(project)):
        page, target = Place("", "index.html"), broken.address  # its links start at docs
    wanted = find_source_target(broken.address, page, project)
    followed = project.languages.followed or {}
    here = project.source_name(page)
    said = advise_form(broken.address) or advise_name(wanted, here, project.sources, followed)
    if said:
        return said
    if moved := advise_moved(broken.address, wanted, broken.page, project):
        return moved
    wanted = wanted or find_followed_target(broken.address, broken.page, project)[1]
    if saved := advise_ending(wanted, site, project) if wanted else "":
        return saved
    if meant := find_meant(broken.address, target, page, site, project):
        return ask_meant(broken.address, meant + "".join(broken.address.partition("#")[1:]))
    renamed = f"{RENAMED.format(wanted)} Was it removed? Take the links out." if wanted else _GONE
    noted = site.noted(note_links, project) if broken.parts else ()
    holding = (one.place for one in noted if broken.parts.issubset(one.anchors.own.split("\0")))
    holders = [project.source_name(place) for place in holding]
    return advise_titled(broken.texts, holders, wanted, page, project) or renamed


def _report_menu(broken: Broken, site: Site, project: Project) -> Problem:
    target, wrong, hint = broken.wrong
    hint = hint or _advise(broken, site, project)
    path, line = project.place_shared(broken.page, posixpath.basename(target), broken.text)
    number = len(broken.pages)
    where = f" in the menu of {number} pages" if number > 1 else " in the menu"
    message = f'the link "{broken.address}"{where} {wrong}'
    return broken.rule.problem(message, path, line, hint)


CHECK = Check((LINK, ANCHOR), site=check_links, note=note_links)
