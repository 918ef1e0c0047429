"""Send readers on from the addresses that pages had before: a stub at each."""

from __future__ import annotations

from collections.abc import Iterable

from kapguide.project.build_context import BuildContext
from kapguide.project.engine_pages.page_list import SitePage, built_file
from kapguide.project.moved.redirects import check_redirects, read_redirects, render_stub


def make_stubs(pages: Iterable[SitePage], build: BuildContext) -> dict[str, str]:
    """Return the stubs' texts, by path in the site; none where what pages say is wrong."""
    found, settings = [*pages], build.settings
    wrong = [*check_redirects({page.path: page.source for page in found})]
    for problem in wrong:
        build.report(problem)
    stubs: dict[str, str] = {}
    for page in () if wrong else found:
        for old in read_redirects(page.source):
            file = built_file(old, settings)
            address = page.address_from(file)
            canonical = f"{settings.site_url}{page.url}" if settings.site_url else ""
            stubs[file] = render_stub(address, page.own_title, build.words, canonical)
    return stubs
