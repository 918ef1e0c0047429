"""The styles that come with this package, a file for each: a new file is a new style.

A style has its file's name, with - for _. The file gives its class as `STYLE`, a kind of
`Vancouver`: `kind` says what its markers are, `default_sorting_style` whether entries
stand in the order in which a page cites them.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from markdown_citations.styles.vancouver import Vancouver

Kind = Literal["numeric", "author-year", "label"]
"""What the markers of a style are."""
DEFAULT_STYLE = "vancouver"


def style_names() -> list[str]:
    """Return the names of all styles here, without loading one: pybtex is slow to load."""
    return [module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__)]


def load_style(name: str = DEFAULT_STYLE) -> type[Vancouver]:
    """Return the class of one of these styles."""
    style: type[Vancouver] = import_module(f"{__name__}.{name.replace('-', '_')}").STYLE
    return style
