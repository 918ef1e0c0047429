"""Check that nothing plays or moves unless a reader asks for it."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report, report_node
from kapguide.pages.linking import LOADS

AUTOPLAY = Rule(
    "autoplay",
    "error",
    "Nothing plays or moves by itself.",
    "WCAG 2.2, 1.4.2 and 2.2.2",
    '<video src="assets/room.mp4" autoplay muted></video>',
    '<video src="assets/room.mp4" controls></video>',
)

_ASKED = re.compile(r"autoplay=(?<=[?&;]autoplay=)(?!0|false|no)")


def check_moving(page: Page, project: Project) -> Problems:
    """Find sound, film and running text that nobody asked for."""
    hint = "Take it out, and let readers start it: controls."
    for node in page.select("[autoplay], marquee, blink, bgsound"):
        message = f"<{node.tag}> plays or moves by itself"
        if "autoplay" in node.attributes:
            yield report_node(
                AUTOPLAY, message, page, project, node=node, attribute="autoplay", hint=hint
            )
        else:
            yield report(AUTOPLAY, message, page, project, literal=f"<{node.tag}", hint=hint)
    for link in page.links:
        if link.does == LOADS and _ASKED.search(link.address):
            message = f'"{link.address}" plays by itself'
            yield report(AUTOPLAY, message, page, project, literal="autoplay", hint=hint)


CHECK = Check((AUTOPLAY,), page=check_moving)
