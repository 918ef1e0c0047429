"""Show an entry to pybtex's styles: LaTeX decoded, names taken apart.

Takes an entry of the library.
Gives a pybtex entry whose values are plain text. pybtex would decode LaTeX
each time a style asks for a field, which is where its time goes and where it
loses text (a `%` cuts an address); here a value is decoded once.
Must stay free of styles and of HTML.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Entry as PybtexEntry
from pybtex.database import Person
from pybtex.richtext import Text

from markdown_citations.library.entries import Entry
from markdown_citations.library.fields import VERBATIM_FIELDS
from markdown_citations.library.latex import decode, decode_field

ROLES = ("author", "editor", "translator", "bookauthor")
_PARTS = ("first", "middle", "prelast", "last", "lineage")
# biblatex's names for what pybtex's styles know by BibTeX's.
_ALIASES = {"journaltitle": "journal", "location": "address", "pmid": "pubmed"}
_TYPES = {
    "report": "techreport",
    "online": "misc",
    "www": "misc",
    "electronic": "misc",
    "dataset": "misc",
    "software": "misc",
    "legislation": "misc",
    "thesis": "phdthesis",
    "collection": "book",
    "mvbook": "book",
    "reference": "book",
    "conference": "inproceedings",
}
_TITLES = ("title", "subtitle", "booktitle")
_BRACED = re.compile(r"(?<!\\)(\{[^{}\\]*\})")
_LATEX = str.maketrans(
    {"\\": r"\textbackslash{}", "%": r"\%", "~": r"\textasciitilde{}", "{": "", "}": ""}
)
_SPACE = re.compile(r"\s+")


class Name(Person):  # type: ignore[misc]
    """A person or institution with decoded parts."""

    def __init__(self, raw: str) -> None:
        super().__init__(raw)
        for part in _PARTS:
            names = getattr(self, f"{part}_names")
            setattr(self, f"{part}_names", [clean_text(decode(name)) for name in names])

    @property
    def rich_first_names(self) -> list[Text]:
        return [Text(name) for name in self.first_names]

    @property
    def rich_middle_names(self) -> list[Text]:
        return [Text(name) for name in self.middle_names]

    @property
    def rich_prelast_names(self) -> list[Text]:
        return [Text(name) for name in self.prelast_names]

    @property
    def rich_last_names(self) -> list[Text]:
        return [Text(name) for name in self.last_names]

    @property
    def rich_lineage_names(self) -> list[Text]:
        return [Text(name) for name in self.lineage_names]


class Work(PybtexEntry):  # type: ignore[misc]
    """An entry as pybtex's styles see it, already decoded."""

    protected: Mapping[str, str] = MappingProxyType({})
    """Titles with simple braces, as the file has them."""

    def _find_field(self, name: str, bib_data: object = None) -> str:
        """Give a value to a style's template, which takes it for LaTeX.

        So what LaTeX would act on is escaped, but braces that keep a style
        from changing the case of a title are put back.
        """
        value = super()._find_field(name, bib_data)
        if name in VERBATIM_FIELDS:
            return str(value)
        if name not in self.protected:
            return _to_latex(value)
        return "".join(map(_part_to_latex, _BRACED.split(self.protected[name])))


def read_work(entry: Entry) -> Work:
    """Decode an entry for formatting."""
    fields = {
        name: clean_text(decode_field(name, value))
        for name, value in entry.fields.items()
        if name not in ROLES
    }
    for name, alias in _ALIASES.items():
        if name in fields:
            fields.setdefault(alias, fields[name])
    if not fields.get("year") and re.match(r"\d{4}", fields.get("date", "")):
        fields["year"] = fields["date"][:4]
    persons = {role: read_names(entry.get(role)) for role in ROLES if entry.get(role)}
    work = Work(
        entry.entry_type,
        {name: value for name, value in fields.items() if value},
        {role: names for role, names in persons.items() if names},
    )
    work.key = entry.citekey
    work.protected = {name: entry.get(name) for name in _TITLES if _BRACED.search(entry.get(name))}
    return work


def read_names(value: str) -> list[Name]:
    """Read `Dore, J. and {Food and Drug Administration} and others`."""
    names = [Name(name) for name in split_name_list(value) if name.strip(" ,{}")]
    return [name for name in names if str(name).strip(" ,")]


def type_for_pybtex(work: Work) -> str:
    """Return a type that the styles which come with pybtex know."""
    return _TYPES.get(str(work.type), str(work.type))


def _to_latex(text: str) -> str:
    return _SPACE.sub(" ", text).translate(_LATEX)


def _part_to_latex(part: str) -> str:
    """Decode a piece of a title, but for the blanks at its ends and the braces around it."""
    text = _to_latex(decode(part.strip()))
    if _BRACED.fullmatch(part):
        return f"{{{text}}}"
    before, after = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :]
    return f"{before}{text}{after}" if text else " " if part else ""


def clean_text(text: str) -> str:
    """Fold white space and drop what XML and Markdown's own marks forbid."""
    text = unicodedata.normalize("NFC", _SPACE.sub(" ", text).strip())
    return "".join(c for c in text if c == " " or unicodedata.category(c) not in {"Cc", "Cs"})
