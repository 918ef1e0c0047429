"""Tell what of a site's configuration nobody here knows.

Takes the settings of a site. Gives the names of what may note things from page to
page, which are lost where a page is converted in another process.
Must stay free of MkDocs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from markdown.util import get_installed_extensions

PLUGINS = ("search", "material/search")
_EXTENSIONS = ("markdown.extensions.", "pymdownx.")
_FUNCTIONS = ("markdown.", "pymdownx.", "material.extensions.", "builtins.")


def find_strangers(settings: Mapping[str, Any], hooks: Path) -> list[str]:
    """List every extension, function in its options, plug-in and hook that is not known.

    `settings` has the `markdown_extensions`, by name or as objects, their options
    (`mdx_configs`), and `plugins` by name, hooks among them. Known are the extensions
    of Markdown and of pymdownx, ours as objects that a hook has made, and the hooks
    in the folder `hooks`.
    """
    installed = {entry.name: entry.value for entry in get_installed_extensions()}
    strange = [
        name for name in _functions(settings["mdx_configs"]) if not name.startswith(_FUNCTIONS)
    ]
    for extension in settings["markdown_extensions"]:
        if isinstance(extension, str):
            name = extension
            is_known = f"{installed.get(name, name)}.".startswith(_EXTENSIONS)
        else:
            name = type(extension).__module__
            is_known = f"{name}.".startswith((*_EXTENSIONS, "kapguide."))
        if not is_known:
            strange.append(name)
    for name, plugin in settings["plugins"].items():
        file = getattr(plugin, "__file__", None)
        if name not in PLUGINS and not (file and Path(file).resolve().parent == hooks.resolve()):
            strange.append(name)
    return list(dict.fromkeys(strange))


def _functions(value: object) -> Iterator[str]:
    """Name the functions and classes within options, by module and name."""
    if isinstance(value, Mapping):
        for item in value.values():
            yield from _functions(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _functions(item)
    elif callable(value):
        module = getattr(value, "__module__", None) or type(value).__module__
        yield f"{module}.{getattr(value, '__qualname__', type(value).__qualname__)}"
