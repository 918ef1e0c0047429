"""Check that a page asks no other host for anything.

A request tells the other host who reads about which illness.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site, report

THIRD_PARTY = Rule(
    "third-party",
    "error",
    "A page loads nothing from another host: no script, style, font, image or frame.",
    "HHS on online tracking; FTC Health Breach Notification Rule",
    "![A quiet room](https://images.example.com/room.jpg)",
    "![A quiet room](assets/room.jpg)",
)

_LOADS = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
    "form": ("action",),
    "body": ("background",),
}
_RELATIONS = {
    "stylesheet",
    "icon",
    "apple-touch-icon",
    "mask-icon",
    "preload",
    "modulepreload",
    "prefetch",
    "prerender",
    "preconnect",
    "dns-prefetch",
    "manifest",
}
_ELSEWHERE = re.compile(r"^\s*(?:https?:|wss?:|ftp:)?//+([^/?#\s]+)", re.I)
_IN_STYLE = re.compile(
    r"(?:@import\s+(?:url\(\s*)?|url\(\s*)[\"']?((?:https?:)?//[^\"')\s;]+)", re.I
)
_SELECTOR = ", ".join(_LOADS) + ", link[href], style, [style], [ping]"
_HINT = "Put the file into docs/assets and link to that, or take it out."


def check_third_party(page: Page, project: Project) -> Problems:
    """Find what a page would load from another host."""
    for address in _requests(page):
        host = _ELSEWHERE.match(address)
        if host and host[1].lower() != project.host:
            message = f'the page loads "{address}" from another host'
            yield report(THIRD_PARTY, message, page, project, literal=address, hint=_HINT)


def _requests(page: Page) -> Iterator[str]:
    for node in page.select(_SELECTOR):
        attributes = node.attributes
        tag = node.tag or ""
        for name in _LOADS.get(tag, ()):
            value = attributes.get(name) or ""
            if name == "srcset":
                yield from (part.split()[0] for part in value.split(",") if part.strip())
            else:
                yield value
        if tag == "link" and _RELATIONS & set((attributes.get("rel") or "").lower().split()):
            yield attributes.get("href") or ""
        if tag == "style":
            yield from _IN_STYLE.findall(node.text())
        yield from _IN_STYLE.findall(attributes.get("style") or "")
        yield attributes.get("ping") or ""


def check_styles(site: Site, project: Project) -> Problems:
    """Find what the site's own stylesheets would load from another host."""
    for path in sorted(site.files):
        if not path.endswith(".css"):
            continue
        text = site.read(path).decode("utf-8", "replace")
        for address in dict.fromkeys(_IN_STYLE.findall(text)):
            host = _ELSEWHERE.match(address)
            if host and host[1].lower() != project.host:
                message = f'the stylesheet loads "{address}" from another host'
                yield THIRD_PARTY.problem(message, site.prefix + path, hint=_HINT)


CHECK = Check((THIRD_PARTY,), page=check_third_party, site=check_styles)
