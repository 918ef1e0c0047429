"""Read from mkdocs.yml where things are.

MkDocs's defaults stand where the file says nothing or is not there. MkDocs itself is
not needed: the checks run where it is not installed.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markdown_citations.configuration import bibliography_paths

from kapguide.front_matter.setting_lines import find_setting_line
from kapguide.project.clinic_facts import Clinic, read_clinic
from kapguide.project.config_file import CannotRun, ConfigFile, merge_config, read_config
from kapguide.project.menu import Menu, read_menu
from kapguide.project.page_templates import find_themes
from kapguide.words import Words, choose_words

__all__ = ["CannotRun", "Settings", "read_settings"]

CITATIONS = "kapguide.citations"
"""The name under which mkdocs.yml lists the citation extension."""


@dataclass(frozen=True, slots=True, eq=False)
class Settings:
    """Where a project keeps its parts."""

    root: Path
    file: Path
    """The file of settings that was read."""
    config: Path
    """The file of settings that holds the menu, if one does."""
    docs: Path
    site: Path
    templates: Path | None
    themes: tuple[Path, ...]
    """The folders of the theme's own templates, one for each engine that has it installed."""
    site_name: str
    site_description: str
    site_url: str
    bibliographies: tuple[Path, ...]
    menu: Menu | None
    words: Words
    extra: Mapping[str, Any]
    """What mkdocs.yml says under `extra`."""
    clinic: Clinic
    """What it says there of the clinic, with the line of each fact."""
    citations: Mapping[str, Any]
    """The options of the citation extension."""
    language: str
    """As mkdocs.yml has it: `en`, `pt-BR`."""
    excluded: tuple[str, ...]
    """Patterns, as in .gitignore, of files of docs/ that the site does not get."""
    directory_urls: bool
    """Whether risks.md becomes risks/index.html, and not risks.html."""


def read_settings(place: Path) -> Settings:
    """Read the settings of a project's folder, or of its config file by another name.

    Raises CannotRun where the file, or one that it inherits from, is broken.
    """
    path = place if place.is_file() else place / "mkdocs.yml"
    root = path.parent
    files = read_config(path)
    values = merge_config(files)
    theme = values.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    menu = _read_menu(files, values, root)
    return Settings(
        root=root,
        file=path,
        config=root / menu.path if menu else path,
        docs=root / str(values.get("docs_dir") or "docs"),
        site=root / str(values.get("site_dir") or "site"),
        templates=root / str(custom) if custom else None,
        themes=_find_themes(theme),
        site_name=str(values.get("site_name") or ""),
        site_description=str(values.get("site_description") or ""),
        site_url=_read_address(files, str(values.get("site_url") or "")),
        bibliographies=tuple(bibliography_paths(_citations(values), root)),
        menu=menu,
        words=choose_words(theme, values.get("extra"), root),
        extra=extra if isinstance(extra := values.get("extra"), dict) else {},
        clinic=read_clinic(files, root),
        citations=_citations(values),
        language=str((theme.get("language") if isinstance(theme, dict) else None) or "en"),
        excluded=_read_excluded(values),
        directory_urls=bool(values.get("use_directory_urls", True)),
    )


def _read_excluded(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the patterns: first those that MkDocs has always, for later ones may undo them."""
    named = (str(values.get(name) or "") for name in ("exclude_docs", "draft_docs"))
    return (".*", "/templates/", *(line for text in named for line in text.splitlines()))


def _find_themes(theme: Any) -> tuple[Path, ...]:
    name = theme.get("name") if isinstance(theme, dict) else theme
    return find_themes(name) if isinstance(name, str) else ()


def _read_address(files: Sequence[ConfigFile], address: str) -> str:
    """Return the site's address, that of a folder as MkDocs takes it.

    Raises CannotRun for one that can be none.
    """
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        file = next(file for file in files if "site_url" in file.values)
        place = f"{file.path.name}:{find_setting_line(file.text, 'site_url')}"
        raise CannotRun(
            f'{place}: "site_url" is no address: {error}. Write it as in https://guide.example/'
        ) from None
    if address and not parts.path.endswith("/"):
        return parts._replace(path=f"{parts.path}/").geturl()
    return address


def _read_menu(files: Sequence[ConfigFile], values: dict[str, Any], root: Path) -> Menu | None:
    """Read the menu of the nearest file that has one."""
    holder = next((file for file in files if "nav" in file.values), None)
    if holder is None:
        return None
    unlisted = tuple(str(values.get("not_in_nav") or "").splitlines())
    found: Any = values.get("validation")
    for name in ("nav", "absolute_links"):
        found = found.get(name) if isinstance(found, dict) else None
    shown = Path(os.path.relpath(holder.path, root)).as_posix()
    return read_menu(holder.text, shown, unlisted, found == "relative_to_docs")


def _citations(values: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of the citation extension, named in a list or in a group."""
    extensions = values.get("markdown_extensions")
    for extension in extensions if isinstance(extensions, list) else [extensions]:
        named = extension.get(CITATIONS) if isinstance(extension, dict) else None
        if isinstance(named, dict):
            return named
    return {}
