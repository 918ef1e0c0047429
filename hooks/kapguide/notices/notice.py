"""The texts that pages must carry, each read from its one source.

They stand in docs/_includes, a Markdown file each; `::: notice NAME` shows one.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import markdown
from markdown.blockprocessors import BlockProcessor
from markdown_citations.directives import Directive, Handler
from markdown_citations.problems import Problem, Rule, did_you_mean, find_line

from kapguide.front_matter.saved_text import read_text
from kapguide.pages.page import parse_page
from kapguide.pages.source_lines import name_file

UNKNOWN = Rule(
    "notice-unknown",
    "error",
    "A page names only notices that docs/_includes holds.",
    "KAP Guide",
    "::: notice under18",
    "::: notice under-18s",
)

EVERYWHERE = ("crisis", "disclaimer")
"""The notices that every page carries, in the order in which it shows them."""

_CITATION = re.compile(r"\s*\[[^\]\[]*-?@[^\]\[]*\]")
_EXTENSIONS = ("attr_list", "tables", "def_list")
_CARRIED = re.compile(rf"data-notice=[\"']?(?:{'|'.join(EVERYWHERE)})\b")
_UP_TO_END_OF_MAIN = re.compile(r".*(?=</main\s*>)", re.I | re.S)
_UP_TO_END_OF_BODY = re.compile(r".*(?=</body\s*>)", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Notice:
    """A text that pages must carry."""

    name: str
    """The file's name without its ending: `disclaimer`."""
    path: str
    """Relative to the project."""
    source: str
    """The Markdown, as the file has it."""

    @property
    def html(self) -> str:
        """The Markdown as HTML, citations left out: it stands outside of pages too."""
        return markdown.markdown(_CITATION.sub("", self.source), extensions=_EXTENSIONS)

    @property
    def text(self) -> str:
        """What a reader reads, as pages are read: white space folded, citations left out."""
        return parse_page(f"<main>{self.html}</main>", self.path).shown


def read_notices(folder: Path, root: Path) -> Mapping[str, Notice]:
    """Read every notice of a folder, by name; a missing folder holds none."""
    return {
        path.stem: Notice(path.stem, name_file(path, root), read_text(path))
        for path in sorted(folder.glob("*.md"))
        if path.is_file()
    }


def render_notice(notice: Notice) -> str:
    """Wrap a notice as pages show it."""
    name = notice.name
    return f'<div class="notice notice-{name}" data-notice="{name}">{notice.html}</div>'


def carry_notices(page: str, notices: str) -> str:
    """Put the notices into a page that has none of them, at the end of its main content.

    For HTML that no template made. A page without `<main>` gets one for the
    notices alone; a redirect stub stays as it is, for nobody reads it.
    """
    if _CARRIED.search(page) or parse_page(page, "").redirect:
        return page
    own_main = f"<main>{notices}</main>"
    for start, block in ((_UP_TO_END_OF_MAIN, notices), (_UP_TO_END_OF_BODY, own_main)):
        if found := start.match(page):
            return f"{found[0]}{block}\n{page[found.end() :]}"
    return f"{page}{own_main}\n"


def notice_handler(
    notices: Mapping[str, Notice],
    place: Callable[[], tuple[str, str]],
    report: Callable[[Problem], None],
) -> Handler:
    """Return the handler of `::: notice NAME`.

    `place` returns the path and the source of the page that is being rendered,
    front matter included, so that a problem can name its line.
    """

    def handle(directive: Directive, parent: etree.Element, processor: BlockProcessor) -> None:
        notice = notices.get(directive.argument)
        if notice is None:
            path, source = place()
            message = f'no notice "{directive.argument}" in docs/_includes'
            hint = did_you_mean(directive.argument, notices) or f"There are: {', '.join(notices)}."
            report(UNKNOWN.problem(message, path, find_line(source, directive.raw), hint))
            return
        names = {"class": f"notice notice-{notice.name}", "data-notice": notice.name}
        box = etree.SubElement(parent, "div", names)
        processor.parser.parseChunk(box, notice.source)

    return handle
