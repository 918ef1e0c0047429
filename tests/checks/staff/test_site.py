"""Mistakes in notices, templates and mkdocs.yml; and what is none at all.

Each with the changes that make it, and the exact messages that the build gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

INDEX = "docs/index.md"


MISTAKES: Mapping[str, tuple[Mapping[str, Any] | str, tuple[str, ...]]] = {
    "deleted notice": (
        {"docs/_includes/disclaimer.md": None},
        (
            "WARNING: docs/_includes/disclaimer.md: notice-source: this notice is missing, "
            "so no page can be proved to carry it. Put the file back with its text; every page "
            "shows it.",
        ),
    ),
    "emptied notice": (
        {"docs/_includes/crisis.md": ""},
        (
            "WARNING: docs/_includes/crisis.md: notice-source: this notice is empty, so no "
            "page can be proved to carry it. Put the file back with its text; every page "
            "shows it.",
        ),
    ),
    "raw HTML page without main": (
        {
            "docs/raw.html": '<!doctype html><html lang="en"><body><p>Hello.</p></body></html>',
        },
        (
            "WARNING: docs/raw.html: headings: no first-level heading. Start the page with "
            "one # and its title; use ## and ### below it.",
            "WARNING: docs/raw.html:1: title-neutral: the page has no title. Add title: to "
            "its settings, or <title> to a page of HTML.",
        ),
    ),
    "404 template without notices": (
        {
            "overrides/404.html": '<!doctype html><html lang="en"><title>Gone</title>'
            "<main><h1>Gone</h1></main>",
        },
        (),
    ),
    "template that drops the notices": (
        {
            "overrides/main.html": ("<!--kapguide:notices-->", ""),
        },
        (),
    ),
    "template that folds the notices": (
        {
            "overrides/main.html": (
                "<!--kapguide:notices-->",
                "<details><summary>Legal</summary><!--kapguide:notices--></details>",
            ),
        },
        (
            "WARNING: overrides/main.html: crisis-hidden: crisis lines hidden: inside "
            "<details>, on all 6 pages. The template puts them on every page: see "
            "overrides/ and docs/_includes/crisis.md.",
            "WARNING: overrides/main.html: disclaimer-hidden: disclaimer hidden: inside "
            "<details>, on all 6 pages. Take away what hides it, in overrides/ or in the "
            "page.",
        ),
    ),
    "page left out of the menu": (
        {
            "mkdocs.yml": ("plugins: []", "plugins: []\nnav: [index.md, risks.md]"),
        },
        tuple(
            f'WARNING: mkdocs.yml:5: menu-left-out: the page "{name}.md" is not in the menu. '
            f'Add "- {name}.md" under nav, or name it under not_in_nav.'
            for name in ("a-to-z", "get-help-now", "references")
        ),
    ),
    "page in the menu that is not there": (
        {
            "mkdocs.yml": ("plugins: []", "plugins: []\nnav: [index.md, risk.md]"),
        },
        (
            *(
                f'WARNING: mkdocs.yml:5: menu-left-out: the page "{name}.md" is not in the menu. '
                f'Add "- {name}.md" under nav, or name it under not_in_nav.'
                for name in ("a-to-z", "get-help-now", "references")
            ),
            'WARNING: mkdocs.yml:5: menu-unknown: the menu names "risk.md", which is not in docs. '
            'Did you mean "risks.md"?',
        ),
    ),
    "absolute path in the menu": (
        {
            "mkdocs.yml": (
                "plugins: []",
                "plugins: []\nnav:\n  - R: /risks.md\n  - index.md\n  - risks.md\n  - a-to-z.md\n"
                "  - get-help-now.md\n  - references.md",
            ),
        },
        (
            'WARNING: mkdocs.yml:6: menu-absolute: the menu names "/risks.md" with a slash in '
            'front. Write "risks.md".',
        ),
    ),
    "extension that warns": (
        {
            "mkdocs.yml": ("hooks: [", "hooks: [unhappy.py, "),
            "unhappy.py": "import logging\n\ndef on_page_markdown(*args, page, **others):\n"
            "    if page.is_homepage:\n        logging.getLogger('pymdownx').warning("
            "'the extension is unhappy')\n",
        },
        (
            "WARNING: mkdocs-warning: the extension is unhappy (pymdownx). "
            "Logged by mkdocs.extensions.",
        ),
    ),
    "Windows newlines": ({INDEX: ("\n", "\r\n")}, ()),
    "byte order mark": ({INDEX: ("---\ntitle: What", "\ufeff---\ntitle: What")}, ()),
}


@pytest.mark.parametrize(("changes", "messages"), MISTAKES.values(), ids=MISTAKES)
def test_mistake(hold: Any, changes: Any, messages: tuple[str, ...]) -> None:
    """The build says exactly this."""
    hold(changes, messages)
