"""Check that the site has a home page: every page leads there."""

from __future__ import annotations

from kapguide.checks.definition import Check, Problems, Project, Rule, Site
from kapguide.checks.links.link_broken import find_broken

MISSING = Rule(
    "home-missing",
    "error",
    "The site has a home page, whose file is called index.md.",
    "KAP Guide",
    "nav:\n  - Home: home.md",
    "nav:\n  - Home: index.md",
)


def check_home(site: Site, project: Project) -> Problems:
    """Find that there is no page at the site's own address."""
    led = any(not link.wrong.target.strip("/") for link in find_broken(site, project).values())
    if "index.html" in site.files or not led or not project.sources:
        return
    docs = next(iter(project.sources.values())).path.partition("/")[0]
    message = "the site has no home page, to which every page leads"
    hint = f"Rename its file back to index.md, in {docs}/ and in the menu; its title is free."
    yield MISSING.problem(message, f"{docs}/index.md", hint=hint)


CHECK = Check((MISSING,), site=check_home)
