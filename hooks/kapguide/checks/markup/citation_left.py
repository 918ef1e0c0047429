"""Check that no citation was left as it was typed: the citation step ran."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.page import read_runs
from kapguide.pages.source_lines import Source
from kapguide.pages.tags.raw_html import IN_HTML, is_in_html

LEFT = Rule(
    "citation-left",
    "error",
    "No page shows a citation as it was typed, such as [@dore2019].",
    "KAP Guide",
    "Most got better [@dore2019 .",
    "Most got better [@dore2019].",
)

_BRACKET = re.compile(r"\[\s*-?@[^\s\]]*\]?")
_BARE = re.compile(r"@(?<![\w.]@)\{?(\w(?:[\w:.#$%&+?<>~/-]*\w)?)")

_WHOLE = re.compile(r"\[-?@[^\s\]]+\]")
_NAMED = "&#0*64;|&#[xX]0*40;|&commat;"
_KEY = re.compile(r"(?<![\w@/.#-])[A-Za-z]\w*\d{4}\w*(?![\w/-])")
"""What may be a citekey without its @."""
_SPOKEN = ("content", "alt", "title", "aria-label")


def check_citation_left(page: Page, project: Project) -> Problems:
    """Find what was typed as a citation and stayed text."""
    texts = list(_texts(page))
    # Most pages have nothing of the kind: to look at all texts at once says so fast.
    whole = "\n".join(texts)
    shown = _find_left(whole, project)
    for text in texts if shown else ():
        if found := _find_left(text, project):
            message = f'"{found[0]}" is shown as it was typed'
            source = project.source(page)
            typed = _typed(found[0], source.text if source else "")
            hint = _advise(found[0], typed, text, source)
            whole = text.strip()  # which stands once where its citekey stands often
            typed = whole if source and source.find_literal(whole) else typed
            yield report(LEFT, message, page, project, literal=typed, text=text, hint=hint)


def _find_left(text: str, project: Project) -> re.Match[str] | None:
    """Find a bracket with an @, or a citekey of the library."""
    bare = (match for match in _BARE.finditer(text) if match[1] in project.library)
    keys = (match for match in _KEY.finditer(text) if match[0] in project.library)
    return _BRACKET.search(text) or next(bare, None) or next(keys, None)


def _typed(shown: str, text: str) -> str:
    """Return what the file has for it, where a sign was typed by its name or with a backslash."""
    signs = (rf"(?:\\?{re.escape(sign)}|{_NAMED if sign == '@' else '(?!)'})" for sign in shown)
    found = (match[0] for match in re.finditer("".join(signs), text))
    return next((typed for typed in found if typed != shown), shown)


def _advise(shown: str, typed: str, text: str, source: Source | None) -> str:
    """Say what to do, by what keeps it from being a citation."""
    if shown[0] not in "[@":
        return f"Write [@{shown}]."
    if "\\" in typed:
        return "Take the backslash out."
    if typed != shown:
        return "Write the sign @ itself."
    whole = source is not None and source.path.endswith(".md") and _WHOLE.fullmatch(shown)
    if source and whole and is_in_html(source.text, shown, source.find(text)):
        return IN_HTML
    return "See that the bracket is closed and the key stands in references.bib."


def _texts(page: Page) -> Iterator[str]:
    """All that a reader may see or hear: the whole body, title, description, labels."""
    yield from (run.text for run in page.runs if not run.code)
    yield from _texts_around(page)
    for node in page.select("title, meta[name=description], [alt], [title], [aria-label]"):
        yield node.text() if node.tag == "title" else ""
        attributes = node.attributes
        yield from (attributes.get(name) or "" for name in _SPOKEN)


def _texts_around(page: Page) -> Iterator[str]:
    """Give the texts of the body outside of the main content."""
    body, inside = page.tree.body, page.main
    if inside is None and body is not None:
        yield from (run.text for run in read_runs(body))
    while inside is not None and inside.tag != "body" and inside.parent is not None:
        for beside in inside.parent.iter(include_text=True):
            if beside.mem_id != inside.mem_id:
                yield from (run.text for run in read_runs(beside))
        inside = inside.parent


CHECK = Check((LEFT,), page=check_citation_left)
