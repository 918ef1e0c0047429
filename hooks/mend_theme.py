"""Mend what the theme writes wrongly and no template of ours can change.

on_post_page      a page
on_post_template  404.html

The theme's two switches are checkboxes with autocomplete, which HTML allows on fields
to type in alone. So that no browser opens the menu after a reload, it is shut in
docs/assets/kapguide.js.
"""

from __future__ import annotations

import re

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')


def on_post_page(output: str, **_: object) -> str:
    return _SWITCH.sub(r"\1", output)


def on_post_template(output_content: str, **_: object) -> str:
    return _SWITCH.sub(r"\1", output_content)
