"""Check that a page asks no other host for anything.

A request tells the other host who reads about which illness.
"""

from __future__ import annotations

import re

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site, report
from kapguide.pages.linking import LOADS, SENDS, find_style_addresses, host_of

THIRD_PARTY = Rule(
    "third-party",
    "error",
    "A page loads nothing from another host: no script, style, font, image or frame.",
    "HHS on online tracking; FTC Health Breach Notification Rule",
    "![A quiet room](https://images.example.com/room.jpg)",
    "![A quiet room](assets/room.jpg)",
)

_INSTRUCTION = re.compile(r"<\?xml-stylesheet\b[^>]*\bhref\s*=\s*[\"']([^\"']*)", re.I)
_OF_A_FORM = {"action", "formaction"}
_HINT = "Put the file into docs/assets and link to that, or take it out."


def check_third_party(page: Page, project: Project) -> Problems:
    """Find what a page would load from another host."""
    links = [link for link in page.links if link.does in (LOADS, SENDS)]
    asked = [(link.address, link.attribute in _OF_A_FORM) for link in links]
    for node in page.select("style"):
        asked += [(address, False) for address in find_style_addresses(node.text())]
    asked += [(found, False) for found in _INSTRUCTION.findall(page.html) if page.drawing]
    for address, typed in asked:
        host = host_of(address)
        if host and host != project.host:
            message, hint = f'the page loads "{address}" from another host', _HINT
            if typed:
                message = f'the page sends what readers type to another host, "{address}"'
                hint = "Link to a page of that host in place of the form, and say whose it is."
            yield report(THIRD_PARTY, message, page, project, literal=address, hint=hint)


def check_styles(site: Site, project: Project) -> Problems:
    """Find what the site's own stylesheets would load from another host."""
    for path in sorted(site.files):
        if not path.lower().endswith(".css"):
            continue
        text = site.read(path).decode("utf-8", "replace")
        for address in dict.fromkeys(find_style_addresses(text)):
            host = host_of(address)
            if host and host != project.host:
                message = f'the stylesheet loads "{address}" from another host'
                yield THIRD_PARTY.problem(message, site.prefix + path, hint=_HINT)


CHECK = Check((THIRD_PARTY,), page=check_third_party, site=check_styles, drawings=True)
