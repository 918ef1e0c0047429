"""Find settings that stand in another place than theirs, and names that no setting has.

An engine stops at both, and says neither where they belong nor in which file they stand.
What stands under `extra` may be what a template of one's own asks for, and is left alone but
for what stands as facts of the clinic do.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from markdown_citations.configuration import OPTIONS
from markdown_citations.problems import did_you_mean, is_slip, nearest

from kapguide.front_matter.parsing import KeyPath
from kapguide.project.clinic_facts import ON_EVERY_PAGE
from kapguide.project.config_file import ConfigFile, merge_config
from kapguide.project.config_mistakes.group_lines import advise_move
from kapguide.project.config_mistakes.known_settings import OF_EXTRA, OF_THEME, SETTINGS, Found
from kapguide.project.page_templates import find_themes
from kapguide.project.settings import CITATIONS


def find_misplaced(file: ConfigFile, files: Sequence[ConfigFile]) -> Found:
    """Find them in a file, which is one of those that inherit from each other."""
    values = merge_config(files)
    homes = _find_homes(values)
    if _is_of_theme(file.values, values):
        homes["name"] = ("theme",)
    written: dict[KeyPath, str] = {}  # which setting's message tells to write a group
    for name in map(str, file.values):
        home = () if name in SETTINGS else homes.get(name, ())
        meant = nearest(name, SETTINGS)
        near = "" if meant in file.values else did_you_mean(name, SETTINGS)
        if home:
            group = " ".join(f"{step}:" for step in home)
            said = f'"{name}" stands at the line\'s start, and belongs under {group}'
            hint = advise_move(name, home, file, files)
            if 'Write "' in hint and "spaces" in hint and written.setdefault(home, name) != name:
                hint = f'Move it below "{written[home]}" then, with as many spaces before it.'
            yield (name,), said, hint
        elif name not in SETTINGS and near and " " not in name:
            yield (name,), f'no setting is called "{name}"', near
    theme = file.values.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    for name in map(str, theme):
        if name in SETTINGS:
            said = f'"{name}" stands under theme:, and belongs at the line\'s start'
            yield ("theme", name), said, "Move it to the file's end, without a space before it."
        elif meant := next((one for one in OF_THEME if is_slip(name, one)), ""):
            # All other names may be those that a template of one's own asks for.
            said = f'there is nothing called "{name}" under theme'
            yield ("theme", name), said, f'Did you mean "{meant}"?'
    extra = file.values.get("extra")
    yield from _find_facts_beside(extra if isinstance(extra, dict) else {})


def _find_facts_beside(extra: Mapping[Any, Any]) -> Found:
    """Find the facts right below an empty `clinic:` that start where it starts."""
    names = [*map(str, extra)]
    if "clinic" not in extra or extra["clinic"] is not None:
        return
    below = names[names.index("clinic") + 1 :]
    facts = [
        *itertools.takewhile(lambda name: name not in OF_EXTRA and _is_text(extra, name), below)
    ]
    if len(facts) > 1 and facts[0] in ON_EVERY_PAGE:
        said = f"nothing belongs to clinic:, for {', '.join(facts)} start where it starts"
        yield ("extra", facts[0]), said, "Write two more spaces before each of these lines."


def _is_text(group: Mapping[Any, Any], name: str) -> bool:
    return isinstance(group.get(name), str | int | float | None)


def _find_homes(values: Mapping[str, Any]) -> dict[str, KeyPath]:
    """Return where each setting belongs that does not stand at a line's start."""
    extra = values.get("extra")
    clinic = extra.get("clinic") if isinstance(extra, dict) else None
    facts = [*ON_EVERY_PAGE, *map(str, clinic if isinstance(clinic, dict) else ())]
    return {
        **dict.fromkeys(OPTIONS, ("markdown_extensions", CITATIONS)),
        **dict.fromkeys(facts, ("extra", "clinic")),
        **dict.fromkeys(OF_THEME, ("theme",)),
        **dict.fromkeys(OF_EXTRA, ("extra",)),
    }


def _is_of_theme(own: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Whether a name at a line's start is the theme's, which has none, and not the clinic's."""
    if "name" not in own or isinstance(values.get("theme"), str):
        return False
    if (values.get("theme") or {}).get("name"):
        return False
    order = [*own]
    below = own.get("theme", ...) is None and order.index("name") == order.index("theme") + 1
    return below or bool(find_themes(str(own["name"])))
