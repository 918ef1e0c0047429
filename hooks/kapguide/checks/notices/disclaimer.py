"""Check that every page shows the disclaimer, word for word.

Every HTML file of the site, 404 and hand-written ones included: a reader may
come in by any of them.
"""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.notices.on_page import judge_notice

NAME = "disclaimer"

_EXAMPLE = "the page as the theme writes it"

MISSING = Rule(
    "disclaimer-missing",
    "error",
    "Every page carries the disclaimer in its main content.",
    "KAP Guide; FTC Health Products Compliance Guidance",
    '<div class="notice notice-disclaimer" data-notice="disclaimer"></div>',
    _EXAMPLE,
)
HIDDEN = Rule(
    "disclaimer-hidden",
    "error",
    "The disclaimer is seen without opening anything, with JavaScript off and on paper.",
    "KAP Guide; FTC Health Products Compliance Guidance",
    '<details><div class="notice" data-notice="disclaimer">…</div></details>',
    _EXAMPLE,
)
ALTERED = Rule(
    "disclaimer-altered",
    "error",
    "The disclaimer on the page has the words of docs/_includes/disclaimer.md.",
    "KAP Guide",
    '<div class="notice" data-notice="disclaimer">These pages may be medical advice. …</div>',
    _EXAMPLE,
)
_RULE = {"missing": MISSING, "hidden": HIDDEN, "altered": ALTERED}
_HINT = {
    "missing": "The template puts it on every page: see that overrides/ still does.",
    "hidden": "Take away what hides it, in overrides/ or in the page.",
    "altered": "Change the words in {includes} only, then build again.",
}


def check_disclaimer(page: Page, project: Project) -> Problems:
    """Find the disclaimer missing, hidden or altered."""
    verdict = judge_notice(page, project.notices[NAME])
    if verdict:
        message = f"disclaimer {verdict.detail}"
        hint = _HINT[verdict.kind].format(includes=project.includes)
        yield report(_RULE[verdict.kind], message, page, project, hint=hint)


CHECK = Check((MISSING, HIDDEN, ALTERED), page=check_disclaimer)
