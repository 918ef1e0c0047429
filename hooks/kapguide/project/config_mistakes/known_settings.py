"""The settings that there are, by the place where each stands, and what kind of value each has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kapguide.front_matter.parsing import KeyPath
from kapguide.project.config_file import INHERIT

Found = Iterator[tuple[KeyPath, str, str]]
"""Mistakes in settings: where each stands, what is wrong, and what to do."""
_TEXT, _LIST = {"type": "string", "minLength": 1}, {"type": "array"}
_YES_OR_NO, _GROUP = {"type": "boolean"}, {"type": "object"}
KINDS: dict[str, dict[str, Any]] = {
    **dict.fromkeys(("site_name", "site_url", "site_description", "site_author"), _TEXT),
    **dict.fromkeys(("copyright", "docs_dir", "site_dir"), _TEXT),
    **dict.fromkeys(("exclude_docs", "draft_docs", "not_in_nav"), _TEXT),
    **dict.fromkeys(("nav", "hooks", "extra_css", "extra_javascript", "watch"), _LIST),
    **dict.fromkeys(("strict", "use_directory_urls"), _YES_OR_NO),
    "extra": _GROUP,
}
"""What kind of value some settings have: where it is another one, that is a mistake."""
_OTHERS = (
    *("theme", "plugins", "markdown_extensions", "mdx_configs", "extra_templates", "validation"),
    *("dev_addr", "repo_url", "repo_name", "edit_uri", "edit_uri_template"),
    *("remote_branch", "remote_name", "google_analytics", "pages", "config_file_path"),
)
SETTINGS = frozenset({*KINDS, *_OTHERS, INHERIT})
"""What may stand at a line's start."""
OF_EXTRA = ("clinic", "languages", "topic", "generator", "alternate", "social")
"""What may stand under `extra`: ours, and some of the theme's."""
_COLORS = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        **dict.fromkeys(("media", "scheme", "primary", "accent"), _TEXT),
        "toggle": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"icon": _TEXT, "name": _TEXT},
            "required": ["icon", "name"],
        },
    },
}
_FONTS = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"text": _TEXT, "code": _TEXT},
}
OF_THEME: dict[str, dict[str, Any]] = {
    **dict.fromkeys(("custom_dir", "language", "favicon", "logo"), _TEXT),
    **dict.fromkeys(("features", "static_templates"), _LIST),
    "palette": {"oneOf": [{"type": "array", "items": _COLORS}, _COLORS]},
    "font": {"oneOf": [_YES_OR_NO, _FONTS]},
    "icon": _GROUP,
}
"""What stands under `theme` and nowhere else, and what kind of value each has, if it has one."""
