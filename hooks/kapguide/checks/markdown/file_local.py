r"""Check that no link or image names a file on somebody's own machine."""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

LOCAL = Rule(
    "file-local",
    "error",
    r"No link and no image leads to a file on one machine, such as C:\Users\me\room.jpg.",
    "KAP Guide",
    r"![A quiet room](C:\Users\me\room.jpg)",
    "![A quiet room](assets/room.jpg)",
)

_LOCAL = re.compile(
    r"(?:[A-Za-z]:(?:[\\/]|%5C)|file:|\\|%5C|blob:|cid:|mhtml:|ms-\w+:"
    r"|(?:https?:)?//(?:localhost|127\.0\.0\.1)\b).*",
    re.I,
)


def check_local(page: Page, project: Project) -> Problems:
    """Find addresses that lead nowhere but on the machine of who wrote them."""
    told: set[str] = set()
    for link in page.links:
        address = link.address.strip()
        # The live preview's canonical address is of this machine, too: no reader follows it.
        if address in told or link.tag == "link" or not _LOCAL.match(address):
            continue
        told.add(address)
        what = "image" if link.tag == "img" else "link"
        message = f'the {what} "{address}" leads to a file on your own machine'
        hint = "Put the file into docs/assets/ and write assets/ and its name."
        typed = address.replace("%5C", "\\")
        yield report(LOCAL, message, page, project, literal=typed, hint=hint)


CHECK = Check((LOCAL,), page=check_local)
