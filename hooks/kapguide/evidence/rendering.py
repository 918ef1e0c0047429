"""Say beside an entry, in plain words, what the study was and found."""

from __future__ import annotations

from html import escape

from markdown_citations.library.customization import Annotation
from markdown_citations.library.dates import parse_day
from markdown_citations.library.entries import Entry, split_list
from markdown_citations.library.identifiers import parse_web_address
from markdown_citations.library.latex import decode

from kapguide.evidence.study_checks import undescribed
from kapguide.words import Words
from kapguide.words.loading import DEFAULT_LANGUAGE

_BRIEF = {"sample", "finding", "limitation"}
_CONTROLS = dict.fromkeys((*range(32), 127))


def annotate(entry: Entry, words: Words) -> Annotation:
    """Describe a study; nothing where the entry says nothing.

    In brief it is one paragraph, in full every labelled text, a line each.
    """
    people, said = entry.get("people"), ""
    if people.isascii() and people.isdigit() and (count := int(people)):
        said = words.say("study.people", count=count, number=words.format_number(count))
    summary = ", ".join(filter(None, (_kind(entry, words), said)))
    return Annotation(
        summary=f"{summary}." if summary else "",
        brief="\n".join(_paragraphs(entry, words, full=False)),
        full="\n".join(_paragraphs(entry, words, full=True)),
        flag=words.group("study.flags").get(entry.get("status"), ""),
    )


def describe_status(entry: Entry, words: Words) -> tuple[str, bool]:
    """Say whether the work was corrected or taken back, and when somebody looked.

    The second value tells whether readers must not overlook it.
    """
    value = entry.get("status")
    date = parse_day(entry.get("statusdate"))
    day = words.format_day(date) if date else ""
    sentences = words.group("study.status")
    if value not in sentences or (value in {"none", "unchecked"} and not day):
        return words["study.never_checked"], False
    asked = words.group("study.status_from")
    source = asked.get(entry.get("statusfrom"), "")
    named = source or asked["publisher"]
    said = [sentences[value].format(day=day, source=named), decode(entry.get("statusnote"))]
    warns = value in words.group("study.flags")
    if warns and day:
        checked = words.say("study.last_checked", day=day)
        if source:
            checked = words.say("study.last_checked_with", day=day, source=source)
        said.append(checked)
    return " ".join(filter(None, said)), warns


def link_notice(entry: Entry, words: Words) -> str:
    """Make the link to the notice about a work, as HTML; nothing where none is known."""
    address = parse_web_address(entry.get("statuslink"))
    return (
        f'<a href="{escape(address)}">{escape(words["study.read_notice"])}</a>' if address else ""
    )


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


def _kind(entry: Entry, words: Words) -> str:
    return words.group("study.types").get(entry.get("studytype"), "")


def _paragraphs(entry: Entry, words: Words, *, full: bool) -> list[str]:
    """Make the facts, what readers must not overlook, and in full also what is fine."""
    labels, therapy = words.group("study.labels"), words.group("study.therapy")
    texts = [(words["study.kind"], _safe(_kind(entry, words)))]
    texts += [
        (labels[name], _tell(entry, name, words)) for name in labels if full or name in _BRIEF
    ]
    is_study = any(text for _, text in texts)
    if full:
        said = therapy.get(entry.get("psychotherapy"), "")
        texts.append((words["study.psychotherapy"], _safe(said)))
    facts = [f"<b>{_safe(name)}:</b> {text.rstrip('.')}." for name, text in texts if text]
    paragraphs = [("study", ("<br>\n" if full else " ").join(facts))]
    status, warns = describe_status(entry, words)
    if warns:
        linked = " ".join(filter(None, (_safe(status), link_notice(entry, words))))
        paragraphs.append(("study-status study-warning", linked))
    elif full and is_study:
        paragraphs.append(("study-status", _safe(status)))
    paragraphs.append(("study-status", _safe(describe_unconfirmed(entry, words))))
    if full and {"finding", "limitation"} & {*undescribed(entry)}:
        paragraphs.append(("study-status", _safe(words["study.undescribed"])))
    return [f'<p class="{name}">{text}</p>' for name, text in paragraphs if text]


def _tell(entry: Entry, name: str, words: Words) -> str:
    """Return the text of a field, marked as English where there is none in another language."""
    text = _safe(decode(entry.get(name)).rstrip("."))
    foreign = text and words.language != DEFAULT_LANGUAGE
    if foreign and not entry.get(f"{name}_{words.language}"):
        return f'<span lang="{DEFAULT_LANGUAGE}">{text}</span>'
    return text


def _safe(text: str) -> str:
    """Escape a text and drop the marks by which Markdown finds its own placeholders."""
    return escape(text.translate(_CONTROLS))
