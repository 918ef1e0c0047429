"""Check that pages carry the notices that their own text calls for."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.notices.on_page import wanted_text
from kapguide.pages.benefits import gains_below_key_points
from kapguide.pages.prose import sentences

NOTICE_MISSING = Rule(
    "notice-missing",
    "error",
    "A page that speaks of ketamine as a treatment carries the notice on its legal status before "
    "its first claim; one that speaks of ketamine and young people carries theirs.",
    "FDA; KAP Guide",
    "Ketamine was tried in four teenagers.",
    "::: notice under-18s\n\nKetamine was tried in four teenagers.",
)


def check_notices(page: Page, project: Project) -> Problems:
    """Find pages that lack the notice on legal status, or on young people."""
    yield from _check_status(page, project)
    yield from _check_young(page, project)


def _check_young(page: Page, project: Project) -> Problems:
    notice = project.notices.get("under-18s")
    if notice is None or wanted_text(notice) in page.shown:
        return
    words, named = project.words, project.words["topic.named"]
    spoken_of, out_of_reach = words.pattern("topic.spoken_of"), words.pattern("young.out_of_reach")
    for block in dict.fromkeys(sentence.block for sentence in sentences(page, words)):
        text = block.plain
        for link in block.linked:
            text = text.replace(link, "")
        minors = words.pattern("young.named").search(text)
        if minors and spoken_of.search(text) and not out_of_reach.search(text):
            message = f'the page speaks of {named} and "{minors[0]}" without the notice for them'
            hint = "Add a line ::: notice under-18s before it."
            yield report(NOTICE_MISSING, message, page, project, text=block.plain, hint=hint)
            return


def _check_status(page: Page, project: Project) -> Problems:
    notice = project.notices.get("regulatory-status")
    if notice is None:
        return
    words, treatment = project.words, project.words["topic.named"]
    spoken_of = words.pattern("topic.spoken_of")
    claims = [g.plain for g in gains_below_key_points(page, words) if spoken_of.search(g.plain)]
    if not claims and project.front_matter(page).get("type") != "treatment":
        return
    at = page.shown.find(wanted_text(notice))
    text = claims[0] if claims else ""
    hint = "Add a line ::: notice regulatory-status right behind the key points."
    if at < 0:
        message = f"the page lacks the notice on {treatment}'s legal status"
        yield report(NOTICE_MISSING, message, page, project, text=text, hint=hint)
    elif claims and 0 <= page.shown.find(text) < at:
        message = f"the notice on {treatment}'s legal status stands behind the first claim"
        yield report(NOTICE_MISSING, message, page, project, text=text, hint=hint)


CHECK = Check((NOTICE_MISSING,), page=check_notices)
