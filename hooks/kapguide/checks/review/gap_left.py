"""Check that no gap is left that a new site has where only its people know what to write."""

from __future__ import annotations

from kapguide.checks.definition import Check, Problems, Project, Rule, Site

GAP = Rule(
    "gap-left",
    "error",
    "No page, notice or setting keeps a gap of a new site: [fill in: …].",
    "KAP Guide",
    "Ask for [fill in: who answers at night].",
    "Ask for the nurse on duty.",
)


def check_gaps(site: Site, project: Project) -> Problems:
    """Find gaps in the sources, each on its line."""
    pattern = project.words.pattern("gaps.left")
    files = [*project.sources.values(), *project.templates]
    for source in [*files, project.config] if project.config else files:
        for number, line in enumerate(source.text.splitlines(), 1):
            for gap in pattern.finditer(line):
                hint = "Write it, or take the sentence out."
                yield GAP.problem(f"a gap is left: {gap[0]}", source.path, number, hint)


CHECK = Check((GAP,), site=check_gaps)
