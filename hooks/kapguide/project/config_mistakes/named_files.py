"""Find what mkdocs.yml names and what is not there: folders, pictures, icons, stylesheets."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from markdown_citations.problems import did_you_mean, nearest
from pathspec import GitIgnoreSpec

from kapguide.front_matter.parsing import KeyPath, read_front_matter
from kapguide.front_matter.saved_text import read_text
from kapguide.front_matter.search_terms import read_texts
from kapguide.front_matter.validation import format_path
from kapguide.project.config_file import ConfigFile
from kapguide.project.config_mistakes.known_settings import Found
from kapguide.project.config_mistakes.menu_entries import walk_menu
from kapguide.project.disk import INCLUDES
from kapguide.project.page_templates import find_themes
from kapguide.words.language_tags import find_language

_FIRST_HOOK = "hooks/begin_build.py"
_NEEDED = ("index.md", "get-help-now.md", "a-to-z.md")
_ICONS, _LANGUAGES = ".icons", "partials/languages"
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.I)


def find_missing_files(files: Sequence[ConfigFile], values: Mapping[str, Any]) -> Found:
    """Find them in `values`, which files have that inherit from each other, nearest first."""
    root = files[0].path.parent
    # Those of the first language serve the others, too.
    folders = [root / _folder(file.values) for file in files]
    docs, first = folders[0], folders[-1]
    theme = values.get("theme")
    theme = theme if isinstance(theme, dict) else {"name": theme}
    if not docs.is_dir():
        there = (path.name for path in root.iterdir() if path.is_dir())
        hint = did_you_mean(docs.name, there) or "Write the name of the folder of the pages."
        yield ("docs_dir",), f'there is no folder "{_folder(values)}"', hint
        return
    yield from _find_missing_in_docs(docs, theme, values)
    found = find_themes(str(theme.get("name")))
    themes = [*([root / str(theme["custom_dir"])] if theme.get("custom_dir") else ()), *found]
    for path, name in _list_files(values, theme):
        if not _is_there(name, (*folders, *themes)) and not _ELSEWHERE.match(name):
            setting = path[-1] if path[0] == "theme" else path[0]
            hint = _advise(name, first)
            yield path, f'"{setting}" names "{name}", which is not in {_folder(values)}', hint
    yield from _find_missing_beside(root, values)
    if isinstance(theme.get("name"), str) and not found:
        hint = did_you_mean(theme["name"], ("material", "mkdocs", "readthedocs"))
        yield ("theme", "name"), f'there is no theme "{theme["name"]}" here', hint
    for path, name, folder, kind in _list_parts(theme) if found else ():
        places = [place / folder for place in themes if (place / folder).is_dir()]
        if places and not any((place / f"{name}{kind}").is_file() for place in places):
            known = [n.removesuffix(kind) for p in places for n in _names(p.rglob(f"*{kind}"), p)]
            language = find_language(name) if path[-1] == "language" else ""
            near = f'Did you mean "{language}"?' if language in known else did_you_mean(name, known)
            hint = near or "Look up its name in the theme's documentation."
            yield path, f'"{format_path(path)}" names "{name}", which the theme lacks', hint


def _folder(values: Mapping[str, Any]) -> str:
    """Return the folder of the pages as the settings name it: docs/es."""
    return str(values.get("docs_dir") or "docs").rstrip("/")


def _find_missing_beside(root: Path, values: Mapping[str, Any]) -> Found:
    """Find what is named and is not in the project's folder, or the other way round: a hook."""
    hooks: list[str] = []
    names: dict[str, KeyPath] = {}
    for path, name in _list_beside(values):
        names.setdefault(name, path)
        hooks += [name] if path[0] == "hooks" else []
    for name, path in names.items():
        if not (root / name).exists():
            beside = {*_names(root.glob(f"{posixpath.dirname(name) or '.'}/*"), root)}
            others = [one for one in beside - {*names} if Path(one).suffix == Path(name).suffix]
            alone = others[0] if len(others) == 1 and Path(name).suffix else ""
            hint = did_you_mean(name, beside) or (f'Did you mean "{alone}"?' if alone else "")
            setting = next(step for step in reversed(path) if isinstance(step, str))
            message = f'"{setting}" names "{name}", which is not there'
            yield path, message, hint or "Put the file back."
    if (root / _FIRST_HOOK).is_file() and hooks and all((root / name).exists() for name in hooks):
        for name in sorted(set(_names(root.glob("hooks/*.py"), root)) - set(hooks)):
            hint = f"Write - {name} back into the list; hooks/README.md says where."
            yield ("hooks",), f'"hooks" lacks "{name}"', hint


def _list_beside(values: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    """List what is named of the project's folder: what reads a file before what watches it."""
    for setting in ("markdown_extensions", "watch", "hooks"):
        listed = values.get(setting)
        for number, item in enumerate(listed if isinstance(listed, list) else ()):
            if setting != "markdown_extensions":
                yield (setting, number), str(item)
            for name, options in item.items() if isinstance(item, dict) else ():
                named = options.get("bibliography") if isinstance(options, dict) else None
                for one in named if isinstance(named, list) else [named]:
                    if isinstance(one, str):
                        yield (setting, number, str(name), "bibliography"), one


def _find_missing_in_docs(docs: Path, theme: Mapping[str, Any], values: Mapping[str, Any]) -> Found:
    """Find what our templates need: the notices, and the pages that every page leads to."""
    ours, folder = bool(theme.get("custom_dir")), _folder(values)
    if ours and not (docs / INCLUDES).is_dir():
        others = (path.name for path in docs.iterdir() if any(path.glob("disclaimer.md")))
        hint = next((f"Call {folder}/{name} so." for name in others), "Put it back.")
        message = f"the folder {folder}/{INCLUDES} is missing, where the notices stand"
        yield ("docs_dir",), message, hint
    left_out = GitIgnoreSpec.from_lines(str(values.get("exclude_docs") or "").splitlines())
    if (docs / INCLUDES).is_dir() and not left_out.match_file(f"{INCLUDES}/crisis.md"):
        message = f"exclude_docs does not name {INCLUDES}/, so the notices would be pages"
        yield ("exclude_docs",), message, f"Write {INCLUDES}/ on a line of its own below it."
    for name in _NEEDED if ours else ():
        if not (docs / name).is_file() and not _has_moved(name, docs):
            message = f"{folder}/{name} is missing, and every page leads to it"
            yield _find_entry(name, values), message, _say_renamed(name, docs, folder)


def _find_entry(name: str, values: Mapping[str, Any]) -> KeyPath:
    """Find the entry of the menu for a page, in whichever capitals; the menu where none is.

    A page that the menu begins with stands where the first page of all had its place.
    """
    menu = values.get("nav")
    entries = [*walk_menu(menu if isinstance(menu, list) else (), ("nav",))]
    found = next((at for at, file in entries if str(file).lower() == name), ("nav",))
    leads = name == _NEEDED[0] and entries and isinstance(entries[0][1], str)
    return entries[0][0] if leads and found == ("nav",) else found


def _say_renamed(name: str, docs: Path, folder: str) -> str:
    """Say what to do about a page that has another name, if only in its capitals."""
    for other in docs.iterdir():
        if other.name.lower() == name:
            return f"Call {folder}/{other.name} {name}, in the menu as well."
    return "Put it back; where it was renamed, give it its name again: its title is free."


def _has_moved(name: str, docs: Path) -> bool:
    """Whether a page says that it was this one, and so stands at its address too."""
    pages = (read_front_matter(read_text(path)) for path in docs.glob("*.md") if path.is_file())
    return any(name in read_texts(front.get("redirects")) for front in pages)


def _advise(name: str, docs: Path) -> str:
    kind = posixpath.splitext(name)[1]
    beside = docs.glob(f"{posixpath.dirname(name) or '.'}/*{kind or '*'}")
    known = {path.name: path.relative_to(docs).as_posix() for path in beside}
    near = nearest(posixpath.basename(name), known)
    meant = _same_stem(name, docs) or (f'Did you mean "{known[near]}"?' if near else "")
    return meant or f"Put the file into {docs.name}/, or write the name that it has there."


def _list_files(
    values: Mapping[str, Any], theme: Mapping[str, Any]
) -> Iterator[tuple[KeyPath, str]]:
    for name in ("logo", "favicon"):
        if theme.get(name) and isinstance(theme[name], str):
            yield ("theme", name), theme[name]
    for name in ("extra_css", "extra_javascript"):
        listed = values.get(name)
        for number, item in enumerate(listed if isinstance(listed, list) else ()):
            path = item.get("path") if isinstance(item, dict) else item
            if isinstance(path, str):
                yield (name, number), path


def _list_parts(theme: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str, str, str]]:
    if isinstance(theme.get("language"), str):
        yield ("theme", "language"), theme["language"], _LANGUAGES, ".html"
    for path, value in _walk(theme, ("theme",)):
        if "icon" in path:
            yield path, value, _ICONS, ".svg"


def _walk(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Give each text below a setting, and where it stands."""
    if isinstance(value, str):
        yield path, value
    listed = dict(enumerate(value)) if isinstance(value, list) else value
    for step, part in listed.items() if isinstance(listed, dict) else ():
        yield from _walk(part, (*path, step))


def _is_there(name: str, folders: Iterable[Path]) -> bool:
    return any((folder / name.lstrip("/")).is_file() for folder in folders)


def _names(paths: Iterable[Path], folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in paths)


def _same_stem(name: str, docs: Path) -> str:
    """Ask for the file of this name that has another ending, if there is one alone."""
    alike = [*docs.glob(f"{posixpath.splitext(name)[0]}.*")] if "*" not in name else []
    return f'Did you mean "{alike[0].relative_to(docs).as_posix()}"?' if len(alike) == 1 else ""
