"""Check that headings are headings, and no bold lines.

Who listens to a page goes from heading to heading, and so do the menu and the search.
"""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.page import HEADINGS, LONGEST_TITLE, fold
from kapguide.pages.source_lines import Source

BOLD = Rule(
    "heading-bold",
    "warning",
    "A heading is written with ##, and no line that is bold as a whole stands for one.",
    "WCAG 2.2, 1.3.1",
    "Rest well.\n\n**Risks**\n\nYou may feel sick.",
    "Rest well.\n\n## Risks\n\nYou may feel sick.",
)
_FLOWING = frozenset({"article", "section", "div"})
_CLOSED = (".", "!", "…", ",", ";")
"""How a sentence ends, which a warning is."""
_BOXES = frozenset({"notice", "admonition", "clinic-fact", "clinic", "review", "follows"})
"""Classes of what is set apart, or stands below every page."""


def check_lines(page: Page, project: Project) -> Problems:
    """Find paragraphs of which all is bold, with what such a heading would stand above."""
    for paragraph in page.main.css("p:has(strong), p:has(b)") if page.main else ():
        text = fold(paragraph.text())
        words = text.rstrip(": ")
        if not _is_title(words) or not _is_bold(paragraph, words) or not _flows(paragraph):
            continue
        below = _below(paragraph)
        opens = {"table", "figure"} | ({"ul", "ol", "dl"} if words != text else set())
        if below and below not in HEADINGS | opens:
            message = f'the line "{words}" is bold as a whole, and looks like a heading'
            hint = (
                f"Write ## {words} (### below another heading with ##): menus and screen readers "
                "find headings alone. If it is a sentence, end it with a full stop."
            )
            literal = _written(words, project.source(page))
            yield report(BOLD, message, page, project, literal=literal, text=text, hint=hint)


def _written(words: str, source: Source | None) -> str:
    """Return the line as it was typed: its words alone may stand elsewhere, too."""
    ways = (f"{stars}{words}" for stars in ("**", "__"))
    return next((way for way in ways if source and way in source.text), "")


def _is_title(words: str) -> bool:
    return (
        len(words) <= LONGEST_TITLE
        and any(sign.isalpha() for sign in words)
        and not words.rstrip("\"'”’)").endswith(_CLOSED)
    )


def _is_bold(paragraph: LexborNode, words: str) -> bool:
    bold = (fold(node.text()).rstrip(": ") for node in paragraph.css("strong, b"))
    return words in bold and not paragraph.css("a, img")


def _flows(paragraph: LexborNode) -> bool:
    """Whether it stands in the page's own flow: not in a list, a table, a quotation or a box."""
    if paragraph.attributes.get("class"):
        return False
    above = paragraph.parent
    while above is not None and above.tag != "main":
        if above.tag not in _FLOWING or _is_box(above):
            return False
        above = above.parent
    return above is not None


def _is_box(node: LexborNode) -> bool:
    return bool({*(node.attributes.get("class") or "").split()} & _BOXES)


def _below(paragraph: LexborNode) -> str:
    """Return the tag of the next element, where it is the page's own; else an empty text."""
    node = paragraph.next
    while node is not None and (node.tag or "-").startswith("-"):
        node = node.next
    return "" if node is None or _is_box(node) else node.tag or ""


CHECK = Check((BOLD,), page=check_lines)
