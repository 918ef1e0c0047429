"""Hold that every link and file inside the site leads somewhere.

MkDocs checks links in Markdown; this looks at the built HTML, so that links of
templates, of hand-written pages and of generated lists are checked as well.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

from kapguide.page_checks.menu_items import find_astray
from kapguide.page_checks.project import Project, Site, report
from kapguide.pages import Page
from kapguide.problems import Problem, Rule, nearest

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
RULES = (LINK, ANCHOR)

_SELECTOR = (
    "a[href], area[href], link[href], img[src], script[src], source[src], video[src], "
    "audio[src], track[src], iframe[src], embed[src], object[data]"
)
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.I)


@dataclass(frozen=True, slots=True)
class _Map:
    """What can be linked to."""

    files: Mapping[str, int]
    pages: Mapping[str, Page]
    base: str
    """The path that the site's own absolute addresses start with, with its slash."""
    host: str
    complete: bool
    ids: dict[str, frozenset[str]]
    """The anchors of the pages that were asked for so far."""

    def resolve(self, path: str) -> str | None:
        """Return the file that an address without fragment leads to, if there is one."""
        if path in self.files:
            return path
        index = f"{path}/index.html".lstrip("/")
        return index if index in self.files else None

    def anchors(self, path: str) -> frozenset[str]:
        """Return the ids of a page, and the names of its old-fashioned anchors."""
        if path not in self.ids:
            page = self.pages[path]
            self.ids[path] = frozenset(
                node.attributes.get(name) or ""
                for selector, name in (("[id]", "id"), ("a[name]", "name"))
                for node in page.select(selector)
            )
        return self.ids[path]


def check_links(site: Site, project: Project) -> Iterator[Problem]:
    """Find links to files and anchors that do not exist."""
    known = _Map(
        site.files,
        {page.url: page for page in site.pages},
        project.base.rstrip("/") + "/",
        project.host,
        site.complete,
        {},
    )
    menus: dict[tuple[str, str], _Broken] = {}
    for page in site.pages:
        judged: dict[str, tuple[Rule, str, str, str] | None] = {}
        told: set[str] = set()
        for node, address in _addresses(page):
            if address not in judged:
                judged[address] = _check_address(address, page.url, known)
            wrong = judged[address]
            if wrong is None:
                continue
            broken = _Broken(*wrong, address, page, " ".join(node.text().split()))
            if _in_menu(node):
                # A menu stands on every page, and its mistake is one.
                first = menus.setdefault((broken.rule.code, broken.target), broken)
                first.pages.add(page.url)
            elif address not in told:
                told.add(address)
                yield _report(broken, project)
    # check_menu names the line and the page that was meant; once is enough.
    told_there = {item.target.partition("#")[0].strip("/") for item in find_astray(site, project)}
    for broken in menus.values():
        if broken.target.strip("/") not in told_there:
            yield _report_menu(broken, project)


@dataclass(slots=True)
class _Broken:
    """A link that leads nowhere."""

    rule: Rule
    target: str
    wrong: str
    hint: str
    address: str
    page: Page
    text: str
    pages: set[str] = field(default_factory=set)
    """The pages whose menu has it."""


def _addresses(page: Page) -> Iterator[tuple[LexborNode, str]]:
    """Give the addresses of a page, each with its element."""
    for node in page.select(_SELECTOR):
        attributes = node.attributes
        address = attributes.get("href") or attributes.get("src") or attributes.get("data")
        if address:
            yield node, address.strip()


def _in_menu(node: LexborNode) -> bool:
    found: LexborNode | None = node
    while found is not None:
        if found.tag in {"nav", "header", "footer", "head"}:
            return True
        found = found.parent
    return False


def _report(broken: _Broken, project: Project) -> Problem:
    message = f'the link "{broken.address}" {broken.wrong}'
    typed = _typed(broken.page, project, broken.address)
    source = project.source(broken.page)
    # A link may have the words of a link in some template.
    text = broken.text if source is None or source.find(broken.text) else ""
    return report(
        broken.rule, message, broken.page, project, literal=typed, text=text, hint=broken.hint
    )


def _report_menu(broken: _Broken, project: Project) -> Problem:
    path, line = project.place_shared(broken.page, posixpath.basename(broken.target), broken.text)
    number = len(broken.pages)
    where = f" in the menu of {number} pages" if number > 1 else " in the menu"
    message = f'the link "{broken.address}"{where} {broken.wrong}'
    return Problem(broken.rule.code, message, path, line, broken.hint, broken.rule.severity)


def _check_address(address: str, url: str, known: _Map) -> tuple[Rule, str, str, str] | None:
    own = _own(address, known.host)
    if own is None:
        return None
    path, _, fragment = own.partition("#")
    path = unquote(path.partition("?")[0])
    if path.startswith("/"):
        if not f"{path}/".startswith(known.base):
            hint = f"Write it relative to the page; absolute ones start with {known.base} here."
            return LINK, path, "leads out of the site", hint
        target = path[len(known.base) :].strip("/")
    else:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(url), path)) if path else url
    target = "" if target == "." else target
    found = known.resolve(target) if not target.startswith("..") else None
    if found is None:
        if not known.complete:
            return None
        return LINK, target, "leads nowhere", _suggest(target, known)
    if fragment and found in known.pages:
        return _check_fragment(unquote(fragment), found, known)
    return None


def _check_fragment(fragment: str, found: str, known: _Map) -> tuple[Rule, str, str, str] | None:
    fragment = fragment.partition(":~:")[0]
    if not fragment or fragment.lower() == "top" or fragment in known.anchors(found):
        return None
    match = nearest(fragment, known.anchors(found))
    hint = f'Did you mean "#{match}"?' if match else "Look up the heading's anchor on that page."
    return ANCHOR, f"{found}#{fragment}", "names a part that the page does not have", hint


def _own(address: str, host: str) -> str | None:
    """Return the address within the site, or None where it leads elsewhere."""
    if not _SCHEME.match(address):
        return address
    match = re.match(r"^(?:https?:)?//([^/?#]*)([^?#]*)(.*)$", address, re.I)
    if match and host and match[1].lower() == host:
        return (match[2] or "/") + match[3]
    return None


def _suggest(target: str, known: _Map) -> str:
    """Look for the nearest page or file by its own name: the folder is seldom mistyped."""
    ending = ".md" if target.endswith(".md") else ""
    name = _last(target.removesuffix(".md"))
    paths = [path.removesuffix("index.html").rstrip("/") for path in known.files]
    names = {_last(path): path for path in sorted(paths, reverse=True) if path}
    match = nearest(name, names)
    if match is None:
        return "See whether the page was renamed or removed."
    whole = match == name or "." in match  # a file is linked by its folder too
    return f'Did you mean "{names[match] if whole else match}{ending}"?'


def _last(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def _typed(page: Page, project: Project, address: str) -> str:
    """Return what an editor is likely to have typed, if the source has it."""
    source = project.source(page)
    path, mark, fragment = address.partition("#")
    stem = path.rstrip("/").rsplit("/", 1)[-1]
    candidates = [address, unquote(address)]
    if mark:
        candidates += [f"{stem}.md#{fragment}", f"(#{fragment})", f"#{fragment}"]
    else:
        candidates += [f"{stem}.md"] if stem.strip(".") else []
    for candidate in candidates:
        if source and candidate and source.find_literal(f"({candidate}"):
            return f"({candidate}"
    return candidates[0] if source and source.find_literal(address) else ""
