"""Citations in Pandoc's syntax, as a Python-Markdown extension.

    markdown_extensions:
      - markdown_citations:
          bibliography: references.bib   # a file, or a list of files
          style: vancouver               # or author-year, or any pybtex style
          cache: .cache                  # where formatted entries are kept; false for nowhere
          language: en                   # of the texts that readers see
          texts: {references: Sources}   # other words in the place of some of them

Each page gets markers in its text and a bibliography at its end.
`::: references` puts a list of entries into a page. Problems are logged on
`markdown_citations`.

From Python, a page is converted, a library read and checked, and its entries given
to other programs:

    markdown.markdown(text, extensions=[makeExtension(bibliography="references.bib")])

    library, problems = read_library([Path("references.bib")], root=Path("."))
    problems += check_library(library, today=date.today())
    print(to_ris(library))

A `Customization` adds fields of one's own to entries, with their rules and an
`Annotation` that stands beside each entry; `makeExtension` takes it, too.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown.extensions import Extension

    from markdown_citations.exports.bibtex import to_bibtex
    from markdown_citations.exports.csl_json import to_csl_json
    from markdown_citations.exports.ris import to_ris
    from markdown_citations.library.checks import check_library
    from markdown_citations.library.customization import Annotation, Customization, ExtraField
    from markdown_citations.library.entries import Entry, Library
    from markdown_citations.library.reading import read_library
    from markdown_citations.problems import Problem, Rule
    from markdown_citations.texts import Texts

__all__ = [
    "Annotation",
    "Customization",
    "Entry",
    "ExtraField",
    "Library",
    "Problem",
    "Rule",
    "Texts",
    "check_library",
    "makeExtension",
    "read_library",
    "to_bibtex",
    "to_csl_json",
    "to_ris",
]

_PLACES = {
    "exports.bibtex": ("to_bibtex",),
    "exports.csl_json": ("to_csl_json",),
    "exports.ris": ("to_ris",),
    "library.checks": ("check_library",),
    "library.customization": ("Annotation", "Customization", "ExtraField"),
    "library.entries": ("Entry", "Library"),
    "library.reading": ("read_library",),
    "problems": ("Problem", "Rule"),
    "texts": ("Texts",),
}


def makeExtension(**options: Any) -> Extension:  # noqa: N802 - Markdown's name
    """Make the extension from the options of a configuration, and a `customization`."""
    from markdown_citations.configuration import make_extension  # noqa: PLC0415 - as below

    customization = options.pop("customization", None)
    return make_extension(options, customization) if customization else make_extension(options)


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that no other is loaded with it."""
    for module, names in _PLACES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
