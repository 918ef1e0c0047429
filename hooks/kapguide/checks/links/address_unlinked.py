"""Check that a web address which readers see can be followed."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

UNLINKED = Rule(
    "address-unlinked",
    "warning",
    "A web address is a link with words: on its own it is text that nobody can follow.",
    "GOV.UK content guide",
    "Help is found at www.samhsa.gov at any hour.",
    "Help is found at [SAMHSA](https://www.samhsa.gov/) at any hour.",
)

_ADDRESS = re.compile(
    r"(?<![\w@./-])(?:https?://|www\.)[\w-]+(?:\.[\w-]+)+[^\s<>\"”()]*(?<![.,;:!?'’\]])", re.I
)
_APART = {"code", "references", "notice"}
"""What stands in a notice is the notice's own, and the clinic's facts are judged by their form."""


def check_addresses(page: Page, project: Project) -> Problems:
    """Find web addresses in running text, the first of a block."""
    for block in page.blocks:
        if block.within & _APART:
            continue
        linked = " ".join(block.linked)
        shown = (match[0] for match in _ADDRESS.finditer(block.outside))
        address = next((found for found in shown if found not in linked), "")
        if address:
            message = f'the address "{address}" is shown, and is no link'
            whole = address if "://" in address else f"https://{address}"
            hint = f"Write [the name of what is there]({whole})."
            yield report(
                UNLINKED, message, page, project, literal=address, text=block.plain, hint=hint
            )


CHECK = Check((UNLINKED,), page=check_addresses)
