"""Check that a page leads to itself in the other languages, and tells search engines of it."""

from __future__ import annotations

from urllib.parse import urljoin

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, report

UNLINKED = Rule(
    "language-unlinked",
    "error",
    "A page that there is in several languages names all (hreflang), and links the others.",
    "WCAG 2.2, 3.1.1; Google Search Central, localized versions",
    '<link rel="alternate" hreflang="es" href="https://kap-guide.example/risks/">',
    '<link rel="alternate" hreflang="es" href="https://kap-guide.example/es/risks/">',
)
_DEFAULT = "x-default"
_HINT = "The template and the finishing of pages do it: see overrides/main.html."


def check_languages(page: Page, project: Project) -> Problems:
    """Find a language that a page does not name, or names at another address."""
    wanted = project.languages.addresses.get(project.source_name(page))
    if not wanted:
        return
    first = next(iter(wanted))
    named = {
        str(link.attributes.get("hreflang")): link.attributes.get("href") or ""
        for link in page.select('link[rel="alternate"][hreflang]')
    }
    for language, address in {**wanted, _DEFAULT: wanted[first]}.items():
        if named.get(language) != address:
            message = f'the page does not name its address in "{language}", {address}'
            yield report(UNLINKED, message, page, project, hint=_HINT)
    here = urljoin(project.site_url, page.url.removesuffix("index.html"))
    led = {urljoin(here, link.attributes.get("href") or "") for link in page.select("a[hreflang]")}
    for language, address in wanted.items():
        if address not in {here, *led}:
            message = f'no link leads to the page in "{language}", {address}'
            yield report(UNLINKED, message, page, project, hint=_HINT)


CHECK = Check((UNLINKED,), page=check_languages)
