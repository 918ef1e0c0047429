"""Check that no sentence beside the disclaimer or the crisis lines takes them back."""

from __future__ import annotations

from collections.abc import Iterator

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.notices.notice import EVERYWHERE
from kapguide.notices.on_page import wanted_text
from kapguide.pages.page import Block
from kapguide.pages.readability import split_sentences

TAKEN_BACK = Rule(
    "notice-taken-back",
    "error",
    "No sentence beside the disclaimer or the crisis lines says that they do not count.",
    "KAP Guide; FTC Health Products Compliance Guidance",
    "The notice below is a legal formality, which does not apply to our clinic.",
    "The notice below stands on every page.",
)

_NEAR = 4
"""How many blocks before and behind a notice are beside it; a heading is one."""


def check_taken_back(page: Page, project: Project) -> Problems:
    """Find sentences near a notice, or on one of those that all pages carry, that take it back."""
    words = project.words
    takes_back = words.pattern("taking_back.words")
    points_at, named = words.pattern("taking_back.pointed_at"), words.pattern("taking_back.named")
    beside = {*_beside_notices(page, project)}
    for block in page.blocks:
        points = points_at if block in beside else named
        if "notice" in block.within or not points.search(block.plain):
            continue
        for sentence in split_sentences(block.plain, words) or [block.plain]:
            found = takes_back.search(sentence)
            denied = found and words.pattern("taking_back.denied").search(sentence[: found.start()])
            if found and not denied and points.search(sentence):
                message = f'"{found[0]}" takes a notice back'
                hint = "Take the sentence out: the notices hold for every reader."
                yield report(TAKEN_BACK, message, page, project, text=sentence, hint=hint)


def _beside_notices(page: Page, project: Project) -> Iterator[Block]:
    """Give the blocks before, between and behind the notices that every page carries."""
    wanted = [wanted_text(project.notices[name]) for name in EVERYWHERE if name in project.notices]
    blocks = page.blocks
    held = [
        "notice" in block.within and any(block.plain in text for text in wanted) for block in blocks
    ]
    for at, block in enumerate(blocks):
        if not held[at] and any(held[max(at - _NEAR, 0) : at + _NEAR + 1]):
            yield block


CHECK = Check((TAKEN_BACK,), page=check_taken_back)
