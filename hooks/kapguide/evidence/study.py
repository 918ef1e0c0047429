"""Say in plain words what the study behind an entry was and found."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_citations.library.dates import parse_day
from markdown_citations.library.entries import Entry, split_list
from markdown_citations.library.latex import decode

from kapguide.evidence.study_fields import FIELD_LABELS, STUDY_TYPES
from kapguide.front_matter.review import format_day

_LABELS = (
    ("design", "Design"),
    ("sample", "How many"),
    ("population", "Who"),
    ("comparator", "Compared with"),
    ("followup", "Follow-up"),
    ("finding", "Finding"),
    ("limitation", "Limits"),
)
_PSYCHOTHERAPY = {
    "yes": "People had psychotherapy together with the medicine.",
    "no": "The medicine was given without psychotherapy, so this is not a study of KAP.",
    "varied": "Some people had psychotherapy with the medicine and some did not.",
}
_STATUS = {
    "none": "Checked with the publisher on {day}: no correction or retraction.",
    "unchecked": "As of {day} our record shows no correction or retraction. "
    "This is not yet confirmed with the publisher.",
    "corrected": "This work has been corrected.",
    "concern": "The publisher has voiced concern about this work.",
    "retracted": "This work was retracted: do not rely on it.",
    "withdrawn": "This work was withdrawn: do not rely on it.",
}


@dataclass(frozen=True, slots=True)
class LabelledText:
    """One labelled text, such as `Finding` and what was found."""

    field: str
    """The field that it comes from, for a class or an anchor."""
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Status:
    """Whether the work was corrected, put in doubt or taken back."""

    value: str
    """One of `STATUSES`; `unchecked` where the entry says nothing."""
    sentence: str
    warns: bool
    """Whether readers must not overlook it."""


@dataclass(frozen=True, slots=True)
class Study:
    """What stands with an entry, each text empty where nothing is known."""

    kind: str
    """One of the values of `STUDY_TYPES`: `Randomized trial`, …"""
    people: int | None
    parts: tuple[LabelledText, ...]
    psychotherapy: str
    unconfirmed: str
    status: Status
    conditions: tuple[str, ...]
    """Its keywords, in their order."""


def describe_study(entry: Entry) -> Study:
    """Describe the study; values come out decoded, not escaped."""
    people = entry.get("people")
    return Study(
        kind=STUDY_TYPES.get(entry.get("studytype"), ""),
        people=int(people) if people.isascii() and people.isdigit() else None,
        parts=tuple(
            LabelledText(field, label, decode(entry.fields[field]))
            for field, label in _LABELS
            if entry.get(field)
        ),
        psychotherapy=_PSYCHOTHERAPY.get(entry.get("psychotherapy"), ""),
        unconfirmed=describe_unconfirmed(entry),
        status=describe_status(entry),
        conditions=tuple(decode(word) for word in split_list(entry.get("keywords"))),
    )


def describe_status(entry: Entry) -> Status:
    """Say whether the work was corrected or taken back, and when somebody looked."""
    value = entry.get("status")
    date = parse_day(entry.get("statusdate"))
    day = format_day(date) if date else ""
    note = decode(entry.get("statusnote"))
    if value not in _STATUS or (value in {"none", "unchecked"} and not day):
        sentence = "Nobody has checked yet whether this work was corrected or retracted."
        return Status("unchecked", sentence, False)
    sentences = [_STATUS[value].format(day=day), note]
    if value in {"none", "unchecked"}:
        return Status(value, " ".join(filter(None, sentences)), False)
    if day:
        sentences.append(f"Last checked on {day}.")
    return Status(value, " ".join(filter(None, sentences)), True)


def describe_unconfirmed(entry: Entry) -> str:
    """Name what we could not confirm, in words of readers."""
    fields = split_list(entry.get("unconfirmed"))
    if not fields:
        return ""
    names = ", ".join(FIELD_LABELS.get(field, field) for field in fields)
    sentence = f"We could not yet confirm: {names}."
    if "title" in fields and entry.get("title"):
        sentence += " The title in square brackets is ours."
    return sentence
