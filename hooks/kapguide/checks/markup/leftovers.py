"""Hold that readers see no Markdown, no merge conflict and no markup of a word processor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_citations.problems import Problem, Rule

from kapguide.pages.page import Page
from kapguide.project.project import Project, report

MARKUP_LEFT = Rule(
    "markup-left",
    "error",
    "No page shows Markdown that was mistyped, a template's brackets, or a merge conflict.",
    "KAP Guide",
    "See [what the risks are] (risks.md).",
    "See [what the risks are](risks.md).",
)
PASTED = Rule(
    "pasted-html",
    "error",
    "No page holds the markup of a word processor or of another website.",
    "KAP Guide",
    '<p class="MsoNormal" style="mso-margin-top-alt:auto">Rest for a day.</p>',
    "Rest for a day.",
)
RULES = (MARKUP_LEFT, PASTED)

_LEFT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.M), hint)
    for pattern, hint in (
        (r"^(?:<{7}|>{7}|={7})(?:\s|$).*", "Keep one of the two versions, and take the marks out."),
        (r"\]\s?\([^)\s]*(?:\s[^)]*)?\)?", "A link is [words](file.md), with no blank in between."),
        (r"!?\[[^\]]*\]\[[^\]]*\]", "The name in the second brackets is defined nowhere."),
        (r"\[\^[\w-]+\]", "The footnote is defined nowhere."),
        (
            r"(?:^|\s):{3,}\s*\w[\w-]*",
            "A directive stands alone on its line: ::: notice under-18s.",
        ),
        (r"\*\*(?=\w)|(?<=\w)\*\*", "Bold text is **like this**, with no blank inside the stars."),
        (r"(?:^|\s)#{2,6}\s+\w+", "A heading has an empty line before it."),
        (r"\{[:#.%{][^}]*\}?|[%}]\}", "See that the brackets are closed and the quotes straight."),
        (r"&(?:amp|nbsp|lt|gt|quot|#\d+);", "Write the character itself."),
        (r"</?[a-z][a-z0-9]*(?:\s[^>]*)?>", "Take the tag out, or close it."),
        (r"\b(?:TODO|FIXME|TKTK|XXX)\b|[Ll]orem ipsum", "Write what is meant to stand here."),
    )
)
_WORDS = ("TODO", "FIXME", "TKTK", "XXX", "orem ipsum", ":::", "=======")
_SIGNS = (
    *("<", ">>>>>>>", "](", "] (", "][", "[^", "**", "## ", "&"),
    *("{:", "{#", "{.", "{%", "{{", "%}", "}}", *_WORDS),
)
"""What one of the patterns cannot do without."""
_ODD = frozenset("<>]^*#&{}")
"""Without one of these, or of the words, there is no sign: one character is found fast."""
_PASTED = re.compile(
    r"(?:class=[\"']?Mso\w+|style=[\"'][^\"']*mso-)|<o:p|<font\b|<w:\w+|<center\b|data-pm-slice",
    re.I,
)
_PASTED_SIGNS = ("mso", "data-pm-slice", "<o:p", "<font", "<w:", "<center")
"""What `_PASTED` cannot do without, in lower case."""


def check_leftovers(page: Page, project: Project) -> Iterator[Problem]:
    """Find what was meant for the build and came out as text."""
    text = "\n".join(block.text for block in page.blocks)
    odd = any(character in text for character in (*_ODD, *_WORDS))
    signs = [sign for sign in _SIGNS if sign in text] if odd else []
    for block in page.blocks if signs else ():
        if "code" in block.within or not any(sign in block.text for sign in signs):
            continue
        for pattern, hint in _LEFT:
            match = pattern.search(block.text)
            if match:
                shown = match[0].strip()
                message = f'"{shown}" is shown as it was typed'
                yield report(
                    MARKUP_LEFT, message, page, project, literal=shown, text=block.plain, hint=hint
                )
                break
    # It is pasted into a page's own text, so that is where to look.
    source = project.source(page)
    lower = source.text.lower() if source else ""
    pasted = source is not None and any(sign in lower for sign in _PASTED_SIGNS)
    match = _PASTED.search(source.text) if source and pasted else None
    if match:
        message = f"pasted markup: {match[0]}"
        hint = "Paste as plain text (Ctrl+Shift+V), then add headings and lists as Markdown."
        yield report(PASTED, message, page, project, literal=match[0], hint=hint)
