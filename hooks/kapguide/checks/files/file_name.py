"""Check that each file of docs/ has a name that is an address everywhere.

A browser writes `%20` for a blank and `%C3%A9` for é, cuts the address at # and ?, and some
computers take `Risks.md` for `risks.md`.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import unquote

from kapguide.checks.definition import Check, Problem, Problems, Project, Rule, Site
from kapguide.checks.files.file_stray import MADE_OF_PAGES, find_stray, is_draft
from kapguide.pages.source_lines import PAGES
from kapguide.problems.causes import Place, format_places
from kapguide.project.engine_pages.page_list import HOMES
from kapguide.project.menu_targets import built_names
from kapguide.project.moved.redirects import cause_page

NAME = Rule(
    "file-name",
    "warning",
    "The name of a page has small letters, digits and hyphens alone, for it is its address; that "
    "of another file may have capitals. No two names differ by capitals alone.",
    "RFC 3986, section 2.3; KAP Guide",
    "docs/Our café.md",
    "docs/our-cafe.md",
)

_LONGEST = 80
_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?", re.I)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.I)
"""What Windows keeps for devices: no file may have such a name there."""
_LINK = re.compile(r"\]\(\s*(?:<(?P<quoted>[^>\n]+)>|(?P<plain>[^)\s]+))")
_HINT = "Call it {}, in the menu and in links as well."


def check_names(site: Site, project: Project) -> Problems:
    """Find names that are no addresses, pages with one address, and who links them."""
    if not site.complete:
        return
    built = {name for name in project.sources if is_built(name, site)}
    # Other files lie as in docs/; pages, and what is made of them, are not there.
    files = {n for n in site.files if ".html" not in n and not n.startswith(MADE_OF_PAGES)}
    files = {name for name in files if not project.languages.shares(name)}
    names = sorted(built | files)
    docs = project.includes.rpartition("/")[0]
    for name in names:
        # What is none of the site has one message already.
        stray = is_draft(name) if name in project.sources else find_stray(name)
        if wrong := "" if stray else judge_name(name):
            yield _report(name, f"the name of the file {wrong}", names, docs, project)
    for same in _find_same(names):
        first, other = same[0], same[-1]
        if not any(map(judge_name, same)):
            what = "have one address" if first.lower() != other.lower() else "differ by capitals"
            yield _report(other, f"{docs}/{first} and this file {what}", names, docs, project)


def is_built(name: str, site: Site) -> bool:
    """Whether the site has what is made of a file, which exclude_docs may leave out."""
    return any(made in site.files for made in built_names(name))


def _report(
    name: str, message: str, names: Collection[str], docs: str, project: Project
) -> Problem:
    places = list(dict.fromkeys(_find_links(name, project)))
    linked = f", and links lead to it: {format_places(places)}" if places else ""
    hint = _HINT.format(name_anew(name, names))
    stem, ending = posixpath.splitext(name)
    # Whoever links the page as it should be called is told the same.
    page = f"{stem.lower()}.md" if ending in PAGES else name
    cause = cause_page(page) if page != name else ""
    return NAME.problem(message + linked, f"{docs}/{name}", None, hint, cause)


def judge_name(name: str) -> str:
    """Say what is wrong with the name of a file, by its path in docs; empty where nothing is."""
    path, ending = posixpath.splitext(name)
    page = ending.lower() in PAGES
    for part in path.split("/"):
        if len(part) > _LONGEST:
            return f"has {len(part)} letters, and at most {_LONGEST} are read everywhere"
        if _RESERVED.fullmatch(part):
            return f'is "{part}", which Windows keeps for itself'
        if not _PLAIN.fullmatch(part) and part != "_headers":
            return f"has {_show_sign(part)}, which no address has as it is"
        if page and part != part.lower() and part not in HOMES:
            return "has a capital, and the address of a page has none"
    return f'ends in "{ending}", and that of a page in .md' if page and ending != ".md" else ""


def _show_sign(part: str) -> str:
    wrong = next((sign for sign in part if not re.match(r"[a-z0-9._-]", sign, re.I)), "")
    if not wrong:
        return f'"{part[-1] if _PLAIN.match(part) else part[0]}" at an end'
    return "a blank" if wrong.isspace() else f'"{wrong}"'


def name_anew(name: str, names: Collection[str]) -> str:
    """Return a name that is an address, and that no other file has."""
    path, ending = posixpath.splitext(name)
    page = ending.lower() in PAGES
    parts = [part if part in HOMES else _make_plain(part, page) for part in path.split("/")]
    stem, ending = "/".join(parts), ".md" if page else ending.lower()
    taken = {other.lower() for other in names if other != name}
    number = 1
    while f"{stem}{f'-{number}' if number > 1 else ''}{ending}".lower() in taken:
        number += 1
    return f"{stem}{f'-{number}' if number > 1 else ''}{ending}"


def _make_plain(part: str, page: bool) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", part) if not unicodedata.combining(c))
    plain = re.sub(r"[^a-z0-9._]+", "-", bare.lower() if page else bare, flags=re.I)
    plain = plain.strip("-._") or "page"
    if len(plain) > _LONGEST:
        plain = plain[: _LONGEST - 20].rpartition("-")[0] or plain[: _LONGEST - 20]
    return f"{plain}-page" if _RESERVED.fullmatch(plain) else plain


def _find_same(names: Iterable[str]) -> Iterator[list[str]]:
    """Give the files that are one on some computers, and the pages that have one address."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        stem, ending = posixpath.splitext(name)
        folder, last = posixpath.split(stem)
        home = ending == ".md" and last in HOMES and folder
        groups[(folder if home else name if ending != ".md" else stem).lower()].append(name)
    yield from (group for group in groups.values() if len(group) > 1)


def _find_links(name: str, project: Project) -> Iterator[Place]:
    """Give the places that link a file, the menu among them."""
    menu = project.menu
    yield from ((menu.path, one.line) for one in menu.items if one.target == name) if menu else ()
    for source_name, source in sorted(project.sources.items()):
        folder = posixpath.dirname(source_name)
        for number, line in enumerate(source.text.split("\n"), 1):
            for link in _LINK.finditer(line):
                target = link["quoted"] or link["plain"]
                paths = (posixpath.join(folder, one) for one in (target, unquote(target)))
                if name in map(posixpath.normpath, paths):
                    yield source.path, number


CHECK = Check((NAME,), site=check_names)
