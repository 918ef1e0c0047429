"""Measure how long the page checks take: 1,000 pages, on one core.

Copies the pages of a built site under other names until there are enough, so
that the pages are as long and as varied as real ones; checks twice, with half
and with all of them, to see that time grows with the number of pages.

    python benchmarks/checks.py [SITE] [--pages 1000]
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path

from kapguide.checks.folder import load_whole_project
from kapguide.checks.running import check_site
from kapguide.pages.page import Page, parse_page
from kapguide.project.disk import read_site
from kapguide.project.project import Project, Site
from kapguide.project.settings import read_settings

ROOT = Path(__file__).resolve().parent.parent


def multiply(site: Site, number: int) -> list[tuple[str, str]]:
    """Give that many pages, as name and HTML, beside those of the site."""
    pages = [page for page in site.pages if page.url.endswith("/index.html")]
    return [
        (f"copy{n}-{page.url}", page.html)
        for n, page in zip(range(number), pages * (number // len(pages) + 1), strict=False)
    ]


def measure(site: Site, project: Project, number: int) -> float:
    """Return the seconds that reading and checking so many pages takes."""
    copies = multiply(site, number)
    files = {**site.files, **{name: len(html) for name, html in copies}}
    sources = {
        f"{name.removesuffix('/index.html')}.md": source
        for name, _ in copies
        if (
            source := project.sources.get(
                f"{name.partition('-')[2].removesuffix('/index.html')}.md"
            )
        )
    }
    project = replace(project, sources=sources)
    start = time.process_time()
    pages: tuple[Page, ...] = tuple(parse_page(html, name, name) for name, html in copies)
    check_site(Site(pages, files, site.read, prefix=site.prefix), project)
    return time.process_time() - start


def main() -> None:
    """Print the seconds for half and for all pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site")
    parser.add_argument("--pages", type=int, default=1000)
    options = parser.parse_args()
    site, project = read_site(options.site), load_whole_project(read_settings(ROOT))
    measure(site, project, 10)  # loads the dictionary of syllables
    for number in (options.pages // 2, options.pages):
        seconds = measure(site, project, number)
        print(f"{number} pages: {seconds:.1f} s, {1000 * seconds / number:.1f} ms a page")


if __name__ == "__main__":
    main()
