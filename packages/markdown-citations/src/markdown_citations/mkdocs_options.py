"""The options of the MkDocs plug-in `citations`, which the README explains.

Options of mkdocs-bibtex are read, too. The first five may stand with the Markdown
extension `markdown_citations` instead, for programs that know no plug-ins.
"""

from __future__ import annotations

from typing import Any

import yaml
from mkdocs.config import config_options
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from markdown_citations.library_rules import RULES as LIBRARY_RULES
from markdown_citations.migration import OLD_OPTIONS
from markdown_citations.problems import did_you_mean
from markdown_citations.rules import RULES

_CODES = sorted({rule.code for rule in (*RULES, *LIBRARY_RULES)})


class _Names(BaseConfigOption[list[str]]):
    """A text, or a list of texts."""

    def run_validation(self, value: object) -> list[str]:
        names = [value] if isinstance(value, str) else value
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise ValidationError(f"Expected a name or a list of names, but got {value!r}.")
        return names


class _Codes(_Names):
    """Codes of problems."""

    def run_validation(self, value: object) -> list[str]:
        codes = super().run_validation([] if value is None else value)
        for code in codes:
            if code not in _CODES:
                hint = did_you_mean(code, _CODES)
                raise ValidationError(f'No problem has the code "{code}". {hint}'.strip())
        return codes


class _Folder(BaseConfigOption[str]):
    """A folder; true stands for the one of this name, false for none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def run_validation(self, value: object) -> str:
        if isinstance(value, bool):
            return self.name if value else ""
        if not isinstance(value, str):
            raise ValidationError(f"Expected a folder, true or false, but got {value!r}.")
        return value.strip("/")


class _MarkdownFile(config_options.Type[str]):
    """A page in the documentation's folder; may be empty."""

    def run_validation(self, value: object) -> str:
        name = super().run_validation(value)
        if name and not name.endswith(".md"):
            raise ValidationError(f'Expected a Markdown file, such as "references.md": "{name}".')
        return name


class CitationsConfig(Config):
    """The options of the plug-in."""

    bibliography = config_options.Optional(_Names())
    style = config_options.Optional(config_options.Type(str))
    cache = config_options.Optional(_Folder(".cache"))
    language = config_options.Optional(config_options.Type(str))
    texts = config_options.Optional(config_options.Type(dict))
    page_bibliography = config_options.Optional(config_options.Type(bool))
    references_page = _MarkdownFile(str, default="")
    cited_by = config_options.Type(bool, default=True)
    downloads = config_options.Optional(_Folder("downloads"))
    search = config_options.Type(bool, default=False)
    stylesheet = config_options.Type(bool, default=True)
    ignore = _Codes()
    bibliography_command = config_options.Optional(config_options.Type(str))
    references_command = config_options.Optional(config_options.Type(str))

    def validate(self) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Accept the options of mkdocs-bibtex, and name the nearest for unknown ones."""
        failed, warnings = super().validate()
        known = [name for name, _ in self._schema]
        return failed, [
            (name, text if name in known else f"{text}. {did_you_mean(name, known)}".strip())
            for name, text in warnings
            if name not in OLD_OPTIONS
        ]


def option_lines(text: str) -> dict[str, int]:
    """Return the line of each option of the plug-in in mkdocs.yml, counted from 1."""
    try:
        top = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return {}
    found: dict[str, int] = {}
    nodes = [top]
    for name in ("plugins", "citations"):
        nodes = [value for node in nodes for key, value in _pairs(node) if key.value == name]
    for node in nodes:
        found |= {key.value: key.start_mark.line + 1 for key, _ in _pairs(node)}
    return found


def _pairs(node: Any) -> list[tuple[Any, Any]]:
    """Return the keys and values of a mapping, or of each mapping of a list."""
    if isinstance(node, yaml.MappingNode):
        return list(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [pair for item in node.value for pair in _pairs(item)]
    return []
