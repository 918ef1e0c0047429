"""Send readers on who come by the address that a page had before.

The new page names its old files: `redirects: [old-name.md]` at its top. Each gets a
stub at its old address, which goes on at once.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from html import escape
from urllib.parse import urlsplit

from markdown_citations.problems import Problem, Rule

from kapguide.front_matter.search_terms import read_texts
from kapguide.pages.source_lines import Source
from kapguide.words import Words

WRONG = Rule(
    "redirect-wrong",
    "error",
    "A page's redirects name files that docs/ had before, and no page that it has.",
    "NHS content guide; W3C, Cool URIs don't change",
    "---\nredirects: [/old-name/]\n---",
    "---\nredirects: [old-name.md]\n---",
)


def cause_page(name: str) -> str:
    """Name what is wrong about a page that is not there: in each language, in menu and links."""
    return f"page {name}"


def read_redirects(source: Source) -> tuple[str, ...]:
    """Return the files that a page was before."""
    return read_texts(source.front_matter.get("redirects"))


def find_redirects(sources: Mapping[str, Source]) -> Mapping[str, str]:
    """Return the files that pages were before, each with the file that it is now."""
    return {old: name for name, source in sources.items() for old in read_redirects(source)}


def check_redirects(sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Find redirects that name no file of docs as it was, a page that is there, or one twice."""
    claimed: dict[str, str] = {}
    for name, source in sources.items():
        docs = source.path.removesuffix(name)
        for number, old in enumerate(read_redirects(source)):
            line = source.front_matter.find_line("redirects", number)
            if old != (file := _name_file(old, docs)):
                message = f'"{old}" is no file of docs'
                meant = file or "old-name.md"
                hint = f"Write the name that the page's file had in docs, such as {meant}."
            elif old == name:
                message = f'"{old}" is this page itself'
                hint = "Write the name that its file had before, or take it out of redirects."
            elif old in sources:
                message = f'"{old}" is a page of the site'
                hint = "Delete that page first, or take it out of redirects."
            elif old in claimed:
                message = f'"{old}" stands under redirects in {claimed[old]} too'
                hint = "Keep it on one page: an address leads to one place."
            else:
                claimed[old] = source.path
                continue
            yield WRONG.problem(message, source.path, line, hint)


def _name_file(old: str, docs: str) -> str:
    """Name the file that a page was, as docs had it; empty where nothing tells."""
    path = posixpath.normpath(urlsplit(old.strip()).path.replace("\\", "/")).strip("/")
    path = (
        path.removeprefix(docs)
        .removeprefix(docs.partition("/")[2])
        .removesuffix(".html")
        .removesuffix("/index")
    )
    usable = path not in {"", ".", "index"} and not path.startswith(".")
    return f"{path.removesuffix('.md')}.md" if usable else ""


def render_stub(address: str, title: str, words: Words, canonical: str = "") -> str:
    """Return a page that sends on to an address at once, and links it."""
    link = f'<link rel="canonical" href="{escape(canonical)}">' if canonical else ""
    to, name = escape(address), escape(title)
    moved = words.say("page.moved", link=f'<a href="{to}">{name}</a>')
    return (
        f'<!doctype html>\n<html lang="{escape(words.language)}"><head><meta charset="utf-8">'
        f'<title>{name}</title><meta http-equiv="refresh" content="0; url={to}">{link}</head>'
        f"<body><p>{moved}</p></body></html>\n"
    )
