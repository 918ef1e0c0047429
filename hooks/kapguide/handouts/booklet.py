"""One document of all pages, to be printed once: only so do its tags stay whole.

The HTML has marks where numbers of pages belong: these are known only once it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from itertools import groupby
from urllib.parse import unquote, urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from kapguide.handouts.anchors import fit_into_booklet, join, number_of
from kapguide.handouts.chapters import Chapter
from kapguide.notices.notice import EVERYWHERE
from kapguide.words import Words, load_words

_STYLE = """
@page :first { @bottom-right { content: none; } }
.title-page, .chapter { break-after: page; }
.chapter:last-child { break-after: auto; }
.title-page h1 { margin: 4cm 0 1cm; font-size: 28pt; }
.title-page > p { font-size: 13pt; }
.title-page .notice { margin-top: 1cm; }
.contents { break-after: page; }
.contents ol { margin: 0; list-style: none; }
.contents h3 { margin: .8em 0 .2em; }
.md-typeset.contents li { margin: 0; }
.contents a { display: flex; gap: .5em; align-items: baseline; color: inherit; text-decoration: none; }
.contents i { flex: 1; border-bottom: 1pt dotted #767676; }
.chapter :is(h2, p):has(+ .reference-list .entry-links), .reference-list:has(.entry-links) { display: none; }
"""  # noqa: E501 - a rule a line


@dataclass(frozen=True, slots=True)
class Guide:
    """What is said of the whole guide."""

    name: str
    description: str
    address: str
    """The site's address, with its slash; links on paper are made from it."""
    day: date
    """The day that the handouts say they are of."""
    words: Words = field(default_factory=load_words)


def compose_booklet(chapters: Sequence[Chapter], guide: Guide) -> str:
    """Make the document: title page, contents, chapters."""
    names = {unquote(urljoin(guide.address, chapter.address)): chapter.name for chapter in chapters}
    full = {key: chapter.name for chapter in chapters for key in _entries_in_full(chapter)}
    home = LexborHTMLParser(chapters[0].html)
    rendered = (_render_chapter(chapter, names, full, guide) for chapter in chapters)
    parts = [_render_title_page(home, guide), _render_contents(chapters, guide.words), *rendered]
    body = "\n".join(parts)
    language = escape((home.root.attributes.get("lang") if home.root else None) or "en")
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{guide.words.say('handouts.title', name=escape(guide.name))}</title>\n"
        f"{_render_styles(home, chapters[0], guide)}\n</head>\n"
        f"<body{_attributes(home)}>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _render_title_page(home: LexborHTMLParser, guide: Guide) -> str:
    found = (home.css(f'main [data-notice="{name}"]') for name in EVERYWHERE)
    notices = "\n".join(nodes[-1].html or "" for nodes in found if nodes)
    words, day = guide.words, f"{guide.day:%Y-%m-%d}"
    day = f'<time datetime="{day}">{words.format_day(guide.day)}</time>'
    return (
        '<section class="title-page md-typeset">\n'
        f"<h1>{escape(guide.name)}</h1>\n<p>{escape(guide.description)}</p>\n"
        f"<p>{words.say('handouts.as_of', day=day)}<br>"
        f"{words.say('handouts.newest', address=escape(guide.address))}</p>\n{notices}\n</section>"
    )


def _render_contents(chapters: Sequence[Chapter], words: Words) -> str:
    lines = ['<section class="contents md-typeset">', f"<h2>{words['handouts.contents']}</h2>"]
    for part, members in groupby(chapters, key=lambda chapter: chapter.part):
        if part:
            lines.append(f"<h3>{escape(part)}</h3>")
        lines.append("<ol>")
        for chapter in members:
            lines.append(
                f'<li><a href="#{chapter.name}"><span>{escape(chapter.title)}</span><i></i>'
                f"<span>{number_of(chapter.name)}</span></a></li>"
            )
        lines.append("</ol>")
    return "\n".join([*lines, "</section>"])


def _render_chapter(
    chapter: Chapter, names: Mapping[str, str], full: Mapping[str, str], guide: Guide
) -> str:
    article = LexborHTMLParser(chapter.html).css_first("article")
    assert article is not None, "read_chapters gives only pages that have one"
    address = urljoin(guide.address, chapter.address)
    fit_into_booklet(article, chapter.name, address, names, guide.words)
    _shorten_references(article, chapter.name, full, guide.words)
    return f'<section class="chapter" id="{chapter.name}">\n{article.html}\n</section>'


def _entries_in_full(chapter: Chapter) -> Iterator[str]:
    """Give the ids of the entries in a list of the library, such as the References page's."""
    for node in LexborHTMLParser(chapter.html).css(".csl-entry[data-citekey][id]"):
        yield node.attributes["id"] or ""


def _shorten_references(
    article: LexborNode, name: str, full: Mapping[str, str], words: Words
) -> None:
    """Say what a study found once, where all are listed, and the page of that in other chapters."""
    for study in article.css(".csl-entry:not([data-citekey]) > .study"):
        entry = (study.parent.attributes.get("id") if study.parent else None) or ""
        own = entry.removeprefix(join(name, " ").rstrip())
        if own in full:
            there = join(full[own], own)
            said = words.say("handouts.found", number=number_of(there))
            study.inner_html = f'<a href="#{there}">{said}</a>'


def _render_styles(home: LexborHTMLParser, first: Chapter, guide: Guide) -> str:
    address = urljoin(guide.address, first.address)
    links = []
    for node in home.css("link[rel=stylesheet]"):
        href = escape(urljoin(address, node.attributes.get("href") or ""))
        media = escape(node.attributes.get("media") or "all")
        links.append(f'<link rel="stylesheet" href="{href}" media="{media}">')
    return "\n".join([*links, f"<style>{_STYLE}</style>"])


def _attributes(home: LexborHTMLParser) -> str:
    """Give the body's own, by which the theme knows its colours."""
    found = home.body.attributes.items() if home.body else ()
    return "".join(f' {name}="{escape(value or "")}"' for name, value in found)
