"""Check that no text of the settings ends at a # that was meant to be in it."""

from __future__ import annotations

from kapguide.checks.definition import Check, Page, Problems, Project, Rule, Site
from kapguide.front_matter.setting_lines import Setting, read_setting_lines
from kapguide.front_matter.yaml_words import quote

CUT = Rule(
    "text-cut",
    "warning",
    "No text that readers see ends at a #, behind which YAML reads nothing.",
    "YAML 1.2",
    "---\ntitle: Our clinic, Suite # 4\n---",
    '---\ntitle: "Our clinic, Suite # 4"\n---',
)
_TEXTS = frozenset({"title", "description", "site_name", "site_description", "copyright"})


def check_settings(site: Site, project: Project) -> Problems:
    """Find texts in mkdocs.yml that lose their end."""
    if project.config:
        for setting in read_setting_lines(project.config.text):
            yield from _judge(setting, project.config.path)


def check_page(page: Page, project: Project) -> Problems:
    """Find texts in a page's own settings that lose their end."""
    source = project.source(page)
    if source:
        lines = source.text.split("\n")[: source.front_matter.body_line - 2]
        # A line of its own for the fence keeps the numbers of all others.
        settings = "\n".join(["", *lines[1:]])
        for setting in read_setting_lines(settings) if "#" in settings else ():
            yield from _judge(setting, source.path)


def _judge(setting: Setting, path: str) -> Problems:
    name = setting.names[-1]
    named = setting.names == (name,) and name in _TEXTS
    if setting.cut and (named or setting.names[:-1] == ("extra", "clinic")):
        message = f'"{name}" ends before "{setting.cut}"'
        whole = quote(f"{setting.text} {setting.cut}")
        hint = f"If that belongs to the text, put the whole in straight quotes: {name}: {whole}"
        yield CUT.problem(message, path, setting.line, hint)


CHECK = Check((CUT,), page=check_page, site=check_settings)
