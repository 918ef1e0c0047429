"""Check that an address which readers see can be followed."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.project.addresses import lead_straight
from kapguide.project.fact_forms import find_wrong_lines

UNLINKED = Rule(
    "address-unlinked",
    "warning",
    "A web address, an e-mail address or a DOI is a link with words: on its own it is text that "
    "nobody can follow.",
    "GOV.UK content guide",
    "Help is found at www.samhsa.gov at any hour.",
    "Help is found at [SAMHSA](https://www.samhsa.gov/) at any hour.",
)

_ADDRESS = re.compile(
    r"(?<![\w@./-])(?:https?://[\w-]+|www\.[\w-]+\.[\w-]+)[^\s<>\"”()]*(?<![.,;:!?'’\]])"
    r"|(?P<mistyped>(?<![\w@./:+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*(?:,|\.\.+)(?:com|org|net|edu|gov|mx|es)\b)"
    r"|(?P<mailbox>(?<![\w@./:+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w/])(?:doi:\s?|(?=10\.\d+/(?:\S*[^\W\d_]|\S{5})))(?P<doi>10\.\d{4,9}/"
    r"(?:[^\s<>\"”()]|\([^\s<>\"”()]*\))+(?<![.,;:!?'’\]]))",
    re.I,
)
_BROKEN_DOT = re.compile(r",|\.{2,}")
"""What was to be the dot of an e-mail address."""
_APART = {"code", "references", "notice"}
"""What stands in a notice is the notice's own, and the clinic's facts are judged by their form."""


def check_addresses(page: Page, project: Project) -> Problems:
    """Find addresses in running text, the first of a block."""
    told = find_wrong_lines(page, project.clinic)
    for block in page.blocks:
        if block.within & _APART or block.text in told:
            continue
        linked = " ".join(block.linked)
        shown = _ADDRESS.finditer(block.outside) if _has_any(block.outside) else ()
        found = next((match for match in shown if match[0] not in linked), None)
        if found:
            message = f'the address "{found[0]}" is shown, and is no link'
            hint = f"Write [the name of what is there]({_link(found)})."
            yield report(
                UNLINKED, message, page, project, literal=found[0], text=block.plain, hint=hint
            )


def _has_any(text: str) -> bool:
    """Whether a text has a sign that all addresses have, which is found fast."""
    return "://" in text or "www." in text.lower() or "@" in text or "10." in text


def _link(found: re.Match[str]) -> str:
    """Return an address as a link has it."""
    if found["mailbox"] or found["mistyped"]:
        return f"mailto:{_BROKEN_DOT.sub('.', found[0])}"
    if found["doi"]:
        return f"https://doi.org/{found['doi']}"
    return lead_straight(found[0] if "://" in found[0] else f"https://{found[0]}")


CHECK = Check((UNLINKED,), page=check_addresses)
