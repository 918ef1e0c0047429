"""Check that readers see no Markdown, no template's brackets and no merge conflict."""

from __future__ import annotations

import re
from collections.abc import Collection

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.page import CITATION, fold
from kapguide.project.clinic_facts import EVERYWHERE
from kapguide.project.fact_forms import judge_form

MARKUP_LEFT = Rule(
    "markup-left",
    "error",
    "No page shows Markdown that was mistyped, a template's brackets, or a merge conflict.",
    "KAP Guide",
    "See [what the risks are] (risks.md).",
    "See [what the risks are](risks.md).",
)
_LEFT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.M), hint)
    for pattern, hint in (
        (r"^(?:<{7}|>{7}|={7})(?:\s|$).*", "Keep one of the two versions, and take the marks out."),
        (r"\]\s?\([^)\s]*(?:\s[^)]*)?\)?", "A link is [words](file.md), with no space in between."),
        (r"!?\[[^\]]*\]\[[^\]]*\]", "The name in the second brackets is defined nowhere."),
        (r"\[\^[\w-]+\]", "The footnote is defined nowhere."),
        (
            r":::(?<!\S:::):*\s*(?:notice|figure|clinic|references|a-to-z)\b",
            "It stands alone on its line, with an empty line before and behind it.",
        ),
        (
            r":::(?<!\S:::):*(?:\s*\w[\w-]*)?",
            "Take the line out: there are ::: notice NAME, ::: figure NAME, ::: clinic NAME, "
            "::: references and ::: a-to-z, and no line ends them.",
        ),
        (
            r"\*\*(?:(?=\w)|(?<=\w\*\*)|(?=\s[^*]+\s\*\*))",
            "Bold text is **like this**, with no space inside the stars.",
        ),
        (r"##(?<!\S##)#{0,4}\s+\w+", "A heading has an empty line before it."),
        (
            rf"\{{(?!{{[^}}]*{CITATION})[:#.%{{][^}}]*\}}?|(?<!{CITATION})[%}}]\}}",
            "See that the brackets are closed and the quotes straight.",
        ),
        (r"&(?:amp|nbsp|lt|gt|quot|#\d+);", "Write the character itself."),
        (r"<!--|-->", "A comment starts with <!-- and ends with -->: close it, or take it out."),
        (
            r"</?[a-z][a-z0-9]*(?:\s[^>]*)?>",
            "Take the tag out, or see that it is closed, and each of its quotation marks too.",
        ),
        (
            r"(?:TODO(?<!\wTODO)|FIXME(?<!\wFIXME)|TKTK(?<!\wTKTK)|XXX(?<!\wXXX))\b|[Ll]orem ipsum",
            "Write what is meant to stand here.",
        ),
    )
)
_SIGNS = rf"[\w\s.,;!?'\"’‘“”()/$%–—…{CITATION}-]*"
_PLAIN = re.compile(rf"{_SIGNS}(?::(?!::){_SIGNS})*")
"""Prose has no sign that a leftover starts with, but for the words of the last row."""


def check_leftovers(page: Page, project: Project) -> Problems:
    """Find what was meant for the build and came out as text."""
    own = _lines_of_clinic(page, project)
    blocks = [b for b in page.blocks if "code" not in b.within and b.text not in own]
    # Most pages have nothing of the kind: to look at all blocks at once says so fast.
    whole = "\n".join(block.outside for block in blocks)
    signed = "\n".join(b.outside for b in blocks if not _PLAIN.fullmatch(b.outside))
    left = [(pattern, hint) for pattern, hint in _LEFT[:-1] if pattern.search(signed)]
    left += [(pattern, hint) for pattern, hint in _LEFT[-1:] if pattern.search(whole)]
    for block in blocks if left else ():
        for pattern, hint in left:
            match = pattern.search(block.outside)
            if match:
                shown = block.text[match.start() : match.end()].strip()
                message = f'"{shown}" is shown as it was typed'
                yield report(
                    MARKUP_LEFT, message, page, project, literal=shown, text=block.plain, hint=hint
                )
                break


def _lines_of_clinic(page: Page, project: Project) -> Collection[str]:
    """Return what stands of the clinic below a page, where its facts are told already."""
    facts = (project.clinic.facts.get(name) for name in EVERYWHERE)
    if page.main is None or not any(fact and judge_form(fact) for fact in facts):
        return ()
    return {fold(node.text()) for node in page.main.css(".clinic p")}


CHECK = Check((MARKUP_LEFT,), page=check_leftovers)
