"""What pylatexenc's tables know of commands and environments: their signs and arguments."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import NamedTuple


class Tables(NamedTuple):
    """By the names of commands and of environments."""

    texts: Mapping[str, str]
    """What commands print; `%s` or `%(2)s` stand for arguments."""
    arguments: Mapping[str, str]
    """Which arguments commands take: `{` for one that must be there, `[` for one that may."""
    environments: Mapping[str, tuple[str, bool]]
    """The same of environments, and whether they are formulas."""


@functools.cache
def read_tables() -> Tables:
    """Read them once."""
    # Here, for few values need it, and those that pages cite are cached.
    from pylatexenc.latex2text import get_default_latex_context_db as get_texts  # noqa: PLC0415
    from pylatexenc.latexwalker import get_default_latex_context_db as get_forms  # noqa: PLC0415

    texts, forms = get_texts(), get_forms()
    environments = {
        spec.environmentname: ("", "equation" in getattr(spec.simplify_repl, "__name__", ""))
        for spec in texts.iter_environment_specs()
    }
    environments |= {
        spec.environmentname: (_arguments(spec), bool(spec.is_math_mode))
        for spec in forms.iter_environment_specs()
    }
    return Tables(
        {
            spec.macroname: spec.simplify_repl
            for spec in texts.iter_macro_specs()
            if isinstance(spec.simplify_repl, str)
        },
        {spec.macroname: _arguments(spec) for spec in forms.iter_macro_specs()},
        environments,
    )


def template_of(text: str, arguments: str) -> str:
    """Return a text of pylatexenc's as a template of `str.format`, or nothing.

    Some of its texts add words of their own, which no author wrote.
    """
    if re.search(r"[A-Za-z]{2}", re.sub(r"%\(\d\)s", "", text)):
        return ""
    needed = [str(place) for place, form in enumerate(arguments) if form == "{"]
    text = text.replace("{", "{{").replace("}", "}}")
    text = re.sub(r"%\((\d)\)s", lambda match: f"{{{int(match[1]) - 1}}}", text)
    for place in needed:
        text = text.replace("%s", f"{{{place}}}", 1)
    return "" if "%" in text else text


def _arguments(spec: object) -> str:
    written = getattr(getattr(spec, "args_parser", None), "argspec", "") or ""
    return re.sub(r"[^{\[]", "", written)
