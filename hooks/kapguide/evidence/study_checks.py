"""Check the fields of studies, and that pages cite nothing that was taken back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

from markdown_citations.library.dates import is_future, parse_day
from markdown_citations.library.entries import Entry, Library, split_list
from markdown_citations.library.fields import FIELDS
from markdown_citations.library.identifiers import parse_web_address
from markdown_citations.library.mistyped_keys import suggest_citekey
from markdown_citations.problems import (
    Problem,
    Rule,
    cause_cited,
    cause_citekey,
    did_you_mean,
    is_slip,
)

from kapguide.evidence.study_fields import FIELD_NAMES
from kapguide.front_matter.days import guess_day

PEOPLE_MALFORMED = Rule(
    "people-malformed",
    "error",
    "people is a bare number.",
    "KAP Guide",
    "people = {about 40}",
    "people = {40}",
)
STATUSDATE_MISSING = Rule(
    "statusdate-missing",
    "error",
    "A status has the date on which somebody looked.",
    "KAP Guide",
    "status = {none}",
    "status = {none}, statusdate = {2026-11-22}",
)
STATUSDATE_MALFORMED = Rule(
    "statusdate-malformed",
    "error",
    "statusdate is a day, today or earlier.",
    "KAP Guide",
    "statusdate = {22 November 2026}",
    "statusdate = {2026-11-22}",
)
STATUSNOTE_MISSING = Rule(
    "statusnote-missing",
    "warning",
    "A correction, concern or retraction says what it is about.",
    "KAP Guide",
    "status = {corrected}, statusdate = {2026-11-22}",
    "status = {corrected}, statusdate = {2026-11-22}, statusnote = {A table was mended.}",
)
STATUSLINK_MALFORMED = Rule(
    "statuslink-malformed",
    "error",
    "statuslink is an address of the web.",
    "KAP Guide",
    "statuslink = {doi:10.1136/bmj.q100}",
    "statuslink = {https://doi.org/10.1136/bmj.q100}",
)
UNCONFIRMED_UNKNOWN = Rule(
    "unconfirmed-unknown",
    "error",
    "unconfirmed names fields, with commas between them.",
    "KAP Guide",
    "unconfirmed = {autor}",
    "unconfirmed = {author}",
)
UNCONFIRMED_PRESENT = Rule(
    "unconfirmed-present",
    "error",
    "A field that is not confirmed is not printed; a title of ours stands in square brackets.",
    "KAP Guide",
    "volume = {12}, unconfirmed = {volume}",
    "unconfirmed = {volume}",
)
PUBLISHEDAS_UNKNOWN = Rule(
    "publishedas-unknown",
    "error",
    "publishedas names an entry.",
    "KAP Guide",
    "publishedas = {nobody2026}",
    "note = {Preprint, not peer reviewed}",
)
PREPRINT_CITED = Rule(
    "preprint-cited",
    "warning",
    "Pages cite the peer-reviewed version, not its preprint.",
    "KAP Guide",
    (
        "@misc{smith2025, title = {An early trial}, publishedas = {smith2026}, year = {2025}}\n"
        "@misc{smith2026, title = {A trial}, year = {2026}}"
    ),
    "@misc{smith2026, title = {A trial}, year = {2026}}",
)
ENTRY_RETRACTED = Rule(
    "entry-retracted",
    "error",
    "No page cites a retracted work.",
    "ICMJE",
    "status = {retracted}, statusdate = {2026-11-22}, statusnote = {The doses were wrong.}",
    "status = {none}, statusdate = {2026-11-22}",
)
ENTRY_WITHDRAWN = Rule(
    "entry-withdrawn",
    "error",
    "No page cites a work that was withdrawn.",
    "ICMJE",
    "status = {withdrawn}, statusdate = {2026-11-22}, statusnote = {The authors took it back.}",
    "status = {none}, statusdate = {2026-11-22}",
)

STUDY_UNDESCRIBED = Rule(
    "study-undescribed",
    "warning",
    "A cited entry says what kind of work it is, what was found, what limits that, and whether "
    "it was corrected; what nobody could confirm stands in unconfirmed.",
    "KAP Guide",
    "studytype = {survey}, finding = {3 of 10 felt better.}",
    (
        "studytype = {survey}, finding = {3 of 10 felt better.}, limitation = {Only 10 people.}, "
        "status = {none}, statusdate = {2026-11-22}"
    ),
)

DESCRIBING = ("studytype", "finding", "limitation", "status")
"""The fields without which readers are not told what a cited work is."""
_TAKEN_BACK = {"retracted": ENTRY_RETRACTED, "withdrawn": ENTRY_WITHDRAWN}


def check_evidence(
    library: Library, today: date, cited: Collection[str] | None
) -> Iterator[Problem]:
    """Check all entries; what pages cite only where that is known."""
    for entry in library:
        yield from _check_people(entry)
        yield from _check_status(entry, today)
        yield from _check_unconfirmed(entry)
        yield from _check_published(entry, library)
        if cited is not None and entry.citekey in cited:
            yield from _check_cited(entry, library)


def may_lack(entry: Entry) -> list[str]:
    """Name the fields that we could not confirm."""
    return split_list(entry.get("unconfirmed"))


def _check_people(entry: Entry) -> Iterator[Problem]:
    value = entry.get("people")
    if value and (not (value.isascii() and value.isdigit()) or int(value) == 0):
        numbers = re.findall(r"\d[\d,]*", unicodedata.normalize("NFKC", value))
        meant = numbers[0].replace(",", "").lstrip("0") if len(numbers) == 1 else ""
        hint = f'Write {meant or "the number in figures, as in 1285"}, and all words into "sample".'
        message = f'people is no number: "{value[:40]}"'
        yield entry.problem(PEOPLE_MALFORMED, message, "people", hint)


def _check_status(entry: Entry, today: date) -> Iterator[Problem]:
    status, written = entry.get("status"), entry.get("statusdate")
    day = parse_day(written)
    if written and day is None:
        meant = guess_day(written)
        hint = f"Write year, month and day, as in {today.isoformat()}"
        hint = f"Write {meant}." if meant and not is_future(meant, today) else hint
        message = f'statusdate is no day: "{written}"'
        yield entry.problem(STATUSDATE_MALFORMED, message, "statusdate", hint)
    elif day is not None and is_future(day, today):
        hint = "It is the day on which somebody looked."
        message = f"statusdate is in the future: {written}"
        yield entry.problem(STATUSDATE_MALFORMED, message, "statusdate", hint)
    if status and "statusdate" not in entry.fields:
        hint = "Add statusdate, the day on which somebody looked."
        message = f'status "{status}" has no date'
        yield entry.problem(STATUSDATE_MISSING, message, "status", hint)
    link = entry.get("statuslink")
    if link and not parse_web_address(link):
        hint = "Write the whole address, with https:// before it."
        message = f'statuslink is no address: "{link[:60]}"'
        yield entry.problem(STATUSLINK_MALFORMED, message, "statuslink", hint)
    noted = {"corrected", "concern", *_TAKEN_BACK}
    if status in noted and not entry.get("statusnote"):
        hint = "Add statusnote, a sentence for readers."
        yield entry.problem(STATUSNOTE_MISSING, f'status "{status}" says not why', "status", hint)


def _check_unconfirmed(entry: Entry) -> Iterator[Problem]:
    known = {*FIELDS, *FIELD_NAMES}
    for name in may_lack(entry):
        if name not in known:
            hint = did_you_mean(name, sorted(known)) or "Name fields, with commas between them."
            message = f'"{name}" in unconfirmed is no field'
            yield entry.problem(UNCONFIRMED_UNKNOWN, message, "unconfirmed", hint)
        elif name in entry.fields and not _is_supplied(name, entry.fields[name]):
            hint = "Remove that field, or remove its name from unconfirmed."
            if name == "title":
                hint = "Put a title of your own into square brackets, or confirm it."
            message = f'"{name}" is unconfirmed, yet printed'
            yield entry.problem(UNCONFIRMED_PRESENT, message, "unconfirmed", hint)


def _check_published(entry: Entry, library: Library) -> Iterator[Problem]:
    published = entry.get("publishedas")
    if published and published not in library:
        instead = "Add that entry, or remove the field."
        hint = suggest_citekey(published, library.entries, instead)
        message = f'"{published}" is no entry'
        unknown = entry.problem(PUBLISHEDAS_UNKNOWN, message, "publishedas", hint)
        yield replace(unknown, cause=cause_citekey(published))


def _check_cited(entry: Entry, library: Library) -> Iterator[Problem]:
    published, status = entry.get("publishedas"), entry.get("status")
    if published in library:
        hint = f'Cite "{published}" instead.'
        yield entry.problem(PREPRINT_CITED, "a page cites the preprint", "publishedas", hint)
    if (missing := undescribed(entry)) and entry.citekey not in library.cut:
        named = ", ".join(missing)
        hint = 'Add it, from the paper itself; name what you cannot confirm in "unconfirmed".'
        message = f"a page cites this work, but the entry lacks {named}"
        yield entry.problem(STUDY_UNDESCRIBED, message, "", hint)
    if status in _TAKEN_BACK:
        hint = "Remove it from every page that cites it, and what rests on it."
        message = f"a page cites a {status} work"
        taken_back = entry.problem(_TAKEN_BACK[status], message, "status", hint)
        yield replace(taken_back, cause=cause_cited(entry.citekey))


def undescribed(entry: Entry) -> list[str]:
    """Name the fields that readers miss in an entry, and that it does not call unconfirmed.

    Of a mistyped name, field-unknown tells.
    """
    known = {*may_lack(entry), *entry.fields}
    return [one for one in DESCRIBING if not any(one == it or is_slip(it, one) for it in known)]


def _is_supplied(name: str, value: str) -> bool:
    """Tell whether a title is ours: NLM puts a supplied title into square brackets."""
    return name == "title" and value.startswith("[") and value.endswith("]")
