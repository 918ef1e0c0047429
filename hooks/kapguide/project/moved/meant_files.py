"""Which page or file a link that leads nowhere was meant for, written as it would work.

A page that was moved has its old name in another folder; a mistyped name is one slip
away. Whatever else is merely like it is another page.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from urllib.parse import unquote

from markdown_citations.problems import is_slip, nearest

from kapguide.pages.source_lines import PAGES
from kapguide.pages.wording.written import line_at, written
from kapguide.project.editions.following import lead_to_first
from kapguide.project.moved.redirects import find_redirects
from kapguide.project.project import Named, Project, Site

AS_MARKDOWN = "Write [words]({}): HTML names no file of docs."
"""What to write for a link that is right in Markdown."""
_ENDINGS = (".md", ".html", ".htm")
_PAGE_ENDS = ("", *_ENDINGS)
_OF_TEXT = (*PAGES[1:], ".txt", ".md.txt", ".text")
"""Endings that an editor gives to a page."""


def find_named(address: str, page: Named, project: Project) -> str:
    """Return the page's file that an address names; nothing where it names none."""
    folder = posixpath.dirname(project.source_name(page))
    written = (address, unquote(address), address.partition("#")[0])
    names = (posixpath.normpath(posixpath.join(folder, one)) for one in written)
    return next((name for name in names if name in project.sources), "")


def find_source_target(address: str, page: Named, project: Project) -> str:
    """Name the file of docs that a page's Markdown asks for; empty where it asks for none."""
    source = project.source_name(page)
    path = unquote(address.partition("#")[0].partition("?")[0])
    if not path.endswith(".md") or path.startswith("/") or not source.endswith(".md"):
        return ""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    return "" if target.startswith("..") else target


def find_source_file(address: str, page: Named, project: Project) -> str:
    """Name the file beside the pages that a page's Markdown asks for, as a picture."""
    source, path = project.source(page), unquote(address.partition("#")[0])
    whole = "://" not in path and path[:1] != "/" and posixpath.splitext(path)[1] not in _PAGE_ENDS
    if source is None or not whole or not source.find_literal(f"]({address}"):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(project.source_name(page)), path))


def find_followed_target(address: str, page: Named, project: Project) -> tuple[str, str]:
    """Name the file of the first language that a page in another one asks for.

    With the way to it, as `../`; both are empty where it asks for none.
    """
    path = unquote(address.partition("#")[0])
    if project.languages.followed is None or not path.endswith(".md"):
        return "", ""
    way, _, name = path.rpartition("../")
    return (f"{way}../", name) if "../" in path else ("", "")


def find_written(address: str, page: Named, project: Project) -> str:
    """Return the address that leads nowhere as the Markdown of a page or a notice has it.

    Some engines write `../riks/` for `riks.md` and `../a.png` for `a.png`, whether there is
    such a file or not.
    """
    name, source = project.source_name(page), project.source(page)
    path, mark, part = address.partition("#")
    if source is None or not name.endswith(".md") or not path or ":" in path:
        return address
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(page.url), unquote(path)))
    target = _stem(whole)
    for file in (f"{target}.md", f"{target}/index.md", f"{target}/README.md", whole):
        written = posixpath.relpath(file, posixpath.dirname(name) or ".") + mark + part
        if source.find_literal(f"]({written}"):
            return written
        # A notice names files as the folder of all pages sees them.
        if any(one.find_literal(f"]({file}{mark}{part})") for one in project.templates):
            return file + mark + part
    return address


def advise_ending(wanted: str, site: Site, project: Project) -> str:
    """Say that a page has another ending, or capitals; nothing where it has neither."""
    texts = [wanted.removesuffix(".md") + ending for ending in _OF_TEXT]
    files = (*(name for name in texts if name in site.files), *sorted(project.sources))
    saved = next((name for name in files if name in texts or name.lower() == wanted), "")
    return f"Give the file {saved} the name {wanted}, in the menu as well." if saved else ""


def advise_moved(address: str, wanted: str, page: Named, project: Project) -> str:
    """Say where a page that redirects has moved to, here or in the first language."""
    if wanted:
        name, moved = wanted, find_redirects(project.sources).get(wanted, "")
    else:
        followed = project.languages.followed or {}
        up, name = find_followed_target(address, page, project)
        moved = find_redirects(followed).get(name, "")
        if name in followed:
            return AS_MARKDOWN.format(address)
        if name and not moved and (near := find_name(name, followed)):
            return f'Did you mean "{up}{near}"?'
    folder = posixpath.dirname(project.source_name(page))
    if moved and folder and not address.startswith("../"):
        name, moved = (posixpath.relpath(one, folder) for one in (name, moved))
    return f'Write "{moved}" in place of "{name}": the page has moved there.' if moved else ""


def advise_titled(
    texts: Collection[str], holders: Sequence[str], wanted: str, page: Named, project: Project
) -> str:
    """Name the page that has, in the menu too, the title which links to a page of docs say.

    Or the only one of the `holders`, which have all parts that the links ask for.
    """
    called = {text.casefold() for text in texts if text and wanted}
    titles = [(one.target, one.title) for one in (project.menu.items if project.menu else ())]
    for name, source in project.sources.items():
        titles.append((name, str(source.front_matter.get("title") or "")))
    named = {name for name, title in titles if title.casefold() in called} & project.sources.keys()
    named = named or set(holders if wanted else ())
    here = project.source_name(page)
    if len(named) != 1 or here in named:
        return ""
    meant = posixpath.relpath(named.pop(), posixpath.dirname(here) or ".")
    also = f"If the page was renamed, write redirects: [{wanted}] at its top as well."
    return f'Did you mean "{meant}"? {also}'


def find_typed(address: str, page: Named, project: Project) -> str:
    """Return what an editor is likely to have typed, if the source has it."""
    source = project.source(page)
    path, mark, fragment = address.partition("#")
    footnote = f"[^{fragment.partition(':')[2]}]:"
    if fragment.startswith("fnref") and source and source.find_literal(footnote):
        return footnote
    stem = path.rstrip("/").rsplit("/", 1)[-1]
    candidates = [address, unquote(address)]
    if mark:
        candidates += [f"{stem}.md#{fragment}", f"../{stem}.md#{fragment}"]
        candidates += [f"(#{fragment})", f"#{fragment}"]
    else:
        candidates += [f"{stem}.md"] if stem.strip(".") else []
    for candidate in candidates:
        if source and candidate and source.find_literal(f"({candidate}"):
            return f"({candidate}"
    whole = re.compile(rf"(?<![\w./-]){re.escape(address)}")  # not the end of another address
    return candidates[0] if source and whole.search(source.text) else ""


def find_alike(
    address: str, first: tuple[str, int | None], page: Named, project: Project, html: bool = False
) -> Iterator[tuple[str, int | None]]:
    """Give all lines of a page's source that have a link; where it has none, the `first` one.

    `html`: only those that have it in HTML.
    """
    source, typed = project.source(page), find_typed(address, page, project)
    lines: list[int | None] = [first[1]]
    if source and typed and source.path == first[0]:
        text, same = written(source), re.escape(typed.removeprefix("("))
        forms = rf"\s(?i:href|src)=[\"']?{same}(?=[\"'\s>])"
        forms = forms if html else rf"(?<!\\)\]\({same}(?=[)\s])|{forms}"
        linked = re.finditer(forms, text)
        lines = [line_at(text, match.start()) for match in linked] or lines
    yield from ((first[0], line) for line in lines)


def find_meant(address: str, target: str, page: Named, site: Site, project: Project) -> str:
    """Return what to write in place of an address; empty where no file is near enough.

    `target` is where it leads, relative to the site.
    """
    source = project.source_name(page)
    in_markdown = source.endswith(".md") and not _is_in_html(address, page, project)
    path = unquote(address.partition("#")[0].partition("?")[0]).replace("\\", "/")
    leads = [target.replace("\\", "/")]
    if in_markdown and posixpath.splitext(path)[1] and not path.startswith("/"):
        # Markdown names files as its own folder sees them, and what is not there stays so.
        leads.insert(0, posixpath.normpath(posixpath.join(posixpath.dirname(source), path)))
    wanted = leads[0]
    if (
        in_markdown
        and wanted in (project.languages.followed or {})
        and wanted not in project.sources
    ):
        return lead_to_first(wanted, source)
    pages = {_stem(name): "" for name in sorted(site.files) if name.endswith(".html")}
    pages |= {_stem(name): name for name in sorted(project.sources, reverse=True)}
    files = [name for name in sorted(site.files) if not name.endswith(_ENDINGS)]
    stem = next(filter(None, (find_name(_stem(lead), pages) for lead in leads)), "")
    finds = (find_name(lead, files) or _find_alike(lead, files) for lead in leads)
    file = "" if stem else next(filter(None, finds), "")
    here = posixpath.dirname(source) if in_markdown else posixpath.dirname(page.url)
    if not stem and not file:
        return ""
    if stem and in_markdown and (pages[stem] or address.endswith(".md")):
        meant = posixpath.relpath(pages[stem] or f"{stem}.md", here or ".")
    elif stem:
        meant = posixpath.relpath(stem, posixpath.dirname(page.url) or ".") + "/"
    else:  # the files beside pages stand on the site as they do in docs
        meant = posixpath.relpath(file, here or ".")
    # What was typed already has not worked.
    return "" if meant.rstrip("/") == address.partition("#")[0].rstrip("/") else meant


def _is_in_html(address: str, page: Named, project: Project) -> bool:
    """Whether an address stands in a tag, where no engine turns the name of a file into one."""
    source = project.source(page)
    if source is None or any(source.find_literal(f"{sign}{address}") for sign in ("](", "]: ")):
        return False
    return any(source.find_literal(f"={mark}{address}") for mark in ('"', "'", ""))


def _stem(name: str) -> str:
    """Return a page's path without its ending: `deep/risks` of .md, .html and address."""
    stem = name.rstrip("/")
    for ending in _ENDINGS:
        stem = stem.removesuffix(ending)
    folder, last = posixpath.split(stem)
    return folder if last in ("index", "README") and folder else stem


def find_name(wanted: str, names: Collection[str]) -> str:
    """Return the name with this path, the one that was moved, or the one that was mistyped."""
    if wanted in names:
        return wanted
    same = [name for name in names if name.casefold() == wanted.casefold()]
    folder, last = posixpath.split(wanted)
    moved = [name for name in names if posixpath.basename(name) == last]
    typed = [name for name in names if is_slip(last, posixpath.basename(name))]
    near = [name for name in typed if posixpath.dirname(name) == folder] or typed
    slipped = [name for name in names if is_slip(wanted, name)]
    for found in (same, moved, near, slipped):
        if len(found) == 1:
            return found[0]
    return ""


def _find_alike(wanted: str, names: Iterable[str]) -> str:
    """Return the file of the same folder and kind whose name is most alike."""
    folder, (stem, ending) = posixpath.dirname(wanted), posixpath.splitext(wanted)
    beside = [n for n in names if posixpath.dirname(n) == folder and n.endswith(ending or "/")]
    stems = {posixpath.basename(posixpath.splitext(name)[0]): name for name in beside}
    return stems.get(nearest(posixpath.basename(stem), stems) or "", "")
