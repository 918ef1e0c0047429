"""Check that pages carry the notices that their own text calls for.

Which these are is the topic's: `notices_before_claims` and `notices_beside_words`.
"""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.notices.notice import Notice
from kapguide.notices.on_page import wanted_text
from kapguide.pages.benefits import first_cited, gains_below_key_points
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
    """Find pages that lack a notice that the topic asks for."""
    words = project.words
    for row in words.tables("topic.notices_before_claims"):
        if notice := project.notices.get(row["name"]):
            yield from _check_before_claims(page, project, notice, row["about"])
    for pattern, row in words.patterns("topic.notices_beside_words"):
        if notice := project.notices.get(row["name"]):
            yield from _check_beside(page, project, notice, row["about"], pattern)


def _check_beside(
    page: Page, project: Project, notice: Notice, about: str, pattern: re.Pattern[str]
) -> Problems:
    if wanted_text(notice) in page.shown:
        return
    words, named = project.words, project.words["topic.named"]
    spoken_of = words.pattern("topic.spoken_of")
    for block in dict.fromkeys(sentence.block for sentence in sentences(page, words)):
        text = block.plain
        for link in block.linked:
            text = text.replace(link, "")
        found = pattern.search(text)
        if found and spoken_of.search(text):
            word = found.groupdict().get("word") or found[0]
            message = f'the page speaks of {named} and "{word}" without the notice on {about}'
            hint = f"Add a line ::: notice {notice.name} before it."
            yield report(NOTICE_MISSING, message, page, project, text=block.plain, hint=hint)
            return


def _check_before_claims(page: Page, project: Project, notice: Notice, about: str) -> Problems:
    words = project.words
    spoken_of = words.pattern("topic.spoken_of")
    gains = [gain for gain in gains_below_key_points(page, words) if spoken_of.search(gain.plain)]
    claims = [gain.plain for gain in gains]
    if not claims and project.front_matter(page).get("type") != "treatment":
        return
    at = page.shown.find(wanted_text(notice))
    text = claims[0] if claims else ""
    hint = f"Add a line ::: notice {notice.name} right behind the key points."
    if at < 0:
        text = first_cited(gains)
        message = f"the page lacks the notice on {about}"
        yield report(NOTICE_MISSING, message, page, project, text=text, hint=hint)
    elif claims and 0 <= page.shown.find(text) < at:
        message = f"the notice on {about} stands behind the first claim"
        yield report(NOTICE_MISSING, message, page, project, text=text, hint=hint)


CHECK = Check((NOTICE_MISSING,), page=check_notices)
