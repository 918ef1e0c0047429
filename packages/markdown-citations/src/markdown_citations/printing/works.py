"""Show an entry to pybtex's styles: LaTeX decoded, names taken apart.

pybtex would decode LaTeX each time a style asks for a field, which is where its
time goes and where it loses text (a `%` cuts an address); here a value is decoded
once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from pybtex.database import Entry as PybtexEntry
from pybtex.database import Person
from pybtex.richtext import Text

from markdown_citations.library.archives import archive_class, archive_fields, find_archive
from markdown_citations.library.dates import DateSpan, parse_dates
from markdown_citations.library.entries import Entry
from markdown_citations.library.fields import NAME_FIELDS, VERBATIM_FIELDS
from markdown_citations.library.identifiers import parse_web_address
from markdown_citations.library.latex import clean_text, decode, decode_field
from markdown_citations.library.names import Name, parse_names
from markdown_citations.library.publication import dates_of
from markdown_citations.printing.printed_names import OTHERS
from markdown_citations.texts import Texts

# biblatex's names for what pybtex's styles know by BibTeX's.
_ALIASES = {
    "journaltitle": "journal",
    "location": "address",
    "pmid": "pubmed",
    "institution": "school",
    "school": "institution",
}
_TITLES = ("title", "subtitle", "booktitle")
# A command with its arguments counts as a group, as in BibTeX; what stands low, high or
# under an accent is none. A group may hold others.
_GROUP = re.compile(
    r"\\[`'^\"~=.](?:\s*(?:\{[^{}]*\}|\\[A-Za-z]+(?:\{\})?))?|[_^]\{[^{}]*\}|<(su[bp])\b[^<]*</\1>"
    r"|(?P<group>\\[A-Za-z]+\*?(?:\s*\[[^][]*\])*(?:\s*\{(?:[^{}]|\{[^{}]*\})*\})+"
    r"|\{(?!\\)(?:[^{}\\]|\\.|\{[^{}]*\})*\})",
    re.S,
)
_OPENED, _CLOSED = "\ue000", "\ue001"  # which LaTeX takes for letters
_LATEX = str.maketrans(
    {"\\": r"\textbackslash{}", "%": r"\%", "~": r"\textasciitilde{}", "{": "", "}": ""}
)
_BEFORE_CHRIST = re.compile(r"(?<!\d)-(\d+)|^0$")
_SPACE = re.compile(r"\s+")


def _rich(part: str) -> property:
    """Give a part of a name as rich text, which pybtex would make of LaTeX."""
    return property(lambda person: [Text(name) for name in getattr(person, part)])


class NamedPerson(Person):  # type: ignore[misc]
    """A name as pybtex's styles see it, already decoded."""

    def __init__(self, name: Name) -> None:
        super().__init__()
        given = name.given.split()
        self.name = name
        self.first_names, self.middle_names = given[:1], given[1:]
        self.prelast_names = name.particle.split()
        self.last_names = [name.family] if name.literal else name.family.split()
        self.lineage_names = name.suffix.split()

    rich_first_names = _rich("first_names")
    rich_middle_names = _rich("middle_names")
    rich_prelast_names = _rich("prelast_names")
    rich_last_names = _rich("last_names")
    rich_lineage_names = _rich("lineage_names")


class Work(PybtexEntry):  # type: ignore[misc]
    """An entry as pybtex's styles see it, already decoded."""

    dates: DateSpan = DateSpan()
    """What its field `date` names."""
    protected: Mapping[str, str] = MappingProxyType({})
    """Titles with braces, as the file has them, but a mark at each end of a group."""

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
        return _put_braces_back(_to_latex(decode(self.protected[name])))


def read_work(entry: Entry) -> Work:
    """Decode an entry for formatting."""
    fields = {
        name: clean_text(decode_field(name, value))
        for name, value in entry.fields.items()
        if name not in NAME_FIELDS
    }
    for name, alias in _ALIASES.items():
        if name in fields:
            fields.setdefault(alias, fields[name])
    dates = dates_of(entry)
    year = fields.get("year", "")
    if not year or (len(year) > 4 and (parse_dates(year) or year.endswith("-"))):
        fields["year"] = dates.years or fields.get("date", "")
    archive, number = find_archive(entry.fields) if "eprint" in fields else (None, "")
    address = archive_fields(entry.fields).get("url", "") if number else ""
    # Other fields have the rest; what is no number of its archive is told.
    if number and not parse_web_address(number) and (address or archive is None):
        kind = fields.get("eprinttype") or fields.get("archiveprefix") or "eprint"
        group = f" [{group}]" if (group := archive_class(entry.fields)) else ""
        fields["archived"] = f"{archive.name if archive else kind}: {number}{group}"
        fields["archived_at"] = address
    if archive is None or archive.name != "arXiv" or not address:
        # pybtex's own styles take every number for arXiv's.
        fields.pop("eprint", None)
    persons = {role: read_names(entry.get(role)) for role in NAME_FIELDS if entry.get(role)}
    work = Work(
        entry.entry_type,
        {name: value for name, value in fields.items() if value},
        {role: [*map(NamedPerson, names)] for role, names in persons.items() if names},
    )
    work.key = entry.citekey
    work.dates = dates
    titles = {name: _GROUP.sub(_mark, entry.get(name)) for name in _TITLES}
    work.protected = {name: title for name, title in titles.items() if _OPENED in title}
    return work


def get(entry: PybtexEntry, *names: str) -> str:
    """Return the first of the fields that the entry has, as plain text."""
    for name in names:
        value = str(entry.fields.get(name, "")).strip()
        if value:
            # An entry that pybtex has read itself is still LaTeX.
            return value if isinstance(entry, Work) else str(Text.from_latex(value))
    return ""


def year_of(entry: PybtexEntry, texts: Texts) -> str:
    """Return the year as readers count: biblatex's -0876 is 877 BC, for there is a year 0."""
    year = get(entry, "year")
    if not re.fullmatch(r"-?\d+(?:–(?:-?\d+)?)?", year):
        return year  # words, in which a - is none of these signs
    year = _BEFORE_CHRIST.sub(
        lambda match: texts.before_christ.format(year=int(match[1] or 0) + 1), year
    )
    is_about = isinstance(entry, Work) and entry.dates.is_about
    return texts.about.format(year=year) if is_about else year


def read_names(value: str) -> list[Name]:
    """Read `Dore, J. and {Food and Drug Administration} and others`."""
    names, others = parse_names(value)
    return [name for name in names if name.whole_family or name.given] + [OTHERS] * others


def names_of(entry: PybtexEntry, role: str) -> Sequence[Name]:
    """Return the people of a role, also of an entry that pybtex has read itself."""
    return [_name_of(person) for person in entry.persons.get(role, [])]


def _name_of(person: Person) -> Name:
    if isinstance(person, NamedPerson):
        return person.name
    return Name(
        family=" ".join(map(str, person.rich_last_names)),
        given=" ".join(map(str, [*person.rich_first_names, *person.rich_middle_names])),
        particle=" ".join(map(str, person.rich_prelast_names)),
        suffix=" ".join(map(str, person.rich_lineage_names)),
    )


def _to_latex(text: str) -> str:
    return _SPACE.sub(" ", text).translate(_LATEX)


def _mark(found: re.Match[str]) -> str:
    return f"{_OPENED}{found[0]}{_CLOSED}" if found["group"] else found[0]


def _put_braces_back(text: str) -> str:
    """Make braces of marks, or nothing where a command has dropped one of a pair."""
    # What prints nothing leaves one blank, not two.
    text = re.sub(rf"\s{_OPENED}{_CLOSED}(?=\s|$)|(?<=\s{_OPENED})\s+", "", text)
    marks = re.sub(f"[^{_OPENED}{_CLOSED}]", "", text)
    while _OPENED + _CLOSED in marks:
        marks = marks.replace(_OPENED + _CLOSED, "")
    braces = ("", "") if marks else ("{", "}")
    return text.replace(_OPENED, braces[0]).replace(_CLOSED, braces[1])
