r"""Check that no link or image names a file on somebody's own machine."""

from __future__ import annotations

import re
from urllib.parse import unquote

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report
from kapguide.pages.local_files import is_local

LOCAL = Rule(
    "file-local",
    "error",
    r"No link and no image leads to a file on one machine, such as C:\Users\me\room.jpg.",
    "KAP Guide",
    r"![A quiet room](C:\Users\me\room.jpg)",
    "![A quiet room](assets/room.jpg)",
)

_NAME = re.compile(r"(?<=[\\/])[\w.-]+\.\w+\Z")
"""A name that can stand in an address as it is."""


def check_local(page: Page, project: Project) -> Problems:
    """Find addresses that lead nowhere but on the machine of who wrote them."""
    told: set[str] = set()
    for link in page.links:
        address = link.address.strip()
        # The live preview's canonical address is of this machine, too: no reader follows it.
        if address in told or link.tag == "link" or not is_local(address):
            continue
        told.add(address)
        what = "image" if link.tag == "img" else "link"
        message = f'the {what} "{address}" leads to a file on your own machine'
        name = _NAME.search(unquote(address))
        file = f"assets/{name[0]}" if name else "assets/ and its name"
        hint = f"Put the file into docs/assets/ and write {file}."
        yield report(
            LOCAL, message, page, project, literal=_typed(address, page, project), hint=hint
        )


def _typed(address: str, page: Page, project: Project) -> str:
    """Return an address as the file has it: the build writes some signs by their numbers."""
    source = project.source(page)
    forms = (address, address.replace("%5C", "\\"), unquote(address))
    return next((form for form in forms if source and source.find_literal(form)), address)


CHECK = Check((LOCAL,), page=check_local)
