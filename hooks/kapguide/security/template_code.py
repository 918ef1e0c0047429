"""Tell the scripts and styles that stand in templates from those that a page brought along.

Takes the texts of templates. Where a template fills in a value, the code of a page
may have any that can end neither a text nor the script: an address, a name, a number.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError

from kapguide.security.inline import Inline, find_inline, hash_code

_VALUE, _CHOICE = "\ue000", "\ue001"
"""Stand for what a template fills in, and for what it decides (private characters)."""
_MARKS = {"variable_begin": _VALUE, "block_begin": _CHOICE}
_ANY_VALUE = r"[^\r\n\"'`<>\\(){}\[\];$]*+"


@dataclass(frozen=True, slots=True)
class TemplateCode:
    """The inline code that pages may have."""

    scripts: tuple[re.Pattern[str], ...] = ()
    styles: tuple[re.Pattern[str], ...] = ()

    def has_script(self, code: str) -> bool:
        """Whether a script is a template's."""
        return any(pattern.fullmatch(code) for pattern in self.scripts)

    def has_style(self, code: str) -> bool:
        """Whether the content of a style element is a template's."""
        return any(pattern.fullmatch(code) for pattern in self.styles)

    def read_inline(self, html: str) -> Inline:
        """Hash the scripts and styles of a page that are a template's, and no other."""
        scripts, styles = set(), set()
        for tag, code in find_inline(html):
            if tag == "script" and self.has_script(code):
                scripts.add(hash_code(code))
            elif tag == "style" and self.has_style(code):
                styles.add(hash_code(code))
        return Inline(frozenset(scripts), frozenset(styles))


@functools.lru_cache(maxsize=8)
def read_template_code(templates: tuple[str, ...]) -> TemplateCode:
    """Find the scripts and styles in templates."""
    found: dict[str, list[re.Pattern[str]]] = {"script": [], "style": []}
    for text in templates:
        for element in find_inline(_reduce(text)):
            found[element.tag].append(_compile(element.code))
    return TemplateCode(tuple(found["script"]), tuple(found["style"]))


def _reduce(template: str) -> str:
    """Put one mark in the place of each value and each decision of a template."""
    try:
        tokens = list(Environment().lex(template))
    except TemplateSyntaxError:
        return ""
    return "".join(text if kind == "data" else _MARKS.get(kind, "") for _, kind, text in tokens)


def _compile(code: str) -> re.Pattern[str]:
    """Make a pattern of a template's code; what it decides upon may be there or not."""
    parts = [_ANY_VALUE.join(map(re.escape, part.split(_VALUE))) for part in code.split(_CHOICE)]
    if len(parts) == 1:
        return re.compile(parts[0])
    return re.compile("".join(f"(?:{part})?" for part in parts))
