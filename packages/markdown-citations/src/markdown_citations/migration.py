"""What the options and commands of mkdocs-bibtex mean here.

An option that has a counterpart is read as that one. Any other gets one problem
that says what to write instead. Known are the options of mkdocs-bibtex 4.4 and
those that earlier versions had.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from markdown_citations.problems import Problem
from markdown_citations.rules import BY_CODE

_COUNTERPARTS = {
    "bib_file": "bibliography",
    "bib_dir": "bibliography",
    "bib_by_default": "page_bibliography",
    "bib_command": "bibliography_command",
    "full_bib_command": "references_command",
}
_ADDRESS = re.compile(r"\w+://")
_CATEGORY = re.compile(r'citation-format\s*=\s*"([\w-]+)"')
_PARENT = re.compile(r'<link\b[^>]*href="([^"]+)"[^>]*rel="independent-parent"')
_SORTED = re.compile(r"<bibliography\b(?:(?!</bibliography>).)*?<sort\b", re.S)
_BY_FORMAT = {"label": "alpha", "author-date": "author-year", "author": "author-year"}
_BY_NAME = re.compile(r"apa\b|author-date|harvard|chicago|mla\b|modern-language|-psych", re.I)


def read_options(
    options: Mapping[str, Any], root: Path, path: str, lines: Mapping[str, int]
) -> tuple[dict[str, Any], list[Problem]]:
    """Return the counterparts of the old options, and a problem for each that has none.

    `options` are all that were given, old and new. `path` is the file in which they
    stand, and `lines` says on which line of it each does.
    """
    read: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in options.items():
        if name not in OLD_OPTIONS or value is None:
            continue
        said = _refuse(name, options, root)
        if said is None and name in _COUNTERPARTS:
            read.setdefault(_COUNTERPARTS[name], value)
        elif said is not None:
            rule = BY_CODE["option-moved"]
            problems.append(rule.problem(said[0], path, lines.get(name), said[1]))
    return read, problems


def _refuse(name: str, options: Mapping[str, Any], root: Path) -> tuple[str, str] | None:
    """Return what is wrong with an old option and what to write; None where it is read."""
    value: Any = options[name]
    counterpart = _COUNTERPARTS.get(name)
    kind = bool if name in {"bib_by_default", "enable_inline_citations", "cite_inline"} else str
    if not isinstance(value, kind):
        wanted = "true or false" if kind is bool else "a text"
        return f'"{name}" cannot be {value!r}', f"Write {wanted}."
    if counterpart and options.get(counterpart) is not None:
        return f'"{name}" is not read beside "{counterpart}"', "Remove it."
    if name == "bib_dir" and options.get("bib_file") is not None:
        return '"bib_dir" is not read beside "bib_file"', "Remove one of them."
    if name == "bib_file" and _ADDRESS.match(str(value)):
        file = Path(urlsplit(str(value)).path).name
        file = file if file.endswith(".bib") else "references.bib"
        message = '"bib_file" is an address, and a build fetches nothing'
        return message, f"Download it to {file}, and write bibliography: {file}"
    return _ANSWERS[name](value, options, root) if name in _ANSWERS else None


def _csl_file(value: str, options: Mapping[str, Any], root: Path) -> tuple[str, str]:
    message = f'"csl_file" is not read: "{value}" is a style in CSL'
    if options.get("style"):
        return message, f'Remove it: the style is "{options["style"]}".'
    encoding = str(options.get("csl_file_encoding") or "utf-8")
    return message, f"Write style: {nearest_style(value, root, encoding)}"


def _inline(value: bool, options: Mapping[str, Any], root: Path) -> tuple[str, str] | None:
    if value:
        return None
    message = '"enable_inline_citations" is not read: @citekey in a sentence is a citation'
    return message, r"Remove it, and write \@citekey where it is none."


def _cite_inline(value: bool, options: Mapping[str, Any], root: Path) -> tuple[str, str]:
    return '"cite_inline" is not read: the style says what a marker looks like', (
        "Write style: author-year" if value and not options.get("style") else "Remove it."
    )


def _gone(message: str, hint: str = "Remove it.") -> Callable[..., tuple[str, str]]:
    return lambda _value, _options, _root: (message, hint)


_ANSWERS: Mapping[str, Callable[[Any, Mapping[str, Any], Path], tuple[str, str] | None]] = {
    "csl_file": _csl_file,
    "csl_file_encoding": _gone('"csl_file_encoding" is not read, as "csl_file" is not'),
    "footnote_format": _gone(
        '"footnote_format" is not read: markers are links, and no footnotes',
        "Remove it; the address of an entry is #ref- and its citekey.",
    ),
    "enable_inline_citations": _inline,
    "cite_inline": _cite_inline,
    "cite_style": _gone('"cite_style" is not read: Pandoc is not needed'),
    "unescape_for_arithmatex": _gone('"unescape_for_arithmatex" is not read: nothing is escaped'),
}
OLD_OPTIONS = (*_COUNTERPARTS, *_ANSWERS)
"""The options that `read_options` answers."""


def nearest_style(csl: str, root: Path, encoding: str = "utf-8") -> str:
    """Return the style of ours or of pybtex that is most like a CSL style.

    Decided by the kind that the file at `root / csl` names, or else by the file's name.
    """
    try:
        text = (root / csl).read_text(encoding, errors="replace")
    except (OSError, LookupError):
        text = ""
    kind = _CATEGORY.search(text)
    if kind and kind[1] in _BY_FORMAT:
        return _BY_FORMAT[kind[1]]
    if kind and kind[1] == "numeric":
        return "plain" if _SORTED.search(text) else "vancouver"
    parent = _PARENT.search(text)
    return "author-year" if _BY_NAME.search(parent[1] if parent else csl) else "vancouver"


class _CommandLines(Preprocessor):
    """Write lines that are a command as the directive that does the same."""

    def __init__(self, md: Markdown, directives: Mapping[str, str]) -> None:
        super().__init__(md)
        self.directives = directives

    def run(self, lines: list[str]) -> list[str]:
        # Four blanks make a line code.
        return [
            line if line.startswith(("    ", "\t")) else self.directives.get(line.strip(), line)
            for line in lines
        ]


class CommandExtension(Extension):
    r"""Read the lines `\bibliography` and `\full_bibliography`, or what options call them."""

    def __init__(self, bibliography: str = "", references: str = "") -> None:
        super().__init__()
        self.directives = {
            bibliography or r"\bibliography": "::: bibliography",
            references or r"\full_bibliography": "::: references",
        }

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Come behind fences (25) and raw HTML (20), which may hold such lines as text."""
        md.preprocessors.register(_CommandLines(md, self.directives), "citation commands", 15)
