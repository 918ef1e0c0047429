"""Find the mistakes in mkdocs.yml that would stop an engine, all of them, each with its line.

An engine names the class of Python that it expected, and stops at the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import yaml
from markdown_citations.problems import did_you_mean, is_slip

from kapguide.front_matter.parsing import KeyPath, find_lines
from kapguide.front_matter.setting_lines import find_setting_line
from kapguide.front_matter.validation import OF_TEXT_ABOVE, find_mistakes
from kapguide.front_matter.yaml_words import quote
from kapguide.project.clinic_facts import ON_EVERY_PAGE
from kapguide.project.config_file import CannotRun, ConfigFile, Loader, merge_config, read_config
from kapguide.project.config_mistakes.add_ons import find_missing_add_ons
from kapguide.project.config_mistakes.known_settings import KINDS, OF_THEME, SETTINGS, Found
from kapguide.project.config_mistakes.menu_entries import find_entry_mistakes
from kapguide.project.config_mistakes.named_files import find_missing_files
from kapguide.project.config_mistakes.settings_places import find_misplaced
from kapguide.project.editions.editions import Editions


def require_sound(path: Path) -> None:
    """Raise CannotRun where a file of settings, or what it inherits from, has mistakes."""
    found = [*find_config_mistakes(read_config(path))]
    if found:
        raise CannotRun("\n".join(dict.fromkeys(found)))


def require_sound_site(editions: Editions) -> None:
    """Raise CannotRun where the settings of a site, in any of its languages, have mistakes."""
    found: list[str] = []
    for edition in editions.all:
        file = edition.settings.file
        said = find_config_mistakes(read_config(file))
        # What a language inherits has been told with the file that it inherits from.
        found += (one for one in said if edition.folder == "" or one.startswith(f"{file.name}:"))
    found = found or [*_find_other_addresses(editions)]
    if found:
        raise CannotRun("\n".join(dict.fromkeys(found)))


def _find_other_addresses(editions: Editions) -> Iterator[str]:
    """Say where a language has not the address of its folder in the site."""
    whole = editions.first.settings.site_url
    for edition in editions.all if whole else ():
        own, meant = edition.settings.site_url, urljoin(whole, edition.folder)
        if own and own != meant:
            file = edition.settings.file
            line = find_setting_line(file.read_text("utf-8-sig"), "site_url")
            yield (
                f"{file.name}:{line}: the site in the language {edition.language} lies in the "
                f"folder {edition.folder} of {whole}, not at {own}. Write site_url: {meant}"
            )


def find_config_mistakes(files: Sequence[ConfigFile]) -> Iterator[str]:
    """Say what is wrong in a file and in those that it inherits from, nearest first."""
    lines = [[*find_lines(yaml.compose(file.text, Loader))] for file in files]
    for file, places in zip(files, lines, strict=True):
        first: dict[KeyPath, int] = {}
        doubled: set[KeyPath] = set()
        for path, line in places:
            # What stands within has been entered as well.
            if path in first and doubled.isdisjoint(path[:end] for end in range(len(path))):
                doubled.add(path)
                twice = f'"{path[-1]}" stands twice, first on line {first[path]}'
                yield f"{file.path.name}:{line}: {twice}. Keep one of them."
            first.setdefault(path, line)
        other = (*find_misplaced(file, files), *find_entry_mistakes(file, first))
        for path, message, hint in (*_find_wrong_kinds(file), *other):
            steps = (path[:end] for end in range(len(path), 0, -1))
            line = next((first[step] for step in steps if step in first), 1)
            yield f"{file.path.name}:{line}: {message}. {hint}".rstrip()
    merged = merge_config(files)
    unknown = [str(name) for name in merged if name not in SETTINGS]
    if files and not merged.get("site_name") and not did_you_mean("site_name", unknown):
        line = dict(lines[0]).get(("site_name",), 1)
        hint = f"Write site_name: {quote('Name of your clinic')}"
        yield f"{files[0].path.name}:{line}: the site has no name. {hint}"
    missing = (*find_missing_files(files, merged), *find_missing_add_ons(merged)) if files else ()
    for path, message, hint in missing:
        found = zip(files, map(dict, lines), strict=True)
        at = ((file.path.name, places[path]) for file, places in found if path in places)
        name, line = next(at, (files[-1].path.name, 1))
        yield f"{name}:{line}: {message}. {hint}".rstrip()


def _find_wrong_kinds(file: ConfigFile) -> Found:
    # What has no value is as if it were not there; what !ENV stands for is not known here.
    values = {name: value for name, value in file.values.items() if value is not None}
    for name in (str(name) for name in values):
        if len(name.split()) > 1:
            yield (name,), f'"{name}" is no setting', OF_TEXT_ABOVE
            return  # the text above may be empty for that
    theme = values.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    given = {name: value for name, value in theme.items() if value is not None}
    for mistake in (
        *find_mistakes(values, {"properties": KINDS}),
        *find_mistakes(given, {"properties": OF_THEME}, ("theme",)),
    ):
        yield mistake.path, mistake.message, mistake.hint
    extra: Any = values.get("extra")
    extra = extra if isinstance(extra, dict) else {}
    for name, value in extra.items():
        # All other names may be those that a template of one's own asks for.
        facts = isinstance(value, dict) and any(fact in value for fact in ON_EVERY_PAGE)
        meant = "clinic" if facts else "languages" if isinstance(value, list) else ""
        if meant and meant not in extra and is_slip(str(name), meant):
            hint = f'Did you mean "{meant}"?'
            yield ("extra", str(name)), f'there is nothing called "{name}" under extra', hint
    address = values.get("site_url")
    if isinstance(address, str) and address and not _is_whole(address):
        bare = address.partition(":")[2] if address.lower().startswith("http") else address
        host = "-".join(bare.strip("/ ").split()).lower()
        meant = f"https://{host}/" if "." in host else "https://www.your-clinic.com/"
        yield ("site_url",), f'"site_url" is no whole address: {address}', f"Write {meant}"


def _is_whole(address: str) -> bool:
    start, _, rest = address.partition("://")
    return start.lower() in ("http", "https") and rest.strip("/") != "" and not rest.split()[1:]
