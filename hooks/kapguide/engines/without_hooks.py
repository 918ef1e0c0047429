"""Build with Zensical 0.0.73: give it a copy of the project that needs no hooks.

| what it cannot do | what stands in for it |
| --- | --- |
| leave out files of docs/ as hooks do | a copy of docs/ without them |
| the texts of our templates, which a hook puts into the settings | settings of the copy |
| fill in templates that are no pages, as the stylesheet for paper is | filled in here |
| all that is done to built pages | `finishing`, over what it has built |
| our search: it has another script and another index | the A to Z, which needs no script |
| a panel with the problems in the live preview | `kapguide build --engine zensical` |
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment

from kapguide.checks.fitness import find_unfit, list_published
from kapguide.finishing.finish_folder import finish
from kapguide.finishing.site_files import make_site_files
from kapguide.front_matter.parsing import hide_settings, read_front_matter
from kapguide.front_matter.saved_text import read_text
from kapguide.project.config_file import merge_config, read_config
from kapguide.project.engine_pages.page_at_hand import VARIABLE, begin_without_hooks
from kapguide.project.settings import Settings
from kapguide.words import template_words

MISSING = (
    "Not in a site that Zensical builds: the search, for which the A to Z stands in, and the "
    "panel of problems in the live preview."
)
_NAME, _TEMPLATES = "zensical.yml", "templates"


class ZensicalCopy:
    """A copy of a project, for as long as it is needed."""

    def __init__(self, settings: Settings) -> None:
        self.settings, self.build = settings, begin_without_hooks(settings)
        self.environment = {VARIABLE: str(settings.file)}
        self._kept = tempfile.TemporaryDirectory()
        self.folder = Path(self._kept.name)
        self.config = self.folder / _NAME

    def __enter__(self) -> ZensicalCopy:
        docs = self.folder / _name_docs(self.settings)
        _copy_docs(self.settings, docs)
        for path, content in make_site_files(self.build).items():
            if not (docs / path).exists():
                (docs / path).parent.mkdir(parents=True, exist_ok=True)
                (docs / path).write_bytes(content)
        values = _settings_of(self.settings)
        if self.settings.templates and isinstance(values["theme"], dict):
            # What explains the templates is none of the site.
            besides = shutil.ignore_patterns("*.md")
            shutil.copytree(self.settings.templates, self.folder / _TEMPLATES, ignore=besides)
            values["theme"]["custom_dir"] = _TEMPLATES
        _write_static_templates(docs, self.settings, values)
        self.config.write_text(yaml.safe_dump(values, allow_unicode=True), "utf-8")
        return self

    def __exit__(self, *error: object) -> None:
        self._kept.cleanup()

    def take(self, folder: Path) -> bool:
        """Move what was built of it to a folder, and finish it; say whether there was anything."""
        site = self.folder / "site"
        if not any(site.rglob("*.html")):
            return False
        shutil.move(site, folder)
        finish(folder, self.build)
        return True


def _name_docs(settings: Settings) -> Path:
    """Return the place of the pages in the copy: where they are in the project, if they are."""
    docs, root = settings.docs.absolute(), settings.root.absolute()
    return docs.relative_to(root) if docs.is_relative_to(root) else Path(docs.name)


def _copy_docs(settings: Settings, to: Path) -> None:
    """Copy what may be published."""
    for path in list_published(settings):
        if not find_unfit(path, settings.docs, settings.root):
            copy = to / path.relative_to(settings.docs)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
            if path.suffix == ".md":
                copy.write_text(_mend(read_text(path)), "utf-8")


def _mend(text: str) -> str:
    """Return a page without settings that cannot be read: Zensical would build nothing."""
    front_matter = read_front_matter(text)
    return text if front_matter.readable else hide_settings(text, front_matter)


def _write_static_templates(docs: Path, settings: Settings, values: dict[str, Any]) -> None:
    theme = values["theme"]
    for name in theme.get("static_templates") or () if isinstance(theme, dict) else ():
        if settings.templates and (settings.templates / name).is_file():
            template = Environment().from_string((settings.templates / name).read_text("utf-8"))
            (docs / name).parent.mkdir(parents=True, exist_ok=True)
            (docs / name).write_text(template.render(config=values), "utf-8")


def _settings_of(settings: Settings) -> dict[str, Any]:
    """Return the settings as Zensical needs them: one file, with the texts of our templates."""
    values = merge_config(read_config(settings.file))
    theme = values.get("theme")
    values["theme"] = {**theme, "variant": "classic"} if isinstance(theme, dict) else theme
    values |= {"docs_dir": _name_docs(settings).as_posix(), "site_dir": "site"}
    values["extra"] = {**settings.extra, "words": template_words(settings.words)}
    values.pop("hooks", None)
    return values
