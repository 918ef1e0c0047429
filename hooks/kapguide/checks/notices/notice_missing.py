"""Check that pages carry the notices that their own text calls for."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_citations.problems import Problem, Rule

from kapguide.checks.registry import Check
from kapguide.claims.wording import compile_any
from kapguide.notices.on_page import wanted_text
from kapguide.pages.benefits import gains_below_key_points
from kapguide.pages.page import Page
from kapguide.pages.prose import sentences
from kapguide.project.project import Project, report

NOTICE_MISSING = Rule(
    "notice-missing",
    "error",
    "A page that speaks of ketamine as a treatment carries the notice on its legal status before "
    "its first claim; one that speaks of ketamine and young people carries theirs.",
    "FDA; KAP Guide",
    "Ketamine was tried in four teenagers.",
    "::: notice under-18s\n\nKetamine was tried in four teenagers.",
)

_MINORS = compile_any(
    r"\badolescen(?:t|ts|ce)\b|\bteen(?:s|agers?)?\b|\bunder[\s-]18s?\b|\bminors\b"
    r"|\b(?<!your\s)(?<!their\s)(?<!his\s)(?<!her\s)(?<!own\s)child(?:ren)?\b(?!\s+care)"
    r"|\byoung\s+(?:people|person|persons)\b",
)
_TREATMENT = compile_any(r"\b(?:ketamine|esketamine|KAP)\b")
_OUT_OF_REACH = compile_any(
    r"\b(?:reach|lock(?:ed)?|away\s+from|look(?:s|ing)?\s+after|care\s+of)\b"
)


def check_notices(page: Page, project: Project) -> Iterator[Problem]:
    """Find pages that lack the notice on legal status, or on young people."""
    yield from _check_status(page, project)
    yield from _check_young(page, project)


def _check_young(page: Page, project: Project) -> Iterator[Problem]:
    notice = project.notices.get("under-18s")
    if notice is None or wanted_text(notice) in page.shown:
        return
    for block in dict.fromkeys(sentence.block for sentence in sentences(page)):
        text = block.plain
        for link in block.linked:
            text = text.replace(link, "")
        minors = _MINORS.search(text)
        if minors and _TREATMENT.search(text) and not _OUT_OF_REACH.search(text):
            message = f'the page speaks of ketamine and "{minors[0]}" without the notice for them'
            hint = "Add a line ::: notice under-18s before it."
            yield report(NOTICE_MISSING, message, page, project, text=block.plain, hint=hint)
            return


def _check_status(page: Page, project: Project) -> Iterator[Problem]:
    notice = project.notices.get("regulatory-status")
    if notice is None:
        return
    claims = [g.plain for g in gains_below_key_points(page) if _TREATMENT.search(g.plain)]
    if not claims and project.front_matter(page).get("type") != "treatment":
        return
    at = page.shown.find(wanted_text(notice))
    text = claims[0] if claims else ""
    hint = "Add a line ::: notice regulatory-status right behind the key points."
    if at < 0:
        message = "the page lacks the notice on ketamine's legal status"
        yield report(NOTICE_MISSING, message, page, project, text=text, hint=hint)
    elif claims and 0 <= page.shown.find(text) < at:
        message = "the notice on ketamine's legal status stands behind the first claim"
        yield report(NOTICE_MISSING, message, page, project, text=text, hint=hint)


CHECK = Check((NOTICE_MISSING,), page=check_notices)
