"""Check an entry: its citekey, its type, and that it has the fields that it needs."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from markdown_citations.library.checks import titles_and_characters
from markdown_citations.library.checks.dates_and_pages import YEAR_FUTURE
from markdown_citations.library.checks.identifying_numbers import check_eprint
from markdown_citations.library.checks.titles_and_characters import AMPERSAND_BARE, LATEX_UNKNOWN
from markdown_citations.library.customization import Customization
from markdown_citations.library.dates import parse_dates
from markdown_citations.library.entries import Entry
from markdown_citations.library.entry_types import ENTRY_TYPES, OF_CSL, SET, XDATA, type_of
from markdown_citations.library.fields import (
    ANNOTATION,
    FIELDS,
    JABREF_OWN,
    NAME_FIELDS,
    ROWS,
    TYPED_FIELDS,
    VERBATIM_FIELDS,
    ValueCheck,
    is_of_program,
)
from markdown_citations.library.identifiers import parse_web_address
from markdown_citations.library.inheritance import set_members
from markdown_citations.library.mistyped_keys import UNCITABLE
from markdown_citations.library.parsing.in_language import split_language
from markdown_citations.problems import Fault, Problem, Rule, ask_meant, is_slip

CITEKEY_INVALID = Rule(
    "citekey-invalid",
    "warning",
    "Pages can cite a citekey: it has no blank, backslash or backquote.",
    "Pandoc",
    "@misc{smith 27, title = {A title}, year = {2026}}",
    "@misc{smith27, title = {A title}, year = {2026}}",
)
TYPE_UNKNOWN = Rule(
    "type-unknown",
    "error",
    "Every entry is of a type that BibTeX or biblatex knows.",
    "JabRef",
    "@articel{smith2027, title = {A title}}",
    "@booklet{smith2027, title = {A title}}",
)
FIELD_MISSING = Rule(
    "field-missing",
    "error",
    "An entry has the fields that its type needs.",
    "BibTeX",
    "@misc{smith2027, title = {A title}}",
    "@misc{smith2027, title = {A title}, year = {2026}}",
)
FIELD_EMPTY = Rule(
    "field-empty",
    "warning",
    "No field is empty.",
    "JabRef",
    "note = {}",
    "note = {Second version}",
)
FIELD_UNKNOWN = Rule(
    "field-unknown",
    "warning",
    "Every field is one of BibTeX's, biblatex's or the site's own.",
    "JabRef",
    "jornal = {A Journal}",
    "journal = {A Journal}",
)
VALUE_UNKNOWN = Rule(
    "value-unknown",
    "error",
    "A field of the site's own that takes a few values only has one of them.",
    "markdown-citations",
    "kind = {revue}",
    "kind = {review}",
)
DATE_DISAGREES = Rule(
    "date-disagrees",
    "error",
    "year and date name the same year.",
    "biblatex",
    "@misc{smith2027, title = {A title}, year = {2025}, date = {2026-02-28}}",
    "@misc{smith2027, title = {A title}, year = {2026}, date = {2026-02-28}}",
)
ENTRY_UNUSED = Rule(
    "entry-unused",
    "warning",
    "Pages cite every entry, but for those that are there on purpose.",
    "JabRef",
    "@misc{nobody2026, title = {A title}, year = {2026}}",
    "@misc{smith2026, title = {A title}, year = {2026}}",
)

_SHORT = 5
_LIKE = 0.7
_REMOVE = "Nothing reads it: remove the line."
# Where themes of web pages have a work's address.
_ADDRESSES = frozenset({"fulltext", "html", "uri", "website"})
_LINKED = frozenset({"doi", "eprint", "pmcid", "pmid", "url"})
# The states of works that have a year.
_IS_OUT = re.compile(r"(?:pre)?published|retract|withdr", re.I)
# What people call a type: Zotero's names for its items are among them. The first that fits is it.
_IN_OTHER_WORDS = {
    "techreport": re.compile("guideline|report|white_?paper|working_?paper"),
    "inproceedings": re.compile("conference|congress$"),
    "online": re.compile("web|^site$|blog|post$|forum"),
    "phdthesis": re.compile("^phd|dissertation|doctor"),
    "mastersthesis": re.compile("^master"),
    "incollection": re.compile("chapter|section"),
    "article": re.compile("article|journal|paper$"),
}
_SIGNS = {"\\": "a backslash", "`": "a backquote"}


def check_entry(
    entry: Entry, checks: Mapping[str, ValueCheck], customization: Customization
) -> Iterator[Problem]:
    """Report what is wrong with an entry itself."""
    if stray := UNCITABLE.search(entry.citekey):
        hint = "Use letters, digits, - and _ only: smith2027."
        sign = _SIGNS.get(stray[0], "a space")
        message = f"pages cannot cite this citekey, in which {sign} stands"
        yield entry.problem(CITEKEY_INVALID, message, "", hint)
    unknown = {
        name: _unknown_field_hint(name, tuple(customization.fields))
        for name in entry.field_lines
        if name not in FIELDS and not _is_known(name, customization)
    }
    # A field whose name is misspelt is not missing.
    meant = {*re.findall(r"\w+", " ".join(unknown.values()))}
    unread = _unread_address(entry, unknown, customization)
    unknown |= unread
    meant |= {"url"} if unread else set()
    yield from _check_type(entry, customization, meant)
    # Inherited fields have been checked where they stand.
    for name in entry.field_lines:
        value = entry.fields[name]
        if name.startswith(JABREF_OWN):
            continue
        if not value:
            hint = "Fill it, or remove the line."
            yield entry.problem(FIELD_EMPTY, f'"{name}" is empty', name, hint)
            continue
        if name in unknown:
            message = f'nobody knows the field "{name}"'
            yield entry.problem(FIELD_UNKNOWN, message, name, unknown[name])
            continue
        faults: list[Fault] = list(checks[name](value)) if name in checks else []
        if name == "eprint":
            faults += check_eprint(entry.fields)
        # Who puts the year right is told that the date does not agree.
        if name == "date" and entry.get("year").isdigit():
            faults = [fault for fault in faults if fault[0] is not YEAR_FUTURE]
        faults += _check_characters(name, value, is_told=bool(faults))
        for rule, message, hint in faults:
            # A command stands in many entries of an archive: \apj for a journal.
            cause = message if rule is LATEX_UNKNOWN else ""
            yield replace(entry.problem(rule, message, name, hint), cause=cause)
    year, day = entry.get("year"), entry.get("date")
    dates = parse_dates(day) if day and year.isdigit() else None
    years = [day[0] for day in dates.days] if dates else []
    if years and not min(years) <= int(year) <= max(years):
        message = f"year is {year}, but date is {day}"
        yield entry.problem(DATE_DISAGREES, message, "date", "Make them agree.")


def _unread_address(
    entry: Entry, unknown: Mapping[str, str], customization: Customization
) -> dict[str, str]:
    """Return what to do about the first address of an entry, where nobody reads any of it."""
    if not _LINKED.isdisjoint(entry.fields):
        return {}
    for name in entry.field_lines:
        is_unread = name in _ADDRESSES and name not in customization.fields
        is_unread = is_unread or unknown.get(name) == _REMOVE
        if is_unread and (address := parse_web_address(entry.fields[name])):
            return {name: f"Write: url = {{{address}}}"}
    return {}


def _check_characters(name: str, value: str, *, is_told: bool) -> Iterator[Fault]:
    """Check the characters of a text that readers see; `is_told` where it has other faults."""
    kind = FIELDS[name].kind if name in FIELDS else ""
    # What is no date needs no word on its characters.
    is_text = name not in VERBATIM_FIELDS and kind != "aside"
    if not is_text or (is_told and kind in {"year", "date", "accessed", "month"}):
        return
    for fault in titles_and_characters.check_characters(value):
        # An & between two names is no & that lacks a backslash; keywords are never LaTeX.
        is_between = kind == "names" and is_told
        is_between = is_between and titles_and_characters.is_between_names(fault)
        if not is_between and (kind != "keywords" or fault[0] is not AMPERSAND_BARE):
            yield fault


def _check_type(
    entry: Entry, customization: Customization, meant: Collection[str]
) -> Iterator[Problem]:
    """Check the type, and that no field lacks; those of names that are `meant` are there."""
    if entry.entry_type == SET and not {*set_members(entry)} - {entry.citekey}:
        hint = "Name the entries that it stands for: entryset = {roe2020, doe2021}"
        yield entry.problem(FIELD_MISSING, '@set lacks "entryset"', "", hint)
    if entry.entry_type in {SET, XDATA}:
        return
    if entry.entry_type not in ENTRY_TYPES:
        # What is half alike is another one: a preprint is no report.
        close = difflib.get_close_matches(entry.entry_type, ENTRY_TYPES, n=1, cutoff=0.75)
        close = [*filter(None, [OF_CSL.get(entry.entry_type)]), *close]
        close += [name for name, words in _IN_OTHER_WORDS.items() if words.search(entry.entry_type)]
        close += ["article"] if type_of(entry) is ENTRY_TYPES["article"] else []
        close += ["incollection"] if "booktitle" in entry.fields else []
        hint = "Use article, book, techreport, online or misc."
        hint = f'Did you mean "{close[0]}"?' if close else hint
        yield entry.problem(TYPE_UNKNOWN, f"@{entry.entry_type} is no entry type", "", hint)
        return
    for choice in ENTRY_TYPES[entry.entry_type].required.split():
        names = set(choice.split("|"))
        if "year" in names and entry.get("pubstate") and not _IS_OUT.match(entry.get("pubstate")):
            continue  # what is in press has none yet
        if names & {*entry.fields, *meant, *customization.may_lack(entry)}:
            continue
        message = f'@{entry.entry_type} lacks "{choice.partition("|")[0]}"'
        yield entry.problem(FIELD_MISSING, message, "", customization.lacking_hint)


def _is_known(name: str, customization: Customization) -> bool:
    field, is_note, _ = name.partition(ANNOTATION)
    base, language = split_language(name)
    known = base in customization.fields or bool(language and base in FIELDS)
    return known or bool(is_note and field in FIELDS) or is_of_program(name)


# The same unknown field stands in every entry that one program exported.
@functools.lru_cache(maxsize=256)
def _unknown_field_hint(name: str, extra: tuple[str, ...]) -> str:
    known = sorted({*TYPED_FIELDS, *extra})
    words = name.split()
    if len(words) > 1:  # publication year, journal title
        meant = next((word for word in ("".join(words), *reversed(words)) if word in known), "")
        joined = "_".join(words)
        return f"A name has no blanks: {joined if is_of_program(joined) else meant or joined}."
    # Fields are many and short: what is half alike is another one.
    near = [one for one in known if len(name) > _SHORT or is_slip(name, one)]
    close = difflib.get_close_matches(name, near, n=1, cutoff=0.75)
    close = close or sorted(
        (one for one in known if one.startswith(name) and (one in ROWS or one in NAME_FIELDS)),
        key=len,
    )
    is_close = close and len(name) > 2
    return f'Did you mean "{close[0]}"?' if is_close else _REMOVE


def check_choice(value: str, name: str, choices: Collection[str]) -> Iterator[Fault]:
    """Check a field that takes a few values only."""
    if value not in choices:
        near = [one for one in choices if _is_near(value, one)]
        hint = ask_meant(value, near[0]) if near else f"Write one of: {', '.join(choices)}."
        yield VALUE_UNKNOWN, f'{name} cannot be "{value}"', hint


def _is_near(value: str, choice: str) -> bool:
    """Whether each word is like the other's: what is half alike or un-alike says another thing."""
    words, others = value.casefold().split(), choice.casefold().split()
    return len(words) == len(others) and all(
        one[0] == two[0] and difflib.SequenceMatcher(None, one, two).ratio() > _LIKE
        for one, two in zip(words, others, strict=True)
    )
