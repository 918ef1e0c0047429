"""Check that a page is light: many read it on an old phone with little data left."""

from __future__ import annotations

import functools
import posixpath
import zlib
from collections.abc import Iterator

from kapguide.checks.definition import Check, Page, Problem, Problems, Project, Rule, Site, report
from kapguide.project.addresses import find_file

WEIGHT = Rule(
    "weight",
    "error",
    "A page's first load is at most 150 KB compressed and 12 requests; no image is over 500 KB.",
    "Web Almanac; NHS service manual",
    '<img src="assets/photo.jpg" alt="A quiet room"> where the photo has 9 MB',
    '<img src="assets/photo.jpg" alt="A quiet room"> where the photo has 60 KB',
)

MOST_BYTES = 150_000
MOST_REQUESTS = 12
MOST_IMAGE = 500_000
_LOADED = "link[href], script[src], img[src], video[poster], iframe[src]"
"""What is loaded at once; what stands in a <template> is not."""
_RELATIONS = frozenset({"stylesheet", "preload", "modulepreload"})
_PACKED = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".woff", ".woff2", ".mp4", ".gz")


def check_weight(site: Site, project: Project) -> Problems:
    """Find pages that load too much, and images that are too large."""
    for problems in site.noted(note_load, project):
        yield from problems


def note_load(page: Page, site: Site, project: Project) -> tuple[Problem, ...]:
    """Note what is too heavy on a page."""
    if page.redirect:
        return ()
    return tuple(_check_images(page, site, project)) or tuple(_check_load(page, site, project))


def _check_load(page: Page, site: Site, project: Project) -> Problems:
    sizes = {path: _compressed(path, site) for path in _first_load(page, site, project)}
    # What passes as it is, or compressed in haste, needs no better compression.
    assets = sum(sizes.values())
    total = assets + len(page.html)
    for level in (1, 6):
        if total > MOST_BYTES:
            total = assets + len(zlib.compress(page.html.encode(), level))
    if total > MOST_BYTES or len(sizes) + 1 > MOST_REQUESTS:
        largest = max(sizes, key=sizes.__getitem__, default=page.url)
        message = f"the first load is {total // 1000} KB in {len(sizes) + 1} requests"
        hint = f"The largest file is {largest}; make it smaller, or load it later."
        yield report(WEIGHT, message, page, project, hint=hint)


def _check_images(page: Page, site: Site, project: Project) -> Problems:
    for node in page.tree.css("img[src]"):
        path = find_file(node.attributes["src"] or "", page.url, project)
        size = site.files.get(path, 0)
        if size > MOST_IMAGE:
            message = f'the image "{posixpath.basename(path)}" has {size / 1e6:.1f} MB'
            hint = "Save it at the width at which it is shown (at most 1,200 pixels)."
            literal = posixpath.basename(path)
            yield report(WEIGHT, message, page, project, literal=literal, hint=hint)


def _first_load(page: Page, site: Site, project: Project) -> Iterator[str]:
    for node in page.tree.css(_LOADED):
        tag, attributes = node.tag, node.attributes
        if tag == "link" and not _RELATIONS & set((attributes.get("rel") or "").lower().split()):
            continue
        if (attributes.get("loading") or "").lower() == "lazy":
            continue
        address = attributes.get("href") or attributes.get("src") or attributes.get("poster")
        path = find_file(address or "", page.url, project)
        if path in site.files:
            yield path


@functools.lru_cache(maxsize=1024)
def _compressed(path: str, site: Site) -> int:
    if path.endswith(_PACKED):
        return site.files[path]
    return len(zlib.compress(site.read(path), 6))


CHECK = Check((WEIGHT,), site=check_weight, note=note_load)
