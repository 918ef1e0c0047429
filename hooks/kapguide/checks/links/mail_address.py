"""Check that a link which writes an e-mail names a whole address."""

from __future__ import annotations

import re
from urllib.parse import unquote

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

MAILBOX = Rule(
    "mail-address",
    "error",
    "A link that writes an e-mail leads to mailto: and a whole address.",
    "RFC 6068",
    "[Write to us](mailto:desk@example)",
    "[Write to us](mailto:desk@example.org)",
)

_WHOLE = re.compile(r"[^\s@,;:/<>]+@[^\s@,;:/<>]*[^\W_](?:\.[^\W_][\w-]+)+")
_PARTED = re.compile(r"[,;]")


def check_mailboxes(page: Page, project: Project) -> Problems:
    """Find links whose e-mail address can reach nobody, each once."""
    links = (node.attributes.get("href") or "" for node in page.select('a[href^="mailto:" i]'))
    for address in dict.fromkeys(links):
        written, mark, _ = unquote(address).partition(":")[2].partition("?")
        boxes = [box.strip() for box in _PARTED.split(written)]
        if (mark and not written) or all(_WHOLE.fullmatch(box) for box in boxes):
            continue  # who writes chooses to whom, or each may be written to
        message = f'the link "{unquote(address)}" names no whole e-mail address'
        hint = "Write mailto: and the address, as in mailto:desk@example.org."
        text = " ".join(box for box in boxes if not _WHOLE.fullmatch(box))
        yield report(MAILBOX, message, page, project, literal=address, text=text, hint=hint)


CHECK = Check((MAILBOX,), page=check_mailboxes)
