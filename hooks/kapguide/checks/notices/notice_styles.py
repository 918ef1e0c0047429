"""Check that no stylesheet of the site hides the disclaimer or the crisis lines.

The page may carry a notice in full, and a rule such as `.notice { display:
none }`, or one for print alone, takes it away again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_citations.problems import find_line

from kapguide.checks.definition import Check, Page, Problems, Project, Site, report
from kapguide.checks.notices import crisis, disclaimer
from kapguide.notices.notice import EVERYWHERE
from kapguide.pages.visibility import hidden_by_style

_HIDDEN = {"crisis": crisis.HIDDEN, "disclaimer": disclaimer.HIDDEN}
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_HINT = "Take the rule out: every reader must see this, on paper too."


def _hiding_rules(css: str) -> Iterator[tuple[str, str, str]]:
    """Give each rule that hides a notice: the notice, the selector, what hides it."""
    for part in _COMMENT.sub("", css).split("}"):
        head, _, declarations = part.rpartition("{")
        hidden = hidden_by_style(declarations) if "notice" in head else ""
        # Before the selectors may stand the start of a media query.
        for selector in head.rpartition("{")[2].split(",") if hidden else ():
            # What stands before or behind an element is drawn by the stylesheet itself.
            if "notice" not in selector or re.search(r"::?(?:before|after|empty)\b", selector):
                continue
            named = [name for name in EVERYWHERE if name in selector]
            general = not re.search(r"notice-\w|data-notice", selector)
            for name in named or (EVERYWHERE if general else ()):
                yield name, " ".join(selector.split()), hidden


def check_notice_styles(site: Site, project: Project) -> Problems:
    """Find rules of the site's stylesheets that hide a notice."""
    for path in sorted(site.files):
        if path.endswith(".css"):
            css = site.read(path).decode("utf-8", "replace")
            for name, selector, hidden in _hiding_rules(css):
                rule = _HIDDEN[name]
                message = f'the rule "{selector}" hides the notice {name}: {hidden}'
                line = find_line(css, selector)
                yield rule.problem(message, site.prefix + path, line, _HINT)


def check_page_styles(page: Page, project: Project) -> Problems:
    """Find rules in a page's own style elements that hide a notice."""
    for node in page.select("style"):
        for name, selector, hidden in _hiding_rules(node.text()):
            message = f'the rule "{selector}" hides the notice {name}: {hidden}'
            yield report(_HIDDEN[name], message, page, project, literal=selector, hint=_HINT)


CHECK = Check((crisis.HIDDEN, disclaimer.HIDDEN), page=check_page_styles, site=check_notice_styles)
