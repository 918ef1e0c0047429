"""Say in plain words what the study behind an entry was and found."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_citations.library.dates import parse_day
from markdown_citations.library.entries import Entry, split_list
from markdown_citations.library.latex import decode

from kapguide.words import Words


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
    """A value of the field `status`; `unchecked` where the entry says nothing."""
    sentence: str
    warns: bool
    """Whether readers must not overlook it."""


@dataclass(frozen=True, slots=True)
class Study:
    """What stands with an entry, each text empty where nothing is known."""

    kind: str
    """What readers call the value of `studytype`: `Randomized trial`, …"""
    people: int | None
    parts: tuple[LabelledText, ...]
    psychotherapy: str
    unconfirmed: str
    status: Status
    conditions: tuple[str, ...]
    """Its keywords, in their order."""


def describe_study(entry: Entry, words: Words) -> Study:
    """Describe the study; values come out decoded, not escaped."""
    people = entry.get("people")
    return Study(
        kind=words.group("study.types").get(entry.get("studytype"), ""),
        people=int(people) if people.isascii() and people.isdigit() else None,
        parts=tuple(
            LabelledText(field, label, decode(entry.fields[field]))
            for field, label in words.group("study.labels").items()
            if entry.get(field)
        ),
        psychotherapy=words.group("study.therapy").get(entry.get("psychotherapy"), ""),
        unconfirmed=describe_unconfirmed(entry, words),
        status=describe_status(entry, words),
        conditions=tuple(decode(word) for word in split_list(entry.get("keywords"))),
    )


def describe_status(entry: Entry, words: Words) -> Status:
    """Say whether the work was corrected or taken back, and when somebody looked."""
    value = entry.get("status")
    date = parse_day(entry.get("statusdate"))
    day = words.format_day(date) if date else ""
    sentences = words.group("study.status")
    if value not in sentences or (value in {"none", "unchecked"} and not day):
        return Status("unchecked", words["study.never_checked"], False)
    said = [sentences[value].format(day=day), decode(entry.get("statusnote"))]
    warns = value not in {"none", "unchecked"}
    if warns and day:
        said.append(words.say("study.last_checked", day=day))
    return Status(value, " ".join(filter(None, said)), warns)


def describe_unconfirmed(entry: Entry, words: Words) -> str:
    """Name what we could not confirm, in words of readers."""
    fields = split_list(entry.get("unconfirmed"))
    if not fields:
        return ""
    labels = words.group("study.fields")
    named = ", ".join(labels.get(field, field) for field in fields)
    sentence = words.say("study.unconfirmed", fields=named)
    if "title" in fields and entry.get("title"):
        sentence += f" {words['study.title_ours']}"
    return sentence
